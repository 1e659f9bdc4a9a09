//! The treatment protocol: rows, checked as a whole, then ready to decide with.
//!
//! A [`Protocol`] can only be made from files that passed every check, so nothing downstream asks again whether
//! a source exists. The rows are in [`rows`], the checks in [`check`], the table that screening runs on in [`table`].
//! It holds no sentence: those are read for each language, and held against these rows, by the crate `words`.

mod check;
pub mod compare;
pub mod entries;
mod fault;
pub mod files;
mod findings;
pub mod rows;
pub mod table;

use std::fmt;

use jiff::tz::TimeZone;

use crate::measure::NeedleLength;
use crate::verdict::VerdictKind;
use crate::words::{Area, DeviceKind, Goal, LengthClass, RhythmChoice, Setting, Word};
use entries::Origin;
pub use fault::Fault;
pub use files::Files;
pub use findings::Findings;
use rows::{
    AreaRow, Cream, Device, Dose, EmergencyRow, GoalRow, Header, Judge, LengthClassRow, Question,
    Rhythm, Rows, Rule, Source, Technique, TriageRow,
};
use table::Table;

/// A protocol that passed every check.
#[derive(Clone)]
pub struct Protocol {
    rows: Rows,
    header: Header,
    single: Single,
    origin: Origin,
    table: Table,
    variant: Option<String>,
}

impl fmt::Debug for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Protocol {} {}", self.name(), self.version())
    }
}

/// The rows of which there is exactly one.
#[derive(Clone, Debug)]
pub(crate) struct Single {
    pub cream: Cream,
    pub dose: Dose,
    pub judge: Judge,
    pub triage: TriageRow,
}

impl Single {
    /// `None` if one is missing, which the checks have noted.
    fn of(rows: &Rows) -> Option<Self> {
        let (cream, dose) = (rows.cream.clone()?, rows.dose.clone()?);
        Some(Self { cream, dose, judge: rows.judge.clone()?, triage: rows.triage.clone()? })
    }
}

impl Protocol {
    /// The protocol that is built into the program.
    ///
    /// # Errors
    /// Never in a released binary: a test holds the built-in files to every check.
    pub fn built_in() -> Result<Self, Vec<Fault>> {
        Self::read(&Files::built_in(), None)
    }

    /// Reads and checks a protocol, with a variant's rows in place of its own where a variant is named.
    ///
    /// # Errors
    /// Every fault found, each with file, entry and mend.
    pub fn read(files: &Files, variant: Option<&str>) -> Result<Self, Vec<Fault>> {
        let (rows, origin) = files.rows(variant)?;
        let mut faults = check::faults(&rows, &origin);
        let table = Table::new(&rows);
        let single = Single::of(&rows);
        match (rows.protocol.clone(), single) {
            (Some(header), Some(single)) if faults.is_empty() => {
                let variant = variant.map(str::to_owned);
                Ok(Self { rows, header, single, origin, table, variant })
            }
            _ => {
                faults.sort();
                Err(faults)
            }
        }
    }

