//! Two photographs with their order hidden: which looks better? Asked before dates and numbers are shown, since who knows
//! which is the later one sees what they hope for.
//!
//! In which order is told in [`chart::album::hidden`]. What eyes said is kept.

use axum::response::{IntoResponse, Redirect, Response};
use care::words::Word as _;
use chart::album::hidden::{seen, shown};
use maud::html;
use store::records::{Better, Outcome, Photo, Seen};
use store::{Entry, Id};

use super::compare::{Comparison, goal_of, named};
use super::compare_page;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Look, Shot};

/// The page: A and B, and nothing that tells which is which.
pub(super) fn page(reader: &Reader, two: &Comparison<'_>) -> Response {
    let say = &reader.say;
    let title = match two.goal {
        Some(goal) => say.text(&format!("photos-hidden-ask-{}", goal.word())),
        None => say.text("photos-hidden-title"),
    };
    let [a, b] = shown(two.a, two.b);
    let shot = |photo: &Entry<Photo>, name: &str| Shot {
        src: reader.to(To::Picture(photo.id)).into(),
        alt: say.text(&format!("photos-hidden-alt-{name}")),
        caption: say.text(&format!("photos-hidden-{name}")),
    };
    let answers = html! {
        form class="answers" method="post" action=(reader.to(To::PhotosCompare)) {
            (ui::hidden("a", &a.id.to_string()))
            (ui::hidden("b", &b.id.to_string()))
            (ui::hidden("how", two.how.word()))
            @for name in ["a", "b", "neither"] {
                (ui::button_as(Look::Secondary, None, &say.text(&format!("photos-hidden-say-{name}")), "better", name))
            }
        }
    };
    let open = reader.to(To::PhotosCompare).ask("a", two.a.id).ask("b", two.b.id).ask("open", "1");
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &say.text("photos-title"))), None))
        (compare_page::views(reader, two))
        (compare_page::early(reader, two))
        p { (say.text("photos-hidden-why")) }
        @if two.is_raking() { p { (say.text("photos-raking-limits")) } }
        (ui::compare(&shot(a, "a"), &shot(b, "b"), two.how.mode(), &compare_page::words(say), &answers))
        (ui::actions(&[ui::link_button(Look::Quiet, None, &say.text("photos-hidden-skip"), &open)]))
    };
    layout::page_with(reader, Tab::Photos, &title, &body, &["compare.js"])
}

/// `POST /photos/compare`: what eyes said; then dates and numbers are shown.
pub(crate) async fn look(opened: Opened, fields: Fields) -> Result<Response, Problem> {
    let album = opened.album().await?;
    let (a, b) = (named(&album, fields.text("a"))?, named(&album, fields.text("b"))?);
    let (Some(a), Some(b)) = (a, b) else { return Err(Problem::NotFound) };
    if a.id == b.id {
        return Err(Problem::NotFound);
    }
    let [earlier, later] = if b.record.taken < a.record.taken { [b, a] } else { [a, b] };
    let better = match fields.text("better") {
        Some("a") if a.id == later.id => Better::Later,
        Some("b") if b.id == later.id => Better::Later,
        Some("a" | "b") => Better::Earlier,
        Some("neither") => Better::Neither,
        _ => return Err(Problem::NotFound),
    };
    let (store, person, at) = (opened.app.store(), opened.person.id, opened.at());
    let outcomes = store.list::<Outcome>(person).await?;
    // Asked once: a second answer would know the dates.
    if seen(&outcomes, earlier.id, later.id).is_none() {
        let goal = goal_of(&album, later);
        let seen = Seen { at, earlier: earlier.id, later: later.id, better, goal };
        store.add(opened.by(), person, Id::new(at), &Outcome::Seen(seen)).await?;
    }
    let how =
        fields.text("how").filter(|how| how.chars().all(|letter| letter.is_ascii_alphabetic()));
    let how = how.unwrap_or("side");
    let to = opened.to(To::PhotosCompare).ask("a", earlier.id).ask("b", later.id).ask("how", how);
    Ok(Redirect::to(&to).into_response())
}
