//! The sentences of a plan, and the cream in words.

use care::programme::{CreamNeed, Excluded, Named, NotNeeded};
use care::words::{Area, DeviceKind, Setting, Strength, Word as _};
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use super::{Plan, SessionShown};
use crate::show::{Page, Sentences, span};
use crate::tell::programme;

/// Sessions listed in words where there are many; the rhythm says the rest.
const LISTED: usize = 3;
/// More sessions than this are many.
const MANY: usize = 6;

/// The anaesthetic cream in words.
#[derive(Debug, Default, Serialize)]
pub(super) struct Cream {
    needed: bool,
    grams: Option<u16>,
    minutes: Option<(u16, u16)>,
    areas: Vec<Grams>,
    not_on: Vec<Area>,
    over_maximum: bool,
    text: String,
}

#[derive(Debug, Serialize)]
struct Grams {
    area: Area,
    grams: u16,
}

impl Cream {
    pub(super) fn of(protocol: &Worded, need: &CreamNeed) -> Self {
        let text = match need {
            CreamNeed::NotNeeded(NotNeeded::ShortNeedles) => {
                &protocol.texts().say("cream.not-needed")
            }
            CreamNeed::NotNeeded(NotNeeded::NotSensitive) => {
                "Not needed: the skin is not sensitive."
            }
            CreamNeed::NotNeeded(NotNeeded::NoArea) => "Never on these areas.",
            CreamNeed::Excluded(Excluded::Allergy) => "No cream: an allergy to it was answered.",
            CreamNeed::Excluded(Excluded::AllergyUnknown) => {
                "No cream until it is known that there is no allergy to it."
            }
            CreamNeed::Excluded(Excluded::Risk) => &protocol.texts().say("cream.risk"),
            CreamNeed::Use { .. } => &used(protocol, need),
        };
        let mut cream = Self { text: text.to_owned(), ..Self::default() };
        if let CreamNeed::Use { per_area, total_grams, minutes, not_on, over_maximum } = need {
            cream.needed = true;
            cream.grams = Some(*total_grams);
            cream.minutes = Some(*minutes);
            cream.areas =
                per_area.iter().map(|on| Grams { area: on.area, grams: on.grams }).collect();
            cream.not_on.clone_from(not_on);
            cream.over_maximum = *over_maximum;
        }
        cream
    }
}

/// How the cream is used, how much of it, who must not, and what can come late.
fn used(protocol: &Worded, need: &CreamNeed) -> String {
    programme::cream(protocol, need).join(" ")
}

/// How hard, and when it is enough.
#[derive(Debug, Serialize)]
pub(super) struct Technique {
    pressure: String,
    end: String,
}

impl Technique {
    pub(super) fn of(protocol: &Worded, row: &care::protocol::rows::Technique) -> Self {
        let [pressure, end] = programme::technique(protocol, row);
        Self { pressure, end }
    }
}

/// The device that a plan counts on where there is none.
#[derive(Debug, Serialize)]
pub(super) struct Device {
    kind: DeviceKind,
    needles: Option<u16>,
    length_mm: f64,
    text: String,
}

impl Device {
    pub(super) fn of(protocol: &Worded, setting: Setting, named: Named) -> Self {
        let Named { kind, needles, length } = named;
        let text = programme::named(protocol, setting, named);
        Self { kind, needles, length_mm: length.mm(), text }
    }
}

/// How often the plan uses a roller.
#[derive(Debug, Serialize)]
pub(super) struct Uses {
    sessions: u16,
    each: [u8; 2],
    rollers: u16,
    text: String,
}

impl Uses {
    pub(super) fn of(protocol: &Worded, uses: care::programme::Uses) -> Self {
        let care::programme::Uses { sessions, each, rollers } = uses;
        Self { sessions, each, rollers, text: programme::uses(protocol, uses) }
    }
}

fn day(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

/// `Session 2: Sat 16 Jan 2027, best by Sat 30 Jan 2027`, with the earliest day where it is another.
fn window(session: &SessionShown) -> String {
    let (ideal, by) = (day(session.ideal), day(session.best_by));
    let earlier = (session.not_before != session.ideal)
        .then(|| format!(", not before {}", day(session.not_before)));
    format!("Session {}: {ideal}{}, best by {by}", session.n, earlier.unwrap_or_default())
}

fn keep_free(about: u8, up_to: u8) -> String {
    let days = |count: u8| if count == 1 { "1 day".to_owned() } else { format!("{count} days") };
    let usual =
        if about == 0 { "usually nothing".to_owned() } else { format!("about {}", days(about)) };
    format!(
        "Keep free after a session: {usual}, up to {}, if you would rather not be seen.",
        days(up_to)
    )
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Moderate => "moderate",
        Strength::Weak => "weak",
        Strength::VeryWeak => "very weak",
        Strength::None => "none",
    }
}

