//! The present moment after a session.

use care::words::{Flag, ProductClass};

use super::clock::{Stand, stand, waiting};
use super::*;
use crate::testing::{Ana, here};

#[test]
fn before_the_first_session_there_is_nothing_to_watch() {
    let (ana, moment) = (Ana::new(), here("2026-12-05T09:00:00Z"));
    assert!(Now::of(&ana.protocol, &ana.chart, &moment).is_none());
}

#[test]
fn a_session_that_lies_ahead_is_no_past() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let moment = here("2026-12-05T17:59:59Z");
    assert!(Now::of(&ana.protocol, &ana.chart, &moment).is_none());
    let ana = ana.gets_needled("2026-12-01T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!((now.care.day, now.last.n), (4, 1), "the one before is watched");
    let moment = here("2026-12-05T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!((now.care.day, now.care.hours), (0, 0));
}

#[test]
fn the_last_check_in_tells_whether_the_skin_is_calm() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let moment = here("2026-12-07T18:00:00Z");
    let calm = |ana: &Ana| Now::of(&ana.protocol, &ana.chart, &moment).unwrap().is_calm();
    assert_eq!(calm(&ana), None);
    let ana = ana.checks_in("2026-12-06T08:00:00Z", 3);
    assert_eq!(calm(&ana), Some(false));
    let ana = ana.checks_in("2026-12-07T08:00:00Z", 0);
    assert_eq!(calm(&ana), Some(true));
}

#[test]
fn a_day_has_the_level_of_its_own_check_ins() {
    let ana = Ana::new()
        .gets_needled("2026-12-05T18:00:00Z")
        .checks_in("2026-12-06T08:00:00Z", 1)
        .checks_in("2026-12-08T08:00:00Z", 9);
    let moment = here("2026-12-09T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!(now.level_on(0), None);
    assert_eq!(now.level_on(2), None, "nobody checked in");
    assert!(now.level_on(3) > now.level_on(1), "{:?} {:?}", now.level_on(3), now.level_on(1));
    assert_eq!(now.level_on(3), Some(now.triage.level));
}

#[test]
fn a_day_has_the_level_of_a_sign_that_is_open_since_an_earlier_session() {
    let mut ana =
        Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-07T08:00:00Z", 0);
    ana.chart.story.checkins[0].record.flags = vec![Flag::Pus];
    let ana = ana.gets_needled("2026-12-10T18:00:00Z").checks_in("2026-12-12T08:00:00Z", 0);
    let moment = here("2026-12-12T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert!(now.level_on(2) > Some(Level::Watch), "nobody has looked at it");
    assert_eq!(now.level_on(2), Some(now.triage.level));
}

#[test]
fn products_that_ask_for_calm_skin_wait_for_somebody_to_say_so() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let late = here("2027-02-05T18:00:00Z");
    let of = |ana: &Ana| {
        let now = Now::of(&ana.protocol, &ana.chart, &late).unwrap();
        let only_calm = now.care.products.iter().find(|product| product.row.only_calm).unwrap();
        stand(&now, only_calm)
    };
    assert_eq!(of(&ana), Stand::IfCalm);
    let seen = |score| {
        Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-06T08:00:00Z", score)
    };
    assert_eq!(of(&seen(9)), Stand::Held, "something is urgent");
    assert_eq!(of(&seen(1)), Stand::NotCalm);
    assert_eq!(of(&seen(0)), Stand::Open);
}

#[test]
fn what_waits_is_told_with_the_soonest_first() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let moment = here("2026-12-05T18:01:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    let all: Vec<_> = waiting(&now).iter().map(|one| one.not_before.timestamp()).collect();
    assert!(all.len() > 1 && all.is_sorted());
    let acids = now.care.products.iter().find(|one| one.row.class == ProductClass::Acids).unwrap();
    assert_eq!(stand(&now, acids), Stand::Waits);
}

#[test]
fn evenings_stand_a_little_after_mornings_of_their_day() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let session = session_of(ana.chart.story.done()[0].done);
    let morning = place(&session, &here("2026-12-07T07:00:00Z"));
    let evening = place(&session, &here("2026-12-07T19:00:00Z"));
    assert!(2.0 < morning && morning < evening && evening < 2.25, "{morning} {evening}");
}

