//! `GET /results/scale/{id}`: one scale: what it is, the scores over time, and a form for another one.

use axum::extract::Query;
use axum::response::Response;
use care::protocol::rows::Scale;
use chart::results::{Board, Scored, fits};
use maud::{Markup, html};
use serde::Deserialize;
use store::OutcomeId;
use store::records::Score;

use super::change::{number, sentences};
use super::form::form;
use super::{board, curve, score};
use crate::album::too_early;
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::said;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice};
use crate::visit::Opened;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct After {
    saved: Option<String>,
}

pub(crate) async fn show(
    opened: Opened,
    Path(id): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let scale = find(&opened, &id)?;
    page(&opened, scale, after.saved.is_some(), &Form::default()).await
}

/// A scale of the protocol.
pub(super) fn find<'o>(reader: &'o Reader, id: &str) -> Result<&'o Scale, Problem> {
    reader.protocol.rows().scale.iter().find(|scale| scale.id == id).ok_or(Problem::NotFound)
}

/// The page, with a score as it was typed if it could not be kept.
pub(super) async fn page(
    opened: &Opened,
    scale: &Scale,
    saved: bool,
    typed: &Form,
) -> Result<Response, Problem> {
    let say = &opened.say;
    let board = board(opened).await?;
    let gone = score::removed(opened, &scale.id).await?;
    let key = format!("scale-{}", scale.id);
    let title = opened.protocol.texts().say(&key).into_owned();
    let scores = board.scores(&scale.id);
    let enter = html! {
        div {
            p { (opened.protocol.texts().say(&format!("{key}.use"))) }
            (said::of(opened, &key, &scale.evidence))
        }
        (form(opened, scale, typed))
    };
    let body = html! {
        (ui::page_header(&title, Some((&opened.to(To::Results), &say.text("results-title"))), None))
        @if saved { (ui::notice(Notice::Done, &say.text("results-saved"))) }
        @if let Some((id, score)) = &gone { (undo(opened, *id, score)) }
        (too_early(opened, board.standing.judge()))
        @if !fits(&opened.person.record, scale) { (ui::notice(Notice::Info, &say.text("results-not-for-goals"))) }
        @match (scores.is_empty(), typed.is_refused()) {
            (true, _) => { (enter) }
            // What has to be mended comes first.
            (false, true) => { (ui::two_columns(&enter, &over_time(opened, &board, scale))) }
            (false, false) => { (ui::two_columns(&over_time(opened, &board, scale), &enter)) }
        }
        @if !scores.is_empty() { (entries(opened, &scores)) }
    };
    Ok(typed.answer(layout::page_with(opened, Tab::Photos, &title, &body, &[])))
}

/// The scores on a chart, and what can be said of them.
fn over_time(reader: &Reader, board: &Board, scale: &Scale) -> Markup {
    let body = html! {
        (curve::chart(reader, board, scale))
        @for sentence in sentences(reader, board, scale) { p { (sentence) } }
    };
    ui::card(&reader.say.text("results-over-time"), &body)
}

/// Each score by itself, the newest first: the table beside the chart.
fn entries(reader: &Reader, scores: &[Scored<'_>]) -> Markup {
    let say = &reader.say;
    let title = say.text("results-entries");
    let rows = html! {
        div class="scroll" tabindex="0" role="group" aria-label=(title) {
            table class="scores" {
                thead { tr {
                    th scope="col" { (say.text("results-date")) }
                    th scope="col" { (say.text("results-score")) }
                    th scope="col" { span class="hidden" { (say.text("results-remove")) } }
                } }
                tbody { @for scored in scores.iter().rev() { (row(reader, scored)) } }
            }
        }
    };
    ui::card(&title, &rows)
}

fn row(reader: &Reader, scored: &Scored<'_>) -> Markup {
    let say = &reader.say;
    let date = say.date(scored.score.on);
    let remove = say.with("results-remove-of", &[("date", date.as_str().into())]);
    html! {
        tr {
            th scope="row" { (date) @if let Some(note) = scored.score.note.as_deref() { p class="hint" { (note) } } }
            td { (number(scored.score.value)) }
            td {
                form method="post" action=(reader.to(To::ScoreRemove(scored.id))) {
                    button class="button quiet" type="submit" aria-label=(remove) title=(remove) {
                        (ui::icon(Icon::Remove))
                    }
                }
            }
        }
    }
}

/// "Removed", with a way back for a while: the same form, sent again.
fn undo(reader: &Reader, id: OutcomeId, score: &Score) -> Markup {
    let say = &reader.say;
    let words = [("score", number(score.value).into()), ("date", say.date(score.on).into())];
    html! {
        form class="undo" method="post" action=(reader.to(To::Scores)) {
            (ui::hidden("id", &id.to_string()))
            (ui::hidden("scale", &score.scale))
            (ui::hidden("on", &score.on.to_string()))
            (ui::hidden("value", &number(score.value)))
            @if let Some(note) = &score.note { (ui::hidden("note", note)) }
            p role="status" { (say.with("results-removed", &words)) }
            (ui::button(Look::Quiet, Some(Icon::Undo), &say.text("results-undo")))
        }
    }
}
