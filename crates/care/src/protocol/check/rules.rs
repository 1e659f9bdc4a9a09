//! What the rules mean together: all questions read, all answers known, all verdicts reachable, none contradicting.

use super::Findings;
use crate::answers::Places;
use crate::protocol::rows::{Question, Rows, Rule, RuleWait};
use crate::verdict::VerdictKind;
use crate::words::{Area, ArticleSide, ProductClass, Word, nearest};

/// What a rule may read beside the questions.
const NOT_QUESTIONS: [&str; 4] = ["born", "needle-length", AREAS, SKIN_TYPE];
const AREAS: &str = "areas";
const SKIN_TYPE: &str = "skin-type";

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    let few = rows.question.len() <= Places::MOST;
    found.hold(
        few,
        "question",
        "all",
        "there are more questions than can be told apart",
        "ask fewer",
    );
    for question in rows.question.iter().filter(|question| !question.cream) {
        let read = rows.rule.iter().any(|rule| rule.question == question.id);
        let mend = "write a rule that reads it, or don't ask it";
        found.hold(read, "question", &question.id, "no rule reads this question", mend);
    }
    rows.question.iter().for_each(|question| answers_read(rows, question, found));
    rows.question.iter().for_each(|question| settings(rows, question, found));
    rows.question.iter().for_each(|question| futures(question, found));
    for rule in &rows.rule {
        reads(rows, rule, found);
        waits(rows, rule, found);
        as_strict_as_the_article(rule, found);
        let mend = "make the verdict at home at least as strict as in a clinic";
        found.hold(
            rule.home >= rule.clinic,
            "rule",
            &rule.id,
            "it is more permissive at home than in a clinic",
            mend,
        );
    }
    reachable(rows, found);
    contradictions(rows, found);
    references(rows, found);
    offers(rows, found);
}

/// The first plain answer is the harmless one; every other must mean something, or a risk would pass unseen.
fn answers_read(rows: &Rows, question: &Question, found: &mut Findings<'_>) {
    if question.cream {
        return;
    }
    let dated = question.dated.iter().map(|dated| dated.key.as_str());
    for answer in question.answers.iter().skip(1).map(String::as_str).chain(dated) {
        let mut rules = rows.rule.iter().filter(|rule| rule.question == question.id);
        let read = rules.any(|rule| rule.answers.iter().any(|read| read == answer));
        let what = format!("no rule reads its answer “{answer}”");
        let mend = "write a rule for it; the first answer is the harmless one";
        found.hold(read, "question", &question.id, &what, mend);
    }
}

/// A question that is left out in a setting may not be read by a rule: the verdict there would be milder than elsewhere.
fn settings(rows: &Rows, question: &Question, found: &mut Findings<'_>) {
    let read = rows.rule.iter().any(|rule| rule.question == question.id);
    let mend = "ask it everywhere, or let the cream alone depend on it";
    let whole = question.setting.is_none() || !read;
    found.hold(
        whole,
        "question",
        &question.id,
        "a rule reads it, but one setting leaves it out",
        mend,
    );
    let cream = !question.cream || (!read && question.answers.len() > 1);
    let mend = "give it a harmless answer first and others behind it, and no rule";
    found.hold(cream, "question", &question.id, "it can’t tell whether cream is ruled out", mend);
}

/// What a day that lies ahead counts as is one of its own plain answers, and none that is harmless.
fn futures(question: &Question, found: &mut Findings<'_>) {
    let Some(word) = question.dated.as_ref().and_then(|dated| dated.future.as_ref()) else {
        return;
    };
    let known = question.answers.iter().skip(1).any(|answer| answer == word);
    let what = format!("a day ahead counts as “{word}”, which is none of its answers");
    found.hold(
        known,
        "question",
        &question.id,
        &what,
        "use one of its plain answers but the first",
    );
}

