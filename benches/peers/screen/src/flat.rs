//! The protocol's rules and a person as flat JSON that any engine can read.
//!
//! The peers know no calendar months and no protocol. So three things are worked out for them, untimed: the age in
//! years, whether the needle is over its ceiling, and the day on which each dated rule lifts. Ours works all
//! three out anew with every decision.

use care::Protocol;
use care::answers::Answer;
use care::measure::NeedleLength;
use care::person::Person;
use care::protocol::rows::{Question, Rule, RuleWait};
use care::screening::needle::rest;
use care::verdict::VerdictKind;
use care::words::{Area, ProductClass, Word};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use testkit::TODAY;

use crate::contest::{day, kind_score};

/// A person as an engine reads them: `{ "setting": "home", "age": 38, "keloid": "no", … }`.
pub type Person_ = Map<String, Value>;

#[derive(Serialize)]
pub struct Rules {
    /// The day of the decision.
    pub today: i64,
    pub rows: Vec<Row>,
}

/// A rule: it fires if the key's value is one of the answers, or lies in the range, and `until` is after today.
#[derive(Serialize, Default)]
pub struct Row {
    pub rule: String,
    pub key: String,
    pub answers: Vec<String>,
    /// For the age: from, inclusive, and under, exclusive.
    pub range: Option<[u16; 2]>,
    /// The key of the day on which it lifts.
    pub until: Option<String>,
    pub home: i64,
    pub clinic: i64,
    /// Whether `until` is to be added to the score, at home and in the clinic.
    pub home_waits: bool,
    pub clinic_waits: bool,
}

pub fn rules(protocol: &Protocol) -> Result<Rules, String> {
    let mut rows = Vec::new();
    for question in protocol.questions() {
        rows.extend(read_by(protocol, &question.id).flat_map(|rule| known(question, rule)));
        rows.push(unknown(protocol, &question.id, &question.id));
    }
    for rule in read_by(protocol, "born") {
        if [rule.home, rule.clinic].contains(&VerdictKind::WaitUntil) {
            return Err(format!(
                "rule {}: a wait for an age is not written for the peers",
                rule.id
            ));
        }
        let range = [rule.from.unwrap_or(0), rule.under.unwrap_or(u16::MAX)];
        rows.push(Row { range: Some(range), ..row(rule, "age") });
    }
    rows.push(unknown(protocol, "born", "age_known"));
    for rule in read_by(protocol, "areas") {
        let of = |area: &String| Row { answers: vec!["yes".into()], ..row(rule, &area_key(area)) };
        rows.extend(rule.answers.iter().map(of));
    }
    for rule in read_by(protocol, "skin-type") {
        let range = [rule.from.unwrap_or(0), u16::MAX];
        rows.push(Row { range: Some(range), ..row(rule, "skin_type") });
        rows.push(Row { answers: vec!["unknown".into()], ..row(rule, "skin_type_known") });
    }
    for rule in read_by(protocol, "needle-length") {
        rows.push(Row { answers: vec!["over".into(), "unknown".into()], ..row(rule, "needle") });
    }
    Ok(Rules { today: day(TODAY), rows })
}

fn read_by<'p>(protocol: &'p Protocol, question: &str) -> impl Iterator<Item = &'p Rule> {
    let rules: Vec<_> = protocol.rules().iter().filter(|rule| rule.question == question).collect();
    rules.into_iter()
}

/// A rule as one row; on product classes, as one row for each.
fn known(question: &Question, rule: &Rule) -> Vec<Row> {
    if question.products {
        let of = |class: &String| Row {
            answers: vec!["yes".into()],
            ..row(rule, &product_key(&question.id, class))
        };
        return rule.answers.iter().map(of).collect();
    }
    let mut answers = rule.answers.clone();
    if let Some(dated) = question.dated.as_ref().filter(|dated| answers.contains(&dated.key)) {
        answers.retain(|answer| *answer != dated.key);
        let fits = |word: &&String| rule.detail.as_ref().is_none_or(|detail| detail == *word);
        answers.extend(dated.words.iter().filter(fits).map(|word| detailed(&dated.key, word)));
        answers.push(dated.key.clone());
    }
    vec![Row { answers, ..row(rule, &question.id) }]
}

fn row(rule: &Rule, key: &str) -> Row {
    let until = rule.wait.as_ref().map(|_| until_key(rule));
    let waits = |kind| kind == VerdictKind::WaitUntil && until.is_some();
    let dateless = |kind| match kind {
        VerdictKind::WaitUntil if until.is_none() => VerdictKind::AskClinician,
        kind => kind,
    };
    Row {
        rule: rule.id.clone(),
        key: key.into(),
        home: kind_score(dateless(rule.home)),
        clinic: kind_score(dateless(rule.clinic)),
        home_waits: waits(rule.home),
        clinic_waits: waits(rule.clinic),
        until,
        ..Row::default()
    }
}

