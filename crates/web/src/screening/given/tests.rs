//! Every answer survives its form; what is missing, impossible or said twice is told at its field.

use care::measure::NeedleLength;
use care::words::ProductClass;
use chart::screening::given::Given;
use jiff::civil::{Date, date};
use serde_json::json;
use store::records::Answers;

use super::*;
use crate::fields::Fields;
use crate::form::Fault;
use crate::say::{Say, in_english};

const TODAY: Date = date(2026, 12, 5);

fn form(pairs: &[(&str, &str)]) -> Fields {
    Fields::of(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())))
}

fn say() -> Say {
    in_english().texts().clone()
}

fn line(id: &str, pairs: &[(&str, &str)]) -> Result<Option<Given>, Fault> {
    let (protocol, fields) = (in_english(), form(pairs));
    let reader = Answering { fields: &fields, today: TODAY, born: Some(date(1988, 4, 2)) };
    reader.line(protocol.find_question(id).unwrap().1)
}

fn wrong(id: &str, pairs: &[(&str, &str)]) -> (String, String) {
    let fault = line(id, pairs).unwrap_err();
    let sentence = fault.wrong.told(&say());
    (fault.field, sentence)
}

/// The retinoid of a day, ticked.
fn stopped(day: [&str; 3]) -> [(&str, &str); 6] {
    [
        ("retinoid", "ticked"),
        ("retinoid", "stopped"),
        ("retinoid-on-day", day[0]),
        ("retinoid-on-month", day[1]),
        ("retinoid-on-year", day[2]),
        ("retinoid-detail", "oral"),
    ]
}

#[test]
fn every_answer_of_every_question_survives_its_form() {
    let (protocol, say) = (in_english(), say());
    for question in protocol.questions() {
        let mut all = vec![Given::Unknown, Given::harmless(question)];
        all.extend(question.answers.iter().cloned().map(Given::Word));
        if question.products {
            all.push(Given::Products(vec![ProductClass::Acids, ProductClass::Sun]));
        }
        if let Some(dated) = &question.dated {
            let details = dated.words.iter().cloned().map(Some).chain([None]);
            let on = date(2026, 9, 1);
            all.extend(details.map(|detail| Given::Dated { on, detail, length: None }));
            let length = dated.length.as_ref().and_then(|_| NeedleLength::from_mm(1.5));
            all.push(Given::Dated { on, detail: None, length });
        }
        for given in all {
            let fields = Fields::of(fields(&given, question));
            let reader = Answering { fields: &fields, today: TODAY, born: None };
            let read = reader.line(question).unwrap().unwrap_or(Given::harmless(question));
            assert_eq!(read, given, "{}", question.id);
            let words = words(&given, question, &say, protocol.texts());
            assert!(!words.contains("answer-"), "{words}");
        }
    }
}

#[test]
fn a_line_that_says_nothing_is_no_answer() {
    let protocol = in_english();
    for question in protocol.questions() {
        assert_eq!(line(&question.id, &[]), Ok(None), "{}", question.id);
    }
    assert_eq!(line("infection", &[("infection", "yes")]), Ok(Some(Given::Word("yes".into()))));
    let both = [("infection", "yes"), ("infection", "unknown")];
    assert_eq!(line("infection", &both), Ok(Some(Given::Unknown)), "not knowing wins");
}

#[test]
fn what_a_tick_leaves_open_is_asked_at_its_field() {
    assert_eq!(wrong("retinoid", &[("retinoid", "ticked")]).0, "retinoid");
    assert_eq!(
        wrong("retinoid", &[("retinoid", "ticked"), ("retinoid", "stopped")]).0,
        "retinoid-on"
    );
    assert_eq!(wrong("sunburn", &[("sunburn", "ticked")]).0, "sunburn-on");
    let [ticked, way, day, month, year, _] = stopped(["1", "9", "2026"]);
    assert_eq!(wrong("retinoid", &[ticked, way, day, month, year]).0, "retinoid-detail");
    let oral = Given::Dated { on: date(2026, 9, 1), detail: Some("oral".into()), length: None };
    assert_eq!(line("retinoid", &stopped(["1", "9", "2026"])), Ok(Some(oral)));
    assert_eq!(
        line("retinoid", &[ticked, ("retinoid", "never")]),
        Ok(Some(Given::Word("never".into())))
    );
}

