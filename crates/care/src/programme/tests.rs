//! Laws of the programme over everything a person can be, and its numbers for single people.

use jiff::civil::{Date, date};

use super::*;
use crate::answers::{Answer, Answers};
use crate::person::Device;
use crate::words::{Area, ProductClass, RhythmChoice, SkinType, Weekday};

const FIRST: Date = date(2026, 12, 5);

fn protocol() -> Protocol {
    Protocol::built_in().unwrap()
}

fn mm(mm: f64) -> NeedleLength {
    NeedleLength::from_mm(mm).unwrap()
}

/// Somebody with sensitive skin and acne scars on the cheeks, who answered every question with its first word.
fn someone(protocol: &Protocol, setting: Setting, length: Option<f64>) -> Person {
    let mut answers = Answers::unknown(protocol.questions().len());
    for (place, question) in protocol.questions().iter().enumerate() {
        let answer = if question.products { Answer::products(&[]) } else { Answer::Word(0) };
        answers.set(place, answer);
    }
    let device =
        length.map(|own| Device { kind: DeviceKind::Roller, needles: None, length: Some(mm(own)) });
    Person {
        born: Some(date(1988, 4, 2)),
        setting,
        skin_type: SkinType::new(3),
        sensitive: Some(true),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device,
        free_days: Vec::new(),
        rhythm: None,
        answers,
        answered: None,
    }
}

fn answered(protocol: &Protocol, person: &mut Person, question: &str, answer: Answer) {
    let (place, _) = protocol.find_question(question).unwrap();
    person.answers.set(place, answer);
}

fn planned<'p>(protocol: &'p Protocol, person: &Person) -> Programme<'p> {
    plan(protocol, person, Verdict::Proceed, FIRST)
}

/// Every setting, goal, kind of device and pair of areas, with needles of every length or none.
fn everybody(protocol: &Protocol, check: impl Fn(&Person, &Programme<'_>)) {
    let lengths = [None, Some(0.05), Some(0.25), Some(0.3), Some(0.5), Some(1.5), Some(3.0)];
    for setting in Setting::ALL {
        for length in lengths {
            let mut person = someone(protocol, *setting, length);
            for goal in Goal::ALL {
                person.goals = vec![Goal::Texture, *goal];
                areas_and_devices(protocol, &mut person, &check);
            }
        }
    }
}

fn areas_and_devices(
    protocol: &Protocol,
    person: &mut Person,
    check: &impl Fn(&Person, &Programme<'_>),
) {
    for kind in DeviceKind::ALL {
        person.device = person.device.map(|device| Device { kind: *kind, ..device });
        for one in Area::ALL {
            for other in Area::ALL {
                person.areas = vec![*one, *other];
                check(person, &plan(protocol, person, Verdict::DoNot, FIRST));
            }
        }
    }
}

#[test]
fn m3_no_length_is_ever_over_the_ceiling_of_an_area() {
    let protocol = protocol();
    everybody(&protocol, |person, programme| {
        let kind = person.device.map_or(DeviceKind::Roller, |device| device.kind);
        for area in &person.areas {
            let ceiling = protocol.ceiling(person.setting, kind, *area).unwrap();
            assert!(programme.length.max <= ceiling, "{person:?}");
            assert!(programme.planned <= ceiling, "{person:?}");
        }
        assert!(programme.length.min <= programme.length.max, "{person:?}");
        assert!(programme.length.max <= programme.length.ceiling, "{person:?}");
    });
}

#[test]
fn m3_never_over_half_a_millimetre_at_the_eyelids() {
    let protocol = protocol();
    everybody(&protocol, |person, programme| {
        if person.areas.contains(&Area::Eyelids) {
            assert!(programme.planned <= mm(0.5) && programme.length.ceiling <= mm(0.5));
        }
    });
}

#[test]
fn m11_home_never_over_the_home_ceiling() {
    let protocol = protocol();
    everybody(&protocol, |person, programme| {
        if person.setting == Setting::Home {
            let kind = person.device.map_or(DeviceKind::Roller, |device| device.kind);
            let ceiling = protocol.device(kind).unwrap().home_ceiling_mm;
            assert!(programme.planned <= ceiling && programme.length.ceiling <= ceiling);
        }
    });
}

#[test]
fn m3_goals_shape_the_length_and_own_needles_are_used_where_they_fit() {
    let protocol = protocol();
    let fits = planned(&protocol, &someone(&protocol, Setting::Clinic, Some(1.0)));
    assert_eq!((fits.device_fits, fits.planned), (Some(true), mm(1.0)));
    let mut person = someone(&protocol, Setting::Clinic, Some(3.0));
    let too_long = planned(&protocol, &person);
    assert_eq!(too_long.device_fits, Some(false));
    assert_eq!(too_long.planned, too_long.length.max);
    person.goals = vec![Goal::Texture];
    person.device = None;
    let texture = planned(&protocol, &person);
    assert_eq!(texture.device_fits, None);
    assert!(texture.length.min < too_long.length.min);
}

#[test]
fn m3_nothing_named_counts_as_everything() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Clinic, None);
    person.areas.clear();
    person.goals.clear();
    let programme = planned(&protocol, &person);
    assert_eq!(programme.goals.len(), Goal::ALL.len());
    assert!(programme.length.ceiling <= mm(0.5));
}

