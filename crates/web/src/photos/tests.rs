//! What holds of photographs without a record: ids, captions, and words for every refusal.

use care::words::{Setting, Word as _};
use chart::story::DoneSession;
use jiff::Timestamp;
use photo::intake::{Limits, Refusal};
use store::Id;
use store::records::Done;

use super::guide::{self, TAKES};
use super::intake::id_of;
use super::shelf::session_before;
use super::view::{View, view_word};
use crate::say::{self, ENGLISH};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn done(at: Timestamp) -> Done {
    Done {
        at,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        areas: Vec::new(),
        skin_type: None,
        length_mm: 0.5,
        passes: None,
        directions: None,
        anaesthetic: None,
        device: None,
        zones: Vec::new(),
        programme: None,
        screening: None,
        note: None,
    }
}

#[test]
fn the_same_picture_of_the_same_form_has_the_same_id_and_no_other() {
    let (form, person) = (Id::new(at("2026-12-05T09:00:00Z")), Id::new(at("2026-01-01T00:00:00Z")));
    let id = id_of(form, person, View::Front, b"one");
    assert_eq!(id, id_of(form, person, View::Front, b"one"));
    let others = [
        id_of(form, person, View::Front, b"two"),
        id_of(form, person, View::Left, b"one"),
        id_of(person, person, View::Front, b"one"),
        id_of(form, form, View::Front, b"one"),
    ];
    assert!(others.iter().all(|other| *other != id && *other != form), "{id} {others:?}");
}

#[test]
fn a_photograph_follows_the_session_it_was_taken_for_or_the_last_before() {
    let (first, second) = (done(at("2026-12-01T09:00:00Z")), done(at("2026-12-20T09:00:00Z")));
    let ids = [first.at, second.at].map(Id::new);
    let done = [
        DoneSession { id: ids[0], done: &first, n: 1 },
        DoneSession { id: ids[1], done: &second, n: 2 },
    ];
    for (wanted, taken, n) in [
        (None, "2026-11-30T09:00:00Z", None),
        (None, "2026-12-01T08:59:00Z", None),
        (None, "2026-12-01T09:00:00Z", Some(1)),
        (None, "2026-12-19T09:00:00Z", Some(1)),
        (None, "2026-12-21T09:00:00Z", Some(2)),
        (Some(ids[0]), "2026-12-21T09:00:00Z", Some(1)),
        // On the morning of the session it was taken for; a day before, it can't have been.
        (Some(ids[1]), "2026-12-20T08:00:00Z", Some(2)),
        (Some(ids[1]), "2026-12-19T08:00:00Z", Some(1)),
        (Some(Id::new(second.at)), "2026-12-21T09:00:00Z", Some(2)),
    ] {
        let found = session_before(&done, wanted, at(taken)).map(|session| session.n);
        assert_eq!(found, n, "{taken}");
    }
}

#[test]
fn every_refusal_has_its_words_and_they_name_the_limits() {
    let say = say::read(false).unwrap().get(ENGLISH);
    for id in Refusal::IDS.into_iter().chain(["none", "view"]) {
        for part in ["what", "why", "next"] {
            let key = format!("photo-refused-{id}-{part}");
            assert!(say.has(&key), "{key} is missing in photos.ftl");
        }
    }
    let limits = Limits::default();
    for (id, limit) in [
        ("bytes", limits.bytes / 1_000_000),
        ("pixels", limits.pixels / 1_000_000),
        ("side", limits.side.into()),
        ("small", limits.least_side.into()),
    ] {
        let what = say.text(&format!("photo-refused-{id}-what"));
        assert!(what.contains(&limit.to_string()), "{what} should say {limit}");
    }
    assert!(limits.bytes < super::UPLOAD_BYTES as u64, "a form holds the largest photograph");
}

#[test]
fn every_view_has_its_word() {
    let say = say::read(false).unwrap().get(ENGLISH);
    for view in View::ALL {
        assert!(say.has(&format!("photos-view-{}", view.word())), "{view:?}");
    }
    assert_eq!(view_word(&say, "from below"), "Another view");
}

#[test]
fn the_camera_has_all_its_words_and_names_how_many_it_asks_for() {
    let say = say::read(false).unwrap().get(ENGLISH);
    let words = guide::words(&say);
    let all = format!("{words:?}");
    assert!(!all.contains("photos-"), "a word is missing in photos.ftl: {all}");
    assert_eq!(words.counts.last().unwrap(), &format!("{TAKES} of {TAKES}"));
    let said = |id: &str| words.said.iter().find(|(known, _)| *known == id).unwrap().1.as_str();
    for n in 1..TAKES {
        assert!(said(&format!("take-{n}")).starts_with(&format!("{n} of {TAKES}.")));
    }
    assert!(said("take-all").starts_with(&format!("{TAKES} of {TAKES}.")));
}
