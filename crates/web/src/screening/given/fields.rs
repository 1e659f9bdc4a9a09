//! From an answer back to the fields of its form, so that whoever comes back sees what they said.

use care::protocol::rows::Question;
use care::words::Word as _;
use chart::screening::given::{Given, UNKNOWN};

use super::{TICKED, date_field, detail_field, harmless, length_field, only_way};
use crate::form::day;

/// The answer as the fields of its form; the harmless one is a line that nobody ticked.
pub(crate) fn fields(given: &Given, question: &Question) -> Vec<(String, String)> {
    let pair = |value: &str| (question.id.clone(), value.to_owned());
    match given {
        Given::Unknown => vec![pair(UNKNOWN)],
        Given::Word(word) if harmless(question) == Some(word) => Vec::new(),
        Given::Word(word) if only_way(question) == Some(word) => vec![pair(word)],
        Given::Word(word) => vec![pair(TICKED), pair(word)],
        Given::Products(classes) => classes.iter().map(|class| pair(class.word())).collect(),
        Given::Dated { on, detail, length } => {
            let mut all = vec![pair(TICKED)];
            all.extend(question.dated.iter().map(|dated| pair(&dated.key)));
            all.extend(day::part_fields(&date_field(question), *on));
            let detail = detail.clone().unwrap_or_else(|| UNKNOWN.to_owned());
            all.push((detail_field(question), detail));
            all.extend(length.map(|length| (length_field(question), length.to_string())));
            all
        }
    }
}
