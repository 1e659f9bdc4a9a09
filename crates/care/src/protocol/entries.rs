//! What all rows have in common: a kind, an id, an evidence.
//!
//! One list of the tables serves everything that goes over all rows: merging files, laying a variant over,
//! checking, and showing an entry by its id.

use std::collections::BTreeMap;

use super::rows::{Evidence, Rows, Source};
use crate::words::Word;

/// In which file an entry stands, by kind and id, for fault messages.
pub type Origin = BTreeMap<(&'static str, String), String>;

/// An entry of any kind, as it is shown and checked.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'p> {
    /// The kind of row, which is also the first part of its texts' name.
    pub kind: &'static str,
    /// Its id.
    pub id: &'p str,
    /// What it rests on; a source rests on itself.
    pub evidence: Option<&'p Evidence>,
}

trait Row {
    fn id(&self) -> &str;
    fn evidence(&self) -> Option<&Evidence>;
}

macro_rules! row {
    ($($row:ident),+; words $($wordy:ident),+) => {
        $(impl Row for super::rows::$row {
            fn id(&self) -> &str { &self.id }
            fn evidence(&self) -> Option<&Evidence> { Some(&self.evidence) }
        })+
        $(impl Row for super::rows::$wordy {
            fn id(&self) -> &str { self.id.word() }
            fn evidence(&self) -> Option<&Evidence> { Some(&self.evidence) }
        })+
    };
}

row!(Question, Rule, Alternative, Rhythm, Preparation, Cream, Dose, Judge, Item, Band, Phase, Effect, Card, Product,
     TriageRow, Scale, EmergencyRow, Technique; words AreaRow, Device, LengthClassRow, GoalRow, SignRow, FlagRow);

impl Row for Source {
    fn id(&self) -> &str {
        &self.id
    }
    fn evidence(&self) -> Option<&Evidence> {
        None
    }
}

/// Calls a macro with every table that is a list and its kind, then with every single row and its kind.
macro_rules! each_table {
    ($act:ident, $($with:expr),*) => {
        $act!([source "source", question "question", rule "rule", alternative "alternative", area "area",
               device "device", length_class "length-class", rhythm "rhythm", technique "technique", goal "goal",
               preparation "preparation", shopping "shopping", roller_care "roller-care", band "band",
               phase "phase", effect "effect", card "card", product "product", sign "sign", flag "flag",
               scale "scale", emergency "emergency"] [cream "cream", dose "dose", judge "judge", triage "triage"] $($with),*)
    };
}

fn entry<'p>(kind: &'static str, row: &'p impl Row) -> Entry<'p> {
    Entry { kind, id: row.id(), evidence: row.evidence() }
}

fn replace<R: Row>(old: &mut Vec<R>, new: Vec<R>) {
    for row in new {
        match old.iter_mut().find(|known| known.id() == row.id()) {
            Some(known) => *known = row,
            None => old.push(row),
        }
    }
}

impl Rows {
    /// Every entry of every kind.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut all = Vec::new();
        macro_rules! collect {
            ([$($list:ident $kind:literal),+] [$($one:ident $single:literal),+] $rows:expr, $all:expr) => {
                $($all.extend($rows.$list.iter().map(|row| entry($kind, row)));)+
                $($all.extend($rows.$one.iter().map(|row| entry($single, row)));)+
            };
        }
        each_table!(collect, self, all);
        all
    }
    pub(super) fn note_origin(self, file: &str, origin: &mut Origin) -> Self {
        for entry in self.entries() {
            origin.insert((entry.kind, entry.id.to_owned()), file.to_owned());
        }
        self
    }
    pub(super) fn append_to(self, all: &mut Self) {
        let from = self;
        macro_rules! append {
            ([$($list:ident $kind:literal),+] [$($one:ident $single:literal),+] $from:expr, $all:expr) => {
                $($all.$list.extend($from.$list);)+
                $($all.$one = $all.$one.take().or($from.$one);)+
            };
        }
        all.protocol = all.protocol.take().or(from.protocol.clone());
        each_table!(append, from, all);
    }
    pub(super) fn replace_in(self, all: &mut Self) {
        let from = self;
        macro_rules! lay {
            ([$($list:ident $kind:literal),+] [$($one:ident $single:literal),+] $from:expr, $all:expr) => {
                $(replace(&mut $all.$list, $from.$list);)+
                $($all.$one = $from.$one.or($all.$one.take());)+
            };
        }
        each_table!(lay, from, all);
    }
}
