//! What `course` says: the usual range of each sign on each day, side effects, and the phases to week 26.

use care::course::{self, BandOn, Day, PhaseOn};
use care::protocol::rows::Effect;
use care::words::{Grade, LengthClass, Level, Sign};
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use super::{Decider, Page, Sentences, span};

/// The expected course with its words.
#[derive(Debug, Serialize)]
pub struct Course<'p> {
    class: LengthClass,
    days: Vec<DayShown>,
    phases: Vec<PhaseShown<'p>>,
    side_effects: Vec<EffectShown<'p>>,
    derived: Option<String>,
    protocol: Decider,
    #[serde(skip)]
    title: String,
}

#[derive(Debug, Serialize)]
struct DayShown {
    day: i64,
    date: Date,
    signs: Vec<SignShown>,
    normal: String,
}

#[derive(Debug, Serialize)]
struct SignShown {
    sign: Sign,
    low: u8,
    high: u8,
    grade: Grade,
}

#[derive(Debug, Serialize)]
struct PhaseShown<'p> {
    id: &'p str,
    from: Date,
    until: Date,
    title: String,
    what: String,
    limits: String,
    sources: &'p [String],
}

#[derive(Debug, Serialize)]
struct EffectShown<'p> {
    id: &'p str,
    from: String,
    until: String,
    title: String,
    #[serde(rename = "do")]
    to_do: String,
    beyond: String,
    beyond_level: Level,
    sources: &'p [String],
}

impl<'p> Course<'p> {
    /// A course put into words.
    pub fn of(protocol: &'p Worded, course: &course::Course<'p>) -> Self {
        Self {
            class: course.class,
            days: course.days.iter().map(|day| DayShown::of(protocol, day)).collect(),
            phases: course.phases.iter().map(|phase| PhaseShown::of(protocol, phase)).collect(),
            side_effects: course
                .effects
                .iter()
                .map(|effect| EffectShown::of(protocol, effect))
                .collect(),
            derived: protocol.texts().find("band.derived", &[]).map(|text| text.into_owned()),
            protocol: Decider::of(protocol),
            title: protocol.texts().say(&format!("length-class-{}", course.class)).into_owned(),
        }
    }
}

impl DayShown {
    fn of(protocol: &Worded, day: &Day<'_>) -> Self {
        let signs: Vec<SignShown> = day.bands.iter().map(SignShown::of).collect();
        let seen = signs.iter().filter(|shown| shown.high > 0);
        let one = |shown: &SignShown| {
            let name = protocol.texts().say(&format!("sign-{}", shown.sign)).to_lowercase();
            format!("{name} {}", span(&shown.low, &shown.high))
        };
        let seen: Vec<String> = seen.map(one).collect();
        let normal =
            if seen.is_empty() { "no sign is usual any more".into() } else { seen.join(", ") };
        Self { day: day.day, date: day.date, signs, normal }
    }
}

impl SignShown {
    fn of(band: &BandOn<'_>) -> Self {
        Self { sign: band.sign, low: band.low, high: band.high, grade: band.grade }
    }
}

impl<'p> PhaseShown<'p> {
    fn of(protocol: &Worded, phase: &PhaseOn<'p>) -> Self {
        let say = |attribute: &str| {
            protocol.texts().say(&format!("phase-{}{attribute}", phase.row.id)).into_owned()
        };
        Self {
            id: &phase.row.id,
            from: phase.from,
            until: phase.until,
            title: say(""),
            what: say(".what"),
            limits: say(".limits"),
            sources: &phase.row.evidence.sources,
        }
    }
}

impl<'p> EffectShown<'p> {
    fn of(protocol: &Worded, effect: &'p Effect) -> Self {
        let say = |attribute: &str| {
            protocol.texts().say(&format!("effect-{}{attribute}", effect.id)).into_owned()
        };
        Self {
            id: &effect.id,
            from: effect.from.to_string(),
            until: effect.until.to_string(),
            title: say(""),
            to_do: say(".do"),
            beyond: say(".beyond"),
            beyond_level: effect.beyond,
            sources: &effect.evidence.sources,
        }
    }
}

impl Sentences for Course<'_> {
    fn say(&self, page: &mut Page) {
        page.text(&format!(
            "What is usual after needles of this length: {}. Scores 0 to 10; a range, not a promise.",
            self.title
        ));
        page.heading("Day by day");
        let quiet = |day: &&DayShown| day.signs.iter().all(|shown| shown.high == 0);
        for day in self.days.iter().filter(|day| !quiet(day)) {
            page.point(&format!(
                "Day {} ({}): {}",
                day.day,
                day.date.strftime("%a %-d %b"),
                day.normal
            ));
        }
        if let Some(day) = self.days.iter().find(quiet) {
            page.point(&format!("From day {} on: {}", day.day, day.normal));
        }
        self.derived.iter().for_each(|derived| page.under(derived));
        page.heading("Side effects, and when they are no longer normal");
        for effect in &self.side_effects {
            page.point(&format!(
                "{} (from {} to {}). {}",
                effect.title, effect.from, effect.until, effect.to_do
            ));
            page.under(&effect.beyond);
        }
        page.heading("Where healing is");
        for phase in &self.phases {
            page.point(&format!(
                "{} ({} to {}). {}",
                phase.title, phase.from, phase.until, phase.what
            ));
            page.under(&phase.limits);
        }
        self.protocol.say(page);
    }
}
