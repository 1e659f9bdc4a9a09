//! The same skin, sitting by sitting: cut out at one place and size, with what was measured below, or why nothing could be.

use chart::region::MOST;
use maud::{Markup, html};
use photo::Comparison;
use text::show::photo::{Compared, hidden_by_tone, in_one_sentence};

use super::course::{Course, State, Step};
use super::cut::movement;
use super::over_time::in_words;
use crate::album::{alt, caption, why_not};
use crate::frame::Reader;
use crate::to::{Href, To};
use crate::ui::{self, Icon, Look};

/// Fewer photographs than this say little of the noise.
const ENOUGH: usize = MOST;

/// All sittings in order.
pub(super) fn multiple(course: &Course<'_>) -> Markup {
    let say = &course.reader.say;
    html! {
        section class="column" id="sittings" {
            h2 { (say.text("region-sittings")) }
            ol class="region-sittings" { @for step in &course.steps { li { (tile(course, step)) } } }
        }
    }
}

fn tile(course: &Course<'_>, step: &Step<'_>) -> Markup {
    let say = &course.reader.say;
    let date = step.sitting.date;
    html! {
        (picture(course, step))
        div class="about" {
            h3 { time datetime=(date.to_string()) { (say.date(date)) } }
            p class="quiet" { (since(course, step)) }
            (result(course, step))
            (few(course, step))
        }
    }
}

/// The piece of the first photograph of the sitting, if it is known where in it the place is.
fn picture(course: &Course<'_>, step: &Step<'_>) -> Markup {
    let say = &course.reader.say;
    let photo = step.sitting.photos.first();
    let shown = photo.filter(|photo| movement(course.following, photo.id).is_some());
    html! {
        @if let Some(photo) = shown {
            @let alt = alt(course.reader, course.album, &photo.record);
            a class="piece" href=(course.reader.to(To::Photo(photo.id))) {
                img src=(course.reader.to(To::RegionCut(course.following.region.id, photo.id))) loading="lazy" decoding="async"
                    width="240" height="240" alt=(say.with("region-piece", &[("photo", alt.into())]));
            }
        } @else {
            @let open = matches!(step.state, State::Open) || !course.has_reference();
            div class="piece none" { p { (say.text(if open { "region-piece-open" } else { "region-piece-none" })) } }
        }
    }
}

fn since(course: &Course<'_>, step: &Step<'_>) -> String {
    step.sitting
        .photos
        .first()
        .map(|photo| caption(&course.reader.say, course.album, &photo.record))
        .unwrap_or_default()
}

fn result(course: &Course<'_>, step: &Step<'_>) -> Markup {
    let say = &course.reader.say;
    match &step.state {
        State::First => html! { p { (say.text("region-first-sitting")) } },
        State::Open => html! {
            p { (say.text("region-open")) }
            // The only one has its button at the top of the page.
            @if course.open() > 1 && course.has_reference() {
                form method="post" action=(course.reader.to(To::RegionMeasure(course.following.region.id))) {
                    (ui::hidden("day", &step.sitting.date.to_string()))
                    (ui::button(Look::Secondary, Some(Icon::Ruler), &say.text("photos-measured-do")))
                }
            }
        },
        State::Said(said) if said.comparable => html! {
            // Of healing skin the number is shown, but no result.
            @if step.is_healing() { p { (say.text("region-healing-sitting")) } }
            @else { p { (headline(course, step, said)) } }
            @if let Some((change, smallest)) = step.change() { p class="figure" { (in_words(course, change, smallest)) } }
        },
        State::Said(said) => html! {
            p { (short(course, said)) }
            (ui::disclosure(&say.text("region-why-not"), &html! {
                @for reason in &worded(course, said).why_not { (why_not(say, reason)) }
                (ui::link_button(Look::Secondary, Some(Icon::Photos), &say.text("photos-camera-again"), &again(course.reader, step)))
            }, false))
        },
    }
}

/// What was found; of a sitting from before the first one it would be wrong to say "than before".
fn headline(course: &Course<'_>, step: &Step<'_>, said: &Comparison) -> String {
    let first = course.first().filter(|_| course.is_before_the_first(step));
    match first {
        Some(first) => {
            let since = course.reader.say.date(first.sitting.date);
            in_one_sentence(course.reader.protocol.texts(), said, &since)
        }
        None => short(course, said),
    }
}

/// What was measured, in words.
pub(super) fn worded(course: &Course<'_>, said: &Comparison) -> Compared {
    Compared::of(course.reader.protocol.texts(), said)
}

fn short(course: &Course<'_>, said: &Comparison) -> String {
    let texts = course.reader.protocol.texts();
    // On skin that hides redness "no change" is not said without that.
    let key = match hidden_by_tone(said) {
        Some(hidden) => hidden.to_owned(),
        None => format!("photo-result-{}.short", said.result.word()),
    };
    texts.text(&key)
}

/// Where the photographs of a sitting are taken again.
pub(super) fn again(reader: &Reader, step: &Step<'_>) -> Href {
    let view = step.sitting.photos.first().map(|photo| photo.record.view.as_str());
    reader.to(To::PhotosNew).ask("shot", view.unwrap_or_default())
}

/// One photograph says little of the noise.
fn few(course: &Course<'_>, step: &Step<'_>) -> Markup {
    let count = step.sitting.photos.len();
    html! { @if count < ENOUGH { p class="hint" { (course.reader.say.with("region-few", &[("n", count.into())])) } } }
}
