//! The sheet of a record: filled in as far as it is known, to be mended and kept.

use care::words::{Area, DeviceKind, Word as _};
use maud::{Markup, html};
use store::SessionId;

use super::super::form::DIRECTIONS;
use super::super::record::TWICE;
use super::super::roll::MOST_PASSES;
use super::super::zones;
use super::area;
use crate::form::{Form, show};
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Look, Notice, Zone, button, disclosure, field, hidden, notice, page_header,
    select, tick, ticks, yes_no,
};

/// The sheet and what is wrong with it; one that is kept nowhere is a session that was done without the guide.
pub(in crate::session) struct Sheet<'a> {
    pub form: &'a Form,
    /// Which session is mended, and which version of it this is drawn upon.
    pub kept: Option<(SessionId, i64)>,
}

impl Sheet<'_> {
    fn text(&self, name: &str) -> &str {
        self.form.text(name)
    }
}

pub(in crate::session) fn page(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let say = &reader.say;
    let (back, under) = (say.text("session-title"), say.text("session-record-under"));
    let action =
        sheet.kept.map_or(reader.to(To::SessionNew), |(id, _)| reader.to(To::SessionRecord(id)));
    // A new session gets its id with the form, so that sending it twice keeps it once.
    let id = sheet.form.id::<store::Session>(reader.at()).to_string();
    html! {
        (page_header(&say.text("session-record-title"), Some((&reader.to(To::SessionStart), &back)), Some(&under)))
        @if sheet.form.is_refused() { (notice(Notice::Problem, &say.text("session-record-wrong"))) }
        form method="post" action=(action) {
            @match sheet.kept {
                None => (hidden("id", &id)),
                Some((_, version)) => (show::upon(say, sheet.form, &version.to_string())),
            }
            // Asked once: whoever sends it again has said that it is another one.
            @if sheet.form.wrong_fields().eq(["at"]) && sheet.form.told_by("session-twice") { (hidden(TWICE, "yes")) }
            (line(reader, sheet, "at", Input::DateTime, true))
            (rolled(reader, sheet))
            (areas(reader, sheet))
            (line(reader, sheet, "length", Input::Number("0.05", "3", "0.01", &say.text("session-unit-mm")), true))
            @if zones_of(sheet).is_empty() {
                (line(reader, sheet, "passes", Input::Number("1", &MOST_PASSES.to_string(), "1", ""), false))
            }
            (rows(reader, sheet))
            (device(reader, sheet))
            (show::note_field(say, sheet.form, &say.text("session-note")))
            (button(Look::Primary, Some(Icon::Done), &say.text("save")))
        }
    }
}

fn line(
    reader: &Reader,
    sheet: &Sheet<'_>,
    name: &str,
    input: Input<'_>,
    required: bool,
) -> Markup {
    let say = &reader.say;
    let problem = sheet.form.told(say, name);
    field(&Field {
        name,
        label: &say.text(&format!("session-{name}")),
        hint: None,
        value: sheet.text(name),
        problem: problem.as_deref(),
        required,
        input,
    })
}

/// The zones that the record has by themselves.
fn zones_of(sheet: &Sheet<'_>) -> Vec<Zone> {
    let all = Zone::ALL.iter().copied();
    all.filter(|zone| sheet.form.fields().has(&zones::field(*zone))).collect()
}

/// Zone by zone, as it was rolled: 0 is a part that was left out.
fn rolled(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let (say, all) = (&reader.say, zones_of(sheet));
    if all.is_empty() {
        return html! {};
    }
    let most = MOST_PASSES.to_string();
    let problem = sheet.form.told(say, "zones");
    let one = |zone: &Zone| {
        let (name, label) = (zones::field(*zone), zones::word(say, *zone));
        let value = sheet.text(&name);
        let wrong = problem.as_deref().filter(|_| {
            value.parse::<u16>().is_ok_and(|n| n > MOST_PASSES)
                || value.parse::<u16>().is_err() && !value.is_empty()
        });
        field(&Field {
            name: &name,
            label: &label,
            hint: None,
            value,
            problem: wrong,
            required: false,
            input: Input::Number("0", &most, "1", ""),
        })
    };
    html! {
        fieldset.zones {
            legend { (say.text("session-zones")) }
            p.hint { (say.text("session-zones-what")) }
            div.pair { @for zone in &all { (one(zone)) } }
        }
    }
}

/// The areas that were treated; those nobody named before stay out of the way, and those told zone by zone above.
fn areas(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let say = &reader.say;
    let ticked = |one: Area| sheet.form.fields().all("areas").any(|word| word == one.word());
    let usual = |one: &&Area| reader.person.record.areas.contains(one) || ticked(**one);
    let one = |one: &Area| tick("areas", one.word(), &area(reader, *one), None, ticked(*one));
    let by_zones = zones_of(sheet);
    let all = || Area::ALL.iter().filter(|one| by_zones.iter().all(|zone| zone.area() != **one));
    let first: Vec<Markup> = all().filter(usual).map(one).collect();
    let others: Vec<Markup> = all().filter(|one| !usual(one)).map(one).collect();
    let more = html! { div.tick-list { @for other in &others { (other) } } };
    let problem = sheet.form.told(say, "areas");
    html! {
        @if !first.is_empty() || problem.is_some() {
            (ticks(&say.text("session-areas"), problem.as_deref(), &first))
        }
        (disclosure(&say.text("session-areas-more"), &more, first.is_empty() && by_zones.is_empty()))
    }
}

fn rows(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let say = &reader.say;
    let counts = DIRECTIONS.map(|count| count.to_string());
    let words =
        DIRECTIONS.map(|count| say.with("session-directions-short", &[("n", count.into())]));
    let options: Vec<(&str, &str)> =
        counts.iter().zip(&words).map(|(count, word)| (count.as_str(), word.as_str())).collect();
    let (yes, no) = (say.text("yes"), say.text("no"));
    let used = [("yes", yes.as_str()), ("no", no.as_str())];
    html! {
        (show::problem_above(say, sheet.form, "directions"))
        (yes_no("directions", &say.text("session-directions-rolled"), None, &options, sheet.form.fields().text("directions")))
        (show::problem_above(say, sheet.form, "anaesthetic"))
        (yes_no("anaesthetic", &say.text("session-anaesthetic"), None, &used, sheet.form.fields().text("anaesthetic")))
    }
}

fn device(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let kind = |kind: &DeviceKind| {
        (kind.word().to_owned(), texts.say(&format!("device-{kind}")).into_owned())
    };
    let mut options = vec![(String::new(), say.text("session-device-none"))];
    options.extend(DeviceKind::ALL.iter().map(kind));
    let input = Input::Number("1", "2000", "1", "");
    html! {
        (show::problem_above(say, sheet.form, "device"))
        (select("device", &say.text("session-device"), &options, sheet.text("device")))
        (line(reader, sheet, "needles", input, false))
    }
}
