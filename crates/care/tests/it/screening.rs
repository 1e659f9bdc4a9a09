//! Screening, case by case: question, answer, what it means at home and in a clinic.

use care::Protocol;
use care::screening::alternatives::{Offer, alternatives};
use care::screening::{Decision, decide};
use care::verdict::{Verdict, VerdictKind};
use care::words::{Area, ProductClass, Setting, SkinType, Word};
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
        ("anaesthetic_allergy", "yes", "proceed-with-care", "proceed-with-care"),
        ("moles", "yes", "proceed-with-care", "proceed-with-care"),
        ("moles", "changing", "do-not", "do-not"),
        ("vessels", "yes", "proceed-with-care", "proceed-with-care"),
        ("thin_skin", "yes", "do-not", "ask-clinician"),
        ("blood_infection", "yes", "ask-clinician", "ask-clinician"),
        ("slow_healing", "yes", "ask-clinician", "ask-clinician"),
        ("anti_inflammatory", "yes", "proceed-with-care", "proceed-with-care"),
        ("light_sensitive", "yes", "proceed-with-care", "proceed-with-care"),
        ("koebner", "yes", "do-not", "ask-clinician"),
        ("dark_marks", "yes", "proceed-with-care", "proceed-with-care"),
        ("cream_risk", "yes", "proceed", "proceed"),
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
    let on = date(2026, 1, 10);
    let someone = clear(&protocol).answers_on("radiotherapy", on, Some("no"));
    assert_eq!(verdict(&someone, &protocol), Verdict::AskClinician);
    assert_eq!(decide(&protocol, &someone, date(2027, 1, 10)).verdict, Verdict::Proceed);
    // On this very skin it counts for good, and so it does while nobody says where it was.
    for here in [Some("yes"), None] {
        let someone = clear(&protocol).answers_on("radiotherapy", on, here);
        assert_eq!(decide(&protocol, &someone, date(2046, 1, 10)).verdict, Verdict::AskClinician);
    }
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
        let someone = clear(&protocol).in_clinic().with_needles(0.5);
        someone.answers_on_with("last_needling", yesterday, Some("yes"), mm)
    };
    assert_eq!(verdict(&last(0.25), &protocol), Verdict::Proceed);
    assert_eq!(verdict(&last(0.3), &protocol), Verdict::WaitUntil(date(2026, 12, 7)));
    assert_eq!(verdict(&last(1.5), &protocol), Verdict::WaitUntil(date(2027, 1, 15)));
    let unknown = clear(&protocol).answers_on("last_needling", yesterday, Some("yes"));
    assert_eq!(verdict(&unknown, &protocol), Verdict::WaitUntil(date(2027, 1, 29)));
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
    let mut around_eyes = clear(&protocol).in_clinic().with_needles(0.6);
    around_eyes.areas = vec![Area::Cheeks, Area::AroundEyes];
    assert_eq!(verdict(&around_eyes, &protocol), Verdict::DoNot);
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
    assert_eq!(decision.verdict, Verdict::WaitUntil(date(2026, 12, 12)));
    assert_eq!(rules(&decision, &protocol), ["using-retinoid", "using-acids"]);
}

#[test]
fn every_finding_says_what_was_answered_and_who_says_so() {
    let protocol = protocol();
    let mut random = testkit::Random::new(5);
    for _ in 0..2_000 {
        let person = random.person(&protocol);
        for finding in &decide(&protocol, &person, TODAY).findings {
            assert!(
                !finding.sources(&protocol).is_empty()
                    && !finding.answered(&protocol, &person).is_empty()
            );
            assert!(finding.verdict.kind() > VerdictKind::Proceed);
        }
    }
}

