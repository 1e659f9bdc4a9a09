//! Random people to compare two versions of a protocol on; from a seed, so that the same figures come out again.
//!
//! They are spread over the answers, not over a population: a share of them says nothing about people outside.

use care::answers::{Answer, Answers};
use care::measure::NeedleLength;
use care::person::{Device, Person};
use care::protocol::rows::Question;
use care::words::{Area, Goal, ProductClass, Setting, SkinType, Word};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The day on which they are decided about.
pub(super) const ON: Date = date(2026, 12, 5);

/// One in so many answers is any answer; all others are the harmless one, so that every verdict occurs.
const ANY: u64 = 40;

/// People, one after another.
pub(super) struct People(u64);

impl People {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next person, with an answer to each of these questions.
    pub(super) fn next(&mut self, questions: &[Question]) -> Person {
        let mut answers = Answers::unknown(questions.len());
        for (place, question) in questions.iter().enumerate() {
            answers.set(place, self.answer(question));
        }
        // Half of them as short as at home.
        let lengths = if self.below(2) > 0 { 4 } else { 40 };
        let length = NeedleLength::from_mm(0.15 + 0.05 * self.below(lengths) as f64);
        let device = Device { kind: self.pick(), needles: Some(192), length };
        Person {
            born: (self.below(40) > 0).then(|| self.days_ago(30_500)),
            setting: Setting::Home,
            skin_type: SkinType::new(self.below(6) as u8 + 1),
            sensitive: Some(self.below(2) > 0),
            goals: vec![self.pick::<Goal>()],
            areas: vec![self.pick::<Area>()],
            device: (self.below(10) > 0).then_some(device),
            free_days: Vec::new(),
            rhythm: None,
            answers,
            answered: None,
        }
    }

    fn answer(&mut self, question: &Question) -> Answer {
        let harmless = if question.products { Answer::products(&[]) } else { Answer::Word(0) };
        if self.below(ANY) > 0 { harmless } else { self.any(question) }
    }

    /// Any answer, all about equally likely.
    fn any(&mut self, question: &Question) -> Answer {
        if question.products {
            let some: Vec<ProductClass> = (0..=self.below(3)).map(|_| self.pick()).collect();
            return if self.below(4) > 0 { Answer::products(&some) } else { Answer::Unknown };
        }
        let words = question.answers.len() as u64;
        match (self.below(words + 3), &question.dated) {
            (place, _) if place < words => Answer::Word(place as u8),
            (place, Some(dated)) if place > words => {
                let detail = self.below(dated.words.len() as u64 + 1) as u8;
                let detail = (usize::from(detail) < dated.words.len()).then_some(detail);
                let length = NeedleLength::from_mm(0.2 + 0.1 * self.below(20) as f64);
                let length = length.filter(|_| dated.length.is_some() && self.below(3) > 0);
                Answer::Dated { on: self.days_ago(500), detail, length }
            }
            _ => Answer::Unknown,
        }
    }

    fn days_ago(&mut self, most: u64) -> Date {
        ON.saturating_sub((self.below(most) as i64).days())
    }

    fn pick<W: Word>(&mut self) -> W {
        let place = self.below(W::ALL.len() as u64) as usize;
        W::ALL.get(place).copied().unwrap_or_else(|| unreachable!("the place is below the length"))
    }

    /// A number below a limit (SplitMix64).
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }
}
