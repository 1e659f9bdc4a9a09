//! From a form to an answer. A line that says nothing is no answer: what that means, the page decides ([`super::page`]).

use care::measure::NeedleLength;
use care::protocol::rows::{Dated, Question};
use care::words::ProductClass;
use chart::screening::given::{Given, UNKNOWN};
use jiff::civil::Date;

use super::{
    TICKED, date_field, detail_field, harmless, length_field, only_way, undated_field, ways,
};
use crate::fields::Fields;
use crate::form::{Fault, Wrong, day, read};

/// The text beside a length that can't be.
pub(crate) const LENGTH_WRONG: &str = "screening-length-range";

/// A form being read, and what a date in it is held against.
#[derive(Clone, Copy)]
pub(crate) struct Answering<'a> {
    /// What was sent.
    pub fields: &'a Fields,
    /// The day it is.
    pub today: Date,
    /// The day of birth, if it is known: nothing was done to anybody before it.
    pub born: Option<Date>,
}

impl Answering<'_> {
    /// What a line says; `None` if nothing.
    ///
    /// # Errors
    /// What is missing or can't be read.
    pub(crate) fn line(&self, question: &Question) -> Result<Option<Given>, Fault> {
        let said: Vec<&str> = self.fields.all(&question.id).collect();
        // Not knowing wins over everything else that was ticked: it is never treated as "no".
        if said.contains(&UNKNOWN) {
            return Ok(Some(Given::Unknown));
        }
        if question.products {
            let classes = self.fields.words::<ProductClass>(&question.id);
            return Ok((!classes.is_empty()).then_some(Given::Products(classes)));
        }
        let (ways, harmless) = (ways(question), harmless(question));
        let word =
            said.iter().find(|word| ways.contains(word) || harmless == Some(**word)).copied();
        let ticked = said.contains(&TICKED) || (word.is_some() && word == only_way(question));
        let dated = question.dated.as_ref().filter(|_| self.has_day(question));
        match word.or(dated.map(|dated| dated.key.as_str())) {
            Some(word) if harmless == Some(word) => Ok(Some(Given::Word(word.to_owned()))),
            None if !ticked => Ok(None),
            Some(_) if !ticked => Err(Wrong::new("screening-not-ticked").at(&question.id)),
            Some(word) => self.way(question, word).map(Some),
            None => match ways.as_slice() {
                [only] => self.way(question, only).map(Some),
                _ => Err(Wrong::new("screening-choose").at(&question.id)),
            },
        }
    }

    /// Something typed that is no day is a day all the same, which is told to be wrong.
    fn has_day(&self, question: &Question) -> bool {
        !matches!(day::parts(self.fields, &date_field(question)), Ok(None))
    }

    fn way(&self, question: &Question, word: &str) -> Result<Given, Fault> {
        match &question.dated {
            Some(dated) if dated.key == word => self.dated(question, dated),
            _ => Ok(Given::Word(word.to_owned())),
        }
    }

    /// Without its day the whole answer is not known, since nothing can be counted from it.
    fn dated(&self, question: &Question, dated: &Dated) -> Result<Given, Fault> {
        let field = date_field(question);
        let undated = self.fields.has(&undated_field(question));
        let on = match day::parts(self.fields, &field) {
            Ok(None) if undated => return Ok(Given::Unknown),
            Ok(None) => Err("screening-which-day".into()),
            _ if undated => Err("screening-day-or-not".into()),
            Ok(Some(on)) => self.day(dated, on),
            Err(wrong) => Err(wrong),
        };
        let on = on.map_err(|wrong: Wrong| wrong.at(&field))?;
        let (length, detail) = (self.length(question, dated)?, self.detail(question, dated)?);
        Ok(Given::Dated { on, detail, length })
    }

    /// A treatment that ends on a day ahead goes on until then: the protocol says of which answers that holds.
    fn day(&self, dated: &Dated, on: Date) -> Result<Date, Wrong> {
        let on = if dated.future.is_some() { on } else { day::not_ahead(on, self.today)? };
        day::of_a_life(on, self.born)
    }

    /// How long the needles were; an empty field is "I don't know".
    fn length(&self, question: &Question, dated: &Dated) -> Result<Option<NeedleLength>, Fault> {
        if dated.length.is_none() {
            return Ok(None);
        }
        let field = length_field(question);
        read::length(LENGTH_WRONG)(self.fields, &field).map_err(|wrong| wrong.at(&field))
    }

    fn detail(&self, question: &Question, dated: &Dated) -> Result<Option<String>, Fault> {
        let field = detail_field(question);
        let detail = self.fields.text(&field);
        if dated.detail.is_some() && detail.is_none() {
            return Err(Wrong::new("screening-choose").at(&field));
        }
        let known = detail.filter(|word| dated.words.iter().any(|known| known == word));
        Ok(known.map(str::to_owned))
    }
}
