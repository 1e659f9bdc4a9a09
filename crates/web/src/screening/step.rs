//! `GET` and `POST /screening/{step}`: one page of questions, answered and kept.
//!
//! What was answered rightly is kept even where something else on the page is missing, so nothing is typed twice. The
//! first answer makes the person.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use care::words::Setting;
use chart::screening::given::Given;
use chart::screening::steps::{self, Kind, Step};
use store::Entry;
use store::records::{Profile, Wishes};

use super::given::{self, Lines, Pressed, Reader, Wrong};
use super::own;
use super::page;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::visit::Visit;

/// How often a save is tried when another window, or a draft still under way, was faster.
const TRIES: usize = 3;

/// `GET /screening`: to the next open step, or to the verdict.
pub(crate) async fn next(visit: Visit) -> Redirect {
    let profile = visit.person.as_ref().map(|person| &person.record);
    Redirect::to(&next_address(&visit, profile))
}

/// `GET /screening/{step}`
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let protocol = visit.protocol.clone();
    let steps = steps::all(&protocol, setting(visit.person.as_ref().map(|person| &person.record)));
    let step = find(&steps, &id)?;
    let fields = Fields::of(known(step, visit.person.as_ref()));
    Ok(page::step(&visit, &steps, step, &fields, Vec::new()))
}

/// `POST /screening/{step}`: keeps the answers and goes on. Scripts send drafts with the header `X-Autosave`.
pub(crate) async fn answer(
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let protocol = visit.protocol.clone();
    let steps = steps::all(&protocol, setting(visit.person.as_ref().map(|person| &person.record)));
    let step = find(&steps, &id)?;
    let draft = headers.contains_key("x-autosave");
    let mut wrongs = Vec::new();
    let mut apply = |profile: &mut Profile| {
        wrongs = take(&visit, step, &fields, draft, profile);
        if wrongs.is_empty() && !draft {
            profile.steps_done.retain(|done| *done != step.id);
            profile.steps_done.push(step.id.clone());
        }
    };
    // A draft that comes too late must not stand above what was sent after it.
    let saved = save(&visit, !draft, if draft { 1 } else { TRIES }, &mut apply).await?;
    if draft {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if !wrongs.is_empty() {
        let page = page::step(&visit, &steps, step, &fields, wrongs);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let profile = saved.as_ref().map(|person| &person.record);
    Ok(Redirect::to(&next_address(&visit, profile)).into_response())
}

fn find<'s, 'p>(steps: &'s [Step<'p>], id: &str) -> Result<&'s Step<'p>, Problem> {
    steps::find(steps, id).ok_or(Problem::NotFound)
}

/// Where somebody is needled; at home, until they say otherwise.
fn setting(profile: Option<&Profile>) -> Setting {
    profile.map_or(Setting::Home, |profile| profile.setting)
}

fn next_address(visit: &Visit, profile: Option<&Profile>) -> String {
    let steps = steps::all(&visit.protocol, setting(profile));
    match steps::open(&steps, profile) {
        Some(step) => format!("/screening/{}", step.id),
        None => "/screening/verdict".into(),
    }
}

/// What was answered before, as the fields of the form.
fn known(step: &Step<'_>, person: Option<&Entry<Profile>>) -> Vec<(String, String)> {
    let Some(profile) = person.map(|person| &person.record) else { return Vec::new() };
    let answered = step.questions().flat_map(|question| {
        let kept = profile.answers.get(&question.id);
        let given = kept.and_then(|kept| Given::of_record(question, kept));
        given.map(|given| given::fields(&given, question)).unwrap_or_default()
    });
    own::fields(&step.kind, profile).into_iter().chain(answered).collect()
}

/// Takes the answers of a form into the profile, and says what is wrong with the rest.
fn take(
    visit: &Visit,
    step: &Step<'_>,
    fields: &Fields,
    draft: bool,
    profile: &mut Profile,
) -> Vec<Wrong> {
    let (say, today) = (&visit.say, visit.now.date());
    if !matches!(step.kind, Kind::Ask(_)) {
        return own::read(&step.kind, fields, profile, say, today);
    }
    let reader = Reader { fields, say, today, born: profile.born };
    let lines = Lines::read(&reader, step.questions());
    let pressed = match fields.text(page::GO) {
        _ if draft => Pressed::Draft,
        Some(page::NONE) => Pressed::None,
        _ => Pressed::On,
    };
    let unclear = lines.unclear(pressed);
    lines.take(&mut profile.answers, if unclear.is_some() { Pressed::Draft } else { pressed });
    let unclear = unclear.map(|key| Wrong { field: page::GO.to_owned(), sentence: say.text(key) });
    lines.wrongs().into_iter().chain(unclear).collect()
}

/// Changes the profile; makes the person with their first answer if wanted.
async fn save(
    visit: &Visit,
    make: bool,
    tries: usize,
    apply: &mut impl FnMut(&mut Profile),
) -> Result<Option<Entry<Profile>>, Problem> {
    let store = visit.app.store();
    let mut before = match (&visit.person, make) {
        (Some(person), _) => person.clone(),
        (None, false) => return Ok(None),
        // Whoever was made a moment earlier, in another window, gets the answer too.
        (None, true) => match begin(visit, apply).await? {
            Some(person) => person,
            None => return Ok(None),
        },
    };
    for _ in 0..tries {
        let mut profile = before.record.clone();
        apply(&mut profile);
        if profile == before.record {
            return Ok(Some(before));
        }
        match store.change_person(visit.by(), &before, profile).await {
            Err(store::Error::Stale) => {
                let fresh = store.find_person(before.id).await?;
                before = fresh.ok_or(Problem::NotFound)?;
            }
            other => return Ok(Some(other?)),
        }
    }
    Err(Problem::Stale)
}

/// The first answer: a person at home, in the machine's zone until they say otherwise.
async fn begin(
    visit: &Visit,
    apply: &mut impl FnMut(&mut Profile),
) -> Result<Option<Entry<Profile>>, Problem> {
    let empty = Profile {
        name: None,
        zone: visit.app.settings().zone.clone(),
        setting: Setting::Home,
        born: None,
        skin_type: None,
        sensitive: None,
        goals: Vec::new(),
        areas: Vec::new(),
        device: None,
        free_days: Vec::new(),
        answers: std::collections::BTreeMap::new(),
        steps_done: Vec::new(),
        wishes: Wishes::default(),
    };
    let mut profile = empty.clone();
    apply(&mut profile);
    if profile == empty {
        return Ok(None);
    }
    let store = visit.app.store();
    let person = store.add_only_person(visit.by(), &profile).await?;
    Ok(Some(person))
}
