//! The steps of the screening: three of our own, the rest the protocol's questions, one or one group to a page.
//!
//! A question that a clinician adds to the protocol appears here by itself. How a step looks and reads its form is not
//! told here.

use care::Protocol;
use care::protocol::rows::Question;
use care::words::Setting;
use store::records::Profile;

use super::given::Given;

/// The step that asks what is hoped for.
pub const GOALS: &str = "goals";
/// The step that asks about age and skin.
pub const ABOUT: &str = "about";
/// The step that asks about the device.
pub const DEVICE: &str = "device";

/// One page of the screening.
#[derive(Clone, Debug)]
pub struct Step<'p> {
    /// Its last word in the address, also how the record remembers that it was gone through.
    pub id: String,
    /// What it asks.
    pub kind: Kind<'p>,
}

/// What a step asks.
#[derive(Clone, Debug)]
pub enum Kind<'p> {
    /// What is hoped for, and on which parts of the body.
    Goals,
    /// Age and skin.
    About,
    /// The device, and which days are free.
    Device,
    /// Questions of the protocol.
    Ask(Vec<&'p Question>),
}

impl Step<'_> {
    /// Whether everything it asks was answered; an answer that the protocol no longer knows has to be given again.
    pub fn is_done(&self, profile: &Profile) -> bool {
        // Where nothing known is an answer too, only having gone through it tells.
        let gone_through = || profile.steps_done.contains(&self.id);
        let whole = profile.born.is_some() && profile.skin_type.is_some();
        match &self.kind {
            Kind::Goals => !profile.goals.is_empty() && !profile.areas.is_empty(),
            Kind::About => (whole && profile.sensitive.is_some()) || gone_through(),
            Kind::Device => profile.device.is_some() || gone_through(),
            Kind::Ask(questions) => questions.iter().all(|question| {
                let kept = profile.answers.get(&question.id);
                kept.is_some_and(|kept| Given::of_record(question, kept).is_some())
            }),
        }
    }
    /// The protocol's questions in it.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        let questions = match &self.kind {
            Kind::Ask(questions) => questions.as_slice(),
            _ => &[],
        };
        questions.iter().copied()
    }
}

/// All steps in the order of asking; what is asked in another setting alone is left out.
pub fn all(protocol: &Protocol, setting: Setting) -> Vec<Step<'_>> {
    let own = |id: &str, kind| Step { id: id.to_owned(), kind };
    let mut steps = vec![own(GOALS, Kind::Goals), own(ABOUT, Kind::About)];
    for question in protocol.questions().iter().filter(|question| question.is_asked_in(setting)) {
        let id = name(question.group.as_deref().unwrap_or(&question.id));
        match steps.last_mut() {
            Some(Step { id: last, kind: Kind::Ask(all) }) if *last == id => all.push(question),
            _ => steps.push(Step { id, kind: Kind::Ask(vec![question]) }),
        }
    }
    steps.push(own(DEVICE, Kind::Device));
    steps
}

/// A question may be called like one of our own steps; its step then says that it is a question.
fn name(id: &str) -> String {
    if [GOALS, ABOUT, DEVICE].contains(&id) { format!("ask-{id}") } else { id.to_owned() }
}

/// The step of this address, or the one that asks the question of this id.
pub fn find<'s, 'p>(steps: &'s [Step<'p>], id: &str) -> Option<&'s Step<'p>> {
    let named = steps.iter().find(|step| step.id == id);
    let asks = |step: &&Step<'_>| step.questions().any(|question| question.id == id);
    named.or_else(|| steps.iter().find(asks))
}

/// The first step that is still open; `None` if all were gone through.
pub fn open<'s, 'p>(steps: &'s [Step<'p>], profile: Option<&Profile>) -> Option<&'s Step<'p>> {
    steps.iter().find(|step| profile.is_none_or(|profile| !step.is_done(profile)))
}

#[cfg(test)]
mod tests;
