//! Preparation on the day: steps to tick, and the cream with its time.

use care::programme::{CreamNeed, Programme};
use care::protocol::rows::Preparation;
use chart::screening::decided::Decided;
use chart::session::begun::Begun;
use jiff::{Timestamp, ToSpan, Zoned};
use maud::{Markup, html};
use text::tell::cream;

use super::{area, findings, one_button, stop};
use crate::form::Form;
use crate::frame::Reader;
use crate::sources;
use crate::to::To;
use crate::ui::{Icon, Look, actions, card, facts, link_button, page_header, tick, ticks, timer};

/// What is prepared today.
pub(in crate::session) struct Today<'a, 'p> {
    pub begun: &'a Begun,
    pub plan: &'a Programme<'p>,
    pub steps: &'a [&'p Preparation],
    pub decided: &'a Decided,
}

pub(in crate::session) fn page(reader: &Reader, today: &Today<'_, '_>) -> Markup {
    let (say, id) = (&reader.say, today.begun.entry.id);
    let (back, under) = (say.text("session-title"), say.text("session-prepare-under"));
    let minded = today.decided.decision.findings.iter().any(|finding| finding.verdict.allows());
    let roll = link_button(
        Look::Primary,
        Some(Icon::Next),
        &say.text("session-prepare-go"),
        &reader.to(To::SessionRoll(id)),
    );
    html! {
        (page_header(&say.text("session-prepare-title"), Some((&reader.to(To::SessionStart), &back)), Some(&under)))
        (steps(reader, today))
        (anaesthetic(reader, today))
        @if minded {
            h2 { (say.text("session-mind")) }
            (findings(reader, today.decided, false, |finding| finding.verdict.allows()))
        }
        (actions(&[roll]))
        (stop(reader, id, &Form::default()))
    }
}

/// The steps of the day, and a look at the roller; ticks help to keep count and are not kept.
fn steps(reader: &Reader, today: &Today<'_, '_>) -> Markup {
    let texts = reader.protocol.texts();
    let one = |kind: &str, id: &str| {
        let key = format!("{kind}-{id}");
        let hint = texts.say(&format!("{key}.do"));
        tick("step", id, &texts.say(&key), Some(&hint), false)
    };
    let looked = today.plan.roller_care.iter().filter(|row| row.id == "look-closely");
    let mut all: Vec<Markup> = looked.map(|row| one("roller-care", &row.id)).collect();
    all.extend(today.steps.iter().map(|row| one("preparation", &row.id)));
    ticks(&reader.say.text("session-prepare-steps"), None, &all)
}

fn anaesthetic(reader: &Reader, today: &Today<'_, '_>) -> Markup {
    let texts = reader.protocol.texts();
    let Some(need) = &today.plan.cream else { return html! {} };
    if matches!(need, CreamNeed::Use { .. }) {
        return used(reader, today.begun, need);
    }
    let who = sources::of(reader, "cream", &reader.protocol.cream().evidence);
    card(
        &texts.say("cream"),
        &html! { @for line in cream::sentences(&reader.protocol, need) { p { (line) } } (who) },
    )
}

fn used(reader: &Reader, begun: &Begun, need: &CreamNeed) -> Markup {
    let CreamNeed::Use { per_area, minutes, not_on, .. } = need else { return html! {} };
    let (say, texts, row) = (&reader.say, reader.protocol.texts(), reader.protocol.cream());
    let grams = |on: &care::programme::AreaGrams| {
        (area(reader, on.area), html! { (say.with("session-grams", &[("n", on.grams.into())])) })
    };
    let never: Vec<String> = not_on.iter().map(|one| area(reader, *one)).collect();
    let body = html! {
        @for line in cream::sentences(&reader.protocol, need) { p { (line) } }
        (facts(&per_area.iter().map(grams).collect::<Vec<_>>()))
        @if !never.is_empty() {
            p { (say.with("session-cream-never-on", &[("areas", say.list(never).into())])) }
        }
        (running(reader, begun, *minutes))
        (sources::of(reader, "cream", &row.evidence))
    };
    card(&texts.say("cream"), &body)
}

/// The cream's time: not on yet, or since when and until when.
fn running(reader: &Reader, begun: &Begun, (shortest, longest): (u16, u16)) -> Markup {
    let (say, action) = (&reader.say, reader.to(To::SessionCream(begun.entry.id)));
    let Some(since) = begun.cream_at else {
        let word = say.text("session-cream-on");
        return one_button(&action, Look::Secondary, Icon::Timer, &word, Some(("cream", "on")));
    };
    let until = |minutes: u16| clock(reader, since, minutes);
    let (ready, wiped) = (until(shortest), until(longest));
    let over = reader.now >= ready;
    let time = |at: &Zoned| say.near_moment(at, &reader.now);
    let word = match over {
        true => say.text("session-cream-over"),
        false => say.with("session-cream-until", &[("time", time(&ready).into())]),
    };
    html! {
        (timer(&since.to_string(), shortest.into(), &word, &say.text("session-cream-over")))
        p { (say.with("session-cream-longest", &[("time", time(&wiped).into())])) }
        (one_button(&action, Look::Quiet, Icon::Undo, &say.text("session-cream-off"), Some(("cream", "off"))))
    }
}

fn clock(reader: &Reader, since: Timestamp, minutes: u16) -> Zoned {
    reader.say.zoned(since, &reader.now).saturating_add(i64::from(minutes).minutes())
}
