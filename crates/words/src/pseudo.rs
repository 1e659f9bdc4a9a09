//! The language that is none, for translators and tests: English texts that were changed, with another language's rules.
//!
//! Every letter is another one, so that a word that stands in the code is seen on a page. Every word is twice as long, so
//! that a page that only has room for English is seen. Every word has a capital, so that a name that code puts into the
//! middle of a sentence by making its first letter small is seen. There are three forms of plurals (1, 2 to 4, more), a
//! comma before decimals, a point between thousands, and dates and lists unlike ours ([`RULES`]).

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::{parser, serializer};

/// What it writes its own way.
pub const RULES: &str = include_str!("pseudo.ftl");

/// What stands behind every text that was chosen for 2, 3 or 4.
pub const FEW: &str = " ²";

/// A file of texts in the language that is none. What can't be read stays as it is: whoever reads the file itself tells.
pub(crate) fn file(text: &str) -> String {
    let Ok(mut resource) = parser::parse(text.to_owned()) else { return text.to_owned() };
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter_mut().for_each(change);
                message.attributes.iter_mut().for_each(|attribute| change(&mut attribute.value));
            }
            Entry::Term(term) => change(&mut term.value),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

fn change(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = words(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| change(&mut variant.value));
                variants.extend(few(variants).map(Some).unwrap_or_default());
                put_default_last(variants);
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// The third form of a plural, made from that of many.
fn few(variants: &[Variant<String>]) -> Option<Variant<String>> {
    let named = |name: &str| {
        variants.iter().find(
            |variant| matches!(&variant.key, VariantKey::Identifier { name: own } if own == name),
        )
    };
    named("one")?;
    let mut few = named("other")?.clone();
    few.key = VariantKey::Identifier { name: "few".into() };
    few.default = false;
    few.value.elements.push(PatternElement::TextElement { value: FEW.into() });
    Some(few)
}

fn put_default_last(variants: &mut [Variant<String>]) {
    variants.sort_by_key(|variant| variant.default);
}

/// Every word with a capital, in other letters, each of them twice; digits and signs stay.
fn words(text: &str) -> String {
    let mut changed = String::with_capacity(text.len() * 3);
    let mut within = false;
    for (place, letter) in text.char_indices() {
        match other(letter) {
            Some([small, capital]) => {
                let first = if within && letter.is_lowercase() { small } else { capital };
                changed.extend([first, small]);
            }
            // A figure within a text is written by whoever translates it.
            None if letter == '.' && is_decimal(text, place) => changed.push(','),
            None => changed.push(letter),
        }
        within = letter.is_alphabetic() || (within && matches!(letter, '’' | '\''));
    }
    changed
}

/// Whether a point stands between two digits.
fn is_decimal(text: &str, place: usize) -> bool {
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let (before, after) = text.split_at_checked(place).unwrap_or((text, ""));
    digit(before.chars().next_back()) && digit(after.chars().nth(1))
}

/// The letter that stands for a letter, small and as a capital.
fn other(letter: char) -> Option<[char; 2]> {
    const SMALL: [char; 26] = [
        'ȧ', 'ƀ', 'ƈ', 'ḓ', 'ḗ', 'ƒ', 'ɠ', 'ħ', 'ī', 'ĵ', 'ķ', 'ŀ', 'ḿ', 'ƞ', 'ǿ', 'ƥ', 'ɋ', 'ř',
        'ş', 'ŧ', 'ŭ', 'ṽ', 'ẇ', 'ẋ', 'ẏ', 'ẑ',
    ];
    const CAPITAL: [char; 26] = [
        'Ȧ', 'Ɓ', 'Ƈ', 'Ḓ', 'Ḗ', 'Ƒ', 'Ɠ', 'Ħ', 'Ī', 'Ĵ', 'Ķ', 'Ŀ', 'Ḿ', 'Ƞ', 'Ǿ', 'Ƥ', 'Ɋ', 'Ř',
        'Ş', 'Ŧ', 'Ŭ', 'Ṽ', 'Ẇ', 'Ẋ', 'Ẏ', 'Ẑ',
    ];
    let place = usize::try_from(u32::from(letter.to_ascii_lowercase()).checked_sub(97)?).ok()?;
    Some([*SMALL.get(place)?, *CAPITAL.get(place)?])
}

/// What is left of our own language on a page or in a command's output: words in our letters, names whose first letter was
/// made small, numbers with a point before their decimals. Each is something that code put together.
pub fn left_over(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || ".,’'".contains(letter)));
    let wrong = |word: &&str| ours(word) || made_small(word) || has_point(word);
    words
        .map(|word| word.trim_matches(['.', ',', '’', '\'']))
        .filter(wrong)
        .map(str::to_owned)
        .collect()
}

fn ours(word: &str) -> bool {
    word.chars().any(|letter| letter.is_ascii_alphabetic())
}

fn made_small(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

/// `0.5` is ours; `1.234` is not.
fn has_point(word: &str) -> bool {
    let mut parts = word.split('.');
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    let Some(first) = parts.next() else { return false };
    let rest: Vec<&str> = parts.collect();
    !rest.is_empty()
        && digits(first)
        && rest.iter().all(|part| digits(part))
        && rest.iter().any(|part| part.len() != 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_longer_with_capitals_and_other_letters() {
        assert_eq!(words("one day, it’s 5 mm"), "Ǿǿƞƞḗḗ Ḓḓȧȧẏẏ, Īīŧŧ’şş 5 Ḿḿḿḿ");
        assert_eq!(words("MHz"), "ḾḿĦħẑẑ");
        assert_eq!(words("2.5. 1"), "2,5. 1");
    }

    #[test]
    fn what_is_left_of_english_is_found() {
        assert_eq!(left_over("Ǿǿƞ 0,5 1.234 10.000.000 (12.)"), Vec::<String>::new());
        assert_eq!(left_over("Ǿǿƞ today 0.5 ǿƞ 12.25, mm"), ["today", "0.5", "ǿƞ", "12.25", "mm"]);
    }

    #[test]
    fn a_plural_has_three_forms() {
        let changed = file("n = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n}\n");
        assert!(changed.contains("[few] { $n } Ḓḓȧȧẏẏşş ²"), "{changed}");
        assert!(parser::parse(changed.as_str()).is_ok(), "{changed}");
    }
}
