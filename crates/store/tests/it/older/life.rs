//! What is in a record that is kept for later versions: one person with a bit of everything, and one who was erased.
//!
//! Everything is written as JSON, as the record keeps it, so that a type with a new field makes no other life.

use jiff::Timestamp;
use serde_json::{Value as Json, json};
use store::{
    Actor, By, CheckIn, Clearance, Consent, Entry, Id, KeptDay, Outcome, PersonId, Photo, PhotoId,
    Plain, Profile, Programme, ProgrammeId, Reader, Region, Screening, ScreeningId, Session,
    SessionId, Store,
};

use super::{FEED, LOGIN, PASSPHRASE};

pub fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn by(text: &str) -> By {
    By { actor: Actor::Owner, at: moment(text) }
}

/// A record out of its JSON.
fn read<R: serde::de::DeserializeOwned>(json: Json) -> R {
    serde_json::from_value(json).unwrap()
}

/// Lives it, and says whose life it was.
pub async fn live(store: &Store) -> PersonId {
    let mut ada = Living { store, person: somebody(store).await };
    ada.erased().await;
    let (programme, screening) = ada.begins().await;
    let sessions = ada.rolls(programme, screening).await;
    ada.heals(sessions).await;
    ada.looks(sessions).await;
    ada.is_told().await;
    ada.lets_in().await;
    ada.person
}

async fn somebody(store: &Store) -> PersonId {
    let at = "2026-10-01T16:00:00.123456Z";
    let first = store.add_person(by(at), &profile("1990-02-03")).await.unwrap();
    let later = by("2026-10-01T16:05:00Z");
    store.change_person(later, &first, profile("1991-02-03")).await.unwrap().id
}

fn profile(born: &str) -> Profile {
    read(json!({
        "name": "Ada", "zone": "Europe/Paris", "setting": "home", "born": born, "skin_type": 3,
        "sensitive": false, "goals": ["acne-scars", "texture"], "areas": ["cheeks", "forehead"],
        "device": {"kind": "roller", "needles": 192, "length_mm": 0.25, "since": "2026-09-28"},
        "free_days": ["saturday"], "answers": answers(), "steps_done": ["about", "skin"],
        "wishes": {"language": "en", "dark": true, "variant": null},
    }))
}

fn answers() -> Json {
    json!({
        "pregnancy": "no", "active_acne": "no", "skin_condition": "elsewhere", "autoimmune": "unknown",
        "retinoid": {"stopped": "2026-03-01", "form": "oral"}, "infection": "no", "keloid": "no",
        "cold_sores": "past", "sunburn": {"on": "2026-08-20"}, "anticoagulant": "yes",
        "last_needling": "never", "using": ["sunscreen", "vitamin-c"],
    })
}

fn protocol() -> Json {
    json!({"name": "default", "version": "1.0.0", "variant": "cautious"})
}

struct Living<'a> {
    store: &'a Store,
    person: PersonId,
}