    /// All rows.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }
    /// In which file each entry stands.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
    /// The protocol's name; a variant is named behind a plus sign.
    pub fn name(&self) -> String {
        match &self.variant {
            Some(variant) => format!("{}+{variant}", self.header.name),
            None => self.header.name.clone(),
        }
    }
    /// The protocol's version.
    pub fn version(&self) -> &str {
        &self.header.version
    }
    /// The screening questions in their order.
    pub fn questions(&self) -> &[Question] {
        &self.rows.question
    }
    /// A question and its place.
    pub fn find_question(&self, id: &str) -> Option<(usize, &Question)> {
        self.questions().iter().enumerate().find(|(_, question)| question.id == id)
    }
    /// The rules in their order.
    pub fn rules(&self) -> &[Rule] {
        &self.rows.rule
    }
    /// A source by its id.
    pub fn find_source(&self, id: &str) -> Option<&Source> {
        self.rows.source.iter().find(|source| source.id == id)
    }
    /// The row of an area.
    pub fn area(&self, area: Area) -> Option<&AreaRow> {
        self.rows.area.iter().find(|row| row.id == area)
    }
    /// Whether a part of the body is refused everywhere, whatever else was answered.
    pub fn refuses(&self, area: Area) -> bool {
        let cells = &self.table.of(Setting::Clinic).areas;
        cells.iter().any(|(own, cell)| *own == area && cell.verdict == VerdictKind::DoNot)
    }
    /// The row of a kind of device.
    pub fn device(&self, kind: DeviceKind) -> Option<&Device> {
        self.rows.device.iter().find(|row| row.id == kind)
    }
    /// The row of a goal.
    pub fn goal(&self, goal: Goal) -> Option<&GoalRow> {
        self.rows.goal.iter().find(|row| row.id == goal)
    }
    /// The class of a needle length; the longest class if it is longer than all.
    pub fn length_class(&self, length: NeedleLength) -> LengthClass {
        let row = self.rows.length_class.iter().find(|row| length <= row.up_to_mm);
        row.map_or(LengthClass::VeryDeep, |row| row.id)
    }
    /// The row of a needle-length class.
    pub fn length_class_row(&self, class: LengthClass) -> Option<&LengthClassRow> {
        self.rows.length_class.iter().find(|row| row.id == class)
    }
    /// The rhythm of a length in a setting: the first that reaches it, rows being listed shortest first.
    pub fn rhythm(&self, setting: Setting, length: NeedleLength) -> Option<&Rhythm> {
        self.rhythms(setting, length).next()
    }
    /// The rhythms of a length in a setting that are a choice, the one that holds unless one is made first.
    pub fn rhythms(
        &self,
        setting: Setting,
        length: NeedleLength,
    ) -> impl Iterator<Item = &Rhythm> + Clone {
        let reach =
            move |row: &&Rhythm| !row.withdrawn && row.setting == setting && length <= row.up_to_mm;
        let rows = self.rows.rhythm.iter().filter(reach);
        let shortest = rows.clone().next().map(|row| row.up_to_mm);
        rows.filter(move |row| Some(row.up_to_mm) == shortest)
    }
    /// The rhythm somebody chose; without a choice, or where it is not offered, the first.
    pub fn rhythm_chosen(
        &self,
        setting: Setting,
        length: NeedleLength,
        choice: Option<RhythmChoice>,
    ) -> Option<&Rhythm> {
        let mut offered = self.rhythms(setting, length);
        let chosen = offered.clone().find(|row| choice.is_some() && row.choice == choice);
        chosen.or_else(|| offered.next())
    }
    /// How hard to roll with needles of a class, and when it is enough.
    pub fn technique(&self, setting: Setting, class: LengthClass) -> Option<&Technique> {
        let fits = |row: &&Technique| row.setting == setting && row.classes.contains(&class);
        self.rows.technique.iter().find(fits)
    }
    /// The longest needle allowed on an area in a setting with a kind of device.
    pub fn ceiling(&self, setting: Setting, kind: DeviceKind, area: Area) -> Option<NeedleLength> {
        let on_area = self.area(area)?.ceiling_mm;
        match setting {
            Setting::Clinic => Some(on_area),
            Setting::Home => Some(on_area.min(self.device(kind)?.home_ceiling_mm)),
        }
    }
    /// The anaesthetic cream.
    pub fn cream(&self) -> &Cream {
        &self.single.cream
    }
    /// How many punctures are too many.
    pub fn dose(&self) -> &Dose {
        &self.single.dose
    }
    /// When results show.
    pub fn judge(&self) -> &Judge {
        &self.single.judge
    }
    /// The number that brings an ambulance where somebody is, as far as their time zone tells.
    pub fn emergency_number(&self, zone: &TimeZone) -> Option<&str> {
        let name = zone.iana_name()?;
        let listed = |row: &&EmergencyRow| row.zones.iter().any(|zone| zone == name);
        self.rows.emergency.iter().find(listed).map(|row| row.number.as_str())
    }
    /// How check-ins are judged.
    pub fn triage(&self) -> &TriageRow {
        &self.single.triage
    }
    pub(crate) fn table(&self) -> &Table {
        &self.table
    }
}

/// Every class of needle length has its row, every area, goal and device too: see [`check`].
pub(crate) fn missing_words<W: Word>(have: impl Iterator<Item = W>) -> Vec<&'static str> {
    let have: Vec<W> = have.collect();
    W::ALL.iter().filter(|word| !have.contains(word)).map(|word| word.word()).collect()
}
