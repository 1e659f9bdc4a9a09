//! The sentences of a rolling, and its picture with its words.

use anstyle::AnsiColor;
use roller::picture::{Panel, Tone, Words, png, svg};
use roller::{Advice, Calibrated, DOUBLE_MM, Device, Error, Target};
use words::{Worded, Wording};

use super::super::Page;
use super::{Roll, Said};
use crate::tell::figures::{hundredth, percent, tenth, whole};

type Variables<'v> = &'v [(&'static str, String)];

impl Said<'_> {
    fn texts(&self) -> &Wording {
        self.protocol.texts()
    }
    fn text(&self, key: &str, variables: Variables<'_>) -> String {
        text(self.protocol, key, variables)
    }
    fn summary(&self, attribute: &str, variables: Variables<'_>) -> String {
        self.text(&format!("roller-summary.{attribute}"), variables)
    }

    pub(super) fn say(&self, page: &mut Page) {
        let results = &self.results;
        let summary = [
            ("density", whole(self.texts(), results.density_per_cm2)),
            ("punctures", results.punctures.to_string()),
            ("area", tenth(self.texts(), results.area_cm2)),
        ];
        page.headline(&self.text("roller-summary", &summary), AnsiColor::Green);
        page.text(&self.summary(
            "farther",
            &[
                ("half", percent(self.texts(), results.farther[0])),
                ("one", percent(self.texts(), results.farther[1])),
            ],
        ));
        if let Some(gap) = results.gap {
            page.text(&self.summary(
                "gap",
                &[
                    ("diameter", tenth(self.texts(), gap.diameter_mm)),
                    ("x", whole(self.texts(), gap.at_mm[0])),
                    ("y", whole(self.texts(), gap.at_mm[1])),
                ],
            ));
        }
        self.say_advice(page);
        page.gap();
        self.say_density(page);
        self.say_evenness(page);
        self.say_wound(page);
        self.say_spread(page);
    }

    fn say_density(&self, page: &mut Page) {
        let [low, high] = self.rolling.device().density_per_pass_range();
        page.point(&match &self.calibrated {
            Some(found) => self.summary("counted", &counted(self.texts(), found)),
            None if low < high => self.summary(
                "per-pass",
                &[("low", tenth(self.texts(), low)), ("high", tenth(self.texts(), high))],
            ),
            None => self.summary("per-pass-one", &[("high", tenth(self.texts(), high))]),
        });
        let doubles = [
            ("effective", whole(self.texts(), self.results.effective_density_per_cm2)),
            ("double", self.texts().number(DOUBLE_MM)),
        ];
        page.point(&self.summary("doubles", &doubles));
        if let Some(like) = self.results.equivalent_density_per_cm2 {
            page.point(&self.summary("like", &[("density", whole(self.texts(), like))]));
        }
    }

    fn say_evenness(&self, page: &mut Page) {
        let results = &self.results;
        if let Some(nearest) = results.nearest {
            page.point(&self.summary(
                "nearest",
                &[
                    ("mean", hundredth(self.texts(), nearest.mean_mm)),
                    ("evenness", hundredth(self.texts(), nearest.clark_evans)),
                ],
            ));
        }
        if let Some(variation) = results.variation {
            page.point(
                &self.summary("variation", &[("percent", whole(self.texts(), 100.0 * variation))]),
            );
        }
        if let Some(rim) = results.rim {
            page.point(&self.summary("rim", &[("percent", whole(self.texts(), 100.0 * rim))]));
        }
        if let Some(lines) = results.lines {
            page.point(&self.summary(
                "lines",
                &[
                    ("apart", hundredth(self.texts(), lines.apart_mm)),
                    ("times", whole(self.texts(), lines.times_chance)),
                ],
            ));
        }
    }

    fn say_wound(&self, page: &mut Page) {
        let [low, high] = self.results.opened_share;
        page.point(&self.summary(
            "opened",
            &[("low", percent(self.texts(), low)), ("high", percent(self.texts(), high))],
        ));
        if let Device::Roller(roller) = self.rolling.device() {
            page.point(&self.summary(
                "sweep",
                &[("mm", hundredth(self.texts(), roller::sweep(roller).at_most_mm))],
            ));
        }
        page.point(&self.summary("depth", &[]));
    }

    fn say_spread(&self, page: &mut Page) {
        let spread = &self.spread;
        let [half, _] = spread.farther;
        let gap = |of: fn(&roller::Range) -> f64| {
            spread.gap_mm.as_ref().map_or_else(String::new, |gap| tenth(self.texts(), of(gap)))
        };
        page.point(&self.summary(
            "spread",
            &[
                ("seeds", spread.seeds.len().to_string()),
                ("density-low", whole(self.texts(), spread.density_per_cm2.low)),
                ("density-high", whole(self.texts(), spread.density_per_cm2.high)),
                ("half-low", percent(self.texts(), half.low)),
                ("half-high", percent(self.texts(), half.high)),
                ("gap-low", gap(|gap| gap.low)),
                ("gap-high", gap(|gap| gap.high)),
            ],
        ));
        page.quiet(&self.summary("scatter", &[]));
        page.text(&self.summary("seed", &[("seed", self.results.seed.to_string())]));
    }

    fn say_advice(&self, page: &mut Page) {
        page.heading(&self.text("roller-advice", &[]));
        if self.advised.advice.is_empty() {
            page.point(&self.text("roller-advice.none", &[]));
        }
        self.advised
            .advice
            .iter()
            .for_each(|advice| page.point(&advice_sentence(self.protocol, self.target, advice)));
    }
}

/// A piece of advice as a sentence.
pub fn advice_sentence(protocol: &Worded, target: Target, advice: &Advice) -> String {
    let texts = protocol.texts();
    let within = ("within", texts.number(target.within_mm));
    let share = ("share", whole(texts, 100.0 * target.share));
    let cap = ("cap", whole(texts, target.density_cap_per_cm2));
    let say = |attribute: &str, variables: Variables<'_>| {
        text(protocol, &format!("roller-advice.{attribute}"), variables)
    };
    match *advice {
        Advice::Lift { before, after, like_passes } => say(
            "lift",
            &[
                ("like", tenth(texts, like_passes)),
                ("after", percent(texts, after)),
                ("before", percent(texts, before)),
                within,
            ],
        ),
        Advice::Shift { by_mm, before, after } => say(
            "shift",
            &[
                ("by", tenth(texts, by_mm)),
                ("after", percent(texts, after)),
                ("before", percent(texts, before)),
            ],
        ),
        Advice::Turn { directions, before, after } => say(
            "turn",
            &[
                ("directions", directions.to_string()),
                ("after", whole(texts, after)),
                ("before", whole(texts, before)),
            ],
        ),
        Advice::RollOver { rim } => say("roll-over", &[("rim", whole(texts, 100.0 * rim))]),
        Advice::Passes { now, needed, density_per_cm2 } => say(
            "passes",
            &[
                ("needed", needed.to_string()),
                ("now", now.to_string()),
                ("density", whole(texts, density_per_cm2)),
                within,
                share,
            ],
        ),
        Advice::OutOfReach { at_most } => {
            say("out-of-reach", &[("most", at_most.to_string()), cap, within, share])
        }
        Advice::TooDense { at_most: 0, .. } => say("too-dense-once", &[cap]),
        Advice::TooDense { density_per_cm2, at_most, .. } => say(
            "too-dense",
            &[("density", whole(texts, density_per_cm2)), ("most", at_most.to_string()), cap],
        ),
        Advice::LongSweep { at_most_mm } => {
            say("long-sweep", &[("mm", hundredth(texts, at_most_mm))])
        }
    }
}

