//! What a check-in asks: six signs of which none is chosen beforehand, warning signs, a note. Read once, or shown again as
//! it was typed.

use care::protocol::rows::FlagRow;
use care::words::{Flag, FlagGroup, Sign, Word as _};
use chart::today::checkin::Seen;
use maud::{Markup, html};
use store::records::{CheckIn, Scores};

use crate::fields::Fields;
use crate::form::{Form, Wrong, read, show};
use crate::frame::Reader;
use crate::ui::{Scale, disclosure, scale, tick, ticks};

/// The highest score.
const MOST: u8 = 10;

/// The place of the warning signs on the page.
pub(super) const WARNING_SIGNS: &str = "warning-signs";

/// The name under which it is told what is wrong with the scores, or with all of them together.
pub(crate) const SCORES: &str = "scores";

/// Reads the form; `None` if something is wrong with it, which the form then says.
pub(crate) fn read(form: &mut Form) -> Option<Seen> {
    let signs = form.read(SCORES, |fields, _| scores(fields));
    // A warning sign that is not known may not get lost.
    let flags = form.read("flags", read::words::<Flag>);
    let note = form.read("note", read::note);
    let (signs, flags) = (signs?, flags?);
    let signs = match form.text("clear") == "all" {
        true => form.take(SCORES, clear(&signs, &flags))?,
        false => signs,
    };
    Some(Seen { signs, flags, note: note? })
}

/// "Nothing to see or feel" was pressed: then nothing may be marked.
fn clear(signs: &Scores, flags: &[Flag]) -> Result<Scores, Wrong> {
    if !flags.is_empty() || signs.values().any(|score| *score > 0) {
        return Err("today-which".into());
    }
    Ok(Sign::ALL.iter().map(|sign| (*sign, 0)).collect())
}

/// Scores 0 to 10 by sign; of a sign left out nothing is known.
pub(crate) fn scores(fields: &Fields) -> Result<Scores, Wrong> {
    let score = read::number(0..=MOST, "today-scores-wrong");
    let of =
        |sign: &Sign| Some(score(fields, sign.word()).transpose()?.map(|score| (*sign, score)));
    Sign::ALL.iter().filter_map(of).collect()
}

/// The fields of a check-in as it is kept, to be corrected.
pub(crate) fn fields(kept: &CheckIn) -> Fields {
    let scores = kept.signs.iter().map(|(sign, score)| (sign.word().to_owned(), score.to_string()));
    let flags = kept.flags.iter().map(|flag| ("flags".to_owned(), flag.word().to_owned()));
    let note = kept.note.iter().map(|note| ("note".to_owned(), note.to_string()));
    Fields::of(scores.chain(flags).chain(note))
}

/// What is asked.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// What stands in the form, and what is wrong with it.
    pub form: &'a Form,
    /// The check-in before, whose scores are told and never chosen.
    pub last: Option<&'a CheckIn>,
    /// Whether the skin may be brown or black, where redness looks otherwise.
    pub dark: bool,
    /// Whether scores and warning signs open on demand, where the page has more to say.
    pub folded: bool,
}

/// The signs, warning signs and the note, with what is wrong with the scores above them.
pub(crate) fn shape(reader: &Reader, asked: &Asked<'_>) -> Markup {
    let (say, form) = (&reader.say, asked.form);
    html! {
        (show::problem_above(say, form, SCORES))
        @if asked.folded { (folds(reader, asked)) } @else {
            (scales(reader, asked))
            h3 id=(WARNING_SIGNS) { (say.text("today-flags")) }
            (flags(reader, form))
            (show::note(say, form, &say.text("today-note-add"), &say.text("today-note")))
        }
    }
}

/// Scores and warning signs, each opened by a tap; what was typed is seen at once.
fn folds(reader: &Reader, asked: &Asked<'_>) -> Markup {
    let (say, fields) = (&reader.say, asked.form.fields());
    let scored = Sign::ALL.iter().any(|sign| fields.has(sign.word()));
    let wrong = asked.form.is_refused();
    let noted = !asked.form.text("note").is_empty();
    let scored = scored || noted || wrong;
    let scores = html! {
        (scales(reader, asked))
        (show::note_field(say, asked.form, &say.text("today-note")))
    };
    html! {
        div {
            (disclosure(&say.text("today-score"), &scores, scored))
            div id=(WARNING_SIGNS) {
                (disclosure(&say.text("today-flags-open"), &flags(reader, asked.form), fields.has("flags") || wrong))
            }
        }
    }
}

/// The six signs, with what redness looks like on dark skin where the skin may be dark.
pub(crate) fn scales(reader: &Reader, asked: &Asked<'_>) -> Markup {
    html! {
        @if asked.dark { p.hint { (reader.protocol.texts().say("sign-redness.dark")) } }
        div.scales { @for sign in Sign::ALL { (score(reader, *sign, asked)) } }
    }
}

fn score(reader: &Reader, sign: Sign, asked: &Asked<'_>) -> Markup {
    let (say, word) = (&reader.say, sign.word());
    let last = asked.last.and_then(|last| last.signs.get(&sign));
    let last = last.map(|score| say.with("today-score-last", &[("score", (*score).into())]));
    let name = reader.protocol.texts().say(&format!("sign-{word}"));
    let (low, high) = (say.text("today-score-none"), say.text("today-score-most"));
    let left_out = say.text("today-score-left-out");
    // A score that can't be is told above, and none is chosen for it.
    let chosen = asked.form.fields().has(word).then(|| asked.form.text(word));
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
fn flags(reader: &Reader, form: &Form) -> Markup {
    let texts = reader.protocol.texts();
    let ticked = |word: &str| form.fields().all("flags").any(|one| one == word);
    let one = |row: &FlagRow| {
        let word = row.id.word();
        tick("flags", word, &texts.say(&format!("flag-{word}")), None, ticked(word))
    };
    let group = |group: FlagGroup| {
        let rows = reader.protocol.rows().flag.iter().filter(|row| row.group == group);
        let all: Vec<Markup> = rows.map(one).collect();
        ticks(&texts.say(&format!("flag-group-{group}")), None, &all)
    };
    html! {
        p.hint { (reader.say.text("today-flags-hint")) }
        (show::problem_above(&reader.say, form, "flags"))
        @for one in FlagGroup::ALL { (group(*one)) }
    }
}
