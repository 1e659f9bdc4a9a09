//! One day after a session: what is usual on it, what to do and what to leave.

use axum::response::Response;
use care::aftercare::{self, Aftercare};
use care::course::Day;
use care::words::Word as _;
use chart::Chart;
use jiff::Span;
use maud::{Markup, html};

use super::now::Now;
use super::strip;
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::log::{nothing, scored};
use crate::path::Path;
use crate::problem::Problem;
use crate::sources;
use crate::to::To;
use crate::ui::{Icon, card, facts, page_header, points};

/// `GET /today/day/{n}`
pub(crate) async fn day(opened: Opened, Path(n): Path<i64>) -> Result<Response, Problem> {
    page(&opened, &opened.chart().await?, n)
}

/// The page of a day.
///
/// # Errors
/// If nothing was done yet, or it is none of the days that are told.
pub(super) fn page(reader: &Reader, chart: &Chart, n: i64) -> Result<Response, Problem> {
    let now = Now::of(reader, chart).ok_or(Problem::NotFound)?;
    let day = now.course.days.iter().find(|day| day.day == n).ok_or(Problem::NotFound)?;
    // The day at the hour of the session; its own day begins with it.
    let moment = now.session.at.saturating_add(Span::new().days(n));
    let care = aftercare::at(&reader.protocol, &now.session, &moment).map_err(|_| Problem::Ours)?;
    let title = reader.say.with("today-day", &[("day", n.into())]);
    Ok(layout::page(reader, Tab::Today, &title, &body(&now, &title, day, &care)))
}

fn body(now: &Now<'_>, title: &str, day: &Day<'_>, care: &Aftercare<'_>) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let back = say.text("tab-today");
    let lines = |cards: &[&care::protocol::rows::Card]| -> Vec<String> {
        cards.iter().map(|card| texts.say(&format!("card-{}", card.id)).into_owned()).collect()
    };
    let (to_do, avoid) = (lines(&care.to_do), lines(&care.avoid));
    html! {
        (page_header(title, Some((&now.reader.to(To::Today), &back)), Some(&say.date(day.date))))
        (strip::strip(now, Some(day.day)))
        (usual(now, day))
        (own(now, day))
        @if !to_do.is_empty() { (card(&say.text("today-do"), &points(Icon::Done, &to_do))) }
        @if !avoid.is_empty() { (card(&say.text("today-avoid"), &points(Icon::Close, &avoid))) }
        @if let Some(phase) = care.phase {
            @let key = format!("phase-{}", phase.id);
            (card(&texts.say(&key), &html! {
                p { (texts.say(&format!("{key}.what"))) }
                p.quiet { (texts.say(&format!("{key}.limits"))) }
                (sources::of(now.reader, &key, &phase.evidence))
            }))
        }
    }
}

/// The usual range of every sign that may be seen on this day.
fn usual(now: &Now<'_>, day: &Day<'_>) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let seen = day.bands.iter().filter(|band| band.high > 0);
    let rows: Vec<(String, Markup)> = seen
        .map(|band| {
            let name = texts.say(&format!("sign-{}", band.sign.word())).into_owned();
            let range = [("low", band.low.into()), ("high", band.high.into())];
            (name, html! { (say.with("today-range", &range)) })
        })
        .collect();
    let first = day.bands.first();
    let body = html! {
        @if rows.is_empty() { p { (say.text("today-nothing-usual")) } } @else { (facts(&rows)) }
        @if let Some(band) = first {
            p.quiet { (say.text(&format!("today-grade-{}", band.grade.word()))) }
            (sources::of(now.reader, "band", &band.row.evidence))
        }
    };
    card(&say.text("today-usual"), &body)
}

/// What the person saw on this day.
fn own(now: &Now<'_>, day: &Day<'_>) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let on =
        now.checkins.iter().filter(|entry| now.session.day(&now.seen(&entry.record).at) == day.day);
    let rows: Vec<(String, Markup)> = on
        .map(|entry| {
            let at = say.time(say.zoned(entry.record.at, &now.reader.now).time());
            let scores = entry.record.signs.iter().filter(|(_, score)| **score > 0);
            let mut seen: Vec<String> =
                scores.map(|(sign, score)| scored(say, *sign, *score)).collect();
            let flags = entry.record.flags.iter();
            seen.extend(flags.map(|flag| texts.say(&format!("flag-{flag}")).into_owned()));
            if seen.is_empty() {
                seen.push(nothing(say, &entry.record));
            }
            (
                at,
                html! {
                    (say.list(seen))
                    @if let Some(note) = entry.record.note.as_deref() { br; (note) }
                },
            )
        })
        .collect();
    html! { @if !rows.is_empty() { (card(&say.text("today-yours"), &facts(&rows))) } }
}
