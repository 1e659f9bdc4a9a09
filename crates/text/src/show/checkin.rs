//! What `checkin` says: how urgent it is, why, what to do, and when to look again.

use care::Protocol;
use care::triage::Triage;
use care::words::{Level, Word};
use serde::Serialize;

use super::page::level_colour;
use super::{Decider, Page, Sentences, stamp};

/// A triage with its words.
#[derive(Debug, Serialize)]
pub struct CheckIn {
    level: Level,
    reasons: Vec<String>,
    action: String,
    next_checkin: Option<String>,
    unlocks_next: bool,
    sources: Vec<String>,
    protocol: Decider,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    next: Option<String>,
}

impl CheckIn {
    /// A triage put into words.
    pub fn of(protocol: &Protocol, triage: &Triage<'_>) -> Self {
        let texts = protocol.texts();
        let mut sources: Vec<String> =
            triage.reasons.iter().flat_map(|reason| reason.sources().iter().cloned()).collect();
        sources.sort();
        sources.dedup();
        Self {
            level: triage.level,
            reasons: triage.reasons.iter().map(|reason| reason.say(texts)).collect(),
            action: texts.say(&triage.action_key()).into_owned(),
            next_checkin: triage.next_checkin.as_ref().map(stamp),
            unlocks_next: triage.unlocks_next,
            sources,
            protocol: Decider::of(protocol),
            title: texts.say(&format!("level-{}", triage.level.word())).into_owned(),
            next: triage.next_checkin.as_ref().map(|moment| texts.moment(moment)),
        }
    }
}

impl Sentences for CheckIn {
    fn say(&self, page: &mut Page) {
        page.headline(&format!("{}.", self.title.trim_end_matches('.')), level_colour(self.level));
        page.text(&self.action);
        page.heading("Why");
        self.reasons.iter().for_each(|reason| page.point(reason));
        page.under(&format!("Who says so: {}.", self.sources.join(", ")));
        page.gap();
        match self.unlocks_next {
            true => page
                .text("The skin has healed: as far as it goes, the next session may be planned."),
            false => page.text("The next session stays locked until a check-in shows healed skin."),
        }
        if let Some(next) = &self.next {
            page.text(&format!("Next check-in: {next}. Sooner if anything gets worse."));
        }
        self.protocol.say(page);
    }
}
