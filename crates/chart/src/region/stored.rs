//! What is kept of a measurement, and back: numbers and words, never pixels.

use photo::colour::Tone;
use photo::doubt::Noise;
use photo::quality::WhyNot;
use photo::register::{Homography, Registration};
use photo::{Comparison, METHOD, Outcome};
use store::records::{Measured, Reason, Region};
use store::{Entry, PhotoId};

/// What is kept.
pub fn measured(
    region: &Entry<Region>,
    (before, after): (Vec<PhotoId>, Vec<PhotoId>),
    said: &Comparison,
) -> Measured {
    let reason = |why: &WhyNot| Reason { id: why.id().to_owned(), figure: why.figure() };
    Measured {
        region: region.id,
        version: region.version,
        before,
        after,
        result: said.result.word().to_owned(),
        why_not: said.why_not.iter().map(reason).collect(),
        delta_ei: said.delta_ei,
        sdc: said.sdc,
        delta_a: said.delta_a,
        delta_ita: said.delta_ita,
        delta_mi: said.delta_mi,
        red_area: said.red_area,
        surface: said.surface,
        control: said.control,
        repeats: said.noise == Noise::Repeats,
        tone: said.tone.map(|tone| tone.word().to_owned()),
        inliers: said.registration.map(|found| found.inliers),
        rms_px: said.registration.map(|found| found.rms_px),
        movement: said.movement.map(|movement| movement.0),
        method: METHOD,
    }
}

/// What can be said by what is kept: nothing if its numbers do not bear out its word, or if this program does not know the
/// word. A record may come from an import, and a change without its error is no result.
fn result(kept: &Measured) -> Outcome {
    let (Some(delta), Some(smallest)) = (kept.delta_ei, kept.sdc) else {
        return Outcome::NotComparable;
    };
    let said = Outcome::ALL.into_iter().find(|outcome| outcome.word() == kept.result);
    let borne_out = match said {
        Some(Outcome::Decrease) => delta < -smallest,
        Some(Outcome::Increase) => delta > smallest,
        Some(Outcome::NoChange) => delta.abs() <= smallest,
        Some(Outcome::NotComparable) | None => false,
    };
    said.filter(|_| borne_out && smallest > 0.0).unwrap_or(Outcome::NotComparable)
}

/// What was measured, as `text` puts it into words.
pub fn comparison(kept: &Measured) -> Comparison {
    let result = result(kept);
    let movement = kept.movement.map(Homography);
    let registration = kept.inliers.zip(kept.rms_px).map(|(inliers, rms_px)| Registration {
        movement: movement.unwrap_or(Homography::IDENTITY),
        inliers,
        patches: 0,
        rms_px,
        residual_px: 0.0,
        alike: 1.0,
    });
    let tone = kept.tone.as_deref();
    Comparison {
        comparable: result != Outcome::NotComparable,
        why_not: kept.why_not.iter().filter_map(|why| WhyNot::read(&why.id, why.figure)).collect(),
        registration,
        movement,
        delta_ei: kept.delta_ei,
        sdc: kept.sdc,
        delta_a: kept.delta_a,
        delta_ita: kept.delta_ita,
        delta_mi: kept.delta_mi,
        red_area: kept.red_area,
        surface: kept.surface,
        control: kept.control,
        noise: if kept.repeats { Noise::Repeats } else { Noise::Prior },
        tone: tone.and_then(|word| Tone::ALL.into_iter().find(|tone| tone.word() == word)),
        result,
    }
}
