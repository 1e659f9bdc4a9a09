//! "I have an event on …": whether the skin has likely come to rest by then.
//!
//! How that is counted is told in [`chart::plan::event`].

use chart::plan::Outlook;
use chart::plan::event::{Likely, days_between, likely, no_later};
use jiff::civil::Date;
use maud::{Markup, html};

use super::page::Asked;
use crate::said;
use crate::ui::{
    Field, Input, Look, Notice, actions, button, disclosure, field, notice, plain_card,
};
use crate::visit::Owner;

/// The field, and the answer if a day was asked for.
pub(super) fn event(owner: &Owner, outlook: &Outlook<'_>, asked: &Asked) -> Markup {
    let say = &owner.say;
    let today = owner.now.date().to_string();
    let day = Field {
        name: "event",
        label: &say.text("plan-event-day"),
        hint: None,
        value: asked.event_typed.as_deref().unwrap_or_default(),
        problem: asked.event_problem.as_deref(),
        required: false,
        input: Input::Date(Some(&today), None),
    };
    let body = html! {
        @if let Some(event) = asked.event { (answer(owner, outlook, event)) }
        form.no-print method="get" action="/plan" {
            (field(&day))
            (actions(&[button(Look::Secondary, None, &say.text("plan-event-ask"))]))
        }
    };
    let asked = asked.event_typed.is_some();
    let card = plain_card(&disclosure(&say.text("plan-event"), &body, asked));
    // A question that nobody asked is not printed.
    html! { div.no-print[!asked] { (card) } }
}

fn answer(owner: &Owner, outlook: &Outlook<'_>, event: Date) -> Markup {
    let (say, plan) = (&owner.say, &outlook.plan);
    let (likely, last) = likely(outlook, event);
    let session = last.unwrap_or(event);
    let words = [
        ("event", say.day(event).into()),
        ("session", say.day(session).into()),
        ("days", days_between(session, event).into()),
        ("until", say.day(no_later(outlook, event)).into()),
    ];
    let key = match likely {
        Likely::Untouched => "plan-event-untouched",
        Likely::Calm => "plan-event-calm",
        Likely::Perhaps => "plan-event-perhaps",
        Likely::Seen => "plan-event-seen",
    };
    let class = format!("length-class-{}", care::words::Word::word(plan.class));
    let row = owner.protocol.length_class_row(plan.class);
    html! {
        (notice(Notice::Info, &say.with(key, &words)))
        @if matches!(likely, Likely::Perhaps | Likely::Seen) {
            p { (say.with("plan-event-no-later", &words)) }
        }
        @if let Some(row) = row { (said::of(say, &owner.protocol, &class, &row.evidence)) }
    }
}
