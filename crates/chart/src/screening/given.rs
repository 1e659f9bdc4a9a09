//! An answer to one of the protocol's questions, as the record keeps it.
//!
//! What an answer means is decided in `care`; how a form asks for it and how it is said is none of it. The record keeps
//! the shape of `person.json`.

use care::answers::{Answer, products_in};
use care::measure::NeedleLength;
use care::protocol::rows::Question;
use care::words::{ProductClass, Word as _};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The word for "I don't know", in forms and in the record.
pub const UNKNOWN: &str = "unknown";

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// "I don't know".
    Unknown,
    /// One of the plain words.
    Word(String),
    /// The dated answer; the detail is `None` if it is not known.
    Dated {
        /// The day.
        on: Date,
        /// The word beside it.
        detail: Option<String>,
        /// How long the needles were; `None` if it is not known.
        length: Option<NeedleLength>,
    },
    /// Products in use; empty for none.
    Products(Vec<ProductClass>),
}

impl Given {
    /// The answer that speaks against nothing: the first plain one, or no product at all.
    pub fn harmless(question: &Question) -> Self {
        match question.answers.first() {
            _ if question.products => Self::Products(Vec::new()),
            Some(word) => Self::Word(word.clone()),
            None => Self::Unknown,
        }
    }

    /// The answer as the record keeps it; `None` if it is none of this question's.
    pub fn of_record(question: &Question, value: &Value) -> Option<Self> {
        match value {
            Value::String(word) if word == UNKNOWN => Some(Self::Unknown),
            Value::String(word) => {
                question.answers.contains(word).then(|| Self::Word(word.clone()))
            }
            Value::Array(words) => {
                let word = |word: &Value| ProductClass::find(word.as_str()?);
                words.iter().map(word).collect::<Option<Vec<_>>>().map(Self::Products)
            }
            Value::Object(all) => {
                let dated = question.dated.as_ref()?;
                let on = all.get(&dated.key)?.as_str()?.parse().ok()?;
                let detail = dated.detail.as_ref().and_then(|key| all.get(key)?.as_str());
                let known = |word: &str| dated.words.iter().any(|known| known == word);
                let detail = detail.filter(|word| *word != UNKNOWN).map(str::to_owned);
                let readable = detail.as_deref().is_none_or(known);
                let length = dated.length.as_ref().and_then(|key| all.get(key)?.as_f64());
                let length = length.and_then(NeedleLength::from_mm);
                readable.then_some(Self::Dated { on, detail, length })
            }
            _ => None,
        }
    }

    /// The answer as a decision read it.
    pub fn of_answer(question: &Question, answer: Answer) -> Self {
        match answer {
            Answer::Unknown => Self::Unknown,
            Answer::Word(place) => question
                .answers
                .get(usize::from(place))
                .map_or(Self::Unknown, |word| Self::Word(word.clone())),
            Answer::Dated { on, detail, length } => {
                let words = question.dated.as_ref().map_or(&[][..], |dated| &dated.words);
                let detail = detail.and_then(|place| words.get(usize::from(place)).cloned());
                Self::Dated { on, detail, length }
            }
            Answer::Products(set) => Self::Products(products_in(set).collect()),
        }
    }

    /// The answer as decisions read it; `None` if it is none of this question's.
    pub fn answer(&self, question: &Question) -> Option<Answer> {
        match self {
            Self::Unknown => Some(Answer::Unknown),
            Self::Word(word) => Answer::word(question, word),
            Self::Dated { on, detail, length } => {
                let dated = Answer::dated(question, *on, detail.as_deref());
                dated.map(|answer| answer.with_length(*length))
            }
            Self::Products(classes) => question.products.then(|| Answer::products(classes)),
        }
    }

