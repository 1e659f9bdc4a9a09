//! The sentences of `now`: what is urgent, open signs, what the next session waits for, the day, the next check-in, what
//! was set aside.
//!
//! They are the texts `now-…` of the protocol, put together here and printed in this order. When the next session can be
//! is said in [`super::when`].

use care::standing::{Lock, Standing};
use care::triage::Open;
use care::words::{Level, Word};
use jiff::Zoned;
use words::Worded;
use words::{Variable, Wording};

use super::{Now, when};
use crate::show::page::level_colour;
use crate::show::{Page, Sentences};
use crate::tell::advice::Advice;
use crate::tell::standing;

/// So many findings are told.
const ANSWERS: usize = 3;

/// Sentences put together beside the JSON.
#[derive(Debug, Default)]
pub(super) struct Said {
    headings: Headings,
    level: Option<String>,
    signs: Vec<String>,
    locks: Vec<String>,
    next: Vec<String>,
    day: String,
    checkin: Option<String>,
    more: Option<String>,
    advice: Option<Advice>,
}

#[derive(Debug, Default)]
struct Headings {
    signs: String,
    next: String,
    answers: String,
    skin: String,
    aside: String,
}

impl Said {
    pub fn of(protocol: &Worded, standing: &Standing<'_>, advice: Option<Advice>) -> Self {
        let texts = protocol.texts();
        let title = |level: Level| texts.say(&format!("level-{}", level.word())).into_owned();
        // In an emergency nothing else is due.
        let due = standing.checkin_due.as_ref();
        let due = due.filter(|_| standing.level() < Some(Level::Emergency));
        Self {
            headings: Headings::of(texts),
            level: standing.level().map(title),
            signs: standing.open().iter().map(|open| sign(texts, open)).collect(),
            locks: standing.locks.iter().map(|lock| locked(protocol, lock)).collect(),
            next: when::next(texts, standing),
            day: day(texts, standing),
            more: more(texts, standing.decided.findings.len()),
            advice,
            checkin: due.map(|due| checkin(texts, due, &standing.at)),
        }
    }
}

impl Headings {
    fn of(texts: &Wording) -> Self {
        let say = |attribute: &str| texts.say(&format!("now.{attribute}")).into_owned();
        Self {
            signs: say("signs"),
            next: say("next"),
            answers: say("answers"),
            skin: say("skin"),
            aside: say("aside"),
        }
    }
}

pub(super) fn say(texts: &Wording, key: &str, variables: &[Variable<'_>]) -> String {
    texts.say_with(key, variables).into_owned()
}

fn sign(texts: &Wording, open: &Open<'_>) -> String {
    let flag = texts.say(&format!("flag-{}", open.row.id.word()));
    let key = if open.seen { "now-sign.seen" } else { "now-sign" };
    let since = texts.moment(&open.since);
    say(texts, key, &[("flag", flag.into()), ("since", since.into())])
}

fn locked(protocol: &Worded, lock: &Lock<'_>) -> String {
    let texts = protocol.texts();
    let mut because = standing::lock(protocol, lock);
    if !because.ends_with(['.', '?', '!']) {
        because.push('.');
    }
    let Some(until) = &lock.until else { return because };
    let until = texts.moment(until);
    say(texts, "now-lock", &[("because", because.into()), ("until", until.into())])
}

fn day(texts: &Wording, standing: &Standing<'_>) -> String {
    let Some(day) = standing.day else { return say(texts, "now-day.before", &[]) };
    match standing.phase {
        None => say(texts, "now-day.plain", &[("day", day.into())]),
        Some(row) => {
            let phase = texts.say(&format!("phase-{}", row.id));
            say(texts, "now-day", &[("day", day.into()), ("phase", phase.into())])
        }
    }
}

fn checkin(texts: &Wording, due: &Zoned, now: &Zoned) -> String {
    match due > now {
        true => say(texts, "now-checkin", &[("at", texts.moment(due).into())]),
        false => say(texts, "now-checkin.due", &[]),
    }
}

/// How many findings are not told.
fn more(texts: &Wording, findings: usize) -> Option<String> {
    let more = findings.checked_sub(ANSWERS).filter(|more| *more > 0)?;
    Some(say(texts, "now-more", &[("n", more.into())]))
}

impl Now<'_> {
    fn say_urgent(&self, page: &mut Page, level: Level) {
        let title = self.said.level.as_deref().unwrap_or_default();
        page.headline(&page.sentence(title), level_colour(level));
        self.action.iter().for_each(|action| page.text(action));
        let Some(advice) = &self.said.advice else { return };
        advice.points.iter().for_each(|point| page.point(&point.say()));
        if let Some((call, signs)) = &advice.call_if {
            page.text(&call.sentence);
            signs.iter().for_each(|sign| page.point(sign));
        }
    }

    fn say_next(&self, page: &mut Page) {
        list(page, &self.said.headings.next, &self.said.locks);
        if self.said.locks.is_empty() {
            page.heading(&self.said.headings.next);
        }
        self.said.next.iter().for_each(|sentence| page.text(sentence));
    }

    /// The worst of what was answered; the rest is said by `screen`.
    fn say_answers(&self, page: &mut Page) {
        if self.findings.is_empty() {
            return;
        }
        page.heading(&self.said.headings.answers);
        self.findings.iter().take(ANSWERS).for_each(|answered| answered.say(page));
        self.said.more.iter().for_each(|more| page.text(more));
    }

    fn say_skin(&self, page: &mut Page, urgent: bool) {
        page.heading(&self.said.headings.skin);
        page.text(&self.said.day);
        if let (false, Some(title)) = (urgent, &self.said.level) {
            page.text(&page.sentence(title));
            self.reasons.iter().for_each(|reason| page.point(reason));
        }
        self.said.checkin.iter().for_each(|sentence| page.text(sentence));
    }
}

fn list(page: &mut Page, heading: &str, points: &[String]) {
    if !points.is_empty() {
        page.heading(heading);
    }
    points.iter().for_each(|point| page.point(point));
}

impl Sentences for Now<'_> {
    fn say(&self, page: &mut Page) {
        let urgent = self.level.filter(|level| *level > Level::Watch);
        if let Some(level) = urgent {
            self.say_urgent(page, level);
        }
        let headings = &self.said.headings;
        list(page, &headings.signs, &self.said.signs);
        self.say_next(page);
        self.say_skin(page, urgent.is_some());
        self.say_answers(page);
        if !self.set_aside.is_empty() {
            page.heading(&headings.aside);
        }
        for one in &self.set_aside {
            let words =
                [("label", one.what.as_str().into()), ("what", one.because.as_str().into())];
            page.point(&page.words("show-labelled", &words));
        }
        self.protocol.say(page);
    }
}
