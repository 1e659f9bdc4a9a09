//! What session day promises: no way to begin while something holds, one way out of every step, and a record that says
//! what was done.

use testhouse::Answer;

use crate::samples::asked::{english, shown};
use crate::samples::lives::{LIVES, life};

const OPENED: &str = "as it is opened";
/// The ways into a session.
const BEGIN: &str = "class=\"button primary\" href=\"/session/begin\"";

async fn page(address: &str, name: &str, what: &str) -> Answer {
    shown(life(name).await, address, what).await
}

#[tokio::test]
async fn the_door_opens_exactly_where_nothing_locks() {
    for name in LIVES {
        let life = life(name).await;
        let reader = english(life);
        let look = life.chart().look(&reader.protocol, &reader.now);
        let open = look.is_some_and(|look| look.standing.is_open());
        let begun = life.chart().story.begun().is_some();
        let may = open && !begun && life.chart().story.programme.is_some();
        let door = shown(life, "SessionStart", OPENED).await;
        assert_eq!(door.text().contains(BEGIN), may, "{name}");
        match may {
            true => door.says("session-open").says("session-start"),
            false => door.is_silent_on("session-open").is_silent_on("session-start"),
        };
    }
}

#[tokio::test]
async fn every_door_but_that_of_a_session_under_way_takes_the_record_of_one_already_done() {
    for name in LIVES {
        let begun = life(name).await.chart().story.begun().is_some();
        let door = page("SessionStart", name, OPENED).await;
        match begun {
            true => door.is_silent_on("session-done-already").says("session-stop"),
            false => door.says("session-done-already").is_silent_on("session-stop"),
        };
    }
}

#[tokio::test]
async fn a_closed_door_says_what_it_waits_for_and_a_way_on() {
    let healing = page("SessionStart", "healing", OPENED).await;
    healing.says("session-rest-counts").says("session-check-in").sees("href=\"/today#check-in\"");
    healing.card("locks-healing").says("session-rest-counts");
    let planned = page("SessionStart", "planned", OPENED).await;
    planned.says("locks-until").says("session-to-plan").is_silent_on("session-check-in");
    let ended = page("SessionStart", "ended, with much set aside", OPENED).await;
    ended.says("session-no-plan").says("session-no-plan-go").sees("href=\"/plan\"");
}

#[tokio::test]
async fn answers_that_speak_against_it_come_first_at_the_door() {
    let refused = page("SessionStart", "refused", OPENED).await;
    refused.says("verdict-do-not-home").says("session-refused-not").says("rule-keloid");
    refused.says("session-answers-changed").is_silent_on("session-start");
    // What else it waits for stands apart.
    refused.card("locks-also");
    // Nobody is comforted with waiting who should not be needled at home at all.
    refused.is_silent_on("session-rest-counts").is_silent_on("session-refused-text");
    let allowed = page("SessionStart", "planned", OPENED).await;
    allowed.is_silent_on("session-refused-text").is_silent_on("session-answers-changed");
}

#[tokio::test]
async fn a_session_under_way_goes_on_where_it_was() {
    let prepared = page("SessionStart", "under way", OPENED).await;
    prepared.says("session-under-way").says("session-go-on").sees("/prepare\"");
    let rolled = page("SessionStart", "rolled", OPENED).await;
    rolled.says("session-under-way").sees("/roll\"").misses("/prepare\"");
    for door in [&prepared, &rolled] {
        door.says("session-record-now").is_silent_on("session-left").sees("/stop\"");
    }
}

#[tokio::test]
async fn a_session_of_yesterday_is_recorded_or_let_go_and_never_gone_on_with() {
    let door = page("SessionStart", "left behind", OPENED).await;
    door.says("session-left-text").says("session-left-record").says("session-stop-go");
    door.is_silent_on("session-go-on").misses("/roll\"").misses("/prepare\"");
}

#[tokio::test]
async fn what_speaks_against_going_on_bars_a_session_under_way() {
    let door = page("SessionStart", "barred", OPENED).await;
    door.says("session-refused-not").says("rule-infection").says("session-record-now");
    door.is_silent_on("session-go-on").misses("/roll\"").misses("/prepare\"").misses(BEGIN);
    door.sees("href=\"/answers\"");
}

