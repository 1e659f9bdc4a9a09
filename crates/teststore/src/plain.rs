//! A record of each kind as somebody ordinary keeps it. What is special about one is said over it:
//! `Photo { session: Some(id), ..photo(at, "front") }`.

use std::sync::LazyLock;

use care::Protocol;
use care::protocol::rows::Question;
use care::verdict::VerdictKind;
use care::words::{Area, DeviceKind, Goal, Setting, Sign, Word as _};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use store::records::{
    Answers, CheckIn, Clearance, Device, Done, Photo, Profile, Programme, ProtocolName, Said,
    Scores, Screening, Wishes,
};
use store::{Actor, By, Id, PersonId, Plain, ScreeningId, SessionId, Store};

/// The owner at a moment.
pub fn owner(at: Timestamp) -> By {
    By { actor: Actor::Owner, at }
}

/// Keeps something of a person as its owner, at a moment.
pub async fn keep<R: Plain>(store: &Store, person: PersonId, at: Timestamp, record: &R) -> Id<R> {
    store.add(owner(at), person, Id::new(at), record).await.expect("it is kept").id
}

/// Somebody at home in Paris who has said who they are and what they want, and answered nothing.
pub fn profile() -> Profile {
    Profile {
        name: None,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        born: Some(jiff::civil::date(1990, 4, 2)),
        skin_type: Some(2),
        sensitive: Some(false),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: None,
        free_days: Vec::new(),
        answers: Answers::new(),
        steps_done: Vec::new(),
        wishes: Wishes::default(),
    }
}

/// The same with a roller of 0.3 mm, having answered everything so that nothing speaks against needling.
pub fn answered() -> Profile {
    Profile { answers: harmless(), device: Some(roller()), ..profile() }
}

/// The first answer of each question; of products, none.
pub fn harmless() -> Answers {
    static ALL: LazyLock<Answers> = LazyLock::new(|| {
        let protocol = Protocol::built_in().expect("the built-in protocol is sound");
        let first = |question: &Question| -> Value {
            question.answers.first().map_or_else(|| json!([]), |word| json!(word))
        };
        protocol.questions().iter().map(|question| (question.id.clone(), first(question))).collect()
    });
    ALL.clone()
}

/// A roller of 0.3 mm, some days old when the tests begin.
pub fn roller() -> Device {
    let since = Some(jiff::civil::date(2026, 12, 1));
    Device { kind: DeviceKind::Roller, needles: Some(192), length_mm: Some(0.3), since }
}

/// Which protocol decided.
pub fn protocol() -> ProtocolName {
    ProtocolName { name: "needlewise".into(), version: "1.0.0".into(), variant: None }
}

/// A screening that found nothing.
pub fn screening(on: Date) -> Screening {
    Screening {
        asked_again: false,
        on,
        setting: Setting::Home,
        answers: harmless(),
        about: None,
        verdict: VerdictKind::Proceed,
        until: None,
        findings: Vec::new(),
        protocol: protocol(),
    }
}

/// A programme from a day on, at 10:00.
pub fn programme(first: Date, screening: ScreeningId) -> Programme {
    Programme {
        first,
        minute: 600,
        screening,
        protocol: protocol(),
        ended: None,
        moves: Vec::new(),
        rhythm: None,
    }
}

/// A session that was done.
pub fn done(at: Timestamp) -> Done {
    Done {
        at,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        areas: vec![Area::Cheeks],
        skin_type: Some(2),
        length_mm: 0.5,
        passes: Some(4),
        directions: Some(4),
        anaesthetic: Some(false),
        device: None,
        zones: Vec::new(),
        programme: None,
        screening: None,
        before: Scores::new(),
        note: None,
    }
}

/// A check-in that saw no sign at all.
pub fn check_in(session: SessionId, at: Timestamp) -> CheckIn {
    let signs = Sign::ALL.iter().map(|sign| (*sign, 0)).collect();
    let flags = Vec::new();
    CheckIn { session, at, signs, flags, note: None, corrected: None, evening: false }
}

/// What is known of a photograph; its pixels are another matter.
pub fn photo(taken: Timestamp, view: &str) -> Photo {
    Photo {
        taken,
        undated: None,
        view: view.into(),
        session: None,
        width: 120,
        height: 160,
        media: "image/jpeg".into(),
        camera: None,
        colours_unsure: false,
        file: None,
        note: None,
    }
}

/// A clinician said yes to something, on the day it was noted.
pub fn clearance(at: Timestamp, about: &str) -> Clearance {
    let on = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    Clearance { on, about: about.into(), said: Said::Yes, by: None, until: None, at }
}
