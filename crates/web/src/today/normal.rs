//! What is normal now, and what to look out for: the side effects whose time this is.

use care::protocol::rows::Effect;
use maud::{Markup, html};

use super::now::Now;
use crate::said;
use crate::ui::{card, disclosure};

/// What may show now: signs that pass are normal, the rare rest is to be looked out for.
pub(super) fn normal(now: &Now<'_>) -> Markup {
    let say = &now.owner.say;
    let here = |effect: &&&Effect| is_now(now, effect);
    let (passing, rare): (Vec<&Effect>, Vec<&Effect>) =
        now.course.effects.iter().filter(here).partition(|effect| effect.sign.is_some());
    if passing.is_empty() && rare.is_empty() {
        return html! {};
    }
    let body = html! {
        @if passing.is_empty() { p { (say.text("today-nothing-usual")) } }
        @for effect in &passing { (one(now, effect)) }
        @if !rare.is_empty() {
            h3 { (say.text("today-look-out")) }
            @for effect in &rare { (one(now, effect)) }
        }
    };
    card(&say.text("today-normal"), &body)
}

fn is_now(now: &Now<'_>, effect: &Effect) -> bool {
    let at = &now.session.at;
    effect.from.after(at) <= now.owner.now && now.owner.now < effect.until.after(at)
}

fn one(now: &Now<'_>, effect: &Effect) -> Markup {
    let (say, protocol) = (&now.owner.say, &now.owner.protocol);
    let (texts, key) = (protocol.texts(), format!("effect-{}", effect.id));
    let body = html! {
        p { (texts.say(&format!("{key}.do"))) }
        p { (texts.say(&format!("{key}.beyond"))) }
        (said::of(say, protocol, &key, &effect.evidence))
    };
    disclosure(&texts.say(&key), &body, false)
}