#[tokio::test]
async fn a_reason_to_stop_that_is_refused_stays_as_it_was_typed() {
    for name in ["under way", "left behind", "barred"] {
        let door = page("SessionStart", name, "stopping refused").await;
        door.is(422).card("session-stop").says("typed-choose").says("session-stop-go");
        door.sees("name=\"reason\" value=\"12\"");
    }
}

#[tokio::test]
async fn every_question_of_the_day_is_put_once_and_ticked_as_it_was_answered_last() {
    let life = life("barred").await;
    let reader = english(life);
    let opened = shown(life, "SessionBegin", OPENED).await;
    let setting = reader.person.record.setting;
    for question in reader.protocol.questions() {
        let line = format!("id=\"line-{}\"", question.id);
        let asked = question.ask_again && question.is_asked_in(setting);
        let put = opened.text().matches(&line).count();
        assert_eq!(put, usize::from(asked), "{}", question.id);
    }
    opened.sees("name=\"infection\" value=\"yes\" checked");
    assert_eq!(opened.text().matches(" checked").count(), 1, "only what applied is ticked");
    opened.says("session-again-same").says("session-again-changed");
    // Enter in a field saves what was changed, and never says that nothing was.
    let text = opened.text();
    let (silent, same) = (text.find("name=\"go\" value=\"changed\""), text.find("value=\"same\""));
    assert!(silent < same, "{silent:?} {same:?}");
}

#[tokio::test]
async fn how_the_skin_was_before_is_asked_before_the_first_session_alone() {
    page("SessionBegin", "planned for today", OPENED).await.says("session-before");
    for name in ["healing", "healed", "years"] {
        page("SessionBegin", name, OPENED).await.is_silent_on("session-before");
    }
}

#[tokio::test]
async fn refused_answers_of_the_day_are_told_above_and_beside_their_line() {
    let refused = page("SessionBegin", "planned for today", "refused").await;
    refused.is(422).says("typed-choose").sees("id=\"infection-problem\"");
    let opened = page("SessionBegin", "planned for today", OPENED).await;
    opened.is(200).is_silent_on("session-again-wrong").is_silent_on("typed-choose");
}

#[tokio::test]
async fn the_cream_is_off_on_or_over_and_says_until_when() {
    let off = page("SessionPrepare", "under way", "without cream").await;
    off.says("session-cream-on").is_silent_on("session-cream-off").misses("data-minutes");
    let on = page("SessionPrepare", "under way", OPENED).await;
    on.says("session-cream-until").says("session-cream-off").says("session-cream-longest");
    on.is_silent_on("session-cream-on");
    let over = page("SessionPrepare", "under way", "the cream is over").await;
    over.says("session-cream-over").is_silent_on("session-cream-until");
    for page in [&off, &on, &over] {
        page.says("session-grams").says("session-prepare-go").says("session-stop");
    }
    // Short needles need none.
    let home = page("SessionPrepare", "rolled", "without cream").await;
    home.is_silent_on("session-cream-on").is_silent_on("session-cream-longest");
}

#[tokio::test]
async fn rolling_shows_one_part_at_a_time_with_how_far_it_is() {
    let next = page("SessionRoll", "rolled", OPENED).await;
    next.says("session-roll-done").says("session-record-now").is_silent_on("session-zone-skip");
    let again = page("SessionRoll", "rolled", "another zone").await;
    again.sees("name=\"zone\" value=\"cheek-right\"").says("session-zone-skip");
    again.says_with("session-roll-progress", &[("n", 2.into()), ("of", 2.into())]);
    let first = page("SessionRoll", "under way", OPENED).await;
    first.says_with("session-roll-progress", &[("n", 0.into()), ("of", 2.into())]);
    assert_eq!(first.text().matches("name=\"zone\"").count(), 1);
    first.says("session-zone-open").says("session-zone-now").says("session-lift");
    for page in [&next, &again, &first] {
        page.says("session-stop").sees("/prepare\"");
    }
}

