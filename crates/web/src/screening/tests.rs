//! What the screening promises: every question is put once, nothing is chosen beforehand, and a verdict offers no way that
//! it closes.

use std::collections::BTreeSet;

use care::measure::Wait;
use care::protocol::rows::{Rule, RuleWait};
use chart::screening::steps;
use testhouse::Answer;

use super::page;
use crate::form::Form;
use crate::samples::Life;
use crate::samples::asked::{asked, english, shown};
use crate::samples::lives::{LIVES, life};

async fn verdict(name: &str) -> Answer {
    shown(life(name).await, "Verdict", "as it is opened").await
}

/// Each step as somebody who lives this life opens it for the first time.
async fn steps_of(life: &Life) -> Vec<(String, Answer)> {
    let reader = english(life);
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    let mut pages = Vec::new();
    for step in &all {
        let page = page::step(&reader, &all, step, &Form::default());
        pages.push((step.id.clone(), asked(&reader, page).await));
    }
    pages
}

#[tokio::test]
async fn every_question_of_the_protocol_is_put_once_and_no_answer_is_chosen_beforehand() {
    for name in ["nothing said", "under way"] {
        let life = life(name).await;
        let reader = english(life);
        let setting = reader.person.record.setting;
        let mut put: Vec<String> = Vec::new();
        for (step, page) in steps_of(life).await {
            let text = page.text();
            let lines =
                text.split("id=\"line-").skip(1).map(|rest| rest.split('"').next().unwrap());
            put.extend(lines.map(str::to_owned));
            assert!(!text.contains(" checked"), "something is chosen beforehand on {step}");
        }
        let asked = reader.protocol.questions().iter().filter(|one| one.is_asked_in(setting));
        let asked: Vec<&String> = asked.map(|one| &one.id).collect();
        let once: BTreeSet<&String> = put.iter().collect();
        assert_eq!(once.len(), put.len(), "put twice: {put:?}");
        assert_eq!(once, asked.into_iter().collect(), "{name}");
    }
}

#[tokio::test]
async fn every_line_can_be_answered_by_not_knowing_and_says_why_it_is_asked() {
    let life = life("nothing said").await;
    let reader = english(life);
    for (step, page) in steps_of(life).await {
        let all = steps::all(&reader.protocol, reader.person.record.setting);
        for question in steps::find(&all, &step).unwrap().questions() {
            page.sees(&format!("name=\"{}\" value=\"unknown\"", question.id));
            let key = format!("question-{}", question.id);
            let texts = reader.protocol.texts();
            let line = page.text();
            for attribute in [".why", ".find-out", ".unknown"] {
                let said = maud::html! { (texts.say(&format!("{key}{attribute}"))) }.into_string();
                assert!(line.contains(&said), "{key}{attribute} is not on {step}");
            }
        }
    }
}

#[tokio::test]
async fn none_of_these_is_offered_exactly_where_every_line_has_a_harmless_answer() {
    let life = life("nothing said").await;
    let reader = english(life);
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    for (id, page) in steps_of(life).await {
        let questions: Vec<_> = steps::find(&all, &id).unwrap().questions().collect();
        let can = !questions.is_empty() && super::ask::can_be_none(&questions);
        assert_eq!(page.text().contains("name=\"go\" value=\"none\""), can, "{id}");
        page.is_silent_on("screening-said-none");
        // Enter in a field goes on; it never presses "none of these".
        let first = page.text().find("name=\"go\" value=\"on\"").unwrap();
        assert!(
            page.text().find("name=\"go\" value=\"none\"").is_none_or(|none| first < none),
            "{id}"
        );
    }
}

#[tokio::test]
async fn b3_none_of_these_stands_below_its_questions() {
    let mut asked = 0;
    for (id, page) in steps_of(life("nothing said").await).await {
        let text = page.text();
        let Some(none) = text.find("name=\"go\" value=\"none\"") else { continue };
        assert!(text.rfind("class=\"ask\"").is_some_and(|last| last < none), "{id}");
        asked += 1;
    }
    assert!(asked > 3, "{asked}");
}

#[tokio::test]
async fn no_more_than_twelve_steps_lead_to_the_verdict_and_no_two_have_the_same_title() {
    for name in ["nothing said", "under way"] {
        let pages = steps_of(life(name).await).await;
        assert!(pages.len() <= 12, "{name}: {}", pages.len());
        let title = |page: &Answer| {
            let text = page.text();
            text.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned()
        };
        let titles: BTreeSet<String> = pages.iter().map(|(_, page)| title(page)).collect();
        assert_eq!(titles.len(), pages.len(), "{name}: {titles:?}");
    }
}

#[tokio::test]
async fn no_question_has_the_title_of_another() {
    let reader = english(life("nothing said").await);
    let texts = reader.protocol.texts();
    let mut seen = BTreeSet::new();
    for question in reader.protocol.questions() {
        let title = texts.text(&format!("question-{}", question.id));
        assert!(seen.insert(title.clone()), "{title}");
    }
}

