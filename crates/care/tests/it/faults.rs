//! `protocol check`: ours is sound, and one of each kind of fault is refused, naming file, entry and mend.

use care::Protocol;
use care::protocol::{Fault, Files};

/// The faults of the built-in protocol after one change in one file.
fn faults_after(file: &str, from: &str, to: &str) -> Vec<Fault> {
    let mut files = Files::built_in();
    let text = files.get(file).unwrap_or_else(|| panic!("{file} is not there")).to_owned();
    assert!(text.contains(from), "{file} does not contain {from:?}");
    files.put(file, text.replacen(from, to, 1));
    Protocol::read(&files, None).err().unwrap_or_default()
}

fn refuses(file: &str, from: &str, to: &str, in_file: &str, entry: &str, what: &str) {
    let faults = faults_after(file, from, to);
    let found = faults.iter().any(|fault| {
        fault.file == in_file
            && fault.entry.contains(entry)
            && fault.what.contains(what)
            && !fault.mend.is_empty()
    });
    let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(found, "expected {in_file}: {entry}: {what}\nfound:\n{}", all.join("\n"));
}

#[test]
fn ours_is_sound_with_each_variant() {
    let files = Files::built_in();
    for variant in [None, Some("cautious")] {
        let faults = Protocol::read(&files, variant).err().unwrap_or_default();
        let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{}", all.join("\n"));
    }
}

const RULES: &str = "contraindications.toml";

#[test]
fn an_unknown_source_is_refused() {
    refuses(
        RULES,
        "\"clinic-lists\"",
        "\"clinic-list\"",
        RULES,
        "rule",
        "the source “clinic-list” is unknown",
    );
}

#[test]
fn an_entry_without_a_source_is_refused() {
    let keloid = "[[rule]]\nid = \"x\"\nquestion = \"keloid\"\nanswers = [\"no\"]\nhome = \"do-not\"\nclinic = \"do-not\"\nevidence = { sources = [] }\n\n[[rule]]";
    refuses(RULES, "[[rule]]", keloid, RULES, "rule x", "no source is named");
}

#[test]
fn an_impossible_window_is_refused() {
    refuses(
        "programme.toml",
        "not-before = \"6 weeks\"",
        "not-before = \"60 weeks\"",
        "programme.toml",
        "rhythm",
        "its window is impossible",
    );
}

#[test]
fn a_question_that_no_rule_reads_is_refused() {
    let question = "[[question]]\nid = \"smoker\"\nanswers = [\"no\", \"yes\"]\nevidence = { sources = [\"article\"] }\n\n[[question]]";
    refuses(
        "questions.toml",
        "[[question]]",
        question,
        "questions.toml",
        "question smoker",
        "no rule reads this question",
    );
}

#[test]
fn a_verdict_that_no_answer_reaches_is_refused() {
    let mut files = Files::built_in();
    let text = files
        .get(RULES)
        .unwrap()
        .replace("\"ask-clinician\"", "\"do-not\"")
        .replace("wait = \"12 months\"\n", "");
    files.put(RULES, text);
    let faults = Protocol::read(&files, None).err().unwrap_or_default();
    assert!(
        faults.iter().any(|fault| fault.what.contains("no answer reaches this verdict")),
        "{faults:?}"
    );
}

#[test]
fn rules_that_contradict_each_other_are_refused() {
    let twice = "[[rule]]\nid = \"keloid-again\"\nquestion = \"keloid\"\nanswers = [\"yes\"]\nhome = \"ask-clinician\"\nclinic = \"proceed\"\nevidence = { sources = [\"article\"] }\n\n[[rule]]";
    refuses(
        RULES,
        "[[rule]]",
        twice,
        RULES,
        "rule keloid",
        "it reads the same answer as rule keloid-again",
    );
}

#[test]
fn overlapping_windows_are_refused() {
    let files = Files::built_in();
    let text = files.get("aftercare.toml").unwrap();
    let row = text
        .split("[[product]]")
        .find(|row| row.contains("class = \"retinoid\""))
        .expect("a retinoid row");
    let id = row.split("id = \"").nth(1).unwrap().split('"').next().unwrap();
    let again = format!("[[product]]{}", row.replacen(id, "again", 1));
    let again = again.split("\n#").next().unwrap().to_owned();
    refuses(
        "aftercare.toml",
        "[[product]]",
        &format!("{again}\n\n[[product]]"),
        "aftercare.toml",
        "product",
        "its window overlaps",
    );
}

