//! Rows M1, M12 and M13 of the mission; M2 to M11 have their tests beside the code that does them.

use care::programme::plan;
use care::screening::alternatives::{Offer, alternatives};
use care::screening::decide;
use care::verdict::{Verdict, VerdictKind};
use care::words::{DeviceKind, Goal, Setting, Word};
use jiff::civil::date;
use testkit::{TODAY, clear, protocol};

#[test]
fn m12_the_articles_four_are_never_weaker_than_wait_or_do_not() {
    let protocol = protocol();
    let people = [
        clear(&protocol).answers("pregnancy", "trying"),
        clear(&protocol).answers("pregnancy", "pregnant"),
        clear(&protocol).answers("pregnancy", "breast-feeding"),
        clear(&protocol).answers("active_acne", "yes"),
        clear(&protocol).answers("skin_condition", "in-area"),
        clear(&protocol).answers("autoimmune", "yes"),
        clear(&protocol).answers("retinoid", "using"),
        clear(&protocol).answers_on("retinoid", date(2026, 6, 6), Some("oral")),
        clear(&protocol).answers_on("retinoid", date(2026, 6, 6), Some("topical")),
    ];
    for someone in people {
        for someone in [someone.clone(), someone.in_clinic()] {
            let kind = decide(&protocol, &someone, TODAY).verdict.kind();
            assert!(
                matches!(kind, VerdictKind::WaitUntil | VerdictKind::DoNot),
                "{:?}",
                someone.answers
            );
        }
    }
}

#[test]
fn m12_six_months_after_a_retinoid_the_wait_is_over() {
    let protocol = protocol();
    let someone = clear(&protocol).answers_on("retinoid", date(2026, 6, 5), Some("topical"));
    assert!(decide(&protocol, &someone, TODAY).verdict.allows());
}

#[test]
fn m12_the_retinoid_wait_shows_who_disagrees() {
    let protocol = protocol();
    let rule = protocol
        .rules()
        .iter()
        .find(|rule| rule.question == "retinoid" && rule.detail.as_deref() == Some("oral"));
    let evidence = &rule.unwrap().evidence;
    assert!(evidence.sources.contains(&"article".to_owned()));
    assert!(!evidence.against.is_empty());
}

#[test]
fn m13_microdermabrasion_is_offered_where_needling_does_not_fit_and_nothing_speaks_against_it() {
    let protocol = protocol();
    let offered = |someone: &testkit::Someone<'_>| {
        let decision = decide(&protocol, someone, TODAY);
        let offers = alternatives(&protocol, someone, &decision);
        offers
            .iter()
            .any(|offer| matches!(offer, Offer::Other(row) if row.id == "microdermabrasion"))
    };
    let hoping = |question, answer| {
        let mut someone = clear(&protocol).answers(question, answer);
        someone.goals = vec![Goal::StretchMarks];
        someone
    };
    assert!(offered(&hoping("metal_allergy", "yes")));
    assert!(!offered(&hoping("infection", "yes")));
    assert!(!offered(&hoping("metal_allergy", "no")));
}

#[test]
fn m13_a_clinic_is_offered_where_it_decides_better_than_home() {
    let protocol = protocol();
    let keloid = clear(&protocol).answers("keloid", "yes");
    let decision = decide(&protocol, &keloid, TODAY);
    let offers = alternatives(&protocol, &keloid, &decision);
    assert!(matches!(offers.first(), Some(Offer::Clinic(verdict)) if *verdict < decision.verdict));
    let in_clinic = keloid.in_clinic();
    let decision = decide(&protocol, &in_clinic, TODAY);
    assert_eq!(decision.setting, Setting::Clinic);
    assert!(!matches!(
        alternatives(&protocol, &in_clinic, &decision).first(),
        Some(Offer::Clinic(_))
    ));
}

/// The dose itself (punctures, coverage, picture) is the simulated roller's; here the devices it starts from are known.
#[test]
fn m1_rollers_stamps_and_pens_are_known_with_needles_drum_and_length() {
    let protocol = protocol();
    let roller = protocol.device(DeviceKind::Roller).unwrap();
    // Schwarz & Laaff 2011: the standard roller has 192 needles on a drum of 2 cm by 2 cm.
    assert_eq!(roller.drum_mm, Some([20.0, 20.0]));
    assert!((roller.needles[0]..=roller.needles[1]).contains(&192));
    for kind in DeviceKind::ALL {
        let device = protocol.device(*kind).unwrap();
        assert!(device.needles[0] >= 1 && device.home_ceiling_mm.mm() <= 0.3, "{kind}");
    }
}

#[test]
fn m9_on_the_day_a_plan_allows_the_next_session_screening_allows_it_too() {
    let protocol = protocol();
    let mut people = Vec::new();
    for mm in [0.2, 0.25, 0.3] {
        people.push(clear(&protocol).with_needles(mm));
    }
    for mm in [1.0, 1.5] {
        people.push(clear(&protocol).in_clinic().with_needles(mm));
    }
    let mut without_device = clear(&protocol).in_clinic();
    without_device.device = None;
    people.push(without_device);
    for someone in people {
        let planned = plan(&protocol, &someone, Verdict::Proceed, TODAY);
        let (first, second) = (planned.sessions[0], planned.sessions[1]);
        let (on, mm) = (first.ideal, planned.planned.mm());
        let again = someone.clone().answers_on_with("last_needling", on, Some("yes"), mm);
        assert!(
            decide(&protocol, &again, second.not_before).verdict.allows(),
            "{:?}",
            someone.device
        );
    }
}
