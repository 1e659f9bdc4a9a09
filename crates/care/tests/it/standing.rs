//! The laws of a standing over random stories: waits, warning signs, silence, risks, windows, ends, the future, and order.

use care::Protocol;
use care::answers::Answer;
use care::measure::NeedleLength;
use care::programme::{earliest_first, plan};
use care::screening::decide;
use care::session::CheckIn;
use care::standing::{Cause, Standing, State};
use care::story::{Begun, Clearance, Story};
use care::verdict::Verdict;
use care::words::Setting;
use jiff::civil::Time;
use jiff::{ToSpan, Zoned};
use testkit::{Random, TODAY, now, protocol};

/// So many stories are tried for each law.
const STORIES: u64 = 1_000;

fn cached() -> &'static Protocol {
    static PROTOCOL: std::sync::OnceLock<Protocol> = std::sync::OnceLock::new();
    PROTOCOL.get_or_init(protocol)
}

fn standing(story: &Story) -> Standing<'static> {
    Standing::of(cached(), story, &now())
}

/// Tries a law on every story of the seeds.
fn for_all(law: impl Fn(u64, &mut Random, Story)) {
    for seed in 0..STORIES {
        let mut random = Random::new(seed);
        let story = random.story(cached());
        law(seed, &mut random, story);
    }
}

/// When everything that has an end has opened; `None` if something has none.
fn opens(standing: &Standing<'_>) -> Option<Zoned> {
    let ends = standing.locks.iter().map(|lock| lock.until.clone());
    ends.collect::<Option<Vec<_>>>()?.into_iter().chain([now()]).max()
}

/// That nothing opens earlier than it did.
fn never_earlier(seed: u64, before: &Standing<'_>, after: &Standing<'_>) {
    match (opens(before), opens(after)) {
        (Some(before), Some(after)) => assert!(after >= before, "{seed}: opens earlier"),
        (None, Some(_)) => {
            panic!("{seed}: what had no end has one: {:?} to {:?}", before.locks, after.locks)
        }
        _ => {}
    }
    let (Some(before), Some(after)) = (&before.aftercare, &after.aftercare) else { return };
    for (before, after) in before.products.iter().zip(&after.products) {
        assert!(after.not_before >= before.not_before, "{seed}: {}", before.row.id);
    }
}

fn open_flags(standing: &Standing<'_>) -> Vec<care::words::Flag> {
    standing.open().iter().filter(|open| open.is_unseen()).map(|open| open.row.id).collect()
}

fn not_milder(seed: u64, before: &Standing<'_>, after: &Standing<'_>) {
    assert!(after.level() >= before.level(), "{seed}: {:?} to {:?}", before.triage, after.triage);
    assert!(after.decided.verdict >= before.decided.verdict, "{seed}: the verdict is milder");
    let still = open_flags(after);
    assert!(open_flags(before).iter().all(|flag| still.contains(flag)), "{seed}: a sign is gone");
    match (opens(before), opens(after)) {
        (Some(before), Some(after)) => assert!(after >= before, "{seed}: opens earlier"),
        (None, Some(_)) => panic!("{seed}: it opened: {:?}", before.locks),
        _ => {}
    }
}

#[test]
fn law_1_one_more_session_or_a_longer_needle_opens_nothing_earlier() {
    for_all(|seed, random, mut story| {
        // A programme that begins or ends by it is no wait.
        story.programme = None;
        let before = standing(&story);
        let mut more = story.clone();
        more.sessions.push(random.session());
        never_earlier(seed, &before, &standing(&more));
        let count = story.sessions.len() as u64;
        if let Some(session) = story.sessions.get_mut(random.below(count) as usize) {
            let longer = [0.3, 0.5, 1.0, 1.5, 2.0][random.below(5) as usize];
            session.length = session.length.max(NeedleLength::from_mm(longer).unwrap());
            never_earlier(seed, &before, &standing(&story));
        }
    });
}

#[test]
fn law_2_a_session_wipes_out_no_warning_sign() {
    for_all(|seed, random, mut story| {
        let before = standing(&story);
        let mut session = random.session();
        session.at = now();
        story.sessions.push(session);
        let after = standing(&story);
        let still = open_flags(&after);
        assert!(open_flags(&before).iter().all(|flag| still.contains(flag)), "{seed}");
        assert!(after.level() >= before.level(), "{seed}: {:?}", before.triage);
    });
}

