# Did it work? What there is to judge by, scores and scales, each with what can't be said.
results-title = Did it work?

results-nothing = Nothing to judge yet
results-nothing-why = Before the first session, take photos and score yourself. They are what everything later is held against, and they can’t be made up for afterwards.
results-nothing-ready = Your photos and your score from before are here. They are what everything later is held against.
results-unknown = When to judge can’t be said yet
results-unknown-why = It is worked out from your answers, and one is missing.
results-unknown-go = Answer it
results-open = Since { $date } a first result may be judged
results-open-how = Look at scores and photos together: none of them alone says whether it worked.

results-score-now = Score yourself now
results-score-again = Score again
results-of = of { $high }
results-line = Your scores in order
results-one = { $score } on { $date }.
results-two = { $first } on { $then }, { $latest } on { $now }.
results-one-only = With a second score, the two can be held against each other.
results-unjudged = Nobody has measured how much of a change is chance, so only the two numbers can be given.
results-within = No change that could be told from chance: on this scale, less than { $noise } doesn’t count.
results-beyond = That is { $by } apart, and on this scale { $noise } or more counts. Why it changed, a score can’t say.
results-relative = Each of these scores already compares with the beginning, so two of them aren’t held against each other.
results-no-before = The first score is from after the first session, so how it was before isn’t known.
results-score-healing = The latest score is from day { $day } after session { $n }, when skin is still healing.
results-score-early = The latest score is from a time that is too early to judge.

results-from-others = From a clinician
results-from-others-what = Scales made for somebody trained. Enter what they scored.
results-rater-needed = This scale was made for somebody trained. Enter a score that a clinician gave.
results-not-for-goals = This scale was made for something else than what you hope for.

results-enter = Enter a score
results-score = Score
results-date = Date
results-note = Note
results-note-add = Add a note
results-none = not at all
results-most = as much as can be
results-range = A whole number from { $low } to { $high }
results-value-wrong = A score here is a whole number from { $low } to { $high }. Choose one and save again.
results-not-kept = This score is not saved yet. What has to be mended stands beside it.
results-saved = Saved.
results-over-time = Over time
results-entries = Your entries
results-point = { $score } on { $date }
results-key-early = healing, or too early
results-key-noise = may be chance
results-key-session = session
results-remove = Remove
results-remove-of = Remove the score of { $date }
results-removed = Removed: { $score } on { $date }.
results-undo = Undo

results-photos-how = Look at two photos of the same view without knowing which came first. Your eyes are fairer that way.
results-photos-few = { $n ->
    [0] There are no photos yet.
    [one] There is one photo so far.
   *[other] There are { $n } photos so far.
} Looking at two takes the same view on two days.
results-seen = { $n ->
    [one] You looked at one pair without knowing the order
   *[other] You looked at { $n } pairs without knowing the order
}. The later photo looked better to you { $later ->
    [one] once
   *[other] { $later } times
}, the earlier one { $earlier ->
    [one] once
   *[other] { $earlier } times
}, neither { $neither ->
    [one] once
   *[other] { $neither } times
}.

results-regions = Redness, measured
results-regions-what = The same place of skin, from photo to photo.
results-regions-none = Draw around a place of skin on your first photo. Each later photo is then measured against it: less red, redder, or no change beyond noise.
results-regions-no-photo = It begins with a photo from before the first session.
results-region-draw = Follow a place
results-region-another = Follow another place
results-region-unmeasured = Nothing measured yet
results-region-dated = { $date }: { $result }
results-region-healing = That was day { $day } after session { $n }: skin that heals, not a result.
results-region-early = That was too early to be a result.
