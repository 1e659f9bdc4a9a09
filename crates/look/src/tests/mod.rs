//! What every component keeps: words escaped, nothing inline, a name for whoever cannot see it.

use care::verdict::VerdictKind;
use care::words::{Level, Sign, Word as _};
use maud::{Markup, html};

use super::chart::{BandChart, BandDay, BandWords, Own};
use super::*;

mod camera;
mod dots;
mod noise;
mod parts;

const NASTY: &str = "<b onclick=\"x\">&'";
const SAFE: &str = "&lt;b onclick=&quot;x&quot;&gt;&amp;";

fn nasty() -> String {
    NASTY.to_owned()
}

fn chart() -> BandChart {
    BandChart {
        sign: Sign::Redness,
        title: nasty(),
        desc: nasty(),
        bands: vec![
            BandDay { day: 0, usual: (2.0, 8.0), core: Some((4.0, 6.0)) },
            BandDay { day: 14, usual: (0.0, 0.0), core: None },
        ],
        own: vec![Own { day: 0.5, score: 3.0 }, Own { day: 0.9, score: 4.5 }],
        today: Some(0.9),
        words: BandWords { day: nasty(), usual: nasty(), yours: nasty(), today: nasty() },
    }
}

fn january() -> Month {
    let day = |day: u8| MonthDay {
        day,
        state: if day < 16 { DayState::Locked } else { DayState::Best },
        session: (day == 2).then_some(Held::Planned),
        today: day == 2,
        label: format!("{day} {NASTY}"),
        href: (day > 15).then(|| format!("/plan?day={day}")),
    };
    let weekdays = std::array::from_fn(|_| nasty());
    Month { title: nasty(), weekdays, before: 4, days: (1..=31).map(day).collect() }
}

fn mark(zone: Zone) -> ZoneMark {
    ZoneMark {
        zone,
        label: nasty(),
        state: ZoneState::Done,
        passes: Some(nasty()),
        href: None,
        sets: None,
    }
}

/// One of everything, with words that would break out if they could.
fn everything() -> Vec<(&'static str, Markup)> {
    let body = html! { (NASTY) };
    let why = Some((NASTY, NASTY));
    let line = Field {
        name: "since",
        label: NASTY,
        hint: Some(NASTY),
        value: NASTY,
        problem: Some(NASTY),
        required: true,
        input: Input::Text,
    };
    let number = Field { input: Input::Number("0", "3", "0.1", NASTY), ..line };
    let shot = || Shot { src: nasty(), alt: nasty(), caption: nasty() };
    let zones: Vec<ZoneMark> = Zone::ALL.iter().copied().map(mark).collect();
    vec![
        ("button", button_as(Look::Primary, Some(Icon::Done), NASTY, "go", NASTY)),
        ("link", link_button(Look::Quiet, None, NASTY, NASTY)),
        ("head", page_header(NASTY, Some((NASTY, NASTY)), Some(NASTY))),
        ("progress", progress(4, 12, NASTY, NASTY)),
        ("card", card(NASTY, &body)),
        ("disclosure", disclosure(NASTY, &body, true)),
        ("notice", notice(Notice::Problem, NASTY)),
        ("undo", undo(NASTY, "/undo", NASTY)),
        ("empty", empty(Icon::Photos, NASTY, NASTY, Some((NASTY, NASTY)))),
        ("facts", facts(&[(nasty(), html! { (NASTY) })])),
        ("points", points(Icon::Done, &[nasty()])),
        ("problem", problem(NASTY, NASTY, &body, NASTY, NASTY)),
        ("chip", chip(Level::Watch, NASTY)),
        ("level", level_banner(Level::Emergency, NASTY, &body)),
        ("verdict", verdict_banner(VerdictKind::DoNot, NASTY, &body)),
        ("verdict beside", verdict_card(VerdictKind::DoNot, NASTY, &body)),
        (
            "choice",
            choices(
                NASTY,
                Some(NASTY),
                &[choice("a", NASTY, NASTY, Some(NASTY), true, Kind::Radio)],
                why,
            ),
        ),
        ("yes or no", yes_no("a", NASTY, why, &[("yes", NASTY)], Some("yes"))),
        ("ticks", ticks(NASTY, Some(NASTY), &[tick("a", NASTY, NASTY, Some(NASTY), true)])),
        ("score", score("value", NASTY, Some("3"), NASTY, NASTY)),
        ("scale", scale(&nasty_scale())),
        ("field", field(&line)),
        ("number", field(&number)),
        ("lines", field(&Field { input: Input::Lines(4000), ..line })),
        ("select", select("a", NASTY, &[(nasty(), nasty())], NASTY)),
        ("month", month(&january())),
        ("bands", chart::bands(&chart())),
        ("table", chart::table(&chart())),
        ("line", chart::line(NASTY, &[1.0, 2.0], (0.0, 10.0))),
        ("face", bodychart(Figure::Face, Seen::Mirror, NASTY, &zones)),
        ("front", bodychart(Figure::Front, Seen::Facing, NASTY, &zones)),
        ("directions", directions(4, Some(1), NASTY)),
        ("compare", compare(&shot(), &shot(), "wipe", &compare_words(), &html! {})),
        ("timer", timer(NASTY, 45, NASTY, NASTY)),
    ]
}

