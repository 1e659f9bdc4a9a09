//! `GET /region/{id}`: a region over time. What can and what can't be said stands first, in one sentence.

use axum::extract::Query;
use axum::response::Response;
use care::judging::Moment;
use chart::album::Album;
use chart::region::{Following, Sittings};
use maud::{Markup, html};
use photo::colour::Tone;
use photo::doubt::Noise;
use serde::Deserialize;
use store::records::{Photo, Region};
use store::{Entry, RegionId};
use text::show::photo::{hidden_by_tone, in_one_sentence};

use super::course::{Course, State, Step};
use super::draw::load;
use super::form::Which;
use super::overlay::{overlay, shape};
use super::{healing, multiple, over_time};

use crate::album::{against_noise, alt, held_back, name, view_word, who, why_not};
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::say::Say;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice};

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct After {
    slow: Option<String>,
}

/// `GET /region/{id}`
pub(crate) async fn show(
    opened: Opened,
    Path(id): Path<RegionId>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let (album, following) = load(&opened, id).await?;
    Ok(drawn(&opened, &album, &following, after.slow.is_some()))
}

/// The page; `slow` says that measuring took longer than a browser waits.
pub(super) fn drawn(reader: &Reader, album: &Album, following: &Following, slow: bool) -> Response {
    let region = &following.region;
    let title = name(&reader.say, album, &region.record);
    let sittings = Sittings::on(album, &region.record, reader.now.time_zone());
    let body = match (&sittings, album.find(region.record.photo)) {
        (Some(sittings), Some(photo)) => {
            let course = Course::of(reader, album, following, sittings);
            page(&course, &title, photo, slow)
        }
        _ => gone(reader, &title, region),
    };
    layout::page(reader, Tab::Photos, &title, &body)
}

/// The photograph it was drawn on is gone, so there is nothing to hold others against.
fn gone(reader: &Reader, title: &str, region: &Entry<Region>) -> Markup {
    let say = &reader.say;
    html! {
        (ui::page_header(title, Some((&reader.to(To::Photos), &say.text("photos-title"))), None))
        (ui::notice(Notice::Info, &say.text("region-photo-gone-what")))
        p { (say.text("region-photo-gone-why")) }
        (ui::actions(&[
            ui::link_button(Look::Primary, Some(Icon::Edit), &say.text("region-anew"), &reader.to(To::RegionNew)),
            end(reader, region),
        ]))
    }
}

fn end(reader: &Reader, region: &Entry<Region>) -> Markup {
    let there = reader.to(To::RegionRemove(region.id));
    ui::link_button(Look::Quiet, Some(Icon::Remove), &reader.say.text("region-remove"), &there)
}

fn page(course: &Course<'_>, title: &str, photo: &Entry<Photo>, slow: bool) -> Markup {
    let say = &course.reader.say;
    // A place without a name of its own is called by its view already.
    let under = match course.following.region.record.name {
        Some(_) => {
            say.with("region-under-view", &[("view", view_word(say, &photo.record.view).into())])
        }
        None => say.text("region-under"),
    };
    html! {
        (ui::page_header(title, Some((&course.reader.to(To::Photos), &say.text("photos-title"))), Some(&under)))
        // Old news once all is measured.
        @if slow && course.open() > 0 { (ui::notice(Notice::Info, &say.text("region-slow"))) }
        @if let Some(until) = course.too_early() {
            (ui::notice(Notice::Info, &say.with("photos-too-early", &[("date", say.date(until).into())])))
        }
        (ui::two_columns(&result(course), &html! {
            (multiple::multiple(course))
            (healing::healing(course))
            (where_it_is(course, photo))
        }))
    }
}

/// What is said, drawn over time, with what it must not be read without once there is something to read.
fn result(course: &Course<'_>) -> Markup {
    html! {
        (ui::lead_card(&whose(course), &says(course)))
        (over_time::chart(course))
        @if course.points().count() > 1 {
            (ui::card(&course.reader.say.text("region-mind"), &html! {
                (ui::points(Icon::Info, &cautions(course)))
                (who(course.reader))
            }))
        }
    }
}

/// Whose photographs speak: those of the latest sitting that says something of the result.
fn whose(course: &Course<'_>) -> String {
    let say = &course.reader.say;
    course.latest().map_or_else(
        || say.text("region-says"),
        |step| say.with("region-says-of", &[("date", say.date(step.sitting.date).into())]),
    )
}