fn list(page: &mut Page, title: &str, points: impl IntoIterator<Item = String>) {
    let mut points = points.into_iter().peekable();
    if points.peek().is_some() {
        page.heading(title);
    }
    points.for_each(|point| page.point(&point));
}

impl Plan<'_> {
    fn say_sessions(&self, page: &mut Page) {
        page.heading("Sessions");
        let listed = if self.sessions.len() > MANY { LISTED } else { MANY };
        self.sessions.iter().take(listed).for_each(|session| page.point(&window(session)));
        let more = self.sessions.len().saturating_sub(listed);
        if let (true, Some(last)) = (more > 0, self.sessions.last()) {
            page.point(&format!("and {more} more in this rhythm, the last on {}", day(last.ideal)));
        }
        if let Some(rhythm) = &self.rhythm {
            page.text(&format!("{}. {}", rhythm.title.trim_end_matches('.'), rhythm.because));
            rhythm.range.iter().for_each(|range| page.text(&crate::show::published(range)));
            rhythm.against.iter().for_each(|against| page.text(against));
            rhythm.text.iter().for_each(|text| page.text(text));
            if rhythm.choices.len() > 1 {
                let words: Vec<&str> = rhythm.choices.iter().map(|choice| choice.word()).collect();
                page.text(&format!(
                    "Your choice, as rhythm in the person's file: {}.",
                    words.join(" or ")
                ));
            }
        }
        page.text(
            "Answer the screening questions again before each, and only go on with calm skin.",
        );
        self.judge.iter().for_each(|judge| page.text(judge));
    }

    fn say_how(&self, page: &mut Page) {
        let length = self.length_mm;
        page.heading("How");
        let range = span(&length.min, &length.max);
        page.point(&format!("Needles: {range} mm, never more than {} mm here.", length.ceiling));
        if self.device_fits == Some(false) {
            page.under("The needles of the device named are not of this length: the plan counts on one that is.");
        }
        self.device.iter().for_each(|device| page.under(&device.text));
        if self.device_fits.is_none() && self.device.is_none() {
            page.under("No needle length is named yet: the plan counts on the longest of these.");
        }
        let passes = span(&self.passes.min, &self.passes.max);
        page.point(&format!(
            "Passes: {passes} over the same skin, in {} directions; lift, shift and turn between them.",
            self.passes.directions
        ));
        self.passes.text.iter().for_each(|text| page.under(text));
        if let Some(technique) = &self.technique {
            page.point(&format!("How hard: {}", technique.pressure));
            page.under(&technique.end);
        }
        page.point(&keep_free(self.keep_free_days, self.keep_free_up_to_days));
        self.cream
            .iter()
            .for_each(|cream| page.point(&format!("Anaesthetic cream: {}", cream.text)));
    }
}

impl Sentences for Plan<'_> {
    fn say(&self, page: &mut Page) {
        self.screening.headline(page);
        if !self.has_sessions {
            page.text("So there are no sessions to plan yet.");
            page.heading("Why");
            self.screening.findings().iter().for_each(|found| found.say(page));
            self.screening.say_alternatives(page);
            self.protocol.say(page);
            return;
        }
        if !self.screening.findings().is_empty() {
            page.heading("Mind");
            self.screening.findings().iter().for_each(|found| found.say(page));
        }
        self.say_sessions(page);
        self.say_how(page);
        let steps = self
            .prepare
            .iter()
            .map(|step| format!("From {}: {}. {}", day(step.from), step.title, step.to_do));
        list(page, "Prepare", steps);
        list(page, "Have at hand", self.shopping.iter().cloned());
        let uses = self.uses.iter().map(|uses| uses.text.clone());
        list(page, "Your device", self.roller_care.iter().cloned().chain(uses));
        let goals = self.evidence.iter();
        let goals = goals.map(|goal| {
            format!("{} (evidence: {}). {}", goal.title, strength(goal.strength), goal.evidence)
        });
        list(page, "What the evidence says", goals);
        self.protocol.say(page);
    }
}
