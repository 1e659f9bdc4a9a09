//! The sentences of a plan, and the cream in words.

use care::programme::{CreamNeed, Named};
use care::words::{Area, DeviceKind, Setting, Word as _};
use serde::Serialize;
use words::{Worded, Wording};

use super::{GoalShown, Plan, Rhythm, SessionShown, StepShown};
use crate::show::{Page, Sentences, span};
use crate::tell::{cream, programme};

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
        let text = cream::sentences(protocol, need).join(" ");
        let mut cream = Self { text, ..Self::default() };
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

/// `Session 2: Sat 16 Jan 2027, best by Sat 30 Jan 2027`, with the earliest day where it is another.
fn window(texts: &Wording, session: &SessionShown) -> String {
    let day = |date| texts.day_of_year(date).into();
    let words = [
        ("n", session.n.into()),
        ("ideal", day(session.ideal)),
        ("from", day(session.not_before)),
        ("by", day(session.best_by)),
    ];
    let earlier = session.not_before != session.ideal;
    texts.with(if earlier { "show-session-from" } else { "show-session" }, &words)
}

fn keep_free(texts: &Wording, about: u8, most: u8) -> String {
    let key = if about == 0 { "show-keep-free-nothing" } else { "show-keep-free" };
    texts.with(key, &[("about", about.into()), ("most", most.into())])
}

fn list(page: &mut Page, title: &str, points: impl IntoIterator<Item = String>) {
    let mut points = points.into_iter().peekable();
    if points.peek().is_some() {
        page.head(title);
    }
    points.for_each(|point| page.point(&point));
}

impl Plan<'_> {
    fn say_sessions(&self, page: &mut Page) {
        page.head("show-sessions");
        let texts = page.texts().clone();
        let listed = if self.sessions.len() > MANY { LISTED } else { MANY };
        let windows = self.sessions.iter().take(listed).map(|session| window(&texts, session));
        windows.for_each(|window| page.point(&window));
        let more = self.sessions.len().saturating_sub(listed);
        if let (true, Some(last)) = (more > 0, self.sessions.last()) {
            let last = texts.day_of_year(last.ideal);
            page.point(
                &page.words("show-sessions-more", &[("n", more.into()), ("last", last.into())]),
            );
        }
        self.rhythm.iter().for_each(|rhythm| rhythm.say(page));
        page.text(&page.word("show-each-time"));
        self.judge.iter().for_each(|judge| page.text(judge));
    }

    fn say_how(&self, page: &mut Page) {
        page.head("show-how");
        self.say_needles(page);
        self.say_passes(page);
        if let Some(technique) = &self.technique {
            let pressure = technique.pressure.as_str().into();
            page.point(&page.words("show-pressure", &[("pressure", pressure)]));
            page.under(&technique.end);
        }
        page.point(&keep_free(page.texts(), self.keep_free_days, self.keep_free_up_to_days));
        if let Some(cream) = &self.cream {
            page.point(&page.words("show-cream", &[("how", cream.text.as_str().into())]));
        }
    }

    fn say_needles(&self, page: &mut Page) {
        let length = self.length_mm;
        let range = span(page.texts(), length.min, length.max);
        let words = [("range", range.into()), ("ceiling", length.ceiling.into())];
        page.point(&page.words("show-needles", &words));
        if self.device_fits == Some(false) {
            page.under(&page.word("show-needles-misfit"));
        }
        self.device.iter().for_each(|device| page.under(&device.text));
        if self.device_fits.is_none() && self.device.is_none() {
            page.under(&page.word("show-needles-unknown"));
        }
    }

    fn say_passes(&self, page: &mut Page) {
        let passes = &self.passes;
        let range = span(page.texts(), passes.min.into(), passes.max.into());
        let words = [("range", range.into()), ("directions", passes.directions.into())];
        page.point(&page.words("show-passes", &words));
        passes.text.iter().for_each(|text| page.under(text));
    }
}

impl Rhythm<'_> {
    fn say(&self, page: &mut Page) {
        let head = self.title.trim_end_matches('.');
        let words = [("head", head.into()), ("more", self.because.as_str().into())];
        page.text(&page.words("show-head-more", &words));
        self.published.iter().for_each(|range| page.text(range));
        self.against.iter().for_each(|against| page.text(against));
        self.text.iter().for_each(|text| page.text(text));
        let mut choices = self.choices.iter().map(|choice| choice.word());
        if let (Some(first), true) = (choices.next(), self.choices.len() > 1) {
            let list = choices.fold(first.to_owned(), |list, next| {
                page.words("show-choice-or", &[("list", list.into()), ("next", next.into())])
            });
            page.text(&page.words("show-choice", &[("choices", list.into())]));
        }
    }
}

impl Sentences for Plan<'_> {
    fn say(&self, page: &mut Page) {
        self.screening.headline(page);
        if !self.has_sessions {
            page.text(&page.word("show-no-sessions"));
            page.head("show-why");
            self.screening.findings().iter().for_each(|found| found.say(page));
            self.screening.say_alternatives(page);
            self.protocol.say(page);
            return;
        }
        if !self.screening.findings().is_empty() {
            page.head("show-mind");
            self.screening.findings().iter().for_each(|found| found.say(page));
        }
        self.say_sessions(page);
        self.say_how(page);
        let texts = page.texts().clone();
        list(page, "show-prepare", self.prepare.iter().map(|step| step.sentence(&texts)));
        list(page, "show-at-hand", self.shopping.iter().cloned());
        let uses = self.uses.iter().map(|uses| uses.text.clone());
        list(page, "show-device", self.roller_care.iter().cloned().chain(uses));
        list(page, "show-evidence", self.evidence.iter().map(|goal| goal.sentence(&texts)));
        self.protocol.say(page);
    }
}

impl StepShown<'_> {
    fn sentence(&self, texts: &Wording) -> String {
        let words = [
            ("from", texts.day_of_year(self.from).into()),
            ("title", self.title.as_str().into()),
            ("do", self.to_do.as_str().into()),
        ];
        texts.with("show-step", &words)
    }
}

impl GoalShown<'_> {
    fn sentence(&self, texts: &Wording) -> String {
        let strength = texts.text(&format!("show-strength-{}", self.strength.word()));
        let words = [
            ("title", self.title.as_str().into()),
            ("strength", strength.into()),
            ("evidence", self.evidence.as_str().into()),
        ];
        texts.with("show-goal", &words)
    }
}
