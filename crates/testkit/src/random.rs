//! Random people from a seed, for laws, benchmarks and comparisons: the same seed gives the same people.

use care::Protocol;
use care::answers::{Answer, Answers};
use care::measure::NeedleLength;
use care::person::{Device, Person};
use care::protocol::rows::Question;
use care::words::{Area, DeviceKind, Goal, ProductClass, RhythmChoice, Setting, SkinType, Word};
use jiff::ToSpan;

use crate::TODAY;

/// A small generator (SplitMix64); good enough to scatter test cases, for nothing else.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator with this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }
    /// A number from 0 to 1.
    pub(crate) fn unit(&mut self) -> f64 {
        self.below(1 << 32) as f64 / (1_u64 << 32) as f64
    }
    /// A number between two.
    pub(crate) fn between(&mut self, (low, high): (f64, f64)) -> f64 {
        low + self.unit() * (high - low)
    }
    /// A number from a normal distribution around 0 with deviation 1 (Box and Muller).
    pub(crate) fn gauss(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
    /// One chance in so many.
    pub fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }
    pub(crate) fn pick<W: Word>(&mut self) -> W {
        self.one_of(W::ALL)
    }
    /// One of a few things.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let place = self.below(all.len() as u64) as usize;
        *all.get(place).expect("the place is below the length")
    }

    /// A person; four in five of their answers are harmless, so that every verdict occurs.
    pub fn person(&mut self, protocol: &Protocol) -> Person {
        let mut answers = Answers::unknown(protocol.questions().len());
        for (place, question) in protocol.questions().iter().enumerate() {
            let answer = self.answer(question);
            answers.set(place, answer);
        }
        let length = NeedleLength::from_mm(0.15 + 0.05 * self.below(40) as f64);
        let device = Device { kind: self.pick::<DeviceKind>(), needles: Some(192), length };
        let days = self.below(25_000) as i64 + 5_500;
        Person {
            born: (!self.one_in(40)).then(|| TODAY.saturating_sub(days.days())),
            setting: self.pick::<Setting>(),
            skin_type: SkinType::new(self.below(6) as u8 + 1),
            sensitive: Some(self.one_in(2)),
            goals: vec![self.pick::<Goal>()],
            areas: vec![self.pick::<Area>()],
            device: (!self.one_in(10)).then_some(device),
            free_days: Vec::new(),
            rhythm: self.maybe_rhythm(),
            answers,
            answered: self.one_in(3).then(|| TODAY.saturating_sub((self.below(40) as i64).days())),
        }
    }

    fn maybe_rhythm(&mut self) -> Option<RhythmChoice> {
        (!self.one_in(3)).then(|| self.pick::<RhythmChoice>())
    }

    /// An answer to a question, harmless in about nineteen of twenty cases.
    pub fn answer(&mut self, question: &Question) -> Answer {
        if self.below(40) > 1 {
            return if question.products { Answer::products(&[]) } else { Answer::Word(0) };
        }
        self.any_answer(question)
    }

    /// Any answer to a question, all about equally likely.
    pub fn any_answer(&mut self, question: &Question) -> Answer {
        if question.products {
            return if self.one_in(4) {
                Answer::Unknown
            } else {
                Answer::Products(self.below(1 << ProductClass::ALL.len()) as u32)
            };
        }
        let words = question.answers.len() as u64;
        let dated = u64::from(question.dated.is_some());
        match self.below(words + dated * 2 + 1) {
            0 => Answer::Unknown,
            place if place <= words => Answer::Word((place - 1) as u8),
            _ => self.dated(question),
        }
    }

    fn dated(&mut self, question: &Question) -> Answer {
        let on = TODAY.saturating_sub((self.below(500) as i64).days());
        let details = question.dated.as_ref().map_or(0, |dated| dated.words.len() as u64);
        let detail = self.below(details + 1);
        let lengths = question.dated.as_ref().is_some_and(|dated| dated.length.is_some());
        let length = NeedleLength::from_mm(0.15 + 0.05 * self.below(58) as f64);
        let length = length.filter(|_| lengths && !self.one_in(3));
        Answer::Dated { on, detail: (detail < details).then_some(detail as u8), length }
    }
}
