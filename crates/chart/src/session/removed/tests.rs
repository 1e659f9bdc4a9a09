//! A session taken back with its check-ins, and brought back as it was.

use jiff::SignedDuration;
use proptest::prelude::*;
use store::{CheckInId, JournalRow};

use super::*;
use crate::Chart;
use crate::testing::{Ana, Desk, at, by, cases, done, noon, photo};

const DONE: &str = "2026-12-05T18:00:00Z";

async fn session(desk: &Desk, moment: &str) -> Entry<Session> {
    desk.keeps(moment, Session::Done(done(at(moment)))).await
}

async fn checkin(desk: &Desk, moment: &str, session: SessionId) -> Entry<CheckIn> {
    let (at, signs, flags) = (at(moment), [].into(), Vec::new());
    desk.keeps(
        moment,
        CheckIn { session, at, signs, flags, note: None, corrected: None, evening: false },
    )
    .await
}

async fn removes(desk: &Desk, moment: &str, entry: &Entry<Session>) -> Result<(), Refused> {
    remove_session(&desk.store, by(moment), entry).await
}

async fn gone(desk: &Desk, id: SessionId, now: &str) -> Option<Gone> {
    Gone::find(&desk.store, (desk.person, id), at(now)).await.unwrap()
}

/// What the rules are told of somebody.
fn told(chart: &Chart) -> care::story::Story {
    chart.told(&Ana::new().protocol, &noon("2026-12-08")).unwrap()
}

#[tokio::test]
async fn a_session_goes_with_its_check_ins_and_with_no_other() {
    let desk = Desk::new().await;
    let (first, second) =
        (session(&desk, DONE).await, session(&desk, "2026-12-12T18:00:00Z").await);
    checkin(&desk, "2026-12-06T08:00:00Z", first.id).await;
    let stays = checkin(&desk, "2026-12-13T08:00:00Z", second.id).await;
    removes(&desk, "2026-12-14T09:00:00Z", &first).await.unwrap();
    assert_eq!(desk.all::<Session>().await, [second]);
    assert_eq!(desk.all::<CheckIn>().await, [stays]);
}

#[tokio::test]
async fn removed_and_brought_back_the_rules_are_told_the_same() {
    let desk = Desk::new().await;
    let removed = session(&desk, DONE).await;
    for moment in ["2026-12-06T08:00:00Z", "2026-12-07T08:00:00Z"] {
        checkin(&desk, moment, removed.id).await;
    }
    let before = told(&desk.chart().await);
    removes(&desk, "2026-12-07T09:00:00Z", &removed).await.unwrap();
    assert_ne!(told(&desk.chart().await), before);
    let back = gone(&desk, removed.id, "2026-12-07T09:05:00Z").await.unwrap();
    back.restore(&desk.store, by("2026-12-07T09:05:00Z"), desk.person).await.unwrap();
    assert_eq!(told(&desk.chart().await), before);
}

#[tokio::test]
async fn a_session_with_photographs_stays_with_all_that_follows_it() {
    let desk = Desk::new().await;
    let held = session(&desk, DONE).await;
    checkin(&desk, "2026-12-06T08:00:00Z", held.id).await;
    let photo = Photo { session: Some(held.id), ..photo("2026-12-06T09:00:00Z", "front") };
    desk.keeps_photo(photo).await;
    let refused = removes(&desk, "2026-12-07T09:00:00Z", &held).await;
    assert!(matches!(refused, Err(Refused::Held)), "{refused:?}");
    assert_eq!((desk.all::<Session>().await.len(), desk.all::<CheckIn>().await.len()), (1, 1));
}

#[tokio::test]
async fn a_photograph_of_another_session_holds_nothing() {
    let desk = Desk::new().await;
    let (first, second) =
        (session(&desk, DONE).await, session(&desk, "2026-12-12T18:00:00Z").await);
    let photo = Photo { session: Some(second.id), ..photo("2026-12-13T09:00:00Z", "front") };
    desk.keeps_photo(photo).await;
    removes(&desk, "2026-12-14T09:00:00Z", &first).await.unwrap();
    assert_eq!(desk.all::<Session>().await, [second]);
}

