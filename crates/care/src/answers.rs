//! What a person answered, one answer per question of the protocol.
//!
//! Questions are rows of the protocol, so answers are stored by the question's place in it. A missing answer is
//! [`Answer::Unknown`], which is never treated as "no". What an answer means is in [`crate::screening`].

use jiff::civil::Date;

use crate::measure::NeedleLength;
use crate::protocol::rows::Question;
use crate::words::{ProductClass, Word};

/// One answer, checked against its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Answer {
    /// Not answered, or "don't know".
    #[default]
    Unknown,
    /// One of the question's plain words, by its place.
    Word(u8),
    /// The dated answer.
    Dated {
        /// When.
        on: Date,
        /// Which of the detail's words, by its place; `None` if not said.
        detail: Option<u8>,
        /// How long the needles were; `None` if not said.
        length: Option<NeedleLength>,
    },
    /// A set of product classes, one bit each in the order of [`ProductClass::ALL`].
    Products(u32),
}

impl Answer {
    /// The plain word of a question as an answer.
    pub fn word(question: &Question, word: &str) -> Option<Self> {
        let place = question.answers.iter().position(|known| known == word)?;
        u8::try_from(place).ok().map(Self::Word)
    }
    /// A dated answer.
    pub fn dated(question: &Question, on: Date, detail: Option<&str>) -> Option<Self> {
        let dated = question.dated.as_ref()?;
        let detail = match detail {
            None => None,
            Some(word) => {
                Some(u8::try_from(dated.words.iter().position(|known| known == word)?).ok()?)
            }
        };
        Some(Self::Dated { on, detail, length: None })
    }
    /// The same dated answer with the length of the needles.
    pub fn with_length(self, needles: Option<NeedleLength>) -> Self {
        match self {
            Self::Dated { on, detail, .. } => Self::Dated { on, detail, length: needles },
            other => other,
        }
    }
    /// A set of product classes.
    pub fn products(classes: &[ProductClass]) -> Self {
        Self::Products(classes.iter().fold(0, |set, class| set | product_bit(*class)))
    }
    /// The answer as the files write it, for example `pregnant` or `stopped 2026-09-01 (oral)`.
    pub fn spell(self, question: &Question) -> String {
        match self {
            Self::Unknown => "unknown".into(),
            Self::Word(place) => {
                question.answers.get(usize::from(place)).cloned().unwrap_or_default()
            }
            Self::Dated { on, detail, length } => spell_dated(question, on, detail, length),
            Self::Products(set) => {
                let words: Vec<_> = products_in(set).map(Word::word).collect();
                if words.is_empty() { "nothing".into() } else { words.join(", ") }
            }
        }
    }
}

fn spell_dated(
    question: &Question,
    on: Date,
    detail: Option<u8>,
    length: Option<NeedleLength>,
) -> String {
    let Some(dated) = &question.dated else { return on.to_string() };
    let word = detail.and_then(|place| dated.words.get(usize::from(place))).cloned();
    let length = length.map(|length| format!("{length} mm"));
    let beside: Vec<String> = word.into_iter().chain(length).collect();
    match beside.is_empty() {
        true => format!("{} {on}", dated.key),
        false => format!("{} {on} ({})", dated.key, beside.join(", ")),
    }
}

/// The bit of a product class in [`Answer::Products`].
pub fn product_bit(class: ProductClass) -> u32 {
    1 << (class as u32)
}

/// The product classes of a set.
pub fn products_in(set: u32) -> impl Iterator<Item = ProductClass> {
    ProductClass::ALL.iter().copied().filter(move |class| set & product_bit(*class) != 0)
}

/// All answers of a person, in the order of the protocol's questions.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Answers {
    all: Vec<Answer>,
    telling: Places,
}

/// A set of places of questions; [`Answers`] marks those whose answer is not the plain first one, which is nearly always
/// harmless, so that a decision walks over a handful of answers and not over all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(crate) struct Places(u128);

impl Places {
    /// How many questions a protocol can have; checked when it is read.
    pub(crate) const MOST: usize = u128::BITS as usize;

    /// Puts a place in, or takes it out.
    pub(crate) fn mark(&mut self, place: usize, there: bool) {
        let bit =
            u32::try_from(place).ok().and_then(|place| 1_u128.checked_shl(place)).unwrap_or(0);
        self.0 = if there { self.0 | bit } else { self.0 & !bit };
    }
    /// The places of either set.
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Iterator for Places {
    type Item = usize;
    /// Takes the lowest place out.
    fn next(&mut self) -> Option<usize> {
        let place = (self.0 != 0).then_some(self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(place)
    }
}

impl Answers {
    /// Nothing answered yet, for a protocol with so many questions.
    pub fn unknown(questions: usize) -> Self {
        let mut telling = Places::default();
        (0..questions).for_each(|place| telling.mark(place, true));
        Self { all: vec![Answer::Unknown; questions], telling }
    }
    /// Sets the answer to the question at this place; a place beyond the last question is ignored.
    pub fn set(&mut self, place: usize, answer: Answer) {
        if let Some(slot) = self.all.get_mut(place) {
            *slot = answer;
            self.telling.mark(place, !matches!(answer, Answer::Word(0) | Answer::Products(0)));
        }
    }
    /// The answer to the question at this place.
    pub fn get(&self, place: usize) -> Answer {
        self.all.get(place).copied().unwrap_or_default()
    }
    /// All answers in order.
    pub fn iter(&self) -> impl Iterator<Item = Answer> + '_ {
        self.all.iter().copied()
    }
    /// The places of the answers other than the plain first one, and than no product at all.
    pub(crate) fn telling(&self) -> Places {
        self.telling
    }
}
