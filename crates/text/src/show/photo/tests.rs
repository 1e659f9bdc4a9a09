//! What is said of measured photographs, whatever the numbers.

use words::{Language, Worded};

use photo::quality::WhyNot;

use super::*;

/// No change, on skin that appears so.
fn no_change(tone: Tone) -> Comparison {
    let regions = photo::Regions::default();
    let none = photo::compare(&[], &[], &regions, &photo::Settings::default());
    let (delta_ei, sdc) = (Some(0.01), Some(0.03));
    let result = Outcome::NoChange;
    Comparison {
        comparable: true,
        why_not: vec![],
        delta_ei,
        sdc,
        tone: Some(tone),
        result,
        ..none
    }
}

#[test]
fn no_change_on_dark_skin_is_never_said_as_if_it_meant_something() {
    let protocol = Worded::built_in(Language::DEFAULT).unwrap();
    let said = |tone| {
        let said = no_change(tone);
        let whole = in_one_sentence(protocol.texts(), &said, "9 October");
        (whole, Compared::of(protocol.texts(), &said).sentences.join(" "))
    };
    let (light, beneath) = said(Tone::Light);
    assert!(light.contains("No change since 9 October beyond noise"), "{light}");
    assert!(!beneath.contains("skin a photo shows"), "{beneath}");
    assert!(said(Tone::Brown).1.contains("“no change” says less"));
    let (dark, beneath) = said(Tone::Dark);
    assert!(dark.contains("that says nothing"), "{dark}");
    assert!(beneath.contains("“no change” says nothing"), "{beneath}");
}

#[test]
fn every_reason_not_to_compare_has_its_words() {
    let protocol = Worded::built_in(Language::DEFAULT).unwrap();
    for id in WhyNot::IDS {
        let said = reason(protocol.texts(), &WhyNot::read(id, Some(2.0)).unwrap());
        for part in [said.what, said.because, said.change] {
            assert!(part.ends_with('.') && !part.contains(['{', '$']), "{id}: {part}");
        }
    }
}
