//! What `protocol diff` says: who is decided differently by two versions, by which rules, and which rows and texts differ.

use care::protocol::compare::files::Changes;
use care::protocol::compare::{ByRule, Tally};
use care::verdict::VerdictKind;
use care::words::{Setting, Word};
use jiff::civil::Date;
use serde::Serialize;

use super::{Page, Sentences};

/// Two versions and the people they were asked about.
#[derive(Debug, Serialize)]
pub struct Sides {
    /// Name and version of the old one.
    pub old: String,
    /// Name and version of the new one.
    pub new: String,
    /// Which random people.
    pub seed: u64,
    /// On which day.
    pub on: Date,
}

/// The whole comparison.
#[derive(Debug, Serialize)]
pub struct Diff {
    #[serde(flatten)]
    sides: Sides,
    settings: Vec<InSetting>,
    rows: Differ,
    texts: Differ,
}

/// The comparison in one setting.
#[derive(Debug, Serialize)]
struct InSetting {
    setting: &'static str,
    people: usize,
    different: usize,
    other_date: usize,
    moves: Vec<Move>,
    rules: Vec<RuleCounts>,
}

/// How many people went from one verdict to another.
#[derive(Debug, Serialize)]
struct Move {
    from: &'static str,
    to: &'static str,
    people: usize,
}

/// What one rule changes.
#[derive(Debug, Serialize)]
struct RuleCounts {
    rule: String,
    verdicts_changed: usize,
    fires_only_in_old: usize,
    fires_only_in_new: usize,
    other_verdict: usize,
}

/// Ids that differ.
#[derive(Debug, Serialize)]
struct Differ {
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<String>,
}

impl Diff {
    /// Puts a comparison together.
    pub fn of(sides: Sides, tallies: &[(Setting, Tally)], rows: Changes, texts: Changes) -> Self {
        let settings =
            tallies.iter().map(|(setting, tally)| InSetting::of(*setting, tally)).collect();
        Self { sides, settings, rows: Differ::of(rows), texts: Differ::of(texts) }
    }
}

impl InSetting {
    fn of(setting: Setting, tally: &Tally) -> Self {
        let moves = tally.moves.iter().map(|((from, to), people)| Move {
            from: from.word(),
            to: to.word(),
            people: *people,
        });
        let mut rules: Vec<RuleCounts> =
            tally.rules.iter().map(|(rule, counts)| RuleCounts::of(rule, *counts)).collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.verdicts_changed));
        Self {
            setting: setting.word(),
            people: tally.people,
            different: tally.different,
            other_date: tally.other_date,
            moves: moves.collect(),
            rules,
        }
    }
    fn moved(&self, from: VerdictKind, to: VerdictKind) -> usize {
        let mut moves = self.moves.iter();
        let found = moves.find(|one| one.from == from.word() && one.to == to.word());
        found.map_or(0, |one| one.people)
    }
}

impl RuleCounts {
    fn of(rule: &str, counts: ByRule) -> Self {
        Self {
            rule: rule.to_owned(),
            verdicts_changed: counts.decides,
            fires_only_in_old: counts.only_old,
            fires_only_in_new: counts.only_new,
            other_verdict: counts.other_verdict,
        }
    }
}

impl Differ {
    fn of(changes: Changes) -> Self {
        let Changes { added, removed, changed } = changes;
        Self { added, removed, changed }
    }
    fn say(&self, what: &str, page: &mut Page) {
        page.head(what);
        for (key, ids) in [
            ("show-diff-added", &self.added),
            ("show-diff-removed", &self.removed),
            ("show-diff-changed", &self.changed),
        ] {
            let none = || page.word("show-none");
            let ids = if ids.is_empty() { none() } else { page.texts().list(ids) };
            page.point(&page.words(key, &[("ids", ids.into())]));
        }
    }
}

impl Sentences for Diff {
    fn say(&self, page: &mut Page) {
        let Sides { old, new, seed, on } = &self.sides;
        // A seed and a day as the files write them are names, not numbers.
        let words = [
            ("old", old.as_str().into()),
            ("new", new.as_str().into()),
            ("seed", seed.to_string().into()),
            ("on", on.to_string().into()),
        ];
        page.text(&page.words("show-diff", &words));
        page.text(&page.word("show-diff-spread"));
        self.settings.iter().for_each(|setting| setting.say(page));
        self.rows.say("show-diff-rows", page);
        self.texts.say("Wording", page);
    }
}

impl Sentences for InSetting {
    fn say(&self, page: &mut Page) {
        let Self { setting, people, different, other_date, .. } = self;
        let words = [
            ("setting", (*setting).into()),
            ("different", (*different).into()),
            ("people", (*people).into()),
            ("dated", (*other_date).into()),
        ];
        page.heading(&page.words("show-diff-setting", &words));
        table(self, page);
        if self.rules.is_empty() {
            return;
        }
        page.gap();
        page.text(&page.word("show-diff-by-rule"));
        for rule in &self.rules {
            let words = [
                ("rule", rule.rule.as_str().into()),
                ("changed", rule.verdicts_changed.into()),
                ("old", rule.fires_only_in_old.into()),
                ("new", rule.fires_only_in_new.into()),
                ("other", rule.other_verdict.into()),
            ];
            page.point(&page.words("show-diff-rule", &words));
        }
    }
}

/// One row per verdict of the old version, one column per verdict of the new one.
fn table(setting: &InSetting, page: &mut Page) {
    let line = |first: &str, cells: Vec<String>| {
        let cells: Vec<String> = VerdictKind::ALL
            .iter()
            .zip(cells)
            .map(|(column, cell)| format!("{cell:>width$}", width = column.word().len()))
            .collect();
        format!("{first:>17}  {}", cells.join("  "))
    };
    let words = VerdictKind::words().iter().map(|word| (*word).to_owned()).collect();
    page.text(&line(&page.word("show-diff-corner"), words));
    for from in VerdictKind::ALL {
        let cells = VerdictKind::ALL.iter().map(|to| setting.moved(*from, *to).to_string());
        page.text(&line(from.word(), cells.collect()));
    }
}
