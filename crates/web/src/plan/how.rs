//! How it is done: days to keep free, lengths and passes, the cream, and the device at hand.

use care::programme::CreamNeed;
use care::words::{Area, Word as _};
use chart::plan::Outlook;
use chart::screening::steps;
use maud::{Markup, html};
use text::tell::sources::{doubts, merged};
use text::tell::{cream, programme};

use crate::frame::Reader;
use crate::sources;
use crate::to::To;
use crate::ui::{Icon, Notice, disclosure, facts, fold, notice, points};

/// How many days to keep free.
pub(super) fn keep_free(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, plan) = (&reader.say, &outlook.plan);
    let [about, up_to] = plan.keep_free_days.map(i64::from);
    let words = [("about", about.into()), ("most", up_to.into())];
    let key = format!("length-class-{}", plan.class.word());
    let row = reader.protocol.length_class_row(plan.class);
    let body = html! {
        p { (say.with("plan-free", &words)) }
        @if let Some(row) = row { (sources::of(reader, &key, &row.evidence)) }
    };
    let gist = say.with("plan-free-gist", &words);
    fold(&say.text("plan-free-title"), &gist, &body, false)
}

/// Needle length per area with its ceiling, passes, directions, cream.
pub(super) fn how(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, plan) = (&reader.say, &outlook.plan);
    let (fewest, most) = plan.passes;
    let passes = [
        ("passes", say.range(fewest.into(), most.into()).into()),
        ("directions", i64::from(plan.directions).into()),
    ];
    let lengths: Vec<(String, Markup)> = plan
        .per_area
        .iter()
        .map(|row| {
            let words = [
                ("length", say.range(row.min.mm(), row.max.mm()).into()),
                ("ceiling", row.ceiling.mm().into()),
            ];
            (area(reader, row.area), html! { (say.with("plan-length", &words)) })
        })
        .collect();
    let body = html! {
        (facts(&lengths))
        (lengths_by(reader, outlook))
        p { (say.with("plan-passes", &passes)) }
        @for line in programme::passes(&reader.protocol, plan) { p.quiet { (line) } }
        (technique(reader, outlook))
        (anaesthetic(reader, outlook))
    };
    let length = &plan.length;
    let gist = [
        ("length", say.range(length.min.mm(), length.max.mm()).into()),
        ("passes", say.range(fewest.into(), most.into()).into()),
    ];
    fold(&say.text("plan-how"), &say.with("plan-how-gist", &gist), &body, false)
}

/// How hard, and when it is enough.
fn technique(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let Some(row) = outlook.plan.technique else { return html! {} };
    let key = format!("technique-{}", row.id);
    html! {
        h3 { (reader.say.text("plan-technique")) }
        @for line in programme::technique(&reader.protocol, row) { p { (line) } }
        (sources::of(reader, &key, &row.evidence))
    }
}

/// Who says how long a needle may be on these parts of the body.
fn lengths_by(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let rows = outlook.plan.per_area.iter().filter_map(|row| protocol.area(row.area));
    let rows: Vec<_> = rows.collect();
    let mut told: Vec<String> = Vec::new();
    for row in &rows {
        let key = format!("area-{}", row.id.word());
        let all = doubts(say, &key, &row.evidence);
        told.extend(all.into_iter().filter(|doubt| !told.contains(doubt)).collect::<Vec<_>>());
    }
    sources::who(reader, &merged(rows.iter().map(|row| &row.evidence)), &told)
}

/// The anaesthetic cream, or why there is none.
fn anaesthetic(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts, row) = (&reader.say, reader.protocol.texts(), reader.protocol.cream());
    let Some(need) = &outlook.plan.cream else { return html! {} };
    html! {
        h3 { (texts.say("cream")) }
        @for line in cream::sentences(&reader.protocol, need) { p { (line) } }
        @if let CreamNeed::Use { not_on, .. } = need {
            @if !not_on.is_empty() {
                @let never: Vec<String> = not_on.iter().map(|one| area(reader, *one)).collect();
                p { (say.with("plan-cream-never-on", &[("areas", say.list(never).into())])) }
            }
        }
        (sources::of(reader, "cream", &row.evidence))
    }
}

/// The person's own device: whether it fits, how often it was used, how to care for it.
pub(super) fn device(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts, plan) = (&reader.say, reader.protocol.texts(), &outlook.plan);
    let range = say.range(plan.length.min.mm(), plan.length.max.mm());
    let words = [("length", range.into()), ("ceiling", plan.length.ceiling.mm().into())];
    let (kind, key) = match plan.device_fits {
        Some(true) => (Notice::Done, "plan-device-fits"),
        Some(false) => (Notice::Problem, "plan-device-misfit"),
        None => (Notice::Info, "plan-device-unknown"),
    };
    let care: Vec<String> = plan
        .roller_care
        .iter()
        .map(|row| {
            let key = format!("roller-care-{}", row.id);
            let title = texts.say(&key);
            let head = title.trim_end_matches('.').into();
            let words = [("head", head), ("more", texts.say(&format!("{key}.do")).into())];
            texts.with("show-head-more", &words)
        })
        .collect();
    let sources = merged(plan.roller_care.iter().map(|row| &row.evidence));
    let body = html! {
        (facts(&own(reader, outlook)))
        (notice(kind, &say.with(key, &words)))
        @if let Some(named) = plan.named {
            p { (programme::named(&reader.protocol, outlook.decided.person.setting, named)) }
        }
        @if let Some(uses) = plan.uses { p { (programme::uses(&reader.protocol, uses)) } }
        @if !care.is_empty() {
            (disclosure(&say.text("plan-care"), &html! {
                (points(Icon::Done, &care))
                (sources::who(reader, &sources, &[]))
            }, false))
        }
        p.no-print { a href=(reader.to(To::Step(steps::DEVICE))) { (say.text("plan-device-change")) } }
    };
    // What does not fit is seen at once.
    let gist = say.text(&format!("{key}-gist"));
    fold(&say.text("plan-device"), &gist, &body, plan.device_fits == Some(false))
}

fn own(reader: &Reader, outlook: &Outlook<'_>) -> Vec<(String, Markup)> {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let Some(device) = reader.person.record.device else { return Vec::new() };
    let kind = texts.say(&format!("device-{}", device.kind.word())).into_owned();
    let length = device.length_mm.map_or_else(
        || say.text("dont-know"),
        |mm| say.with("screening-millimetres", &[("mm", mm.into())]),
    );
    let mut all = vec![
        (say.text("screening-device-kind"), html! { (kind) }),
        (say.text("plan-device-length"), html! { (length) }),
    ];
    if let (Some(since), Some(uses)) = (device.since, outlook.uses) {
        let words = [("n", uses.into()), ("since", say.date(since).into())];
        all.push((say.text("plan-device-uses"), html! { (say.with("plan-uses", &words)) }));
    }
    all
}

fn area(reader: &Reader, area: Area) -> String {
    reader.protocol.texts().say(&format!("area-{}", area.word())).into_owned()
}
