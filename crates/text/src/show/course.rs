//! What `course` says: the usual range of each sign on each day, side effects, and the phases to week 26.

use care::course::{self, BandOn, Day, PhaseOn};
use care::measure::Wait;
use care::protocol::rows::Effect;
use care::words::{Grade, LengthClass, Level, Sign, Word as _};
use jiff::civil::Date;
use serde::Serialize;
use words::{Variable, Worded, Wording};

use super::{Decider, Page, Sentences, span};
use crate::tell::reason::within;

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
    #[serde(skip)]
    window: [Wait; 2],
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
        let texts = protocol.texts();
        let one = |shown: &SignShown| {
            let name = texts.text(&within("sign", shown.sign.word()));
            let range = span(texts, shown.low.into(), shown.high.into());
            texts.with("log-sign", &[("sign", name.into()), ("score", range.into())])
        };
        let seen: Vec<String> = signs.iter().filter(|shown| shown.high > 0).map(one).collect();
        let normal = if seen.is_empty() { texts.text("show-day-none") } else { texts.list(seen) };
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
            window: [effect.from, effect.until],
        }
    }
}

impl Sentences for Course<'_> {
    fn say(&self, page: &mut Page) {
        page.text(&page.words("show-course", &[("length", self.title.as_str().into())]));
        self.say_days(page);
        self.derived.iter().for_each(|derived| page.under(derived));
        page.head("show-effects");
        for effect in &self.side_effects {
            page.point(&page.words("show-effect", &effect.words(page.texts())));
            page.under(&effect.beyond);
        }
        page.head("show-phases");
        for phase in &self.phases {
            page.point(&page.words("show-phase", &phase.words()));
            page.under(&phase.limits);
        }
        self.protocol.say(page);
    }
}

impl Course<'_> {
    fn say_days(&self, page: &mut Page) {
        page.head("show-days");
        let quiet = |day: &&DayShown| day.signs.iter().all(|shown| shown.high == 0);
        for day in self.days.iter().filter(|day| !quiet(day)) {
            let date = page.texts().day(day.date);
            let words = [
                ("day", day.day.into()),
                ("date", date.into()),
                ("signs", day.normal.as_str().into()),
            ];
            page.point(&page.words("show-day", &words));
        }
        if let Some(day) = self.days.iter().find(quiet) {
            let words = [("day", day.day.into()), ("signs", day.normal.as_str().into())];
            page.point(&page.words("show-day-on", &words));
        }
    }
}

impl EffectShown<'_> {
    fn words(&self, texts: &Wording) -> [Variable<'_>; 4] {
        let [from, until] = self.window.map(|wait| texts.wait(wait).into());
        let (title, to_do) = (self.title.as_str().into(), self.to_do.as_str().into());
        [("title", title), ("from", from), ("until", until), ("do", to_do)]
    }
}

impl PhaseShown<'_> {
    fn words(&self) -> [Variable<'_>; 4] {
        let (title, what) = (self.title.as_str().into(), self.what.as_str().into());
        let [from, until] = [self.from, self.until].map(|day| day.to_string().into());
        [("title", title), ("from", from), ("until", until), ("what", what)]
    }
}