#[test]
fn without_a_verdict_that_allows_it_there_are_no_dates_but_a_length() {
    let protocol = protocol();
    let person = someone(&protocol, Setting::Clinic, None);
    for verdict in [Verdict::AskClinician, Verdict::DoNot] {
        let programme = plan(&protocol, &person, verdict, FIRST);
        assert!(programme.sessions.is_empty() && programme.preparation.is_empty());
        assert!(programme.judge.is_none() && programme.cream.is_none());
        assert!(programme.length.max > mm(0.05));
    }
}

/// Acids in use on the day that is asked about: the pause comes first, and no step of it lies before that day.
#[test]
fn a10_a_plan_under_a_wait_begins_on_its_date_and_its_pause_is_still_to_come() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Home, Some(0.25));
    let acids = Answer::products(&[ProductClass::Acids]);
    answered(&protocol, &mut person, "using", acids);
    let verdict = crate::screening::decide(&protocol, &person, FIRST).verdict;
    let until = verdict.until().unwrap();
    let programme = plan(&protocol, &person, verdict, FIRST);
    assert!(until > FIRST && programme.sessions[0].not_before == until, "{verdict:?}");
    let pause = programme.preparation.iter().find(|step| step.row.id == "acids").unwrap();
    assert_eq!(pause.from, FIRST);
}

#[test]
fn m9_clinic_sessions_are_six_to_eight_weeks_apart() {
    let protocol = protocol();
    let programme = planned(&protocol, &someone(&protocol, Setting::Clinic, Some(1.5)));
    let sessions = &programme.sessions;
    assert_eq!(sessions.len(), usize::from(protocol.goal(Goal::AcneScars).unwrap().sessions));
    assert_eq!((sessions[0].n, sessions[0].not_before, sessions[0].ideal), (1, FIRST, FIRST));
    for pair in sessions.windows(2) {
        assert_eq!(sessions::days_between(pair[0].ideal, pair[1].not_before), 6 * 7);
        assert_eq!(sessions::days_between(pair[0].ideal, pair[1].best_by), 8 * 7);
    }
}

#[test]
fn m9_windows_are_in_order_and_on_free_days() {
    let protocol = protocol();
    for (setting, length) in [(Setting::Home, 0.25), (Setting::Home, 0.3), (Setting::Clinic, 1.5)] {
        for free in Weekday::ALL {
            let mut person = someone(&protocol, setting, Some(length));
            person.free_days = vec![*free];
            let programme = planned(&protocol, &person);
            for window in &programme.sessions {
                assert!(window.not_before <= window.ideal && window.ideal <= window.best_by);
                let day = window.ideal.weekday().to_monday_zero_offset();
                assert_eq!(Weekday::ALL[day as usize], *free, "{window:?}");
            }
        }
    }
}

#[test]
fn m9_the_first_session_waits_for_skin_needled_before() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Clinic, Some(1.5));
    let (_, question) = protocol.find_question("last_needling").unwrap();
    let answer = Answer::dated(question, date(2026, 11, 10), Some("yes")).unwrap();
    answered(&protocol, &mut person, "last_needling", answer);
    let first = planned(&protocol, &person).sessions[0];
    assert_eq!(first.not_before, date(2026, 12, 22));
    assert_eq!(first.best_by, date(2027, 1, 5));
}

