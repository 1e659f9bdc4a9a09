//! What is said of photos that are measured: the stable JSON, and the sentences that commands and pages share.

mod figures;
mod why;

use anstyle::AnsiColor;
use photo::colour::Tone;
use photo::doubt::Noise;
use photo::intake::{Colour, Shot};
use photo::quality::check_alone;
use photo::{Comparison, Outcome};
use serde::Serialize;
use words::Wording;

use super::{Page, Sentences};
use figures::rounded;
pub use why::Reason;
use why::{reason, reasons};

/// How the photos lie over each other.
#[derive(Debug, Serialize)]
pub struct Laid {
    /// Marks that agree.
    pub inliers: usize,
    /// The error there and back, in pixels.
    pub rms_px: f64,
}

/// What came of two sittings.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// Whether anything can be said.
    pub comparable: bool,
    /// Why not, if it can't.
    pub why_not: Vec<Reason>,
    /// How the photos lie over each other.
    pub registration: Option<Laid>,
    /// Change of the erythema index, log10.
    pub delta_ei: Option<f64>,
    /// The smallest change of it that can be told from noise.
    pub sdc: Option<f64>,
    /// Change of a*.
    pub delta_a: Option<f64>,
    /// `photo::Outcome`'s word.
    pub result: &'static str,
    /// `prior` (one photo a side) or `repeats`; none without a result.
    pub noise: Option<&'static str>,
    /// The red share of the region before and after, 0 to 1.
    pub red_area: Option<[f64; 2]>,
    /// Change of surface contrast in this light.
    pub surface: Option<f64>,
    /// By how much untreated control skin seemed to change.
    pub control: Option<f64>,
    /// What stands beneath: the numbers first, what they can't say last.
    #[serde(skip)]
    pub sentences: Vec<String>,
    /// The answer in one sentence.
    #[serde(skip)]
    pub headline: String,
    #[serde(skip)]
    labels: [String; 2],
}

impl Compared {
    /// Puts a comparison into words.
    pub fn of(texts: &Wording, said: &Comparison) -> Self {
        let word = said.result.word();
        Self {
            comparable: said.comparable,
            why_not: said.why_not.iter().map(|why| reason(texts, why)).collect(),
            registration: said
                .registration
                .map(|found| Laid { inliers: found.inliers, rms_px: rounded(found.rms_px) }),
            delta_ei: said.delta_ei.map(rounded),
            sdc: said.sdc.map(rounded),
            delta_a: said.delta_a.map(rounded),
            result: word,
            noise: said.comparable.then_some(noise(said.noise)),
            red_area: said.red_area.map(|(before, after)| [rounded(before), rounded(after)]),
            surface: said.surface.map(rounded),
            control: said.control.map(rounded),
            sentences: sentences(texts, said),
            headline: texts.say(&format!("photo-result-{word}")).into_owned(),
            labels: ["photo-because", "photo-next"].map(|key| texts.say(key).into_owned()),
        }
    }
}

impl Sentences for Compared {
    fn say(&self, page: &mut Page) {
        let colour = if self.comparable { AnsiColor::Green } else { AnsiColor::Yellow };
        page.headline(&self.headline, colour);
        reasons(page, &self.why_not, &self.labels);
        for sentence in &self.sentences {
            page.point(sentence);
        }
    }
}

/// What can and what can't be said, in one sentence; `since` is the day of the first photos, as a person says it.
#[must_use]
pub fn in_one_sentence(texts: &Wording, said: &Comparison, since: &str) -> String {
    let key = format!("photo-result-{}", said.result.word());
    if !said.comparable {
        return texts.say(&key).into_owned();
    }
    let part = match hidden_by_tone(said) {
        Some("photo-caution-tone-dark") => "dark",
        _ => "whole",
    };
    texts.say_with(&format!("{key}.{part}"), &[("since", since.to_owned().into())]).into_owned()
}

