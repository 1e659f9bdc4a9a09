//! The card: what the two ways of rolling do, what would make it better, the pictures, and what the numbers rest on.

use chart::dose::Unknown;
use chart::dose::{Done, Rolled, Way};
use std::sync::Arc;

use maud::{Markup, html};
use roller::{Advice, Grade, Range};
use store::SessionId;
use text::show::advice_sentence;
use text::tell::figures::{percent, tenth, whole};

use crate::frame::Reader;
use crate::say::Say;
use crate::sources;
use crate::to::{Href, To};
use crate::ui::{Icon, Notice, card, notice, points};

/// The plan's card.
pub(super) fn plan(reader: &Reader, rolled: &Result<Arc<Rolled>, Unknown>) -> Markup {
    let say = &reader.say;
    let title = say.text("dose-plan");
    let rolled = match rolled {
        Ok(rolled) => rolled,
        Err(unknown) => return without(reader, &title, *unknown),
    };
    let passes = [
        ("passes", rolled.wanted.passes.into()),
        ("directions", rolled.wanted.advised.into()),
        ("needles", rolled.wanted.roller.needles.into()),
    ];
    let lead = html! {
        p { (say.with("dose-plan-lead", &passes)) }
        @if let Some((most, results)) = &rolled.most {
            p { (say.with("dose-plan-most", &[
                ("passes", (*most).into()), ("density", whole(&reader.say, results.density_per_cm2).into()),
                ("half", percent(&reader.say, results.farther[0]).into()),
            ])) }
        }
    };
    card(&title, &body(reader, rolled, &lead, &reader.to(To::PlanPicture)))
}

/// The card of a session that was done.
pub(super) fn session(
    reader: &Reader,
    id: SessionId,
    rolled: &Result<Arc<Rolled>, Unknown>,
) -> Markup {
    let say = &reader.say;
    let title = say.text("dose-session");
    let rolled = match rolled {
        Ok(rolled) => rolled,
        Err(unknown) => return without(reader, &title, *unknown),
    };
    let plain = &rolled.plain.results;
    let did = [
        ("punctures", plain.punctures.into()),
        ("density", whole(&reader.say, plain.density_per_cm2).into()),
        ("needles", rolled.wanted.roller.needles.into()),
        ("passes", rolled.wanted.passes.into()),
    ];
    let lead = html! {
        @if let Some(fewest) = rolled.wanted.fewest {
            p { (say.with("dose-zones-differ", &[("low", fewest.into()), ("high", rolled.wanted.passes.into())])) }
        }
        p { (say.with("dose-session-lead", &did)) }
        @if !rolled.wanted.directions_known { p { (say.text("dose-directions-unknown")) } }
        p { (say.text("dose-lift-unknown")) }
    };
    card(&title, &body(reader, rolled, &lead, &reader.to(To::SessionPicture(id))))
}

/// Nothing can be computed, and why.
fn without(reader: &Reader, title: &str, unknown: Unknown) -> Markup {
    let why = reader.say.text(&format!("dose-unknown-{}", unknown.word()));
    card(title, &html! { p { (why) } })
}

fn body(reader: &Reader, rolled: &Rolled, lead: &Markup, address: &Href) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let sentence = |advice: &Advice| advice_sentence(protocol, rolled.target, advice);
    let advice: Vec<String> = match rolled.advice.as_slice() {
        [] => vec![protocol.texts().say("roller-advice.none").into_owned()],
        some => some.iter().map(sentence).collect(),
    };
    html! {
        (lead)
        @if !rolled.wanted.needles_known {
            p { (say.with("dose-needles-unknown", &[("needles", rolled.wanted.roller.needles.into())])) }
        }
        @if let Some(too_dense) = &rolled.too_dense { (notice(Notice::Problem, &sentence(too_dense))) }
        div.pair { @for way in Way::ALL { (figure(reader, rolled, way, address)) } }
        p.quiet { a href=(address) { (say.text("dose-larger")) } }
        (points(Icon::Note, &advice))
        (table(reader, rolled))
        p.quiet { (say.text("dose-computed")) " " (per_pass(reader, rolled)) " " (protocol.texts().say("roller-summary.scatter")) }
        (sources::of(reader, "dose", &protocol.dose().evidence))
    }
}