#[test]
fn m8_too_early_to_judge_before_six_weeks() {
    let protocol = protocol();
    let programme = planned(&protocol, &someone(&protocol, Setting::Clinic, Some(1.5)));
    let judge = programme.judge.unwrap();
    assert_eq!((judge.from, judge.by), (date(2027, 1, 16), date(2027, 1, 30)));
}

#[test]
fn m11_the_gentle_home_kit_is_weekly_or_daily_as_chosen_and_looked_after() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Home, Some(0.25));
    let apart = |person: &Person| {
        let plan = planned(&protocol, person);
        sessions::days_between(plan.sessions[0].ideal, plan.sessions[1].ideal)
    };
    assert_eq!(apart(&person), 7, "the cautious one where nothing was chosen");
    person.rhythm = Some(RhythmChoice::Daily);
    assert_eq!(apart(&person), 1);
    assert!(!planned(&protocol, &person).roller_care.is_empty());
    let longer = planned(&protocol, &someone(&protocol, Setting::Home, Some(0.3)));
    assert!(sessions::days_between(longer.sessions[0].ideal, longer.sessions[1].not_before) >= 3);
    let clinic = planned(&protocol, &someone(&protocol, Setting::Clinic, Some(1.5)));
    assert!(clinic.roller_care.is_empty());
}

#[test]
fn m10_keep_free_days_grow_with_the_length() {
    let protocol = protocol();
    let days = |setting, length| {
        planned(&protocol, &someone(&protocol, setting, Some(length))).keep_free_days
    };
    let (gentle, deep) = (days(Setting::Home, 0.25), days(Setting::Clinic, 1.5));
    assert!(gentle[0] <= gentle[1] && deep[0] <= deep[1]);
    assert!(gentle[0] <= deep[0] && gentle[1] <= deep[1] && deep[1] > 0);
}

#[test]
fn m4_cream_for_sensitive_skin_by_area() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Clinic, Some(0.5));
    person.areas = vec![Area::Nose, Area::Eyelids];
    let Some(CreamNeed::Use { per_area, total_grams, minutes, not_on, over_maximum }) =
        planned(&protocol, &person).cream
    else {
        panic!("sensitive skin asks for cream")
    };
    let nose = protocol.area(Area::Nose).unwrap().size_cm2 * protocol.cream().grams_per_cm2;
    assert_eq!((per_area.len(), per_area[0].area), (1, Area::Nose));
    assert!(f64::from(per_area[0].grams) <= nose && f64::from(per_area[0].grams) > nose - 1.0);
    assert_eq!((total_grams, over_maximum), (per_area[0].grams, false));
    assert_eq!([minutes.0, minutes.1], protocol.cream().minutes);
    assert_eq!(not_on, [Area::Eyelids]);
}

#[test]
fn m4_cream_never_over_its_maximum() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Clinic, Some(0.5));
    for one in Area::ALL {
        for other in Area::ALL.iter().filter(|other| *other != one) {
            person.areas = vec![*one, *other];
            let Some(CreamNeed::Use { total_grams, over_maximum, .. }) =
                planned(&protocol, &person).cream
            else {
                continue;
            };
            assert!(f64::from(total_grams) <= protocol.cream().maximum_grams);
            let cm2 =
                |area| protocol.area(area).filter(|row| row.cream).map_or(0.0, |row| row.size_cm2);
            let large = cm2(*one) + cm2(*other) > protocol.cream().maximum_cm2;
            assert!(over_maximum || !large, "{one} {other}");
        }
    }
}

