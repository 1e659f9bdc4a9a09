//! What `checkin` says: how urgent it is, why, what to do, and when to look again.

use care::standing::{Cause, Lock};
use care::triage::{Reason, Triage};
use care::words::{Level, Word};
use jiff::Zoned;
use serde::Serialize;
use words::Worded;
use words::Wording;

use super::page::level_colour;
use super::{Decider, Page, Sentences, stamp};
use crate::tell::advice::{self, Advice};
use crate::tell::reason;
use crate::tell::sources::by_id;

/// A triage with its words.
#[derive(Debug, Serialize)]
pub struct CheckIn {
    level: Level,
    reasons: Vec<String>,
    action: String,
    call: Option<String>,
    advice: Vec<String>,
    next_checkin: Option<String>,
    unlocks_next: bool,
    rest_until: Option<String>,
    sources: Vec<String>,
    protocol: Decider,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    next: Option<String>,
    #[serde(skip)]
    session: String,
    #[serde(skip)]
    said: Advice,
}

impl CheckIn {
    /// A triage put into words, with what the next session waits for at the moment of the last check-in.
    pub fn of(protocol: &Worded, triage: &Triage<'_>, locks: &[Lock<'_>], now: &Zoned) -> Self {
        let texts = protocol.texts();
        let said = advice::advice(protocol, triage, now.time_zone());
        // In an emergency nothing else is due.
        let next = triage.next_checkin.as_ref().filter(|_| triage.level < Level::Emergency);
        let rest = rests_until(locks);
        let sources = by_id(triage.reasons.iter().map(Reason::evidence));
        Self {
            level: triage.level,
            reasons: triage.reasons.iter().map(|reason| reason::say(texts, reason)).collect(),
            action: said.first(),
            call: said.call.as_ref().and_then(|call| call.number.clone()),
            advice: said.points.iter().filter_map(|point| point.action.clone()).collect(),
            next_checkin: next.map(stamp),
            unlocks_next: triage.unlocks_next,
            rest_until: rest.map(stamp),
            sources,
            protocol: Decider::of(protocol),
            title: texts.say(&format!("level-{}", triage.level.word())).into_owned(),
            next: next.map(|moment| texts.moment(moment)),
            session: session(texts, triage.healed, rest),
            said,
        }
    }
}

/// When the skin has rested, if it has not yet.
fn rests_until<'l>(locks: &'l [Lock<'_>]) -> Option<&'l Zoned> {
    let rests = locks.iter().filter(|lock| {
        matches!(lock.cause, Cause::Rest { .. } | Cause::Open(_) | Cause::Density(_))
    });
    rests.filter_map(|lock| lock.until.as_ref()).max()
}

/// Why the next session waits, or that it does not.
fn session(texts: &Wording, healed: bool, rest: Option<&Zoned>) -> String {
    match (healed, rest) {
        (false, _) => texts.say("checkin-next").into_owned(),
        (true, None) => texts.say("checkin-next.open").into_owned(),
        (true, Some(rest)) => {
            let from = texts.moment(rest).into();
            texts.say_with("checkin-next.rest", &[("from", from)]).into_owned()
        }
    }
}

impl Sentences for CheckIn {
    fn say(&self, page: &mut Page) {
        page.headline(&page.sentence(&self.title), level_colour(self.level));
        page.text(&self.action);
        page.head("show-why");
        self.said.points.iter().for_each(|point| page.point(&point.say()));
        if let Some((call, signs)) = &self.said.call_if {
            page.text(&call.sentence);
            signs.iter().for_each(|sign| page.point(sign));
        }
        let sources = page.sentence(&page.texts().list(&self.sources));
        page.under(&page.words("show-who", &[("sources", sources.into())]));
        page.gap();
        page.text(&self.session);
        if let Some(next) = &self.next {
            page.text(&page.words("show-next-checkin", &[("next", next.as_str().into())]));
        }
        self.protocol.say(page);
    }
}
