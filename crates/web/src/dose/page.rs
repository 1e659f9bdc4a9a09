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
use crate::ui::{Icon, Notice, card, disclosure, fold, notice, points};

/// What the address of a picture asks for: dark ground, and the skin alone.
pub(super) const DARK: &str = "dark";
pub(super) const SQUARE: &str = "square";

/// The plan's card; before it begins it opens by a tap, and only its sentence is seen.
pub(super) fn plan(reader: &Reader, rolled: &Result<Arc<Rolled>, Unknown>, begun: bool) -> Markup {
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
    let more = html! {
        p { (say.with("dose-plan-lead", &passes)) }
        @if let Some((most, results)) = &rolled.most {
            p { (say.with("dose-plan-most", &[
                ("passes", (*most).into()), ("density", whole(&reader.say, results.density_per_cm2).into()),
                ("half", percent(&reader.say, results.farther[0]).into()),
            ])) }
        }
    };
    let left = |done: &Done| percent(say, done.results.farther[0]).into();
    let said = [
        ("passes", rolled.wanted.passes.into()),
        ("half", left(&rolled.advised)),
        ("plain", left(&rolled.plain)),
    ];
    let (short, picture) = (say.with("dose-plan-short", &said), reader.to(To::PlanPicture));
    if begun || rolled.too_dense.is_some() {
        return card(&title, &body(reader, rolled, (&html! { p { (short) } }, &more), &picture));
    }
    fold(&title, &short, &body(reader, rolled, (&html! {}, &more), &picture), false)
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
    card(&title, &body(reader, rolled, (&lead, &html! {}), &reader.to(To::SessionPicture(id))))
}

/// Nothing can be computed, and why.
fn without(reader: &Reader, title: &str, unknown: Unknown) -> Markup {
    let why = reader.say.text(&format!("dose-unknown-{}", unknown.word()));
    card(title, &html! { p { (why) } })
}

/// One sentence and a picture; the numbers behind them open on demand, what is too much stands before.
fn body(
    reader: &Reader,
    rolled: &Rolled,
    (lead, more): (&Markup, &Markup),
    address: &Href,
) -> Markup {
    let say = &reader.say;
    html! {
        (lead)
        @if let Some(too_dense) = &rolled.too_dense {
            (notice(Notice::Problem, &advice_sentence(&reader.protocol, rolled.target, too_dense)))
        }
        div.rolled { @for way in Way::ALL { (figure(reader, rolled, way, address)) } }
        p.hint { (say.text("dose-yellow")) }
        (disclosure(&say.text("dose-numbers"), &html! { (more) (numbers(reader, rolled, address)) }, false))
    }
}

fn numbers(reader: &Reader, rolled: &Rolled, address: &Href) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let sentence = |advice: &Advice| advice_sentence(protocol, rolled.target, advice);
    let advice: Vec<String> = match rolled.advice.as_slice() {
        [] => vec![protocol.texts().say("roller-advice.none").into_owned()],
        some => some.iter().map(sentence).collect(),
    };
    let needles = [("needles", rolled.wanted.roller.needles.into())];
    let dark = reader.dark == Some(true);
    let larger = if dark { address.clone().ask("tone", DARK) } else { address.clone() };
    html! {
        @if !rolled.wanted.needles_known { p { (say.with("dose-needles-unknown", &needles)) } }
        (points(Icon::Note, &advice))
        (table(reader, rolled))
        p.quiet { a href=(larger) { (say.text("dose-larger")) } }
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
            picture {
                @if reader.dark.is_none() {
                    source media="(prefers-color-scheme: dark)" srcset=(drawn(address, way, true));
                }
                img src=(drawn(address, way, reader.dark == Some(true))) alt=(say.with("dose-alt", &words))
                    width="400" height="400" loading="lazy";
            }
            figcaption { (title) }
        }
    }
}

/// Where the skin of a way is drawn, on the ground of the page.
fn drawn(address: &Href, way: Way, dark: bool) -> Href {
    let square = address.clone().ask("way", way.word()).ask("as", SQUARE);
    if dark { square.ask("tone", DARK) } else { square }
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
