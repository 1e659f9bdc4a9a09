//! A session that is over.

use care::words::{DeviceKind, Setting};
use chart::session::zones;
use chart::story::{Story, session_of, zone_of};
use jiff::civil::Date;
use maud::{Markup, html};
use store::records::{Done, Session};
use store::{Entry, SessionId};

use super::super::zones::word;
use super::roll::dose;
use super::{area, mm, one_button};
use crate::frame::Reader;
use crate::log::signs_of;
use crate::sources;
use crate::to::To;
use crate::ui::{
    Icon, Look, Notice, Zone, actions, card, disclosure, facts, link_button, notice, page_header,
    undo,
};

pub(in crate::session) fn page(
    reader: &Reader,
    story: &Story,
    entry: &Entry<Session>,
    saved: bool,
    rolled: &Markup,
) -> Markup {
    match &entry.record {
        Session::Done(done) => done_page(reader, story, (entry.id, done), saved, rolled),
        Session::Missed { on, reason, .. } | Session::Skipped { on, reason, .. } => {
            missed(reader, entry.id, *on, reason.as_deref())
        }
        // The handler leads to its next step instead.
        Session::Begun { .. } => html! {},
    }
}

/// Nothing is there any more, but it can come back.
pub(in crate::session) fn removed(reader: &Reader, id: SessionId) -> Markup {
    let (say, back) = (&reader.say, reader.say.text("tab-today"));
    let title = say.text("session-removed");
    html! {
        (page_header(&title, Some((&reader.to(To::Today), &back)), None))
        (undo(&say.text("session-removed-text"), &reader.to(To::SessionRestore(id)), &say.text("session-restore")))
    }
}

fn missed(reader: &Reader, id: SessionId, on: Date, reason: Option<&str>) -> Markup {
    let (say, back) = (&reader.say, reader.say.text("tab-today"));
    let day = say.near_day(on, reader.now.date());
    html! {
        (page_header(&say.text("session-missed"), Some((&reader.to(To::Today), &back)), Some(&say.date(on))))
        p { (say.with("session-missed-text", &[("day", day.into())])) }
        @if let Some(reason) = reason { blockquote { (reason) } }
        (actions(&[
            link_button(Look::Primary, None, &say.text("session-to-today"), &reader.to(To::Today)),
            link_button(Look::Quiet, Some(Icon::Note), &say.text("session-missed-record"), &reader.to(To::SessionRecord(id))),
        ]))
        (one_button(&reader.to(To::SessionRemove(id)), Look::Quiet, Icon::Remove, &say.text("session-remove"), None))
    }
}

fn done_page(
    reader: &Reader,
    story: &Story,
    (id, done): (SessionId, &Done),
    saved: bool,
    rolled: &Markup,
) -> Markup {
    let (say, back) = (&reader.say, reader.say.text("tab-log"));
    let n = story.done().iter().find(|one| one.id == id).map_or(0, |one| one.n);
    let title = say.with("session-past", &[("n", n.into())]);
    let at = done.at.to_zoned(zone_of(&done.zone));
    let when = say.date_time(&at);
    html! {
        (page_header(&title, Some((&reader.to(To::Log), &back)), Some(&when)))
        @if saved { (notice(Notice::Done, &say.text("session-saved"))) }
        (over_ceiling(reader, done))
        @if saved { (actions(&[link_button(Look::Primary, Some(Icon::Healing), &say.text("session-to-today"), &reader.to(To::Today))])) }
        (facts(&what(reader, done)))
        @if let Some(note) = done.note.as_deref() { (card(&say.text("session-note"), &html! { p { (note) } })) }
        (dose(reader, &zones::of(&done.areas), &done.zones, None))
        (rolled)
        (care_of_roller(reader, story, done, saved))
        div.actions {
            (link_button(Look::Secondary, Some(Icon::Edit), &say.text("session-edit"), &reader.to(To::SessionRecord(id))))
            (one_button(&reader.to(To::SessionRemove(id)), Look::Quiet, Icon::Remove, &say.text("session-remove"), None))
        }
    }
}