#[test]
fn windows_that_contradict_each_other_are_refused() {
    let files = Files::built_in();
    let text = files.get("aftercare.toml").unwrap();
    let place = text.find("class = \"retinoid\"").unwrap();
    let wait = text[place..]
        .split("not-before = \"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let changed = format!(
        "{}{}",
        &text[..place],
        text[place..].replacen(&format!("not-before = \"{wait}\""), "not-before = \"9 weeks\"", 1)
    );
    let mut files = files.clone();
    files.put("aftercare.toml", changed);
    let faults = Protocol::read(&files, None).err().unwrap_or_default();
    assert!(
        faults.iter().any(|fault| fault.what.contains("contradicts that of shorter needles")),
        "{faults:?}"
    );
}

#[test]
fn a_length_over_a_ceiling_is_refused() {
    refuses(
        "programme.toml",
        "clinic-mm = [1.0, 1.5]",
        "clinic-mm = [1.0, 2.5]",
        "programme.toml",
        "goal",
        "is over the ceiling",
    );
    let files = Files::built_in();
    let text = files.get("areas.toml").unwrap();
    let eyelids = text.split("[[area]]").find(|row| row.contains("id = \"eyelids\"")).unwrap();
    let from = format!("[[area]]{eyelids}");
    let to = from.replace("ceiling-mm = 0.5", "ceiling-mm = 0.75");
    refuses("areas.toml", &from, &to, "areas.toml", "eyelids", "over 0.5 mm");
}

#[test]
fn a_rule_milder_at_home_than_in_a_clinic_is_refused() {
    let milder = "[[rule]]\nid = \"milder\"\nquestion = \"keloid\"\nanswers = [\"no\"]\nhome = \"proceed-with-care\"\nclinic = \"do-not\"\nevidence = { sources = [\"article\"] }\n\n[[rule]]";
    refuses(RULES, "[[rule]]", milder, RULES, "rule milder", "more permissive at home");
}

#[test]
fn a_row_that_cannot_be_read_names_its_line() {
    let faults = faults_after(RULES, "home = \"do-not\"", "home = \"donot\"");
    assert!(
        faults[0].entry.contains("line ") && faults[0].what.contains("unknown variant"),
        "{faults:?}"
    );
}

#[test]
fn a_protocol_without_aftercare_is_refused() {
    let mut files = Files::built_in();
    files.put("aftercare.toml", String::new());
    let faults = Protocol::read(&files, None).err().unwrap_or_default();
    assert!(faults.iter().any(|fault| fault.entry == "product retinoid"), "{faults:?}");
}

#[test]
fn brackets_without_end_are_refused_and_do_not_end_the_program() {
    for open in ["x = {a=", "x = [["] {
        let mut files = Files::built_in();
        files.put(RULES, open.repeat(100_000));
        let faults = Protocol::read(&files, None).err().unwrap_or_default();
        assert!(
            faults.iter().any(|fault| fault.what.contains("nested too deeply")),
            "{open}: {faults:?}"
        );
    }
}

#[test]
fn an_answer_that_no_rule_reads_is_refused() {
    refuses(
        RULES,
        "answers = [\"trying\", ",
        "answers = [",
        "questions.toml",
        "question pregnancy",
        "no rule reads its answer “trying”",
    );
}

#[test]
fn a_rule_milder_than_the_article_it_follows_is_refused() {
    let pregnancy = "home = \"do-not\"\nclinic = \"do-not\"\n[rule.evidence]\nsources = [\"article\", \"clinic-lists\", \"skinpen-label\", \"pregnancy";
    let milder = pregnancy.replace("do-not", "proceed-with-care");
    refuses(RULES, pregnancy, &milder, RULES, "rule pregnancy", "milder than the article");
}

const QUESTIONS: &str = "questions.toml";

#[test]
fn a_group_torn_apart_is_refused() {
    let (own, torn) = ("id = \"moles\"\ngroup = \"marks\"", "id = \"moles\"\ngroup = \"before\"");
    let what = "its group “before” is torn apart";
    refuses(QUESTIONS, own, torn, QUESTIONS, "question radiotherapy", what);
}

#[test]
fn a_question_that_one_setting_leaves_out_may_not_decide() {
    let (from, to) = ("group = \"health\"", "group = \"health\"\nsetting = \"clinic\"");
    let what = "one setting leaves it out";
    refuses(QUESTIONS, from, to, QUESTIONS, "question pregnancy", what);
}

#[test]
fn a_day_ahead_that_counts_as_harmless_is_refused() {
    let (from, to) = ("future = \"ongoing\"", "future = \"never\"");
    refuses(
        QUESTIONS,
        from,
        to,
        QUESTIONS,
        "question radiotherapy",
        "a day ahead counts as “never”",
    );
}

