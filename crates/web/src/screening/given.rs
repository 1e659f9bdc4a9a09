//! An answer to one of the protocol's questions, between its form and the words people read.
//!
//! What an answer means is decided in `care`; how the record keeps it is in `chart`.

use care::measure::NeedleLength;
use care::protocol::Texts;
use care::protocol::rows::{Dated, Question};
use care::words::{ProductClass, Word as _};
use chart::screening::given::{Given, UNKNOWN};
use jiff::civil::Date;

use crate::fields::Fields;
use crate::say::Say;
use crate::typed;

/// What is wrong with an answer: the field it belongs to and the sentence beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub field: String,
    pub sentence: String,
}

/// The field of a dated answer's day.
pub(crate) fn date_field(question: &Question) -> String {
    format!("{}-date", question.id)
}

/// The field of a dated answer's detail.
pub(crate) fn detail_field(question: &Question) -> String {
    format!("{}-detail", question.id)
}

/// The field of the length of the needles.
pub(crate) fn length_field(question: &Question) -> String {
    format!("{}-mm", question.id)
}

/// The answer of a form.
///
/// # Errors
/// What is missing or can't be read.
pub(crate) fn read(
    question: &Question,
    fields: &Fields,
    say: &Say,
    today: Date,
) -> Result<Given, Wrong> {
    let wrong = |field: String, sentence: String| Wrong { field, sentence };
    let chosen = fields.text(&question.id);
    let date = fields.text(&date_field(question));
    // Not knowing wins over everything else that was ticked: it is never treated as "no".
    if fields.all(&question.id).any(|value| value == UNKNOWN) {
        return Ok(Given::Unknown);
    }
    match (chosen, &question.dated) {
        _ if question.products => read_products(question, fields)
            .ok_or_else(|| wrong(question.id.clone(), say.text("screening-tick-or-none"))),
        (Some(word), _) if question.answers.iter().any(|known| known == word) => {
            Ok(Given::Word(word.to_owned()))
        }
        (Some(word), Some(dated)) if word == dated.key => {
            read_dated(question, dated, fields, say, today)
        }
        // Whoever wrote a day has answered, even without touching the button beside it.
        (None, Some(dated)) if date.is_some() => read_dated(question, dated, fields, say, today),
        _ => Err(wrong(question.id.clone(), say.text("screening-choose"))),
    }
}

/// The answer as the fields of its form, to show it again.
pub(crate) fn fields(given: &Given, question: &Question) -> Vec<(String, String)> {
    let id = question.id.clone();
    match given {
        Given::Unknown => vec![(id, UNKNOWN.into())],
        Given::Word(word) => vec![(id, word.clone())],
        Given::Products(classes) if classes.is_empty() => vec![(id, NOTHING.into())],
        Given::Products(classes) => {
            classes.iter().map(|class| (id.clone(), class.word().into())).collect()
        }
        Given::Dated { on, detail, length } => {
            let key = question.dated.as_ref().map(|dated| dated.key.clone());
            let detail = detail.clone().unwrap_or_else(|| UNKNOWN.into());
            let length = length.map(|length| (length_field(question), length.to_string()));
            let fields = [
                (id, key.unwrap_or_default()),
                (date_field(question), on.to_string()),
                (detail_field(question), detail),
            ];
            fields.into_iter().chain(length).collect()
        }
    }
}

/// The answer in words.
pub(crate) fn words(given: &Given, question: &Question, say: &Say, texts: &Texts) -> String {
    let answer = |word: &str| texts.say(&format!("answer-{word}")).into_owned();
    match given {
        Given::Unknown => answer(UNKNOWN),
        Given::Word(word) => answer(word),
        Given::Products(classes) if classes.is_empty() => say.text("screening-nothing"),
        Given::Products(classes) => {
            let words: Vec<String> = classes
                .iter()
                .map(|class| texts.say(&format!("product-class-{}", class.word())).into_owned())
                .collect();
            words.join(", ")
        }
        Given::Dated { on, detail, length } => {
            let Some(dated) = &question.dated else { return say.date(*on) };
            let said = format!("{} {}", answer(&dated.key), say.date(*on));
            let said = match length {
                Some(length) => format!("{said} ({length} mm)"),
                None => said,
            };
            match &dated.detail {
                Some(key) => {
                    let word = answer(detail.as_deref().unwrap_or(UNKNOWN));
                    // "It was: By mouth", but "Is the skin calm again? Yes"
                    let label = answer(key);
                    let colon = if label.ends_with('?') { "" } else { ":" };
                    format!("{said}. {label}{colon} {word}")
                }
                None => said,
            }
        }
    }
}

