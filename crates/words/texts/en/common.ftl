# What every page shares: navigation, problems, letting a browser in.
product = Needlewise
skip = Skip to the page
tabs = Main parts
# The title of a page that shows a form again because something in it is wrong.
title-wrong = Error: { $title }
tab-today = Today
tab-plan = Plan
tab-photos = Photos
tab-log = Log
tab-more = More
# The zone in which a page of somebody else is told.
frame-zone = Times are those of { $zone }.
demo-note = A fictional person. Nothing here is kept.

save = Save
next = Next
back = Back
# Of a list that has several pages.
page-of = Page { $n } of { $of }
cancel = Cancel
yes = Yes
no = No
dont-know = I don’t know

enter-title = Open Needlewise
enter-passphrase = Your passphrase
enter-go = Open
enter-wrong = That is not the passphrase. Try again.

expected-date = a date, like 2026-12-05
expected-time = a time, like 10:00
expected-number = a number
expected-word = one of the answers on the page

problem-id = If you ask somebody for help, tell them this number:
problem-home = Go to the start
problem-not-found-what = There is nothing here
problem-not-found-why = The page does not exist, or what it showed was removed.
problem-not-found-next = Go back, or start from Today.
problem-no-key-what = This browser is not let in yet
problem-no-key-why = Needlewise keeps health data, so it opens only for a browser that was given its key.
problem-no-key-next = Open the address that Needlewise printed when it was started. It works once, within 15 minutes. To get a new one, stop Needlewise and start it again; if it runs as a service, restart the service.
problem-used-key-what = This address does not let in any more
problem-used-key-why = Each address with a key lets one browser in, once, within 15 minutes.
problem-used-key-next = If you came in by it before, go to the start in the same browser. To get a new one, stop Needlewise and start it again; if it runs as a service, restart the service. A browser that is let in can make one too, under More.
problem-foreign-what = This did not come from Needlewise’s own pages
problem-foreign-why = Another site, or a browser that does not say where it comes from, asked for a change.
problem-foreign-next = Nothing was changed. Open Needlewise itself and do it there.
problem-outside-what = Needlewise does not live at this address
problem-outside-why = It lives under a path of its own, and the request did not have that path before it.
problem-outside-next = Open the address that Needlewise printed when it was started. If a proxy stands in front, let it pass the path on whole.
problem-not-a-form-what = This can’t be read
problem-not-a-form-why = A form was expected.
problem-not-a-form-next = Go back and send it from the page.
problem-too-large-what = This is too large
problem-too-large-why = Photos may have up to { $most } MB, other forms much less.
problem-too-large-next = Choose a smaller picture, or a shorter text.
problem-unreadable-what = “{ $typed }” can’t be read
problem-unreadable-why = Expected is { $expected }.
problem-unreadable-next = Go back: what you typed is still there. Change it and send it again.
problem-photo-what = This picture can’t be used
problem-photo-why = It could not be read as a photo.
problem-photo-next = Choose a JPEG, PNG or WebP picture.
problem-stale-what = This was changed somewhere else in the meantime
problem-stale-why = Two windows were open, and the other one was saved first.
problem-stale-next = Go back and load the page again. Nothing was overwritten.
problem-not-now-what = That does not fit now
problem-not-now-why = Something it needs has not happened yet, or is over already.
problem-not-now-next = Start from Today.
problem-too-many-what = Too many tries
problem-too-many-why = Each wrong passphrase makes the next try wait a little longer.
problem-too-many-next = Wait a minute, then try again.
problem-busy-what = Too much at once
problem-busy-why = Heavy work is done a few at a time, so that this machine does not run out of memory.
problem-busy-next = Wait a moment, go back and send it again. Nothing was kept yet.
problem-full-what = The disk is full
problem-full-why = What you sent could not be kept, so it was not.
problem-full-next = Make some room on the disk, go back and send it again. What was kept before is safe.
problem-read-only-what = The disk can only be read just now
problem-read-only-why = It is full, locked against writing, or damaged. What you sent could not be kept, so it was not.
problem-read-only-next = You can still look at everything and take it along. Make room or look after the disk. Then start Needlewise again.
read-only-note = The disk can only be read just now. You can look at everything and take it along, but nothing new is kept.
problem-unavailable-what = Needlewise can’t reach its record just now
problem-unavailable-why = The folder or the database does not answer.
problem-unavailable-next = Wait a moment and try again. What was kept before is safe.
problem-damaged-what = This can’t be read
problem-damaged-why = It was changed from outside, or the disk is failing. So this one thing stays shut. The rest of the record is still there.
problem-damaged-next = On this machine, run “needlewise doctor”. It names what is damaged and says how to get it back.
problem-profile-what = This record can’t be opened
problem-profile-why = The profile is damaged or missing. It holds the key to all else of this person, so nothing of theirs opens without it. Other people’s records are not touched by that.
problem-profile-next = If you have a warning sign, don’t wait for this page: call for help. On this machine, run “needlewise doctor”. It says how to get the profile back from a backup.
problem-gaps-what = That can’t be said now
problem-gaps-why = Some entries of this record can’t be read. One of them could be what speaks against it. So nothing is decided, planned or judged until they are back.
problem-gaps-next = If you have a warning sign, call for help. Otherwise wait with needling, and see what can’t be read and what to do.
gaps-note = { $n ->
    [one] One entry can’t be read ({ $kinds }).
   *[other] { $n } entries can’t be read ({ $kinds }).
} Noticed { $since }.
gaps-note-decides = Until they are back, nothing here says that all is well.
gaps-note-next = What to do
gaps-kind-screening = screening
gaps-kind-programme = programme
gaps-kind-session = session
gaps-kind-checkin = check-in
gaps-kind-photo = photo
gaps-kind-region = place of skin
gaps-kind-outcome = result
gaps-kind-consent = consent
gaps-kind-clearance = clinician’s answer
gaps-kind-kept_day = day with calm skin
problem-ours-what = Something went wrong on our side
problem-ours-why = It is not because of what you typed.
problem-ours-next = Try again. If it happens again, tell somebody the number below.
backup-others-what = No backup can be made here
backup-others-why = It would hold the record of somebody who has a passphrase of their own.
backup-others-next = Make it in a terminal on this machine, with “needlewise backup FILE”.
held-what = Something else belongs to this
held-why = Check-ins or photos belong to what you wanted to remove.
held-next = Remove those first.

# What the next session waits for.

locks-open = It can be now.
locks-until = Not before { $time }
locks-opens = Until { $time }.
locks-healing = First a check-in that shows healed skin
locks-flag = First somebody has to look at this: { $flag }
locks-over = All sessions are done
locks-answers = The answers, and what a clinician says
locks-also = It also waits for this
