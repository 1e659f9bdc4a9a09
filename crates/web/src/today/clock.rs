//! When each class of products may be used again.

use care::aftercare::Clearance;
use care::words::Word as _;
use chart::today::clock::{self, Stand, stand};
use maud::{Markup, html};

use super::now::Now;
use crate::to::To;
use crate::ui::{Clock, clocks, disclosure, fold};

/// So many clocks are seen at once.
const NEXT: usize = 3;

/// When it is, in words.
pub(super) fn when(now: &Now<'_>, product: &Clearance<'_>) -> String {
    let say = &now.reader.say;
    match stand(now, product) {
        Stand::Open => say.text("today-allowed"),
        Stand::IfCalm => say.text("today-if-calm"),
        Stand::NotCalm => say.text("today-once-calm"),
        Stand::Held => say.text("today-held"),
        Stand::Waits => now.moment(&product.not_before),
    }
}

/// All of them, opened by a tap; the soonest is said at once.
pub(super) fn folded(now: &Now<'_>) -> Markup {
    let say = &now.reader.say;
    let soonest = waiting(now).into_iter().next();
    let gist = soonest.map(|clock| {
        let words = [("what", clock.what.as_str().into()), ("when", clock.when.as_str().into())];
        say.with("today-again-gist", &words)
    });
    fold(&say.text("today-again"), &gist.unwrap_or_default(), &all(now), false)
}

/// The next clocks, the soonest on top; the later ones and what may be used already open on demand.
pub(super) fn all(now: &Now<'_>) -> Markup {
    let say = &now.reader.say;
    let mut next = waiting(now);
    let later = next.split_off(next.len().min(NEXT));
    let open = now.care.products.iter().filter(|product| product.allowed);
    let open: Vec<Clock> = open.map(|product| shown(now, product)).collect();
    html! {
        (clocks(&next))
        div {
            @if !later.is_empty() { (disclosure(&say.text("today-later"), &clocks(&later), false)) }
            @if !open.is_empty() { (disclosure(&say.text("today-open"), &clocks(&open), false)) }
        }
    }
}

/// The clocks of what still waits.
pub(super) fn waiting(now: &Now<'_>) -> Vec<Clock> {
    clock::waiting(now).into_iter().map(|product| shown(now, product)).collect()
}

fn shown(now: &Now<'_>, product: &Clearance<'_>) -> Clock {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let class = product.row.class.word();
    let because = texts.say(&format!("product-{}.because", product.row.id));
    let more = html! {
        p { (full(now, product)) }
        p { (because) }
        p { a href=(now.reader.to(To::Product(class))) { (say.text("today-product-more")) } }
    };
    Clock {
        what: texts.say(&format!("product-class-{class}")).into_owned(),
        when: when(now, product),
        open: matches!(stand(now, product), Stand::Open | Stand::IfCalm),
        more,
    }
}

/// The full date, and whether calm skin is asked for too.
pub(super) fn full(now: &Now<'_>, product: &Clearance<'_>) -> String {
    let say = &now.reader.say;
    let at = now.here(&product.not_before);
    let (date, time) = (say.date(at.date()), say.time(at.time()));
    if stand(now, product) == Stand::Held {
        return say.text("today-held-full");
    }
    let key = match (product.allowed, product.row.only_calm) {
        (true, true) => "today-since-calm",
        (true, false) => "today-since",
        (false, true) => "today-from-calm",
        (false, false) => "today-from",
    };
    say.with(key, &[("date", date.into()), ("time", time.into())])
}