    /// The answer as the record keeps it.
    pub fn record(&self, question: &Question) -> Value {
        match self {
            Self::Unknown => json!(UNKNOWN),
            Self::Word(word) => json!(word),
            Self::Products(classes) => json!(classes),
            Self::Dated { on, detail, length } => {
                let mut all = Map::new();
                if let Some(dated) = &question.dated {
                    all.insert(dated.key.clone(), json!(on));
                    if let (Some(key), Some(word)) = (&dated.detail, detail) {
                        all.insert(key.clone(), json!(word));
                    }
                    if let (Some(key), Some(length)) = (&dated.length, length) {
                        all.insert(key.clone(), json!(length.mm()));
                    }
                }
                Value::Object(all)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use care::Protocol;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_answer_of_every_question_survives_the_record() {
        let protocol = Protocol::built_in().unwrap();
        for question in protocol.questions() {
            for given in every(question) {
                let kept = given.record(question);
                assert_eq!(Given::of_record(question, &kept), Some(given), "{kept}");
            }
        }
    }

    #[test]
    fn an_answer_of_another_question_is_none_of_this_one() {
        let protocol = Protocol::built_in().unwrap();
        let (_, retinoid) = protocol.find_question("retinoid").unwrap();
        for kept in [json!("purple"), json!(7), json!({ "until": "2026-09-01" })] {
            assert_eq!(Given::of_record(retinoid, &kept), None, "{kept}");
        }
    }

    #[test]
    fn every_answer_is_read_by_decisions_and_back() {
        let protocol = Protocol::built_in().unwrap();
        for question in protocol.questions() {
            for given in every(question) {
                let answer = given.answer(question).unwrap();
                assert_eq!(Given::of_answer(question, answer), given, "{}", question.id);
            }
        }
    }

    #[test]
    fn the_harmless_answer_is_never_that_nobody_knows() {
        let protocol = Protocol::built_in().unwrap();
        for question in protocol.questions() {
            let harmless = Given::harmless(question);
            assert!(harmless != Given::Unknown, "{}", question.id);
            assert_ne!(harmless.answer(question), Some(Answer::Unknown), "{}", question.id);
        }
    }

    #[test]
    fn a_detail_that_nobody_knows_is_left_open_and_one_of_old_has_to_be_given_again() {
        let protocol = Protocol::built_in().unwrap();
        let (_, retinoid) = protocol.find_question("retinoid").unwrap();
        let read = |form: &str| {
            let kept = json!({ "stopped": "2026-09-01", "form": form });
            Given::of_record(retinoid, &kept)
        };
        let dated = |detail: Option<&str>| {
            let (on, detail) = (date(2026, 9, 1), detail.map(str::to_owned));
            Some(Given::Dated { on, detail, length: None })
        };
        assert_eq!(read("oral"), dated(Some("oral")));
        assert_eq!(read(UNKNOWN), dated(None));
        assert_eq!(read("by letter"), None);
    }

    #[test]
    fn a_day_or_a_product_that_can_not_be_read_has_to_be_given_again() {
        let protocol = Protocol::built_in().unwrap();
        let (_, sunburn) = protocol.find_question("sunburn").unwrap();
        for odd in [json!({ "on": "31 November" }), json!({ "on": 5 }), json!({}), json!(null)] {
            assert_eq!(Given::of_record(sunburn, &odd), None, "{odd}");
        }
        let (_, using) = protocol.find_question("using").unwrap();
        for odd in [json!(["acids", "snake-oil"]), json!([1])] {
            assert_eq!(Given::of_record(using, &odd), None, "{odd}");
        }
        assert_eq!(Given::of_record(using, &json!([])), Some(Given::Products(Vec::new())));
    }

    #[test]
    fn a_length_that_no_needle_has_is_not_known() {
        let protocol = Protocol::built_in().unwrap();
        let (_, last) = protocol.find_question("last_needling").unwrap();
        let length = |mm: Value| {
            let kept = json!({ "on": "2026-09-01", "calm": "yes", "mm": mm });
            match Given::of_record(last, &kept) {
                Some(Given::Dated { length, .. }) => length.map(NeedleLength::mm),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(length(json!(0.5)), Some(0.5));
        for odd in [json!(-1.0), json!(400.0), json!("long"), json!(null)] {
            assert_eq!(length(odd.clone()), None, "{odd}");
        }
    }

    fn every(question: &Question) -> Vec<Given> {
        let mut all = vec![Given::Unknown, Given::harmless(question)];
        all.extend(question.answers.iter().cloned().map(Given::Word));
        if question.products {
            all.push(Given::Products(vec![ProductClass::Acids, ProductClass::Sun]));
        }
        if let Some(dated) = &question.dated {
            let details = dated.words.iter().cloned().map(Some).chain([None]);
            let on = date(2026, 9, 1);
            all.extend(details.map(|detail| Given::Dated { on, detail, length: None }));
            let length = dated.length.as_ref().and_then(|_| NeedleLength::from_mm(1.5));
            all.push(Given::Dated { on, detail: None, length });
        }
        all
    }
}