#[test]
fn a_choice_under_a_line_that_is_not_ticked_is_asked_about() {
    let [_, way, rest @ ..] = stopped(["1", "9", "2026"]);
    let sentence = wrong("retinoid", &[way]).1;
    assert!(sentence.contains("did not tick the line"), "{sentence}");
    assert_eq!(wrong("retinoid", &rest), ("retinoid".into(), sentence));
}

#[test]
fn impossible_days_are_told_at_their_day() {
    for (day, says) in [
        (["31", "2", "2026"], "28 days"),
        (["1", "1", "1980"], "before you were born"),
        (["1", "1", "1666"], "too long ago"),
        (["1", "", "2026"], "the day, the month and the year"),
        (["1", "9", "26"], "four digits"),
    ] {
        let (field, sentence) = wrong("retinoid", &stopped(day));
        assert_eq!(field, "retinoid-on");
        assert!(sentence.contains(says), "{day:?}: {sentence}");
    }
}

#[test]
fn a_day_ahead_is_told_unless_it_is_the_end_of_what_goes_on() {
    let ahead = [("sunburn", "ticked"), ("sunburn-on-day", "6"), ("sunburn-on-month", "12")];
    let ahead = [&ahead[..], &[("sunburn-on-year", "2026")]].concat();
    let (field, sentence) = wrong("sunburn", &ahead);
    assert_eq!(field, "sunburn-on");
    assert!(sentence.contains("still to come"), "{sentence}");
    let on = date(2026, 12, 6);
    let ends = Given::Dated { on, detail: Some("oral".into()), length: None };
    assert_eq!(line("retinoid", &stopped(["6", "12", "2026"])), Ok(Some(ends)));
}

#[test]
fn needles_have_a_length_that_can_be_or_none_is_known() {
    let needled = |mm: &'static str| {
        line(
            "last_needling",
            &[
                ("last_needling", "ticked"),
                ("last_needling-on-day", "1"),
                ("last_needling-on-month", "9"),
                ("last_needling-on-year", "2026"),
                ("last_needling-detail", "yes"),
                ("last_needling-mm", mm),
            ],
        )
    };
    let with = |length| Given::Dated { on: date(2026, 9, 1), detail: Some("yes".into()), length };
    assert_eq!(needled("0,5"), Ok(Some(with(NeedleLength::from_mm(0.5)))));
    assert_eq!(needled(""), Ok(Some(with(None))));
    assert_eq!(needled("7").unwrap_err().field, "last_needling-mm");
}

#[test]
fn a_day_that_nobody_knows_is_not_known_and_not_a_day_as_well() {
    let undated = ("retinoid-undated", "yes");
    let [ticked, way, ..] = stopped(["", "", ""]);
    assert_eq!(line("retinoid", &[ticked, way, undated]), Ok(Some(Given::Unknown)));
    let mut both = stopped(["1", "9", "2026"]).to_vec();
    both.push(undated);
    assert!(wrong("retinoid", &both).1.contains("Which is it?"));
}

#[test]
fn a_page_on_which_nothing_was_said_is_never_fine() {
    let protocol = in_english();
    let read = |pairs: &[(&str, &str)]| {
        let fields = form(pairs);
        let reader = Answering { fields: &fields, today: TODAY, born: None };
        Lines::read(&reader, protocol.questions())
    };
    let (nothing, something) = (read(&[]), read(&[("infection", "yes")]));
    assert!(nothing.unclear(Pressed::On).is_some());
    assert!(something.unclear(Pressed::None).is_some());
    assert_eq!((nothing.unclear(Pressed::None), something.unclear(Pressed::On)), (None, None));
    let taken = |lines: &Lines<'_>, pressed| {
        let mut answers: Answers = [("infection".to_owned(), json!("yes"))].into();
        answers.insert("keloid".into(), json!("no"));
        lines.take(&mut answers, pressed, |_| false);
        answers
    };
    let draft = taken(&nothing, Pressed::Draft);
    assert_eq!(draft.keys().collect::<Vec<_>>(), ["keloid"], "what is no longer ticked is open");
    assert_eq!(taken(&something, Pressed::Draft).len(), 2);
    let all = protocol.questions().len();
    assert_eq!(taken(&nothing, Pressed::None)["infection"], "no");
    let on = taken(&something, Pressed::On);
    assert_eq!((on.len(), &on["infection"]), (all, &json!("yes")));
    let wrong = read(&[("retinoid", "ticked"), ("infection", "yes")]);
    assert!(!taken(&wrong, Pressed::On).contains_key("retinoid"), "a wrong line is open");
}
