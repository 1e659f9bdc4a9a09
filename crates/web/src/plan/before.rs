//! What to do before a session, and what to have at hand: lists to print and tick.

use chart::plan::Outlook;
use maud::{Markup, html};

use crate::frame::Reader;
use crate::sources;
use crate::ui::{disclosure, fold, tick, ticks};

/// The steps before the next session, each with the day it starts.
pub(super) fn preparation(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts, today) = (&reader.say, reader.protocol.texts(), reader.now.date());
    let steps = &outlook.plan.preparation;
    if steps.is_empty() {
        return html! {};
    }
    let body = html! {
        // Steps of the same day under their day.
        @for day in steps.chunk_by(|one, next| one.from.max(today) == next.from.max(today)) {
            @if let Some(first) = day.first() {
                @let when = say.near_day(first.from, today);
                div {
                    h3 {
                        @if first.from < today { (say.text("plan-from-now")) }
                        @else { (say.with("plan-from", &[("day", when.into())])) }
                    }
                    @for step in day {
                        @let key = format!("preparation-{}", step.row.id);
                        (disclosure(&texts.say(&key), &html! {
                            p { (texts.say(&format!("{key}.do"))) }
                            (sources::of(reader, &key, &step.row.evidence))
                        }, false))
                    }
                }
            }
        }
    };
    let next = steps.iter().map(|step| step.from.max(today)).min().unwrap_or(today);
    let next = say.near_day(next, today);
    let gist = [("n", steps.len().into()), ("day", next.into())];
    fold(&say.text("plan-prepare"), &say.with("plan-prepare-gist", &gist), &body, false)
}

/// Things to have at hand.
pub(super) fn shopping(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let items = &outlook.plan.shopping;
    if items.is_empty() {
        return html! {};
    }
    let one = |id: &str| tick("shopping", id, &texts.say(&format!("shopping-{id}")), None, false);
    let all: Vec<Markup> = items.iter().map(|item| one(&item.id)).collect();
    let sources = text::tell::sources::merged(items.iter().map(|item| &item.evidence));
    let list = html! {
        (ticks(&html! { span.hidden { (say.text("plan-buy-what")) } }, None, &all))
        (sources::who(reader, &sources, &[]))
    };
    let gist = [("n", items.len().into())];
    fold(&say.text("plan-buy"), &say.with("plan-buy-gist", &gist), &list, false)
}
