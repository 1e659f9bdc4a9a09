//! The fictional person is possible: she has answered what is asked today, nothing of hers lies ahead, and her scores are of
//! scales that there are. A question that is added to the protocol is missed here first.

use std::collections::BTreeSet;

use care::verdict::VerdictKind;
use care::words::{Sign, Word as _};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use store::records::{CheckIn, Outcome, Score};
use store::{Id, SessionId};

use super::life::{MISSED, SESSIONS};
use super::{MET, healing, person, scores};
use crate::say::in_english;

const FIRST: Date = date(2026, 10, 22);

#[test]
fn she_has_answered_every_question_and_nothing_else() {
    let protocol = in_english();
    let answers = person::profile(FIRST, "Europe/Paris").answers;
    let asked: BTreeSet<&str> = protocol.questions().iter().map(|one| one.id.as_str()).collect();
    let answered: BTreeSet<&str> = answers.keys().map(String::as_str).collect();
    assert_eq!(answered, asked);
}

#[test]
fn she_may_be_needled() {
    let profile = person::profile(FIRST, "Europe/Paris");
    let screening = person::screening(&in_english(), &profile, FIRST).unwrap();
    assert!(screening.verdict <= VerdictKind::ProceedWithCare, "{:?}", screening.findings);
    assert_eq!(screening.until, None);
    assert_eq!(screening.answers, profile.answers, "decided upon what she answered");
}

#[test]
fn her_sessions_are_in_order_with_one_left_out_between_them() {
    assert!(SESSIONS.is_sorted_by(|earlier, later| earlier < later), "oldest first");
    assert!(SESSIONS.contains(&(MET - 2)), "she is met on the second day after one");
    assert!(!SESSIONS.contains(&MISSED) && MISSED > SESSIONS[0] && MISSED < SESSIONS[4]);
    assert_eq!(SESSIONS.last(), Some(&49), "in week 8");
}

/// All check-ins after a session.
fn checkins() -> Vec<CheckIn> {
    let began: Timestamp = "2026-12-05T18:00:00Z".parse().unwrap();
    let session: SessionId = Id::new(began);
    healing::hours().filter_map(|hours| healing::checkin(session, began, hours)).collect()
}

#[test]
fn each_check_in_scores_every_sign() {
    let all = checkins();
    assert_eq!(all.len(), 6);
    for seen in all {
        assert_eq!(seen.signs.len(), Sign::ALL.len(), "what is left out is not known");
        assert_eq!(seen.flags, [], "nothing to worry about");
    }
}

#[test]
fn her_skin_calms_down() {
    let all = checkins();
    let of = |sign: Sign| all.iter().map(|seen| seen.signs[&sign]).collect::<Vec<u8>>();
    for sign in [Sign::Redness, Sign::Swelling, Sign::Tenderness] {
        assert!(of(sign).is_sorted_by(|earlier, later| earlier >= later), "{:?}", of(sign));
        assert_eq!(of(sign).last(), Some(&0));
    }
    assert!(of(Sign::Flaking).iter().any(|score| *score > 0), "as skin does on the second day");
}

/// Her scores with their days.
fn scored() -> Vec<(i64, Score)> {
    let score = |graded: &scores::Graded| match graded.on(FIRST) {
        Outcome::Scored(score) => (graded.day, score),
        other => panic!("no score: {other:?}"),
    };
    scores::SCORES.iter().map(score).collect()
}

#[test]
fn each_score_is_a_whole_number_of_a_scale_that_there_is() {
    let protocol = in_english();
    for (_, score) in scored() {
        let scale = protocol.rows().scale.iter().find(|scale| scale.id == score.scale);
        let [low, high] = scale.unwrap_or_else(|| panic!("no scale {}", score.scale)).range;
        assert!((low..=high).contains(&score.value) && score.value.fract() == 0.0, "{score:?}");
    }
}

#[test]
fn there_is_a_score_of_each_scale_from_before_the_first_session() {
    let scored = scored();
    let scales: BTreeSet<&str> = scored.iter().map(|(_, score)| score.scale.as_str()).collect();
    for scale in scales {
        let own = scored.iter().filter(|(_, score)| score.scale == scale);
        let first = own.map(|(day, _)| *day).min();
        assert!(first < Some(SESSIONS[0]), "{scale}: {first:?}");
    }
}