/// Where the article says that somebody must not be needled, a protocol may be stricter but not milder.
fn as_strict_as_the_article(rule: &Rule, found: &mut Findings<'_>) {
    let strict =
        rule.evidence.article != ArticleSide::Default || rule.clinic >= VerdictKind::WaitUntil;
    let mend = "make it wait-until or stricter, or say which side the article takes";
    found.hold(strict, "rule", &rule.id, "it is milder than the article it follows", mend);
}

fn reads(rows: &Rows, rule: &Rule, found: &mut Findings<'_>) {
    if NOT_QUESTIONS.contains(&rule.question.as_str()) {
        on_areas(rule, found);
        return;
    }
    let Some(question) = rows.question.iter().find(|question| question.id == rule.question) else {
        let near =
            nearest(&rule.question, rows.question.iter().map(|question| question.id.as_str()));
        let mend = format!(
            "ask it in questions.toml, or read another (nearest: {})",
            near.unwrap_or("none")
        );
        found.fault(
            "rule",
            &rule.id,
            format!("the question “{}” is not asked", rule.question),
            mend,
        );
        return;
    };
    let known = known_answers(question);
    let mend = format!("use one of: {}", known.join(", "));
    found.hold(!rule.answers.is_empty(), "rule", &rule.id, "it fires on no answer", &mend);
    for answer in rule.answers.iter().filter(|answer| !known.contains(&answer.as_str())) {
        let what = format!("“{answer}” is not an answer of {}", question.id);
        found.fault("rule", &rule.id, what, mend.as_str());
    }
    if let Some(detail) = &rule.detail {
        let words = question.dated.iter().flat_map(|dated| &dated.words);
        let what = format!("“{detail}” is not a detail of {}", question.id);
        found.hold(
            words.into_iter().any(|word| word == detail),
            "rule",
            &rule.id,
            &what,
            "use one of its details",
        );
    }
}

fn on_areas(rule: &Rule, found: &mut Findings<'_>) {
    let areas = rule.question == AREAS;
    let known = rule.answers.iter().all(|word| areas && Area::find(word).is_some());
    let some = areas != rule.answers.is_empty();
    let mend = "name parts of the body, and only where it reads them";
    found.hold(
        known && some,
        "rule",
        &rule.id,
        "the parts of the body it reads are not known",
        mend,
    );
    let typed = rule.question != SKIN_TYPE || rule.from.is_some_and(|from| (1..=6).contains(&from));
    found.hold(typed, "rule", &rule.id, "no skin type is named", "give “from”, 1 to 6");
}

fn known_answers(question: &Question) -> Vec<&str> {
    if question.products {
        return ProductClass::words();
    }
    let dated = question.dated.iter().map(|dated| dated.key.as_str());
    question.answers.iter().map(String::as_str).chain(dated).collect()
}

fn waits(rows: &Rows, rule: &Rule, found: &mut Findings<'_>) {
    let question = rows.question.iter().find(|question| question.id == rule.question);
    let dated_key =
        question.and_then(|question| question.dated.as_ref()).map(|dated| dated.key.as_str());
    let on_date = rule.answers.iter().all(|answer| Some(answer.as_str()) == dated_key);
    let in_use = question.is_some_and(|question| question.products);
    let waits = [rule.home, rule.clinic].contains(&VerdictKind::WaitUntil);
    let mend = "give it a wait and let it read only the dated answer";
    found.hold(
        !waits || rule.wait.is_some(),
        "rule",
        &rule.id,
        "it waits, but does not say how long",
        mend,
    );
    let possible = rule.wait.is_none() || in_use || (on_date && dated_key.is_some());
    found.hold(possible, "rule", &rule.id, "its wait has no date to count from", mend);
    if let Some(RuleWait::Pause(id)) = &rule.wait {
        let step = rows.preparation.iter().any(|step| step.id == *id);
        let what = format!("it waits as long as the step “{id}”, which does not exist");
        found.hold(step, "rule", &rule.id, &what, "use the id of a row in preparation.toml");
    }
    let ages =
        rule.question != "born" || rule.under.is_some_and(|under| rule.from.unwrap_or(0) < under);
    found.hold(
        ages,
        "rule",
        &rule.id,
        "its ages are impossible",
        "give “under”, and “from” below it",
    );
}