/// Faults of protocol 1.0, by the numbers of its audit.
#[test]
fn a7_rest_is_that_of_the_last_needles() {
    let protocol = protocol();
    let (two_days_ago, yes) = (date(2026, 12, 3), Some("yes"));
    let clinic = clear(&protocol).answers_on_with("last_needling", two_days_ago, yes, 1.5);
    assert_eq!(verdict(&clinic, &protocol), Verdict::WaitUntil(date(2027, 1, 14)));
    let own = clear(&protocol).answers_on_with("last_needling", two_days_ago, yes, 0.25);
    assert_eq!(verdict(&own, &protocol), Verdict::Proceed);
    // Not knowing how long they were is never better than any length.
    let unknown = clear(&protocol).answers_on("last_needling", two_days_ago, yes);
    for mm in [0.2, 0.3, 0.5, 1.0, 1.5, 2.0, 3.0] {
        let known = clear(&protocol).answers_on_with("last_needling", two_days_ago, yes, mm);
        assert!(verdict(&unknown, &protocol) >= verdict(&known, &protocol), "{mm} mm");
    }
}

#[test]
fn a9_eyelids_are_refused_and_around_the_eyes_is_not() {
    let protocol = protocol();
    for setting in [Setting::Home, Setting::Clinic] {
        let mut someone = clear(&protocol);
        someone.setting = setting;
        someone.areas = vec![Area::Eyelids, Area::Cheeks];
        let decision = decide(&protocol, &someone, TODAY);
        assert_eq!(decision.verdict, Verdict::DoNot, "{setting}");
        assert_eq!(rules(&decision, &protocol), ["eyelids"]);
        someone.areas = vec![Area::AroundEyes];
        assert_eq!(verdict(&someone, &protocol), Verdict::Proceed, "{setting}");
        assert!(!protocol.refuses(Area::AroundEyes) && protocol.refuses(Area::Eyelids));
    }
}

/// Product, the day from which it is no longer a reason to wait if it was named on 28 November.
#[test]
fn a10_what_has_to_be_paused_first_waits_for_its_pause() {
    let rows = [
        (ProductClass::Acids, "preparation-acids"),
        (ProductClass::Retinoid, "preparation-retinoid"),
        (ProductClass::PeelOrLaser, "preparation-peel-or-laser"),
        (ProductClass::Sun, "preparation-sun"),
    ];
    let (protocol, named) = (protocol(), date(2026, 11, 28));
    for (product, step) in rows {
        let id = step.trim_start_matches("preparation-");
        let row = protocol.rows().preparation.iter().find(|row| row.id == id).unwrap();
        let until = row.before.after_date(named);
        for someone in [clear(&protocol), clear(&protocol).in_clinic()] {
            let mut someone = someone.uses(&[product]);
            someone.answered = Some(named);
            let on = |day: Date| decide(&protocol, &someone, day).verdict;
            assert_eq!(on(named), Verdict::WaitUntil(until), "{product}");
            assert_eq!(on(until.yesterday().unwrap()), Verdict::WaitUntil(until), "{product}");
            assert_eq!(on(until), Verdict::Proceed, "{product}");
            // Where nobody knows when it was said, it counts from the day that is asked about.
            someone.answered = None;
            let day = date(2027, 5, 1);
            let until = Verdict::WaitUntil(row.before.after_date(day));
            assert_eq!(decide(&protocol, &someone, day).verdict, until, "{product}");
        }
    }
}

#[test]
fn b9_an_end_that_lies_ahead_is_no_end() {
    let protocol = protocol();
    let ahead = date(2027, 6, 1);
    for question in ["radiotherapy", "retinoid"] {
        let ending = clear(&protocol).answers_on(question, ahead, None);
        assert_eq!(verdict(&ending, &protocol), Verdict::DoNot, "{question}");
        let ended = decide(&protocol, &ending, ahead).verdict;
        assert!(ended < Verdict::DoNot && !ended.allows(), "{question}: {ended:?}");
    }
    let healing = clear(&protocol).answers_on("cold_sores", ahead, None);
    assert_eq!(verdict(&healing, &protocol), Verdict::DoNot);
}

