//! What `plan` says: lengths, sessions, preparation, what to have, and what the evidence says for each goal.

mod sentences;

use care::person::Person;
use care::programme::{Programme, Window};
use care::screening::Decision;
use care::verdict::VerdictKind;
use care::words::{Area, Goal, ProductClass, RhythmChoice, Setting, Strength};
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use super::{Decider, Screen};
use crate::tell::{programme, sources};

/// A programme with its words.
#[derive(Debug, Serialize)]
pub struct Plan<'p> {
    verdict: VerdictKind,
    until: Option<Date>,
    setting: Setting,
    length_mm: Length,
    areas: Vec<AreaShown>,
    device_fits: Option<bool>,
    passes: Passes,
    technique: Option<sentences::Technique>,
    device: Option<sentences::Device>,
    uses: Option<sentences::Uses>,
    rhythm: Option<Rhythm<'p>>,
    sessions: Vec<SessionShown>,
    judge_from: Option<Date>,
    judge_by: Option<Date>,
    keep_free_days: u8,
    keep_free_up_to_days: u8,
    prepare: Vec<StepShown<'p>>,
    cream: Option<sentences::Cream>,
    shopping: Vec<String>,
    roller_care: Vec<String>,
    evidence: Vec<GoalShown<'p>>,
    protocol: Decider,
    screening: Screen<'p>,
    #[serde(skip)]
    judge: Option<String>,
    #[serde(skip)]
    has_sessions: bool,
}

/// Lengths in millimetres.
#[derive(Clone, Copy, Debug, Serialize)]
struct Length {
    min: f64,
    max: f64,
    ceiling: f64,
}

#[derive(Debug, Serialize)]
struct AreaShown {
    area: Area,
    min: f64,
    max: f64,
    ceiling: f64,
}

#[derive(Debug, Serialize)]
struct Passes {
    min: u8,
    max: u8,
    directions: u8,
    /// The needles counted with, their own or else the most there are, and the most passes that the cap on density allows.
    needles: Option<u16>,
    at_most: Option<u8>,
    text: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Rhythm<'p> {
    id: &'p str,
    title: String,
    because: String,
    range: Option<String>,
    #[serde(skip)]
    published: Option<String>,
    against: Option<String>,
    choice: Option<RhythmChoice>,
    choices: Vec<RhythmChoice>,
    not_with: &'p [ProductClass],
    text: Vec<String>,
    sources: &'p [String],
}

#[derive(Debug, Serialize)]
struct SessionShown {
    n: u16,
    not_before: Date,
    ideal: Date,
    best_by: Date,
}

#[derive(Debug, Serialize)]
struct StepShown<'p> {
    id: &'p str,
    from: Date,
    title: String,
    #[serde(rename = "do")]
    to_do: String,
    sources: &'p [String],
}

#[derive(Debug, Serialize)]
struct GoalShown<'p> {
    goal: Goal,
    strength: Strength,
    title: String,
    evidence: String,
    sources: &'p [String],
}

