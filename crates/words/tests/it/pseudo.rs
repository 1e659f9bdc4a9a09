//! The language that is none has rules unlike ours, and code obeys them.

use care::measure::Wait;
use care::words::{Sign, Word as _};
use jiff::civil::{date, time};
use words::pseudo::{FEW, left_over};
use words::{Language, Worded, Wording};

fn pseudo() -> Wording {
    Worded::built_in(Language::PSEUDO).unwrap().texts().clone()
}

#[test]
fn no_text_without_variables_has_a_word_of_ours_or_a_small_letter_at_a_head() {
    let (texts, usual) = (pseudo(), Worded::built_in(Language::DEFAULT).unwrap());
    // Its own name is in the reader's words.
    let plain = texts.keys().filter(|key| texts.variables(key).is_some_and(|all| all.is_empty()));
    for key in plain.filter(|key| *key != "language-name") {
        let text = texts.text(key);
        let words = left_over(&text);
        assert!(words.is_empty(), "{key}: {words:?} of {text:?}");
        let (own, ours) = (text.chars().count(), usual.texts().text(key).chars().count());
        assert!(own >= ours, "{key}: {text:?}");
    }
}

#[test]
fn a_length_of_time_has_three_forms() {
    let texts = pseudo();
    let forms = [1, 2, 4, 5].map(|count| texts.wait(Wait::days(count)).ends_with(FEW));
    assert_eq!(forms, [false, true, true, false]);
    assert_ne!(texts.wait(Wait::days(1)).len(), texts.wait(Wait::days(5)).len());
}

#[test]
fn numbers_have_a_comma_before_decimals_and_a_point_between_thousands() {
    let texts = pseudo();
    assert_eq!(texts.number(1234.5), "1.234,5");
    assert_eq!(texts.fixed(0.25, 1), "0,2");
    assert_eq!(texts.signed(-0.125, 2), "−0,12");
    assert_eq!(texts.signed(0.001, 2), "0,00");
    assert!(texts.with("unit-mm", &[("n", 0.25.into())]).starts_with("0,25 "));
}

#[test]
fn dates_and_lists_are_put_together_its_own_way() {
    let texts = pseudo();
    assert!(
        texts.date(date(2026, 12, 5)).starts_with("5. ")
            && texts.date(date(2026, 12, 5)).ends_with("’2026")
    );
    assert_eq!(texts.time(time(8, 5, 0, 0)), "08·05");
    assert_eq!(texts.list(["1", "2", "3"]), "1; 2; 3");
    assert_eq!(texts.list(Vec::<String>::new()), "");
}

#[test]
fn a_name_within_a_sentence_is_as_the_language_has_it() {
    let texts = pseudo();
    for sign in Sign::ALL {
        let within = texts.text(&format!("sign-{}.within", sign.word()));
        assert!(within.chars().next().is_some_and(char::is_uppercase), "{within}");
    }
}
