//! What happened decides, on the pages: a life that is longer than one session.

use care::words::{Sign, Word as _};
use jiff::SignedDuration;
use store::records::{CheckIn, Device, Session};
use testhouse::{Home, answered, with_a_plan};

/// Somebody with a roller of 0.25 mm and a daily plan at 10:00, who stands at 10:00 on 5 December.
async fn daily() -> (Home, store::PersonId) {
    let mut person = answered();
    person.device = person.device.map(|device| Device { length_mm: Some(0.25), ..device });
    with_a_plan(person, "2026-12-03").await
}

async fn rolls(ana: &Home, at: &str, length: &str) {
    let fields = [
        ("at", at),
        ("length", length),
        ("passes", "4"),
        ("directions", "4"),
        ("anaesthetic", "no"),
        ("areas", "cheeks"),
        ("device", "roller"),
        ("needles", "192"),
    ];
    ana.posts("/session/new", &fields).await.is(303);
}

async fn says_all_is_clear(ana: &Home) {
    let all: Vec<(&str, &str)> = Sign::ALL.iter().map(|sign| (sign.word(), "0")).collect();
    ana.posts("/today/checkin", &all).await.is(303);
}

#[tokio::test]
async fn long_needles_rest_long_whatever_roller_lies_in_the_drawer() {
    let (ana, _) = daily().await;
    rolls(&ana, "2026-12-05T09:30", "1.5").await;
    ana.waits(SignedDuration::from_hours(24 * 5));
    says_all_is_clear(&ana).await;
    for page in ["/session", "/today", "/plan"] {
        ana.opens(page).await.sees("The skin rests for 8 weeks after needles of 1.5 mm");
    }
    ana.opens("/session").await.misses("/session/begin\"");
}

#[tokio::test]
async fn a_new_session_wipes_out_no_warning_sign() {
    let (ana, _) = daily().await;
    rolls(&ana, "2026-12-04T10:00", "0.25").await;
    ana.posts("/today/checkin", &[("flags", "pus")]).await.is(303);
    ana.opens("/today").await.sees("See a doctor today");
    ana.waits(SignedDuration::from_hours(1));
    rolls(&ana, "2026-12-05T10:30", "0.25").await;
    ana.opens("/today").await.sees("See a doctor today").sees("Pus");
    ana.waits(SignedDuration::from_mins(1));
    ana.posts("/today/checkin", &[("flags", "fever")]).await.is(303);
    ana.opens("/today").await.sees("Emergency now");
}

#[tokio::test]
async fn a_daily_rhythm_means_the_next_day_at_the_usual_hour() {
    let (ana, _) = daily().await;
    rolls(&ana, "2026-12-04T11:00", "0.25").await;
    ana.waits(SignedDuration::from_mins(-30));
    says_all_is_clear(&ana).await;
    let door = ana.opens("/session").await;
    door.sees("Not before today 10:00").misses("a check-in that shows healed skin");
    ana.waits(SignedDuration::from_mins(30));
    ana.opens("/session").await.sees("/session/begin\"");
}

#[tokio::test]
async fn a_session_saved_while_the_clock_was_ahead_hides_nothing() {
    let (mut ana, person) = daily().await;
    ana.waits(SignedDuration::from_hours(24 * 365));
    ana.enters().await;
    rolls(&ana, "2027-12-05T09:00", "0.25").await;
    ana.waits(SignedDuration::from_hours(-24 * 365));
    ana.enters().await;
    rolls(&ana, "2026-12-05T09:30", "0.25").await;
    ana.opens("/today").await.sees("Day 0").sees("Was the clock wrong?").misses("2027, 09:00");
    says_all_is_clear(&ana).await;
    let kept = ana.app.store().list::<CheckIn>(person).await.unwrap();
    let sessions = ana.app.store().list::<Session>(person).await.unwrap();
    let followed = sessions.iter().find(|entry| entry.id == kept[0].record.session).unwrap();
    let Session::Done(followed) = &followed.record else { panic!("{followed:?}") };
    assert!(followed.at < ana.now(), "it follows the session that was");
}
