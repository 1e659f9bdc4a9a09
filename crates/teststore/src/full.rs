//! Records of every kind with every field told, for what must come back as it went in. For all other tests there is
//! [`crate::plain`].
//!
//! [`Full`] is one of any kind: what tests of every kind are made of. A kind without it does not compile there.

use std::collections::BTreeMap;
use std::fmt::Debug;

use jiff::Timestamp;
use store::{
    Actor, Answers, Better, By, Camera, CheckIn, Clearance, Consent, DateDoubt, Entry, Id, KeptDay,
    Move, Outcome, Part, PersonId, Photo, PhotoId, Plain, Profile, Programme, ProtocolName, Region,
    RegionId, Registration, Said, Score, Screening, Seen, Session, SessionId, Staff, StaffRole,
    Store, Undated, Wishes,
};

/// A moment, some microseconds later each time it is asked for a greater number.
pub fn at(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(1_795_000_000_000_000 + micros).unwrap()
}

/// The owner, at such a moment.
pub fn by(micros: i64) -> By {
    By { actor: Actor::Owner, at: at(micros) }
}

/// An id that nothing has yet.
pub fn new_id<K>() -> Id<K> {
    Id::new(at(0))
}

/// Somebody with a name.
pub fn profile(name: &str) -> Profile {
    let mut answers = Answers::new();
    answers.insert("retinoids".into(), serde_json::json!({"stopped": "2026-09-01"}));
    Profile {
        name: Some(name.into()),
        zone: "Europe/Paris".into(),
        setting: care::words::Setting::Home,
        born: Some("1990-02-03".parse().unwrap()),
        skin_type: Some(3),
        sensitive: None,
        goals: vec![care::words::Goal::Texture],
        areas: vec![care::words::Area::Cheeks],
        device: None,
        free_days: vec![],
        answers,
        steps_done: vec!["about".into()],
        wishes: Wishes::default(),
    }
}

fn protocol() -> ProtocolName {
    ProtocolName { name: "home".into(), version: "1".into(), variant: None }
}

/// A screening.
pub fn screening() -> Screening {
    Screening {
        asked_again: false,
        on: "2026-11-23".parse().unwrap(),
        setting: care::words::Setting::Home,
        answers: Answers::new(),
        about: Some((&profile("Ada")).into()),
        verdict: care::verdict::VerdictKind::Proceed,
        until: None,
        findings: vec![],
        protocol: protocol(),
    }
}

/// A programme with a day that was moved.
pub fn programme() -> Programme {
    Programme {
        first: "2026-12-05".parse().unwrap(),
        minute: 1140,
        screening: new_id(),
        protocol: protocol(),
        ended: None,
        moves: vec![Move { from: date("2026-12-12"), to: date("2026-12-14"), at: at(6) }],
        rhythm: Some(care::words::RhythmChoice::Daily),
    }
}

/// A session that did not happen.
pub fn missed(reason: &str) -> Session {
    let programme = Some(new_id());
    Session::Missed { on: date("2026-12-05"), reason: Some(reason.parse().unwrap()), programme }
}

/// A session that was left out on purpose.
pub fn skipped(reason: &str) -> Session {
    let programme = Some(new_id());
    Session::Skipped { on: date("2026-12-12"), reason: Some(reason.parse().unwrap()), programme }
}

/// A clinician's word; of what they said every kind is taken in turn.
pub fn clearance(about: &str, by: &str) -> Clearance {
    let said = [Said::Yes, Said::No, Said::WaitUntil(date("2027-01-31"))][about.len() % 3];
    let (on, until) = (date("2026-11-20"), Some(date("2027-06-30")));
    Clearance { on, about: about.into(), said, by: Some(by.into()), until, at: at(11) }
}

/// A day that needs calm skin.
pub fn kept_day(name: &str) -> KeptDay {
    KeptDay { on: date("2027-05-01"), days_before: Some(7), name: Some(name.into()) }
}

/// Somebody who works, or worked, in the clinic.
pub fn staff(name: &str, works: bool) -> Staff {
    let registration = Registration { body: "GB".into(), number: "GB-7301234".into() };
    let (name, role) = (format!("{name} of the clinic"), StaffRole::Practitioner);
    Staff { name, role, registration: Some(registration), works }
}

fn date(text: &str) -> jiff::civil::Date {
    text.parse().unwrap()
}

/// A check-in that was corrected.
pub fn check_in(session: SessionId, note: &str) -> CheckIn {
    let signs = BTreeMap::from([(care::words::Sign::Redness, 4)]);
    let (note, corrected) = (Some(note.parse().unwrap()), Some("Looked again".parse().unwrap()));
    CheckIn { session, at: at(7), signs, flags: vec![], note, corrected, evening: true }
}

