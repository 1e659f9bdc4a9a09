//! What a check-in asks: six signs of which none is chosen beforehand, warning signs, a note. Read once, or shown again as
//! it was typed.

use care::protocol::rows::FlagRow;
use care::words::{Flag, FlagGroup, Sign, Word as _};
use chart::today::checkin::Seen;
use maud::{Markup, html};
use store::records::{CheckIn, Scores};

use crate::fields::Fields;
use crate::ui::{self, MOST_LETTERS, Notice, Scale, notice, scale, tick, ticks};
use crate::visit::Owner;

/// The highest score.
const MOST: u8 = 10;

/// Why a check-in is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A score is no whole number from 0 to 10, or a warning sign is not known.
    Scores,
    /// "Nothing to see or feel" was pressed, and something is marked.
    Which,
    /// The note has too many letters.
    Note,
    /// A correction does not say why.
    Reason,
}

/// Reads the form.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn read(fields: &Fields) -> Result<Seen, Fault> {
    let (Some(mut signs), Some(flags)) = (scores(fields), flagged(fields)) else {
        return Err(Fault::Scores);
    };
    if fields.text("clear") == Some("all") {
        if !flags.is_empty() || signs.values().any(|score| *score > 0) {
            return Err(Fault::Which);
        }
        signs = Sign::ALL.iter().map(|sign| (*sign, 0)).collect();
    }
    // A line break counts as one letter here, as it does in the browser.
    let note = fields.text("note").map(|note| note.replace("\r\n", "\n"));
    match note.as_ref().is_some_and(|note| note.chars().count() > MOST_LETTERS) {
        true => Err(Fault::Note),
        false => Ok(Seen { signs, flags, note }),
    }
}

/// Scores 0 to 10 by sign; of a sign left out nothing is known. `None` if one is no such number.
pub(crate) fn scores(fields: &Fields) -> Option<Scores> {
    let mut scores = Scores::new();
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

/// The fields of a check-in as it is kept, to be corrected.
pub(crate) fn fields(kept: &CheckIn) -> Fields {
    let scores = kept.signs.iter().map(|(sign, score)| (sign.word().to_owned(), score.to_string()));
    let flags = kept.flags.iter().map(|flag| ("flags".to_owned(), flag.word().to_owned()));
    let note = kept.note.iter().map(|note| ("note".to_owned(), note.clone()));
    Fields::of(scores.chain(flags).chain(note))
}

/// What is asked.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// What stands in the form, if something does.
    pub typed: Option<&'a Fields>,
    /// What is wrong with it.
    pub fault: Option<Fault>,
    /// The check-in before, whose scores are told and never chosen.
    pub last: Option<&'a CheckIn>,
    /// Whether the skin may be brown or black, where redness looks otherwise.
    pub dark: bool,
}

/// The signs, warning signs and the note, with what is wrong above them.
pub(crate) fn shape(owner: &Owner, asked: &Asked<'_>) -> Markup {
    let say = &owner.say;
    let told = match asked.fault {
        Some(Fault::Scores) => Some("today-scores-wrong"),
        Some(Fault::Which) => Some("today-which"),
        // These are told beside their fields.
        Some(Fault::Note | Fault::Reason) | None => None,
    };
    html! {
        @if let Some(key) = told { (notice(Notice::Problem, &say.text(key))) }
        (scales(owner, asked))
        (flags(owner, asked.typed))
        (note(owner, asked))
    }
}

/// The six signs, with what redness looks like on dark skin where the skin may be dark.
pub(crate) fn scales(owner: &Owner, asked: &Asked<'_>) -> Markup {
    html! {
        @if asked.dark { p.hint { (owner.protocol.texts().say("sign-redness.dark")) } }
        div.scales { @for sign in Sign::ALL { (score(owner, *sign, asked)) } }
    }
}

fn score(owner: &Owner, sign: Sign, asked: &Asked<'_>) -> Markup {
    let (say, word) = (&owner.say, sign.word());
    let last = asked.last.and_then(|last| last.signs.get(&sign));
    let last = last.map(|score| say.with("today-score-last", &[("score", (*score).into())]));
    let name = owner.protocol.texts().say(&format!("sign-{word}"));
    let (low, high) = (say.text("today-score-none"), say.text("today-score-most"));
    let left_out = say.text("today-score-left-out");
    // A score that can't be is told above, and none is chosen for it.
    let chosen = asked.typed.filter(|fields| fields.has(word));
    let chosen = chosen.map(|fields| fields.text(word).unwrap_or_default());
    scale(&Scale {
        name: word,
        legend: &name,
        last: last.as_deref(),
        chosen,
        ends: (&low, &high),
        left_out: &left_out,
    })
}

/// Warning signs in their groups, the most dangerous first.
fn flags(owner: &Owner, typed: Option<&Fields>) -> Markup {
    let texts = owner.protocol.texts();
    let ticked =
        |word: &str| typed.is_some_and(|fields| fields.all("flags").any(|one| one == word));
    let one = |row: &FlagRow| {
        let word = row.id.word();
        tick("flags", word, &texts.say(&format!("flag-{word}")), None, ticked(word))
    };
    let group = |group: FlagGroup| {
        let rows = owner.protocol.rows().flag.iter().filter(|row| row.group == group);
        let all: Vec<Markup> = rows.map(one).collect();
        ticks(&texts.say(&format!("flag-group-{group}")), None, &all)
    };
    html! {
        h3 id="warning-signs" { (owner.say.text("today-flags")) }
        p.hint { (owner.say.text("today-flags-hint")) }
        @for one in FlagGroup::ALL { (group(*one)) }
    }
}

fn note(owner: &Owner, asked: &Asked<'_>) -> Markup {
    let say = &owner.say;
    let value = asked.typed.and_then(|fields| fields.text("note")).unwrap_or_default();
    let n = value.replace("\r\n", "\n").chars().count();
    let long = say.with("note-too-long", &[("n", n.into())]);
    let problem = (asked.fault == Some(Fault::Note)).then_some(long.as_str());
    ui::note_with(&say.text("today-note-add"), &say.text("today-note"), value, problem)
}
