//! The check-in: how the skin is now; kept with the moment, judged on the page.

use axum::response::{IntoResponse, Redirect, Response};
use care::words::Level;
use chart::today::checkin::{Refused, evening_of, is_fresh, keep_checkin, take_back};
use maud::{Markup, html};
use store::CheckInId;
use store::records::CheckIn;

use super::form::{self, Asked};
use super::now::Now;
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look, button, button_as, card, fold, hidden};

/// `POST /today/checkin`
pub(crate) async fn check_in(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let chart = opened.chart_left().await?;
    if chart.story.last_done(opened.at()).is_none() {
        return Err(Refused::NoSession.into());
    }
    let Some(seen) = form::read(&mut form) else {
        return super::shown(&opened, None, &form).await;
    };
    let id = form.id(opened.at());
    keep_checkin(opened.app.store(), opened.by(), &chart, (id, seen)).await?;
    Ok(Redirect::to(&opened.to(To::Today)).into_response())
}

/// `POST /today/checkin/{id}/undo`: the last check-in is taken back.
pub(crate) async fn undo(opened: Opened, Path(id): Path<CheckInId>) -> Result<Response, Problem> {
    take_back(opened.app.store(), opened.by(), opened.person.id, id).await?;
    Ok(Redirect::to(&opened.to(To::Today)).into_response())
}

/// "Saved", with a way back, for a while after a check-in.
pub(super) fn undo_bar(now: &Now<'_>) -> Markup {
    let say = &now.reader.say;
    let fresh = now.checkins.last().filter(|entry| is_fresh(&entry.record, now.reader.at()));
    html! {
        @if let Some(entry) = fresh {
            (ui::undo(&say.text("today-checked-in"), &now.reader.to(To::CheckInUndo(entry.id)), &say.text("today-undo")))
        }
    }
}

/// The form. Nothing in it is chosen beforehand: what nobody says is not known, and never healed.
pub(super) fn form(now: &Now<'_>, form: &Form) -> Markup {
    let dark = now.session.marks_easily();
    let word = asked(now).or_else(|| evening(now));
    sheet(now.reader, word, &Asked { form, last: now.latest(), dark, folded: true })
}

/// The form where it is due; one that was filled in a while ago, and said nothing to worry about, steps back.
pub(super) fn due(now: &Now<'_>, typed: &Form) -> Markup {
    let say = &now.reader.say;
    let later = now.triage.next_checkin.as_ref().is_some_and(|next| *next > now.reader.now);
    let calm = now.triage.level == Level::Expected && now.latest().is_some();
    if !later || !calm || typed.is_refused() {
        return form(now, typed);
    }
    let (title, gist) = (say.text("today-check-in-again"), say.text("today-check-in-again-gist"));
    let dark = now.session.marks_easily();
    let asked = Asked { form: typed, last: now.latest(), dark, folded: true };
    html! { div.check-in id="check-in" { (fold(&title, &gist, &sent(now.reader, evening(now), &asked), false)) } }
}

/// The same of whom nothing is known but what is asked, with a kind word above it or none.
pub(super) fn sheet(reader: &Reader, word: Option<String>, asked: &Asked<'_>) -> Markup {
    let title = reader.say.text("today-check-in");
    html! { div.check-in id="check-in" { (card(&title, &sent(reader, word, asked))) } }
}

/// The form itself.
fn sent(reader: &Reader, word: Option<String>, asked: &Asked<'_>) -> Markup {
    let say = &reader.say;
    let id = asked.form.id::<CheckIn>(reader.at()).to_string();
    let save = say.text("today-check-in-save");
    html! {
        @if let Some(word) = word { p { (word) } }
        form method="post" action=(reader.to(To::CheckIn)) {
            (hidden("id", &id))
            // Enter in a form presses its first button: that is Save, never "nothing".
            button.hidden type="submit" tabindex="-1" aria-hidden="true" { (save) }
            @if !asked.folded { p { a href={ "#" (form::WARNING_SIGNS) } { (say.text("today-to-flags")) } } }
            div.clear-skin {
                (button_as(Look::Secondary, Some(Icon::Healing), &say.text("today-clear"), "clear", "all"))
                p.hint { (say.text("today-clear-hint")) }
            }
            (form::shape(reader, asked))
            (button(Look::Primary, Some(Icon::Done), &save))
        }
    }
}

/// To which evening it is counted, where that is not the day on the calendar.
fn evening(now: &Now<'_>) -> Option<String> {
    let say = &now.reader.say;
    let day = evening_of(now.chart, now.reader.at())?;
    Some(say.with("today-evening", &[("day", say.day(day).into())]))
}

/// A day without a check-in is no failure.
fn asked(now: &Now<'_>) -> Option<String> {
    let say = &now.reader.say;
    let today = now.reader.now.date();
    let days = |entry: &&store::Entry<CheckIn>| say.zoned(entry.record.at, &now.reader.now).date();
    let recent = now.checkins.iter().map(days).max();
    let yesterday = today.yesterday().ok()?;
    match recent {
        None if now.care.day == 0 => Some(say.text("today-check-in-first")),
        Some(day) if day >= yesterday => None,
        _ if now.is_over() => None,
        _ => Some(say.text("today-check-in-yesterday")),
    }
}
