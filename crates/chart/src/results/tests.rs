//! What may be said of a change and of a day, case by case.

use care::Protocol;
use care::judging::Moment;
use care::programme::JudgeWindow;
use care::protocol::Files;
use care::protocol::rows::Scale;
use care::words::Goal;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde_json::json;
use store::records::{Better, Outcome, Seen};
use store::{Entry, Error, Id, OutcomeId};

use super::*;
use crate::testing::{Ana, Desk, at, by, noon, nothing_measured, score};

fn scale(id: &str) -> Scale {
    let protocol = Protocol::read(&Files::built_in(), None).unwrap();
    protocol.rows().scale.iter().find(|scale| scale.id == id).unwrap().clone()
}

#[test]
fn less_than_the_noise_is_no_change() {
    let counted = scale("goodman-baron-quantitative");
    assert_eq!(Change::of(&counted, 40.0, 40.0), Change::Within(4.0));
    assert_eq!(Change::of(&counted, 40.0, 37.0), Change::Within(4.0));
    assert_eq!(Change::of(&counted, 37.0, 40.0), Change::Within(4.0));
    assert_eq!(Change::of(&counted, 40.0, 36.0), Change::Beyond(4.0, 4.0));
    assert_eq!(Change::of(&counted, 30.0, 40.0), Change::Beyond(10.0, 4.0));
}

#[test]
fn where_nobody_measured_the_noise_nothing_is_judged() {
    assert_eq!(Change::of(&scale("self"), 10.0, 0.0), Change::Unjudged);
    assert_eq!(Change::of(&scale("goodman-baron"), 3.0, 3.0), Change::Unjudged);
}

#[test]
fn scores_that_compare_already_are_not_compared_again() {
    assert_eq!(Change::of(&scale("gais"), 4.0, 1.0), Change::Relative);
}

#[test]
fn the_persons_own_scales_are_those_that_say_so() {
    let mut unknown = scale("self");
    assert!(is_own(&unknown) && is_own(&scale("scar-vas")) && !is_own(&scale("posas-observer")));
    unknown.rater = None;
    assert!(!is_own(&unknown), "not known is not own");
}

#[test]
fn the_day_says_whether_it_is_time() {
    let judge = JudgeWindow { from: date(2027, 1, 9), by: date(2027, 1, 23) };
    let of = |sessions, judge, today: Date| Standing::of(sessions, judge, today);
    assert_eq!(of(0, Some(judge), date(2030, 1, 1)), Standing::Nothing);
    assert_eq!(of(1, None, date(2030, 1, 1)), Standing::Unknown);
    assert_eq!(of(1, Some(judge), date(2027, 1, 8)), Standing::Early(judge));
    assert_eq!(of(1, Some(judge), date(2027, 1, 9)), Standing::Open(judge));
}

#[test]
fn a_change_is_worth_the_same_in_both_directions() {
    for id in ["self", "goodman-baron-quantitative", "gais", "scar-vas"] {
        let scale = scale(id);
        for (one, other) in [(0.0, 10.0), (40.0, 37.0), (3.0, 3.0), (96.0, 100.0)] {
            let forth = Change::of(&scale, one, other);
            assert_eq!(forth, Change::of(&scale, other, one), "{id} {one} {other}");
        }
    }
}

#[test]
fn only_a_day_that_can_be_told_is_a_day_to_judge() {
    let judge = JudgeWindow { from: date(2027, 1, 9), by: date(2027, 1, 23) };
    assert_eq!(Standing::Nothing.judge(), None);
    assert_eq!(Standing::Unknown.judge(), None);
    assert_eq!(Standing::Early(judge).judge(), Some(judge));
    assert_eq!(Standing::Open(judge).judge(), Some(judge));
}

fn board(ana: &Ana, today: &str) -> Board {
    Board::of(&ana.protocol, ana.album(), &noon(today))
}

#[test]
fn an_empty_record_has_nothing_to_judge() {
    let board = board(&Ana::new(), "2026-12-05");
    assert_eq!((board.standing, board.seen().all()), (Standing::Nothing, 0));
    assert!(board.scores("self").is_empty() && board.sessions().is_empty());
}

#[test]
fn the_board_is_early_until_the_day_that_the_chart_names() {
    let ana = Ana::new().gets_needled("2026-10-01T18:00:00Z");
    let judge = ana.chart.judge(&ana.protocol, &noon("2026-10-02")).unwrap();
    let on = |day: Date| board(&ana, &day.to_string()).standing;
    assert_eq!(on(judge.from.yesterday().unwrap()), Standing::Early(judge));
    assert_eq!(on(judge.from), Standing::Open(judge));
    let unread = ana.answers("pregnancy", json!("perhaps"));
    assert_eq!(board(&unread, "2027-12-01").standing, Standing::Unknown);
}

#[test]
fn scores_stand_by_their_day_and_of_one_day_as_they_were_entered() {
    let ana = Ana::new()
        .scores("2026-12-09T09:00:00Z", "2026-12-05", "self", 3.0)
        .scores("2026-12-08T09:00:00Z", "2026-12-05", "self", 2.0)
        .scores("2026-12-10T09:00:00Z", "2026-12-01", "self", 1.0)
        .scores("2026-12-10T09:00:00Z", "2026-12-02", "scar-vas", 9.0);
    let board = board(&ana, "2026-12-20");
    let values: Vec<f64> = board.scores("self").iter().map(|one| one.score.value).collect();
    assert_eq!(values, [1.0, 2.0, 3.0]);
    assert_eq!(board.scores("self")[0].id, ana.outcomes[2].id);
}