#[test]
fn law_2_what_asks_for_somebody_to_look_never_goes_by_itself() {
    for_all(|seed, _, mut story| {
        story.clearances.clear();
        let before = standing(&story);
        let stays: Vec<_> =
            before.open().iter().filter(|open| open.row.lets_go.is_none()).collect();
        let at = now().saturating_add(400.days());
        let clear = CheckIn { at: at.clone(), signs: [Some(0); 6], flags: Vec::new() };
        story.checkins.push(clear);
        let after = Standing::of(cached(), &story, &at);
        for open in stays {
            assert!(open_flags(&after).contains(&open.row.id), "{seed}: {:?}", open.row.id);
            assert!(!after.is_open(), "{seed}");
        }
    });
}

#[test]
fn law_3_saying_nothing_lowers_heals_and_unlocks_nothing() {
    for_all(|seed, random, mut story| {
        let before = standing(&story);
        let silent = CheckIn { at: random.moment(), signs: [None; 6], flags: Vec::new() };
        story.checkins.push(silent);
        let after = standing(&story);
        not_milder(seed, &before, &after);
        let healed =
            |standing: &Standing<'_>| standing.triage.as_ref().is_some_and(|one| one.healed);
        assert!(healed(&before) || !healed(&after), "{seed}");
    });
}

#[test]
fn law_4_one_more_flag_or_risk_is_never_milder() {
    for_all(|seed, random, story| {
        let before = standing(&story);
        let mut flagged = story.clone();
        let count = flagged.checkins.len() as u64;
        if let Some(checkin) = flagged.checkins.get_mut(random.below(count) as usize) {
            checkin.flags.push(random.flag());
            not_milder(seed, &before, &standing(&flagged));
        }
        let mut clean = story.clone();
        let place = random.below(cached().questions().len() as u64) as usize;
        let question = &cached().questions()[place];
        let harmless = if question.products { Answer::products(&[]) } else { Answer::Word(0) };
        clean.person.answers.set(place, harmless);
        let mut risky = clean.clone();
        risky.person.answers.set(place, random.any_answer(question));
        not_milder(seed, &standing(&clean), &standing(&risky));
    });
}

#[test]
fn law_4_a_higher_score_at_the_last_word_is_never_milder() {
    for_all(|seed, random, mut story| {
        let before = standing(&story);
        let past = story.checkins.iter_mut().filter(|one| one.at <= now());
        let Some(last) = past.max_by_key(|one| (one.at.timestamp(), one.signs, one.flags.clone()))
        else {
            return;
        };
        let place = random.below(6) as usize;
        let Some(score) = last.signs[place] else { return };
        last.signs[place] = Some((score + 1 + random.below(9) as u8).min(10));
        not_milder(seed, &before, &standing(&story));
    });
}

#[test]
fn law_4_a_clearance_lifts_no_do_not_and_only_what_it_is_about() {
    for_all(|seed, random, mut story| {
        let before = standing(&story);
        let clearance: Clearance = random.clearance(cached());
        story.clearances.push(clearance.clone());
        let after = standing(&story);
        if before.decided.findings.iter().any(|one| one.finding.verdict == Verdict::DoNot) {
            assert_eq!(after.decided.verdict, Verdict::DoNot, "{seed}");
        }
        let later = |one: &Clearance| one.about == clearance.about && one.on >= clearance.on;
        let last = story.clearances.iter().filter(|one| later(one)).count() == 1;
        let heard = clearance.on <= now().date() && last;
        if heard && clearance.forbids(now().date()).is_some() {
            assert!(
                after.locks.iter().any(|lock| matches!(lock.cause, Cause::Clearance(_))),
                "{seed}"
            );
        }
        let others = |standing: &Standing<'_>| -> Vec<Verdict> {
            let about = |read| match (clearance.about, read) {
                (care::story::About::Question(place), care::screening::Read::Answer(own)) => {
                    place == own
                }
                _ => false,
            };
            let findings = standing.decided.findings.iter().filter(|one| !about(one.finding.read));
            findings.map(|one| one.verdict).collect()
        };
        assert_eq!(others(&before), others(&after), "{seed}");
    });
}

#[test]
fn law_5_windows_lie_ahead_behind_every_lock_and_in_order() {
    for_all(|seed, _, story| {
        let standing = standing(&story);
        let settled = |slot: &&care::standing::Slot| {
            matches!(slot.state, State::Done { .. } | State::Skipped { .. })
        };
        let done = standing.sessions.iter().filter(settled).count();
        let mut planned = 0;
        for slot in &standing.sessions {
            let State::Planned { not_before, ideal, best_by } = &slot.state else { continue };
            planned += 1;
            assert!(
                *not_before >= now() && not_before.date() <= *ideal && ideal <= best_by,
                "{seed}: {slot:?}"
            );
            for lock in &standing.locks {
                assert!(
                    lock.until.as_ref().is_none_or(|until| not_before >= until),
                    "{seed}: {lock:?}"
                );
            }
            assert_eq!(usize::from(slot.n), done + planned, "{seed}");
        }
        if let (Some(plan), true) = (&standing.programme, planned > 0) {
            let total = standing.next.as_ref().map_or(done + planned, |next| usize::from(next.of));
            assert_eq!(done + planned, total, "{seed}");
            assert_eq!(plan.sessions.len(), planned, "{seed}");
        }
        if standing.locks.iter().any(|lock| lock.until.is_none()) {
            assert!(standing.next.is_none(), "{seed}");
        }
    });
}

