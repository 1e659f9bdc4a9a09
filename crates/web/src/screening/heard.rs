//! What a clinician said beside the findings of a screening: where one may be asked, and what was said counts or does not.

use care::screening::Finding;
use care::standing::Weighed;
use care::story::About;
use care::verdict::Verdict;
use chart::screening::decided::Decided;
use maud::{Markup, html};

use crate::clearance::{self, Back, Beside};
use crate::frame::Reader;

/// What was said of a finding, and the form where it asks for a clinician.
pub(super) fn beside(reader: &Reader, decided: &Decided, finding: &Finding, back: Back) -> Markup {
    let question = finding.question(&reader.protocol);
    let (Some(question), Some(weighed)) = (question, decided.weighed_of(finding)) else {
        return html! {};
    };
    let said = Beside {
        about: &question.id,
        heard: &decided.heard,
        counts: weighed.clearance.is_some(),
        asks: asks(weighed),
        back,
    };
    let stays = weighed.finding.verdict == Verdict::DoNot;
    let heard = decided.heard.iter().any(|entry| entry.record.about == question.id);
    html! {
        div.heard {
            (clearance::beside(reader, &said))
            @if stays && heard { p { (reader.say.text("clearance-never-lifts")) } }
        }
    }
}

/// Whether a clinician is asked about it: the rule says so, or it waits for longer than skin rests.
fn asks(weighed: &Weighed) -> bool {
    match weighed.finding.verdict {
        Verdict::AskClinician => true,
        Verdict::WaitUntil(_) => !weighed.rests,
        Verdict::Proceed | Verdict::ProceedWithCare | Verdict::DoNot => false,
    }
}

/// What a clinician said, where that alone is why the verdict is what it is.
pub(super) fn forbids(reader: &Reader, decided: &Decided) -> Option<String> {
    let verdict = decided.decision.verdict;
    let alone = |one: &Weighed| one.verdict == verdict && one.clearance.is_none();
    if decided.weighed.iter().any(alone) {
        return None;
    }
    let questions = decided.forbidden.iter().filter(|one| matches!(one.about, About::Question(_)));
    let why = questions.rev().find(|one| one.forbids(reader.now.date()) == Some(verdict))?;
    let same = |entry: &&store::Entry<store::records::Clearance>| {
        entry.record.on == why.on && entry.record.about == why.about.word(&reader.protocol)
    };
    decided.heard.iter().rev().find(same).map(|entry| clearance::sentence(reader, &entry.record))
}