/// What not knowing means: the worst it could stand for.
fn unknown(protocol: &Protocol, question: &str, key: &str) -> Row {
    let worst = |verdict: fn(&Rule) -> VerdictKind| {
        let worst = read_by(protocol, question).map(verdict).max().unwrap_or(VerdictKind::Proceed);
        // A wait without a date can't be counted.
        if worst == VerdictKind::WaitUntil { VerdictKind::AskClinician } else { worst }
    };
    Row {
        rule: format!("{question}-unknown"),
        key: key.into(),
        answers: vec!["unknown".into()],
        home: kind_score(worst(|rule| rule.home)),
        clinic: kind_score(worst(|rule| rule.clinic)),
        ..Row::default()
    }
}

fn detailed(key: &str, word: &str) -> String {
    format!("{key}-{word}")
}
fn product_key(question: &str, class: &str) -> String {
    format!("{question}_{}", class.replace('-', "_"))
}
fn area_key(area: &str) -> String {
    format!("area_{}", area.replace('-', "_"))
}
fn until_key(rule: &Rule) -> String {
    format!("until_{}", rule.id.replace('-', "_"))
}

pub fn person(protocol: &Protocol, rules: &Rules, person: &Person) -> Person_ {
    let mut flat = Map::new();
    flat.insert("setting".into(), person.setting.word().into());
    flat.insert("age".into(), person.born.map_or(-1, age).into());
    flat.insert("age_known".into(), known_word(person.born.is_some()).into());
    flat.insert("needle".into(), needle(protocol, person).into());
    let skin = person.skin_type.map(|skin| i64::from(skin.number()));
    flat.insert("skin_type".into(), skin.unwrap_or(-1).into());
    flat.insert("skin_type_known".into(), known_word(skin.is_some()).into());
    for area in Area::ALL {
        flat.insert(area_key(area.word()), yes(person.areas.contains(area)).into());
    }
    for (place, question) in protocol.questions().iter().enumerate() {
        answer(protocol, question, person, person.answers.get(place), &mut flat);
    }
    for row in &rules.rows {
        assert!(flat.contains_key(&row.key), "{} is not answered", row.key);
    }
    flat
}

/// An answer under its question's key, and the days on which the rules that read it lift.
fn answer(
    protocol: &Protocol,
    question: &Question,
    person: &Person,
    answer: Answer,
    flat: &mut Person_,
) {
    let answer = as_of_today(question, answer);
    let word = match answer {
        Answer::Unknown => "unknown".into(),
        Answer::Word(place) => question.answers[usize::from(place)].clone(),
        Answer::Products(_) => "known".into(),
        Answer::Dated { detail, .. } => question.dated.as_ref().map_or(String::new(), |dated| {
            detail.map_or(dated.key.clone(), |place| {
                detailed(&dated.key, &dated.words[usize::from(place)])
            })
        }),
    };
    flat.insert(question.id.clone(), word.into());
    for rule in read_by(protocol, &question.id) {
        if let Some(wait) = &rule.wait {
            let until = match answer {
                Answer::Dated { on, length, .. } => day(lifts(protocol, wait, on, length)),
                Answer::Products(_) => {
                    day(lifts(protocol, wait, person.answered.unwrap_or(TODAY), None))
                }
                _ => 0,
            };
            flat.insert(until_key(rule), until.into());
        }
    }
    if question.products {
        let used: Vec<_> = match answer {
            Answer::Products(set) => care::answers::products_in(set).collect(),
            _ => Vec::new(),
        };
        for class in ProductClass::ALL {
            flat.insert(product_key(&question.id, class.word()), yes(used.contains(class)).into());
        }
    }
}

/// A day that lies ahead counts as the plain answer that the question names for it.
fn as_of_today(question: &Question, answer: Answer) -> Answer {
    let future = question.dated.as_ref().and_then(|dated| dated.future.as_ref());
    match (answer, future) {
        (Answer::Dated { on, .. }, Some(word)) if on > TODAY => {
            Answer::word(question, word).unwrap_or(Answer::Unknown)
        }
        _ => answer,
    }
}

fn lifts(
    protocol: &Protocol,
    wait: &RuleWait,
    on: Date,
    needles: Option<NeedleLength>,
) -> Date {
    match wait {
        RuleWait::For(wait) => wait.after_date(on),
        RuleWait::Rest => rest(protocol, needles).after_date(on),
        RuleWait::Pause(id) => {
            let mut steps = protocol.rows().preparation.iter();
            let step = steps.find(|step| step.id == *id);
            step.map_or(Date::MAX, |step| step.before.after_date(on))
        }
    }
}

fn known_word(known: bool) -> &'static str {
    if known { "known" } else { "unknown" }
}
fn yes(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn age(born: Date) -> i64 {
    let years = i64::from(TODAY.year() - born.year());
    let had_birthday = born.saturating_add(years.years()) <= TODAY;
    (years - i64::from(!had_birthday)).max(0)
}

fn needle(protocol: &Protocol, person: &Person) -> &'static str {
    let Some(device) = &person.device else { return "none" };
    let Some(length) = device.length else { return "unknown" };
    let fits = |area| {
        protocol.ceiling(person.setting, device.kind, area).is_some_and(|ceiling| length <= ceiling)
    };
    if person.areas.iter().all(|area| fits(*area)) { "within" } else { "over" }
}