/// The value that says "none of these" where products are ticked.
pub(super) const NOTHING: &str = "nothing";

fn read_products(question: &Question, fields: &Fields) -> Option<Given> {
    let classes = fields.words::<ProductClass>(&question.id);
    let nothing = fields.all(&question.id).any(|value| value == NOTHING);
    (!classes.is_empty() || nothing).then_some(Given::Products(classes))
}

fn read_dated(
    question: &Question,
    dated: &Dated,
    fields: &Fields,
    say: &Say,
    today: Date,
) -> Result<Given, Wrong> {
    let field = date_field(question);
    let Some(text) = fields.text(&field) else {
        return Err(Wrong { field, sentence: say.text("screening-which-day") });
    };
    let on =
        typed::past_day(text, today).map_err(|wrong| Wrong { field, sentence: wrong.say(say) })?;
    let detail = fields.text(&detail_field(question));
    if dated.detail.is_some() && detail.is_none() {
        let field = detail_field(question);
        return Err(Wrong { field, sentence: say.text("screening-choose") });
    }
    let known = detail.filter(|word| dated.words.iter().any(|known| known == word));
    let length = read_length(question, dated, fields, say)?;
    Ok(Given::Dated { on, detail: known.map(str::to_owned), length })
}

/// How long the needles were; an empty field is "I don't know".
fn read_length(
    question: &Question,
    dated: &Dated,
    fields: &Fields,
    say: &Say,
) -> Result<Option<NeedleLength>, Wrong> {
    let field = length_field(question);
    let Some(text) = fields.text(&field).filter(|_| dated.length.is_some()) else {
        return Ok(None);
    };
    let mm = text.trim().replace(',', ".").parse().ok().and_then(NeedleLength::from_mm);
    let (low, high) = NeedleLength::RANGE_MM;
    let range = [("low", low.to_string().into()), ("high", high.to_string().into())];
    let wrong = || Wrong { field, sentence: say.with("screening-length-range", &range) };
    mm.map(Some).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use care::Protocol;
    use jiff::civil::date;

    use super::*;
    use crate::say::{self, ENGLISH};

    fn form(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())))
    }

    #[test]
    fn every_answer_of_every_question_survives_its_form() {
        let protocol = Protocol::built_in().unwrap();
        let say = say::read(false).unwrap().get(ENGLISH);
        let today = date(2026, 12, 5);
        for question in protocol.questions() {
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
            for given in all {
                let fields = Fields::of(fields(&given, question));
                assert_eq!(read(question, &fields, &say, today), Ok(given.clone()));
                let words = words(&given, question, &say, protocol.texts());
                assert!(!words.contains("answer-"), "{words}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_said_at_its_field() {
        let protocol = Protocol::built_in().unwrap();
        let say = say::read(false).unwrap().get(ENGLISH);
        let (_, retinoid) = protocol.find_question("retinoid").unwrap();
        let field = |pairs: &[(&str, &str)]| {
            read(retinoid, &form(pairs), &say, date(2026, 12, 5)).unwrap_err().field
        };
        assert_eq!(field(&[]), "retinoid");
        assert_eq!(field(&[("retinoid", "sometimes")]), "retinoid");
        assert_eq!(field(&[("retinoid", "stopped")]), "retinoid-date");
        let future = [("retinoid", "stopped"), ("retinoid-date", "2026-12-06")];
        assert_eq!(field(&future), "retinoid-date");
        assert_eq!(field(&[("retinoid-date", "2026-12-01")]), "retinoid-detail");
    }
}
