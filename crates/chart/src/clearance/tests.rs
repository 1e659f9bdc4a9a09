//! What is kept of a clinician's word, and what is refused.

use care::words::{Flag, Word as _};
use store::records::Said as Word;

use super::*;
use crate::testing::{Desk, at, by, day};

const NOW: &str = "2026-12-05T09:00:00Z";

fn yes(about: &str) -> Said {
    let (by, on) = (Some("GP".into()), day("2026-12-01"));
    Said { about: about.into(), word: Word::Yes, by, on, until: None }
}

async fn person(desk: &Desk) -> Entry<Profile> {
    desk.store.find_person(desk.person).await.unwrap().unwrap()
}

async fn keeps(desk: &Desk, id: ClearanceId, said: Said) -> Result<Entry<Clearance>, Refused> {
    let protocol = Protocol::built_in().unwrap();
    let person = person(desk).await;
    keep_clearance(&desk.store, by(NOW), &protocol, &person, (id, said)).await
}

#[tokio::test]
async fn the_same_form_keeps_one_and_mends_it_as_old_as_it_was() {
    let (desk, id) = (Desk::new().await, ClearanceId::new(at(NOW)));
    let first = keeps(&desk, id, yes("cold_sores")).await.unwrap();
    assert_eq!(first, keeps(&desk, id, yes("cold_sores")).await.unwrap());
    let until = Some(day("2027-06-01"));
    let mended = keeps(&desk, id, Said { until, ..yes("cold_sores") }).await.unwrap();
    assert_eq!((mended.version, mended.record.at), (2, first.record.at));
    let other = keeps(&desk, id, yes(Flag::Pus.word())).await;
    assert!(matches!(other, Err(Refused::Record(Error::NotFound))), "{other:?}");
}

#[tokio::test]
async fn what_can_not_be_is_refused() {
    let (desk, id) = (Desk::new().await, ClearanceId::new(at(NOW)));
    let (on, until) = (day("2026-12-06"), Some(day("2026-12-01")));
    let word = Word::WaitUntil(day("2026-11-30"));
    let refused = [
        keeps(&desk, id, yes("horoscope")).await,
        keeps(&desk, id, Said { on, ..yes("pus") }).await,
        keeps(&desk, id, Said { word, ..yes("pus") }).await,
        keeps(&desk, id, Said { until, ..yes("pus") }).await,
    ];
    assert!(
        matches!(
            refused,
            [Err(Refused::About), Err(Refused::Ahead), Err(Refused::Wait), Err(Refused::Until)]
        ),
        "{refused:?}"
    );
    assert!(desk.store.list::<Clearance>(desk.person).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_correction_keeps_the_moment_and_the_thing_it_is_about() {
    let (desk, id) = (Desk::new().await, ClearanceId::new(at(NOW)));
    let kept = keeps(&desk, id, yes("pus")).await.unwrap();
    let (protocol, person) = (Protocol::built_in().unwrap(), person(&desk).await);
    let later = by("2026-12-07T09:00:00Z");
    let says = |said| correct(&desk.store, later, &protocol, &person, (&kept, said));
    assert_eq!(says(yes("pus")).await.unwrap(), kept, "nothing was changed");
    assert!(matches!(says(yes("fever")).await, Err(Refused::About)));
    let no = says(Said { word: Word::No, ..yes("pus") }).await.unwrap();
    assert_eq!((no.record.said, no.record.at), (Word::No, kept.record.at));
}

#[test]
fn the_latest_word_comes_first() {
    let entry = |on: &str, about: &str| {
        let said = Clearance {
            on: day(on),
            about: about.into(),
            said: Word::Yes,
            by: None,
            until: None,
            at: at(NOW),
        };
        crate::testing::entry(at(NOW), said)
    };
    let all =
        [entry("2026-11-01", "pus"), entry("2026-12-01", "pus"), entry("2026-12-02", "fever")];
    let days: Vec<_> = about(&all, "pus").iter().map(|entry| entry.record.on).collect();
    assert_eq!(days, [day("2026-12-01"), day("2026-11-01")]);
}