#[test]
fn law_6_it_opens_at_the_minute_at_which_the_last_lock_ends() {
    for_all(|seed, _, mut story| {
        // What lapses or lies ahead may begin to lock meanwhile.
        story.clearances.clear();
        story.kept_days.retain(|day| day.days_before.is_some() && day.on <= now().date());
        story.sessions.retain(|session| session.at <= now());
        story.checkins.retain(|checkin| checkin.at <= now());
        let standing = standing(&story);
        let Some(opens) = opens(&standing).filter(|opens| *opens > now()) else { return };
        let then = |moment: &Zoned| Standing::of(cached(), &story, moment);
        assert!(then(&opens).is_open(), "{seed}: {opens} {:?}", then(&opens).locks);
        assert!(!then(&opens.saturating_sub(1.minute())).is_open(), "{seed}: {opens}");
    });
}

#[test]
fn law_7_what_lies_ahead_is_set_aside_and_changes_nothing_else() {
    for_all(|seed, random, mut story| {
        let without = |standing: Standing<'_>| {
            let aside = standing.set_aside.len();
            (format!("{:?}", Standing { set_aside: Vec::new(), ..standing }), aside)
        };
        let (before, aside) = without(standing(&story));
        let mut session = random.session();
        session.at = now().saturating_add(1.year());
        story.sessions.push(session);
        let ahead = now().saturating_add(1.minute());
        story.checkins.push(CheckIn { at: ahead, ..random.checkin() });
        let (after, now_aside) = without(standing(&story));
        assert_eq!((before, aside + 2), (after, now_aside), "{seed}");
    });
}

#[test]
fn law_8_the_order_of_recording_makes_no_difference() {
    for_all(|seed, _, story| {
        let mut turned = story.clone();
        turned.sessions.reverse();
        turned.checkins.reverse();
        turned.clearances.reverse();
        turned.kept_days.reverse();
        turned.left_out.reverse();
        turned.moves.reverse();
        assert_eq!(format!("{:?}", standing(&story)), format!("{:?}", standing(&turned)), "{seed}");
    });
}

#[test]
fn law_9_a_needle_over_the_home_ceiling_rests_as_the_protocol_says() {
    for_all(|seed, random, mut story| {
        let Some(session) = story.sessions.first_mut() else { return };
        session.setting = Setting::Home;
        session.length = NeedleLength::from_mm([0.5, 1.5, 2.0][random.below(3) as usize]).unwrap();
        let (at, length) = (session.at.clone(), session.length);
        if at > now() {
            return;
        }
        let row = cached().rhythm(Setting::Home, length).unwrap();
        let over = row.rest.after(&at.saturating_sub(6.hours()));
        let standing = standing(&story);
        let rests = |lock: &care::standing::Lock<'_>| {
            lock.cause.word() == "rest" && lock.until.as_ref().is_some_and(|until| *until >= over)
        };
        assert!(over <= now() || standing.locks.iter().any(rests), "{seed}: {:?}", standing.locks);
    });
}

/// `needlewise plan` says what would be planned; a programme that was begun says the same.
#[test]
fn a_plan_and_the_standing_of_a_programme_just_begun_say_the_same() {
    let (protocol, zone) = (cached(), now().time_zone().clone());
    let morning = TODAY.to_zoned(zone).unwrap();
    let (last_needling, _) = protocol.find_question("last_needling").unwrap();
    let mut planned = 0;
    for seed in 0..STORIES {
        let mut person = Random::new(seed).person(protocol);
        person.answers.set(last_needling, Answer::Word(0));
        let verdict = decide(protocol, &person, TODAY).verdict;
        if !verdict.allows() {
            continue;
        }
        let plan = plan(protocol, &person, verdict, TODAY);
        let first = earliest_first(protocol, &person, TODAY);
        let begun = Begun { first, time: Time::midnight(), since: TODAY };
        let story = Story { programme: Some(begun), ..Story::new(person) };
        let begun = Standing::of(protocol, &story, &morning).programme.unwrap();
        assert_eq!(begun.sessions, plan.sessions, "{seed}");
        assert_eq!((begun.judge, begun.cream), (plan.judge, plan.cream), "{seed}");
        assert_eq!(begun.preparation.len(), plan.preparation.len(), "{seed}");
        planned += 1;
    }
    assert!(planned > 50, "{planned}");
}