impl Living<'_> {
    async fn add<R: Plain>(&self, at: &str, json: Json) -> Entry<R> {
        let (by, record) = (by(at), read::<R>(json));
        self.store.add(by, self.person, Id::new(by.at), &record).await.unwrap()
    }

    /// Nothing of them is left but rows of the journal.
    async fn erased(&mut self) {
        let (then, now) = (by("2026-10-01T16:06:00Z"), by("2026-10-01T16:08:00Z"));
        let other = self.store.add_person(then, &profile("1970-01-01")).await.unwrap();
        self.store.erase_person(now, other.id).await.unwrap();
    }

    async fn begins(&self) -> (ProgrammeId, ScreeningId) {
        let words = "I agree that my photos are kept here.";
        let at = "2026-10-01T16:10:00Z";
        self.add::<Consent>(at, json!({"to": "photos", "words": words, "at": at})).await;
        let finding = json!({
            "rule": "anticoagulant", "verdict": "ask-clinician", "until": null, "answered": "yes"
        });
        let screening = self.add::<Screening>("2026-10-01T16:12:00Z", json!({
            "on": "2026-10-01", "setting": "home", "answers": answers(), "verdict": "ask-clinician",
            "until": null, "findings": [finding], "protocol": protocol(),
        }));
        let screening = screening.await.id;
        let plan = |first: &str| json!({"first": first, "minute": 1140, "screening": screening, "protocol": protocol()});
        let begun = self.add("2026-10-01T16:15:00Z", plan("2026-10-10")).await;
        let moved: Programme = read(plan("2026-10-03"));
        let programme = self.store.change(by("2026-10-02T07:00:00Z"), &begun, moved).await.unwrap();
        (programme.id, screening)
    }

    /// At home, a rest, in a clinic, and one that is not recorded yet; gives back those that were done.
    async fn rolls(&self, programme: ProgrammeId, screening: ScreeningId) -> [SessionId; 2] {
        let home = json!({
            "state": "done", "at": "2026-10-03T17:00:00Z", "zone": "Europe/Paris", "setting": "home",
            "areas": ["cheeks", "forehead"], "skin_type": 3, "length_mm": 0.25, "passes": 8,
            "directions": 4, "anaesthetic": false,
            "device": {"kind": "roller", "needles": 192, "length_mm": 0.25, "since": "2026-09-28"},
            "zones": [{"zone": "cheek-left", "passes": 8}, {"zone": "cheek-right", "passes": 6}],
            "programme": programme, "screening": screening, "note": "A little warm afterwards.",
        });
        let home = self.add::<Session>("2026-10-03T17:30:00Z", home).await.id;
        let missed = json!({"state": "missed", "on": "2026-10-10", "reason": "A cold."});
        self.add::<Session>("2026-10-10T18:00:00Z", missed).await;
        let clinic = json!({
            "state": "done", "at": "2026-10-24T09:00:00Z", "zone": "Europe/Lisbon", "setting": "clinic",
            "areas": ["cheeks"], "length_mm": 1.5, "anaesthetic": true, "device": {"kind": "pen"},
        });
        let clinic = self.add::<Session>("2026-10-24T12:00:00Z", clinic).await.id;
        let begun = json!({
            "state": "begun", "at": "2026-11-14T17:00:00Z", "screening": screening,
            "programme": programme, "cream_at": "2026-11-14T17:05:00Z",
            "zones": [{"zone": "cheek-left", "passes": 3}],
        });
        self.add::<Session>("2026-11-14T17:00:00Z", begun).await;
        [home, clinic]
    }

    /// With every sign and with some, with warning signs and without, corrected and taken away again.
    async fn heals(&self, [home, clinic]: [SessionId; 2]) {
        let check = |session: SessionId, at: &str, signs: Json, flags: Json, note: Option<&str>| json!({"session": session, "at": at, "signs": signs, "flags": flags, "note": note});
        let all = |score: u8| json!({"redness": score, "swelling": score, "oozing": 0, "tenderness": score, "flaking": 0, "breakout": 0});
        let at = "2026-10-03T20:00:00Z";
        let first = self.add::<CheckIn>(at, check(home, at, all(4), json!([]), None)).await;
        let corrected = read(check(home, at, all(3), json!([]), Some("Looked again.")));
        self.store.change(by("2026-10-03T20:10:00Z"), &first, corrected).await.unwrap();
        let at = "2026-10-04T07:00:00Z";
        let twice = check(home, at, all(1), json!([]), Some("Typed twice"));
        let twice = self.add::<CheckIn>(at, twice).await;
        self.store.remove(by("2026-10-04T07:01:00Z"), &twice).await.unwrap();
        let at = "2026-10-05T07:00:00Z";
        self.add::<CheckIn>(at, check(home, at, all(0), json!([]), None)).await;
        let at = "2026-10-25T07:00:00Z";
        let some = json!({"redness": 7, "tenderness": 5});
        let flags = json!(["cold-sore", "near-eye"]);
        self.add::<CheckIn>(at, check(clinic, at, some, flags, Some("Blisters at the lip."))).await;
    }

    /// Two photographs, a place followed in them, and what came of it.
    async fn looks(&self, [home, _]: [SessionId; 2]) {
        let first = self.shot("2026-10-03T16:50:00Z", Some(home)).await;
        let later = self.shot("2026-11-07T10:00:00Z", None).await;
        let at = "2026-11-07T10:10:00Z";
        let part = |x: f64| json!({"x": x, "y": 0.25, "width": 0.125, "height": 0.1 + 0.2});
        let region = json!({"photo": first, "name": "Left cheek", "place": part(0.5), "reference": part(0.1), "control": null});
        let region = self.add::<Region>(at, region).await;
        self.add::<Outcome>(
            at,
            json!({
                "kind": "seen", "at": at, "earlier": first, "later": later, "better": "later",
            }),
        )
        .await;
        self.add::<Outcome>(at, json!({
            "kind": "measured", "region": region.id, "version": 1, "before": [first], "after": [later],
            "result": "decrease-beyond-noise", "why_not": [{"id": "blur", "figure": 2.5}],
            "delta_ei": -0.011_000_000_000_000_001, "sdc": 0.004, "red_area": [0.3, 0.1], "repeats": true,
            "tone": "tan", "inliers": 70, "movement": [1.0, 0.026, -3.5, 0.0, 1.0, 0.3, 1e-7, 0.0], "method": 1,
        })).await;
        self.add::<Outcome>(at, json!({
            "kind": "scored", "scale": "self", "on": "2026-11-07", "value": 6.0, "note": "Smoother.",
        })).await;
    }

    /// What a clinician said, in each of its forms, and a day that is kept free.
    async fn is_told(&self) {
        let at = "2026-11-10T09:00:00Z";
        for (about, said) in [
            ("anticoagulant", json!("yes")),
            ("near-eye", json!("no")),
            ("cold-sore", json!({"wait-until": "2026-12-01"})),
        ] {
            let word = json!({"on": "2026-11-09", "about": about, "said": said, "by": "The clinic", "until": "2027-11-09", "at": at});
            self.add::<Clearance>(at, word).await;
        }
        let day = json!({"on": "2027-05-01", "days_before": 7, "name": "A wedding"});
        self.add::<KeptDay>(at, day).await;
    }

    async fn shot(&self, at: &str, session: Option<SessionId>) -> PhotoId {
        let photo: Photo = read(json!({
            "taken": at, "view": "front", "session": session, "width": 1, "height": 1, "media": "image/png",
            "camera": {"model": "Phone 7", "focal_mm": 4.2, "flash": false}, "note": "By the window.",
        }));
        let (by, pixels) = (by(at), PIXEL.to_vec());
        let id = Id::new(by.at);
        self.store.add_photo(by, self.person, id, &photo, pixels.clone(), pixels).await.unwrap().id
    }

    async fn lets_in(&self) {
        let by = by("2026-11-14T17:30:00Z");
        self.store.set_passphrase(by, Actor::Person(self.person), Some(PASSPHRASE)).await.unwrap();
        self.store.open_feed(by, self.person, &FEED, true).await.unwrap();
        let hers = Actor::Person(self.person);
        self.store.open_login(by, &LOGIN, hers, &Reader::default()).await.unwrap();
    }
}

/// A picture of one point of skin colour.
const PIXEL: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0cIDATx\xdac\x98\xd3\xd3\x02\x00\x03t\x01\xada\xd7\xb65\x00\x00\x00\x00IEND\xaeB`\x82";
