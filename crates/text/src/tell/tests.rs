//! What is said, in whole sentences, and in every language.

use std::sync::LazyLock;

use care::screening::decide;
use care::session::{CheckIn, Session};
use care::triage::{Triage, judge};
use care::words::{Area, Flag, Level, Setting, Sign, Word as _};
use jiff::tz::TimeZone;
use testkit::{Random, TODAY, clear};
use words::{Language, Worded};

use super::*;

static ENGLISH: LazyLock<Worded> = LazyLock::new(|| Worded::built_in(Language::DEFAULT).unwrap());

fn session() -> Session {
    crate::input::read_session("session.toml", crate::input::example::SESSION).unwrap()
}

/// Everything scored 0, so many days after the session.
fn calm(session: &Session, day: i64) -> CheckIn {
    let at = session.at.saturating_add(jiff::Span::new().days(day));
    CheckIn { at, signs: [Some(0); 6], flags: Vec::new() }
}

fn flagged<'p>(protocol: &'p Worded, session: &Session, flags: &[Flag]) -> Triage<'p> {
    let checkin = CheckIn { flags: flags.to_vec(), ..calm(session, 1) };
    judge(protocol, session, &[checkin], None)
}

#[test]
fn every_finding_says_why_and_what_would_change_it_in_every_language() {
    for language in Language::all() {
        let protocol = Worded::built_in(*language).unwrap();
        let mut random = Random::new(5);
        for _ in 0..2_000 {
            let person = random.person(&protocol);
            for one in &decide(&protocol, &person, TODAY).findings {
                let because = finding::because(&protocol, &person, one);
                let change = finding::change(&protocol, &person, one);
                for text in [because, change] {
                    let keys = text.contains("rule-") || text.contains("question-");
                    assert!(text.len() > 8 && !keys, "{language}: {text}");
                    assert!(!text.contains(['{', '$']), "a variable was not filled in: {text}");
                }
            }
        }
    }
}

#[test]
fn eyelids_are_told_to_be_left_out() {
    let mut someone = clear(&ENGLISH);
    someone.areas = vec![Area::Eyelids, Area::Cheeks];
    for setting in [Setting::Home, Setting::Clinic] {
        someone.setting = setting;
        let decision = decide(&ENGLISH, &someone, TODAY);
        let change = finding::change(&ENGLISH, &someone, &decision.findings[0]);
        assert!(change.contains("Leave the lids out"), "{change}");
    }
}

#[test]
fn the_cream_is_named_with_its_strength() {
    let words = [("grams", 9.into()), ("minutes", 60.into()), ("maximum", 60.into())];
    let how = ENGLISH.texts().with("cream.how", &words);
    for said in ["lidocaine 2.5 %", "prilocaine 2.5 %", "for no other cream", "no film", "heat"] {
        assert!(how.contains(said), "{said}: {how}");
    }
}

#[test]
fn a_reason_is_a_whole_sentence_with_its_sources() {
    let session = session();
    let mut sore = calm(&session, 5);
    sore.signs[0] = Some(3);
    sore.flags = vec![Flag::Pus];
    let triage = judge(&ENGLISH, &session, &[calm(&session, 4), sore], None);
    for one in &triage.reasons {
        let sentence = reason::say(ENGLISH.texts(), one);
        assert!(!sentence.contains(['{', '$']) && sentence != one.key(), "{sentence}");
        assert!(!one.sources().is_empty());
    }
}

#[test]
fn an_emergency_says_first_to_call() {
    use Flag::{Bleeding, BlueLips, Breathless, Eye, Faint, Fits, NumbMouth, SwollenFace};
    let session = session();
    for flag in [SwollenFace, Faint, NumbMouth, Eye, Bleeding, BlueLips, Breathless, Fits] {
        let triage = flagged(&ENGLISH, &session, &[flag]);
        assert_eq!(triage.level, Level::Emergency, "{flag}");
        let first = advice::advice(&ENGLISH, &triage, session.at.time_zone()).first();
        assert!(first.starts_with("Call "), "{first}");
    }
}

#[test]
fn the_number_is_that_of_the_zone_and_where_none_is_known_none_is_named() {
    let session = session();
    let fits = flagged(&ENGLISH, &session, &[Flag::Fits]);
    for (zone, number) in [
        ("Europe/Paris", Some("112")),
        ("Europe/London", Some("999")),
        ("America/Chicago", Some("911")),
        ("Australia/Perth", Some("000")),
        ("Etc/UTC", None),
        ("Africa/Bangui", None),
    ] {
        let zone = TimeZone::get(zone).unwrap();
        let call = advice::advice(&ENGLISH, &fits, &zone).call.unwrap();
        assert_eq!(call.number.as_deref(), number);
        assert!(call.sentence.contains(number.unwrap_or("your emergency number")));
    }
}

#[test]
fn every_phase_and_side_effect_says_what_it_has_to() {
    let texts = ENGLISH.texts();
    for row in &ENGLISH.rows().phase {
        assert!(texts.has(&format!("phase-{}.limits", row.id)), "{}", row.id);
    }
    for row in &ENGLISH.rows().effect {
        for attribute in ["do", "beyond"] {
            assert!(texts.has(&format!("effect-{}.{attribute}", row.id)), "{}", row.id);
        }
    }
    assert!(Sign::ALL.iter().all(|sign| texts.has(&format!("sign-{}", sign.word()))));
}
