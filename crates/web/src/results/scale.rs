//! `GET /results/scale/{id}`: one scale: what it is, the scores over time, and a form for another one.

use axum::extract::Query;
use axum::response::Response;
use care::protocol::rows::Scale;
use chart::results::{Board, Scored, fits};
use maud::{Markup, html};
use serde::Deserialize;
use store::Id;
use store::records::Score;

use super::change::{number, sentences};
use super::form::form;
use super::{board, curve, score};
use crate::album::too_early;
use crate::form::Form;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::said;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice};
use crate::visit::Owner;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct After {
    saved: Option<String>,
}

pub(crate) async fn show(
    owner: Owner,
    Path(id): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let scale = find(&owner, &id)?;
    page(&owner, scale, after.saved.is_some(), &Form::default()).await
}

/// A scale of the protocol.
pub(super) fn find<'o>(owner: &'o Owner, id: &str) -> Result<&'o Scale, Problem> {
    owner.protocol.rows().scale.iter().find(|scale| scale.id == id).ok_or(Problem::NotFound)
}

/// The page, with a score as it was typed if it could not be kept.
pub(super) async fn page(
    owner: &Owner,
    scale: &Scale,
    saved: bool,
    typed: &Form,
) -> Result<Response, Problem> {
    let say = &owner.say;
    let board = board(owner).await?;
    let gone = score::removed(owner, &scale.id).await?;
    let key = format!("scale-{}", scale.id);
    let title = owner.protocol.texts().say(&key).into_owned();
    let scores = board.scores(&scale.id);
    let enter = html! {
        div {
            p { (owner.protocol.texts().say(&format!("{key}.use"))) }
            (said::of(owner, &key, &scale.evidence))
        }
        (form(owner, scale, typed))
    };
    let body = html! {
        (ui::page_header(&title, Some((&owner.to(To::Results), &say.text("results-title"))), None))
        @if saved { (ui::notice(Notice::Done, &say.text("results-saved"))) }
        @if let Some((id, score)) = &gone { (undo(owner, *id, score)) }
        (too_early(owner, board.standing.judge()))
        @if !fits(&owner.person.record, scale) { (ui::notice(Notice::Info, &say.text("results-not-for-goals"))) }
        @match (scores.is_empty(), typed.is_refused()) {
            (true, _) => { (enter) }
            // What has to be mended comes first.
            (false, true) => { (ui::two_columns(&enter, &over_time(owner, &board, scale))) }
            (false, false) => { (ui::two_columns(&over_time(owner, &board, scale), &enter)) }
        }
        @if !scores.is_empty() { (entries(owner, &scores)) }
    };
    Ok(typed.answer(layout::page_with(owner, Tab::Photos, &title, &body, &[])))
}

/// The scores on a chart, and what can be said of them.
fn over_time(owner: &Owner, board: &Board, scale: &Scale) -> Markup {
    let body = html! {
        (curve::chart(owner, board, scale))
        @for sentence in sentences(owner, board, scale) { p { (sentence) } }
    };
    ui::card(&owner.say.text("results-over-time"), &body)
}

/// Each score by itself, the newest first: the table beside the chart.
fn entries(owner: &Owner, scores: &[Scored<'_>]) -> Markup {
    let say = &owner.say;
    let title = say.text("results-entries");
    let rows = html! {
        div class="scroll" tabindex="0" role="group" aria-label=(title) {
            table class="scores" {
                thead { tr {
                    th scope="col" { (say.text("results-date")) }
                    th scope="col" { (say.text("results-score")) }
                    th scope="col" { span class="hidden" { (say.text("results-remove")) } }
                } }
                tbody { @for scored in scores.iter().rev() { (row(owner, scored)) } }
            }
        }
    };
    ui::card(&title, &rows)
}

fn row(owner: &Owner, scored: &Scored<'_>) -> Markup {
    let say = &owner.say;
    let date = say.date(scored.score.on);
    let remove = say.with("results-remove-of", &[("date", date.as_str().into())]);
    html! {
        tr {
            th scope="row" { (date) @if let Some(note) = scored.score.note.as_deref() { p class="hint" { (note) } } }
            td { (number(scored.score.value)) }
            td {
                form method="post" action=(owner.to(To::ScoreRemove(scored.id))) {
                    button class="button quiet" type="submit" aria-label=(remove) title=(remove) {
                        (ui::icon(Icon::Remove))
                    }
                }
            }
        }
    }
}

/// "Removed", with a way back for a while: the same form, sent again.
fn undo(owner: &Owner, id: Id, score: &Score) -> Markup {
    let say = &owner.say;
    let words = [("score", number(score.value).into()), ("date", say.date(score.on).into())];
    html! {
        form class="undo" method="post" action=(owner.to(To::Scores)) {
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
