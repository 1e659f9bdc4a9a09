//! The warning signs that are open, each with what a clinician said of it, or the question whether somebody has looked.

use care::standing::Standing;
use care::triage::Open;
use care::words::Word as _;
use chart::Chart;
use maud::{Markup, html};

use crate::clearance::{Back, Beside, beside};
use crate::frame::Reader;
use crate::ui::card;

/// All that are open.
pub(super) fn open(reader: &Reader, chart: &Chart, open: &[Open<'_>]) -> Markup {
    html! { @for sign in open { (one(reader, chart, sign, Back::Today)) } }
}

/// One warning sign, if it is open now.
pub(crate) fn if_open(
    reader: &Reader,
    chart: &Chart,
    standing: &Standing<'_>,
    flag: care::words::Flag,
    back: Back,
) -> Markup {
    let found = standing.open().iter().find(|open| open.row.id == flag);
    html! { @if let Some(sign) = found { (one(reader, chart, sign, back)) } }
}

fn one(reader: &Reader, chart: &Chart, sign: &Open<'_>, back: Back) -> Markup {
    let (say, word) = (&reader.say, sign.row.id.word());
    let name = reader.protocol.texts().say(&format!("flag-{word}"));
    let at = sign.last.with_time_zone(reader.now.time_zone().clone());
    let last = [("day", say.near_day(at.date(), reader.now.date()).into())];
    let seen = say.with(if sign.current { "today-sign-last" } else { "today-sign-gone" }, &last);
    let said =
        Beside { about: word, heard: &chart.story.clearances, counts: sign.seen, asks: true, back };
    let body = html! {
        p.quiet { (seen) }
        @if sign.is_unseen() { p { strong { (say.text("today-sign-ask")) } } }
        (beside(reader, &said))
    };
    card(&name, &body)
}