#[test]
fn a_class_is_open_held_or_waits_by_its_time_and_by_the_skin() {
    let class = |ana: &Ana, moment: &str, of: ProductClass| {
        let moment = here(moment);
        let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
        let product = now.care.products.iter().find(|one| one.row.class == of).unwrap();
        stand(&now, product)
    };
    let calm = Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-06T18:00:00Z", 0);
    let not_before = |ana: &Ana| {
        let moment = here("2026-12-05T18:01:00Z");
        let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
        let of = now.care.products.iter().find(|one| one.row.class == ProductClass::Acids).unwrap();
        of.not_before.timestamp()
    };
    let opens = not_before(&calm);
    let before = opens - jiff::SignedDuration::from_secs(1);
    assert_eq!(class(&calm, &before.to_string(), ProductClass::Acids), Stand::Waits);
    assert_eq!(class(&calm, &opens.to_string(), ProductClass::Acids), Stand::Open);
    let ill = calm.says("2026-12-07T18:00:00Z", [].into(), &[Flag::Pus]);
    assert_eq!(class(&ill, &opens.to_string(), ProductClass::Acids), Stand::Held);
}

#[test]
fn what_changes_next_lies_ahead_and_nothing_changes_in_between() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let cards = |moment: &Zoned| {
        let now = Now::of(&ana.protocol, &ana.chart, moment).unwrap();
        let ids = now.care.to_do.iter().chain(&now.care.avoid).map(|card| card.id.clone());
        (ids.collect::<Vec<_>>(), now.changes())
    };
    let mut moment = here("2026-12-05T18:00:00Z");
    let mut changes = 0;
    while let (then, Some(next)) = cards(&moment) {
        assert!(next > moment, "{next} after {moment}");
        let just_before = next.saturating_sub(jiff::ToSpan::seconds(1));
        assert_eq!(cards(&just_before).0, then, "nothing changes before {next}");
        assert_ne!(cards(&next).0, then, "something changes at {next}");
        (moment, changes) = (next, changes + 1);
    }
    assert!(changes > 2, "only {changes} changes");
}

#[test]
fn after_the_last_day_that_has_a_band_nothing_is_usual() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let on = |days: i64| {
        let moment = here("2026-12-05T18:00:00Z").saturating_add(jiff::ToSpan::days(days));
        let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
        (now.most_usual(Sign::Redness), now.is_over())
    };
    assert!(on(0).0 > 0 && !on(0).1);
    assert!(!on(LAST_BAND_DAY).1);
    assert_eq!(on(LAST_BAND_DAY + 1), (0, true));
}

#[test]
fn of_two_check_ins_at_odds_the_later_one_tells_how_the_skin_is() {
    let ana = Ana::new()
        .gets_needled("2026-12-05T18:00:00Z")
        .checks_in("2026-12-07T20:00:00Z", 0)
        .checks_in("2026-12-07T08:00:00Z", 3);
    let moment = here("2026-12-08T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!(now.is_calm(), Some(true), "though it was written down first");
    assert_eq!(
        now.latest().map(|checkin| checkin.at.to_string()).as_deref(),
        Some("2026-12-07T20:00:00Z")
    );
}

#[test]
fn a_silent_day_is_never_as_expected() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-06T08:00:00Z", 0);
    let ana = ana.says("2026-12-07T08:00:00Z", [].into(), &[]);
    let moment = here("2026-12-08T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!(now.level_on(1), Some(Level::Expected));
    assert_eq!((now.level_on(2), now.is_calm()), (Some(Level::Watch), None));
}

#[test]
fn a_check_in_by_a_clock_that_was_ahead_says_nothing_of_the_skin_yet() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-07T08:00:00Z", 0);
    let calm = |moment: &str| {
        let moment = here(moment);
        Now::of(&ana.protocol, &ana.chart, &moment).unwrap().is_calm()
    };
    assert_eq!(calm("2026-12-07T07:59:59Z"), None);
    assert_eq!(calm("2026-12-07T08:00:00Z"), Some(true));
}

mod kept {
    //! Check-ins as they are kept, taken back and corrected.

    use store::records::{CheckIn, Session};
    use store::{CheckInId, Entry, Id};

    use super::super::checkin::{Refused, Seen, correct, is_fresh, keep_checkin, take_back};
    use super::*;
    use crate::testing::{Desk, at, by, done};

    fn seen(score: u8) -> Seen {
        Seen { signs: [(Sign::Redness, score)].into(), flags: Vec::new(), note: None }
    }

    async fn needled() -> Desk {
        let desk = Desk::new().await;
        let moment = "2026-12-05T18:00:00Z";
        desk.keeps(moment, Session::Done(done(at(moment)))).await;
        desk
    }

    async fn keeps(
        desk: &Desk,
        moment: &str,
        id: CheckInId,
        score: u8,
    ) -> Result<Entry<CheckIn>, Refused> {
        let chart = desk.chart().await;
        keep_checkin(&desk.store, by(moment), &chart, (id, seen(score))).await
    }

    fn form() -> CheckInId {
        Id::new(at("2026-12-06T08:00:00Z"))
    }

