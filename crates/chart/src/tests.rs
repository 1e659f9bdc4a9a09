//! Laws over random lives: what holds of everybody's record, whatever happened and in which order it was written down.

use std::collections::BTreeMap;

use care::words::{Level, Sign, Word as _};
use jiff::{SignedDuration, Timestamp, Zoned};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use store::records::{CheckIn, Done, Session};
use store::{CheckInId, Entry, Id, SessionId};

use crate::story::{Story, session_of};
use crate::testing::{Ana, at, cases, done, entry};
use crate::today::{Now, place};

/// The first moment of a life; the clocks of Europe and America change in the weeks after it, not in the same one.
const BEGIN: &str = "2026-10-01T00:00:00Z";
const MINUTES: i64 = 90 * 24 * 60;

fn minute(n: i64) -> Timestamp {
    at(BEGIN) + SignedDuration::from_mins(n)
}

/// Sessions and check-ins as they happened.
type Life = (Vec<Entry<Session>>, Vec<Entry<CheckIn>>);

fn zones() -> impl Strategy<Value = &'static str> {
    select(vec!["Europe/Paris", "UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"])
}

fn scores() -> impl Strategy<Value = BTreeMap<Sign, u8>> {
    btree_map(select(Sign::ALL.to_vec()), 0..=10_u8, 0..=6)
}

fn session(n: i64, zone: &str) -> Entry<Session> {
    let moment = minute(n);
    entry(moment, Session::Done(Done { zone: zone.into(), ..done(moment) }))
}

fn checkin(n: i64, signs: BTreeMap<Sign, u8>) -> Entry<CheckIn> {
    let (session, at) = (Id::new(Timestamp::UNIX_EPOCH), minute(n));
    entry(
        at,
        CheckIn {
            session,
            at,
            signs,
            flags: Vec::new(),
            note: None,
            corrected: None,
            evening: false,
        },
    )
}

fn lives() -> impl Strategy<Value = Life> {
    let sessions = btree_map(0..MINUTES, zones(), 0..6);
    let checkins = btree_map(0..MINUTES, scores(), 0..8);
    (sessions, checkins).prop_map(|(sessions, checkins)| {
        let sessions = sessions.into_iter().map(|(n, zone)| session(n, zone));
        let checkins = checkins.into_iter().map(|(n, signs)| checkin(n, signs));
        (sessions.collect(), checkins.collect())
    })
}

/// The same life written down in another order.
fn written_down_otherwise() -> impl Strategy<Value = (Life, Life)> {
    lives().prop_flat_map(|life| {
        let sessions = Just(life.0.clone()).prop_shuffle();
        let checkins = Just(life.1.clone()).prop_shuffle();
        (sessions, checkins).prop_map(move |(mut sessions, checkins)| {
            for (n, entry) in sessions.iter_mut().enumerate() {
                entry.created = minute(MINUTES + i64::try_from(n).unwrap());
            }
            (life.clone(), (sessions, checkins))
        })
    })
}

fn story((sessions, checkins): Life) -> Story {
    Story::new(Vec::new(), sessions, checkins)
}

fn whose(life: Life) -> Ana {
    let mut ana = Ana::new();
    ana.chart.story = story(life);
    ana
}

/// By id, the session that each check-in follows.
fn follows(story: &Story) -> BTreeMap<CheckInId, SessionId> {
    story.checkins.iter().map(|entry| (entry.id, entry.record.session)).collect()
}