fn done(rolled: &Rolled, way: Way) -> &Done {
    match way {
        Way::Plain => &rolled.plain,
        Way::Advised => &rolled.advised,
    }
}

fn figure(reader: &Reader, rolled: &Rolled, way: Way, address: &Href) -> Markup {
    let say = &reader.say;
    let results = &done(rolled, way).results;
    let gap = results.gap.map_or_else(String::new, |gap| tenth(&reader.say, gap.diameter_mm));
    let title = say.text(&format!("dose-way-{}", way.word()));
    let words = [
        ("way", title.as_str().into()),
        ("half", percent(&reader.say, results.farther[0]).into()),
        ("gap", gap.into()),
    ];
    html! {
        figure {
            img src=(address.clone().ask("way", way.word())) alt=(say.with("dose-alt", &words)) width="432" height="584" loading="lazy";
            figcaption { (title) }
        }
    }
}

/// One line of the table: its text, what it rests on, its cell of each way.
type Line<'a> = (&'static str, &'static str, &'a dyn Fn(&Done) -> Option<String>);

fn table(reader: &Reader, rolled: &Rolled) -> Markup {
    let say = &reader.say;
    let density = |done: &Done| Some(spread(say, &done.spread.density_per_cm2, whole));
    let half = |done: &Done| Some(spread(say, &done.spread.farther[0], percent));
    let one = |done: &Done| Some(spread(say, &done.spread.farther[1], percent));
    let gap = |done: &Done| done.spread.gap_mm.as_ref().map(|gap| spread(say, gap, tenth));
    let lines: [Line<'_>; 4] = [
        ("dose-density", "density_per_cm2", &density),
        ("dose-half", "farther", &half),
        ("dose-one", "farther", &one),
        ("dose-gap", "gap", &gap),
    ];
    let title = say.with("dose-table", &[("n", rolled.plain.spread.seeds.len().into())]);
    html! {
        div.scroll tabindex="0" role="group" aria-label=(title) {
            table {
                caption { (title) }
                thead { tr {
                    th scope="col" { (say.text("dose-what")) }
                    @for way in Way::ALL { th scope="col" { (say.text(&format!("dose-way-{}", way.word()))) } }
                } }
                tbody { @for (key, name, cell) in lines { tr {
                    th scope="row" { (say.text(key)) " " span.quiet { "(" (grade(reader, name)) ")" } }
                    @for way in Way::ALL { td { (cell(done(rolled, way)).unwrap_or_default()) } }
                } } }
            }
        }
    }
}

/// What a number rests on, in a word.
fn grade(reader: &Reader, name: &str) -> String {
    let found = Grade::OF_RESULTS.iter().find(|(own, _)| *own == name);
    let grade = found.map_or(Grade::Assumption, |(_, grade)| *grade);
    reader.say.text(&format!("dose-grade-{}", grade.word()))
}

fn per_pass(reader: &Reader, rolled: &Rolled) -> String {
    let [low, high] = roller::Device::Roller(rolled.wanted.roller).density_per_pass_range();
    let words =
        [("low", tenth(&reader.say, low).into()), ("high", tenth(&reader.say, high).into())];
    reader.protocol.texts().say_with("roller-summary.per-pass", &words).into_owned()
}

/// The mean, and lowest to highest where these differ; word joiners keep a range on one line.
fn spread(say: &Say, range: &Range, write: fn(&Say, f64) -> String) -> String {
    let [low, mean, high] = [range.low, range.mean, range.high].map(|number| write(say, number));
    if low == high { mean } else { format!("{mean} ({low}\u{2060}–\u{2060}{high})") }
}
