//! Who the fictional person is, and what they plan and do.

use care::standing::Standing;
use care::story::Story;
use care::words::{Area, DeviceKind, Goal, Setting, Weekday};
use chart::person::person_of;
use chart::screening::decided::{self, Decided};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::records::{Answers, Device, Done, Profile, Programme, Screening, Wishes, ZoneRolled};
use store::{ProgrammeId, ScreeningId};
use words::Worded;

/// Needle length in millimetres, the length of the home-weekly rhythm.
const LENGTH_MM: f64 = 0.3;

/// Whose first session is on this day.
pub(super) fn profile(first: Date, zone: &str) -> Profile {
    let since = first.saturating_sub(SignedDuration::from_hours(24 * 3));
    Profile {
        name: Some("Ana".into()),
        zone: zone.to_owned(),
        setting: Setting::Home,
        born: Some(date(1988, 4, 2)),
        skin_type: Some(3),
        sensitive: Some(false),
        goals: vec![Goal::AcneScars, Goal::Texture],
        areas: vec![Area::Cheeks, Area::Forehead],
        device: Some(device(Some(since))),
        free_days: vec![Weekday::Friday, Weekday::Saturday],
        answers: answers(),
        steps_done: Vec::new(),
        wishes: Wishes::default(),
    }
}

fn device(since: Option<Date>) -> Device {
    let (needles, length_mm) = (Some(192), Some(LENGTH_MM));
    Device { kind: DeviceKind::Roller, needles, length_mm, since }
}

fn answers() -> Answers {
    let no = [
        "pregnancy",
        "active_acne",
        "autoimmune",
        "infection",
        "keloid",
        "bleeding_disorder",
        "anticoagulant",
        "diabetes",
        "weak_immunity",
        "skin_cancer",
        "broken_skin",
        "recent_scar",
        "metal_allergy",
        "anaesthetic_allergy",
        "tattoo",
        "moles",
        "vessels",
        "thin_skin",
        "blood_infection",
        "slow_healing",
        "anti_inflammatory",
        "light_sensitive",
        "koebner",
        "dark_marks",
        "cream_risk",
    ];
    let never =
        ["retinoid", "cold_sores", "sunburn", "filler", "radiotherapy", "last_needling", "surgery"];
    let no = no.into_iter().map(|id| (id.to_owned(), json!("no")));
    let never = never.into_iter().map(|id| (id.to_owned(), json!("never")));
    let rest = [
        ("skin_condition".to_owned(), json!("none")),
        ("using".to_owned(), json!(["sunscreen", "vitamin-c"])),
    ];
    no.chain(never).chain(rest).collect()
}

/// The screening as the rules decide it.
pub(super) fn screening(protocol: &Worded, profile: &Profile, on: Date) -> Option<Screening> {
    let person = person_of(protocol, profile)?;
    let noon = on.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?;
    let standing = Standing::of(protocol, &Story::new(person.clone()), &noon);
    let decided = Decided::of(person, &standing);
    Some(decided::record(protocol, profile, profile.answers.clone(), &decided))
}

pub(super) fn programme(
    protocol: &Worded,
    profile: &Profile,
    screening: ScreeningId,
    first: Date,
) -> Programme {
    let (minute, protocol) = (19 * 60, decided::protocol_name(protocol, profile));
    Programme { first, minute, screening, protocol, ended: None, moves: Vec::new(), rhythm: None }
}

pub(super) fn done(
    at: Timestamp,
    there: &TimeZone,
    programme: ProgrammeId,
    screening: ScreeningId,
) -> Done {
    let zones = ["cheek-left", "cheek-right", "forehead-left", "forehead-right"];
    Done {
        at,
        zone: there.iana_name().unwrap_or("UTC").to_owned(),
        setting: Setting::Home,
        areas: vec![Area::Cheeks, Area::Forehead],
        skin_type: Some(3),
        length_mm: LENGTH_MM,
        passes: Some(8),
        directions: Some(4),
        anaesthetic: Some(false),
        device: Some(device(None)),
        zones: zones.map(|zone| ZoneRolled { zone: zone.into(), passes: 8 }).to_vec(),
        programme: Some(programme),
        screening: Some(screening),
        before: store::records::Scores::new(),
        note: None,
    }
}
