//! The decision for today, and that the same one is kept once.

use care::verdict::{Verdict, VerdictKind};
use serde_json::{Value, json};
use store::records::Session;

use super::*;
use crate::testing::{Ana, Desk, at, by, done, here, noon};

fn decided(ana: &Ana) -> Option<Decided> {
    decide(&ana.protocol, &ana.chart, &noon("2026-12-05"))
}

fn pregnant() -> Ana {
    Ana::new().answers("pregnancy", json!("pregnant"))
}

#[test]
fn nothing_is_decided_while_a_question_is_open() {
    assert!(decided(&Ana::new()).is_some());
    let open = Ana::new().changes(|profile| {
        profile.answers.remove("pregnancy");
    });
    assert!(decided(&open).is_none());
    assert!(decided(&Ana::new().answers("pregnancy", json!("perhaps"))).is_none());
    assert!(decided(&Ana::new().changes(|profile| profile.areas.clear())).is_none());
}

#[test]
fn not_knowing_is_an_answer_and_no_harmless_one() {
    let unknown = decided(&Ana::new().answers("pregnancy", json!("unknown"))).unwrap();
    let harmless = decided(&Ana::new()).unwrap();
    assert!(unknown.decision.verdict > harmless.decision.verdict);
    assert!(unknown.decision.findings.iter().any(|found| found.unknown));
}

#[test]
fn what_was_decided_is_kept_in_the_words_of_the_files() {
    let ana = pregnant();
    let decided = decided(&ana).unwrap();
    let profile = ana.chart.profile();
    let kept = record(&ana.protocol, profile, profile.answers.clone(), &decided);
    let found = kept.findings.iter().find(|found| found.rule == "pregnancy").unwrap();
    assert_eq!(found.answered, "pregnant");
    assert_eq!(kept.verdict, decided.decision.verdict.kind());
    assert_eq!((kept.on.to_string(), kept.setting), ("2026-12-05".into(), profile.setting));
    assert_eq!(kept.about, Some(profile.into()));
    assert!(!kept.asked_again);
}

#[test]
fn a_wait_is_kept_with_its_day() {
    let ana = Ana::new().answers("sunburn", json!({ "on": "2026-12-04" }));
    let decided = decided(&ana).unwrap();
    let Verdict::WaitUntil(day) = decided.decision.verdict else { panic!("no wait") };
    let kept = record(&ana.protocol, ana.chart.profile(), Answers::new(), &decided);
    assert_eq!((kept.verdict, kept.until), (VerdictKind::WaitUntil, Some(day)));
    assert!(kept.findings.iter().any(|found| found.until == Some(day)), "{:?}", kept.findings);
}

#[test]
fn the_variant_that_somebody_wished_for_is_named_with_the_protocol() {
    let mut profile = Ana::new().chart.person.record;
    let protocol = Protocol::built_in().unwrap();
    assert_eq!(protocol_name(&protocol, &profile).variant, None);
    profile.wishes.variant = Some("cautious".into());
    let named = protocol_name(&protocol, &profile);
    assert_eq!(
        (named.variant.as_deref(), named.version.as_str()),
        (Some("cautious"), protocol.version())
    );
}

#[test]
fn each_finding_is_found_with_what_was_said_of_it() {
    let decided = decided(&pregnant().answers("diabetes", json!("uncontrolled"))).unwrap();
    assert!(decided.decision.findings.len() > 1);
    for (finding, weighed) in decided.decision.findings.iter().zip(&decided.weighed) {
        assert_eq!(decided.weighed_of(finding), Some(weighed));
        assert_eq!(finding.verdict, weighed.verdict, "as it stands after what was said");
    }
}

#[test]
fn all_that_clinicians_said_is_at_hand_for_a_page() {
    let ana = Ana::new().hears("2026-12-04T09:00:00Z", "diabetes", "2026-12-04");
    let heard = decided(&ana).unwrap().heard;
    assert_eq!(heard, ana.chart.story.clearances);
}

/// Decides and keeps that, with these answers and at this moment.
async fn keeps(desk: &Desk, moment: &str, answers: &[(&str, Value)]) -> Entry<Screening> {
    let mut chart = desk.chart().await;
    let answers = answers.iter().map(|(question, answer)| ((*question).into(), answer.clone()));
    chart.person.record.answers.extend(answers);
    let decided = decide(&desk.protocol, &chart, &here(moment)).unwrap();
    keep(&desk.store, by(moment), &desk.protocol, &chart, &decided).await.unwrap()
}

async fn kept(desk: &Desk) -> usize {
    desk.all::<Screening>().await.len()
}

#[tokio::test]
async fn the_same_decision_is_kept_once_a_day() {
    let desk = Desk::new().await;
    let first = keeps(&desk, "2026-12-05T09:00:00Z", &[]).await;
    let again = keeps(&desk, "2026-12-05T22:59:00Z", &[]).await;
    assert_eq!((again.id, kept(&desk).await), (first.id, 1));
    keeps(&desk, "2026-12-05T23:00:00Z", &[]).await;
    assert_eq!(kept(&desk).await, 2, "the next day in Paris");
}

#[tokio::test]
async fn another_answer_is_another_decision_and_the_first_one_again_is_the_first() {
    let desk = Desk::new().await;
    let first = keeps(&desk, "2026-12-05T09:00:00Z", &[]).await;
    let other = [("pregnancy", json!("pregnant"))];
    let second = keeps(&desk, "2026-12-05T10:00:00Z", &other).await;
    assert_ne!(second.id, first.id);
    let again = keeps(&desk, "2026-12-05T11:00:00Z", &[]).await;
    assert_eq!((again.id, kept(&desk).await), (first.id, 2));
}

#[tokio::test]
async fn a_decision_knows_the_needling_that_is_on_record() {
    let desk = Desk::new().await;
    desk.keeps("2026-12-01T18:00:00Z", Session::Done(done(at("2026-12-01T18:00:00Z")))).await;
    let kept = keeps(&desk, "2026-12-05T09:00:00Z", &[]).await.record;
    let expected = json!({ "on": "2026-12-01", "calm": "no", "mm": 0.3 });
    assert_eq!(kept.answers["last_needling"], expected);
}

#[tokio::test]
async fn whether_the_day_was_asked_about_is_kept_with_a_decision_of_its_own() {
    let desk = Desk::new().await;
    let asked = async |asked_again: bool| {
        let (chart, moment) = (desk.chart().await, "2026-12-05T09:00:00Z");
        let decided = decide(&desk.protocol, &chart, &here(moment)).unwrap();
        let mut batch = Batch::new(by(moment), desk.person);
        let how = (&decided, asked_again);
        let id = keep_in(&mut batch, &desk.store, by(moment), &desk.protocol, &chart, how).await;
        desk.store.commit(batch).await.unwrap();
        id.unwrap()
    };
    let plain = asked(false).await;
    let again = asked(true).await;
    assert_ne!(plain, again, "that it was asked says more");
    assert_eq!(asked(true).await, again);
    let all: Vec<Screening> =
        desk.all::<Screening>().await.into_iter().map(|entry| entry.record).collect();
    assert_eq!(all.iter().filter(|kept| kept.asked_again).count(), 1);
}
