# The plan: dates, preparation, device, evidence.
plan-title = Your plan
plan-questions = First a few questions
plan-questions-why = A plan needs your answers: whether needling fits you now, where, and with which needles.
plan-questions-go = Answer the questions
plan-refused = So there is no session to plan now. What was done before stays on record.
plan-refused-go = See the reasons and what would change them

plan-choose = Choose the first day
plan-first = First day
plan-time = Time of day
plan-time-is = At { $time }. Another time?
plan-look = See what that means
plan-would = The first of { $n } sessions would be on { $day }. The calendar below shows the rest.
plan-early = The earliest is { $day }.
plan-early-step = The earliest is { $day }, because of this step: “{ $step }”. It takes { $wait }.
plan-begin = Begin on this day
plan-change = Change the plan
plan-change-gist = Another time of day, or an end
plan-move-days = To move the next session, tap a day in the calendar. The plan goes on from the day on which you record it.
plan-end = End this programme
plan-end-what = Stopping is always right when you want to. Everything recorded so far stays, and you can begin again later.
plan-end-go = End it today

plan-next = Next: { $day }, { $time }
plan-next-likely = Next, likely: { $day }, { $time }
plan-likely = This day is only a likely one. It moves if that takes longer.
plan-of = Session { $n } of { $of }
plan-window = Not before { $from }, best by { $by }.
plan-window-likely = Possible as soon as that is so, best by { $by }.
plan-window-open = Possible from now on, best by { $by }.
plan-late = Planned anew: it should have been by { $day }. That is no failure. It can be on any later day with calm skin.
plan-none-yet = No session is planned until then.
plan-to-session = To the session
plan-finished = All planned sessions are done
plan-finished-what = Now the skin has time. Photos will show whether something changed.
plan-sessions = Sessions
plan-done = { $n } of { $of } done.
plan-session = Session { $n }: { $day } (not before { $from }, best by { $by })
plan-more = And { $n } more in this rhythm, the last on { $day }.
plan-month = { $month } { $year }
plan-other-months = Other months
plan-all-sessions = All sessions
plan-earlier = { $n ->
    [one] One session before these.
   *[other] { $n } sessions before these.
}
plan-slot-done = Session { $n }: { $day }, done
plan-slot-missed = Session { $n }: { $day }, not held
plan-slot-skipped = Session { $n }: { $day }, left out
plan-locked = Locked
plan-kept = Kept free
plan-possible = Possible
plan-best = Best day
plan-today = Today
plan-held-done = Done
plan-held-missed = Not held
plan-held-skipped = Left out
plan-held-planned = Planned
plan-session-n = Session { $n }: { $held }

plan-other-day = Move it, or leave it out
plan-move-to = Another day
plan-move-tap = Tap a day to move the next session there.
plan-put = Session { $n } on { $day }?
plan-put-what = It would be on { $day } at { $time }. The rest of the plan follows it:
plan-put-then = Session { $n }: { $day }
plan-put-last = The last: { $day }
plan-put-go = Move it there
plan-put-not = Leave it where it is
plan-put-here = Session { $n } is planned for { $day }. Tap another day to move it.
plan-put-cannot = It can’t be on { $day }.
plan-put-instead = See { $day }
plan-not-on = It can’t be on { $day }.
plan-first-that-does = The first day that can be is { $day }.
plan-nothing-planned = No session is planned that could be moved.
plan-skip = Leave out session { $n }
plan-skip-what = It then counts as left out for good, and the next one follows in the usual rhythm. A rest is no failure.
plan-skip-go = Leave it out
plan-skipped-now = The session is left out.
plan-back = Take it back

