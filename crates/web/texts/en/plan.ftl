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
plan-look = See what that means
plan-begin = Begin on { $day }
plan-change = Change the plan
plan-move-days = The next session may be on any day that the calendar shows as possible or best. The plan goes on from the day on which you record it.
plan-end = End this programme
plan-end-what = Stopping is always right when you want to. Everything recorded so far stays, and you can begin again later.
plan-end-go = End it today

plan-next = Next: { $day }, { $time }
plan-of = Session { $n } of { $of }
plan-window = Not before { $from }, best by { $by }.
plan-late = The best days are over. That is no failure: it can still be on any later day with calm skin.
plan-lock-healing = Waiting until the skin has healed: not before { $day }, and once a check-in shows nothing left to see or feel.
plan-lock-until = The skin rests until { $day }.
plan-to-session = To the session
plan-finished = All planned sessions are done
plan-finished-what = Now the skin has time. Photos will show whether something changed.
plan-sessions = Sessions
plan-done = { $n } of { $of } done.
plan-session = Session { $n }: { $day } (not before { $from }, best by { $by })
plan-more = And { $n } more in this rhythm, the last on { $day }.
plan-month = { $month } { $year }
plan-locked = Locked
plan-possible = Possible
plan-best = Best day
plan-session-day = Session
plan-today = Today
plan-session-done = Session done
plan-session-n = Session { $n }

plan-free-title = Days to keep free
plan-free = If you would rather not be seen with red skin: { $about ->
    [0] usually none,
    [one] about { $about } day,
   *[other] about { $about } days,
} { $most ->
    [one] up to { $most } day.
   *[other] up to { $most } days.
}
plan-event = An event of yours
plan-event-day = I have an event on
plan-event-ask = Ask
plan-event-untouched = No session is planned before { $event }.
plan-event-calm = On { $event } the skin is likely calm. The last session before it, on { $session }, is { $days ->
    [one] { $days } day
   *[other] { $days } days
} earlier.
plan-event-perhaps = On { $event } the skin is probably calm, but may still be red or flaking: the last session before it is on { $session }.
plan-event-seen = On { $event } something will likely still be seen: the last session before it is on { $session }.
plan-event-no-later = To be on the safe side, leave out sessions after { $until } until then. A rest counts as success.

plan-prepare = Prepare
plan-from = From { $day }
plan-from-now = From now on
plan-buy = Buy
plan-buy-what = To have at hand
plan-how = How
plan-length = { $length } mm, never over { $ceiling } mm
plan-passes = { $passes } times over the same skin, in { $directions } directions; lift, shift and turn between them.
plan-cream-not-sensitive = Not needed: your skin is not sensitive.
plan-cream-no-area = Never on these parts of the body.
plan-cream-allergy = None: you are allergic to it or to a similar one.
plan-cream-allergy-unknown = None until it is known that you are not allergic to it.
plan-cream-in-parts = This is more skin than the label allows in one go: treat it in parts, on different days.
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
plan-device-change = Change the device
plan-care = Care and replacement

plan-rhythm = How often
plan-evidence = What the evidence says
plan-strength-moderate = The evidence is moderate.
plan-strength-weak = The evidence is weak.
plan-strength-very-weak = The evidence is very weak.
plan-strength-none = There is no evidence that it helps.
plan-too-early = Too early to judge until { $day }
plan-judge-now = Since { $day } a first result may be judged