    #[tokio::test]
    async fn without_a_session_there_is_nothing_to_check() {
        let desk = Desk::new().await;
        let refused = keeps(&desk, "2026-12-06T08:00:00Z", form(), 2).await;
        assert!(matches!(refused, Err(Refused::NoSession)), "{refused:?}");
        let ahead = needled().await;
        let refused = keeps(&ahead, "2026-12-05T17:59:59Z", form(), 2).await;
        assert!(matches!(refused, Err(Refused::NoSession)), "it lies ahead: {refused:?}");
    }

    #[tokio::test]
    async fn a_check_in_follows_the_last_session() {
        let desk = needled().await;
        let last = Session::Done(done(at("2026-12-08T18:00:00Z")));
        let last = desk.keeps("2026-12-08T18:00:00Z", last).await;
        let kept = keeps(&desk, "2026-12-09T08:00:00Z", form(), 2).await.unwrap();
        assert_eq!(kept.record.session, last.id);
    }

    #[tokio::test]
    async fn a_form_sent_again_mends_for_half_an_hour_and_is_another_afterwards() {
        let (desk, id) = (needled().await, form());
        keeps(&desk, "2026-12-06T08:00:00Z", id, 2).await.unwrap();
        let mended = keeps(&desk, "2026-12-06T08:30:00Z", id, 3).await.unwrap();
        assert_eq!((mended.id, desk.all::<CheckIn>().await.len()), (id, 1));
        let another = keeps(&desk, "2026-12-06T09:00:01Z", id, 4).await.unwrap();
        assert_ne!(another.id, id);
        let scores: Vec<_> = desk
            .all::<CheckIn>()
            .await
            .iter()
            .map(|one| one.record.signs[&Sign::Redness])
            .collect();
        assert_eq!(scores, [3, 4]);
    }

    #[tokio::test]
    async fn a_check_in_can_be_taken_back_for_half_an_hour() {
        let desk = needled().await;
        let kept = keeps(&desk, "2026-12-06T08:00:00Z", form(), 2).await.unwrap();
        let back = async |moment| take_back(&desk.store, by(moment), desk.person, kept.id).await;
        let late = back("2026-12-06T08:30:01Z").await;
        assert!(matches!(late, Err(Refused::Late)), "{late:?}");
        assert_eq!(desk.all::<CheckIn>().await.len(), 1, "what was seen stays seen");
        back("2026-12-06T08:30:00Z").await.unwrap();
        assert!(desk.all::<CheckIn>().await.is_empty());
        let gone = back("2026-12-06T08:30:00Z").await;
        assert!(matches!(gone, Err(Refused::Record(store::Error::NotFound))), "{gone:?}");
    }

    #[tokio::test]
    async fn a_check_in_of_a_clock_that_was_ahead_is_fresh() {
        let desk = needled().await;
        let kept = keeps(&desk, "2026-12-06T08:00:00Z", form(), 2).await.unwrap();
        assert!(is_fresh(&kept.record, at("2026-12-06T07:00:00Z")));
    }

    #[tokio::test]
    async fn a_correction_keeps_the_moment_and_says_why() {
        let desk = needled().await;
        let kept = keeps(&desk, "2026-12-06T08:00:00Z", form(), 2).await.unwrap();
        let corrects = async |reason: &str| {
            let (ids, reason) = ((desk.person, kept.id), reason.parse().unwrap());
            correct(&desk.store, by("2026-12-20T08:00:00Z"), ids, seen(5), reason).await
        };
        for none in ["", "  "] {
            let refused = corrects(none).await;
            assert!(matches!(refused, Err(Refused::NoReason)), "{refused:?}");
        }
        let corrected = corrects("a slip").await.unwrap();
        let said = CheckIn {
            signs: seen(5).signs,
            corrected: Some("a slip".parse().unwrap()),
            ..kept.record
        };
        assert_eq!((&corrected.record, corrected.version), (&said, 2));
        let again = corrects("a slip").await.unwrap();
        assert_eq!(again.version, 2, "the same form sent again changes nothing");
    }

    #[tokio::test]
    async fn a_check_in_that_was_corrected_stays_so_when_its_form_is_sent_again() {
        let desk = needled().await;
        let kept = keeps(&desk, "2026-12-06T08:00:00Z", form(), 2).await.unwrap();
        let ids = (desk.person, kept.id);
        correct(&desk.store, by("2026-12-06T08:05:00Z"), ids, seen(5), "a slip".parse().unwrap())
            .await
            .unwrap();
        let again = keeps(&desk, "2026-12-06T08:10:00Z", kept.id, 5).await.unwrap();
        assert_eq!(again.record.corrected.as_deref(), Some("a slip"));
    }
}
