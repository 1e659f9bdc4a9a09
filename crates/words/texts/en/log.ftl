# What happened, day by day; who changed what; a screening as it was decided.
log-title = Log
log-show = What to show
log-show-all = All
log-show-sessions = Sessions
log-show-check-ins = Check-ins
log-show-photos = Photos
log-none = Nothing here yet
log-none-all = What you answer, do and see will be listed here by itself, the newest first.
log-none-sessions = Your sessions will be listed here, with areas, needle length and passes.
log-none-check-ins = After a session, each check-in will be listed here with what it came to.
log-none-photos = Photos will be listed here by the day they were taken.
log-to-today = Go to Today
log-newer = Newer
log-older = Older
log-pages = Pages of the log

log-screened = Your answers, decided for { $date }
log-planned = Programme begun
log-moved = Programme moved
log-ended = Programme ended
log-first = First session from { $date }
log-begun = Session day begun
log-begun-hint = Not recorded yet
log-session = Session { $n }
log-length = { $mm } mm
log-passes = { $n ->
    [one] 1 pass
   *[other] { $n } passes
}
log-missed = Rested instead of a session
log-check-in = Check-in, day { $day } after session { $n }
log-check-in-alone = Check-in
log-at = { $date }, { $time }
log-judged-then = Judged with the check-ins up to this one. How your skin is now stands on Today.
log-its-session = The session before
log-clear = Nothing to see, nothing to feel
log-left-out = Nothing above 0; not every sign was scored
log-silent = Nothing was said
log-corrected = Corrected later: { $reason }
log-corrected-journal = What it said before stays in the journal.
log-correct = Correct this check-in
log-correct-text = Put right what was said by mistake. It stays at its own time, and the page says that it was corrected and why.
log-correct-go = Save the correction
log-reason = Why do you correct it?
log-reason-hint = For example: ticked by mistake.
log-reason-missing = Say in a few words why you correct it. Nothing was saved yet.
log-photos = { $n ->
    [one] 1 photo
   *[other] { $n } photos
}

log-scored = { $scale }: { $score }
log-measured = Redness measured
log-measured-of = In the photos of { $date }

log-evening = It was made after midnight, and counts for the evening before.
log-csv = Sessions, check-ins and scores as a table
log-csv-hint = A CSV file for any spreadsheet
log-csv-semicolon = The same with semicolons
log-csv-semicolon-hint = For a spreadsheet that writes 0,3 and not 0.3
log-journal = Who changed what
log-journal-hint = Every change to your record, and a check that none was hidden

log-decided = Decided then
log-decided-on = { $date }
log-decided-then = This is what your answers led to on that day. It stays as it was, whatever you answer later.
log-decided-nothing = No answer spoke against it.
log-decided-for = Decided for
log-decided-by = Decided by
log-decided-now = What holds now
log-verdict-proceed = This alone: you can go ahead.
log-verdict-proceed-with-care = This alone: go ahead with care.
log-verdict-wait-until = This alone: not now, wait until { $until }.
log-verdict-ask-clinician = This alone: ask a clinician first.
log-verdict-do-not = This alone: not for now.

log-journal-why = Each change is written down with the one before it. So none can be changed or taken out without it being seen.
log-verify = Check the journal
log-verified = { $rows ->
    [one] The one row is as it was written.
   *[other] All { $rows } rows are as they were written.
} Nothing was altered, taken out or put in.
log-broken-edited = Row { $n } is not what was written: it was altered or put in from outside.
log-broken-missing = Row { $n } is missing or was moved.
log-broken-ends = The journal ends after row { $found }, but { $expected } rows were written.
log-broken-older = The record is an older copy. It has { $rows } changes, but not the { $then } that were there at the last backup.
log-broken-entries = { $count ->
    [one] One entry is not what the journal says, or is missing:
   *[other] { $count } entries are not what the journal says, or are missing:
} the record was altered from outside.
log-broken-head = The note of where the journal ends was altered from outside.
log-broken-next = Keep this copy, and restore a backup from before.

gaps-title = What can’t be read
gaps-none = Everything in this record can be read.
gaps-why = These entries are not as they were written. They were changed or taken out from outside, or the disk is failing. All else of the record is here.
gaps-decide = One of them could speak against needling, or hold a warning sign. So there is no verdict, no date and no “as expected” until they are back. A warning sign that can still be read is still shown.
gaps-which = These entries
gaps-next = What to do
gaps-next-call = If you have a warning sign, call for help. Don’t wait for this.
gaps-next-doctor = On this machine, run “needlewise doctor”. It names what is damaged, and looks at all the rest.
gaps-next-mend = Then run “needlewise doctor --mend”. It puts back what the journal still has. A photo or a profile comes back from a backup: “needlewise doctor --mend FILE”.
gaps-next-key = Keep a copy of the damaged record until all is well.

log-did-added = { $thing } added
log-did-changed = { $thing } changed
log-did-removed = { $thing } removed
log-did-erased = { $thing } erased
log-did-read = { $thing } read
log-thing-person = Your details
log-thing-screening = Screening
log-thing-programme = Programme
log-thing-session = Session
log-thing-checkin = Check-in
log-thing-photo = Photo
log-thing-region = Place of skin
log-thing-outcome = Result
log-thing-consent = Consent
log-thing-clearance = Clinician’s answer
log-thing-kept_day = Day with calm skin
log-thing-visit = Access for a browser
log-thing-login = Access for a browser
log-thing-credential = Passphrase
log-thing-passphrase = Passphrase
log-thing-feed = Calendar feed
log-thing-staff = Member of staff
log-thing-other = Something
log-who-owner = by you
log-who-other = by somebody else in this house
log-who-staff = by somebody who works in the clinic
log-who-command = by the command line
log-who-system = by Needlewise itself
# A sign and its score from 0 to 10.
log-sign = { $sign } { $score }
