//! What is kept of a photograph that comes in.

use care::words::Word as _;
use jiff::civil::datetime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Zoned};
use proptest::prelude::*;
use store::Id;
use store::records::Session;

use super::*;
use crate::testing::{Ana, Desk, at, by, cases, done, here};

fn zone() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

fn now() -> Timestamp {
    at("2026-12-06T12:00:00Z")
}

fn clean(taken: Option<Taken>) -> Clean {
    let (picture, thumbnail) = (b"picture".to_vec(), b"small".to_vec());
    let (width, height, media) = (600, 800, "image/jpeg");
    let (colour, camera) = (Colour::Converted, None);
    Clean { picture, thumbnail, width, height, media, taken, colour, camera }
}

fn clock(local: &str, offset: Option<Offset>) -> Option<Taken> {
    Some(Taken { local: local.parse().unwrap(), offset })
}

fn sent(session: Option<SessionId>) -> Sent {
    Sent { form: Id::new(now()), view: View::Left, session, camera: None }
}

/// What is kept of a photograph of somebody, taken by the camera's clock.
fn kept(ana: &Ana, session: Option<SessionId>, local: &str) -> Photo {
    record(&ana.chart, (now(), &zone()), &sent(session), &clean(clock(local, None)))
}

/// When a picture was taken, of somebody who was born in 1990.
fn read(said: Option<Taken>) -> Result<Timestamp, DateDoubt> {
    let born = Some(jiff::civil::date(1990, 4, 2));
    moment(now(), &zone(), born, said).map_err(|undated| undated.why)
}

#[test]
fn a_clock_without_a_zone_is_read_where_the_person_is() {
    let read = |offset| read(clock("2026-12-06T09:00:00", offset));
    assert_eq!(read(None), Ok(at("2026-12-06T08:00:00Z")));
    assert_eq!(read(Some(Offset::UTC)), Ok(at("2026-12-06T09:00:00Z")));
    assert_eq!(read(Some(jiff::tz::offset(-1))), Ok(at("2026-12-06T10:00:00Z")));
}

#[test]
fn a_clock_that_says_nothing_or_what_can_t_be_is_not_believed_and_it_is_said_why() {
    // It is 13:00 in Paris.
    let cases = [
        ("2026-12-06T13:00:00", Ok(now())),
        ("2026-12-06T13:04:00", Ok(now())),
        ("2026-12-06T13:05:01", Err(DateDoubt::Ahead)),
        ("2027-12-06T09:00:00", Err(DateDoubt::Ahead)),
        ("1990-04-02T09:00:00", Ok(at("1990-04-02T07:00:00Z"))),
        ("1990-04-01T23:59:59", Err(DateDoubt::BeforeBirth)),
        ("1989-12-31T23:59:59", Err(DateDoubt::LongAgo)),
        ("1980-01-01T00:00:00", Err(DateDoubt::LongAgo)),
    ];
    for (local, wanted) in cases {
        assert_eq!(read(clock(local, None)), wanted, "{local}");
    }
    assert_eq!(read(None), Err(DateDoubt::Unsaid));
}

#[test]
fn what_the_clock_said_is_kept_and_the_moment_it_came_in_stands_for_no_date() {
    let ana = Ana::new();
    let kept = kept(&ana, None, "1980-01-01T00:00:00");
    let undated = kept.undated.unwrap();
    assert_eq!(
        (undated.why, undated.said),
        (DateDoubt::LongAgo, "1980-01-01T00:00:00".parse().ok())
    );
    assert!(!kept.is_dated() && kept.taken == now());
}

#[test]
fn what_the_page_s_camera_takes_is_taken_now() {
    let of = |camera: Option<String>| {
        let sent = Sent { camera, ..sent(None) };
        record(&Ana::new().chart, (now(), &zone()), &sent, &clean(None))
    };
    let (here, file) = (of(Some("Browser camera: user".into())), of(None));
    assert!(here.is_dated() && here.taken == now());
    assert_eq!(file.undated.map(|undated| undated.why), Some(DateDoubt::Unsaid));
}

