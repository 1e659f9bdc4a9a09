//! The questions of the screening, answered at the browser.

use care::Protocol;
use care::words::Setting;
use chart::screening::steps;
use store::records::{Profile, Screening};

use crate::{Answer, Home};

/// The fields of a form.
type Form = Vec<(&'static str, &'static str)>;

/// What is told on the page about oneself.
pub const ABOUT: [(&str, &str); 5] = [
    ("born-day", "2"),
    ("born-month", "4"),
    ("born-year", "1988"),
    ("skin_type", "3"),
    ("sensitive", "no"),
];
/// "None of these".
pub const NONE: [(&str, &str); 1] = [("go", "none")];

/// Every step and what a person without any risk answers.
pub fn harmless() -> Vec<(String, Form)> {
    let protocol = Protocol::built_in().unwrap();
    let form = |id: &str| match id {
        "goals" => vec![("goals", "texture"), ("areas", "cheeks"), ("areas", "forehead")],
        "about" => ABOUT.to_vec(),
        "device" => vec![("kind", "roller"), ("length_mm", "0.25"), ("needles", "192")],
        _ => NONE.to_vec(),
    };
    steps::all(&protocol, Setting::Home)
        .into_iter()
        .map(|step| (step.id.clone(), form(&step.id)))
        .collect()
}

/// The tick of a dated answer with its day.
pub fn dated(
    question: &str,
    key: &str,
    [day, month, year]: [&str; 3],
    detail: Option<&str>,
) -> Vec<(String, String)> {
    let mut all = vec![(question.to_owned(), "ticked".to_owned()), (question.into(), key.into())];
    for (part, value) in [("day", day), ("month", month), ("year", year)] {
        all.push((format!("{question}-on-{part}"), value.into()));
    }
    all.extend(detail.map(|detail| (format!("{question}-detail"), detail.into())));
    all
}

/// The same, borrowed as forms want it.
pub fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The fields of a question with its tick, as a browser sends them.
fn ticked<'a>(question: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let tick = (question, "ticked");
    let line = !fields.contains(&tick) && fields.iter().any(|(name, _)| *name == question);
    line.then_some(tick).into_iter().chain(fields.iter().copied()).collect()
}

impl Home {
    /// Answers every step harmlessly but for those given here, each named by its own address or by one of its questions.
    pub async fn answers(&self, other: &[(&str, &[(&str, &str)])]) {
        let protocol = Protocol::built_in().unwrap();
        let steps = steps::all(&protocol, Setting::Home);
        for (step, harmless) in harmless() {
            let own = |id: &str| steps::find(&steps, id).is_some_and(|found| found.id == step);
            let own = other.iter().filter(|(id, _)| own(id));
            let fields: Vec<(&str, &str)> = own.flat_map(|(id, own)| ticked(id, own)).collect();
            let fields = if fields.is_empty() { &*harmless } else { &*fields };
            self.posts(&format!("/screening/{step}"), fields).await.is(303);
        }
    }
    /// Answers a question anew, and says that nothing else on its page applies.
    pub async fn changes(&self, question: &str, fields: &[(&str, &str)]) -> Answer {
        let path = format!("/screening/{question}");
        let page = self.opens(&path).await.fields();
        let seen = page.iter().filter(|(name, _)| name == "seen");
        let seen = seen.map(|(name, line)| (name.as_str(), line.as_str()));
        let all: Vec<_> = ticked(question, fields).into_iter().chain(seen).collect();
        self.posts(&path, &all).await
    }
    /// What is on record of the one person.
    pub async fn profile(&self) -> Profile {
        let store = self.app.store();
        let people = store.people().await.unwrap();
        assert_eq!(people.len(), 1);
        store.find_person(people[0]).await.unwrap().unwrap().record
    }
    /// The screenings on record.
    pub async fn screenings(&self) -> Vec<Screening> {
        let store = self.app.store();
        let people = store.people().await.unwrap();
        let all = store.list::<Screening>(people[0]).await.unwrap();
        all.into_iter().map(|entry| entry.record).collect()
    }
}