fn longest(waits: impl Iterator<Item = Wait>) -> Wait {
    waits.max_by(|one, other| one.rough_hours().total_cmp(&other.rough_hours())).unwrap()
}

/// What counts for ever once it was so; it is asked without a time.
const EVER: [&str; 2] = ["radiotherapy", "cold_sores"];

#[tokio::test]
async fn s20_what_counts_only_for_a_time_is_asked_for_that_time() {
    let reader = english(life("nothing said").await);
    let (protocol, texts) = (&reader.protocol, reader.protocol.texts());
    let rests = protocol.rows().rhythm.iter().map(|row| row.rest);
    let longest_rest = longest(rests);
    for question in protocol.questions() {
        let Some(dated) = &question.dated else { continue };
        let counts =
            |rule: &&Rule| rule.question == question.id && rule.answers.contains(&dated.key);
        let waits = protocol.rules().iter().filter(counts).filter_map(|rule| match &rule.wait {
            Some(RuleWait::For(wait)) => Some(*wait),
            Some(RuleWait::Rest) => Some(longest_rest),
            Some(RuleWait::Pause(_)) | None => None,
        });
        let wait = texts.wait(longest(waits));
        let asked = texts.text(&format!("question-{}", question.id));
        let said = asked.contains(&format!("in the last {wait}"));
        assert_eq!(said, !EVER.contains(&question.id.as_str()), "{asked}");
    }
}

#[tokio::test]
async fn s20_medicines_are_named_in_the_question() {
    let reader = english(life("nothing said").await);
    for (question, names) in [
        ("retinoid", &["isotretinoin", "tretinoin", "adapalene"][..]),
        ("anticoagulant", &["warfarin", "clopidogrel", "aspirin"]),
        ("anti_inflammatory", &["ibuprofen", "naproxen"]),
        ("light_sensitive", &["doxycycline"]),
    ] {
        let asked = reader.protocol.texts().text(&format!("question-{question}")).to_lowercase();
        assert!(names.iter().all(|name| asked.contains(name)), "{asked}");
    }
}

#[tokio::test]
async fn a_step_says_how_far_it_is_and_leads_back_to_the_one_before() {
    let pages = steps_of(life("nothing said").await).await;
    let of = pages.len();
    for (place, (id, page)) in pages.iter().enumerate() {
        page.says_with("screening-far", &[("n", (place + 1).into()), ("of", of.into())]);
        match place.checked_sub(1) {
            Some(before) => page.sees(&format!("href=\"/screening/{}\"", pages[before].0)),
            None => page.says("screening-welcome").misses("href=\"/screening/"),
        };
        page.sees(&format!("action=\"/screening/{id}\""));
    }
}

#[tokio::test]
async fn until_all_is_answered_there_is_nowhere_else_to_go() {
    for (_, page) in steps_of(life("nothing said").await).await {
        page.misses("class=\"tabs\"");
    }
    for (_, page) in steps_of(life("planned").await).await {
        page.sees("class=\"tabs\"");
    }
}

#[tokio::test]
async fn whoever_answered_none_of_these_is_told_so_and_what_was_said_is_ticked() {
    let planned = life("waits for a day").await;
    let reader = english(planned);
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    for (id, none) in [("health", true), ("medicines", false)] {
        let step = steps::find(&all, id).unwrap();
        let known = super::step::known(step, &reader.person.record);
        let form = Form::new(crate::fields::Fields::of(known));
        let page = asked(&reader, page::step(&reader, &all, step, &form)).await;
        match none {
            true => page.says("screening-said-none").misses(" checked"),
            false => page
                .is_silent_on("screening-said-none")
                .sees("name=\"retinoid-on-day\" value=\"20\"")
                .sees("name=\"retinoid-on-month\" value=\"10\"")
                .sees("value=\"oral\" checked"),
        };
    }
}

#[tokio::test]
async fn a_refused_step_says_what_to_mend_at_the_top_and_beside_each_line() {
    let nobody = life("nothing said").await;
    let reader = english(nobody);
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    let step = steps::find(&all, "skin").unwrap();
    let mut form = Form::default();
    form.refuse("infection", "screening-not-ticked");
    let page = asked(&reader, page::step(&reader, &all, step, &form)).await;
    page.is(422).says("screening-look-again").says("screening-not-ticked");
    page.says("title-wrong").sees("id=\"infection-problem\"");
    page.sees("aria-describedby=\"infection-problem\"");
    let open = asked(&reader, page::step(&reader, &all, step, &Form::default())).await;
    open.is(200).is_silent_on("screening-look-again").is_silent_on("title-wrong");
}

