# The dose: what passes and directions do to the skin, on the plan and after a session.
dose-plan = What rolling does
dose-plan-short = { $passes } passes, lifted, shifted and turned, leave { $half } percent of the skin out. Back and forth it is { $plain } percent.
dose-yellow = Yellow is left out: farther than 0.5 mm from any puncture.
dose-numbers = The numbers behind it
dose-plan-lead = { $passes } passes with { $needles } needles over the same skin, on a square of 5 by 5 cm. One is rolled back and forth, one as planned, in { $directions } directions. Lift, shift and turn, and less skin is left out.
dose-plan-most = As planned with { $passes } passes: { $density } punctures on each square centimetre, { $half } percent of the skin farther than 0.5 mm from any.
dose-session = The dose of this session
dose-session-lead = { $passes } passes with { $needles } needles make about { $punctures } punctures on a square of 5 by 5 cm: { $density } on each square centimetre.
dose-zones-differ = The parts were rolled differently, from { $low } to { $high } passes. This is the skin that was rolled most.
dose-directions-unknown = The directions are not recorded, so back and forth is computed in one direction.
dose-lift-unknown = Whether you lifted between passes is not recorded. The first picture shows these passes never lifted, the second lifted, shifted and turned; what you did may lie between.
dose-needles-unknown = The number of needles is not known; { $needles } are taken, the fewest of the rollers we know. With more needles it is more punctures.

dose-unknown-passes = The passes are not recorded, so the dose is not known. You can add them to the record.
dose-unknown-head = Computed for rollers only: heads of stamps and pens have all sizes.
dose-unknown-clinic = In a clinic it depends on the device there. Ask how many passes are usual and why.
dose-unknown-odd = It can’t be computed for these numbers of needles and passes. Look at the record or at your device again.

dose-way-plain = Back and forth, never lifted
dose-way-advised = Lifted, shifted, turned
dose-alt = { $way }: punctures as dots on a square of skin. { $half } percent of it is farther than 0.5 mm from any; the largest gap is { $gap } mm wide.
dose-larger = Both pictures side by side
dose-table = Mean of { $n } computed rollings, lowest and highest in brackets
dose-what = On the skin
dose-density = Punctures per cm²
dose-half = Percent farther than 0.5 mm from any
dose-one = Percent farther than 1 mm from any
dose-gap = Largest gap, mm
dose-grade-geometry = geometry
dose-grade-measured = measured
dose-grade-assumption = rests on an assumption
dose-computed = Computed, not measured on your skin. How much of this skin needs is not known.
