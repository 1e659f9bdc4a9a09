//! `GET /results`: did it work? First the one sentence, then what there is to look at.

use axum::response::Response;
use care::protocol::rows::Scale;
use chart::results::{Board, Standing, is_own};
use maud::{Markup, html};

use super::change::{number, sentences};
use super::{board, regions, score_link};
use crate::album::why;
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::problem::Problem;
use crate::to::To;
use crate::ui::chart::line;
use crate::ui::{self, Icon, Look, MenuItem};

pub(crate) async fn hub(opened: Opened) -> Result<Response, Problem> {
    Ok(page(&opened, &board(&opened).await?))
}

pub(super) fn page(reader: &Reader, board: &Board) -> Response {
    let scales = board.scales(&reader.protocol);
    let (own, others): (Vec<&Scale>, Vec<&Scale>) =
        scales.into_iter().partition(|scale| is_own(scale));
    let title = reader.say.text("results-title");
    // Before the first session the one sentence asks for what is missing, once.
    let asked = board.standing == Standing::Nothing;
    let ask = own.first().copied().filter(|own| asked && board.scores(&own.id).is_empty());
    let others_own = own.iter().filter(|own| ask.is_none_or(|ask| ask.id != own.id));
    let first = html! {
        (standing(reader, board, ask))
        @for scale in others_own { (own_score(reader, board, scale)) }
    };
    let second = html! {
        @if !asked || !board.album.photos.is_empty() { (photos(reader, board)) }
        (regions::cards(reader, board))
        @if !others.is_empty() { (from_others(reader, board, &others)) }
    };
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &reader.say.text("tab-photos"))), None))
        (ui::two_columns(&first, &second))
    };
    layout::page(reader, Tab::Photos, &title, &body)
}

/// The one sentence; `ask` is the scale that is to be scored on before the first session.
fn standing(reader: &Reader, board: &Board, ask: Option<&Scale>) -> Markup {
    let say = &reader.say;
    let title = |key: &str| say.text(key);
    match board.standing {
        Standing::Nothing => ui::lead_card(&title("results-nothing"), &before(reader, board, ask)),
        Standing::Unknown => {
            let body = html! {
                p { (say.text("results-unknown-why")) }
                (ui::link_button(Look::Secondary, None, &say.text("results-unknown-go"), &reader.to(To::Screening)))
            };
            ui::lead_card(&title("results-unknown"), &body)
        }
        Standing::Early(judge) => {
            let until = say.with("photos-too-early", &[("date", say.date(judge.from).into())]);
            ui::lead_card(&until, &why(reader, judge))
        }
        Standing::Open(judge) => {
            let since = say.with("results-open", &[("date", say.date(judge.from).into())]);
            let body = html! { p { (say.text("results-open-how")) } (why(reader, judge)) };
            ui::lead_card(&since, &body)
        }
    }
}

/// What to do before the first session: what is not there can't be made up for.
fn before(reader: &Reader, board: &Board, ask: Option<&Scale>) -> Markup {
    let say = &reader.say;
    let photographed = !board.album.photos.is_empty();
    let mut buttons = Vec::new();
    if !photographed {
        let take = say.text("photos-take");
        buttons.push(ui::link_button(
            Look::Primary,
            Some(Icon::Photos),
            &take,
            &reader.to(To::PhotosNew),
        ));
    }
    if let Some(scale) = ask {
        let look = if photographed { Look::Primary } else { Look::Secondary };
        let score = say.text("results-score-now");
        buttons.push(ui::link_button(
            look,
            Some(Icon::Ruler),
            &score,
            &score_link(reader, &scale.id),
        ));
    }
    let key = if buttons.is_empty() { "results-nothing-ready" } else { "results-nothing-why" };
    html! { p { (say.text(key)) } @if !buttons.is_empty() { (ui::actions(&buttons)) } }
}

/// A scale of the person's own: the scores so far, and a way to enter one.
fn own_score(reader: &Reader, board: &Board, scale: &Scale) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let title = texts.say(&format!("scale-{}", scale.id)).into_owned();
    let scores = board.scores(&scale.id);
    let values: Vec<f64> = scores.iter().map(|scored| scored.score.value).collect();
    let [low, high] = scale.range;
    let key = if scores.is_empty() { "results-score-now" } else { "results-score-again" };
    let body = html! {
        @match scores.last() {
            Some(latest) => {
                div class="latest" {
                    p { strong { (number(latest.score.value)) } " "
                        span class="quiet" { (say.with("results-of", &[("high", number(high).into())])) } }
                    @if values.len() > 1 { (line(&say.text("results-line"), &values, (low, high))) }
                }
                @for sentence in sentences(reader, board, scale) { p { (sentence) } }
            }
            None => { p { (texts.say(&format!("scale-{}.use", scale.id))) } }
        }
        (ui::actions(&[
            ui::link_button(Look::Secondary, Some(Icon::Ruler), &say.text(key), &score_link(reader, &scale.id)),
        ]))
    };
    ui::card(&title, &body)
}

/// Scales that were made for somebody trained.
fn from_others(reader: &Reader, board: &Board, scales: &[&Scale]) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let item = |scale: &&Scale| MenuItem {
        mark: Icon::Ruler,
        word: texts.say(&format!("scale-{}", scale.id)).into_owned(),
        hint: board.scores(&scale.id).last().map(|latest| {
            let words = [
                ("score", number(latest.score.value).into()),
                ("date", say.date(latest.score.on).into()),
            ];
            say.with("results-one", &words)
        }),
        href: reader.to(To::Scale(&scale.id)).into(),
    };
    html! {
        section class="column" {
            div {
                h2 { (say.text("results-from-others")) }
                p class="quiet" { (say.text("results-from-others-what")) }
            }
            (ui::menu(&scales.iter().map(item).collect::<Vec<_>>()))
        }
    }
}

/// The photographs: to be looked at without knowing which came first.
fn photos(reader: &Reader, board: &Board) -> Markup {
    let say = &reader.say;
    let n = board.album.photos.len();
    let seen = board.seen();
    let comparable = !board.album.comparable().is_empty();
    let counted = [
        ("n", seen.all().into()),
        ("later", seen.later.into()),
        ("earlier", seen.earlier.into()),
        ("neither", seen.neither.into()),
    ];
    let body = html! {
        @if comparable { p { (say.text("results-photos-how")) } }
        @else { p { (say.with("results-photos-few", &[("n", n.into())])) } }
        @if seen.all() > 0 { p { (say.with("results-seen", &counted)) } }
        @if comparable {
            (ui::actions(&[ui::link_button(Look::Secondary, Some(Icon::Beside), &say.text("photos-compare"), &reader.to(To::PhotosCompare))]))
        } @else {
            (ui::actions(&[ui::link_button(Look::Secondary, Some(Icon::Photos), &say.text("photos-take"), &reader.to(To::PhotosNew))]))
        }
    };
    ui::card(&say.text("photos-title"), &body)
}
