//! What is normal now, and what to look out for: the side effects whose time this is.

use care::protocol::rows::Effect;
use maud::{Markup, html};

use super::now::Now;
use crate::sources;
use crate::ui::{disclosure, fold};

/// What may show now: signs that pass are normal, the rare rest is to be looked out for.
pub(super) fn normal(now: &Now<'_>) -> Markup {
    let say = &now.reader.say;
    let here = |effect: &&&Effect| is_now(now, effect);
    let (passing, rare): (Vec<&Effect>, Vec<&Effect>) =
        now.course.effects.iter().filter(here).partition(|effect| effect.sign.is_some());
    if passing.is_empty() && rare.is_empty() {
        return html! {};
    }
    let body = html! {
        @for effect in &passing { (one(now, effect)) }
        @if !rare.is_empty() { (several(now, "today-look-out", &rare)) }
    };
    // The names are the gist: what is normal is seen at once.
    let gist = match passing.as_slice() {
        [] => say.text("today-nothing-usual"),
        some => names(now, some),
    };
    fold(&say.text("today-normal-title"), &gist, &body, false)
}

fn names(now: &Now<'_>, effects: &[&Effect]) -> String {
    let name =
        |effect: &&Effect| now.reader.protocol.texts().text(&format!("effect-{}", effect.id));
    effects.iter().map(name).collect::<Vec<_>>().join(" · ")
}

/// All of them in one line that opens to each of them.
fn several(now: &Now<'_>, key: &str, effects: &[&Effect]) -> Markup {
    let each = html! { @for effect in effects { (one(now, effect)) } };
    let line = now.reader.say.with(key, &[("names", names(now, effects).into())]);
    disclosure(&line, &each, false)
}

/// Its time is now; and what no band calls usual on this day is not called normal either.
fn is_now(now: &Now<'_>, effect: &Effect) -> bool {
    let at = &now.session.at;
    let usual = effect.sign.is_none_or(|sign| now.most_usual(sign) > 0);
    usual && effect.from.after(at) <= now.reader.now && now.reader.now < effect.until.after(at)
}

fn one(now: &Now<'_>, effect: &Effect) -> Markup {
    let protocol = &now.reader.protocol;
    let (texts, key) = (protocol.texts(), format!("effect-{}", effect.id));
    let body = html! {
        p { (texts.say(&format!("{key}.do"))) }
        p { (texts.say(&format!("{key}.beyond"))) }
        (sources::of(now.reader, &key, &effect.evidence))
    };
    disclosure(&texts.say(&key), &body, false)
}