fn moments() -> impl Strategy<Value = Zoned> {
    (0..MINUTES + 1, zones()).prop_map(|(n, zone)| minute(n).in_tz(zone).unwrap())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_order_of_writing_down_changes_no_session_and_no_healing(
        (life, other) in written_down_otherwise(),
    ) {
        let (one, other) = (story(life), story(other));
        let ids = |story: &Story| story.done().iter().map(|done| (done.id, done.n)).collect::<Vec<_>>();
        prop_assert_eq!(ids(&one), ids(&other));
        prop_assert_eq!(follows(&one), follows(&other));
        prop_assert_eq!(one.days_done(), other.days_done());
    }

    #[test]
    fn the_order_of_writing_down_changes_nothing_that_is_said(
        (life, other) in written_down_otherwise(), now in moments(),
    ) {
        let (one, other) = (whose(life), whose(other));
        let said = |ana: &Ana| {
            let standing = ana.chart.standing(&ana.protocol, &now).unwrap();
            let locks = format!("{:?}", standing.locks);
            let level = standing.triage.map(|triage| (triage.level, triage.healed));
            (standing.day, locks, level, standing.checkin_due, standing.judge)
        };
        prop_assert_eq!(said(&one), said(&other));
    }

    #[test]
    fn a_check_in_follows_the_last_session_before_it_or_none(life in lives()) {
        let story = story(life);
        let noted = Id::new(Timestamp::UNIX_EPOCH);
        for entry in &story.checkins {
            let followed = story.done().into_iter().find(|done| done.id == entry.record.session);
            match story.last_done(entry.record.at) {
                Some(last) => prop_assert_eq!(followed.map(|done| done.n), Some(last.n)),
                None => prop_assert!(followed.is_none() && entry.record.session != noted),
            }
        }
    }

    #[test]
    fn every_check_in_is_read_after_one_session_at_most(life in lives()) {
        let story = story(life);
        let read: usize = story.done().iter().map(|done| story.checkins_of(done.id).len()).sum();
        let before = |entry: &&Entry<CheckIn>| story.last_done(entry.record.at).is_none();
        let before = story.checkins.iter().filter(before).count();
        prop_assert_eq!(read + before, story.checkins.len());
    }

    #[test]
    fn what_lies_ahead_changes_nothing_of_today((sessions, checkins) in lives(), now in moments()) {
        let past = |at: Timestamp| at <= now.timestamp();
        let happened = |entry: &Entry<Session>| {
            matches!(&entry.record, Session::Done(done) if past(done.at))
        };
        let so_far = (
            sessions.iter().filter(|entry| happened(entry)).cloned().collect(),
            checkins.iter().filter(|entry| past(entry.record.at)).cloned().collect(),
        );
        let (whole, so_far) = (whose((sessions, checkins)), whose(so_far));
        let said = |ana: &Ana| {
            let now = Now::of(&ana.protocol, &ana.chart, &now)?;
            Some((now.last.n, now.care.day, now.triage.level, now.triage.healed, now.is_calm()))
        };
        prop_assert_eq!(said(&whole), said(&so_far));
    }

    #[test]
    fn days_are_counted_as_the_rules_count_them_wherever_somebody_is(
        n in 0..MINUTES, zone in zones(), now in moments(),
    ) {
        let ana = whose((vec![session(n, zone)], Vec::new()));
        let Some(now) = Now::of(&ana.protocol, &ana.chart, &now) else {
            prop_assert!(now.timestamp() < minute(n));
            return Ok(());
        };
        let there = now.at.timestamp().in_tz(zone).unwrap().date();
        let began = minute(n).in_tz(zone).unwrap().date();
        let days = i64::from(began.until(there).unwrap().get_days());
        prop_assert_eq!(now.care.day, days, "by the clock of where the session was");
        let drawn = place(&now.session, now.at);
        prop_assert_eq!(drawn.floor(), f64::from(i32::try_from(days).unwrap()));
        prop_assert!(drawn.fract() < 0.2, "an evening is no other day: {}", drawn);
    }

    #[test]
    fn what_was_left_open_is_never_healed(
        signs in subsequence(Sign::ALL.to_vec(), 0..Sign::ALL.len()), days in 1..60_i64,
    ) {
        let begun = Ana::new().gets_needled("2026-10-02T18:00:00Z");
        let moment = at("2026-10-02T18:00:00Z") + SignedDuration::from_hours(24 * days);
        let signs = signs.into_iter().map(|sign| (sign, 0)).collect();
        let ana = begun.says(&moment.to_string(), signs, &[]);
        let now = moment.in_tz("Europe/Paris").unwrap();
        let now = Now::of(&ana.protocol, &ana.chart, &now).unwrap();
        prop_assert!(!now.triage.healed && now.is_calm().is_none());
        let known = ana.chart.knowing(&ana.protocol, now.at);
        prop_assert_eq!(&known.answers["last_needling"]["calm"], "no");
    }

    #[test]
    fn one_sign_more_is_never_less_urgent(
        scored in scores(), extra in select(Sign::ALL.to_vec()), days in 1..20_i64,
    ) {
        let moment = at("2026-10-02T18:00:00Z") + SignedDuration::from_hours(24 * days);
        let level = |signs: BTreeMap<Sign, u8>| -> Level {
            let ana = Ana::new().gets_needled("2026-10-02T18:00:00Z");
            let ana = ana.says(&moment.to_string(), signs, &[]);
            let now = moment.in_tz("Europe/Paris").unwrap();
            Now::of(&ana.protocol, &ana.chart, &now).unwrap().triage.level
        };
        let mut worse = scored.clone();
        worse.insert(extra, 10);
        prop_assert!(level(worse) >= level(scored));
    }

    #[test]
    fn the_uses_of_a_device_are_never_more_than_the_sessions(life in lives(), since in 0..MINUTES) {
        let ana = whose(life);
        let since = Some(minute(since).in_tz("UTC").unwrap().date());
        let device = store::Device { since, ..ana.chart.profile().device.unwrap() };
        let uses = ana.chart.story.uses(&device);
        let always = ana.chart.story.uses(&store::Device { since: None, ..device });
        let later = ana.chart.story.done();
        let later = later.iter().filter(|done| Some(session_of(done.done).at.date()) >= since);
        prop_assert_eq!((uses, always), (later.count(), ana.chart.story.done().len()));
    }

    #[test]
    fn sessions_are_numbered_from_one_in_their_order(minutes in btree_set(0..MINUTES, 0..8), seed in vec(any::<bool>(), 8)) {
        let mut sessions: Vec<_> = minutes.iter().map(|n| session(*n, "UTC")).collect();
        if seed[0] {
            sessions.reverse();
        }
        let story = story((sessions, Vec::new()));
        let done: Vec<_> = story.done().iter().map(|done| (done.n, done.done.at)).collect();
        let expected: Vec<_> = (1..).zip(minutes.iter().map(|n| minute(*n))).collect();
        prop_assert_eq!(done, expected);
    }
}
