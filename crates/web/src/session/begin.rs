//! The day's questions: what may have changed since last time; the session begins only if the answers allow it.

use axum::response::Response;
use chart::Chart;
use chart::screening::steps;
use chart::session::begin::{Refused, Said, begin_session};
use store::SessionId;
use store::records::Answers;

use super::ask::{changed, known, prefilled, read};
use super::{before, begun};
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{Tab, page_with};
use crate::problem::Problem;
use crate::to::To;
use crate::today::form::scores;

/// `GET /session/begin`
pub(crate) async fn again(opened: Opened) -> Result<Response, Problem> {
    if is_open(&opened) {
        return Ok(begun::to(&opened.to(To::Screening)));
    }
    let chart = opened.chart().await?;
    Ok(self::opened(&opened, &chart))
}

/// The page as it stands for the last answers.
pub(super) fn opened(reader: &Reader, chart: &Chart) -> Response {
    page(reader, chart, &Form::new(prefilled(reader, &known(reader, chart))))
}

/// `POST /session/begin`
pub(crate) async fn begin(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    if is_open(&opened) {
        return Ok(begun::to(&opened.to(To::Screening)));
    }
    let chart = opened.chart().await?;
    let given = given(&opened, &chart, &mut form);
    let before = form.read(before::FIELD, |fields, _| scores(fields));
    let (Some(given), Some(before)) = (given, before) else {
        return Ok(page(&opened, &chart, &form));
    };
    let id = form.id_of("session", opened.at());
    decide(&opened, chart, (id, Said { given, before })).await
}

/// What the page says has changed.
fn given(reader: &Reader, chart: &Chart, form: &mut Form) -> Option<Answers> {
    let known = known(reader, chart);
    match form.text("go") {
        "same" if !changed(reader, &known, form.fields()) => Some(Answers::new()),
        "same" => {
            // Pressed beside a changed answer it could mean either: nobody may lose a "yes" by the wrong button.
            form.refuse("go", "session-again-unclear");
            None
        }
        _ => read(reader, chart, &known, form),
    }
}

/// Whether something was never asked: that is done in the screening, and not taken for unchanged here.
fn is_open(reader: &Reader) -> bool {
    let person = &reader.person.record;
    steps::open(&steps::all(&reader.protocol, person.setting), Some(person)).is_some()
}

/// The page with what was typed.
pub(super) fn page(reader: &Reader, chart: &Chart, form: &Form) -> Response {
    let first = before::is_asked(chart);
    let title = form.titled(&reader.say, &reader.say.text("session-again-title"));
    let body = super::page::ask::page(reader, form, first);
    form.answer(page_with(reader, Tab::None, &title, &body, &["lines.js"]))
}

/// Begins the session under this id if the day's answers and the record allow it; if they don't, the door says why.
async fn decide(
    opened: &Opened,
    chart: Chart,
    (id, said): (SessionId, Said),
) -> Result<Response, Problem> {
    let store = opened.app.store();
    match begin_session(store, opened.by(), &opened.protocol, chart, &opened.now, (id, said)).await
    {
        Ok(()) => Ok(begun::to(&opened.to(To::SessionPrepare(id)))),
        Err(Refused::UnderWay(begun)) => Ok(begun::to(&opened.to(To::SessionPrepare(begun)))),
        Err(Refused::NoPlan | Refused::Locked) => Ok(begun::to(&opened.to(To::SessionStart))),
        Err(Refused::Record(error)) => Err(error.into()),
    }
}