impl<'p> Plan<'p> {
    /// A programme put into words.
    pub fn of(
        protocol: &'p Worded,
        person: &Person,
        decision: &Decision,
        plan: &Programme<'p>,
    ) -> Self {
        let texts = protocol.texts();
        let length = plan.length;
        let (min, max) = plan.passes;
        let judge = plan.judge.as_ref();
        let dates = judge.map(|judge| {
            [("from", texts.date(judge.from).into()), ("by", texts.date(judge.by).into())]
        });
        let title = |kind: &str, id: &str| texts.say(&format!("{kind}-{id}")).into_owned();
        let doing = |id: &str| {
            let more = texts.text(&format!("roller-care-{id}.do"));
            let head = title("roller-care", id);
            texts.with("show-head-more", &[("head", head.into()), ("more", more.into())])
        };
        Self {
            verdict: decision.verdict.kind(),
            until: decision.verdict.until(),
            setting: person.setting,
            length_mm: Length {
                min: length.min.mm(),
                max: length.max.mm(),
                ceiling: length.ceiling.mm(),
            },
            areas: areas(plan),
            device_fits: plan.device_fits,
            passes: Passes {
                min,
                max,
                directions: plan.directions,
                needles: plan.held.map(|held| held.needles),
                at_most: plan.held.map(|held| held.most),
                text: programme::passes(protocol, plan),
            },
            technique: plan.technique.map(|row| sentences::Technique::of(protocol, row)),
            device: plan.named.map(|named| sentences::Device::of(protocol, person.setting, named)),
            uses: plan.uses.map(|uses| sentences::Uses::of(protocol, uses)),
            rhythm: plan.rhythm.map(|row| Rhythm::of(protocol, person, plan, row)),
            sessions: plan.sessions.iter().map(SessionShown::of).collect(),
            judge_from: judge.map(|judge| judge.from),
            judge_by: judge.map(|judge| judge.by),
            keep_free_days: plan.keep_free_days[0],
            keep_free_up_to_days: plan.keep_free_days[1],
            prepare: plan.preparation.iter().map(|step| StepShown::of(protocol, step)).collect(),
            cream: plan.cream.as_ref().map(|need| sentences::Cream::of(protocol, need)),
            shopping: plan.shopping.iter().map(|item| title("shopping", &item.id)).collect(),
            roller_care: plan.roller_care.iter().map(|item| doing(&item.id)).collect(),
            evidence: plan.goals.iter().map(|row| GoalShown::of(protocol, row)).collect(),
            protocol: Decider::of(protocol),
            screening: Screen::of(protocol, person, decision),
            judge: dates.map(|dates| texts.with("judge", &dates)),
            has_sessions: !plan.sessions.is_empty(),
        }
    }
}

fn areas(plan: &Programme<'_>) -> Vec<AreaShown> {
    let shown = plan.per_area.iter().map(|row| AreaShown {
        area: row.area,
        min: row.min.mm(),
        max: row.max.mm(),
        ceiling: row.ceiling.mm(),
    });
    shown.collect()
}

impl<'p> Rhythm<'p> {
    fn of(
        protocol: &Worded,
        person: &Person,
        plan: &Programme<'_>,
        row: &'p care::protocol::rows::Rhythm,
    ) -> Self {
        let texts = protocol.texts();
        let key = format!("rhythm-{}", row.id);
        Self {
            id: &row.id,
            title: texts.say(&key).into_owned(),
            because: texts.say(&format!("{key}.because")).into_owned(),
            range: super::range(&row.evidence),
            published: sources::published(texts, &row.evidence),
            against: texts.find(&format!("{key}.against"), &[]).map(|text| text.into_owned()),
            choice: row.choice,
            choices: protocol
                .rhythms(person.setting, plan.planned)
                .filter_map(|row| row.choice)
                .collect(),
            not_with: &row.not_with,
            text: programme::between(protocol, plan),
            sources: &row.evidence.sources,
        }
    }
}

impl SessionShown {
    fn of(window: &Window) -> Self {
        Self {
            n: window.n,
            not_before: window.not_before,
            ideal: window.ideal,
            best_by: window.best_by,
        }
    }
}

impl<'p> StepShown<'p> {
    fn of(protocol: &Worded, step: &care::programme::Step<'p>) -> Self {
        let key = format!("preparation-{}", step.row.id);
        Self {
            id: &step.row.id,
            from: step.from,
            title: protocol.texts().say(&key).into_owned(),
            to_do: protocol.texts().say(&format!("{key}.do")).into_owned(),
            sources: &step.row.evidence.sources,
        }
    }
}

impl<'p> GoalShown<'p> {
    fn of(protocol: &Worded, row: &'p care::protocol::rows::GoalRow) -> Self {
        let key = format!("goal-{}", row.id);
        Self {
            goal: row.id,
            strength: row.strength,
            title: protocol.texts().say(&key).into_owned(),
            evidence: protocol.texts().say(&format!("{key}.evidence")).into_owned(),
            sources: &row.evidence.sources,
        }
    }
}
