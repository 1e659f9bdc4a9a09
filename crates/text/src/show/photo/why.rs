//! Why photographs can't be compared, in three sentences: what is wrong, why it matters, what to do.

use photo::quality::{
    MOST_CLIPPED, MOST_CLIPPED_CONTROL, MOST_CLIPPED_PHOTO, MOST_CLIPPED_REFERENCE, WhyNot,
};
use serde::Serialize;
use words::Wording;

use super::super::Page;

/// Why photos can't be compared, and what to do.
#[derive(Debug, Serialize)]
pub struct Reason {
    /// `photo::quality::WhyNot`'s word.
    pub id: &'static str,
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub because: String,
    /// What to do.
    pub change: String,
}

pub(super) fn reasons(page: &mut Page, why_not: &[Reason], [because, next]: &[String; 2]) {
    for reason in why_not {
        page.point(&reason.what);
        for (label, what) in [(because, &reason.because), (next, &reason.change)] {
            let words = [("label", label.as_str().into()), ("what", what.as_str().into())];
            page.under(&page.words("show-labelled", &words));
        }
    }
}

pub(super) fn reason(texts: &Wording, why: &WhyNot) -> Reason {
    let key = format!("photo-not-{}", why.id());
    let amounts: Vec<_> =
        amounts(texts, why).into_iter().map(|(name, text)| (name, text.into())).collect();
    let because = texts.say_with(&format!("{key}.because"), &amounts).into_owned();
    Reason {
        id: why.id(),
        what: texts.say(&key).into_owned(),
        because,
        change: texts.say(&format!("{key}.change")).into_owned(),
    }
}

/// The figures that a reason is told with.
fn amounts(texts: &Wording, why: &WhyNot) -> Vec<(&'static str, String)> {
    match *why {
        WhyNot::ClippedFirst(share) | WhyNot::Clipped(share) => clipped(texts, share, MOST_CLIPPED),
        WhyNot::ClippedFirstReference(share) | WhyNot::ClippedReference(share) => {
            clipped(texts, share, MOST_CLIPPED_REFERENCE)
        }
        WhyNot::ClippedControl(share) => clipped(texts, share, MOST_CLIPPED_CONTROL),
        WhyNot::ClippedPhoto(share) => clipped(texts, share, MOST_CLIPPED_PHOTO),
        // Which of both is the sharper does not matter.
        WhyNot::Blur(ratio) => vec![("ratio", texts.fixed(ratio.max(1.0 / ratio), 1))],
        WhyNot::Scale(ratio) | WhyNot::Tilt(ratio) => vec![("ratio", texts.fixed(ratio, 2))],
        WhyNot::Rotation(degrees) => vec![("degrees", texts.fixed(degrees.abs(), 0))],
        WhyNot::FewInliers(marks) => vec![("marks", marks.to_string())],
        WhyNot::Misaligned(pixels) => vec![("pixels", texts.fixed(pixels, 1))],
        WhyNot::ControlChanged(change) => vec![("change", texts.signed(change, 3))],
        _ => Vec::new(),
    }
}

/// How much is clipped and how much may be; a decimal, so that a little too much does not read like enough.
fn clipped(texts: &Wording, share: f64, most: f64) -> Vec<(&'static str, String)> {
    vec![("percent", texts.fixed(100.0 * share, 1)), ("most", texts.fixed(100.0 * most, 0))]
}
