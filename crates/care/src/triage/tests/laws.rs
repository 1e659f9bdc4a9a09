//! Laws of triage over any story of check-ins.

use proptest::prelude::*;

use super::*;
use crate::course::tests::LENGTHS;

fn any_checkin() -> impl Strategy<Value = CheckIn> {
    let score = prop_oneof![3 => Just(0u8), 2 => 0u8..=4, 1 => 0u8..=10];
    let signs = prop::array::uniform6(prop_oneof![6 => score.prop_map(Some), 1 => Just(None)]);
    let flags = prop::sample::subsequence(Flag::ALL, 0..=2);
    let flags = prop_oneof![2 => Just(Vec::new()), 1 => flags];
    (-48i64..700, signs, flags).prop_map(|(hours, signs, flags)| CheckIn {
        signs,
        flags,
        ..checkin(&session(1.5), hours)
    })
}

/// A story in order, with at least one check-in.
fn any_story() -> impl Strategy<Value = Vec<CheckIn>> {
    prop::collection::vec(any_checkin(), 1..6).prop_map(|mut story| {
        story.sort_by_key(|checkin| checkin.at.timestamp());
        story
    })
}

fn any_session() -> impl Strategy<Value = Session> {
    prop::sample::select(LENGTHS.to_vec()).prop_map(session)
}

fn any_answers() -> impl Strategy<Value = Option<Answers>> {
    let words = ["no", "controlled", "uncontrolled"].map(Some).into_iter().chain([None]);
    let words = prop::sample::select(words.collect::<Vec<_>>());
    prop::option::of(words.prop_map(|word| answers("diabetes", word)))
}

fn level_of(session: &Session, story: &[CheckIn], answers: Option<&Answers>) -> Level {
    judge(protocol(), session, story, answers).level
}

proptest! {
    #[test]
    fn one_more_warning_sign_never_lowers(
        session in any_session(),
        story in any_story(),
        answers in any_answers(),
        flag in prop::sample::select(Flag::ALL),
    ) {
        let before = level_of(&session, &story, answers.as_ref());
        let mut story = story;
        let latest = story.pop().unwrap();
        story.push(latest.flagged(flag));
        prop_assert!(level_of(&session, &story, answers.as_ref()) >= before);
    }

    #[test]
    fn a_higher_score_never_lowers(
        session in any_session(),
        story in any_story(),
        answers in any_answers(),
        sign in prop::sample::select(Sign::ALL),
        more in 1u8..=10,
    ) {
        let before = level_of(&session, &story, answers.as_ref());
        let mut story = story;
        let latest = story.pop().unwrap();
        // Where nothing was said, what was said before stands; to say something is no higher score.
        let Some(score) = latest.score(sign) else { return Ok(()) };
        story.push(latest.with(sign, (score + more).min(10)));
        prop_assert!(level_of(&session, &story, answers.as_ref()) >= before);
    }

    #[test]
    fn an_emergency_is_an_emergency(
        session in any_session(),
        story in any_story(),
        answers in any_answers(),
        flag in prop::sample::select(vec![Flag::BlueLips, Flag::Breathless, Flag::Fits]),
    ) {
        let mut story = story;
        let latest = story.pop().unwrap();
        story.push(latest.flagged(flag));
        prop_assert_eq!(level_of(&session, &story, answers.as_ref()), Level::Emergency);
    }

    #[test]
    fn an_answer_never_lowers(session in any_session(), story in any_story(), answers in any_answers()) {
        let without = level_of(&session, &story, None);
        prop_assert!(level_of(&session, &story, answers.as_ref()) >= without);
    }

    #[test]
    fn longer_needles_never_worry_sooner(story in any_story()) {
        // More is expected of them, and everything else is the same.
        let levels = LENGTHS.map(|mm| level_of(&session(mm), &story, None));
        prop_assert!(levels.iter().rev().is_sorted(), "{:?}", levels);
    }

    #[test]
    fn only_healed_skin_unlocks(session in any_session(), story in any_story(), answers in any_answers()) {
        let triage = judge(protocol(), &session, &story, answers.as_ref());
        let latest = story.last().unwrap();
        let calm = triage.level == Level::Expected && latest.is_complete() && latest.flags.is_empty();
        prop_assert!(!triage.unlocks_next || calm);
    }

    #[test]
    fn saying_nothing_is_never_fine_and_lowers_nothing(session in any_session(), story in any_story(), answers in any_answers()) {
        let before = judge(protocol(), &session, &story, answers.as_ref());
        let mut story = story;
        let silent = CheckIn { signs: [None; 6], ..checkin(&session, 900) };
        story.push(silent);
        let after = judge(protocol(), &session, &story, answers.as_ref());
        let asks = before.level.max(Level::Watch);
        prop_assert_eq!((after.level, after.healed), (asks, before.healed));
    }

    #[test]
    fn what_nobody_said_is_never_healed(
        session in any_session(),
        story in any_story(),
        sign in prop::sample::select(Sign::ALL),
    ) {
        let mut story = story;
        let latest = story.pop().unwrap();
        story.push(latest.without(sign));
        prop_assert!(!judge(protocol(), &session, &story, None).unlocks_next);
    }

    #[test]
    fn the_order_in_the_file_does_not_matter(session in any_session(), story in any_story()) {
        let moments: Vec<_> = story.iter().map(|checkin| checkin.at.timestamp()).collect();
        prop_assume!(moments.is_sorted_by(|a, b| a < b));
        let mut turned = story.clone();
        turned.reverse();
        let (one, other) = (judge(protocol(), &session, &story, None), judge(protocol(), &session, &turned, None));
        prop_assert_eq!((one.level, one.next_checkin), (other.level, other.next_checkin));
    }

    #[test]
    fn the_worst_reason_decides_and_every_sign_speaks_once(
        session in any_session(),
        story in any_story(),
        answers in any_answers(),
    ) {
        let triage = judge(protocol(), &session, &story, answers.as_ref());
        prop_assert_eq!(triage.reasons.iter().map(Reason::level).max(), Some(triage.level));
        let mut keys: Vec<_> = triage.reasons.iter().filter_map(Reason::action_key).collect();
        keys.sort();
        let distinct = { let mut once = keys.clone(); once.dedup(); once };
        prop_assert_eq!(keys, distinct);
    }

    #[test]
    fn the_next_check_in_comes_after_the_latest(session in any_session(), story in any_story()) {
        let next = judge(protocol(), &session, &story, None).next_checkin;
        prop_assert!(next.is_none_or(|next| next > story.last().unwrap().at));
    }

    #[test]
    fn no_story_is_too_odd(
        session in any_session(),
        odd in prop::collection::vec((any::<i64>(), prop::array::uniform6(any::<Option<u8>>())), 0..4),
    ) {
        let utc = jiff::tz::TimeZone::UTC;
        let story = odd.into_iter().map(|(second, signs)| {
            let at = jiff::Timestamp::from_second(second % 253_402_200_000).unwrap_or_default();
            CheckIn { at: at.to_zoned(utc.clone()), signs, flags: vec![Flag::Pus, Flag::Pus] }
        });
        let triage = judge(protocol(), &session, &story.collect::<Vec<_>>(), None);
        prop_assert!(!triage.reasons.is_empty());
    }
}
