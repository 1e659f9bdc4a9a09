//! What holds of photographs without a record: ids, and which session one follows.

use care::words::Setting;
use jiff::Timestamp;
use store::Id;
use store::records::Done;

use super::intake::id_of;
use super::session_before;
use super::view::View;
use crate::story::DoneSession;

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
