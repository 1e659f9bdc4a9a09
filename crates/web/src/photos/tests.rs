//! What holds of photographs without a record: words for every refusal, view and hint.

use care::words::Word as _;
use chart::album::view::View;
use photo::intake::{Limits, Refusal};

use super::guide::{self, TAKES};
use crate::album::view_word;
use crate::say::in_english;

#[test]
fn every_refusal_has_its_words_and_they_name_the_limits() {
    let say = in_english().texts().clone();
    for id in Refusal::IDS.into_iter().chain(["none", "view"]) {
        for part in ["what", "why", "next"] {
            let key = format!("photo-refused-{id}-{part}");
            assert!(say.has(&key), "{key} is missing in photos.ftl");
        }
    }
    let limits = Limits::default();
    for (id, limit) in [
        ("pixels", limits.pixels / 1_000_000),
        ("side", limits.side.into()),
        ("small", limits.least_side.into()),
    ] {
        let what = say.text(&format!("photo-refused-{id}-what"));
        assert!(what.contains(&limit.to_string()), "{what} should say {limit}");
    }
    let too_large = say.with("photo-refused-bytes-what", &[("most", 30.into())]);
    assert!(too_large.contains("30"), "{too_large}");
}

#[test]
fn every_view_has_its_word() {
    let say = in_english().texts().clone();
    for view in View::ALL {
        assert!(say.has(&format!("photos-view-{}", view.word())), "{view:?}");
    }
    assert_eq!(view_word(&say, "from below"), "Another view");
}

#[test]
fn the_camera_has_all_its_words_and_names_how_many_it_asks_for() {
    let say = in_english().texts().clone();
    let words = guide::words(&say);
    let all = format!("{words:?}");
    assert!(!all.contains("photos-"), "a word is missing in photos.ftl: {all}");
    assert_eq!(words.counts.last().unwrap(), &format!("{TAKES} of {TAKES}"));
    let said = |id: &str| words.said.iter().find(|(known, _)| *known == id).unwrap().1.as_str();
    for n in 1..TAKES {
        assert!(said(&format!("take-{n}")).starts_with(&format!("{n} of {TAKES}.")));
    }
    assert!(said("take-all").starts_with(&format!("{TAKES} of {TAKES}.")));
}