#[tokio::test]
async fn a_verdict_leads_to_the_plan_only_if_it_allows() {
    for (name, sentence, to_plan) in [
        ("nothing against it", "verdict-proceed", true),
        ("refused", "verdict-do-not-home", false),
        ("waits for a clinician", "verdict-ask-clinician-home", false),
        ("waits for a day", "verdict-wait-until", false),
        ("forbidden by a clinician", "verdict-do-not-home", false),
    ] {
        let page = verdict(name).await;
        page.says(sentence);
        match to_plan {
            true => page.says("screening-to-plan").says("screening-nothing-against"),
            false => {
                page.is_silent_on("screening-to-plan").is_silent_on("screening-nothing-against")
            }
        };
    }
}

#[tokio::test]
async fn only_a_wait_offers_a_reminder_and_names_its_day() {
    let waiting = life("waits for a day").await;
    let say = english(waiting).say.clone();
    let day = say.date("2027-04-20".parse().unwrap());
    let page = verdict("waits for a day").await;
    page.says_with("screening-remind", &[("day", day.clone().into())])
        .says("screening-remind-what");
    page.says_with("screening-until", &[("day", day.into())])
        .sees("href=\"/verdict/reminder.ics\"");
    for name in ["nothing against it", "refused", "not known", "waits for a clinician"] {
        verdict(name).await.is_silent_on("screening-remind").misses("reminder.ics");
    }
}

#[tokio::test]
async fn not_knowing_is_a_reason_of_its_own_named_by_its_question() {
    let page = verdict("not known").await;
    page.is_silent_on("verdict-proceed").is_silent_on("screening-to-plan");
    let english = english(life("not known").await);
    let dont_know = english.say.text("dont-know");
    page.says_with("screening-answered", &[("answer", dont_know.into())]);
    page.says("question-keloid").sees("href=\"/screening/keloid#line-keloid\"");
}

#[tokio::test]
async fn every_reason_says_who_says_so_and_where_the_answer_can_be_changed() {
    for name in LIVES {
        let life = life(name).await;
        let reader = english(life);
        let decided =
            chart::screening::decided::decide(&reader.protocol, life.chart(), &reader.now);
        let Some(decided) = decided else { continue };
        let page = verdict(name).await;
        let findings = decided.decision.findings.len();
        let count = |text: &str| page.text().matches(text).count();
        assert_eq!(count("class=\"finding\""), findings, "{name}");
        let change = reader.say.text("screening-change-answer");
        assert_eq!(count(&change), findings, "{name}");
        page.sees("href=\"/answers\"").says("screening-decided-by");
    }
}

#[tokio::test]
async fn a_clinician_is_asked_about_only_where_one_may_lift_it() {
    // A wait that is longer than skin rests can be shortened by whoever prescribed; a "do not" by nobody.
    for name in ["waits for a clinician", "waits for a day"] {
        verdict(name).await.says("clearance-ask").says("clearance-limits");
    }
    for name in ["refused", "nothing against it"] {
        verdict(name).await.is_silent_on("clearance-ask");
    }
}

#[tokio::test]
async fn what_a_clinician_forbids_is_the_reason_and_can_be_changed() {
    let page = verdict("forbidden by a clinician").await;
    page.says("clearance-told-no-until").says("clearance-told-wait-until");
    page.says("clearance-others").sees("?back=verdict").is_silent_on("screening-to-plan");
    // An answer that asks for nobody has no form; the clinician's word about it has its page.
    page.card("clearance-others").says("clearance-change");
}

#[tokio::test]
async fn skin_that_still_heals_is_said_beside_a_verdict_that_allows() {
    for (name, waits) in [("healing", true), ("nothing against it", false), ("healed", false)] {
        let life = life(name).await;
        let reader = english(life);
        let look = life.chart().look(&reader.protocol, &reader.now).unwrap();
        assert_eq!(!look.standing.is_open(), waits, "{name}");
        let said = crate::locks::headline(&reader, &look.standing, &look.decided);
        let page = verdict(name).await;
        page.says("verdict-proceed").says("screening-to-plan");
        match waits {
            true => page.sees(&said),
            false => page.misses(&said),
        };
    }
}

#[tokio::test]
async fn the_list_of_answers_says_what_is_open_and_has_a_way_to_each_step() {
    for (name, open) in [("nothing said", true), ("planned", false)] {
        let life = life(name).await;
        let page = shown(life, "Answers", "all").await;
        for (step, _) in steps_of(life).await {
            page.sees(&format!("href=\"/screening/{step}\""));
        }
        match open {
            true => page.says("screening-open").says("screening-go-on").misses("href=\"/verdict\""),
            false => page
                .is_silent_on("screening-open")
                .says("screening-to-verdict")
                .sees("href=\"/verdict\""),
        };
    }
}

#[tokio::test]
async fn the_list_of_answers_says_what_was_answered() {
    let page = shown(life("waits for a day").await, "Answers", "all").await;
    let say = english(life("waits for a day").await).say.clone();
    page.says_with("screening-millimetres", &[("mm", 0.3.into())]).says("screening-any-day");
    page.sees(&say.date("1990-04-02".parse().unwrap()));
    page.sees(&say.date("2026-10-20".parse().unwrap()));
    shown(life("not known").await, "Answers", "all").await.says("dont-know");
}
