//! The rules as screening runs on them: for each setting, question and answer, the rules that fire.
//!
//! Compiled once from the rows, so that a decision is a walk over two dozen short lists. What not knowing means
//! is worked out here too: as bad as the worst answer it could stand for, by construction.

use crate::answers::{Places, product_bit};
use crate::measure::Wait;
use crate::verdict::VerdictKind;
use crate::words::{Area, ProductClass, Setting, Word};

use super::rows::{Question, Rows, Rule, RuleWait};

/// The rules of both settings.
#[derive(Clone, Debug)]
pub struct Table {
    home: SettingTable,
    clinic: SettingTable,
}

/// The rules of one setting.
#[derive(Clone, Debug)]
pub(crate) struct SettingTable {
    /// By the question's place.
    pub questions: Vec<QuestionTable>,
    /// The questions of which a rule reads even the first plain answer.
    pub first_says: Places,
    /// Rules on age.
    pub ages: Vec<AgeCell>,
    /// The worst of the rules on age, for an unknown age.
    pub age_unknown: Option<Cell>,
    /// Rules on a needle over the ceiling.
    pub needle: Vec<Cell>,
    /// Rules on parts of the body.
    pub areas: Vec<(Area, Cell)>,
    /// Rules on the skin type, from this one on.
    pub skin: Vec<(u16, Cell)>,
}

/// The rules that read one question.
#[derive(Clone, Debug, Default)]
pub(crate) struct QuestionTable {
    /// By the plain word's place.
    pub words: Vec<Vec<Cell>>,
    /// On the dated answer.
    pub dated: Vec<Cell>,
    /// On product classes: the bit and what it means.
    pub products: Vec<(u32, Cell)>,
    /// What not knowing means.
    pub unknown: Option<Cell>,
    /// The place of the plain word that the dated answer counts as while its day lies ahead.
    pub future: Option<usize>,
}

/// A rule that fires.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    /// The rule's place.
    pub rule: u16,
    /// Its verdict in this setting.
    pub verdict: VerdictKind,
    /// How long it lasts.
    pub wait: Option<Lasts>,
    /// The detail it is limited to.
    pub detail: Option<u8>,
}

/// How long a rule lasts, its pause looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lasts {
    /// A fixed time.
    For(Wait),
    /// As long as skin rests after the needles that were used.
    Rest,
}

impl Lasts {
    /// `None` only where a protocol names a step that it has not, which its checks rule out.
    fn of(rows: &Rows, wait: &RuleWait) -> Option<Self> {
        match wait {
            RuleWait::For(wait) => Some(Self::For(*wait)),
            RuleWait::Rest => Some(Self::Rest),
            RuleWait::Pause(id) => {
                let step = rows.preparation.iter().find(|step| step.id == *id);
                step.map(|step| Self::For(step.before))
            }
        }
    }
}

/// A rule on age: from, inclusive, and under, exclusive, in years.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AgeCell {
    pub from: u16,
    pub under: u16,
    pub cell: Cell,
}

impl Table {
    pub(super) fn new(rows: &Rows) -> Self {
        Self {
            home: SettingTable::new(rows, Setting::Home),
            clinic: SettingTable::new(rows, Setting::Clinic),
        }
    }
    pub(crate) fn of(&self, setting: Setting) -> &SettingTable {
        match setting {
            Setting::Home => &self.home,
            Setting::Clinic => &self.clinic,
        }
    }
}

impl SettingTable {
    fn new(rows: &Rows, setting: Setting) -> Self {
        let questions: Vec<QuestionTable> = rows
            .question
            .iter()
            .map(|question| QuestionTable::new(rows, question, setting))
            .collect();
        let mut first_says = Places::default();
        for (place, table) in questions.iter().enumerate() {
            first_says.mark(place, table.words.first().is_some_and(|cells| !cells.is_empty()));
        }
        let ages: Vec<AgeCell> = cells(rows, "born", setting)
            .map(|(rule, cell)| AgeCell {
                from: rule.from.unwrap_or(0),
                under: rule.under.unwrap_or(u16::MAX),
                cell,
            })
            .collect();
        let age_unknown = worst(ages.iter().map(|age| age.cell));
        let needle = cells(rows, "needle-length", setting).map(|(_, cell)| cell).collect();
        let on_areas = cells(rows, "areas", setting).flat_map(|(rule, cell)| {
            rule.answers.iter().filter_map(move |word| Some((Area::find(word)?, cell)))
        });
        let skin = cells(rows, "skin-type", setting);
        let skin = skin.map(|(rule, cell)| (rule.from.unwrap_or(0), cell)).collect();
        Self { questions, first_says, ages, age_unknown, needle, areas: on_areas.collect(), skin }
    }
}

impl QuestionTable {
    fn new(rows: &Rows, question: &Question, setting: Setting) -> Self {
        let future = question.dated.as_ref().and_then(|dated| dated.future.as_ref());
        let future = future.and_then(|word| question.answers.iter().position(|own| own == word));
        let words = vec![Vec::new(); question.answers.len()];
        let mut table = Self { words, future, ..Self::default() };
        for (rule, cell) in cells(rows, &question.id, setting) {
            let detail = rule.detail.as_ref().and_then(|word| detail_place(question, word));
            table.add(question, rule, Cell { detail, ..cell });
        }
        let known = table.words.iter().flatten().copied();
        let known = known
            .chain(table.dated.iter().copied())
            .chain(table.products.iter().map(|(_, cell)| *cell));
        table.unknown = worst(known);
        table
    }

    fn add(&mut self, question: &Question, rule: &Rule, cell: Cell) {
        for answer in &rule.answers {
            if question.products {
                self.products
                    .extend(ProductClass::find(answer).map(|class| (product_bit(class), cell)));
            } else if question.dated.as_ref().is_some_and(|dated| dated.key == *answer) {
                self.dated.push(cell);
            } else if let Some(place) = question.answers.iter().position(|word| word == answer) {
                self.words.iter_mut().skip(place).take(1).for_each(|cells| cells.push(cell));
            }
        }
    }
}

fn detail_place(question: &Question, word: &str) -> Option<u8> {
    let place = question.dated.as_ref()?.words.iter().position(|known| known == word)?;
    u8::try_from(place).ok()
}

fn cells<'r>(
    rows: &'r Rows,
    question: &str,
    setting: Setting,
) -> impl Iterator<Item = (&'r Rule, Cell)> {
    let rules = rows.rule.iter().zip(0u16..).filter(move |(rule, _)| rule.question == question);
    let rules: Vec<_> = rules.collect();
    rules.into_iter().map(move |(rule, place)| {
        let verdict = match setting {
            Setting::Home => rule.home,
            Setting::Clinic => rule.clinic,
        };
        let wait = rule.wait.as_ref().and_then(|wait| Lasts::of(rows, wait));
        (rule, Cell { rule: place, verdict, wait, detail: None })
    })
}

/// The worst of some rules, for an answer that is not known. A wait without a date can't be counted, so
/// somebody qualified has to ask on.
fn worst(cells: impl Iterator<Item = Cell>) -> Option<Cell> {
    let worst = cells.max_by_key(|cell| cell.verdict)?;
    let verdict = match worst.verdict {
        VerdictKind::WaitUntil => VerdictKind::AskClinician,
        other => other,
    };
    Some(Cell { verdict, wait: None, detail: None, ..worst })
}
