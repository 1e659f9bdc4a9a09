//! `GET` and `POST /screening/{step}`: one page of questions, answered and kept.
//!
//! What was answered rightly is kept even where something else on the page is missing, so nothing is typed twice.

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use care::protocol::rows::Question;
use chart::screening::decided;
use chart::screening::given::Given;
use chart::screening::steps::{self, Kind, Step};
use store::Entry;
use store::records::Profile;

use super::given::{self, Answering, Lines, Pressed};
use super::{back, own, page, unseen};
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::{Href, To};

/// How often a save is tried when another window, or a draft still under way, was faster.
const TRIES: usize = 3;

/// `GET /screening`: to the next open step, or to the verdict.
pub(crate) async fn next(opened: Opened) -> Redirect {
    next_place(&opened, &opened.person.record).go()
}

/// `GET /screening/{step}`
pub(crate) async fn show(opened: Opened, Path(id): Path<String>) -> Result<Response, Problem> {
    let protocol = opened.protocol.clone();
    let steps = steps::all(&protocol, opened.person.record.setting);
    let step = find(&steps, &id)?;
    let before = back::now(&opened.chart_left().await?, step);
    let before = before.map(|id| (back::BEFORE.to_owned(), id.to_string()));
    let known = known(step, &opened.person.record).into_iter().chain(before);
    Ok(page::step(&opened, &steps, step, &Form::new(Fields::of(known))))
}

/// `POST /screening/{step}`: keeps the answers and goes on. Scripts send drafts with the header `X-Autosave`.
pub(crate) async fn answer(
    opened: Opened,
    Path(id): Path<String>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let protocol = opened.protocol.clone();
    let steps = steps::all(&protocol, opened.person.record.setting);
    let step = find(&steps, &id)?;
    let draft = headers.contains_key("x-autosave");
    let mut apply = |profile: &mut Profile| {
        form.forget_faults();
        take(&opened, step, &mut form, draft, profile);
        if !form.is_refused() && !draft {
            profile.steps_done.retain(|done| *done != step.id);
            profile.steps_done.push(step.id.clone());
        }
    };
    // A draft that comes too late must not stand above what was sent after it.
    let saved = save(&opened, if draft { 1 } else { TRIES }, &mut apply).await?;
    if draft {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if form.is_refused() {
        return Ok(page::step(&opened, &steps, step, &form));
    }
    keep_decision(&opened).await?;
    let before = form.fields().parsed(back::BEFORE).ok().flatten();
    let is_last = steps::open(&steps, Some(&saved.record)).is_none();
    Ok(match before.filter(|_| is_last) {
        Some(before) => back::changed(&opened, step, before).go().into_response(),
        None => next_place(&opened, &saved.record).go().into_response(),
    })
}

/// Once the last question is answered, what was decided upon is kept: then, and not when somebody looks at it. Over a gap
/// nothing is decided.
pub(super) async fn keep_decision(opened: &Opened) -> Result<(), Problem> {
    let (chart, protocol) = (opened.chart_left().await?, &opened.protocol);
    if let Some(decided) = decided::decide(protocol, &chart, &opened.now) {
        decided::keep(opened.app.store(), opened.by(), protocol, &chart, &decided).await?;
    }
    Ok(())
}

fn find<'s, 'p>(steps: &'s [Step<'p>], id: &str) -> Result<&'s Step<'p>, Problem> {
    steps::find(steps, id).ok_or(Problem::NotFound)
}

fn next_place(reader: &Reader, profile: &Profile) -> Href {
    let steps = steps::all(&reader.protocol, profile.setting);
    let open = steps::open(&steps, Some(profile));
    reader.to(open.map_or(To::Verdict, |step| To::Step(&step.id)))
}

/// What was answered before, as the fields of the form.
pub(super) fn known(step: &Step<'_>, profile: &Profile) -> Vec<(String, String)> {
    let answered = step.questions().flat_map(|question| answered(question, profile));
    own::fields(&step.kind, profile).into_iter().chain(answered).collect()
}

fn answered(question: &Question, profile: &Profile) -> Vec<(String, String)> {
    let kept = profile.answers.get(&question.id);
    let given = kept.and_then(|kept| Given::of_record(question, kept));
    given.map(|given| given::fields(&given, question)).unwrap_or_default()
}

/// Takes the answers of a form into the profile, and notes what is wrong with the rest.
fn take(reader: &Reader, step: &Step<'_>, form: &mut Form, draft: bool, profile: &mut Profile) {
    let today = reader.now.date();
    if !matches!(step.kind, Kind::Ask(_)) {
        return own::read(&step.kind, form, profile, today);
    }
    let sheet = Answering { fields: form.fields(), today, born: profile.born };
    let lines = Lines::read(&sheet, step.questions());
    let pressed = match form.text(page::GO) {
        _ if draft => Pressed::Draft,
        page::NONE => Pressed::None,
        _ => Pressed::On,
    };
    let unseen = unseen::unseen(step, profile, form.fields());
    let elsewhere = (!unseen.is_empty() && !draft).then_some("screening-said-elsewhere");
    let unclear = elsewhere.or_else(|| lines.unclear(pressed));
    let pressed = if unclear.is_some() { Pressed::Draft } else { pressed };
    let stays = |question: &Question| unseen.iter().any(|one| one.id == question.id);
    lines.take(&mut profile.answers, pressed, stays);
    form.note(lines.faults());
    if let Some(unclear) = unclear {
        form.refuse(page::GO, unclear);
        form.add(unseen.into_iter().flat_map(|question| answered(question, profile)));
    }
}

/// Changes the profile.
async fn save(
    opened: &Opened,
    tries: usize,
    apply: &mut impl FnMut(&mut Profile),
) -> Result<Entry<Profile>, Problem> {
    let store = opened.app.store();
    let mut before = opened.person.clone();
    for _ in 0..tries {
        let mut profile = before.record.clone();
        apply(&mut profile);
        if profile == before.record {
            return Ok(before);
        }
        match store.change_person(opened.by(), &before, profile).await {
            Err(store::Error::Stale) => {
                let fresh = store.find_person(before.id).await?;
                before = fresh.ok_or(Problem::NotFound)?;
            }
            other => return Ok(other?),
        }
    }
    Err(Problem::Stale)
}