#[test]
fn m4_no_cream_where_it_is_not_needed_or_not_safe() {
    let protocol = protocol();
    let cream = |person: &Person| planned(&protocol, person).cream.unwrap();
    let short = someone(&protocol, Setting::Home, Some(0.25));
    assert_eq!(cream(&short), CreamNeed::NotNeeded(NotNeeded::ShortNeedles));
    let mut person = someone(&protocol, Setting::Clinic, Some(0.5));
    person.areas = vec![Area::Eyelids];
    assert_eq!(cream(&person), CreamNeed::NotNeeded(NotNeeded::NoArea));
    answered(&protocol, &mut person, "anaesthetic_allergy", Answer::Unknown);
    assert_eq!(cream(&person), CreamNeed::Excluded(Excluded::AllergyUnknown));
    let (_, question) = protocol.find_question("anaesthetic_allergy").unwrap();
    let yes = Answer::word(question, "yes").unwrap();
    answered(&protocol, &mut person, "anaesthetic_allergy", yes);
    assert_eq!(cream(&person), CreamNeed::Excluded(Excluded::Allergy));
    person.sensitive = Some(false);
    assert_eq!(cream(&person), CreamNeed::NotNeeded(NotNeeded::NotSensitive));
}

#[test]
fn m4_cream_for_skin_not_known_to_be_sensitive() {
    let protocol = protocol();
    let mut person = someone(&protocol, Setting::Clinic, Some(1.5));
    person.sensitive = None;
    assert!(matches!(planned(&protocol, &person).cream, Some(CreamNeed::Use { .. })));
}

#[test]
fn m4_preparation_follows_setting_class_and_products() {
    let protocol = protocol();
    let ids = |person: &Person| -> Vec<String> {
        let programme = planned(&protocol, person);
        let first = programme.sessions[0].ideal;
        assert!(programme.preparation.iter().all(|step| FIRST <= step.from && step.from <= first));
        assert!(programme.preparation.is_sorted_by_key(|step| step.from));
        programme.preparation.iter().map(|step| step.row.id.clone()).collect()
    };
    let mut person = someone(&protocol, Setting::Clinic, Some(1.5));
    let none = ids(&person);
    answered(&protocol, &mut person, "using", Answer::Unknown);
    let unknown = ids(&person);
    answered(&protocol, &mut person, "using", Answer::products(ProductClass::ALL));
    assert_eq!(ids(&person), unknown);
    assert!(none.len() < unknown.len() && none.iter().all(|id| unknown.contains(id)));
    let at_home = ids(&someone(&protocol, Setting::Home, Some(0.25)));
    assert_ne!(at_home, none);
}

#[test]
fn m4_a_step_of_the_last_hour_is_on_the_day_itself() {
    let protocol = protocol();
    let programme = planned(&protocol, &someone(&protocol, Setting::Home, Some(0.25)));
    for step in &programme.preparation {
        let hours = step.row.before.rough_hours();
        let days = sessions::days_between(step.from, FIRST);
        let late = step.row.can_start_late || step.row.so_far.is_some();
        assert_eq!(days == 0, hours < 12.0 || late, "{}", step.row.id);
    }
}

#[test]
fn the_end_of_the_calendar_is_no_panic() {
    let protocol = protocol();
    let person = someone(&protocol, Setting::Clinic, Some(1.5));
    for first in [Date::MIN, Date::MAX] {
        plan(&protocol, &person, Verdict::Proceed, first);
    }
}

#[test]
fn a_programme_goes_on_from_the_last_session_done() {
    let protocol = protocol();
    let person = someone(&protocol, Setting::Clinic, Some(1.5));
    let go_on = |done: &[Date]| go_on(&protocol, &person, Verdict::Proceed, FIRST, done);
    assert_eq!(go_on(&[]).sessions, planned(&protocol, &person).sessions, "nothing done yet");
    let one = go_on(&[date(2026, 12, 7)]);
    assert_eq!(one.sessions.len() + 1, planned(&protocol, &person).sessions.len());
    let next = one.sessions[0];
    assert_eq!((next.n, next.not_before), (2, date(2027, 1, 18)), "six weeks after the one done");
    assert_eq!(one.judge.unwrap().from, date(2027, 1, 18), "results count from the first one done");
    let all = [date(2026, 12, 7), date(2027, 1, 20), date(2027, 3, 5)];
    assert!(
        go_on(&all).sessions.len() + all.len() <= planned(&protocol, &person).sessions.len().max(3)
    );
    let waiting = super::go_on(&protocol, &person, Verdict::DoNot, FIRST, &all[..1]);
    assert!(waiting.sessions.is_empty() && waiting.judge.is_some());
}
