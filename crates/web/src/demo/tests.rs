//! The fictional person is possible: she has answered what is asked today, nothing of hers lies ahead, and her scores are of
//! scales that there are. A question that is added to the protocol is missed here first.

use std::collections::BTreeSet;

use care::verdict::VerdictKind;
use care::words::{Sign, Word as _};
use jiff::{SignedDuration, Timestamp, Zoned};
use store::records::{Outcome, Score};
use store::{Id, SessionId};

use super::{MISSED, SESSIONS, healing, person, scores};
use crate::say::in_english;

fn now() -> Zoned {
    "2026-12-05T10:00[Europe/Paris]".parse().unwrap()
}

#[test]
fn she_has_answered_every_question_and_nothing_else() {
    let protocol = in_english();
    let answers = person::profile(&now(), "Europe/Paris").answers;
    let asked: BTreeSet<&str> = protocol.questions().iter().map(|one| one.id.as_str()).collect();
    let answered: BTreeSet<&str> = answers.keys().map(String::as_str).collect();
    assert_eq!(answered, asked);
}

#[test]
fn she_may_be_needled() {
    let profile = person::profile(&now(), "Europe/Paris");
    let screening = person::screening(&in_english(), &profile, now().date()).unwrap();
    assert!(screening.verdict <= VerdictKind::ProceedWithCare, "{:?}", screening.findings);
    assert_eq!(screening.until, None);
    assert_eq!(screening.answers, profile.answers, "decided upon what she answered");
}

#[test]
fn her_sessions_are_in_order_with_one_left_out_between_them() {
    assert!(SESSIONS.is_sorted_by(|earlier, later| earlier > later), "oldest first");
    assert!(SESSIONS.iter().all(|days| *days > 0), "none lies ahead");
    assert!(!SESSIONS.contains(&MISSED) && MISSED < SESSIONS[0] && MISSED > SESSIONS[4]);
}

/// The check-ins after a session of so many hours ago.
fn checkins(hours: i64) -> Vec<store::records::CheckIn> {
    let (session, now): (SessionId, Timestamp) = (Id::new(now().timestamp()), now().timestamp());
    healing::checkins(session, now - SignedDuration::from_hours(hours), now)
}

#[test]
fn no_check_in_lies_ahead_and_each_scores_every_sign() {
    for (hours, count) in [(0, 0), (2, 1), (25, 2), (26, 3), (24 * 9, 6)] {
        let all = checkins(hours);
        assert_eq!(all.len(), count, "{hours} hours after");
        for seen in all {
            assert!(seen.at <= now().timestamp());
            assert_eq!(seen.signs.len(), Sign::ALL.len(), "what is left out is not known");
            assert_eq!(seen.flags, [], "nothing to worry about");
        }
    }
}

#[test]
fn her_skin_calms_down() {
    let all = checkins(24 * 9);
    let of = |sign: Sign| all.iter().map(|seen| seen.signs[&sign]).collect::<Vec<u8>>();
    for sign in [Sign::Redness, Sign::Swelling, Sign::Tenderness] {
        assert!(of(sign).is_sorted_by(|earlier, later| earlier >= later), "{:?}", of(sign));
        assert_eq!(of(sign).last(), Some(&0));
    }
    assert!(of(Sign::Flaking).iter().any(|score| *score > 0), "as skin does on the second day");
}

/// Her scores with the days since.
fn scored() -> Vec<(i64, Score)> {
    let score = |(days, _, graded): (i64, i8, scores::Graded)| match graded.on(now().date()) {
        Outcome::Scored(score) => (days, score),
        other => panic!("no score: {other:?}"),
    };
    scores::scores().into_iter().map(score).collect()
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
        let first = own.map(|(days, _)| *days).max();
        assert!(first > Some(SESSIONS[0]), "{scale}: {first:?}");
    }
}