#[test]
fn skin_that_tans_well_is_told_of_dark_marks_and_so_is_skin_of_an_unknown_type() {
    let protocol = protocol();
    let found = |skin: Option<u8>| {
        let mut someone = clear(&protocol);
        someone.skin_type = skin.and_then(SkinType::new);
        let decision = decide(&protocol, &someone, TODAY);
        (decision.verdict, rules(&decision, &protocol).len(), someone.marks_easily(&protocol))
    };
    for light in [1, 2, 3] {
        assert_eq!(found(Some(light)), (Verdict::Proceed, 0, false));
    }
    for dark in [Some(4), Some(6), None] {
        assert_eq!(found(dark), (Verdict::ProceedWithCare, 1, true));
    }
    for marks in ["yes", "unknown"] {
        assert!(clear(&protocol).answers("dark_marks", marks).marks_easily(&protocol), "{marks}");
    }
}

#[test]
fn a_cold_sore_that_has_just_healed_waits_two_weeks_and_was_one_for_good() {
    let protocol = protocol();
    let someone = clear(&protocol).in_clinic();
    let someone = someone.answers_on("cold_sores", date(2026, 12, 1), None);
    assert_eq!(verdict(&someone, &protocol), Verdict::WaitUntil(date(2026, 12, 15)));
    let later = decide(&protocol, &someone, date(2026, 12, 15));
    assert_eq!(rules(&later, &protocol), ["cold-sores-past"]);
}

#[test]
fn surgery_there_asks_the_surgeon_for_a_year() {
    let protocol = protocol();
    let someone = clear(&protocol).answers_on("surgery", date(2026, 4, 1), None);
    assert_eq!(verdict(&someone, &protocol), Verdict::AskClinician);
    assert_eq!(decide(&protocol, &someone, date(2027, 4, 1)).verdict, Verdict::Proceed);
}

/// What is offered to somebody, by id.
fn offers(protocol: &Protocol, someone: &Someone<'_>) -> Vec<String> {
    let decision = decide(protocol, someone, TODAY);
    let offered = alternatives(protocol, someone, &decision);
    let id = |offer: &Offer<'_>| match offer {
        Offer::Clinic(_) => "clinic".to_owned(),
        Offer::Other(row) => row.id.clone(),
    };
    offered.iter().map(id).collect()
}

#[test]
fn a11_nothing_is_offered_against_its_own_exclusions() {
    let protocol = protocol();
    let herpes = clear(&protocol).answers("cold_sores", "past").answers("metal_allergy", "yes");
    assert!(!offers(&protocol, &herpes).contains(&"fractional-ablative-laser".into()));
    let metal = clear(&protocol).answers("metal_allergy", "yes");
    assert!(offers(&protocol, &metal).contains(&"fractional-ablative-laser".into()));
    let see = [
        ("skin_cancer", "yes"),
        ("infection", "yes"),
        ("weak_immunity", "yes"),
        ("moles", "changing"),
    ];
    for (question, answer) in see {
        for answer in [answer, "unknown"] {
            let offered = offers(&protocol, &clear(&protocol).answers(question, answer));
            assert_eq!(offered.first().map(String::as_str), Some("see-a-doctor"), "{question}");
            assert!(!offered.contains(&"sun-protection-and-waiting".into()), "{question}");
        }
    }
}

/// Over random people: whatever is offered, no rule that fired is one that the protocol does not call fine beside it.
#[test]
fn a11_over_random_people_no_offer_contradicts_a_finding() {
    let protocol = protocol();
    let mut random = testkit::Random::new(11);
    let mut offered = 0;
    for _ in 0..5_000 {
        let person = random.person(&protocol);
        let decision = decide(&protocol, &person, TODAY);
        let found = rules(&decision, &protocol);
        for offer in alternatives(&protocol, &person, &decision) {
            let Offer::Other(row) = offer else { continue };
            offered += 1;
            let fine = |rule: &&str| row.fine_with.iter().any(|id| id == rule);
            assert!(found.iter().all(fine) || !row.only_with.is_empty(), "{}", row.id);
            assert!(found.iter().all(|rule| !row.not_with.iter().any(|id| id == rule)));
        }
    }
    assert!(offered > 1_000, "{offered}");
}
