//! `GET /photos/compare`: two photographs of the same view; unless told otherwise the first and the latest.

use axum::extract::Query;
use axum::response::Response;
use care::programme::JudgeWindow;
use care::words::Word;
use serde::Deserialize;
use store::records::Photo;
use store::{Entry, Id};

use super::compare_page;
use super::shelf::Shelf;
use super::view::View;
use crate::problem::Problem;
use crate::visit::Owner;

/// What the address asks for.
#[derive(Deserialize)]
pub(crate) struct Asked {
    view: Option<String>,
    a: Option<String>,
    b: Option<String>,
}

/// Two photographs and what surrounds them.
///
/// What was measured between the two becomes a field here, shown under the pictures, once there is something that
/// measures with a known error. Until then the page says nothing that eyes have not seen.
pub(super) struct Comparison<'s> {
    pub a: &'s Entry<Photo>,
    pub b: &'s Entry<Photo>,
    /// All of this view, oldest first: what can be chosen.
    pub choice: Vec<&'s Entry<Photo>>,
    /// All views that can be compared.
    pub views: Vec<View>,
    /// When it was too early to judge, and until when it is.
    pub judge: Option<JudgeWindow>,
}

/// `GET /photos/compare?view=…&a=…&b=…`
pub(crate) async fn compare(owner: Owner, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let shelf = Shelf::load(&owner).await?;
    Ok(match comparison(&owner, &shelf, &asked)? {
        Some(comparison) => compare_page::page(&owner, &shelf, &comparison),
        None => compare_page::nothing(&owner),
    })
}

fn comparison<'s>(
    owner: &Owner,
    shelf: &'s Shelf,
    asked: &Asked,
) -> Result<Option<Comparison<'s>>, Problem> {
    let (a, b) = (named(shelf, asked.a.as_deref())?, named(shelf, asked.b.as_deref())?);
    let views = shelf.comparable();
    let wanted = asked.view.as_deref().and_then(View::find);
    let fallback = wanted.or_else(|| views.first().copied()).map(View::word);
    let view = a.or(b).map(|photo| photo.record.view.as_str()).or(fallback);
    let choice = view.map(|view| shelf.of_view(view)).unwrap_or_default();
    let (first, latest) = (choice.first().copied(), choice.last().copied());
    let (Some(a), Some(b)) = (a.or(first), b.or(latest)) else { return Ok(None) };
    if choice.len() < 2 && a.id == b.id {
        return Ok(None);
    }
    let judge = shelf.judge(owner, owner.now.date());
    Ok(Some(Comparison { a, b, choice, views, judge }))
}

/// A photograph by its id in the address; somebody else's is as unknown as none at all.
fn named<'s>(shelf: &'s Shelf, id: Option<&str>) -> Result<Option<&'s Entry<Photo>>, Problem> {
    let Some(id) = id.filter(|id| !id.is_empty()) else { return Ok(None) };
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    shelf.find(id).map(Some).ok_or(Problem::NotFound)
}
