//! What the pages of a session show.
//!
//! Functions from what was loaded to markup; nothing is loaded or decided here.

pub(super) mod ask;
pub(super) mod past;
pub(super) mod prepare;
pub(super) mod record;
pub(super) mod roll;
pub(super) mod start;

use care::screening::Finding;
use chart::screening::decided::Decided;
use maud::{Markup, html};
use store::SessionId;

use crate::clearance::Back;
use crate::form::Form;
use crate::frame::Reader;
use crate::say::Say;
use crate::screening::verdict::reason;
use crate::to::To;
use crate::ui::{Field, Icon, Input, Look, button, button_as, disclosure, field};

/// The name of a part of the body.
pub(super) fn area(reader: &Reader, area: care::words::Area) -> String {
    reader.protocol.texts().say(&format!("area-{area}")).into_owned()
}

/// Millimetres, to the digit that was entered.
pub(super) fn mm(say: &Say, mm: f64) -> String {
    say.with("session-mm", &[("mm", mm.into())])
}

/// A range of whole numbers: `4–8`, or `4` if both are the same.
pub(super) fn span(low: u8, high: u8) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

/// The reasons of a decision that are wanted, the worst first, each with who says so and what would change it. `told`
/// if the verdict's banner has said the first reason just above.
pub(super) fn findings(
    reader: &Reader,
    decided: &Decided,
    told: bool,
    wanted: impl Fn(&Finding) -> bool,
) -> Markup {
    let found = decided.decision.worst_first().into_iter().filter(|finding| wanted(finding));
    html! { @for (n, finding) in (0..).zip(found) { (reason(reader, decided, finding, told && n == 0, Back::Session)) } }
}

/// The way out of a session that was begun: not today after all.
pub(super) fn stop(reader: &Reader, id: SessionId, form: &Form) -> Markup {
    let say = &reader.say;
    let problem = form.told(say, "reason");
    let reason = Field {
        name: "reason",
        label: &say.text("session-stop-reason"),
        hint: None,
        value: form.text("reason"),
        problem: problem.as_deref(),
        required: false,
        input: Input::Text,
    };
    let body = html! {
        p { (say.text("session-stop-text")) }
        form method="post" action=(reader.to(To::SessionStop(id))) {
            (field(&reason))
            (button(Look::Secondary, Some(Icon::Close), &say.text("session-stop-go")))
        }
    };
    disclosure(&say.text("session-stop"), &body, form.is_refused())
}

/// A form of one button.
pub(super) fn one_button(
    action: &str,
    look: Look,
    mark: Icon,
    word: &str,
    with: Option<(&str, &str)>,
) -> Markup {
    let pressed = match with {
        Some((name, value)) => button_as(look, Some(mark), word, name, value),
        None => button(look, Some(mark), word),
    };
    html! { form method="post" action=(action) { (pressed) } }
}
