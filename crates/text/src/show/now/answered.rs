//! What the answers come to as `now` shows it: the findings of screening, each with what a clinician said of it.

use std::cmp::Reverse;

use care::person::Person;
use care::standing::{Decided, Weighed};
use care::story::{Clearance, Said};
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use crate::show::Page;
use crate::show::screen::Found;
use crate::tell::standing;

/// A finding, and what a clinician said of it.
#[derive(Debug, Serialize)]
pub(super) struct Answered<'p> {
    #[serde(flatten)]
    found: Found<'p>,
    clearance: Option<Cleared>,
}

/// What a clinician said, in the words of the file.
#[derive(Debug, Serialize)]
struct Cleared {
    said: Word,
    on: Date,
    by: Option<String>,
    until: Option<Date>,
    #[serde(skip)]
    sentence: String,
}

/// `"yes"`, `"no"` or `{"wait_until": DATE}`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Yes,
    No,
    WaitUntil(Date),
}

impl From<Said> for Word {
    fn from(said: Said) -> Self {
        match said {
            Said::Yes => Self::Yes,
            Said::No => Self::No,
            Said::WaitUntil(day) => Self::WaitUntil(day),
        }
    }
}

impl<'p> Answered<'p> {
    /// Every finding, the worst first, otherwise in the order of the questions.
    pub fn all(protocol: &'p Worded, person: &Person, decided: &Decided) -> Vec<Self> {
        let mut weighed: Vec<&Weighed> = decided.findings.iter().collect();
        weighed.sort_by_key(|one| Reverse(one.verdict));
        weighed.into_iter().map(|one| Self::of(protocol, person, one)).collect()
    }

    fn of(protocol: &'p Worded, person: &Person, weighed: &Weighed) -> Self {
        let found = Found::of(protocol, person, &weighed.finding).under(weighed.verdict);
        let clearance = weighed.clearance.as_ref();
        Self { found, clearance: clearance.map(|said| Cleared::of(protocol, said)) }
    }

    /// As a point of a list.
    pub fn say(&self, page: &mut Page) {
        self.found.say_briefly(page);
        if let Some(cleared) = &self.clearance {
            page.under(&cleared.sentence(page));
        }
    }
}

impl Cleared {
    /// What was said, and who said it.
    fn sentence(&self, page: &Page) -> String {
        match &self.by {
            Some(by) => {
                let what = self.sentence.trim_end_matches('.').into();
                page.words("show-by", &[("what", what), ("by", by.as_str().into())])
            }
            None => self.sentence.clone(),
        }
    }
    fn of(protocol: &Worded, clearance: &Clearance) -> Self {
        Self {
            said: clearance.said.into(),
            sentence: standing::clearance(protocol, clearance),
            on: clearance.on,
            by: clearance.by.clone(),
            until: clearance.until,
        }
    }
}
