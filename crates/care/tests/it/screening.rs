//! Screening, case by case: question, answer, what it means at home and in a clinic.

use care::Protocol;
use care::screening::{Decision, decide};
use care::verdict::{Verdict, VerdictKind};
use care::words::{Area, ProductClass, Word};
use jiff::civil::{Date, date};
use testkit::{Someone, TODAY, clear, protocol};

fn verdict(someone: &Someone<'_>, protocol: &Protocol) -> Verdict {
    decide(protocol, someone, TODAY).verdict
}

fn rules<'p>(decision: &Decision, protocol: &'p Protocol) -> Vec<&'p str> {
    decision.findings.iter().map(|finding| finding.rule(protocol).unwrap().id.as_str()).collect()
}

#[test]
fn nothing_against_it_proceeds_in_both_settings() {
    let protocol = protocol();
    let home = decide(&protocol, &clear(&protocol), TODAY);
    assert_eq!((home.verdict, rules(&home, &protocol)), (Verdict::Proceed, vec![]));
    assert_eq!(verdict(&clear(&protocol).in_clinic(), &protocol), Verdict::Proceed);
}

/// Clinical evidence 5A: question, answer, verdict at home, verdict in a clinic.
#[test]
fn plain_answers_mean_what_the_table_says() {
    let rows = [
        ("pregnancy", "pregnant", "do-not", "do-not"),
        ("pregnancy", "trying", "do-not", "do-not"),
        ("pregnancy", "breast-feeding", "do-not", "do-not"),
        ("active_acne", "yes", "do-not", "do-not"),
        ("skin_condition", "elsewhere", "proceed-with-care", "proceed-with-care"),
        ("skin_condition", "in-area", "do-not", "do-not"),
        ("autoimmune", "yes", "do-not", "do-not"),
        ("retinoid", "using", "do-not", "do-not"),
        ("infection", "yes", "do-not", "do-not"),
        ("cold_sores", "past", "ask-clinician", "proceed-with-care"),
        ("cold_sores", "active", "do-not", "do-not"),
        ("keloid", "yes", "do-not", "ask-clinician"),
        ("bleeding_disorder", "yes", "do-not", "do-not"),
        ("anticoagulant", "yes", "ask-clinician", "ask-clinician"),
        ("diabetes", "controlled", "proceed-with-care", "proceed-with-care"),
        ("diabetes", "uncontrolled", "do-not", "do-not"),
        ("weak_immunity", "yes", "do-not", "ask-clinician"),
        ("skin_cancer", "yes", "do-not", "do-not"),
        ("broken_skin", "yes", "do-not", "do-not"),
        ("recent_scar", "yes", "ask-clinician", "proceed-with-care"),
        ("radiotherapy", "ongoing", "do-not", "do-not"),
        ("metal_allergy", "yes", "do-not", "do-not"),
        ("anaesthetic_allergy", "yes", "do-not", "do-not"),
        ("tattoo", "yes", "do-not", "do-not"),
    ];
    let protocol = protocol();
    for (question, answer, home, clinic) in rows {
        let someone = clear(&protocol).answers(question, answer);
        assert_eq!(
            verdict(&someone, &protocol).kind().word(),
            home,
            "{question} = {answer} at home"
        );
        let someone = someone.in_clinic();
        assert_eq!(
            verdict(&someone, &protocol).kind().word(),
            clinic,
            "{question} = {answer} in a clinic"
        );
    }
}

/// Question, detail, the answer's date, the date on which the finding lifts.
#[test]
fn dated_answers_lift_on_their_day_and_not_before() {
    let rows = [
        ("retinoid", Some("oral"), date(2026, 9, 1), date(2027, 3, 1)),
        ("retinoid", Some("topical"), date(2026, 8, 31), date(2027, 2, 28)),
        ("retinoid", None, date(2026, 9, 1), date(2027, 3, 1)),
        ("sunburn", None, date(2026, 12, 1), date(2026, 12, 15)),
        ("filler", None, date(2026, 11, 30), date(2026, 12, 14)),
    ];
    let protocol = protocol();
    for (question, detail, on, until) in rows {
        let someone = clear(&protocol).answers_on(question, on, detail);
        assert_eq!(verdict(&someone, &protocol), Verdict::WaitUntil(until), "{question}");
        let day_before: Date = until.yesterday().unwrap();
        assert_eq!(
            decide(&protocol, &someone, day_before).verdict,
            Verdict::WaitUntil(until),
            "{question}"
        );
        assert_eq!(decide(&protocol, &someone, until).verdict, Verdict::Proceed, "{question}");
    }
}

