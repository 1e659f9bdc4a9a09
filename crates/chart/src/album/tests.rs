//! What holds of photographs without a record: ids, and which session one follows.

use store::Id;

use super::intake::id_of;
use super::session_before;
use super::view::View;
use crate::story::DoneSession;
use crate::testing::{Ana, at, done};

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
    let sessions = [
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
        let found = session_before(&sessions, wanted, at(taken)).map(|session| session.n);
        assert_eq!(found, n, "{taken}");
    }
}

#[test]
fn photographs_of_a_view_stand_in_their_order_and_two_can_be_compared() {
    let ana = Ana::new()
        .photographs("2026-12-01T09:00:00Z", "front")
        .photographs("2026-12-02T09:00:00Z", "left")
        .photographs("2026-12-20T09:00:00Z", "front");
    let album = ana.album();
    let taken: Vec<_> = album.of_view("front").iter().map(|photo| photo.record.taken).collect();
    assert_eq!(taken, [at("2026-12-01T09:00:00Z"), at("2026-12-20T09:00:00Z")]);
    assert_eq!(album.comparable(), [View::Front]);
    assert_eq!(album.find(album.photos[0].id).map(|photo| photo.record.taken), Some(taken[1]));
}

#[test]
fn a_photograph_says_on_which_day_after_which_session() {
    let ana = Ana::new()
        .gets_needled("2026-12-05T18:00:00Z")
        .photographs("2026-12-05T09:00:00Z", "front")
        .photographs("2026-12-06T23:30:00Z", "front");
    let album = ana.album();
    let since =
        |n: usize| album.since(&album.photos[n].record).map(|(session, day)| (session.n, day));
    assert_eq!(since(1), None);
    // Half past eleven in UTC is the next day in Paris.
    assert_eq!(since(0), Some((1, 2)));
}
