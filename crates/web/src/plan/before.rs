//! What to do before a session, and what to have at hand: lists to print and tick.

use maud::{Markup, html};

use super::how::sources;
use super::outlook::Outlook;
use crate::said;
use crate::ui::{card, tick, ticks};
use crate::visit::Owner;

/// The steps before the next session, each with the day it starts.
pub(super) fn preparation(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    let (say, texts, today) = (&owner.say, owner.protocol.texts(), owner.now.date());
    if outlook.plan.preparation.is_empty() {
        return html! {};
    }
    let body = html! {
        div.prose { ol.prose {
            @for step in &outlook.plan.preparation {
                @let key = format!("preparation-{}", step.row.id);
                @let day = say.near_day(step.from, today);
                li {
                    h3 { (texts.say(&key)) }
                    p.quiet {
                        @if step.from < today { (say.text("plan-from-now")) }
                        @else { (say.with("plan-from", &[("day", day.into())])) }
                    }
                    p { (texts.say(&format!("{key}.do"))) }
                    (said::of(say, &owner.protocol, &key, &step.row.evidence))
                }
            }
        } }
    };
    card(&say.text("plan-prepare"), &body)
}

/// Things to have at hand.
pub(super) fn shopping(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    let (say, texts) = (&owner.say, owner.protocol.texts());
    let items = &outlook.plan.shopping;
    if items.is_empty() {
        return html! {};
    }
    let one = |id: &str| tick("shopping", id, &texts.say(&format!("shopping-{id}")), None, false);
    let all: Vec<Markup> = items.iter().map(|item| one(&item.id)).collect();
    let sources = sources(items.iter().map(|item| &item.evidence));
    let body = html! {
        (ticks(&say.text("plan-buy-what"), None, &all))
        (said::who(say, &owner.protocol, &sources, &[]))
    };
    card(&say.text("plan-buy"), &body)
}
