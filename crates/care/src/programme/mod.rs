//! How a person is needled: needle length, sessions, preparation, cream, and what to have at hand.
//!
//! Whether they may be needled at all is decided before, in [`crate::screening`]; its verdict comes in here.
//! Numbers are rows of the protocol, sentences its texts; nothing here renders either. The programme laid out as
//! calendar entries is in [`crate::agenda`], what follows a session in [`crate::course`] and
//! [`crate::aftercare`].

mod cream;
mod length;
mod passes;
mod preparation;
pub(crate) mod sessions;

use jiff::civil::Date;

use crate::Protocol;
use crate::measure::NeedleLength;
use crate::person::Person;
use crate::protocol::rows::{GoalRow, Item, Preparation, Product, Rhythm, Technique};
use crate::verdict::Verdict;
use crate::words::{DeviceKind, Goal, LengthClass, Setting, Word};

pub use cream::{AreaGrams, CreamNeed, Excluded, NotNeeded};
pub use length::{AreaLength, LengthRange};
pub use passes::{Held, Named, Uses};
pub use preparation::Step;
pub use sessions::{JudgeWindow, Window, judge_window};

/// In how many directions the device is led over the skin: along, across and both diagonals (Busch 2018).
pub const DIRECTIONS: u8 = 4;

/// Everything planned for a person. Without a verdict that allows it there are no dates, but the length is still
/// given, since it tells which device would fit.
#[derive(Clone, Debug)]
pub struct Programme<'p> {
    /// The verdict it was planned under.
    pub verdict: Verdict,
    /// The recommended lengths, held to the strictest ceiling of the areas.
    pub length: LengthRange,
    /// The recommended lengths, area by area.
    pub per_area: Vec<AreaLength>,
    /// Whether the person's own needles stay within the ceiling and, in a clinic, reach the shortest length recommended;
    /// `None` if their length is not known.
    pub device_fits: Option<bool>,
    /// The length planned with: the person's own if it fits, otherwise the longest recommended.
    pub planned: NeedleLength,
    /// The class of the planned length.
    pub class: LengthClass,
    /// Fewest and most passes over the same skin in one session, never more than the cap on density allows.
    pub passes: (u8, u8),
    /// What the roller that the plan counts on makes of one pass; `None` for a device without a drum.
    pub held: Option<Held>,
    /// The device that the plan counts on for somebody who has none.
    pub named: Option<Named>,
    /// How hard, and when it is enough.
    pub technique: Option<&'p Technique>,
    /// How often the sessions to come use a roller that is used again.
    pub uses: Option<Uses>,
    /// In how many directions.
    pub directions: u8,
    /// The sessions in order.
    pub sessions: Vec<Window>,
    /// When results can first be judged.
    pub judge: Option<JudgeWindow>,
    /// Days to keep free after a session: about, and up to.
    pub keep_free_days: [u8; 2],
    /// Steps before the first session, earliest first.
    pub preparation: Vec<Step<'p>>,
    /// Anaesthetic cream; `None` without a session.
    pub cream: Option<CreamNeed>,
    /// Things to have at hand.
    pub shopping: Vec<&'p Item>,
    /// Care and retirement of the device; at home only, since a clinic uses it once.
    pub roller_care: Vec<&'p Item>,
    /// How often; `None` only where a protocol has no rhythm for this length.
    pub rhythm: Option<&'p Rhythm>,
    /// What is hoped for, with its evidence.
    pub goals: Vec<&'p GoalRow>,
}

/// Plans for a person who is ready to begin on a day: the first session is not before a wait is over, nor before every step
/// of its preparation can be done, seen from that day.
pub fn plan<'p>(
    protocol: &'p Protocol,
    person: &Person,
    verdict: Verdict,
    first: Date,
) -> Programme<'p> {
    let mut programme = outline(protocol, person, verdict);
    if verdict.plans() {
        let ready = earliest_first(protocol, person, first);
        let ready = verdict.until().map_or(ready, |until| until.max(ready));
        let windows = sessions::windows(protocol, person, &programme, ready);
        date_with(protocol, person, windows, first, &mut programme);
        programme.judge = programme.sessions.first().map(|one| judge_window(protocol, one.ideal));
    }
    programme
}

/// Plans the rest of a programme that was begun: the sessions still to come count from the last one done, the results
/// from the first. Sessions that were left out count for nothing: rest is no failure.
pub fn go_on<'p>(
    protocol: &'p Protocol,
    person: &Person,
    verdict: Verdict,
    first: Date,
    done: &[Date],
) -> Programme<'p> {
    let (Some(begun), Some(last)) = (done.iter().min(), done.iter().max()) else {
        return plan(protocol, person, verdict, first);
    };
    let mut programme = outline(protocol, person, verdict);
    if verdict.allows() {
        let windows = sessions::further(person, &programme, *last, done.len());
        date_with(protocol, person, windows, first, &mut programme);
    }
    programme.judge = Some(judge_window(protocol, *begun));
    programme
}

