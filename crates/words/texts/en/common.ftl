# What every page shares: navigation, problems, letting a browser in.
product = Needlewise
skip = Skip to the page
tabs = Main parts
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
problem-no-key-next = Open the address that Needlewise printed when it was started. Start it again to get a new one.
problem-used-key-what = This address has been used already
problem-used-key-why = Each printed address lets one browser in, once.
problem-used-key-next = If it was you, go to the start in the same browser. Otherwise start Needlewise again and open the new address.
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
problem-busy-why = Photos are worked on a few at a time, so that this machine does not run out of memory.
problem-busy-next = Wait a moment, go back and send it again. Nothing was kept yet.
problem-full-what = The disk is full
problem-full-why = What you sent could not be kept, so it was not.
problem-full-next = Make some room on the disk, go back and send it again. What was kept before is safe.
problem-unavailable-what = Needlewise can’t reach its record just now
problem-unavailable-why = The folder or the database does not answer.
problem-unavailable-next = Wait a moment and try again. What was kept before is safe.
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
