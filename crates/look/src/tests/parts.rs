//! What single components keep: fields, days, charts, zones.

use care::words::Level;
use maud::html;

use super::super::chart::BandChart;
use super::super::*;
use super::{chart as drawn_chart, january, mark};

#[test]
fn a_field_names_its_help_and_its_problem_only_when_they_are_there() {
    let plain = Field {
        name: "since",
        label: "Since",
        hint: None,
        value: "2026-11-23",
        problem: None,
        required: false,
        input: Input::Date(None, Some("2026-11-23")),
    };
    let page = field(&plain).into_string();
    assert!(page.contains("<label for=\"since\">") && page.contains("max=\"2026-11-23\""));
    assert!(!page.contains("aria-describedby") && !page.contains("aria-invalid"), "{page}");
    let wrong = field(&Field { problem: Some("No"), ..plain }).into_string();
    assert!(wrong.contains("aria-describedby=\"since-problem\""), "{wrong}");
    assert!(wrong.contains("aria-invalid=\"true\"") && wrong.contains("id=\"since-problem\""));
    let both = field(&Field { problem: Some("No"), hint: Some("Day"), ..plain }).into_string();
    assert!(both.contains("aria-describedby=\"since-hint since-problem\""), "{both}");
}

#[test]
fn a_date_keeps_its_picker_after_a_mistake_and_what_no_picker_shows_stays_as_it_was_typed() {
    let typed = |value, input| {
        let (name, label, problem) = ("since", "Since", Some("No"));
        let one = Field { name, label, hint: None, value, problem, required: false, input };
        field(&one).into_string()
    };
    let date = Input::Date(None, Some("2026-11-23"));
    for (value, input, kind) in [
        ("2027-01-05", date, "date"),
        ("", date, "date"),
        ("29.09.2026", date, "text"),
        ("2027-02-31", date, "text"),
        ("2026-11-23T10:00", Input::DateTime, "datetime-local"),
        ("2026-11-23 10 o’clock", Input::DateTime, "text"),
        ("7", Input::Number("0", "90", "1", ""), "number"),
        ("seven", Input::Number("0", "90", "1", ""), "text"),
    ] {
        let page = typed(value, input);
        let (kind, value) = (format!("type=\"{kind}\""), format!("value=\"{value}\""));
        assert!(page.contains(&kind) && page.contains(&value), "{page}");
        assert!(!page.contains("max=\"2026"), "or it could not be sent again: {page}");
    }
}

#[test]
fn a_passphrase_is_never_written_back_into_the_page() {
    let typed = Field {
        name: "passphrase",
        label: "Passphrase",
        hint: None,
        value: "correct horse",
        problem: None,
        required: true,
        input: Input::Passphrase("current-password"),
    };
    assert!(!field(&typed).into_string().contains("correct horse"));
}

#[test]
fn a_month_has_whole_weeks_and_says_every_day_in_words() {
    let page = month(&january()).into_string();
    assert_eq!(page.matches("<td").count(), 35);
    assert_eq!(page.matches("<th scope=\"col\">").count(), 7);
    assert_eq!(page.matches("class=\"hidden\"").count(), 31);
    assert!(page.contains("class=\"locked planned today\""), "{page}");
    assert_eq!(page.matches("aria-current=\"date\"").count(), 1);
}

#[test]
fn today_is_marked_in_the_strip_of_days() {
    let day = |when| DayMark {
        word: "D0".into(),
        label: "Day 0".into(),
        when,
        level: Some(Level::Watch),
        href: None,
    };
    let page =
        days_strip("Days", &[day(When::Past), day(When::Now), day(When::Ahead)]).into_string();
    assert_eq!(page.matches("aria-current=\"date\"").count(), 1);
    assert!(page.contains("class=\"day now\""));
    assert_eq!(page.matches(">Day 0<").count(), 3);
}

#[test]
fn clocks_open_to_more_and_mark_what_may_be_used() {
    let clock = |open| Clock {
        what: "Retinoid".into(),
        when: "Sat 12 Dec".into(),
        open,
        more: html! { "why" },
    };
    let page = clocks(&[clock(true), clock(false)]).into_string();
    assert_eq!(page.matches("<summary>").count(), 2);
    assert_eq!(page.matches("<li class=\"open\">").count(), 1);
    assert!(page.contains("why"));
}

#[test]
fn a_band_chart_places_scores_and_repeats_them_in_its_table() {
    let drawn = chart::bands(&drawn_chart()).into_string();
    // Day 0 at the left edge; 8 of 10 is eight fourteens above zero; day 14 at the right edge.
    assert!(drawn.contains("M24 48 312.4 160 312.4 160 24 132Z"), "{drawn}");
    assert!(drawn.contains("aria-labelledby=\"chart-redness-title chart-redness-desc\""));
    assert!(drawn.contains("<title id=\"chart-redness-title\">"));
    assert_eq!(drawn.matches("<circle").count(), 3, "two points and the live dot");
    let table = chart::table(&drawn_chart()).into_string();
    assert!(table.contains("<th scope=\"row\">0</th><td>2–8</td><td>3, 4.5</td>"), "{table}");
    assert!(table.contains("<th scope=\"row\">14</th><td>0</td><td></td>"), "{table}");
}

#[test]
fn a_chart_of_nothing_is_still_a_chart() {
    let empty = BandChart { bands: vec![], own: vec![], today: None, ..drawn_chart() };
    let drawn = chart::bands(&empty).into_string();
    assert!(drawn.contains("d=\"\"") && !drawn.contains("NaN"), "{drawn}");
    assert!(!drawn.contains("class=\"live\""));
    let flat = chart::line("Nothing", &[4.0], (4.0, 4.0)).into_string();
    assert!(!flat.contains("NaN") && !flat.contains("inf"), "{flat}");
    assert!(chart::line("Nothing", &[], (0.0, 1.0)).into_string().contains("points=\"\""));
}

#[test]
fn a_zone_can_be_a_link_set_a_tick_or_only_be_seen() {
    let one = |mark: ZoneMark| {
        bodychart(Figure::Face, Seen::Mirror, "Face", &[mark, super::mark(Zone::Abdomen)])
            .into_string()
    };
    let cheek = || ZoneMark { label: "Left cheek".into(), ..mark(Zone::CheekLeft) };
    let link = one(ZoneMark { href: Some("/session/zone".into()), ..cheek() });
    assert!(
        link.contains("<a class=\"zone done\" href=\"/session/zone\"><title>Left cheek</title>")
    );
    let sets = one(ZoneMark { sets: Some("areas-cheeks".into()), ..cheek() });
    assert!(sets.contains("class=\"zone done of-cheeks\""), "{sets}");
    assert!(sets.contains("<label class=\"zone-label\" for=\"areas-cheeks\">"), "{sets}");
    let seen = one(cheek());
    assert!(seen.contains("role=\"img\" aria-label=\"Left cheek\""));
    assert_eq!(seen.matches("class=\"shape\"").count(), 1, "the abdomen is not on the face");
}
