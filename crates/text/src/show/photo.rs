//! What is said of photos that are measured: the stable JSON, and the sentences that commands and pages share.

use super::{Page, Sentences};
use anstyle::AnsiColor;
use care::protocol::Texts;
use photo::colour::Tone;
use photo::doubt::Noise;
use photo::intake::{Colour, Shot};
use photo::quality::{MOST_CLIPPED, WhyNot, check_alone};
use photo::{Comparison, Outcome};
use serde::Serialize;

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

/// How the photos lie over each other.
#[derive(Debug, Serialize)]
pub struct Laid {
    /// Marks that agree.
    pub inliers: usize,
    /// The error there and back, in pixels.
    pub rms_px: f64,
}

/// What came of two visits.
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
    pub fn of(texts: &Texts, said: &Comparison) -> Self {
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
pub fn in_one_sentence(texts: &Texts, said: &Comparison, since: &str) -> String {
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
fn sentences(texts: &Texts, said: &Comparison) -> Vec<String> {
    let (Some(delta), Some(smallest)) = (said.delta_ei, said.sdc) else { return Vec::new() };
    let put = |key: &str, put: &[(&'static str, String)]| {
        let put: Vec<_> = put.iter().map(|(name, value)| (*name, value.clone().into())).collect();
        texts.say_with(key, &put).into_owned()
    };
    let mut all = vec![
        put("photo-smallest", &[("change", signed(delta, 3)), ("smallest", plain(smallest, 3))]),
        put("photo-smallest.unit", &[]),
    ];
    if let Some(change) = said.delta_a {
        all.push(put("photo-smallest.redness-a", &[("change", signed(change, 1))]));
    }
    // All of it or nothing of it, both times, says nothing.
    let alike =
        |(before, after): &(f64, f64)| before == after && (*before == 0.0 || *before == 1.0);
    if let Some((before, after)) = said.red_area.filter(|area| !alike(area)) {
        let share = |part: f64| plain(100.0 * part, 0);
        all.push(put("photo-smallest.area", &[("before", share(before)), ("after", share(after))]));
    }
    if let Some(change) = said.surface {
        all.push(put("photo-smallest.surface", &[("change", signed(change, 2))]));
    }
    if let Some(found) = said.registration {
        let marks = ("marks", found.inliers.to_string());
        all.push(put("photo-smallest.laid", &[marks, ("error", plain(found.rms_px, 2))]));
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
    pub fn of(texts: &Texts, shot: &Shot) -> Self {
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

fn reasons(page: &mut Page, why_not: &[Reason], [because, next]: &[String; 2]) {
    for reason in why_not {
        page.point(&reason.what);
        page.under(&format!("{because}: {}", reason.because));
        page.under(&format!("{next}: {}", reason.change));
    }
}

fn reason(texts: &Texts, why: &WhyNot) -> Reason {
    let key = format!("photo-not-{}", why.id());
    let amounts: Vec<_> =
        amounts(why).into_iter().map(|(name, text)| (name, text.into())).collect();
    let because = texts.say_with(&format!("{key}.because"), &amounts).into_owned();
    Reason {
        id: why.id(),
        what: texts.say(&key).into_owned(),
        because,
        change: texts.say(&format!("{key}.change")).into_owned(),
    }
}

/// The figures that a reason is told with.
fn amounts(why: &WhyNot) -> Vec<(&'static str, String)> {
    match *why {
        WhyNot::Clipped(share) => {
            vec![("percent", plain(100.0 * share, 0)), ("most", plain(100.0 * MOST_CLIPPED, 0))]
        }
        // Which of both is the sharper does not matter.
        WhyNot::Blur(ratio) => vec![("ratio", plain(ratio.max(1.0 / ratio), 1))],
        WhyNot::Scale(ratio) | WhyNot::Tilt(ratio) => vec![("ratio", plain(ratio, 2))],
        WhyNot::Rotation(degrees) => vec![("degrees", plain(degrees.abs(), 0))],
        WhyNot::FewInliers(marks) => vec![("marks", marks.to_string())],
        WhyNot::Misaligned(pixels) => vec![("pixels", plain(pixels, 1))],
        WhyNot::ControlChanged(change) => vec![("change", signed(change, 3))],
        _ => Vec::new(),
    }
}

fn noise(noise: Noise) -> &'static str {
    match noise {
        Noise::Prior => "prior",
        Noise::Repeats => "repeats",
    }
}

/// To four places: more is noise.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// A figure to so many places.
pub fn plain(value: f64, places: usize) -> String {
    format!("{value:.places$}")
}

/// The same, with its sign; what rounds to 0 has none.
pub fn signed(value: f64, places: usize) -> String {
    let written = format!("{value:+.places$}");
    match written.contains(|digit: char| ('1'..='9').contains(&digit)) {
        true => written.replace('-', "−"),
        false => plain(0.0, places),
    }
}

#[cfg(test)]
mod tests {
    use care::Protocol;
    use care::protocol::Files;

    use super::*;

    /// No change, on skin that appears so.
    fn no_change(tone: Tone) -> Comparison {
        let regions = photo::Regions::default();
        let none = photo::compare(&[], &[], &regions, &photo::Settings::default());
        let (delta_ei, sdc) = (Some(0.01), Some(0.03));
        let result = Outcome::NoChange;
        Comparison {
            comparable: true,
            why_not: vec![],
            delta_ei,
            sdc,
            tone: Some(tone),
            result,
            ..none
        }
    }

    #[test]
    fn no_change_on_dark_skin_is_never_said_as_if_it_meant_something() {
        let protocol = Protocol::read(&Files::built_in(), None).unwrap();
        let said = |tone| {
            let said = no_change(tone);
            let whole = in_one_sentence(protocol.texts(), &said, "9 October");
            (whole, Compared::of(protocol.texts(), &said).sentences.join(" "))
        };
        let (light, beneath) = said(Tone::Light);
        assert!(light.contains("No change since 9 October beyond noise"), "{light}");
        assert!(!beneath.contains("skin a photo shows"), "{beneath}");
        assert!(said(Tone::Brown).1.contains("“no change” says less"));
        let (dark, beneath) = said(Tone::Dark);
        assert!(dark.contains("that says nothing"), "{dark}");
        assert!(beneath.contains("“no change” says nothing"), "{beneath}");
    }

    #[test]
    fn every_reason_not_to_compare_has_its_words() {
        let protocol = Protocol::read(&Files::built_in(), None).unwrap();
        for id in WhyNot::IDS {
            let said = reason(protocol.texts(), &WhyNot::read(id, Some(2.0)).unwrap());
            for part in [said.what, said.because, said.change] {
                assert!(part.ends_with('.') && !part.contains(['{', '$']), "{id}: {part}");
            }
        }
    }
}
