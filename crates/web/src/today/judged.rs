//! How the check-ins are judged, in plain words: how urgent, why, what to do, when to look again, and who says so.

use care::triage::{Reason, Triage, Why};
use care::words::{Level, Sign, Word as _};
use maud::{Markup, html};
use store::records::CheckIn;
use text::tell::advice::{self, Call};
use text::tell::reason::within;
use text::tell::sources::{by_id, doubts};

use crate::frame::Reader;
use crate::sources;
use crate::ui::{Notice, disclosure, level_banner, notice};

/// The answer. Before the first check-in after a session the form asks, unless something from before is urgent; and where
/// the last one said nothing, that is said and nothing else.
pub(super) fn judged(reader: &Reader, triage: &Triage<'_>, latest: Option<&CheckIn>) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    if latest.is_none() && triage.level <= Level::Watch {
        return html! {};
    }
    // Where nothing else is to be said, it is no warning.
    if let [Reason { why: Why::NothingSaid, .. }] = triage.reasons[..] {
        return notice(Notice::Info, &texts.say("triage-nothing-said"));
    }
    let seen =
        latest.map(|latest| say.near_moment(&say.zoned(latest.at, &reader.now), &reader.now));
    let seen = seen.map(|time| say.with("today-judged-at", &[("time", time.into())]));
    let left_out = latest.and_then(|latest| left_out(reader, latest));
    let sentence = texts.say(&format!("level-{}", triage.level.word()));
    let (why, who) = (why(reader, triage), who(reader, triage));
    if triage.level == Level::Expected {
        let body = html! {
            p.hint { (seen.unwrap_or_default()) " " (next(reader, triage)) }
            @if let Some(left_out) = &left_out { p.hint { (left_out) } }
            @if triage.unlocks_next { p { (say.text("today-healed")) } }
            (disclosure(&say.text("today-why"), &html! { (why) (who) }, false))
        };
        return html! { div.calm { (level_banner(triage.level, &sentence, &body)) } };
    }
    let left_out = left_out.filter(|_| triage.level < Level::Emergency);
    let body = html! {
        @if let Some(seen) = seen { p { small { (seen) } } }
        (why)
        @if let Some(left_out) = &left_out { p { (left_out) } }
        p { (next(reader, triage)) }
    };
    html! { (level_banner(triage.level, &sentence, &body)) (who) }
}

/// What was not answered, in one sentence; nothing where all was, or nothing at all.
pub(crate) fn left_out(reader: &Reader, checkin: &CheckIn) -> Option<String> {
    let say = &reader.say;
    let missing = Sign::ALL.iter().filter(|sign| !checkin.signs.contains_key(sign));
    let names: Vec<String> = missing.map(|sign| say.text(&within("sign", sign.word()))).collect();
    let some = !names.is_empty() && names.len() < Sign::ALL.len();
    let all = names.len() == Sign::ALL.len() && !checkin.flags.is_empty();
    (some || all).then(|| say.with("today-left-out", &[("names", say.list(names).into())]))
}

/// What to do, and why: whom to call comes first.
fn why(reader: &Reader, triage: &Triage<'_>) -> Markup {
    let advice = advice::advice(&reader.protocol, triage, reader.now.time_zone());
    html! {
        @if let Some(call) = &advice.call { p.call { (calling(call)) } }
        p { strong { (advice.action) } }
        div.prose { ul { @for point in &advice.points { li { (point.say()) } } } }
        @if let Some((call, signs)) = &advice.call_if {
            p { (calling(call)) }
            div.prose { ul { @for sign in signs { li { (sign) } } } }
        }
    }
}

/// The sentence as a link that dials, where the number is known.
fn calling(call: &Call) -> Markup {
    match &call.number {
        Some(number) => html! { a href={ "tel:" (number) } { strong { (call.sentence) } } },
        None => html! { strong { (call.sentence) } },
    }
}

/// When the next check-in is due; one that is due already asks kindly. In an emergency nothing else is due.
fn next(reader: &Reader, triage: &Triage<'_>) -> String {
    let say = &reader.say;
    let next = triage.next_checkin.as_ref();
    match next.filter(|_| triage.level < Level::Emergency) {
        Some(next) if *next > reader.now => {
            let there = next.with_time_zone(reader.now.time_zone().clone());
            say.with("today-look-again", &[("time", say.near_moment(&there, &reader.now).into())])
        }
        Some(_) => say.text("today-look-now"),
        None => String::new(),
    }
}

fn who(reader: &Reader, triage: &Triage<'_>) -> Markup {
    let say = &reader.say;
    let reasons = &triage.reasons;
    let sources = by_id(reasons.iter().map(Reason::evidence));
    let doubts =
        reasons.iter().flat_map(|reason| doubts(say, &evidence_key(reason), reason.evidence()));
    let mut doubts: Vec<String> = doubts.collect();
    doubts.dedup();
    sources::who(reader, &sources, &doubts)
}

/// The name of the text whose doubts belong to a reason.
fn evidence_key(reason: &Reason<'_>) -> String {
    match reason.why {
        Why::Above { seen, .. }
        | Why::FarAbove { seen, .. }
        | Why::Rising { seen, .. }
        | Why::Lasting { seen, .. }
        | Why::Sudden { seen, .. } => format!("sign-{}", seen.sign.word()),
        Why::Flag(row) | Why::Lingers(row) => format!("flag-{}", row.id.word()),
        Why::InfectionWithFever
        | Why::Raised
        | Why::NoneYet
        | Why::NothingSaid
        | Why::Unscored
        | Why::Beyond { .. }
        | Why::Strong { .. }
        | Why::Fine { .. } => "triage".into(),
    }
}
