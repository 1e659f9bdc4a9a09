//! The day's questions: what may have changed since last time; the session begins only if the answers allow it.

use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use store::Id;
use store::records::{Answers, Profile, Session};

use super::next::Next;
use super::{ask, begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page as whole};
use crate::problem::Problem;
use crate::screening::decided;
use crate::screening::form::Form;
use crate::screening::given::Wrong;
use crate::story::Story;
use crate::visit::Owner;

/// The ids of what a begun session writes, made with the form, so that sending it twice writes it once.
#[derive(Clone, Copy)]
pub(super) struct Ids {
    pub session: Id,
    pub screening: Id,
}

impl Ids {
    fn new(at: Timestamp) -> Self {
        Self { session: Id::new(at), screening: Id::new(at) }
    }
    fn of(fields: &Fields, at: Timestamp) -> Self {
        let id = |name| fields.parsed::<Id>(name).ok().flatten();
        let new = Self::new(at);
        Self {
            session: id("session").unwrap_or(new.session),
            screening: id("screening").unwrap_or(new.screening),
        }
    }
}

/// `GET /session/begin`
pub(crate) async fn again(owner: Owner) -> Result<Response, Problem> {
    let fields = ask::prefilled(&owner);
    Ok(shown(&owner, &fields, Vec::new(), Ids::new(owner.app.now())))
}

/// `POST /session/begin`
pub(crate) async fn begin(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let ids = Ids::of(&fields, owner.app.now());
    let given = match fields.text("go") {
        Some("same") if !changed(&owner, &fields) => Ok(Answers::new()),
        // Pressed beside a changed answer it could mean either: nobody may lose a "yes" by the wrong button.
        Some("same") => Err(Vec::new()),
        _ => ask::read(&owner, &fields),
    };
    match given {
        Ok(given) => decide(&owner, &keep_answers(&owner, given).await?, ids).await,
        Err(wrong) => {
            let mut response = shown(&owner, &fields, wrong, ids);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

fn changed(owner: &Owner, fields: &Fields) -> bool {
    let before = ask::prefilled(owner);
    ask::again(&owner.protocol).any(|question| ask::differs(fields, &before, question))
}

fn shown(owner: &Owner, fields: &Fields, wrong: Vec<Wrong>, ids: Ids) -> Response {
    let form = Form::new(&owner.say, fields, wrong);
    let body = page::ask::page(owner, &form, ids);
    whole(owner, Tab::None, &owner.say.text("session-again-title"), &body)
}

async fn keep_answers(owner: &Owner, given: Answers) -> Result<Profile, Problem> {
    let mut profile = owner.person.record.clone();
    profile.answers.extend(given);
    if profile != owner.person.record {
        let store = owner.app.store();
        store.change_person(owner.by(), &owner.person, profile.clone()).await?;
    }
    Ok(profile)
}

async fn decide(owner: &Owner, profile: &Profile, ids: Ids) -> Result<Response, Problem> {
    let (story, today) = (Story::load(owner).await?, owner.now.date());
    if let Some(begun) = story.begun() {
        return Ok(begun::to_session(begun.id, "prepare"));
    }
    let Some(next) = Next::of(&story, &owner.protocol, profile, today) else {
        return Ok(begun::to("/session"));
    };
    let (store, person) = (owner.app.store(), owner.person.id);
    let answers = story.knowing(&owner.protocol, profile).answers;
    let screening = decided::record(owner, answers, &next.decided);
    store.add(owner.by(), person, ids.screening, &screening).await?;
    if next.lock.is_some() {
        return Ok(begun::to("/session"));
    }
    let programme = story.programme.as_ref().map(|programme| programme.id);
    let (at, screening) = (owner.app.now(), ids.screening);
    let session = Session::Begun { at, screening, programme, cream_at: None, zones: Vec::new() };
    let begun = store.add(owner.by(), person, ids.session, &session).await?;
    Ok(begun::to_session(begun.id, "prepare"))
}