#[test]
fn radiotherapy_asks_a_clinician_for_a_year() {
    let protocol = protocol();
    let someone = clear(&protocol).answers_on("radiotherapy", date(2026, 1, 10), None);
    assert_eq!(verdict(&someone, &protocol), Verdict::AskClinician);
    assert_eq!(decide(&protocol, &someone, date(2027, 1, 10)).verdict, Verdict::Proceed);
}

#[test]
fn somebody_under_18_waits_for_their_birthday_and_an_unknown_age_counts_as_under() {
    let protocol = protocol();
    let mut someone = clear(&protocol);
    someone.born = Some(date(2009, 3, 1));
    let decision = decide(&protocol, &someone, TODAY);
    assert_eq!(
        (decision.verdict, decision.findings[0].until),
        (Verdict::DoNot, Some(date(2027, 3, 1)))
    );
    assert_eq!(decide(&protocol, &someone, date(2027, 3, 1)).verdict, Verdict::ProceedWithCare);
    assert_eq!(decide(&protocol, &someone, date(2031, 3, 1)).verdict, Verdict::Proceed);
    someone.born = None;
    assert_eq!(verdict(&someone, &protocol), Verdict::DoNot);
    someone.born = Some(date(2030, 1, 1));
    assert_eq!(verdict(&someone, &protocol), Verdict::DoNot);
}

#[test]
fn rest_after_the_last_session_depends_on_the_needle() {
    let protocol = protocol();
    let yesterday = date(2026, 12, 4);
    let last = |mm| {
        clear(&protocol).in_clinic().with_needles(mm).answers_on(
            "last_needling",
            yesterday,
            Some("yes"),
        )
    };
    assert_eq!(verdict(&last(0.25), &protocol), Verdict::Proceed);
    assert_eq!(verdict(&last(0.3), &protocol), Verdict::WaitUntil(date(2026, 12, 7)));
    assert_eq!(verdict(&last(1.5), &protocol), Verdict::WaitUntil(date(2027, 1, 15)));
    let mut unknown = last(1.5);
    unknown.device = None;
    assert_eq!(verdict(&unknown, &protocol), Verdict::WaitUntil(date(2027, 1, 15)));
}

#[test]
fn skin_that_is_not_calm_or_not_known_to_be_calm_is_left_alone() {
    let protocol = protocol();
    for calm in [Some("no"), None] {
        let someone = clear(&protocol).answers_on("last_needling", date(2026, 10, 1), calm);
        assert_eq!(verdict(&someone, &protocol), Verdict::DoNot);
    }
}

#[test]
fn needles_over_the_ceiling_are_refused() {
    let protocol = protocol();
    assert_eq!(verdict(&clear(&protocol).with_needles(0.5), &protocol), Verdict::DoNot);
    assert_eq!(
        verdict(&clear(&protocol).in_clinic().with_needles(1.5), &protocol),
        Verdict::Proceed
    );
    let mut eyelids = clear(&protocol).in_clinic().with_needles(0.6);
    eyelids.areas = vec![Area::Cheeks, Area::Eyelids];
    assert_eq!(verdict(&eyelids, &protocol), Verdict::DoNot);
    let mut unknown = clear(&protocol);
    unknown.device.as_mut().unwrap().length = None;
    assert_eq!(verdict(&unknown, &protocol), Verdict::DoNot);
}

#[test]
fn every_product_in_use_is_read_on_its_own() {
    let protocol = protocol();
    let someone = clear(&protocol).uses(&[
        ProductClass::Acids,
        ProductClass::Retinoid,
        ProductClass::GentleCleanser,
    ]);
    let decision = decide(&protocol, &someone, TODAY);
    assert_eq!(decision.verdict, Verdict::AskClinician);
    assert_eq!(rules(&decision, &protocol), ["using-retinoid", "using-acids"]);
}

#[test]
fn every_finding_says_why_what_would_change_it_and_who_says_so() {
    let protocol = protocol();
    let mut random = testkit::Random::new(5);
    for _ in 0..2_000 {
        let person = random.person(&protocol);
        for finding in &decide(&protocol, &person, TODAY).findings {
            let said = [finding.because(&protocol, &person), finding.change(&protocol, &person)];
            for text in said {
                assert!(
                    text.len() > 8 && !text.contains("rule-") && !text.contains("question-"),
                    "{text}"
                );
                assert!(!text.contains('{'), "a variable was not filled in: {text}");
            }
            assert!(
                !finding.sources(&protocol).is_empty()
                    && !finding.answered(&protocol, &person).is_empty()
            );
            assert!(finding.verdict.kind() > VerdictKind::Proceed);
        }
    }
}