#[tokio::test]
async fn a_part_left_out_is_never_called_rolled() {
    let page = page("SessionRoll", "rolled", OPENED).await;
    let word =
        |side: &str| crate::say::in_english().texts().text(&format!("session-zone-cheek-{side}"));
    page.says_with("session-zone-rolled", &[("zone", word("left").into()), ("n", 4.into())]);
    page.says_with("session-zone-open", &[("zone", word("right").into())]);
}

#[tokio::test]
async fn refused_passes_stay_as_they_were_typed() {
    let refused = page("SessionRoll", "rolled", "refused").await;
    refused.is(422).says("typed-choose").sees("name=\"passes\" value=\"12\"");
}

#[tokio::test]
async fn the_record_of_a_session_under_way_is_filled_with_what_was_rolled() {
    let sheet = page("SessionRecord", "rolled", "of a session under way").await;
    let fields = sheet.fields();
    let has = |name: &str, value: &str| fields.contains(&(name.into(), value.into()));
    assert!(has("zone-cheek-left", "4") && has("zone-cheek-right", "0"), "{fields:?}");
    assert!(has("length", "0.3") && has("anaesthetic", "yes"), "{fields:?}");
    sheet.sees("name=\"at\"").sees("2026-12-05T10:00").misses("name=\"id\"");
    // One of yesterday was done yesterday.
    let late = page("SessionRecord", "left behind", "of a session under way").await;
    late.sees("2026-12-04T04:00").misses("2026-12-05T");
}

#[tokio::test]
async fn a_record_without_the_guide_says_nothing_that_nobody_said() {
    let new = page("SessionNew", "planned", OPENED).await;
    let fields = new.fields();
    let value = |name: &str| fields.iter().find(|(own, _)| own == name).map(|(_, value)| &**value);
    assert_eq!(
        (value("passes"), value("anaesthetic"), value("directions")),
        (Some(""), None, None)
    );
    assert_eq!((value("length"), value("areas")), (Some("0.3"), Some("cheeks")));
    assert!(value("id").is_some(), "sent twice it is kept once");
    new.is_silent_on("session-record-wrong");
}

#[tokio::test]
async fn a_refused_record_marks_every_wrong_field_and_keeps_what_was_typed() {
    let refused = page("SessionNew", "planned", "refused").await;
    refused.is(422).says("session-record-wrong").says("typed-choose");
    for field in ["at", "length", "passes", "needles"] {
        refused.sees(&format!("name=\"{field}\" value=\"12\""));
        refused.sees(&format!("id=\"{field}-problem\""));
    }
}

#[tokio::test]
async fn a_session_that_is_over_says_what_was_done() {
    let done = page("Session", "healing", "done").await;
    done.says_with("session-past", &[("n", 1.into())]).says("session-edit").says("session-remove");
    done.says_with("session-mm", &[("mm", 0.3.into())]).is_silent_on("session-saved");
    done.is_silent_on("session-over-ceiling").says("session-roller-care");
    let saved = page("Session", "healing", "just saved").await;
    saved.says("session-saved").says("session-to-today").says("session-roller-care");
}

#[tokio::test]
async fn needles_over_the_limit_are_recorded_and_said() {
    let long = page("Session", "healing", "zone by zone, with needles too long").await;
    let say = crate::say::in_english().texts().clone();
    let mm = |mm: f64| say.with("session-mm", &[("mm", mm.into())]);
    assert!(long.text().contains(&mm(2.5)), "the length as it was");
    long.says("session-over-ceiling").says("session-before-said").says("session-note");
    // Parts that differ are told one by one, and no number stands for both.
    let zone = say.text("session-zone-cheek-right");
    long.says_with("session-zone-rolled", &[("zone", zone.into()), ("n", 8.into())]);
}

#[tokio::test]
async fn a_rest_day_says_so_with_its_reason_and_can_still_be_recorded() {
    for what in ["missed", "left out"] {
        let rested = page("Session", "ended, with much set aside", what).await;
        rested.says("session-missed").says("session-missed-text").says("session-missed-record");
        rested.sees("<blockquote>cold</blockquote>").sees("/record\"").says("session-remove");
        rested.is_silent_on("session-edit");
    }
    let removed = page("Session", "planned", "removed").await;
    removed.says("session-removed-text").says("session-restore").sees("/restore\"");
}
