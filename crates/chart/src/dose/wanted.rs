//! What is rolled: the device, passes and directions of a plan or of a session's record, and what is not known of them.

use care::Protocol;
use care::programme::Programme;
use care::words::{DeviceKind, Setting};
use roller::Roller;
use store::records::{Device, Done, Profile};

use crate::session::zones::range;

/// Directions that count where none are on record: the fewest, so that nothing looks better than it was.
const FEWEST: u32 = 1;

/// What is rolled.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The device.
    pub roller: Roller,
    /// Whether its needles were counted by somebody; otherwise it has the protocol's fewest.
    pub needles_known: bool,
    /// Passes over the same skin; the fewest of a plan.
    pub passes: u32,
    /// The most of a plan, if that is more.
    pub most: Option<u32>,
    /// The fewest of a session whose zones were rolled differently; `passes` are those of the skin that was rolled most.
    pub fewest: Option<u32>,
    /// Directions of the plain way.
    pub plain: u32,
    /// Whether these are on record.
    pub directions_known: bool,
    /// Directions of the advised way.
    pub advised: u32,
}

/// Why nothing can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The passes were not recorded.
    Passes,
    /// A stamp or a pen, whose heads have all sizes.
    Head,
    /// In a clinic the device is not known here.
    Clinic,
    /// Numbers that no roller has.
    Odd,
}

impl Unknown {
    /// The end of its text's name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::Head => "head",
            Self::Clinic => "clinic",
            Self::Odd => "odd",
        }
    }
}

impl Wanted {
    /// The plan's fewest passes, in its directions or as somebody would who was not told.
    ///
    /// # Errors
    /// What is not known.
    pub fn of_plan(
        protocol: &Protocol,
        profile: &Profile,
        plan: &Programme<'_>,
    ) -> Result<Self, Unknown> {
        let own = profile.device.and_then(|device| device.length_mm);
        let length = own.unwrap_or_else(|| plan.length.max.mm());
        let (roller, needles_known) = roller(protocol, profile.setting, profile.device, length)?;
        let (fewest, most) = plan.passes;
        Ok(Self {
            roller,
            needles_known,
            passes: fewest.into(),
            most: (most > fewest).then_some(most.into()),
            fewest: None,
            plain: FEWEST,
            directions_known: true,
            advised: plan.directions.into(),
        })
    }
    /// What a session's record says.
    ///
    /// # Errors
    /// What is not known.
    pub fn of_session(protocol: &Protocol, done: &Done) -> Result<Self, Unknown> {
        let (roller, needles_known) = roller(protocol, done.setting, done.device, done.length_mm)?;
        let zones = range(&done.zones);
        let passes = zones.map(|(_, most)| most).or(done.passes).ok_or(Unknown::Passes)?;
        let fewest = zones.map(|(fewest, _)| fewest).filter(|fewest| *fewest < passes);
        let recorded = done.directions.map(u32::from);
        Ok(Self {
            roller,
            needles_known,
            passes: passes.into(),
            most: None,
            fewest: fewest.map(u32::from),
            plain: recorded.unwrap_or(FEWEST),
            directions_known: recorded.is_some(),
            advised: care::programme::DIRECTIONS.into(),
        })
    }
}

/// The drum as the protocol has it, with the person's own needles or else the fewest there are.
fn roller(
    protocol: &Protocol,
    setting: Setting,
    device: Option<Device>,
    length_mm: f64,
) -> Result<(Roller, bool), Unknown> {
    let kind = match device {
        Some(device) => device.kind,
        None if setting == Setting::Clinic => return Err(Unknown::Clinic),
        None => DeviceKind::Roller,
    };
    let row = protocol.device(kind).ok_or(Unknown::Head)?;
    let [drum_diameter_mm, drum_width_mm] = row.drum_mm.ok_or(Unknown::Head)?;
    let own = device.and_then(|device| device.needles);
    let needles = own.unwrap_or(row.needles[0]);
    let usual = Roller::usual(needles.into(), length_mm);
    Ok((Roller { drum_diameter_mm, drum_width_mm, ..usual }, own.is_some()))
}
