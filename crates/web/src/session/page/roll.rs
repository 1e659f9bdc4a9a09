//! Rolling: one zone at a time, with the chart, the directions and how many passes.

use care::programme::Programme;
use chart::session::begun::Begun;
use chart::session::zones::passes;
use maud::{Markup, html};

use super::super::roll::MOST_PASSES;
use super::super::zones;
use super::{mm, span, stop};
use crate::form::Form;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{
    Field, Figure, Icon, Input, Look, Seen, Zone, actions, bodychart, button, button_as,
    directions, field, hidden, link_button, progress, step_header,
};

/// Where the rolling is.
pub(in crate::session) struct Rolling<'a, 'p> {
    pub begun: &'a Begun,
    pub plan: &'a Programme<'p>,
    pub zones: &'a [Zone],
    /// The zone to roll now; none if all are done.
    pub now: Option<Zone>,
    /// What was typed, and what is wrong with it.
    pub form: &'a Form,
}

pub(in crate::session) fn page(reader: &Reader, rolling: &Rolling<'_, '_>) -> Markup {
    let (say, id) = (&reader.say, rolling.begun.entry.id);
    let back = say.text("session-prepare-title");
    let here = reader.to(To::SessionPrepare(id));
    html! {
        (step_header(Some((&here, &back)), &how_far(reader, rolling)))
        @match rolling.now {
            Some(zone) => (zone_page(reader, rolling, zone)),
            None => (all_done(reader, rolling)),
        }
        (stop(reader, id, &Form::default()))
    }
}

fn how_far(reader: &Reader, rolling: &Rolling<'_, '_>) -> Markup {
    let (say, of) = (&reader.say, rolling.zones.len());
    let seen = |zone: &&Zone| passes(&rolling.begun.zones, **zone).is_some();
    let done = rolling.zones.iter().filter(seen).count();
    let word = say.with("session-roll-progress", &[("n", done.into()), ("of", of.into())]);
    progress(done, of, &word, &say.text("session-roll-progress-label"))
}

/// Everything that is needed with a device in the hand fits on one screen of a phone, down to the button.
fn zone_page(reader: &Reader, rolling: &Rolling<'_, '_>, zone: Zone) -> Markup {
    let (say, id, plan) = (&reader.say, rolling.begun.entry.id, rolling.plan);
    let link = reader.to(To::SessionRoll(id));
    let marks = zones::marks(say, rolling.zones, &rolling.begun.zones, Some(zone), Some(&link));
    let turned = say.with("session-directions", &[("n", plan.directions.into())]);
    html! {
        div.rolling {
            div.zone-now {
                (bodychart(zone.figure(), Seen::Mirror, &say.text("session-chart"), &marks))
                div {
                    h1 { (zones::word(say, zone)) }
                    (directions(plan.directions, None, &turned))
                }
            }
            (how(reader, rolling, &turned))
            (form(reader, rolling, zone))
        }
        @if zone.figure() != Figure::Back { p.hint { (say.text("session-chart-mirror")) } }
        @for line in text::tell::programme::passes(&reader.protocol, plan) { p.hint { (line) } }
        p.hint { (say.with("session-roll-length", &[("length", mm(say, plan.planned.mm()).into())])) }
    }
}

/// How often, how hard, when it is enough, which way.
fn how(reader: &Reader, rolling: &Rolling<'_, '_>, turned: &str) -> Markup {
    let (say, plan) = (&reader.say, rolling.plan);
    let (least, most) = plan.passes;
    html! {
        div.zone-words {
            p { strong { (say.with("session-roll-passes", &[("passes", span(least, most).into())])) } }
            @if let Some(row) = plan.technique {
                @for line in text::tell::programme::technique(&reader.protocol, row) { p { (line) } }
            }
            p { (turned) " " (say.text("session-lift")) }
        }
    }
}

fn form(reader: &Reader, rolling: &Rolling<'_, '_>, zone: Zone) -> Markup {
    let (say, id) = (&reader.say, rolling.begun.entry.id);
    let before = passes(&rolling.begun.zones, zone).filter(|passes| *passes > 0);
    let filled = before.unwrap_or(rolling.plan.passes.0.into()).to_string();
    let problem = rolling.form.told(say, "passes");
    let passes = Field {
        name: "passes",
        label: &say.text("session-passes"),
        hint: None,
        value: rolling.form.or("passes", &filled),
        problem: problem.as_deref(),
        required: false,
        input: Input::Number("1", &MOST_PASSES.to_string(), "1", ""),
    };
    html! {
        form.zone-done method="post" action=(reader.to(To::SessionZone(id))) {
            (hidden("zone", zone.id()))
            (field(&passes))
            (button(Look::Primary, Some(Icon::Done), &say.text("session-zone-done")))
            (button_as(Look::Quiet, None, &say.text("session-zone-skip"), "skip", "yes"))
        }
    }
}

fn all_done(reader: &Reader, rolling: &Rolling<'_, '_>) -> Markup {
    let (say, id) = (&reader.say, rolling.begun.entry.id);
    let word = say.text("session-record-now");
    let link = reader.to(To::SessionRoll(id));
    html! {
        h1 { (say.text("session-roll-done")) }
        p { (say.text("session-roll-done-text")) }
        (actions(&[link_button(Look::Primary, Some(Icon::Note), &word, &reader.to(To::SessionRecord(id)))]))
        (dose(reader, rolling.zones, &rolling.begun.zones, Some(&link)))
    }
}

/// The picture of the dose: every figure with what was rolled.
pub(super) fn dose(
    reader: &Reader,
    all: &[Zone],
    rolled: &[store::records::ZoneRolled],
    link: Option<&str>,
) -> Markup {
    let marks = zones::marks(&reader.say, all, rolled, None, link);
    let title = reader.say.text("session-chart-done");
    html! {
        @for figure in zones::figures(all) { (bodychart(figure, Seen::Mirror, &title, &marks)) }
    }
}