/// The one sentence, with its numbers on demand and what is to be done next.
fn says(course: &Course<'_>) -> Markup {
    let say = &course.reader.say;
    let open = course.open();
    html! {
        p { strong { (sentence(course)) } }
        @if course.first().is_some_and(Step::is_healing) { p { (say.text("region-first-healing")) } }
        @if let Some(more) = course.latest().and_then(|step| more(course, step)) { (more) }
        // Measuring without it could only say that it is missing.
        @if !course.has_reference() {
            p { (say.text("region-no-reference")) }
            (ui::link_button(Look::Primary, Some(Icon::Edit), &say.text("region-no-reference-do"),
                &course.reader.to(To::RegionDraw(course.following.region.id))))
        }
        @else if open > 0 {
            form method="post" action=(course.reader.to(To::RegionMeasure(course.following.region.id))) {
                (ui::button(Look::Primary, Some(Icon::Ruler), &say.with("region-measure-all", &[("n", open.into())])))
            }
        }
    }
}

/// What the latest sitting that is no day of healing says.
fn sentence(course: &Course<'_>) -> String {
    let say = &course.reader.say;
    let Some(step) = course.latest() else {
        let key = if course.steps.len() > 1 { "region-says-healing" } else { "region-says-one" };
        return say.text(key);
    };
    match &step.state {
        State::Said(said) => {
            let since = course.first().map_or_else(String::new, |step| say.date(step.sitting.date));
            in_one_sentence(course.reader.protocol.texts(), said, &since)
        }
        _ => say.text("region-says-open"),
    }
}

/// What its moment forbids to be read into it, and all numbers.
fn more(course: &Course<'_>, step: &Step<'_>) -> Option<Markup> {
    let say = &course.reader.say;
    let said = step.said()?;
    let held = match step.moment {
        Moment::TooEarly { .. } if course.too_early().is_some() => None,
        moment => held_back(say, moment),
    };
    let (cautions, words) = (cautions(course), multiple::worded(course, said));
    let mut numbers: Vec<String> =
        words.sentences.iter().filter(|sentence| !cautions.contains(sentence)).cloned().collect();
    numbers.extend(said.tone.filter(|tone| !shows_less(*tone)).map(|tone| appears(say, tone)));
    Some(html! {
        (against_noise(say, said))
        @if let Some(held) = held { p { (held) } }
        @if said.comparable {
            (ui::disclosure(&say.text("region-numbers-all"), &ui::points(Icon::Ruler, &numbers), false))
        } @else if course.has_reference() {
            @for reason in &words.why_not { (why_not(say, reason)) }
            (ui::link_button(Look::Secondary, Some(Icon::Photos), &say.text("photos-camera-again"), &multiple::again(course.reader, step)))
        }
    })
}

/// What a result must never be shown without.
fn cautions(course: &Course<'_>) -> Vec<String> {
    let (say, texts) = (&course.reader.say, course.reader.protocol.texts());
    let region = &course.following.region.record;
    let latest = course.latest().and_then(Step::said);
    let latest = latest.filter(|said| said.comparable);
    let tone = latest.and_then(|said| said.tone);
    let mut all: Vec<String> = Vec::new();
    let mut add = |key: &str| all.push(texts.say(key).into_owned());
    match latest.map(|said| said.noise) {
        Some(Noise::Prior) => add("photo-noise-prior"),
        Some(Noise::Repeats) => add("photo-noise-repeats"),
        None => {}
    }
    if let Some(key) = latest.and_then(hidden_by_tone) {
        add(key);
    }
    if region.control.is_none() {
        add("photo-caution-control");
    }
    add("photo-caution-cause");
    add("photo-caution-clinician");
    all.extend(tone.filter(|tone| shows_less(*tone)).map(|tone| appears(say, tone)));
    all
}

/// Whether redness shows less on skin that appears so; of the others it is said among the numbers.
fn shows_less(tone: Tone) -> bool {
    !matches!(tone, Tone::VeryLight | Tone::Light | Tone::Intermediate)
}

fn appears(say: &Say, tone: Tone) -> String {
    say.text(&format!("region-tone-{}", tone.word()))
}

/// The picture with its rectangles, and the ways to change or end it.
fn where_it_is(course: &Course<'_>, photo: &Entry<Photo>) -> Markup {
    let (say, region) = (&course.reader.say, &course.following.region);
    let drawn = Which::ALL.into_iter().filter(|which| which.of(&region.record).is_some());
    let body = html! {
        figure class={ "region-stage " (shape(&photo.record)) } {
            img src=(course.reader.to(To::Picture(photo.id))) alt=(alt(course.reader, course.album, &photo.record))
                loading="lazy" width=(photo.record.width) height=(photo.record.height);
            (overlay(&photo.record, &say.text("region-draw-label"), &html! {}, |which| which.of(&region.record)))
        }
        ol class="region-key" { @for which in drawn {
            li { b { (which.number()) } " " (say.text(&format!("region-key-{}", which.word()))) }
        } }
    };
    html! {
        // On paper it would be empty: the picture is loaded when this is opened.
        div class="no-print" { (ui::disclosure(&say.text("region-where"), &body, false)) }
        (ui::actions(&[
            ui::link_button(Look::Secondary, Some(Icon::Edit), &say.text("region-change"), &course.reader.to(To::RegionDraw(region.id))),
            end(course.reader, region),
        ]))
    }
}
