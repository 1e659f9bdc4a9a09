# The protocol and its sources, to browse.
reference-title = Protocol and sources
reference-under = Every rule that decides here, with who says so and who says otherwise. A clinician can read and change it.
reference-search = Look for
reference-search-go = Search
reference-found = { $n ->
    [0] Nothing says that. Try fewer or other words.
    [one] One place says that.
   *[other] { $n } places say that.
}
reference-all = Show everything
reference-which = What decides
reference-name = Protocol
reference-version = Version
reference-variant = Variant
reference-variant-none = None: the protocol itself
reference-variant-change = Change the variant
reference-count = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
reference-id = In the files this is called
reference-no-year = no year known
reference-read = Where it can be read:
reference-used = { $n ->
    [one] One entry names it
   *[other] { $n } entries name it
}
reference-band = { $sign }, { $length }
reference-day = Day
reference-scores = Usual score, 0 to 10
reference-range = Scores
reference-rater = Made for
reference-rater-self = the person
reference-rater-clinician = somebody trained
reference-noise = Smallest change that counts
reference-noise-none = nobody has measured it
reference-asked = What is asked
reference-answer = The answer
reference-home = At home
reference-clinic = In a clinic
reference-read-by = What the answers can lead to:
reference-verdict-proceed = Go ahead
reference-verdict-proceed-with-care = Go ahead, with care
reference-verdict-wait-until = Not now: wait until a date
reference-verdict-ask-clinician = Ask a clinician first
reference-verdict-do-not = Please don’t be needled now
reference-article-says = The article says this, so it is the default.
reference-article-ours = The article speaks of this. How we put it, and its numbers, are ours.
reference-article-stricter = The article is stricter than this.
reference-article-looser = The article is less strict than this.

# What stands in the sentences of an entry where each person has a date or a number of their own.
reference-any-until = a date worked out from your answer
reference-any-ceiling = the area’s longest length
reference-any-from = the first day
reference-any-by = the last day of the time it usually takes
reference-any-grams = x
reference-any-minutes = y
reference-any-maximum = z

reference-kind-question = Questions
reference-kind-question-what = What is asked before needling, and why.
reference-kind-rule = Rules
reference-kind-rule-what = What an answer means, at home and in a clinic.
reference-kind-alternative = Alternatives
reference-kind-alternative-what = What else might help.
reference-kind-goal = Goals
reference-kind-goal-what = What can be hoped for, and how well it is supported.
reference-kind-area = Areas
reference-kind-area-what = Parts of the body, and how long a needle may be there.
reference-kind-device = Devices
reference-kind-device-what = Rollers, stamps and pens.
reference-kind-length-class = Needle lengths
reference-kind-length-class-what = Lengths by how the skin answers to them.
reference-kind-rhythm = Rhythms
reference-kind-rhythm-what = How often, and how long to rest between.
reference-kind-technique = How hard
reference-kind-technique-what = How hard to press, and what shows that it is enough.
reference-kind-preparation = Preparation
reference-kind-preparation-what = What to do before a session, and when.
reference-kind-cream = Anaesthetic cream
reference-kind-cream-what = How much, how long, and when it is not needed.
reference-kind-dose = Dose
reference-kind-dose-what = How many punctures the skin gets, and how evenly.
reference-kind-shopping = To have at hand
reference-kind-shopping-what = What a session and the days after it need.
reference-kind-roller-care = Care of the roller
reference-kind-roller-care-what = Cleaning it, and when to retire it.
reference-kind-card = Do and avoid
reference-kind-card-what = Aftercare by the hour.
reference-kind-product = When again
reference-kind-product-what = When each kind of product may be used again.
reference-kind-phase = Phases of healing
reference-kind-phase-what = What happens in the skin, and for how long.
reference-kind-band = Expected course
reference-kind-band-what = The usual range of each sign, day by day.
reference-kind-effect = Side effects
reference-kind-effect-what = What can happen, and when it is no longer normal.
reference-kind-sign = Signs of a check-in
reference-kind-sign-what = What is scored, and what to do when it is more than usual.
reference-kind-flag = Warning signs
reference-kind-flag-what = What never waits.
reference-kind-emergency = Emergency numbers
reference-kind-emergency-what = Which number brings an ambulance in your time zone. Elsewhere we say “your emergency number”.
reference-kind-triage = How check-ins are judged
reference-kind-triage-what = How far over the usual counts, and when to look again.
reference-kind-judge = When to judge the result
reference-kind-judge-what = Too early before, first signs by.
reference-kind-scale = Scales
reference-kind-scale-what = How results are scored.
reference-pages = Pages of the sources
reference-before = The page before
reference-after = The next page
reference-kind-source = Sources
reference-kind-source-what = Where every statement comes from. Mostly abstracts and excerpts were read, seldom the full text.