plan-free-title = Days to keep free
plan-free-gist = { $about ->
    [0] Usually none,
    [one] About { $about } day,
   *[other] About { $about } days,
} { $most ->
    [one] up to { $most } day
   *[other] up to { $most } days
}
plan-free = If you would rather not be seen with red skin: { $about ->
    [0] usually none,
    [one] about { $about } day,
   *[other] about { $about } days,
} { $most ->
    [one] up to { $most } day.
   *[other] up to { $most } days.
}
plan-event = An event of yours
plan-event-gist = The plan goes around it
plan-event-what = A wedding, a photo, a flight: the plan goes around it, so that your skin is calm on the day.
plan-event-ask = Only ask how the skin will look
plan-kept-title = Days you keep free
plan-kept-event = The day
plan-kept-name = What it is, if you like
plan-kept-name-wrong = That is longer than 80 letters. A few words are enough.
plan-kept-days = Days before it without a session
plan-kept-days-hint = Leave it empty for the days to keep free that are named above.
plan-kept-days-wrong = A whole number from 0 to 90.
plan-kept-go = Keep it free
plan-kept-unnamed = A day of yours
plan-kept-day = { $name }: { $day } is kept free.
plan-kept-from = { $name } on { $day }: kept free from { $from }.
plan-kept-change = Change or remove
plan-kept-remove = Keep it free no longer
plan-kept-removed = The day is not kept free any more.
plan-event-untouched = No session is planned before { $event }.
plan-event-calm = On { $event } the skin is likely calm. The last session before it, on { $session }, is { $days ->
    [one] { $days } day
   *[other] { $days } days
} earlier.
plan-event-perhaps = On { $event } the skin is likely calm, but may still be red or flaking. The last session before it is on { $session }.
plan-event-seen = On { $event } something will likely still be seen: the last session before it is on { $session }.
plan-event-no-later = To be on the safe side, leave out sessions after { $until } until then. A rest counts as success.

plan-prepare = Prepare
plan-prepare-gist = { $n ->
    [one] One step, from { $day }
   *[other] { $n } steps, the first from { $day }
}
plan-from = From { $day }
plan-from-now = From now on
plan-buy = Buy
plan-buy-gist = { $n ->
    [one] One thing to have at hand
   *[other] { $n } things to have at hand
}
plan-buy-what = To have at hand
plan-how = How
plan-how-gist = { $length } mm, { $passes } times over
plan-length = { $length } mm, never over { $ceiling } mm
plan-passes = { $passes } times over the same skin, in { $directions } directions; lift, shift and turn between them.
plan-cream-never-on = Never on: { $areas }.
plan-device = Your device
plan-device-length = Needles
plan-device-uses = Used
plan-uses = { $n ->
    [0] not yet
    [one] once since { $since }
   *[other] { $n } times since { $since }
}
plan-device-fits = Its length fits: { $length } mm are recommended here, and never more than { $ceiling } mm.
plan-device-misfit = Its length does not fit: { $length } mm are recommended here, and never more than { $ceiling } mm. The plan counts on such a device.
plan-device-unknown = No needle length is known yet. { $length } mm are recommended here, and never more than { $ceiling } mm; the plan counts on such a device.
plan-device-fits-gist = Its length fits.
plan-device-misfit-gist = Its length does not fit.
plan-device-unknown-gist = Which one would do, and how to care for it
plan-device-change = Change the device
plan-care = Care and replacement

plan-rhythm = How often
plan-rhythm-why = Which one, and why
plan-rhythm-choose = How often do you want to roll?
plan-technique = How hard, and when it is enough
plan-evidence = What the evidence says
# How strong the evidence is, and for what. At home the lengths that were tried are not used.
plan-evidence-gist = { $goal }: { $strength }
plan-strength-moderate-home = moderate for clinic lengths; no trial at home.
plan-strength-weak-home = weak for clinic lengths; no trial at home.
plan-strength-very-weak-home = very weak for clinic lengths; no trial at home.
plan-strength-none-home = none that it helps, in a clinic or at home.
plan-strength-moderate-clinic = moderate.
plan-strength-weak-clinic = weak.
plan-strength-very-weak-clinic = very weak.
plan-strength-none-clinic = none that it helps.
plan-too-early = Too early to judge until { $day }
plan-judge-now = Since { $day } a first result may be judged