fn reachable(rows: &Rows, found: &mut Findings<'_>) {
    let proceeds = VerdictKind::Proceed;
    for verdict in VerdictKind::ALL.iter().filter(|verdict| **verdict != proceeds) {
        let reached = rows.rule.iter().any(|rule| rule.home == *verdict || rule.clinic == *verdict);
        let mend = "write a rule that reaches it";
        found.hold(reached, "verdict", verdict.word(), "no answer reaches this verdict", mend);
    }
    for rule in rows.rule.iter().filter(|rule| rule.home == proceeds) {
        found.fault(
            "rule",
            &rule.id,
            "it finds nothing anywhere",
            "remove it, or give it a verdict",
        );
    }
}

/// Two rules contradict each other if they read the same answer with the same detail for the same kind of time.
fn contradictions(rows: &Rows, found: &mut Findings<'_>) {
    for (place, rule) in rows.rule.iter().enumerate() {
        for other in
            rows.rule.iter().skip(place + 1).filter(|other| other.question == rule.question)
        {
            let answers = rule.answers.iter().any(|answer| other.answers.contains(answer));
            let same = answers
                && rule.detail == other.detail
                && rule.wait.is_some() == other.wait.is_some();
            let types = rule.question == SKIN_TYPE;
            let ages = rule.question == "born" && overlap(rule, other);
            let what = format!("it reads the same answer as rule {}", rule.id);
            found.hold(
                !(same || ages || types),
                "rule",
                &other.id,
                &what,
                "join the two, or let them read different answers",
            );
        }
    }
}

fn overlap(rule: &Rule, other: &Rule) -> bool {
    let window = |rule: &Rule| (rule.from.unwrap_or(0), rule.under.unwrap_or(u16::MAX));
    let ((from, under), (other_from, other_under)) = (window(rule), window(other));
    from < other_under && other_from < under
}

/// Where a protocol says what an alternative goes with, it says so of every rule, and not both.
fn offers(rows: &Rows, found: &mut Findings<'_>) {
    let said = rows.alternative.iter().any(|row| !row.fine_with.is_empty());
    for row in rows.alternative.iter().filter(|row| said && row.only_with.is_empty()) {
        for rule in &rows.rule {
            let (not, fine) = (row.not_with.contains(&rule.id), row.fine_with.contains(&rule.id));
            let what = format!("it may contradict the finding {}", rule.id);
            let mend = "name the rule in not-with or in fine-with, and not in both";
            found.hold(not != fine, "alternative", &row.id, &what, mend);
        }
    }
}

fn references(rows: &Rows, found: &mut Findings<'_>) {
    for alternative in &rows.alternative {
        let named = [&alternative.not_with, &alternative.fine_with, &alternative.only_with];
        for id in named.into_iter().flatten() {
            let known = rows.rule.iter().any(|rule| rule.id == *id);
            let what = format!("it names the rule “{id}”, which does not exist");
            found.hold(
                known,
                "alternative",
                &alternative.id,
                &what,
                "use the id of a rule in contraindications.toml",
            );
        }
    }
    for raised in rows.triage.iter().flat_map(|triage| &triage.raised_by) {
        let question = rows.question.iter().find(|question| question.id == raised.question);
        let known = question.is_some_and(|question| {
            raised.answers.iter().all(|answer| known_answers(question).contains(&answer.as_str()))
        });
        let what = format!("it is raised by an answer that does not exist ({})", raised.question);
        found.hold(known, "triage", "triage", &what, "use a question and its answers");
    }
}
