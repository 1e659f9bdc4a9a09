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
    how: Option<String>,
}

/// How two photographs are looked at first; another way is a tap away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Beside each other.
    Side,
    /// One over the other, with an edge that moves.
    Slider,
    /// One after the other.
    Flicker,
}

impl How {
    const ALL: [Self; 3] = [Self::Side, Self::Slider, Self::Flicker];

    /// Its word in the address.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Slider => "slider",
            Self::Flicker => "flicker",
        }
    }
    /// The stage's name for it.
    pub(super) fn mode(self) -> &'static str {
        match self {
            Self::Side => "beside",
            Self::Slider => "wipe",
            Self::Flicker => "flicker",
        }
    }
    fn read(asked: &Asked) -> Self {
        let word = asked.how.as_deref();
        Self::ALL.into_iter().find(|how| Some(how.word()) == word).unwrap_or(Self::Side)
    }
}

/// Two photographs and what surrounds them.
///
/// What was measured between the two becomes a field here, shown under the pictures, once there is something that
/// measures with a known error. Until then the page says nothing that eyes have not seen.
pub(super) struct Comparison<'s> {
    pub a: &'s Entry<Photo>,
    pub b: &'s Entry<Photo>,
    /// How they are looked at first.
    pub how: How,
    /// All of this view, oldest first: what can be chosen.
    pub choice: Vec<&'s Entry<Photo>>,
    /// All views that can be compared.
    pub views: Vec<View>,
    /// When it was too early to judge, and until when it is.
    pub judge: Option<JudgeWindow>,
}

/// `GET /photos/compare?view=…&a=…&b=…&how=…`
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
    Ok(Some(Comparison { a, b, how: How::read(asked), choice, views, judge }))
}

/// A photograph by its id in the address; somebody else's is as unknown as none at all.
fn named<'s>(shelf: &'s Shelf, id: Option<&str>) -> Result<Option<&'s Entry<Photo>>, Problem> {
    let Some(id) = id.filter(|id| !id.is_empty()) else { return Ok(None) };
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    shelf.find(id).map(Some).ok_or(Problem::NotFound)
}
