//! Photographs in their order, which session one follows, and what goes with one that is removed.

use care::words::Word as _;
use store::records::{Better, Outcome, Photo, Region, Seen};
use store::{Entry, Id, PhotoId};

use super::intake::id_of;
use super::view::View;
use super::{Album, remove_photo, session_before};
use crate::story::DoneSession;
use crate::testing::{Ana, Desk, at, by, done, drawn_on, nothing_measured, photo, score};

#[test]
fn the_same_picture_of_the_same_form_has_the_same_id_and_no_other() {
    let (form, earlier) = ("2026-12-05T09:00:00Z", "2026-01-01T00:00:00Z");
    let (form, person) = (Id::new(at(form)), Id::new(at(earlier)));
    let id = id_of(form, person, View::Front, b"one");
    assert_eq!(id, id_of(form, person, View::Front, b"one"));
    let others = [
        id_of(form, person, View::Front, b"two"),
        id_of(form, person, View::Left, b"one"),
        id_of(Id::new(at(earlier)), person, View::Front, b"one"),
        id_of(form, Id::new(at(earlier)), View::Front, b"one"),
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

#[test]
fn every_view_is_found_by_its_word() {
    for view in View::ALL {
        assert_eq!(View::find(view.word()), Some(*view));
    }
    assert_eq!(View::find("behind"), None);
}

#[test]
fn an_empty_album_has_nothing_to_compare() {
    let album = Ana::new().album();
    assert!(album.comparable().is_empty() && album.followed().is_empty());
    assert!(album.find(Id::new(at("2026-12-05T09:00:00Z"))).is_none());
    assert!(album.find_followed(Id::new(at("2026-12-05T09:00:00Z"))).is_none());
}

#[tokio::test]
async fn photographs_are_loaded_with_the_newest_first_whenever_they_were_sent() {
    let desk = Desk::new().await;
    for taken in ["2026-12-02T09:00:00Z", "2026-12-01T09:00:00Z", "2026-12-03T09:00:00Z"] {
        desk.keeps_photo(photo(taken, "front")).await;
    }
    let album = Album::load(&desk.store, desk.person).await.unwrap();
    let taken: Vec<_> = album.photos.iter().map(|photo| photo.record.taken).collect();
    assert!(taken.len() == 3 && taken.is_sorted_by(|one, next| one > next), "{taken:?}");
}

/// Two photographs, a place drawn on the first, one on the second, and what was measured of the first place.
async fn followed(desk: &Desk) -> [Entry<Photo>; 2] {
    let first = desk.keeps_photo(photo("2026-12-01T09:00:00Z", "front")).await;
    let second = desk.keeps_photo(photo("2026-12-20T09:00:00Z", "front")).await;
    let region = desk.keeps("2026-12-21T09:00:00Z", drawn_on(first.id)).await;
    desk.keeps("2026-12-21T09:01:00Z", drawn_on(second.id)).await;
    let measured = nothing_measured(region.id, (vec![first.id], vec![second.id]));
    desk.keeps("2026-12-22T09:00:00Z", Outcome::Measured(measured)).await;
    let scored = Outcome::Scored(score("2026-12-22", "self", 4.0));
    desk.keeps("2026-12-22T09:01:00Z", scored).await;
    [first, second]
}

/// Removes a photograph; the photographs that regions are drawn on afterwards, and how many outcomes there are.
async fn without(desk: &Desk, photo: &Entry<Photo>) -> (Vec<PhotoId>, usize) {
    let album = Album::load(&desk.store, desk.person).await.unwrap();
    remove_photo(&desk.store, by("2026-12-23T09:00:00Z"), &album, photo).await.unwrap();
    let regions = desk.all::<Region>().await.into_iter().map(|region| region.record.photo);
    (regions.collect(), desk.all::<Outcome>().await.len())
}

#[tokio::test]
async fn places_drawn_on_a_photograph_go_with_it_and_with_what_was_measured_of_them() {
    let desk = Desk::new().await;
    let [first, second] = followed(&desk).await;
    assert_eq!(without(&desk, &first).await, (vec![second.id], 1), "the score stays");
    assert_eq!(desk.all::<Photo>().await, [second]);
}

#[tokio::test]
async fn what_was_measured_in_a_photograph_goes_with_it_and_places_on_others_stay() {
    let desk = Desk::new().await;
    let [first, second] = followed(&desk).await;
    assert_eq!(without(&desk, &second).await, (vec![first.id], 1));
    assert_eq!(desk.all::<Photo>().await, [first]);
}

#[tokio::test]
async fn what_eyes_said_stays_when_a_photograph_goes() {
    let desk = Desk::new().await;
    let [earlier, later] = followed(&desk).await;
    let at = at("2026-12-22T10:00:00Z");
    let pair = Seen { at, earlier: earlier.id, later: later.id, better: Better::Later, goal: None };
    desk.keeps("2026-12-22T10:00:00Z", Outcome::Seen(pair.clone())).await;
    without(&desk, &later).await;
    let outcomes = desk.all::<Outcome>().await;
    assert!(outcomes.iter().any(|kept| kept.record == Outcome::Seen(pair.clone())));
}

#[tokio::test]
async fn a_place_is_found_with_what_was_measured_of_it_alone() {
    let desk = Desk::new().await;
    let [first, second] = followed(&desk).await;
    let album = Album::load(&desk.store, desk.person).await.unwrap();
    let counts: Vec<usize> = album.followed().iter().map(|one| one.measured.len()).collect();
    assert_eq!(counts, [1, 0]);
    for photo in [first, second] {
        let drawn = album.drawn_on(photo.id)[0];
        assert_eq!(album.find_followed(drawn.id).unwrap().region, *drawn);
    }
}
