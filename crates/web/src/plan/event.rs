//! "I have an event on …": whether the skin has likely come to rest by then.
//!
//! No rule of its own: it only counts the days to keep free, which the protocol gives for the needle length.

use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::outlook::Outlook;
use super::page::Asked;
use crate::said;
use crate::ui::{
    Field, Input, Look, Notice, actions, button, disclosure, field, notice, plain_card,
};
use crate::visit::Owner;

/// How the skin likely looks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likely {
    /// No session lies before it.
    Untouched,
    /// All the days to keep free are over.
    Calm,
    /// The usual days are over, but not the longest.
    Perhaps,
    /// Within the usual days.
    Seen,
}

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
    let up_to = i64::from(plan.keep_free_days[1]);
    let no_later = event.saturating_sub((up_to + 1).days());
    let session = last.unwrap_or(event);
    let words = [
        ("event", say.day(event).into()),
        ("session", say.day(session).into()),
        ("days", days_between(session, event).into()),
        ("until", say.day(no_later).into()),
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

/// How the skin likely looks, and the last session before the day.
fn likely(outlook: &Outlook<'_>, event: Date) -> (Likely, Option<Date>) {
    let planned = outlook.plan.sessions.iter().map(|window| window.ideal);
    let last = outlook.done.iter().copied().chain(planned).filter(|day| *day <= event).max();
    let Some(last) = last else { return (Likely::Untouched, None) };
    let [about, up_to] = outlook.plan.keep_free_days.map(i64::from);
    let likely = match days_between(last, event) {
        days if days > up_to => Likely::Calm,
        days if days > about => Likely::Perhaps,
        _ => Likely::Seen,
    };
    (likely, Some(last))
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
