//! The sheet for the doctor: what is on it, in which order, and that nothing calm is said over what is open or unknown.

use care::words::{Flag, Sign};
use serde_json::json;
use words::Language;

use super::*;
use crate::testing::{Ana, noon};

fn made(ana: &Ana, today: &str) -> Sheet {
    let protocol = Worded::built_in(Language::DEFAULT).unwrap();
    let say = protocol.texts().clone();
    sheet(&protocol, &say, &ana.chart, &noon(today))
}

fn say(key: &str) -> String {
    Worded::built_in(Language::DEFAULT).unwrap().texts().text(key)
}

/// Who was needled on the evening of 5 December and looked three times since.
fn healing() -> Ana {
    Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .says("2026-12-06T09:00:00Z", [(Sign::Redness, 4), (Sign::Swelling, 0)].into(), &[])
        .says("2026-12-07T09:00:00Z", [(Sign::Redness, 3)].into(), &[Flag::Pus])
        .says("2026-12-08T09:00:00Z", [(Sign::Redness, 1)].into(), &[Flag::Pus])
}

fn headings(sheet: &Sheet) -> Vec<&str> {
    let heading = |block: &'_ Block| matches!(block, Block::Heading(_));
    let headings = sheet.blocks.iter().filter(|block| heading(block));
    headings
        .map(|block| match block {
            Block::Heading(text) => text.as_str(),
            _ => "",
        })
        .collect()
}

/// What stands under a heading, up to the next.
fn under<'s>(sheet: &'s Sheet, key: &str) -> Vec<&'s Block> {
    let heading = Block::Heading(say(key));
    let at = sheet.blocks.iter().position(|one| *one == heading).unwrap();
    let rest = sheet.blocks[at + 1..].iter();
    rest.take_while(|one| !matches!(one, Block::Heading(_))).collect()
}

fn text(blocks: &[&Block]) -> String {
    format!("{blocks:?}")
}

#[test]
fn what_cannot_wait_comes_first_and_what_to_ask_last() {
    let sheet = made(&healing(), "2026-12-08");
    let order = ["signs", "sessions", "healing", "answers", "ask"];
    assert_eq!(headings(&sheet), order.map(|part| say(&format!("handover-{part}"))));
    assert!(matches!(sheet.blocks[0], Block::Note(_)), "an open sign stands in a box");
    assert!(sheet.subtitle.unwrap().contains("2 April 1990"));
}

#[test]
fn a_warning_sign_is_told_with_its_days_until_somebody_has_looked() {
    let seen = text(&under(&made(&healing(), "2026-12-08"), "handover-signs"));
    for said in ["7 December 2026", "8 December 2026", "Nobody has looked"] {
        assert!(seen.contains(said), "{said}: {seen}");
    }
    let none = made(&Ana::new(), "2026-12-08");
    assert_eq!(under(&none, "handover-signs"), [&Block::Text(say("handover-signs-none"))]);
}

#[test]
fn a_session_has_its_day_needles_places_and_passes() {
    let sheet = made(&healing(), "2026-12-08");
    let [Block::Table { head, rows }] = under(&sheet, "handover-sessions")[..] else { panic!() };
    assert_eq!((head.len(), rows.len()), (5, 1));
    let row = rows[0].join(" ");
    for said in ["5 December 2026", "0.3 mm", "Cheeks", "4"] {
        assert!(row.contains(said), "{said}: {row}");
    }
}

#[test]
fn parts_that_were_rolled_differently_are_each_named() {
    let mut ana = healing();
    if let store::Session::Done(done) = &mut ana.chart.story.sessions[0].record {
        let zone = |zone: &str, passes| store::records::ZoneRolled { zone: zone.into(), passes };
        done.zones = vec![zone("cheek-left", 8), zone("cheek-right", 4)];
    }
    let row = text(&under(&made(&ana, "2026-12-08"), "handover-sessions"));
    assert!(row.contains("Left cheek, 8 passes") && row.contains("Right cheek, 4 passes"), "{row}");
}

#[test]
fn each_sign_that_was_there_has_a_chart_and_what_was_never_there_is_named() {
    let sheet = made(&healing(), "2026-12-08");
    let blocks = under(&sheet, "handover-healing");
    let charts = blocks.iter().find_map(|block| match block {
        Block::Charts(charts) => Some(charts),
        _ => None,
    });
    let [redness] = charts.unwrap().as_slice() else { panic!("{blocks:?}") };
    let scores: Vec<f32> = redness.points.iter().map(|(_, score)| *score).collect();
    assert_eq!(scores, [4.0, 3.0, 1.0]);
    assert!(redness.points.is_sorted_by(|a, b| a.0 < b.0) && redness.points[2].0 <= redness.days);
    assert!(redness.said.contains("3 check-ins") && redness.said.contains("at most 4"));
    assert!(text(&blocks).contains("Never above 0: swelling"), "{blocks:?}");
}

#[test]
fn every_answer_but_no_is_on_it_and_not_knowing_too() {
    let ana = healing()
        .answers("anticoagulant", json!("yes"))
        .answers("keloid", json!("unknown"))
        .answers("retinoid", json!({"stopped": "2026-09-01", "form": "oral"}));
    let told = text(&under(&made(&ana, "2026-12-08"), "handover-answers"));
    for said in ["warfarin", "I don’t know", "1 September 2026", "By mouth"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    let none = made(&healing(), "2026-12-08");
    assert_eq!(under(&none, "handover-answers"), [&Block::Text(say("handover-answers-none"))]);
}

#[test]
fn what_asks_for_a_clinician_is_among_the_questions() {
    let ana = healing().answers("cold_sores", json!("past"));
    let sheet = made(&ana, "2026-12-08");
    let [Block::Ticks(asked)] = under(&sheet, "handover-ask")[..] else { panic!() };
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked[0].contains("may this skin be needled"), "{asked:?}");
    assert_eq!(asked[2], say("handover-ask-again"));
}

#[test]
fn photographs_stand_on_it_only_if_they_were_chosen() {
    let protocol = Worded::built_in(Language::DEFAULT).unwrap();
    let plain = made(&healing(), "2026-12-08");
    assert_eq!(with_pictures(plain.clone(), protocol.texts(), Vec::new()), plain);
    let picture = Picture { bytes: vec![1], caption: "Front".into() };
    let with = with_pictures(plain.clone(), protocol.texts(), vec![picture]);
    assert_eq!(with.blocks.len(), plain.blocks.len() + 2);
}

#[test]
fn it_can_be_drawn() {
    let drawn = paper::render(&made(&healing(), "2026-12-08")).unwrap();
    assert!(drawn.starts_with(b"%PDF"));
}
