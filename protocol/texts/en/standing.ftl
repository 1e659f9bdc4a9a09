# What the next session waits for, what was set aside, and what a clinician said. One sentence each.

lock-rest = The skin rests for { $wait } after needles of { $length } mm, rolled on { $on }.
lock-open = The skin counts as open for { $wait } after needling.
lock-rhythm = The plan leaves { $wait } between two sessions.
lock-healing = No check-in since the last session has shown healed skin yet.
lock-flag = Somebody has to look at this first: { $flag }.
lock-answers = One of the answers speaks against it: { $question }
lock-clearance-no = A clinician said no on { $on }.
lock-clearance-wait = A clinician said on { $on } to wait until { $until }.
lock-keep-free = The skin has to be calm for a day that is kept free.
lock-density = The last session made more than { $cap } punctures on each square centimetre. The skin rests for { $wait }.
lock-over = All sessions of this programme are done or skipped.
lock-future = The first session is planned for { $first }.

clearance-said-yes = A clinician said yes on { $on }.
clearance-said-no = A clinician said no on { $on }.
clearance-said-wait = A clinician said on { $on } to wait until { $until }.

aside-session = A session on { $on }
aside-check-in = A check-in on { $on }
aside-clearance = What a clinician said on { $on }
aside-left-out = A session left out on { $on }
aside-move = A session moved to { $on }
aside-future = It lies ahead. Was the clock wrong? Correct its date; until then it does not count.
aside-before-birth = It lies before the date of birth. Correct one of the two dates; until then it does not count.
aside-done = A session was done on that day, so it was not left out.
aside-locked = The session can’t be on that day, so it stays where it was.
aside-not-planned = No session is planned for the day that it was moved from.

## What needlewise now says beside that.

now = Now
    .signs = Warning signs
    .next = The next session
    .answers = What your answers say
    .skin = How the skin is
    .aside = Not counted
now-sign = { $flag }, first noted { $since }. Nobody has looked at it yet.
    .seen = { $flag }, first noted { $since }. Somebody has looked at it.
now-lock = { $because } Until { $until }.
now-next = Session { $n } of { $of }: not before { $from }. The best day is { $ideal }; it should be by { $by }.
    .after = After that, session { $n } of { $of }: not before { $from }. The best day is { $ideal }; it should be by { $by }.
    .open = Session { $n } of { $of } can be now. The best day is { $ideal }; it should be by { $by }.
    .late = The day it was planned for has passed. That is no failure: the plan goes on from here.
    .earliest = Not before { $from }.
    .unknown = No day can be named yet.
    .free = Nothing stands in the way of a session.
now-day = Day { $day } after the last session: { $phase }.
    .plain = Day { $day } after the last session.
    .before = No session is on record yet.
now-more = { $n ->
    [one] There is one more. needlewise screen says all, with sources.
   *[other] There are { $n } more. needlewise screen says all, with sources.
}
now-checkin = Next check-in: { $at }. Sooner if anything gets worse.
    .due = A check-in is due now.

## What checkin says of the next session.

checkin-next = The next session stays locked until a check-in shows healed skin.
    .rest = The skin looks healed. The next session: not before { $from }.
    .open = The skin has healed: as far as it goes, the next session may be planned.