fn text(protocol: &Worded, key: &str, variables: Variables<'_>) -> String {
    let variables: Vec<_> =
        variables.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    protocol.texts().say_with(key, &variables).into_owned()
}

/// Pictures: as rolled, and beside it as advised where that differs.
impl Roll<'_> {
    /// As SVG.
    pub fn svg(&self) -> String {
        self.draw(|panels, words| svg(panels, words, Tone::Light))
    }
    /// As PNG.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub fn png(&self) -> Result<Vec<u8>, Error> {
        self.draw(png)
    }
    fn draw<T>(&self, with: impl Fn(&[Panel<'_>], &Words<'_>) -> T) -> T {
        let (said, seed) = (&self.said, self.said.results.seed);
        let (same, same_results) = &said.advised.same_passes;
        let all = [
            ("rolled", &said.rolling, &said.results),
            ("same", same, same_results),
            ("advised", &said.advised.rolling, &said.advised.results),
        ];
        // Each only if it differs from the one before.
        let mut drawn: Vec<_> = all
            .map(|(title, rolling, results)| (title, rolling, rolling.roll(seed), results))
            .into();
        drawn.dedup_by(|one, other| one.1.technique() == other.1.technique());
        let panels: Vec<Panel<'_>> = drawn
            .iter()
            .map(|(title, rolling, punctures, results)| {
                said.panel(title, rolling, punctures, results)
            })
            .collect();
        with(&panels, &said.words())
    }
}

impl Said<'_> {
    fn panel<'a>(
        &self,
        title: &str,
        rolling: &'a roller::Rolling,
        punctures: &'a roller::Punctures,
        results: &'a roller::Results,
    ) -> Panel<'a> {
        let text = |attribute: &str, variables: Variables<'_>| {
            self.text(&format!("roller-picture.{attribute}"), variables)
        };
        let passes = [
            ("passes", rolling.technique().passes.to_string()),
            ("density", whole(self.texts(), results.density_per_cm2)),
        ];
        let mut notes = vec![
            text("passes", &passes),
            text("left", &[("percent", percent(self.texts(), results.farther[0]))]),
        ];
        notes.extend(
            results.gap.map(|gap| text("widest", &[("gap", tenth(self.texts(), gap.diameter_mm))])),
        );
        Panel { title: text(title, &[]), notes, rolling, punctures, results }
    }
    fn words(&self) -> Words<'_> {
        let text = |attribute: &str| self.text(&format!("roller-picture.{attribute}"), &[]);
        let gap =
            self.results.gap.map_or_else(String::new, |gap| tenth(self.texts(), gap.diameter_mm));
        let description =
            [("density", whole(self.texts(), self.results.density_per_cm2)), ("gap", gap)];
        Words {
            title: self.text("roller-picture", &[]),
            description: self.text("roller-picture.description", &description),
            puncture: text("puncture"),
            one_of: Box::new(|n| self.text("roller-picture.one-of", &[("n", n.to_string())])),
            far: text("far"),
            gap: text("gap"),
            spared: text("spared"),
        }
    }
}

fn counted(texts: &Wording, found: &Calibrated) -> [(&'static str, String); 4] {
    let difference = 100.0 * (found.counted_per_cm2 / found.expected_per_cm2 - 1.0);
    [
        ("counted", tenth(texts, found.counted_per_cm2)),
        ("expected", tenth(texts, found.expected_per_cm2)),
        ("difference", texts.signed(difference, 0)),
        ("error", whole(texts, 100.0 * found.error)),
    ]
}