#[test]
fn what_eyes_said_is_counted_by_what_they_said() {
    let pair = (Id::new(at("2026-12-01T09:00:00Z")), Id::new(at("2026-12-02T09:00:00Z")));
    let said = [Better::Later, Better::Neither, Better::Later, Better::Earlier];
    let ana = said.into_iter().fold(Ana::new(), |ana, better| ana.sees(pair, better));
    let ana = ana.scores("2026-12-10T09:00:00Z", "2026-12-01", "self", 1.0);
    let seen = board(&ana, "2026-12-20").seen();
    assert_eq!(seen, SeenPairs { later: 2, earlier: 1, neither: 1 });
    assert_eq!(seen.all(), 4);
}

#[test]
fn a_score_of_the_first_sessions_day_counts_as_from_before() {
    let ana = Ana::new().gets_needled("2026-10-01T08:00:00Z");
    let board = board(&ana, "2026-12-20");
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let on = |date: Date| board.moment(&ana.protocol, date, &zone);
    assert_eq!(on(date(2026, 9, 30)), Moment::Untreated);
    assert_eq!(on(date(2026, 10, 1)), Moment::Untreated);
    assert_eq!(on(date(2026, 10, 2)), Moment::Healing { day: 1, session: 1 });
    let from = board.standing.judge().unwrap().from;
    assert_eq!(on(from.yesterday().unwrap()), Moment::TooEarly { until: from });
    assert_eq!(on(from), Moment::Fair);
}

#[test]
fn before_any_session_every_score_is_from_before() {
    let ana = Ana::new();
    let board = board(&ana, "2026-12-20");
    assert_eq!(board.moment(&ana.protocol, date(2030, 1, 1), &TimeZone::UTC), Moment::Untreated);
}

fn scales(ana: &Ana) -> Vec<(String, bool)> {
    let board = board(ana, "2026-12-20");
    let all = board.scales(&ana.protocol);
    all.into_iter().map(|scale| (scale.id.clone(), is_own(scale))).collect()
}

#[test]
fn scales_are_those_that_fit_what_is_hoped_for_ones_own_first() {
    let ana = Ana::new().changes(|profile| profile.goals = vec![Goal::SurgicalScars]);
    let found = scales(&ana);
    assert!(found.is_sorted_by_key(|(_, own)| !own), "{found:?}");
    assert!(found.iter().all(|(id, _)| fits(ana.chart.profile(), &scale(id))), "{found:?}");
    assert!(found.iter().any(|(id, _)| id == "scar-vas"));
    assert!(!found.iter().any(|(id, _)| id == "lemperle"), "it is made for wrinkles");
}

#[test]
fn a_scale_with_scores_stays_though_another_thing_is_hoped_for_now() {
    let ana = Ana::new().changes(|profile| profile.goals = vec![Goal::Wrinkles]);
    let has = |ana: &Ana| scales(ana).iter().any(|(id, _)| id == "scar-vas");
    assert!(!has(&ana));
    assert!(has(&ana.scores("2026-12-10T09:00:00Z", "2026-12-01", "scar-vas", 50.0)));
}

async fn keeps(desk: &Desk, id: OutcomeId, value: f64) -> Result<Entry<Outcome>, Error> {
    let score = score("2026-12-05", "self", value);
    keep_score(&desk.store, by("2026-12-05T09:00:00Z"), (desk.person, id), score).await
}

#[tokio::test]
async fn a_score_sent_again_is_mended() {
    let (desk, id) = (Desk::new().await, Id::new(at("2026-12-05T09:00:00Z")));
    keeps(&desk, id, 3.0).await.unwrap();
    let mended = keeps(&desk, id, 4.0).await.unwrap();
    assert_eq!(mended.record, Outcome::Scored(score("2026-12-05", "self", 4.0)));
    assert_eq!(desk.all::<Outcome>().await, [mended]);
}

#[tokio::test]
async fn what_was_seen_or_measured_is_never_written_over_by_a_score() {
    let desk = Desk::new().await;
    let (pair, region) = (Id::new(at("2026-12-01T09:00:00Z")), Id::new(at("2026-12-01T10:00:00Z")));
    let seen = Seen {
        at: at("2026-12-05T08:00:00Z"),
        earlier: pair,
        later: pair,
        better: Better::Later,
        goal: None,
    };
    let measured = Outcome::Measured(nothing_measured(region, (vec![pair], vec![pair])));
    for outcome in [Outcome::Seen(seen), measured] {
        let kept = desk.keeps("2026-12-05T08:00:00Z", outcome).await;
        let refused = keeps(&desk, kept.id, 3.0).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        assert!(desk.all::<Outcome>().await.contains(&kept));
    }
}

#[tokio::test]
async fn a_board_is_loaded_with_everything_that_came_out() {
    let desk = Desk::new().await;
    keeps(&desk, Id::new(at("2026-12-05T09:00:00Z")), 3.0).await.unwrap();
    let now = noon("2026-12-06");
    let board = Board::load(&desk.store, desk.person, &desk.protocol, &now).await.unwrap();
    assert_eq!((board.scores("self").len(), board.standing), (1, Standing::Nothing));
}
