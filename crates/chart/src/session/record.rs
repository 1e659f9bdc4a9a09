//! Recording a session: one that was begun, one done without the guide, or one mended later.

use care::measure::NeedleLength;
use care::words::Area;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::records::{Device, Done, Profile, Scores, Session, ZoneRolled};
use store::{By, Entry, Error, Note, SessionId, Store};

use crate::Chart;
use crate::keep::{keep_once, mends};
use crate::session::zones;
use crate::story::{Story, zone_of};

/// What is said of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// When it was.
    pub at: Timestamp,
    /// Which parts of the body.
    pub areas: Vec<Area>,
    /// How long the needles were.
    pub length: NeedleLength,
    /// Passes over the same skin.
    pub passes: Option<u16>,
    /// In how many directions.
    pub directions: Option<u8>,
    /// Whether anaesthetic cream was used.
    pub anaesthetic: Option<bool>,
    /// With what.
    pub device: Option<Device>,
    /// Zone by zone, where it was said so; then areas and passes follow from it.
    pub zones: Option<Vec<ZoneRolled>>,
    /// In their own words.
    pub note: Option<Note>,
}

/// Why a session is not recorded.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It lies ahead.
    #[error("the session lies ahead")]
    Ahead,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// Two sessions this close to each other are more likely one that was written down twice.
const CLOSE: SignedDuration = SignedDuration::from_hours(1);

/// Another session close to a moment, if there is one.
pub fn beside(story: &Story, own: SessionId, at: Timestamp) -> Option<Timestamp> {
    let close = |other: &Timestamp| other.duration_since(at).abs() < CLOSE;
    let others = story.done().into_iter().filter(|session| session.id != own);
    others.map(|session| session.done.at).find(close)
}

/// Keeps a session that was done without the guide, under the id of its form; sent again it is mended.
///
/// # Errors
/// Why it is not recorded.
pub async fn record_new(
    store: &Store,
    by: By,
    chart: &Chart,
    zone: &TimeZone,
    (id, said): (SessionId, Said),
) -> Result<Entry<Session>, Refused> {
    let said = over(by, said)?;
    let programme = chart.story.programme_on(said.at, zone);
    let session = Session::Done(Done { programme, ..done(chart.profile(), said) });
    Ok(keep_once(store, by, (chart.person.id, id), session, mends).await?)
}

/// Whether what is said of a session is something else than what is kept of it.
pub fn would_change(profile: &Profile, before: &Entry<Session>, said: &Said) -> bool {
    Session::Done(merged(profile, &before.record, said.clone())) != before.record
}

/// Keeps what is said of a session that was begun, missed or recorded before.
///
/// # Errors
/// Why it is not recorded.
pub async fn record_session(
    store: &Store,
    by: By,
    profile: &Profile,
    before: &Entry<Session>,
    said: Said,
) -> Result<Entry<Session>, Refused> {
    let said = over(by, said)?;
    // The same form sent again changes nothing.
    if !would_change(profile, before, &said) {
        return Ok(before.clone());
    }
    let done = merged(profile, &before.record, said);
    Ok(store.change(by, before, Session::Done(done)).await?)
}

/// The zone in which the moment of a session is said: its own, if it has one, or where the person is now.
pub fn zone(session: &Session, here: &TimeZone) -> TimeZone {
    match session {
        Session::Done(done) => zone_of(&done.zone),
        _ => here.clone(),
    }
}

fn over(by: By, said: Said) -> Result<Said, Refused> {
    if said.at > by.at { Err(Refused::Ahead) } else { Ok(said) }
}

/// What is said, with what nobody is asked for again.
fn merged(profile: &Profile, before: &Session, said: Said) -> Done {
    let told = said.zones.is_some();
    let new = done(profile, said);
    let rolled = |before: Vec<ZoneRolled>| match told {
        true => new.zones.clone(),
        false => before.into_iter().filter(|zone| zone.passes > 0).collect(),
    };
    match before.clone() {
        Session::Begun { screening, programme, zones, before, .. } => {
            Done { programme, screening: Some(screening), zones: rolled(zones), before, ..new }
        }
        Session::Done(old) => Done {
            at: if is_same_minute(&old, new.at) { old.at } else { new.at },
            zone: old.zone,
            setting: old.setting,
            skin_type: old.skin_type,
            programme: old.programme,
            screening: old.screening,
            zones: rolled(old.zones),
            before: old.before,
            ..new
        },
        Session::Missed { programme, .. } | Session::Skipped { programme, .. } => {
            Done { programme: programme.or(new.programme), ..new }
        }
    }
}

/// A form knows minutes; a moment that was not touched keeps its seconds.
fn is_same_minute(old: &Done, new: Timestamp) -> bool {
    let zone = zone_of(&old.zone);
    let minute = |at: Timestamp| words::machine::field(&at.to_zoned(zone.clone()));
    minute(old.at) == minute(new)
}

fn done(profile: &Profile, said: Said) -> Done {
    let since = profile.device.and_then(|device| device.since);
    let mut rolled = said.zones.unwrap_or_default();
    rolled.retain(|zone| zone.passes > 0);
    let mut areas = said.areas;
    areas.extend(
        zones::areas(&rolled).into_iter().filter(|area| !areas.contains(area)).collect::<Vec<_>>(),
    );
    areas.sort_by_key(|area| *area as u8);
    Done {
        at: said.at,
        zone: profile.zone.clone(),
        setting: profile.setting,
        areas,
        skin_type: profile.skin_type,
        length_mm: said.length.mm(),
        // Of skin that was rolled differently that which was rolled most.
        passes: zones::most_passes(&rolled).or(said.passes),
        directions: said.directions,
        anaesthetic: said.anaesthetic,
        device: said.device.map(|device| Device { since, ..device }),
        zones: rolled,
        programme: None,
        screening: None,
        before: Scores::new(),
        note: said.note,
    }
}
