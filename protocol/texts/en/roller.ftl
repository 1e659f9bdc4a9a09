# What a way of rolling does to the skin, computed by the simulated roller, and what would make it better.
# Numbers come in already rounded, with their units where a text shows none.

roller-summary = { $density } punctures on each square centimetre, { $punctures } in all on { $area } cm².
    .per-pass = One pass makes about { $low } to { $high } per cm²: nobody has measured which radius of a drum rolls.
    .per-pass-one = One pass makes about { $high } per cm².
    .counted = Your count: { $counted } per cm² and pass, where the drum’s size says { $expected } (difference { $difference } percent; a count of this size can be off by { $error } percent). The numbers here are for your roller.
    .doubles = { $effective } per cm² if holes closer than { $double } mm count as one.
    .like = It leaves as much skin untouched as { $density } per cm² scattered by chance would.
    .nearest = From one puncture to the nearest other: { $mean } mm on average; { $evenness } times what chance gives.
    .farther = { $half } percent of the skin is farther than 0.5 mm from any puncture, { $one } percent farther than 1 mm.
    .gap = The largest untouched circle is { $diameter } mm wide, at { $x } mm from the left and { $y } mm from the top.
    .variation = Counts in squares of 5 mm vary by { $percent } percent.
    .rim = Along the edge the density is { $percent } percent of that of the whole zone.
    .lines = Lines { $apart } mm apart stand out { $times } times as much as chance gives (below 8 none can be told from chance). Whether such lines show in skin is not known.
    .opened = The needles open { $low } to { $high } percent of the surface: 0.07 mm wide channels were measured in rats, the thickest needles are 0.25 mm.
    .sweep = While the drum turns, each needle sweeps up to { $mm } mm along the surface (an upper bound: skin gives way).
    .depth = How deep needles go can’t be worked out. In the studies it was from 20 percent of their length (rats, roller) to all of it (people, pen).
    .spread = With other chances ({ $seeds } seeds): density { $density-low } to { $density-high } per cm², farther than 0.5 mm { $half-low } to { $half-high } percent, largest gap { $gap-low } to { $gap-high } mm.
    .scatter = How far a hand scatters is assumed; nobody has measured it. Densities are geometry.
    .seed = Seed { $seed }: the same seed rolls the same.

roller-advice = What would make it better
    .lift = Lift the device between passes. Back and forth it falls into its own holes: these passes cover as much as { $like } lifted ones. With lifting, { $after } percent of the skin is farther than { $within } mm from any puncture, now { $before } percent.
    .shift = Move { $by } mm sideways between passes. Then { $after } percent of the skin is farther than 0.5 mm from any puncture, now { $before } percent.
    .turn = Roll in { $directions } directions. Lines then stand out { $after } times as much as chance gives, now { $before } times.
    .roll-over = Roll over the edge of the zone: now the edge gets { $rim } percent of the density. Never over what must be spared.
    .passes = { $needed } passes, lifted and shifted like this, bring { $share } percent of the skin within { $within } mm of a puncture ({ $density } per cm²). You rolled { $now }.
    .out-of-reach = The limit of { $cap } per cm² allows { $most } passes. Even so many do not bring { $share } percent of the skin within { $within } mm of a puncture.
    .too-dense = { $density } per cm² is more than the { $cap } that this protocol allows in one session. With this device that is { $most } passes at most.
    .too-dense-once = One pass of this device already makes more than the { $cap } per cm² that this protocol allows in one session.
    .long-sweep = Needles this long sweep up to { $mm } mm through the surface of the skin when they roll. Shorter needles, a stamp or a pen do so less or not at all.
    .none = Nothing that we can compute would make it better.

roller-picture = Punctures of a needling session
    .description = { $density } punctures on each square centimetre; the largest untouched circle is { $gap } mm wide.
    .rolled = As you rolled
    .same = The same passes, as advised
    .advised = As advised, as many as needed
    .passes = { $passes } passes, { $density } per cm²
    .left = { $percent } % farther than 0.5 mm
    .widest = largest gap { $gap } mm
    .puncture = a puncture
    .one-of = a dot for every { $n } punctures
    .far = skin farther than 0.5 mm from any puncture
    .gap = the largest gap
    .spared = spared
