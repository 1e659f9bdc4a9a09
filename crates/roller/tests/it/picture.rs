//! Pictures: well-formed, bounded, the same each time.

use roller::picture::{Panel, Tone, Words, png, square, svg};
use roller::{Device, Roller, Rolling, Technique, presets};

fn words() -> Words<'static> {
    Words {
        title: "A <title> & more".into(),
        description: "What was rolled".into(),
        puncture: "a puncture".into(),
        one_of: Box::new(|n| format!("one of {n} punctures")),
        far: "farther than 0.5 mm from any".into(),
        gap: "the largest gap".into(),
        spared: "spared".into(),
    }
}

fn face(needles: u32, passes: u32) -> Rolling {
    let zone = presets::find("face").unwrap().unwrap();
    Rolling::new(
        Device::Roller(Roller::usual(needles, 0.5)),
        zone,
        Technique { passes, ..Technique::default() },
    )
    .unwrap()
}

fn with_panels<T>(rolling: &Rolling, draw: impl Fn(&[Panel<'_>]) -> T) -> T {
    let punctures = rolling.roll(1);
    let results = rolling.measure(&punctures, 1);
    let panel = |title: &str| Panel {
        title: title.into(),
        notes: vec!["a note".into()],
        rolling,
        punctures: &punctures,
        results: &results,
    };
    draw(&[panel("As you rolled"), panel("As advised")])
}

#[test]
fn an_svg_says_what_it_shows_and_has_nothing_inline() {
    let text = with_panels(&face(192, 2), |panels| svg(panels, &words(), Tone::Light));
    assert!(text.starts_with("<svg ") && text.ends_with("</svg>\n"));
    for wanted in [
        "<title>A &lt;title&gt; &amp; more</title>",
        "As advised",
        "the largest gap",
        "spared",
        "1 cm",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    assert!(!text.contains("style=") && !text.contains("<script"));
    assert_eq!(text, with_panels(&face(192, 2), |panels| svg(panels, &words(), Tone::Light)));
}

#[test]
fn a_picture_of_very_many_punctures_stays_small() {
    let text = with_panels(&face(1080, 16), |panels| svg(panels, &words(), Tone::Light));
    assert!(
        text.contains("one of 12 punctures") || text.contains("one of 13 punctures"),
        "thinned out and said so"
    );
    assert!(text.len() < 2_000_000, "{}", text.len());
}

#[test]
fn a_png_is_one() {
    let bytes = with_panels(&face(192, 4), |panels| png(panels, &words()).unwrap());
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.len() > 10_000);
}

#[test]
fn in_the_dark_the_same_is_drawn_on_dark_ground() {
    let drawn = |tone| with_panels(&face(192, 2), |panels| svg(panels, &words(), tone));
    let (light, dark) = (drawn(Tone::Light), drawn(Tone::Dark));
    assert!(light.contains("#FFFFFF") && !dark.contains("#FFFFFF"), "the paper");
    let strokes = |text: &str| text.matches('M').count();
    assert_eq!(strokes(&light), strokes(&dark));
}

#[test]
fn a_square_has_no_letters_but_those_that_tell_it() {
    let text = with_panels(&face(192, 2), |panels| square(&panels[0], &words(), Tone::Dark));
    assert!(text.contains("<title>") && text.contains("<desc>"));
    assert!(!text.contains("<text") && !text.contains("A note"), "{}", &text[..300]);
}