/// What is known of a photograph.
pub fn photo(session: Option<SessionId>) -> Photo {
    Photo {
        taken: at(3),
        undated: Some(Undated {
            why: DateDoubt::LongAgo,
            said: Some("1980-01-01T00:00:00".parse().unwrap()),
        }),
        view: "front".into(),
        session,
        width: 640,
        height: 480,
        media: "image/jpeg".into(),
        camera: Some(Camera {
            model: Some("Phone 7".into()),
            focal_mm: Some(4.2),
            flash: Some(false),
        }),
        colours_unsure: false,
        file: Some("0123abcd".into()),
        note: None,
    }
}

/// A consent to photographs.
pub fn consent() -> Consent {
    Consent { to: "photos".into(), words: "I agree.".into(), at: at(1), withdrawn: None }
}

/// A place of skin.
pub fn region(photo: PhotoId) -> Region {
    let place = Part { x: 1.1 / 100.0, y: 0.5, width: 0.125, height: 0.0625 };
    Region { photo, name: Some("Left cheek".into()), place, reference: Some(place), control: None }
}

/// What somebody saw in two photographs.
pub fn seen(earlier: PhotoId, later: PhotoId) -> Outcome {
    let goal = Some(care::words::Goal::AcneScars);
    Outcome::Seen(Seen { at: at(9), earlier, later, better: Better::Later, goal })
}

/// A measurement with figures that take every digit of a number, some of which a careless reader gets wrong by a hair.
pub fn measured(region: RegionId, photo: PhotoId) -> Outcome {
    let json = serde_json::json!({
        "kind": "measured", "region": region, "version": 3, "before": [photo], "after": [photo],
        "result": "decrease-beyond-noise", "why_not": [{"id": "blur", "figure": 2.5}],
        "control": null, "repeats": true, "tone": "tan", "inliers": 70, "method": 1,
    });
    let Ok(Outcome::Measured(mut measured)) = serde_json::from_value(json) else {
        panic!("not a measurement")
    };
    measured.delta_ei = Some(-1.1 / 100.0);
    measured.sdc = Some(2.2 / 100.0);
    measured.red_area = Some((1.3 / 100.0, 1.4 / 100.0));
    measured.movement = Some([1.0, 2.6 / 100.0, -3.5, 0.0, 1.0, 0.1 + 0.2, 1e-7, 0.0]);
    Outcome::Measured(measured)
}

/// A score on a scale.
pub fn scored() -> Outcome {
    score("tired")
}

fn score(note: &str) -> Outcome {
    let on = "2026-11-20".parse().unwrap();
    Outcome::Scored(Score {
        scale: "self".into(),
        on,
        value: 6.0,
        note: Some(note.parse().unwrap()),
    })
}

/// Somebody.
pub async fn somebody(store: &Store) -> Entry<Profile> {
    store.add_person(by(0), &profile("Ada")).await.unwrap()
}

/// A kind of a person's record that tests of every kind can make.
pub trait Full: Plain + PartialEq + Debug {
    /// One with every field told. `word` is what they wrote in their own words, `session` one of their sessions.
    fn full(word: &str, session: SessionId) -> Self;
}

macro_rules! full {
    ($($kind:ident($word:pat_param, $session:pat_param) => $made:expr,)*) => {$(
        impl Full for $kind {
            fn full($word: &str, $session: SessionId) -> Self {
                $made
            }
        }
    )*};
}

// A new kind is added here.
full! {
    Screening(word, _) => Screening { answers: [("keloid".into(), word.into())].into(), ..screening() },
    Programme(word, _) => Programme { protocol: ProtocolName { name: word.into(), ..protocol() }, ..programme() },
    Session(word, _) => missed(word),
    CheckIn(word, session) => check_in(session, word),
    Consent(word, _) => Consent { words: word.into(), ..consent() },
    Region(word, _) => Region { name: Some(word.into()), ..region(new_id()) },
    Outcome(word, _) => score(word),
    Clearance(word, _) => clearance("keloid", word),
    KeptDay(word, _) => kept_day(word),
}

macro_rules! each {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Keeps one of each kind, with the same word in all of them.
        pub async fn keep_one_of_each(
            store: &Store,
            by: By,
            (person, session): (PersonId, SessionId),
            word: &str,
        ) {
            $(store.add(by, person, new_id(), &store::$kind::full(word, session)).await.unwrap();)*
        }

        /// The kinds whose [`Full`] leaves the word out, so that nobody would find it on the disk.
        pub fn without_a_word() -> Vec<&'static str> {
            let (word, session) = ("canary", new_id());
            let all = [$(($table, serde_json::to_string(&store::$kind::full(word, session)).unwrap())),*];
            all.into_iter().filter(|(_, json)| !json.contains(word)).map(|(table, _)| table).collect()
        }
    };
}
store::kinds!(each);