/// What holds whatever the verdict: lengths, device, passes, and what to have.
pub(crate) fn outline<'p>(
    protocol: &'p Protocol,
    person: &Person,
    verdict: Verdict,
) -> Programme<'p> {
    let goals = goals(protocol, person);
    let per_area = length::per_area(protocol, person, &goals);
    let length = length::overall(protocol, &per_area);
    let fits = |own: NeedleLength| {
        own <= length.ceiling && (person.setting == Setting::Home || own >= length.min)
    };
    let device_fits = person.length().map(fits);
    let planned = person.length().filter(|own| fits(*own)).unwrap_or(length.max);
    let class = protocol.length_class(planned);
    let held = Held::of(protocol, person);
    Programme {
        verdict,
        length,
        per_area,
        device_fits,
        planned,
        class,
        passes: held.map_or(passes(&goals), |held| held.hold(passes(&goals))),
        held,
        named: Named::of(protocol, person, planned),
        technique: protocol.technique(person.setting, class),
        uses: None,
        directions: DIRECTIONS,
        sessions: Vec::new(),
        judge: None,
        keep_free_days: protocol.length_class_row(class).map_or([0, 0], |row| row.keep_free_days),
        preparation: Vec::new(),
        cream: None,
        shopping: items(&protocol.rows().shopping, person.setting),
        roller_care: roller_care(protocol, person),
        rhythm: protocol.rhythm_chosen(person.setting, planned, person.rhythm),
        goals,
    }
}

/// The windows that were laid out for it, and the cream and the preparation of the first of them; a step that may begin
/// late begins on `since` at the earliest.
pub(crate) fn date_with<'p>(
    protocol: &'p Protocol,
    person: &Person,
    windows: Vec<Window>,
    since: Date,
    programme: &mut Programme<'p>,
) {
    programme.sessions = windows;
    programme.uses = Uses::of(protocol, person, programme.sessions.len());
    if let Some(window) = programme.sessions.first() {
        programme.cream = Some(cream::need(protocol, person, programme.planned));
        programme.preparation =
            preparation::steps(protocol, person, programme.class, (since, window.ideal));
    }
}

/// What may be used again between two sessions of a programme, and has to wait for it.
pub fn between<'p>(protocol: &'p Protocol, programme: &Programme<'_>) -> Vec<&'p Product> {
    let Some(rhythm) = programme.rhythm else { return Vec::new() };
    let of_class = |row: &&Product| row.classes.contains(&programme.class);
    let rows = protocol.rows().product.iter().filter(of_class);
    let in_time = |row: &&Product| !rhythm.not_with.contains(&row.class);
    rows.filter(in_time).filter(|row| row.not_before.count > 0).collect()
}

/// The first day on which every step of the preparation can still be done, seen from a day.
pub fn earliest_first(protocol: &Protocol, person: &Person, today: Date) -> Date {
    let days = longest(protocol, person, today).map_or(0, |(_, days)| days);
    sessions::plus_days(today, days)
}

/// The step of the preparation that a first session waits for, if it has to wait for one.
pub fn waits_for<'p>(
    protocol: &'p Protocol,
    person: &Person,
    today: Date,
) -> Option<&'p Preparation> {
    longest(protocol, person, today).map(|(row, _)| row)
}

fn longest<'p>(
    protocol: &'p Protocol,
    person: &Person,
    today: Date,
) -> Option<(&'p Preparation, i64)> {
    let class = outline(protocol, person, Verdict::Proceed).class;
    preparation::longest(protocol, person, class, today)
}

/// The rows of the goals; no goal named counts as every goal.
fn goals<'p>(protocol: &'p Protocol, person: &Person) -> Vec<&'p GoalRow> {
    let named = if person.goals.is_empty() { Goal::ALL } else { &person.goals };
    named.iter().filter_map(|goal| protocol.goal(*goal)).collect()
}

fn passes(goals: &[&GoalRow]) -> (u8, u8) {
    let fewest = goals.iter().map(|goal| goal.passes[0]).min();
    let most = goals.iter().map(|goal| goal.passes[1]).max();
    (fewest.unwrap_or(1), most.unwrap_or(1))
}

fn items(all: &[Item], setting: Setting) -> Vec<&Item> {
    all.iter().filter(|item| item.setting.is_none_or(|only| only == setting)).collect()
}

fn roller_care<'p>(protocol: &'p Protocol, person: &Person) -> Vec<&'p Item> {
    let pen = person.device.is_some_and(|device| device.kind == DeviceKind::Pen);
    match person.setting {
        Setting::Home if !pen => items(&protocol.rows().roller_care, Setting::Home),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
