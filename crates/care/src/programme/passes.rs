//! What the roller at hand means for a plan: how many passes the cap on density allows, and how many sessions it lasts.
//!
//! A roller makes its needles over the surface of its drum in punctures per cm² and pass; the crate `roller` reckons the
//! same for a drum that was measured. What is not known counts as the densest: the smallest drum of which a size is
//! published, and the most needles there are.

use crate::Protocol;
use crate::measure::NeedleLength;
use crate::person::Person;
use crate::words::{DeviceKind, Setting};

/// What the cap on density makes of a roller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// The needles counted with.
    pub needles: u16,
    /// Whether they are the person's own, or what is counted with in their place.
    pub needles_known: bool,
    /// Punctures per cm² of one pass.
    pub per_pass: f64,
    /// The most passes under the cap; 0 if one is too many already.
    pub most: u8,
}

impl Held {
    /// Of the person's device, or of the one that a plan names to who has none; `None` without a drum.
    pub(super) fn of(protocol: &Protocol, person: &Person) -> Option<Self> {
        let kind = person.device.map_or(DeviceKind::Roller, |device| device.kind);
        let row = protocol.device(kind)?;
        let own = person.device.and_then(|device| device.needles);
        let usual = row.usual_needles.filter(|_| person.device.is_none());
        let needles = own.or(usual).unwrap_or(row.needles[1]);
        let per_pass = row.per_pass(needles)?;
        Some(Self {
            needles,
            needles_known: own.is_some(),
            per_pass,
            most: most(protocol, per_pass),
        })
    }
    /// Passes held to it.
    pub(super) fn hold(self, (fewest, most): (u8, u8)) -> (u8, u8) {
        (fewest.min(self.most), most.min(self.most))
    }
}

fn most(protocol: &Protocol, per_pass: f64) -> u8 {
    // A hair more, since a cap of a whole number of passes may come out a hair less.
    let most = (protocol.dose().density_cap_per_cm2 / per_pass + 1e-9).floor();
    most.clamp(0.0, f64::from(u8::MAX)) as u8
}

/// A device that a plan counts on where the person has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its kind.
    pub kind: DeviceKind,
    /// Its needles, if a number is usual.
    pub needles: Option<u16>,
    /// How long they are.
    pub length: NeedleLength,
}

impl Named {
    pub(super) fn of(protocol: &Protocol, person: &Person, length: NeedleLength) -> Option<Self> {
        let kind = DeviceKind::Roller;
        let needles = protocol.device(kind)?.usual_needles;
        person.device.is_none().then_some(Self { kind, needles, length })
    }
}

/// How often a roller is used in the sessions to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uses {
    /// Once each session.
    pub sessions: u16,
    /// The fewest and the most uses for which it is sold.
    pub each: [u8; 2],
    /// How many rollers that makes, each thrown away after the fewest.
    pub rollers: u16,
}

impl Uses {
    /// At home, for what is used again; `None` without a session or where nobody counts.
    pub(super) fn of(protocol: &Protocol, person: &Person, sessions: usize) -> Option<Self> {
        let pen = person.device.is_some_and(|device| device.kind == DeviceKind::Pen);
        if person.setting == Setting::Clinic || pen || sessions == 0 {
            return None;
        }
        let each = protocol.rows().roller_care.iter().find_map(|row| row.uses)?;
        let sessions = u16::try_from(sessions).unwrap_or(u16::MAX);
        Some(Self { sessions, each, rollers: sessions.div_ceil(each[0].max(1).into()) })
    }
}