fn nasty_scale() -> Scale<'static> {
    let ends = (NASTY, NASTY);
    let (last, chosen) = (Some(NASTY), Some("3"));
    Scale { name: "redness", legend: NASTY, last, chosen, ends, left_out: NASTY }
}

fn compare_words() -> CompareWords {
    CompareWords {
        how: nasty(),
        beside: nasty(),
        wipe: nasty(),
        flicker: nasty(),
        edge: nasty(),
        zoom: nasty(),
        whole: nasty(),
    }
}

#[test]
fn words_cannot_break_out() {
    for (name, markup) in everything() {
        let page = markup.into_string();
        assert!(!page.contains("<b onclick"), "{name}: {page}");
        assert!(page.contains(SAFE), "{name} shows its words: {page}");
    }
}

#[test]
fn nothing_is_inline() {
    for (name, markup) in everything() {
        let page = markup.into_string().replace(SAFE, "");
        for never in [" style=", "<style", "<script", "javascript:", " onclick=", " onload="] {
            assert!(!page.contains(never), "{name} has {never}: {page}");
        }
    }
}

#[test]
fn an_attribute_is_given_once() {
    for (name, markup) in everything() {
        let page = markup.into_string();
        for tag in page.split('<').filter_map(|rest| rest.split('>').next()) {
            assert!(tag.matches(" class=\"").count() < 2, "{name}: <{tag}>");
            assert!(tag.matches(" aria-label=\"").count() < 2, "{name}: <{tag}>");
        }
    }
}

#[test]
fn every_icon_is_drawn_and_hidden_from_readers() {
    for mark in Icon::ALL {
        let drawn = icon(*mark).into_string();
        assert!(drawn.contains("aria-hidden=\"true\"") && drawn.contains(" d=\"M"), "{mark:?}");
    }
}

#[test]
fn levels_and_verdicts_differ_by_icon_as_well_as_by_colour() {
    let mut seen: Vec<&str> = Level::ALL.iter().map(|level| level_icon(*level).path()).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), Level::ALL.len());
    let mut seen: Vec<&str> =
        VerdictKind::ALL.iter().map(|verdict| verdict_icon(*verdict).path()).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), VerdictKind::ALL.len());
}

#[test]
fn only_what_cannot_wait_interrupts_a_reader() {
    let role = |level| level_banner(level, "x", &html! {}).into_string().contains("role=\"alert\"");
    let heard: Vec<bool> = Level::ALL.iter().map(|level| role(*level)).collect();
    assert_eq!(heard, [false, false, false, true, true]);
}