/// A true record is kept, and it says where needles were longer than they should be.
fn over_ceiling(reader: &Reader, done: &Done) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let kind = done.device.map_or(DeviceKind::Roller, |device| device.kind);
    let length = session_of(done).length;
    let ceilings = done.areas.iter().filter_map(|one| protocol.ceiling(done.setting, kind, *one));
    let Some(ceiling) = ceilings.min().filter(|ceiling| length > *ceiling) else {
        return html! {};
    };
    let words =
        [("length", mm(say, length.mm()).into()), ("ceiling", mm(say, ceiling.mm()).into())];
    notice(Notice::Problem, &say.with("session-over-ceiling", &words))
}

fn what(reader: &Reader, done: &Done) -> Vec<(String, Markup)> {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let areas: Vec<String> = done.areas.iter().map(|one| area(reader, *one)).collect();
    let fact = |key: &str, text: String| (say.text(key), html! { (text) });
    let mut all = vec![
        fact("session-areas", say.list(areas)),
        fact("session-length", mm(say, done.length_mm)),
    ];
    let differ = zones::range(&done.zones).filter(|(fewest, most)| fewest < most);
    all.extend(differ.map(|_| fact("session-zones", by_zones(reader, done))));
    let passes = done.passes.filter(|_| differ.is_none());
    all.extend(passes.map(|passes| fact("session-passes", passes.to_string())));
    all.extend(done.directions.map(|count| fact("session-directions-rolled", count.to_string())));
    let word = |used: bool| say.text(if used { "yes" } else { "no" });
    all.extend(done.anaesthetic.map(|used| fact("session-anaesthetic", word(used))));
    all.extend(done.device.map(|device| {
        fact("session-device", texts.say(&format!("device-{}", device.kind)).into_owned())
    }));
    all.extend(before(reader, done));
    all
}

/// How the skin was before it, if somebody said so.
fn before(reader: &Reader, done: &Done) -> Option<(String, Markup)> {
    let scored = reader.say.list(signs_of(&reader.say, &done.before));
    let clear = reader.say.text("session-before-clear");
    let said = if scored.is_empty() { clear } else { scored };
    (!done.before.is_empty()).then(|| (reader.say.text("session-before-said"), html! { (said) }))
}

/// "Left cheek, 8 passes; Right cheek, 4 passes"
fn by_zones(reader: &Reader, done: &Done) -> String {
    let say = &reader.say;
    let one = |(zone, n): (Zone, u16)| {
        let zone = word(say, zone);
        say.with("session-zone-rolled", &[("zone", zone.into()), ("n", n.into())])
    };
    let rolled = zones::each(&done.areas, &done.zones).into_iter().filter(|(_, n)| *n > 0);
    say.parts(rolled.map(one))
}

/// What to do with the roller now, how often it was used, and when it has had its time.
fn care_of_roller(reader: &Reader, story: &Story, done: &Done, open: bool) -> Markup {
    let pen = done.device.is_some_and(|device| device.kind == DeviceKind::Pen);
    if done.setting != Setting::Home || pen {
        return html! {};
    }
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let rows = reader.protocol.rows().roller_care.iter();
    let rows = rows.filter(|row| row.setting == Some(Setting::Home));
    let body = html! {
        @if let Some(used) = uses(reader, story) { p { (used) } }
        @for row in rows {
            @let key = format!("roller-care-{}", row.id);
            (disclosure(&texts.say(&key), &html! {
                p { (texts.say(&format!("{key}.do"))) }
                (sources::of(reader, &key, &row.evidence))
            }, false))
        }
    };
    disclosure(&say.text("session-roller-care"), &body, open)
}

fn uses(reader: &Reader, story: &Story) -> Option<String> {
    let device = reader.person.record.device?;
    let n = story.uses(&device).into();
    Some(match device.since {
        Some(since) => {
            let since = reader.say.date(since);
            reader.say.with("session-uses-since", &[("n", n), ("since", since.into())])
        }
        None => reader.say.with("session-uses", &[("n", n)]),
    })
}
