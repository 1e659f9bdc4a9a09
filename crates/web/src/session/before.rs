//! How the skin is before the first session, if somebody wants to say so: healing is measured against it.
//!
//! Asked on the page of the day's questions, and only before the first session: later it is known from the check-ins.
//! What it changes is told in [`care::triage`].

use chart::Chart;
use chart::person::person_of;
use maud::{Markup, html};

use crate::form::{Form, show};
use crate::frame::Reader;
use crate::today::form::{self, Asked, scales};
use crate::ui::disclosure;

/// The name under which a wrong score is told.
pub(super) const FIELD: &str = "before";

/// Whether they are asked for.
pub(super) fn is_asked(chart: &Chart) -> bool {
    chart.story.done().is_empty()
}

/// The six signs, closed until somebody wants them.
pub(super) fn ask(reader: &Reader, form: &Form) -> Markup {
    let say = &reader.say;
    let asked = Asked {
        form,
        last: None,
        dark: person_of(&reader.protocol, &reader.person.record)
            .is_none_or(|person| person.marks_easily(&reader.protocol)),
        folded: false,
    };
    let body = html! {
        p { (say.text("session-before-text")) }
        (show::problem_above(say, form, FIELD))
        (scales(reader, &asked))
    };
    let said = form::scores(form.fields()).map_or(true, |scores| !scores.is_empty());
    disclosure(&say.text("session-before"), &body, said)
}