#[test]
fn an_hour_that_the_clocks_left_out_is_read_all_the_same() {
    let now = at("2027-04-01T00:00:00Z");
    let read = moment(now, &zone(), None, clock("2027-03-28T02:30:00", None));
    assert_eq!(read, Ok(at("2027-03-28T01:30:00Z")));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn no_photograph_is_taken_in_the_future(
        minutes in -3_000_000..3_000_000_i64, hours in proptest::option::of(-14..=14_i8),
    ) {
        let local = datetime(2026, 12, 6, 12, 0, 0, 0) + SignedDuration::from_mins(minutes);
        let taken = Taken { local, offset: hours.map(jiff::tz::offset) };
        prop_assert!(read(Some(taken)).is_ok_and(|at| at <= now()) || read(Some(taken)).is_err());
    }

    #[test]
    fn the_id_of_a_photograph_keeps_the_time_of_its_form(
        minutes in 0..3_000_000_i64, bytes in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let form = Id::new(at("2026-01-01T00:00:00Z") + SignedDuration::from_mins(minutes));
        let id = id_of(form, Id::new(now()), View::Front, &bytes);
        prop_assert!(id != form, "it says which picture");
        prop_assert_eq!(&id.to_string()[..13], &form.to_string()[..13]);
    }
}

#[test]
fn a_session_is_kept_only_where_it_was_named() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let session = ana.chart.story.sessions[0].id;
    assert_eq!(kept(&ana, None, "2026-12-06T09:00:00").session, None);
    assert_eq!(kept(&ana, Some(session), "2026-12-06T09:00:00").session, Some(session));
}

#[test]
fn a_session_that_came_later_or_that_is_not_there_is_not_kept() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let session = ana.chart.story.sessions[0].id;
    assert_eq!(kept(&ana, Some(session), "2026-12-04T23:59:00").session, None, "a day before");
    assert_eq!(kept(&ana, Some(session), "2026-12-05T08:00:00").session, Some(session));
    assert_eq!(kept(&ana, Some(Id::new(now())), "2026-12-06T09:00:00").session, None);
}

#[test]
fn colours_that_could_not_be_converted_are_unsure() {
    let of = |colour| {
        let clean = Clean { colour, ..clean(None) };
        record(&Ana::new().chart, (now(), &zone()), &sent(None), &clean).colours_unsure
    };
    let unsure = [Colour::Assumed, Colour::Converted, Colour::Kept].map(of);
    assert_eq!(unsure, [false, false, true]);
}

#[test]
fn a_file_knows_its_camera_better_than_the_page() {
    let read = Camera { model: Some("A".into()), focal_mm: Some(4.2), flash: Some(true) };
    let kept = camera(Some("page"), Some(read)).unwrap();
    assert_eq!(
        (kept.model.as_deref(), kept.focal_mm, kept.flash),
        (Some("A"), Some(4.2), Some(true))
    );
    let named = camera(Some("page"), None).unwrap();
    assert_eq!((named.model.as_deref(), named.focal_mm, named.flash), (Some("page"), None, None));
    assert_eq!(camera(None, None), None, "nothing is made up");
}

#[test]
fn a_long_name_of_a_camera_is_cut_between_letters() {
    let kept = camera(Some(&"é".repeat(200)), None).unwrap().model.unwrap();
    assert_eq!(kept, "é".repeat(CAMERA_LETTERS));
}

async fn keeps(desk: &Desk, now: &Zoned, bytes: &[u8], sent: &Sent) -> Entry<Photo> {
    let by = by(&now.timestamp().to_string());
    let chart = desk.chart().await;
    let file = (bytes, clean(None));
    keep_photo(&desk.store, by, &chart, now.time_zone(), sent, file).await.unwrap()
}

#[tokio::test]
async fn a_photograph_sent_twice_is_kept_once_and_another_beside_it() {
    let (desk, sent) = (Desk::new().await, sent(None));
    let first = keeps(&desk, &here("2026-12-06T12:00:00Z"), b"one", &sent).await;
    let again = keeps(&desk, &here("2026-12-06T12:05:00Z"), b"one", &sent).await;
    assert_eq!(again, first, "as it was kept at first");
    keeps(&desk, &here("2026-12-06T12:05:00Z"), b"two", &sent).await;
    assert_eq!(desk.all::<Photo>().await.len(), 2);
    assert_eq!(first.record.view, View::Left.word());
}

#[tokio::test]
async fn a_photograph_taken_for_a_session_hangs_on_it() {
    let desk = Desk::new().await;
    let session = Session::Done(done(at("2026-12-05T18:00:00Z")));
    let session = desk.keeps("2026-12-05T18:00:00Z", session).await;
    let photo = keeps(&desk, &here("2026-12-06T12:00:00Z"), b"one", &sent(Some(session.id))).await;
    assert_eq!(photo.record.session, Some(session.id));
}
