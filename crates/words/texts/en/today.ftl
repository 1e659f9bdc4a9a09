# Today: healing day by day.
today-title = Today
today-day = Day { $day }
today-day-phase = Day { $day } · { $phase }
today-after = After session { $n }, { $day }

today-unknown = How it stands can’t be said now
today-unknown-why = Some entries of this record can’t be read. One of them could hold a warning sign, or a session. So nothing here says that all is well. Don’t needle until they are back.
today-unknown-call = If anything is getting worse, or you have a warning sign, call for help.

today-days = Days after the session
today-strip-short = D{ $day }
today-strip-day = Day { $day }, { $date }
today-strip-judged = Day { $day }, { $date }: { $level }

today-until = Now, until { $until }
today-now = Now
today-do = Do
today-avoid = Leave alone

today-rest = { $do ->
    [0] { $avoid } more to leave alone
   *[other] { $avoid ->
        [0] { $do } more to do
       *[other] { $do } more to do, { $avoid } to leave alone
    }
}

today-again = When again?
today-again-gist = { $what }: { $when }
today-later = Later
today-open = Allowed already
today-allowed = now
today-if-calm = now, if the skin is calm
today-once-calm = once the skin is calm
today-since = Allowed since { $date }, { $time }.
today-since-calm = Allowed since { $date }, { $time }, if the skin is calm: nothing red, swollen or sore.
today-from = Not before { $date }, { $time }.
today-from-calm = Not before { $date }, { $time }, and only if the skin is calm by then.
today-product-more = What others publish, and who says so

today-check-in = How is it now?
today-check-in-any = Check in
today-check-in-first = A first look helps you to see later how it changes.
today-check-in-yesterday = No check-in yesterday. How is it now?
today-check-in-save = Save
today-score-none = none
today-score-most = very strong
today-score-last = last time { $score }
today-score-left-out = not answered
today-scores-wrong = Each score is a whole number from 0 to 10. Nothing was saved yet.
today-clear = Nothing to see or feel
today-clear-hint = Sets all six below to 0. Press it only if none of them is there.
today-which = You said there is nothing to see or feel, and something is marked below. Which is right? Nothing was saved yet.
today-left-out = Not answered: { $names }. They count as not known.
today-score = Score what you see or feel
today-check-in-again = Check in again
today-check-in-again-gist = If something has changed
today-normal-title = Normal now
today-flags-open = Is a warning sign there?
today-chart-gist = What is usual each day, and yours
today-flags = Is any of this there?
today-flags-hint = Each counts more than any score. Tick all that fit.
today-to-flags = Something wrong? Go to the warning signs.
today-note = Note
today-note-add = Add a note
today-checked-in = Saved.
today-undo = Undo

today-judged-at = As of { $time }.
today-why = Why, and who says so
today-look-again = Look again { $time }. Sooner if anything gets worse.
today-look-now = It is time to look again, whenever it suits you.
today-healed = The skin has healed as far as you can see: it doesn’t hold up a next session.

today-signs = Which sign
today-chart-title = { $sign }: what is usual, and yours
today-chart-desc = On day { $day }, { $low } to { $high } of 10 is usual.
today-chart-desc-own = Your last check-in says { $score }.
today-chart-day = Day
today-chart-usual = usual
today-chart-yours = yours
today-chart-today = today
today-table = As a table
today-grade-people = Measured in people.
today-grade-animals = Measured in animals, not in people.
today-grade-opinion = Taught, not measured.
today-grade-assumption = Our own guess, built from how long it took in what was published. Nobody publishes scores by day.
today-how-it-was = How it was

today-nothing-usual = No sign is usual any more.
today-look-out = Look out for: { $names }

today-usual = Usual on this day
today-range = { $low } to { $high } of 10
today-yours = Your check-ins on this day

today-next = Next session
today-best-by = Best by { $day }.
today-rest-counts = Until then, rest days count as success.
today-too-early = Too early to judge the result until { $day }.
today-judge-now = Since { $day } a first result may be judged.
today-to-session = To the session

today-no-plan = No plan yet
today-no-plan-text = With a plan, this page says each day what to do and what to leave.
today-no-plan-go = Make a plan
today-under-way = A session is under way
today-under-way-text = You answered the day’s questions and have not recorded the session yet.
today-under-way-go = Go on
today-first-now = Your first session can be today
today-first-in = { $n ->
    [one] Your first session can be tomorrow
   *[other] Your first session can be in { $n } days
}
today-first-when = Planned for { $day }, best by { $best }.
today-why-not = Why, and what would change it
today-prepare = To prepare now
today-prepare-next = The next step begins { $day }.

today-no-session-what = There is no session to check in on
today-no-session-why = A check-in belongs to a session, and none is recorded.
today-no-session-next = Record the session first, then check in.
today-undo-late-what = That check-in is older by now
today-undo-late-why = It can be taken back for half an hour, so that what was seen stays seen.
today-undo-late-next = Check in again: the newest one counts.

today-days-left = { $n ->
    [one] One more day.
   *[other] { $n } more days.
}
today-held = once somebody has looked
today-held-full = The time is over, but it waits until somebody has looked.

today-sign-last = Last reported { $day }.
today-sign-gone = Last reported { $day }, and gone since. It stays here until somebody has looked.
today-sign-ask = Has someone looked at it?
today-urgent = Only plain cleanser and cream until somebody has looked.
today-urgent-rest = What else to leave alone, and for how long
today-aside = Set aside
today-evening = It counts for the evening of { $day }, since your day ends later.
