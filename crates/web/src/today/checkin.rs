//! The check-in: how the skin is now, in sliders and ticks; kept with the moment, judged on the page.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use care::words::{Flag, Sign, Word as _};
use chart::today::checkin::{Refused, Seen, is_fresh, keep_checkin, take_back};
use maud::{Markup, html};
use store::Id;
use store::records::CheckIn;

use super::now::Now;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::ui::{self, Icon, Look, Notice, button, card, hidden, notice, slider, tick, ticks};
use crate::visit::Owner;

/// The highest score.
const MOST: u8 = 10;
/// The most letters that a note keeps.
const MOST_LETTERS: usize = 4000;

/// `POST /today/checkin`
pub(crate) async fn check_in(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    if chart.story.last_done(owner.app.now()).is_none() {
        return Err(Refused::NoSession.into());
    }
    let (Some(signs), Some(flags)) = (scores(&fields), flagged(&fields)) else {
        return super::shown(&owner, Sign::Redness, Some(&fields)).await;
    };
    let note = fields.text("note").map(|note| note.chars().take(MOST_LETTERS).collect());
    // The id came with the form, so sending it twice keeps one check-in.
    let id = fields.parsed::<Id>("id").ok().flatten().unwrap_or(Id::new(owner.app.now()));
    let seen = Seen { signs, flags, note };
    keep_checkin(owner.app.store(), owner.by(), &chart, (id, seen)).await?;
    Ok(Redirect::to("/today").into_response())
}

/// Scores 0 to 10 by sign; of a sign left out nothing is known. `None` if one is no such number.
fn scores(fields: &Fields) -> Option<BTreeMap<Sign, u8>> {
    let mut scores = BTreeMap::new();
    for sign in Sign::ALL {
        match fields.parsed::<u8>(sign.word()).ok()? {
            Some(score) if score > MOST => return None,
            Some(score) => _ = scores.insert(*sign, score),
            None => {}
        }
    }
    Some(scores)
}

/// The warning signs that were ticked; `None` if one is not known, since none may get lost.
fn flagged(fields: &Fields) -> Option<Vec<Flag>> {
    fields.all("flags").map(Flag::find).collect()
}

/// `POST /today/checkin/{id}/undo`: the last check-in is taken back.
pub(crate) async fn undo(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    take_back(owner.app.store(), owner.by(), owner.person.id, id).await?;
    Ok(Redirect::to("/today").into_response())
}

/// "Saved", with a way back, for a while after a check-in.
pub(super) fn undo_bar(now: &Now<'_>) -> Markup {
    let say = &now.owner.say;
    let fresh = now.checkins.last().filter(|entry| is_fresh(&entry.record, now.owner.app.now()));
    html! {
        @if let Some(entry) = fresh {
            (ui::undo(&say.text("today-checked-in"), &format!("/today/checkin/{}/undo", entry.id), &say.text("today-undo")))
        }
    }
}

/// The form. It starts from the last check-in, so that a hasty tap says "as before" and not "all gone".
pub(super) fn form(now: &Now<'_>, typed: Option<&Fields>) -> Markup {
    let say = &now.owner.say;
    let id = typed.and_then(|fields| fields.text("id")).map(str::to_owned);
    let id = id.unwrap_or_else(|| Id::new(now.owner.app.now()).to_string());
    let body = html! {
        @if typed.is_some() { (notice(Notice::Problem, &say.text("today-scores-wrong"))) }
        @if let Some(asked) = asked(now) { p { (asked) } }
        form method="post" action="/today/checkin" {
            (hidden("id", &id))
            div.sliders { @for sign in Sign::ALL { (score(now, *sign, typed)) } }
            (flags(now, typed))
            (note(now, typed))
            (button(Look::Primary, Some(Icon::Done), &say.text("today-check-in-save")))
        }
    };
    html! { div.check-in id="check-in" { (card(&say.text("today-check-in"), &body)) } }
}

/// A day without a check-in is no failure.
fn asked(now: &Now<'_>) -> Option<String> {
    let say = &now.owner.say;
    let today = now.owner.now.date();
    let days = |entry: &&store::Entry<CheckIn>| say.zoned(entry.record.at, &now.owner.now).date();
    let recent = now.checkins.iter().map(days).max();
    let yesterday = today.yesterday().ok()?;
    match recent {
        None if now.care.day == 0 => Some(say.text("today-check-in-first")),
        Some(day) if day >= yesterday => None,
        _ if now.is_over() => None,
        _ => Some(say.text("today-check-in-yesterday")),
    }
}

fn score(now: &Now<'_>, sign: Sign, typed: Option<&Fields>) -> Markup {
    let (say, word) = (&now.owner.say, sign.word());
    let before = now.latest().and_then(|latest| latest.signs.get(&sign).copied());
    let value = match typed {
        Some(fields) => fields.parsed::<u8>(word).ok().flatten().filter(|score| *score <= MOST),
        None => before,
    };
    let name = now.owner.protocol.texts().say(&format!("sign-{word}"));
    let (low, high) = (say.text("today-score-none"), say.text("today-score-most"));
    slider(word, &name, value.unwrap_or_default(), &low, &high)
}

/// Warning signs, the most urgent first.
fn flags(now: &Now<'_>, typed: Option<&Fields>) -> Markup {
    let texts = now.owner.protocol.texts();
    let mut rows: Vec<_> = now.owner.protocol.rows().flag.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.level));
    let ticked =
        |word: &str| typed.is_some_and(|fields| fields.all("flags").any(|one| one == word));
    let one = |row: &&care::protocol::rows::FlagRow| {
        let word = row.id.word();
        tick("flags", word, &texts.say(&format!("flag-{word}")), None, ticked(word))
    };
    let all: Vec<Markup> = rows.iter().map(one).collect();
    let hint = now.owner.say.text("today-flags-hint");
    ticks(&now.owner.say.text("today-flags"), Some(&hint), &all)
}

fn note(now: &Now<'_>, typed: Option<&Fields>) -> Markup {
    let label = now.owner.say.text("today-note");
    let value = typed.and_then(|fields| fields.text("note")).unwrap_or_default();
    ui::note(&now.owner.say.text("today-note-add"), &label, value)
}
