//! All photographs of a person in order, with the sessions they lie between.

use care::programme::JudgeWindow;
use care::words::Word;
use chart::story::{DoneSession, Story, session_of};
use jiff::Zoned;
use jiff::civil::Date;
use store::records::{Photo, Region};
use store::{Entry, Id};

use super::view::{View, view_word};
use crate::problem::Problem;
use crate::say::Say;
use crate::visit::{Owner, Visit};

/// Everything the pages of photographs show.
pub(crate) struct Shelf {
    pub story: Story,
    /// The newest first.
    pub photos: Vec<Entry<Photo>>,
    /// The places that are followed, the oldest first.
    pub regions: Vec<Entry<Region>>,
}

impl Shelf {
    pub(crate) async fn load(owner: &Owner) -> Result<Self, Problem> {
        let story = owner.chart().await?.story;
        let mut photos = owner.app.store().list::<Photo>(owner.person.id).await?;
        photos.reverse();
        photos.sort_by_key(|photo| std::cmp::Reverse(photo.record.taken));
        let regions = owner.app.store().list::<Region>(owner.person.id).await?;
        Ok(Self { story, photos, regions })
    }
    pub(crate) fn find(&self, id: Id) -> Option<&Entry<Photo>> {
        self.photos.iter().find(|photo| photo.id == id)
    }
    /// The places that were drawn on a photograph.
    pub(crate) fn drawn_on(&self, photo: Id) -> Vec<&Entry<Region>> {
        self.regions.iter().filter(|region| region.record.photo == photo).collect()
    }
    /// The photographs of a view, oldest first.
    pub(crate) fn of_view(&self, view: &str) -> Vec<&Entry<Photo>> {
        self.photos.iter().rev().filter(|photo| photo.record.view == view).collect()
    }
    /// The views with two photographs or more: what can be compared.
    pub(crate) fn comparable(&self) -> Vec<View> {
        let all = View::ALL.iter().copied();
        all.filter(|view| self.of_view(view.word()).len() > 1).collect()
    }
    /// Which photograph was taken when, in one line: "Day 12 after session 2".
    pub(crate) fn caption(&self, say: &Say, photo: &Photo) -> String {
        since(say, photo, &self.story.done())
    }
    /// What a picture shows, for whoever can't see it.
    pub(crate) fn alt(&self, visit: &Visit, photo: &Photo) -> String {
        let view = view_word(&visit.say, &photo.view);
        let date = visit.say.date(taken(visit, photo).date());
        let since = self.caption(&visit.say, photo);
        visit.say.with(
            "photos-alt",
            &[("view", view.into()), ("date", date.into()), ("since", since.into())],
        )
    }
    /// When results can first be judged; `None` until a session was done.
    pub(crate) fn judge(&self, owner: &Owner, today: Date) -> Option<JudgeWindow> {
        let days = self.story.days_done();
        let first = days.first()?;
        let (person, decision) = self.story.decide(&owner.protocol, &owner.person.record, today)?;
        self.story.plan(&owner.protocol, &person, decision.verdict, *first).judge
    }
}

/// One photograph of this person; somebody else's is as unknown as none at all.
pub(crate) async fn find(owner: &Owner, id: &str) -> Result<Entry<Photo>, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let found = owner.app.store().find::<Photo>(owner.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// When a photograph was taken, where the person lives.
pub(crate) fn taken(visit: &Visit, photo: &Photo) -> Zoned {
    visit.say.zoned(photo.taken, &visit.now)
}

/// When a photograph was taken, seen from the sessions: "Day 12 after session 2", "Before the first session".
fn since(say: &Say, photo: &Photo, done: &[DoneSession<'_>]) -> String {
    let Some(session) = session_before(done, photo.session, photo.taken) else {
        return say.text("photos-before");
    };
    let day = day_of(session, photo.taken);
    let key = if day == 0 { "photos-same-day" } else { "photos-since" };
    say.with(key, &[("day", day.into()), ("n", session.n.into())])
}

/// The session a photograph follows: the one it was taken for, if it is on record and not later than the picture;
/// otherwise the last one done before.
pub(crate) fn session_before<'s>(
    done: &[DoneSession<'s>],
    wanted: Option<Id>,
    taken: jiff::Timestamp,
) -> Option<DoneSession<'s>> {
    let asked = done.iter().find(|session| Some(session.id) == wanted);
    let asked = asked.filter(|session| day_of(**session, taken) >= 0);
    asked.or_else(|| done.iter().rev().find(|session| session.done.at <= taken)).copied()
}

fn day_of(session: DoneSession<'_>, taken: jiff::Timestamp) -> i64 {
    let session = session_of(session.done);
    session.day(&taken.to_zoned(session.at.time_zone().clone()))
}