#[tokio::test]
async fn after_half_an_hour_a_session_can_not_be_brought_back() {
    let desk = Desk::new().await;
    let removed = session(&desk, DONE).await;
    removes(&desk, "2026-12-07T09:00:00Z", &removed).await.unwrap();
    assert!(gone(&desk, removed.id, "2026-12-07T09:30:00Z").await.is_some());
    assert!(gone(&desk, removed.id, "2026-12-07T09:30:01Z").await.is_none());
}

#[tokio::test]
async fn what_was_never_removed_can_not_be_brought_back() {
    let desk = Desk::new().await;
    let there = session(&desk, DONE).await;
    assert!(gone(&desk, there.id, "2026-12-05T18:05:00Z").await.is_none());
    assert!(gone(&desk, SessionId::new(at(DONE)), "2026-12-05T18:05:00Z").await.is_none());
}

#[tokio::test]
async fn a_check_in_that_was_taken_back_by_itself_stays_away() {
    let desk = Desk::new().await;
    let removed = session(&desk, DONE).await;
    let kept = checkin(&desk, "2026-12-06T08:00:00Z", removed.id).await;
    let taken_back = checkin(&desk, "2026-12-06T08:10:00Z", removed.id).await;
    desk.store.remove(by("2026-12-06T08:11:00Z"), &taken_back).await.unwrap();
    removes(&desk, "2026-12-06T08:12:00Z", &removed).await.unwrap();
    let back = gone(&desk, removed.id, "2026-12-06T08:13:00Z").await.unwrap();
    back.restore(&desk.store, by("2026-12-06T08:13:00Z"), desk.person).await.unwrap();
    let ids: Vec<CheckInId> = desk.all::<CheckIn>().await.iter().map(|entry| entry.id).collect();
    assert_eq!(ids, [kept.id]);
}

#[tokio::test]
async fn a_session_changed_meanwhile_is_not_removed_behind_somebodys_back() {
    let desk = Desk::new().await;
    let before = session(&desk, DONE).await;
    let Session::Done(mut mended) = before.record.clone() else { panic!("not done") };
    mended.passes = Some(8);
    let mended = Session::Done(mended);
    let mended = desk.store.change(by("2026-12-06T08:00:00Z"), &before, mended).await.unwrap();
    let refused = removes(&desk, "2026-12-06T08:01:00Z", &before).await;
    assert!(matches!(refused, Err(Refused::Record(Error::Stale))), "{refused:?}");
    assert_eq!(desk.all::<Session>().await, [mended]);
}

#[tokio::test]
async fn removing_and_bringing_back_are_both_in_the_journal() {
    let desk = Desk::new().await;
    let removed = session(&desk, DONE).await;
    let rows = async || -> Vec<JournalRow> {
        let rows = desk.store.journal(desk.person).await.unwrap();
        rows.into_iter().filter(|row| row.table == "session").collect()
    };
    removes(&desk, "2026-12-06T08:00:00Z", &removed).await.unwrap();
    assert_eq!(rows().await.len(), 2);
    let back = gone(&desk, removed.id, "2026-12-06T08:05:00Z").await.unwrap();
    back.restore(&desk.store, by("2026-12-06T08:05:00Z"), desk.person).await.unwrap();
    assert_eq!(rows().await.len(), 3);
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn whatever_followed_it_a_session_comes_back_as_it_was(
        hours in proptest::collection::btree_set(1..72_i64, 0..5), other in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let desk = Desk::new().await;
            let removed = session(&desk, DONE).await;
            if other {
                session(&desk, "2026-12-06T12:00:00Z").await;
            }
            for hour in &hours {
                let moment = at(DONE) + SignedDuration::from_hours(*hour);
                checkin(&desk, &moment.to_string(), removed.id).await;
            }
            let before = told(&desk.chart().await);
            removes(&desk, "2026-12-09T09:00:00Z", &removed).await.unwrap();
            let back = gone(&desk, removed.id, "2026-12-09T09:01:00Z").await.unwrap();
            back.restore(&desk.store, by("2026-12-09T09:01:00Z"), desk.person).await.unwrap();
            assert_eq!(told(&desk.chart().await), before);
        });
    }
}
