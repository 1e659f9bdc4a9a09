//! People for tests: `clear(&protocol).answers("keloid", "yes").at_home()`.

use std::ops::{Deref, DerefMut};

use care::Protocol;
use care::answers::{Answer, Answers};
use care::measure::NeedleLength;
use care::person::{Device, Person};
use care::protocol::rows::Question;
use care::words::{Area, DeviceKind, Goal, ProductClass, RhythmChoice, Setting, SkinType};
use jiff::civil::{Date, date};

/// The built-in protocol.
pub fn protocol() -> Protocol {
    Protocol::built_in().unwrap_or_else(|faults| {
        let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("the built-in protocol has faults:\n{}", all.join("\n"))
    })
}

/// A person being described, with the protocol that knows the questions.
#[derive(Clone)]
pub struct Someone<'p> {
    protocol: &'p Protocol,
    person: Person,
}

/// Somebody at home with a 0.25 mm roller, to whose needling nothing speaks against.
pub fn clear(protocol: &Protocol) -> Someone<'_> {
    let mut answers = Answers::unknown(protocol.questions().len());
    for (place, question) in protocol.questions().iter().enumerate() {
        answers.set(place, harmless(question));
    }
    let length = NeedleLength::from_mm(0.25);
    let device = Device { kind: DeviceKind::Roller, needles: Some(192), length };
    let person = Person {
        born: Some(date(1988, 4, 2)),
        setting: Setting::Home,
        skin_type: SkinType::new(2),
        sensitive: Some(true),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: Some(device),
        free_days: Vec::new(),
        rhythm: Some(RhythmChoice::Daily),
        answers,
        answered: None,
    };
    Someone { protocol, person }
}

/// The first plain word of a question is its harmless answer; of products, none.
fn harmless(question: &Question) -> Answer {
    if question.products { Answer::products(&[]) } else { Answer::Word(0) }
}

impl Someone<'_> {
    /// Gives a plain answer, or `unknown`.
    pub fn answers(mut self, question: &str, word: &str) -> Self {
        let (place, row) = self.find(question);
        let answer = match word {
            "unknown" => Answer::Unknown,
            word => Answer::word(row, word).expect("the word is an answer of the question"),
        };
        self.person.answers.set(place, answer);
        self
    }
    /// Gives the dated answer.
    pub fn answers_on(mut self, question: &str, on: Date, detail: Option<&str>) -> Self {
        let (place, row) = self.find(question);
        let answer = Answer::dated(row, on, detail)
            .expect("the question has a dated answer with this detail");
        self.person.answers.set(place, answer);
        self
    }
    /// The same with the length of the needles, mm.
    pub fn answers_on_with(
        mut self,
        question: &str,
        on: Date,
        detail: Option<&str>,
        mm: f64,
    ) -> Self {
        let (place, row) = self.find(question);
        let answer = Answer::dated(row, on, detail).expect("a dated answer with this detail");
        self.person.answers.set(place, answer.with_length(NeedleLength::from_mm(mm)));
        self
    }
    /// Uses these products.
    pub fn uses(mut self, classes: &[ProductClass]) -> Self {
        let (place, _) = self.find("using");
        self.person.answers.set(place, Answer::products(classes));
        self
    }
    /// Is treated in a clinic.
    pub fn in_clinic(mut self) -> Self {
        self.person.setting = Setting::Clinic;
        self
    }
    /// Is treated with needles of this length, mm.
    pub fn with_needles(mut self, mm: f64) -> Self {
        let length = Some(NeedleLength::from_mm(mm).expect("a needle length"));
        self.person.device = self.person.device.map(|device| Device { length, ..device });
        self
    }

    fn find(&self, question: &str) -> (usize, &Question) {
        self.protocol.find_question(question).unwrap_or_else(|| panic!("{question} is not asked"))
    }
}

impl Deref for Someone<'_> {
    type Target = Person;
    fn deref(&self) -> &Person {
        &self.person
    }
}

impl DerefMut for Someone<'_> {
    fn deref_mut(&mut self) -> &mut Person {
        &mut self.person
    }
}
