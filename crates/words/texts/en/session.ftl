# Session day: the day's questions, preparation, rolling, the record.
session-title = Session
session-to-today = To Today
session-to-plan = See the plan

session-no-plan = No plan yet
session-no-plan-text = A plan says which needles, how often, and when the first session can be.
session-no-plan-go = Make a plan
session-done-already = I rolled already: record it

session-open = Session { $n } can be today
session-open-text = First a few questions about what may have changed, then preparation, then rolling.
session-best-by = Best by { $day }. There is no hurry.
session-start = Start

session-under-way = A session is under way
session-under-way-text = Go on where you were, or record it if you are done.
session-go-on = Go on
session-record-now = Record the session
session-left = A session was begun and not recorded
session-left-text = You answered the questions { $day }. If you rolled then, record it. If not, let it go: it counts for nothing.
session-left-record = I rolled: record it

session-refused-text = That is what your answers say today. Nothing is lost by waiting.
session-refused-not = That is what your answers say today.
session-answers-changed = Something has changed: answer again
session-check-in = Check in
session-rest-counts = Rest days count: this is when the skin does its work.

session-again-title = Still so?
session-again-under = This is what you said last time. Tick what is new; take off what is over.
session-again-same = Nothing has changed
session-again-changed = Save changes and go on
session-again-unclear = You changed an answer, and pressed “Nothing has changed”. Which is it? If the change is right, save it.
session-again-wrong = One answer needs a second look.
session-again-past = You named this before, and its time is not over yet. Tick it again. If it was a slip, change it under “All your answers”.

session-before = Score your skin as it is now, if you like
session-before-text = Only before the first session. If your skin is a little red every day, healing is measured against that, and not against perfect skin. Leave out what you can’t say.
session-before-said = Skin before
session-before-clear = Nothing above 0

session-stop = Not today after all
session-stop-text = That is fine. A day without needles is a rest day.
session-stop-reason = Why, if you want to note it
session-stop-go = Leave it for today

session-prepare-title = Prepare
session-prepare-under = Take your time. Ticks are for you and are not kept.
session-prepare-steps = Before you roll
session-prepare-go = Ready to roll
session-mind = To mind today
session-grams = { $n } g
session-cream-never-on = Never on: { $areas }.
session-cream-on = The cream is on now
session-cream-off = It is not on after all
session-cream-until = On until { $time }
session-cream-over = The time is over: wipe it off completely
session-cream-longest = Never longer than until { $time }.

session-roll-title = Roll
session-roll-progress = { $n } of { $of }
session-roll-progress-label = Zones rolled or left out
session-chart = The part to roll now, and what is done
session-chart-done = What was rolled
session-chart-mirror = As in the mirror: your left is on the left.
session-directions = { $n ->
    [1] One direction.
    [2] Two directions: up and down, then across.
   *[other] Four directions: up and down, across, and along both diagonals.
}
session-roll-passes = { $passes } passes over the same skin, all directions together.
session-lift = Lift, shift and turn between passes, and never turn while the needles are in the skin.
session-roll-length = Planned with { $length } needles.
session-mm = { $mm } mm
session-unit-mm = mm
session-zone-done = Done
session-zone-skip = Leave this part out
session-zone-rolled = { $zone }, { $n ->
    [one] { $n } pass
   *[other] { $n } passes
}
session-zone-now = { $zone }, now
session-zone-open = { $zone }, not rolled
session-roll-done = Every part is done or left out
session-roll-done-text = Tap a part to change it. Then record the session; it takes less than a minute.

session-zone-forehead-left = Left forehead
session-zone-forehead-right = Right forehead
session-zone-around-eyes-left = Around the left eye
session-zone-around-eyes-right = Around the right eye
session-zone-cheek-left = Left cheek
session-zone-cheek-right = Right cheek
session-zone-nose = Nose
session-zone-upper-lip = Upper lip
session-zone-chin = Chin
session-zone-neck = Neck
session-zone-decollete = Décolleté
session-zone-breast-left = Left breast
session-zone-breast-right = Right breast
session-zone-arm-left = Left arm
session-zone-arm-right = Right arm
session-zone-hand-left = Left hand
session-zone-hand-right = Right hand
session-zone-abdomen = Abdomen
session-zone-hip-left = Left hip
session-zone-hip-right = Right hip
session-zone-thigh-left = Left thigh
session-zone-thigh-right = Right thigh
session-zone-scalp = Scalp
session-zone-back-upper = Upper back
session-zone-back-lower = Lower back
session-zone-buttock-left = Left buttock
session-zone-buttock-right = Right buttock
session-zone-thigh-back-left = Back of the left thigh
session-zone-thigh-back-right = Back of the right thigh

session-record-title = Record
session-record-under = Filled in as far as it is known. Change what is not right.
session-record-wrong = Something needs a second look. What you typed is still here.
session-at = When
session-at-missing = Say when it was.
session-at-wrong = That is not a date with a time. Write it like 2026-12-05T10:00.
session-twice = A session at { $time } is recorded already. If this is another one, save it again. If not, change the one that is there.
session-at-ahead = That is still to come. A record is about what was done.
session-areas = Where
session-areas-more = Other parts of the body
session-areas-missing = Tick at least one part of the body.
session-zones = Passes on each part
session-zones-what = As you rolled. A part with 0 was left out.
session-zones-wrong = A whole number from 0 to 100.
session-length = Needle length
session-length-missing = Say how long the needles are. It is printed on the device or its box.
session-length-wrong = Needles have 0.05 to 3 mm, with at most two decimals.
session-passes = Passes over the same skin
session-passes-wrong = A whole number from 1 to 100.
session-directions-rolled = Directions
session-directions-short = { $n }
session-anaesthetic = Anaesthetic cream
session-device = Device
session-device-none = Not noted
session-needles = How many needles it has, if known
session-needles-wrong = A whole number from 1 to 2000.
session-note = Note

session-past-title = Session
session-past = Session { $n }
session-saved = Saved. Now let the skin rest.
session-over-ceiling = Recorded as it was. { $length } is longer than the { $ceiling } that is the limit here. Longer needles belong in a clinic.
session-roller-care = Now look after the roller
session-uses = { $n ->
    [one] { $n } session is recorded with this roller.
   *[other] { $n } sessions are recorded with this roller.
}
session-uses-since = { $n ->
    [one] { $n } session is recorded with this roller, in use since { $since }.
   *[other] { $n } sessions are recorded with this roller, in use since { $since }.
}
session-edit = Change the record
session-remove = Remove
session-removed = Removed
session-removed-text = The session and its check-ins are removed.
session-restore = Bring it back
session-held-what = Photos belong to this session
session-held-why = Removing the session would leave them without it.
session-held-next = Remove the photos first, or change the record instead.
session-missed = A rest day
session-missed-text = No session { $day }. Rest is part of the programme.
session-missed-record = I rolled after all: record it
