//! From a form to an answer. A line that says nothing is no answer: what that means, the page decides ([`super::page`]).

use care::measure::NeedleLength;
use care::protocol::rows::{Dated, Question};
use care::words::ProductClass;
use chart::screening::given::{Given, UNKNOWN};
use jiff::civil::Date;

use super::{
    TICKED, Wrong, date_field, detail_field, harmless, length_field, only_way, undated_field, ways,
};
use crate::fields::Fields;
use crate::say::Say;
use crate::typed;

/// A form being read, and what a date in it is held against.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    /// What was sent.
    pub fields: &'a Fields,
    /// The texts.
    pub say: &'a Say,
    /// The day it is.
    pub today: Date,
    /// The day of birth, if it is known: nothing was done to anybody before it.
    pub born: Option<Date>,
}

impl Reader<'_> {
    /// What a line says; `None` if nothing.
    ///
    /// # Errors
    /// What is missing or can't be read.
    pub(crate) fn line(&self, question: &Question) -> Result<Option<Given>, Wrong> {
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
            Some(_) if !ticked => Err(self.wrong(question.id.clone(), "screening-not-ticked")),
            Some(word) => self.way(question, word).map(Some),
            None => match ways.as_slice() {
                [only] => self.way(question, only).map(Some),
                _ => Err(self.wrong(question.id.clone(), "screening-choose")),
            },
        }
    }

    fn wrong(&self, field: String, key: &str) -> Wrong {
        Wrong { field, sentence: self.say.text(key) }
    }

    fn has_day(&self, question: &Question) -> bool {
        typed::parts(self.fields, &date_field(question)).is_some()
    }

    fn way(&self, question: &Question, word: &str) -> Result<Given, Wrong> {
        match &question.dated {
            Some(dated) if dated.key == word => self.dated(question, dated),
            _ => Ok(Given::Word(word.to_owned())),
        }
    }

    /// Without its day the whole answer is not known, since nothing can be counted from it.
    fn dated(&self, question: &Question, dated: &Dated) -> Result<Given, Wrong> {
        let undated = self.fields.has(&undated_field(question));
        let Some(typed) = typed::parts(self.fields, &date_field(question)) else {
            let missing = || self.wrong(date_field(question), "screening-which-day");
            return if undated { Ok(Given::Unknown) } else { Err(missing()) };
        };
        if undated {
            return Err(self.wrong(date_field(question), "screening-day-or-not"));
        }
        let on = typed.and_then(|on| self.day(dated, on)).map_err(|wrong| Wrong {
            field: date_field(question),
            sentence: wrong.say(self.say),
        })?;
        let (length, detail) = (self.length(question, dated)?, self.detail(question, dated)?);
        Ok(Given::Dated { on, detail, length })
    }

    /// A treatment that ends on a day ahead goes on until then: the protocol says of which answers that holds.
    fn day(&self, dated: &Dated, on: Date) -> Result<Date, typed::Wrong> {
        let goes_on = dated.future.is_some() && on > self.today;
        let on = if goes_on { on } else { typed::past(on, self.today)? };
        if self.born.is_some_and(|born| on < born) {
            Err(typed::Wrong::BeforeBirth)
        } else {
            Ok(on)
        }
    }

    /// How long the needles were; an empty field is "I don't know".
    fn length(&self, question: &Question, dated: &Dated) -> Result<Option<NeedleLength>, Wrong> {
        let field = length_field(question);
        let Some(text) = self.fields.text(&field).filter(|_| dated.length.is_some()) else {
            return Ok(None);
        };
        typed::length(text)
            .map(Some)
            .ok_or_else(|| Wrong { field, sentence: typed::length_wrong(self.say) })
    }

    fn detail(&self, question: &Question, dated: &Dated) -> Result<Option<String>, Wrong> {
        let field = detail_field(question);
        let detail = self.fields.text(&field);
        if dated.detail.is_some() && detail.is_none() {
            return Err(self.wrong(field, "screening-choose"));
        }
        let known = detail.filter(|word| dated.words.iter().any(|known| known == word));
        Ok(known.map(str::to_owned))
    }
}
