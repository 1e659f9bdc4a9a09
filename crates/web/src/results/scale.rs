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
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::sources;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice};

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
    shown(&opened, scale, after.saved.is_some(), &Form::default()).await
}

/// A scale of the protocol.
pub(super) fn find<'o>(reader: &'o Reader, id: &str) -> Result<&'o Scale, Problem> {
    reader.protocol.rows().scale.iter().find(|scale| scale.id == id).ok_or(Problem::NotFound)
}

/// The page, with a score as it was typed if it could not be kept.
pub(super) async fn shown(
    opened: &Opened,
    scale: &Scale,
    saved: bool,
    typed: &Form,
) -> Result<Response, Problem> {
    let board = board(opened).await?;
    let gone = score::removed(opened, &scale.id).await?;
    Ok(Page { reader: opened, board: &board, scale, gone: gone.as_ref(), saved, typed }.drawn())
}

/// The page and what it shows.
pub(super) struct Page<'a> {
    /// Who looks.
    pub reader: &'a Reader,
    /// Everything that says whether it worked.
    pub board: &'a Board,
    /// The scale.
    pub scale: &'a Scale,
    /// The score that was removed last, while it can be brought back.
    pub gone: Option<&'a (OutcomeId, Score)>,
    /// Whether one was just kept.
    pub saved: bool,
    /// A score as it was typed, with why it could not be kept.
    pub typed: &'a Form,
}

impl Page<'_> {
    /// The whole page.
    pub(super) fn drawn(&self) -> Response {
        let (reader, board, scale) = (self.reader, self.board, self.scale);
        let say = &reader.say;
        let title = reader.protocol.texts().say(&format!("scale-{}", scale.id)).into_owned();
        let scores = board.scores(&scale.id);
        let enter = self.enter();
        let body = html! {
            (ui::page_header(&title, Some((&reader.to(To::Results), &say.text("results-title"))), None))
            @if self.saved { (ui::notice(Notice::Done, &say.text("results-saved"))) }
            @if let Some((id, score)) = self.gone { (undo(reader, *id, score)) }
            (too_early(reader, board.standing.judge()))
            @if !fits(&reader.person.record, scale) { (ui::notice(Notice::Info, &say.text("results-not-for-goals"))) }
            @match (scores.is_empty(), self.typed.is_refused()) {
                (true, _) => { (enter) }
                // What has to be mended comes first.
                (false, true) => { (ui::two_columns(&enter, &over_time(reader, board, scale))) }
                (false, false) => { (ui::two_columns(&over_time(reader, board, scale), &enter)) }
            }
            @if !scores.is_empty() { (entries(reader, &scores)) }
        };
        self.typed.answer(layout::page(
            reader,
            Tab::Photos,
            &self.typed.titled(&reader.say, &title),
            &body,
        ))
    }

    /// What the scale is for, who says so, and the form for another score.
    fn enter(&self) -> Markup {
        let key = format!("scale-{}", self.scale.id);
        html! {
            div {
                p { (self.reader.protocol.texts().say(&format!("{key}.use"))) }
                (sources::of(self.reader, &key, &self.scale.evidence))
            }
            (form(self.reader, self.scale, self.typed))
        }
    }
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
