//! What the camera keeps: it works without scripts, and every word it may show stands in the page.

use maud::Markup;

use super::super::*;
use super::{SAFE, nasty};

fn wanted(id: &str, taken: usize, checked: bool) -> ShotWanted {
    let ghost = Some("/photos/first".into());
    let camera = Some(nasty());
    ShotWanted { id: id.into(), word: nasty(), ghost, camera, taken, done: taken > 0, checked }
}

fn words() -> CameraWords {
    let line = |id, kind| CheckLine { id, kind, word: nasty() };
    let lines = vec![
        line("even", CheckKind::Good),
        line("dark", CheckKind::Wrong),
        line("unknown", CheckKind::Plain),
    ];
    CameraWords {
        start: nasty(),
        stop: nasty(),
        take: nasty(),
        skip: nasty(),
        next: nasty(),
        keep: nasty(),
        again: nasty(),
        turn: nasty(),
        grid: nasty(),
        light: nasty(),
        ghost: nasty(),
        list: nasty(),
        file: nasty(),
        send: nasty(),
        finish: nasty(),
        counts: vec!["one".into(), "two".into(), "three".into()],
        said: vec![("refused", nasty())],
        checks: vec![Check { id: "light", lines }],
    }
}

fn drawn(shots: &[ShotWanted]) -> String {
    let more: Markup = hidden("session", "7");
    camera("/photos", |name| format!("/scripts/{name}"), shots, &words(), &more).into_string()
}

#[test]
fn it_has_a_file_field_and_starts_with_the_shot_that_is_chosen() {
    let page = drawn(&[wanted("front", 1, false), wanted("left", 0, true)]);
    assert!(page.contains("value=\"left\" checked data-taken=\"0\""), "{page}");
    assert!(page.contains("data-ghost=\"/photos/first\""), "{page}");
    assert_eq!(page.matches(" checked").count(), 1);
    assert!(page.contains("type=\"file\" id=\"picture\" name=\"picture\" accept=\"image/*\""));
    assert!(page.contains("<div class=\"finder\" hidden>"), "hidden until a script opens it");
    assert!(!page.contains("<b onclick") && page.contains(SAFE));
}

#[test]
fn of_the_counts_the_true_one_is_seen() {
    for (taken, seen) in
        [(0, None), (1, Some("one")), (2, Some("two")), (3, Some("three")), (7, Some("three"))]
    {
        let page = drawn(&[wanted("front", taken, true)]);
        for word in ["one", "two", "three"] {
            let shown = page.split("<span class=\"count\"").any(|span| {
                let (tag, rest) = span.split_once('>').unwrap();
                rest.starts_with(&format!("{word}<")) && !tag.contains("hidden")
            });
            assert_eq!(shown, seen == Some(word), "{taken}: {word}");
        }
    }
}

#[test]
fn a_check_waits_unseen_with_a_different_icon_for_each_kind() {
    let page = drawn(&[wanted("front", 0, true)]);
    assert!(page.contains("<li data-check=\"light\" hidden>"), "{page}");
    assert_eq!(page.matches("data-wrong hidden").count(), 1);
    let drawing = |id: &str| {
        let line = page.split(&format!("data-is=\"{id}\"")).nth(1).unwrap();
        line.split(" d=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (good, wrong, plain) = (drawing("even"), drawing("dark"), drawing("unknown"));
    assert!(good != wrong && wrong != plain && plain != good);
}

#[test]
fn its_modules_are_found_where_they_are_kept() {
    let page = drawn(&[]);
    for name in ["frames", "pixels", "level", "lock", "checks"] {
        assert!(page.contains(&format!("data-{name}=\"/scripts/{name}.js\"")));
    }
}