#[test]
fn a_pause_that_no_step_names_is_refused() {
    let (from, to) = ("\"preparation-acids\"", "\"preparation-acid\"");
    refuses(RULES, from, to, RULES, "rule using-acids", "the step “acid”, which does not exist");
}

#[test]
fn a_place_that_nobody_knows_is_refused() {
    let (from, to) = ("answers = [\"eyelids\"]", "answers = [\"elbows\"]");
    refuses(RULES, from, to, RULES, "rule eyelids", "parts of the body");
}

#[test]
fn a11_an_alternative_that_may_contradict_a_finding_is_refused() {
    let file = "alternatives.toml";
    let what = "it may contradict the finding recent-scar";
    refuses(file, "\"recent-scar\", ", "", file, "alternative", what);
}

#[test]
fn a_scale_that_nobody_can_score_on_is_refused() {
    let results = "results.toml";
    for (from, to, what) in [
        ("range = [0.0, 84.0]", "range = [84.0, 0.0]", "the range is not possible"),
        ("range = [0.0, 84.0]", "range = [0.0, 84.5]", "the range is not possible"),
        ("noise = 4.0", "noise = 0.0", "the noise is not possible"),
        ("noise = 4.0", "noise = 85.0", "the noise is not possible"),
    ] {
        refuses(results, from, to, results, "scale goodman-baron-quantitative", what);
    }
}

#[test]
fn passes_over_the_cap_are_refused() {
    let programme = "programme.toml";
    let what = "its most passes make 260 punctures per cm², over the cap of 250";
    refuses(programme, "passes = [4, 8]", "passes = [4, 17]", programme, "goal", what);
}

#[test]
fn an_area_without_any_rule_is_refused() {
    let what = "no rule refuses a needle that is too long for it";
    let (from, to) = ("question = \"needle-length\"", "question = \"keloid\"");
    refuses(RULES, from, to, "areas.toml", "area forehead", what);
}

#[test]
fn a_warning_sign_without_level_or_group_is_refused() {
    let file = "triage.toml";
    let row = "id = \"pus\"\ngroup = \"today\"\nlevel = \"same-day\"";
    let without = |line: &str| row.replace(&format!("\n{line}"), "");
    refuses(file, row, &without("level = \"same-day\""), file, "line", "missing field `level`");
    refuses(file, row, &without("group = \"today\""), file, "line", "missing field `group`");
    let milder = row.replace("same-day", "watch");
    refuses(file, row, &milder, file, "flag pus", "its level is watch, and its group today");
}

#[test]
fn a_question_that_rules_the_cream_out_can_not_be_misspelt_or_left_out() {
    let (file, asks) = ("preparation.toml", "asks = [\"anaesthetic_allergy\", \"cream_risk\"]");
    let what = "it asks cream_risks, which is no question";
    refuses(file, asks, &asks.replace("risk", "risks"), file, "cream cream", what);
    let (only, what) = ("asks = [\"anaesthetic_allergy\"]", "which does not read it");
    refuses(file, asks, only, "questions.toml", "question cream_risk", what);
}

#[test]
fn a_source_that_supports_nothing_is_refused() {
    let idle = "[[source]]\nid = \"idle\"\ncitation = \"Read once\"\nkind = \"custom\"\ngrade = \"opinion\"\n\n[[source]]\nid = \"article\"";
    let (file, what) = ("sources.toml", "no entry rests on it");
    refuses(file, "[[source]]\nid = \"article\"", idle, file, "source idle", what);
}

#[test]
fn a10_a_rule_that_lets_a_session_begin_before_its_pause_is_refused() {
    let (from, what) =
        ("wait = \"preparation-retinoid\"", "before the step retinoid could be done");
    refuses(RULES, from, "wait = \"2 days\"", RULES, "rule using-retinoid", what);
}

#[test]
fn a8_a_product_that_a_rhythm_never_allows_has_to_be_named_by_it() {
    let (file, what) = ("programme.toml", "waits longer than until the next session");
    refuses(file, "\"make-up\", ", "", file, "rhythm home-daily", what);
    let what = "is named under not-with but is possible";
    refuses(
        file,
        "not-with = [\"vitamin-c\",",
        "not-with = [\"make-up\", \"vitamin-c\",",
        file,
        "rhythm home-gentle",
        what,
    );
}

#[test]
fn rows_of_one_length_are_a_choice_or_one_too_many() {
    let file = "programme.toml";
    refuses(file, "choice = \"daily\"\n", "", file, "rhythm home-daily", "overlaps");
}
