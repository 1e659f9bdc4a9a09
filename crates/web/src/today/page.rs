//! The page: what is urgent first, then now, then what is usual, then what comes next.

use axum::response::Response;
use care::words::{Level, Sign};
use chart::Chart;
use maud::{Markup, html};
use store::RegionId;
use text::tell::sources::{by_id, doubts};

use super::now::Now;
use super::{
    ahead, band, checkin, clock, judged, normal, set_aside, signs, strip, unknown, urgent,
};
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{Tab, page_with};
use crate::ui::{Icon, card, disclosure, lead_card, page_header, points, two_columns};

/// The page and what it shows.
pub(crate) struct Page<'a> {
    /// Who looks.
    pub reader: &'a Reader,
    /// The person's record.
    pub chart: &'a Chart,
    /// The place of skin whose redness is measured in photographs, if one is followed.
    pub followed: Option<RegionId>,
    /// The sign whose course was asked for.
    pub sign: Option<Sign>,
    /// A check-in as it was typed, with why it could not be kept.
    pub typed: &'a Form,
}

impl Page<'_> {
    /// The whole page.
    pub(crate) fn drawn(&self) -> Response {
        let body = match Now::of(self.reader, self.chart) {
            None if self.chart.gaps.decide() => unknown::page(self.reader, self.chart, self.typed),
            None => ahead::before_the_first(self.reader, self.chart),
            Some(mut now) => {
                now.followed = self.followed.filter(|_| shown(self.sign) == Sign::Redness);
                page(&now, self.sign, self.typed)
            }
        };
        let say = &self.reader.say;
        let title = self.typed.titled(say, &say.text("today-title"));
        self.typed.answer(page_with(self.reader, Tab::Today, &title, &body, &["today.js"]))
    }
}

/// The sign whose course is drawn.
fn shown(sign: Option<Sign>) -> Sign {
    sign.unwrap_or(Sign::Redness)
}

fn page(now: &Now<'_>, sign: Option<Sign>, typed: &Form) -> Markup {
    let level = now.triage.level;
    let first = level >= Level::SameDay;
    let judged = judged::judged(now.reader, &now.triage, now.latest());
    html! {
        @if first { (judged) }
        (head(now))
        (strip::strip(now, None))
        (checkin::undo_bar(now))
        @if !first { (judged) }
        (signs::open(now.reader, now.chart, &now.triage.open))
        @match (level, now.is_over()) {
            (Level::Emergency, _) => (emergency(now, typed)),
            _ if now.is_urgent() => (urgent::page(now, shown(sign), typed)),
            (_, true) => (calm(now, shown(sign), typed)),
            (_, false) => (healing(now, sign, typed)),
        }
        @if level < Level::Emergency {
            (set_aside::notice(now.reader, now.chart, &now.standing.set_aside))
        }
    }
}

/// Nothing milder stands beside an emergency: only how to say that it was none, or what became of it.
fn emergency(now: &Now<'_>, typed: &Form) -> Markup {
    let word = now.reader.say.text("today-check-in-any");
    disclosure(&word, &checkin::form(now, typed), typed.is_refused())
}

/// "Day 2 · closing and calming", and after which session.
fn head(now: &Now<'_>) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let day = ("day", now.care.day.into());
    let title = match now.care.phase {
        Some(phase) => {
            let phase = texts.say(&format!("phase-{}", phase.id)).into_owned();
            say.with("today-day-phase", &[day, ("phase", phase.into())])
        }
        None => say.with("today-day", &[day]),
    };
    // The day on which it was there, as its own page has it, wherever they are now.
    let (on, today) = (now.session.at.date(), now.reader.now.date());
    // To the west that day may not have come yet: "tomorrow" would be said of what is over.
    let on = if on > today { say.day(on) } else { say.near_day(on, today) };
    let after = [("n", now.last.n.into()), ("day", on.into())];
    page_header(&title, None, Some(&say.with("today-after", &after)))
}

fn healing(now: &Now<'_>, sign: Option<Sign>, typed: &Form) -> Markup {
    let first = html! {
        (checkin::due(now, typed))
        (do_and_avoid(now))
        (clock::folded(now))
    };
    let second = html! {
        (band::folded(now, sign))
        (normal::normal(now))
        (ahead::after(now))
    };
    two_columns(&first, &second)
}

/// When nothing is expected of the skin any more, the next date leads and the rest steps back.
fn calm(now: &Now<'_>, sign: Sign, typed: &Form) -> Markup {
    let say = &now.reader.say;
    let waiting = clock::waiting(now);
    let first = html! {
        (ahead::after(now))
        (do_and_avoid(now))
        @if !waiting.is_empty() { (card(&say.text("today-again"), &crate::ui::clocks(&waiting))) }
    };
    let second = html! {
        (disclosure(&say.text("today-check-in-any"), &checkin::form(now, typed), typed.is_refused()))
        (disclosure(&say.text("today-how-it-was"), &band::chart(now, sign), false))
        (normal::normal(now))
    };
    two_columns(&first, &second)
}

/// So many lines of each list are seen at once; the protocol names the most important first.
const FIRST: usize = 1;

/// One card of what to do and what to leave, until when: the most important at once, the rest on demand.
fn do_and_avoid(now: &Now<'_>) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let said = |cards: &[&care::protocol::rows::Card]| -> Vec<String> {
        cards.iter().map(|card| texts.say(&format!("card-{}", card.id)).into_owned()).collect()
    };
    let (mut to_do, mut avoid) = (said(&now.care.to_do), said(&now.care.avoid));
    if to_do.is_empty() && avoid.is_empty() {
        return html! {};
    }
    let title = match now.changes() {
        Some(until) => say.with("today-until", &[("until", now.moment(&until).into())]),
        None => say.text("today-now"),
    };
    let more_to_do = to_do.split_off(to_do.len().min(FIRST));
    let more_to_avoid = avoid.split_off(avoid.len().min(FIRST));
    let counted = [("do", more_to_do.len().into()), ("avoid", more_to_avoid.len().into())];
    let body = html! {
        (lists(now, &to_do, &avoid))
        div {
            @if !more_to_do.is_empty() || !more_to_avoid.is_empty() {
                @let rest = html! { (lists(now, &more_to_do, &more_to_avoid)) (who(now)) };
                (disclosure(&say.with("today-rest", &counted), &rest, false))
            } @else { (who(now)) }
        }
    };
    lead_card(&title, &body)
}

pub(super) fn lists(now: &Now<'_>, to_do: &[String], avoid: &[String]) -> Markup {
    let say = &now.reader.say;
    html! {
        @if !to_do.is_empty() { h3 { (say.text("today-do")) } (points(Icon::Done, to_do)) }
        @if !avoid.is_empty() { h3 { (say.text("today-avoid")) } (points(Icon::Close, avoid)) }
    }
}

/// Who says so, for all the lines of the card together.
fn who(now: &Now<'_>) -> Markup {
    let say = &now.reader.say;
    let cards = || now.care.to_do.iter().chain(&now.care.avoid);
    let sources = by_id(cards().map(|card| &card.evidence));
    let doubts = cards().flat_map(|card| doubts(say, &format!("card-{}", card.id), &card.evidence));
    let mut doubts: Vec<String> = doubts.collect();
    doubts.sort();
    doubts.dedup();
    crate::sources::who(now.reader, &sources, &doubts)
}