/// The sentences beneath the headline, the numbers first, what they can't say last.
fn sentences(texts: &Wording, said: &Comparison) -> Vec<String> {
    let (Some(delta), Some(smallest)) = (said.delta_ei, said.sdc) else { return Vec::new() };
    let put = |key: &str, put: &[(&'static str, String)]| {
        let put: Vec<_> = put.iter().map(|(name, value)| (*name, value.clone().into())).collect();
        texts.say_with(key, &put).into_owned()
    };
    let mut all = vec![
        put(
            "photo-smallest",
            &[("change", texts.signed(delta, 3)), ("smallest", texts.fixed(smallest, 3))],
        ),
        put("photo-smallest.unit", &[]),
    ];
    if let Some(change) = said.delta_a {
        all.push(put("photo-smallest.redness-a", &[("change", texts.signed(change, 1))]));
    }
    // All of it or nothing of it, both times, says nothing.
    let alike =
        |(before, after): &(f64, f64)| before == after && (*before == 0.0 || *before == 1.0);
    if let Some((before, after)) = said.red_area.filter(|area| !alike(area)) {
        let share = |part: f64| texts.fixed(100.0 * part, 0);
        all.push(put("photo-smallest.area", &[("before", share(before)), ("after", share(after))]));
    }
    if let Some(change) = said.surface {
        all.push(put("photo-smallest.surface", &[("change", texts.signed(change, 2))]));
    }
    if let Some(found) = said.registration {
        let marks = ("marks", found.inliers.to_string());
        all.push(put("photo-smallest.laid", &[marks, ("error", texts.fixed(found.rms_px, 2))]));
    }
    all.extend(cautions(said).into_iter().map(|key| put(key, &[])));
    all
}

/// The text that says so where no change was seen on skin whose tone hides redness from a photo.
#[must_use]
pub fn hidden_by_tone(said: &Comparison) -> Option<&'static str> {
    let tone = said.tone.filter(|tone| tone.hides_redness() && said.result == Outcome::NoChange)?;
    Some(if tone == Tone::Dark { "photo-caution-tone-dark" } else { "photo-caution-tone" })
}

/// What a result must never be shown without.
fn cautions(said: &Comparison) -> Vec<&'static str> {
    let noise = match said.noise {
        Noise::Prior => "photo-noise-prior",
        Noise::Repeats => "photo-noise-repeats",
    };
    let mut keys = vec![noise];
    keys.extend(hidden_by_tone(said));
    if said.control.is_none() {
        keys.push("photo-caution-control");
    }
    keys.extend(["photo-caution-cause", "photo-caution-clinician"]);
    keys
}

/// What one photo lacks.
#[derive(Debug, Serialize)]
pub struct Checked {
    fine: bool,
    why_not: Vec<Reason>,
    width: u32,
    height: u32,
    colour: &'static str,
    #[serde(skip)]
    said: [String; 2],
    #[serde(skip)]
    labels: [String; 2],
}

impl Checked {
    /// Looks at a photo alone and puts what it lacks into words.
    pub fn of(texts: &Wording, shot: &Shot) -> Self {
        let why_not: Vec<Reason> = check_alone(shot).iter().map(|why| reason(texts, why)).collect();
        let (width, height) = shot.pixels.dimensions();
        let colour = match shot.colour {
            Colour::Assumed => "assumed",
            Colour::Converted => "converted",
            Colour::Kept => "kept",
        };
        let headline = if why_not.is_empty() { "photo-check-fine" } else { "photo-check-not" };
        let named = texts.say(&format!("photo-check-colour-{colour}")).into_owned();
        let size = texts.say_with(
            "photo-check-size",
            &[
                ("width", width.to_string().into()),
                ("height", height.to_string().into()),
                ("colour", named.into()),
            ],
        );
        let said = [texts.say(headline).into_owned(), size.into_owned()];
        let labels = ["photo-because", "photo-next"].map(|key| texts.say(key).into_owned());
        Self { fine: why_not.is_empty(), why_not, width, height, colour, said, labels }
    }
}

impl Sentences for Checked {
    fn say(&self, page: &mut Page) {
        let [headline, size] = &self.said;
        page.headline(headline, if self.fine { AnsiColor::Green } else { AnsiColor::Yellow });
        page.text(size);
        reasons(page, &self.why_not, &self.labels);
    }
}

fn noise(noise: Noise) -> &'static str {
    match noise {
        Noise::Prior => "prior",
        Noise::Repeats => "repeats",
    }
}

#[cfg(test)]
mod tests;
