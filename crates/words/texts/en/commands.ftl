# What the command line says beside what pages say too.
show-decided-by = Decided by the protocol { $name } { $version }.
show-why = Why
show-mind = Mind
show-who = Who says so: { $sources }
show-who-plain = Who says so:
show-otherwise-plain = Who says otherwise:
show-answered = { $title } (answered: { $answered })
show-change = What would change it: { $change }
show-every-source = Every source of a reason: needlewise protocol show { $rule }
show-nothing-against = Nothing you answered speaks against it. Answer again before each session.
show-alternatives = What else might help
show-head-more = { $head }. { $more }
show-sentence = { $words }.
show-labelled = { $label }: { $what }
show-span = { $low } to { $high }
show-by = { $what } ({ $by }).

# Plan.
show-no-sessions = So there are no sessions to plan yet.
show-sessions = Sessions
show-session = Session { $n }: { $ideal }, best by { $by }
show-session-from = Session { $n }: { $ideal }, not before { $from }, best by { $by }
show-sessions-more = and { $n } more in this rhythm, the last on { $last }
show-choice = Your choice, as rhythm in the person's file: { $choices }.
show-choice-or = { $list } or { $next }
show-each-time = Answer the screening questions again before each, and only go on with calm skin.
show-how = How
show-needles = Needles: { $range } mm, never more than { $ceiling } mm here.
show-needles-misfit = The needles of the device named are not of this length: the plan counts on one that is.
show-needles-unknown = No needle length is named yet: the plan counts on the longest of these.
show-passes = Passes: { $range } over the same skin, in { $directions } directions; lift, shift and turn between them.
show-pressure = How hard: { $pressure }
show-keep-free = Keep free after a session: about { $about ->
    [one] { $about } day
   *[other] { $about } days
}, up to { $most ->
    [one] { $most } day
   *[other] { $most } days
}, if you would rather not be seen.
show-keep-free-nothing = Keep free after a session: usually nothing, up to { $most ->
    [one] { $most } day
   *[other] { $most } days
}, if you would rather not be seen.
show-cream = Anaesthetic cream: { $how }
show-step = From { $from }: { $title }. { $do }
show-prepare = Prepare
show-at-hand = Have at hand
show-device = Your device
show-evidence = What the evidence says
show-goal = { $title } (evidence: { $strength }). { $evidence }
show-strength-moderate = moderate
show-strength-weak = weak
show-strength-very-weak = very weak
show-strength-none = none

# The cream, where it is not used.
cream-not-sensitive = Not needed: your skin is not sensitive.
cream-no-area = Never on these parts of the body.
cream-allergy = None: you are allergic to it or to a similar one.
cream-allergy-unknown = None until it is known that you are not allergic to it.

# Course.
show-course = What is usual after needles of this length: { $length }. Scores 0 to 10; a range, not a promise.
show-days = Day by day
show-day = Day { $day } ({ $date }): { $signs }
show-day-on = From day { $day } on: { $signs }
show-day-none = no sign is usual any more
show-effects = Side effects, and when they are no longer normal
show-effect = { $title } (from { $from } to { $until }). { $do }
show-phases = Where healing is
show-phase = { $title } ({ $from } to { $until }). { $what }

# Aftercare.
show-hours = Day { $day }, { $hours } hours after the session.
show-hours-phase = Day { $day }, { $hours } hours after the session: { $phase }.
show-do = Do
show-avoid = Avoid
show-again = When again?
show-product-yes = { $product }: yes
show-product-yes-calm = { $product }: yes, if the skin is calm
show-product-from = { $product }: not before { $when }
show-product-from-calm = { $product }: not before { $when }, if the skin is calm
show-product-how = Why, and what others publish: add --product with the name of one, for example --product retinoid.

# Check-in.
show-next-checkin = Next check-in: { $next }. Sooner if anything gets worse.

# Sources and entries.
show-source = { $kind ->
    [ours] our own view
    [article] an article
    [guideline] a guideline
    [label] a maker’s label
    [trial] a trial
    [review] a review
   *[custom] what many do
}{ $year ->
    [none] { "" }
   *[other] { " " }of { $year }
}{ $grade ->
    [people] , measured in people
    [animals] , measured in animals
    [opinion] , an opinion
   *[assumption] { "" }
} ({ $id })
show-sources = { $n } sources [kind, learned from].
show-rule-row = { $question }: at home { $home }, in a clinic { $clinic }.
show-rule-row-answers = { $question } = { $answers }: at home { $home }, in a clinic { $clinic }.
show-article-says = The article says this; it is the default.
show-article-ours = The article speaks of this. How we put it, and its numbers, are ours.
show-article-stricter = The article is stricter than this.
show-article-looser = The article is less strict than this.

# Check of a protocol.
show-fault = { $file }: { $entry }: { $what }. To mend it: { $mend }.
show-sound = { $name } { $version } is sound: { $rows } entries, every one with its sources. Variants: { $variants }.
show-none = none

# Two versions of a protocol.
show-diff = { $old } beside { $new }, asked about random people (seed { $seed }) on { $on }.
show-diff-spread = They are spread over the answers, so a share of them is no share of real people.
show-diff-rows = Rows
show-diff-texts = Texts
show-diff-added = added: { $ids }
show-diff-removed = removed: { $ids }
show-diff-changed = changed: { $ids }
show-diff-setting = { $setting }: { $different } of { $people } are decided differently, { $dated } of them only by another date
show-diff-by-rule = By rule: how many verdicts it changes. Then the people for whom it fires: only in the old one, only in the new one, in both with another verdict.
show-diff-rule = { $rule }: { $changed }; { $old }, { $new }, { $other }
show-diff-corner = old \ new

# While it runs.
serve-runs = Needlewise runs. Open the address above in your browser. It works once, within 15 minutes.
serve-folder = Your record is kept in { $folder }.
serve-demo = The person is fictional. Nothing is kept: { $folder } goes when it ends.
serve-stop = To stop it, press Ctrl-C here.
