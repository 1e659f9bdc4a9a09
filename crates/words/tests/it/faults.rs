//! A language that lacks something is refused, naming file, entry and mend; ours are sound, each with each variant.

use care::protocol::{Fault, Files};
use words::{Language, Worded, built_in};

/// The faults of the built-in protocol after one change in one file.
fn faults_after(file: &str, from: &str, to: &str) -> Vec<Fault> {
    let mut files = built_in();
    let text = files.get(file).unwrap_or_else(|| panic!("{file} is not there")).to_owned();
    assert!(text.contains(from), "{file} does not contain {from:?}");
    files.put(file, text.replacen(from, to, 1));
    faults(&files)
}

fn faults(files: &Files) -> Vec<Fault> {
    Worded::read(files, None, Language::DEFAULT).err().unwrap_or_default()
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

const RULES: &str = "contraindications.toml";
const QUESTIONS: &str = "questions.toml";

#[test]
fn ours_are_sound_with_each_variant_in_each_language() {
    let all: Vec<String> = words::check::all(&built_in()).iter().map(ToString::to_string).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
    for language in Language::all() {
        for variant in [None, Some("cautious")] {
            let read = Worded::read(&built_in(), variant, *language);
            assert!(read.is_ok(), "{language}: {:?}", read.err());
        }
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    let texts = |language| Worded::built_in(language).unwrap().texts().clone();
    let usual = texts(Language::DEFAULT);
    for language in Language::all() {
        let own = texts(*language);
        for key in usual.keys().chain(own.keys()) {
            assert_eq!(own.variables(key), usual.variables(key), "{language}: {key}");
        }
    }
}

#[test]
fn rows_and_sentences_that_lack_something_are_told_at_once() {
    let mut files = built_in();
    for (file, from, to) in [
        (RULES, "\"clinic-lists\"", "\"clinic-list\""),
        ("texts/en/screening.ftl", "rule-keloid =", "rule-keloids ="),
    ] {
        let text = files.get(file).unwrap().replacen(from, to, 1);
        files.put(file, text);
    }
    let all: Vec<String> = faults(&files).iter().map(ToString::to_string).collect();
    for what in ["the source “clinic-list” is unknown", "rule-keloid is missing"] {
        assert!(all.iter().any(|fault| fault.contains(what)), "{what}\n{}", all.join("\n"));
    }
}

#[test]
fn a_language_that_the_program_does_not_speak_is_refused() {
    let mut files = built_in();
    files.put("texts/tlh/words.ftl", "verdict-proceed = Qapla’\n".to_owned());
    let faults = words::check::all(&files);
    assert!(
        faults[0].file == "texts/tlh" && faults[0].what.contains("does not speak"),
        "{faults:?}"
    );
    assert!(words::Editions::read(&files, false).is_err());
}

#[test]
fn a_text_that_the_program_has_itself_is_there_twice() {
    let file = "texts/en/words.ftl";
    refuses(
        file,
        "wait-minute =",
        "sheet-title = Ours\nwait-minute =",
        file,
        "sheet-title",
        "twice",
    );
}

#[test]
fn a_warning_sign_without_advice_is_refused() {
    let advice = "    .action = Do not squeeze it. Keep it clean and cover nothing with make-up.\n";
    let text = "texts/en/healing.ftl";
    let what = "the text flag-pus.action is missing";
    refuses(text, advice, "", "triage.toml", "flag pus", what);
}

#[test]
fn a_name_without_its_form_within_a_sentence_is_refused() {
    let text = "texts/en/healing.ftl";
    let what = "the text flag-pus.within is missing";
    refuses(text, "    .within = pus\n", "", "triage.toml", "flag pus", what);
}

#[test]
fn brackets_without_end_are_refused_and_do_not_end_the_program() {
    let mut files = built_in();
    files.put("texts/en/words.ftl", "x = {{".repeat(100_000));
    let faults = faults(&files);
    assert!(faults.iter().any(|fault| fault.what.contains("nested too deeply")), "{faults:?}");
}

#[test]
fn no_mutated_protocol_makes_the_check_panic() {
    let files = built_in();
    let mut random = testkit::Random::new(11);
    let names: Vec<String> = files.iter().map(|(name, _)| name.to_owned()).collect();
    for _ in 0..150 {
        let name = &names[random.below(names.len() as u64) as usize];
        let mut text: Vec<char> = files.get(name).unwrap().chars().collect();
        for _ in 0..=random.below(3) {
            let place = random.below(text.len() as u64) as usize;
            match random.below(3) {
                0 => drop(text.remove(place)),
                1 => text.insert(place, ['"', '{', '\n', '9', '['][random.below(5) as usize]),
                _ => text.truncate(place),
            }
            if text.is_empty() {
                break;
            }
        }
        let mut mutated = files.clone();
        mutated.put(name, text.into_iter().collect());
        let _ = faults(&mutated);
    }
}

#[test]
fn an_unknown_text_is_refused() {
    refuses(
        "texts/en/screening.ftl",
        "rule-keloid =",
        "rule-keloids =",
        RULES,
        "rule keloid",
        "rule-keloid is missing",
    );
}

#[test]
fn a_text_without_its_variable_is_refused() {
    refuses(
        "texts/en/healing.ftl",
        "triage-fine =",
        "triage-fine = All is well\ntriage-fine-x =",
        "protocol",
        "text triage-fine",
        "lacks its variable $day",
    );
}

#[test]
fn a_verdict_that_does_not_say_until_when_is_refused() {
    refuses(
        "texts/en/words.ftl",
        "wait until { $until }",
        "wait",
        "protocol",
        "verdict-wait-until",
        "lacks its variable $until",
    );
}

#[test]
fn a_text_with_a_variable_nobody_fills_in_is_refused() {
    refuses(
        "texts/en/screening.ftl",
        "rule-keloid =",
        "rule-keloid = { $name }",
        RULES,
        "rule keloid",
        "uses $name",
    );
}

#[test]
fn a_text_file_that_cannot_be_read_names_its_line() {
    let faults = faults_after("texts/en/screening.ftl", "rule-keloid =", "rule-keloid");
    assert!(
        faults[0].file.ends_with("screening.ftl") && faults[0].entry.contains("line "),
        "{faults:?}"
    );
}

#[test]
fn a_group_without_its_heading_is_refused() {
    let (from, to) = ("group = \"before\"", "group = \"earlier\"");
    let what = "the text group-earlier.why is missing";
    refuses(QUESTIONS, from, to, QUESTIONS, "question radiotherapy", what);
}

#[test]
fn a_heading_without_its_group_is_refused() {
    let texts = "texts/en/screening.ftl";
    let what = "group-healthy in texts/en/screening.ftl belongs to no group";
    refuses(texts, "group-health =", "group-healthy =", "protocol", "group healthy", what);
}

#[test]
fn a1_grams_without_a_product_are_refused() {
    let what = "says how many grams, but not of what";
    let (file, from) = ("texts/en/programme.ftl", "lidocaine 2.5 % and prilocaine 2.5 %");
    refuses(file, from, "numbing cream", "protocol", "text cream.how", what);
}
