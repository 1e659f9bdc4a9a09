//! `GET /photos/compare`: two photographs of the same view; unless told otherwise the first and one of the latest sitting.
//!
//! Eyes come first, with the order hidden ([`super::hidden`]): who knows which is the later one sees what they hope for. What
//! was measured between the two stands below, once they have looked.

use axum::extract::Query;
use axum::response::Response;
use care::programme::JudgeWindow;
use care::words::{Goal, Word};
use chart::album::Album;
use chart::album::hidden::{Tally, seen};
use chart::album::view::View;
use chart::region::{Following, latest_sitting};
use serde::Deserialize;
use store::records::{Better, Photo};
use store::{Entry, PhotoId};

use super::{compare_page, hidden};
use crate::caller::Opened;
use crate::frame::Reader;
use crate::problem::Problem;

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// From where the photographs were taken.
    pub view: Option<String>,
    /// The one of the two.
    pub a: Option<String>,
    /// The other one.
    pub b: Option<String>,
    /// How they are looked at first.
    pub how: Option<String>,
    /// Whether to show at once which is which.
    pub open: Option<String>,
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
    /// What eyes said before they knew which was which.
    pub seen: Option<Better>,
    /// Whether the order is hidden.
    pub hidden: bool,
    /// The places of skin that are followed in this view, the one that counts first, with what was measured.
    pub regions: Vec<Following>,
    /// The goal that is looked for in this view, if they have one.
    pub goal: Option<Goal>,
    /// How often eyes have found the later one better for this goal, of how many pairs.
    pub tally: Tally,
}

impl Comparison<'_> {
    /// Whether light grazes the skin in both.
    pub(super) fn is_raking(&self) -> bool {
        [self.a, self.b].iter().all(|photo| is_raking(&photo.record))
    }
}

fn is_raking(photo: &Photo) -> bool {
    View::find(&photo.view).is_some_and(View::is_raking)
}

/// The person's goal that is looked for in a photograph.
pub(super) fn goal_of(album: &Album, photo: &Entry<Photo>) -> Option<Goal> {
    View::find(&photo.record.view)?.shows(&album.chart.profile().goals)
}

/// `GET /photos/compare?view=…&a=…&b=…&how=…`
pub(crate) async fn compare(
    opened: Opened,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    page(&opened, &opened.album().await?, &asked)
}

/// The two that are asked for, with their order hidden where eyes have not looked yet.
pub(super) fn page(reader: &Reader, album: &Album, asked: &Asked) -> Result<Response, Problem> {
    Ok(match comparison(reader, album, asked)? {
        None => compare_page::nothing(reader),
        Some(two) if two.hidden => hidden::page(reader, &two),
        Some(two) => compare_page::page(reader, album, &two),
    })
}

fn comparison<'s>(
    reader: &Reader,
    album: &'s Album,
    asked: &Asked,
) -> Result<Option<Comparison<'s>>, Problem> {
    let (a, b) = (named(album, asked.a.as_deref())?, named(album, asked.b.as_deref())?);
    let (views, goals) = (album.comparable(), &album.chart.profile().goals);
    let wanted = asked.view.as_deref().and_then(View::find);
    // Where they hope to change the skin's relief, light that shows it comes first.
    let raking = views.iter().find(|view| view.is_raking() && view.shows(goals).is_some());
    let fallback = wanted.or(raking.or(views.first()).copied()).map(View::word);
    let view = a.or(b).map(|photo| photo.record.view.as_str()).or(fallback);
    let choice = view.map(|view| album.of_view(view)).unwrap_or_default();
    let (first, latest) = (choice.first().copied(), latest(reader, album, &choice));
    let (Some(a), Some(b)) = (a.or(first), b.or(latest)) else { return Ok(None) };
    if choice.len() < 2 && a.id == b.id {
        return Ok(None);
    }
    // The earlier one stands first, in whatever order they were asked for.
    let (a, b) = if b.record.taken < a.record.taken { (b, a) } else { (a, b) };
    let (outcomes, goal) = (&album.outcomes, goal_of(album, b));
    let seen = seen(outcomes, a.id, b.id);
    let here = |region: &Following| {
        let drawn = album.find(region.region.record.photo);
        drawn.is_some_and(|drawn| [a, b].iter().all(|photo| photo.record.view == drawn.record.view))
    };
    let mut regions = album.followed();
    regions.retain(here);
    Ok(Some(Comparison {
        a,
        b,
        how: How::read(asked),
        choice,
        views,
        judge: album.chart.judge(&reader.protocol, &reader.now),
        seen,
        hidden: seen.is_none() && asked.open.is_none() && a.id != b.id,
        regions,
        goal,
        tally: Tally::of(outcomes, goal, is_raking(&b.record)),
    }))
}

/// The first photograph of the latest sitting, so that one that is taken again does not make another pair to look at; the
/// last of all while there is one sitting only.
fn latest<'s>(
    reader: &Reader,
    album: &Album,
    choice: &[&'s Entry<Photo>],
) -> Option<&'s Entry<Photo>> {
    let start = latest_sitting(album, reader.now.time_zone(), choice)?;
    let only = choice.first().is_some_and(|first| first.id == start.id);
    if only { choice.last().copied() } else { Some(start) }
}

/// A photograph by its id in the address; somebody else's is as unknown as none at all.
pub(super) fn named<'s>(
    album: &'s Album,
    id: Option<&str>,
) -> Result<Option<&'s Entry<Photo>>, Problem> {
    let Some(id) = id.filter(|id| !id.is_empty()) else { return Ok(None) };
    let id: PhotoId = id.parse().map_err(|_| Problem::NotFound)?;
    album.find(id).map(Some).ok_or(Problem::NotFound)
}
