//! What else might help, in words.

use std::borrow::Cow;

use care::person::Person;
use care::protocol::rows::Evidence;
use care::screening::Decision;
use care::screening::alternatives::{Offer, alternatives};
use care::words::Setting;
use serde::Serialize;
use words::Worded;

use super::verdict;

/// Something else that might help.
#[derive(Debug, Serialize)]
pub struct Alternative<'p> {
    /// Its id; `clinic` is no row.
    pub id: &'p str,
    /// What it is.
    pub title: Cow<'p, str>,
    /// Why it might help.
    pub because: Cow<'p, str>,
    /// What to mind.
    pub caveat: Cow<'p, str>,
    /// The ids of its sources.
    pub sources: &'p [String],
    /// What its row rests on; a clinic is no row.
    #[serde(skip)]
    pub evidence: Option<&'p Evidence>,
}

/// What else might help a person about whom was decided.
pub fn offered<'p>(
    protocol: &'p Worded,
    person: &Person,
    decision: &Decision,
) -> Vec<Alternative<'p>> {
    let offers = alternatives(protocol, person, decision);
    offers.iter().map(|offer| Alternative::of(protocol, offer)).collect()
}

impl<'p> Alternative<'p> {
    fn of(protocol: &'p Worded, offer: &Offer<'p>) -> Self {
        let texts = protocol.texts();
        let (id, evidence, variables) = match offer {
            Offer::Clinic(found) => {
                let sentence = verdict::plain(protocol, Setting::Clinic, *found);
                ("clinic", None, vec![("verdict", sentence.into())])
            }
            Offer::Other(row) => (row.id.as_str(), Some(&row.evidence), Vec::new()),
        };
        let say = |attribute| texts.say_with(&format!("alternative-{id}.{attribute}"), &variables);
        let sources = evidence.map_or(&[][..], |evidence| &evidence.sources);
        let title = texts.say(&format!("alternative-{id}"));
        Self { id, title, because: say("because"), caveat: say("caveat"), sources, evidence }
    }
}
