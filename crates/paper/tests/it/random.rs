//! Random sheets: never a panic, always a PDF, always the same one.

use paper::{Block, Sheet};
use proptest::{collection::vec, option, prelude::*};

/// Any characters, and what people type.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        vec("[a-zA-ZäéΩж]{1,30}", 0..60).prop_map(|words| words.join(" ")),
        "[ \\n\\t\u{200b}\u{300}-\u{36f}\u{5d0}\u{627}\u{4e2d}]{0,40}",
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let list = || vec(words(), 0..12);
    let cells = || vec(words(), 0..=paper::MOST_COLUMNS);
    prop_oneof![
        words().prop_map(Block::Heading),
        words().prop_map(Block::Text),
        words().prop_map(Block::Note),
        list().prop_map(Block::Points),
        list().prop_map(Block::Ticks),
        (cells(), vec(cells(), 0..12)).prop_map(|(head, rows)| Block::Table { head, rows }),
        (1..50_u32, 1..50_u32, any::<f32>(), words()).prop_map(
            |(width, height, share, caption)| {
                Block::Picture { bytes: crate::pictures::png(width, height), share, caption }
            }
        ),
    ]
}

fn sheets() -> impl Strategy<Value = Sheet> {
    let few = option::of("\\PC{0,40}");
    ("[A-Z]\\PC{0,200}", option::of(words()), any::<String>(), few, vec(block(), 0..12)).prop_map(
        |(title, subtitle, language, made, blocks)| Sheet {
            title,
            subtitle,
            language,
            made,
            blocks,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_becomes_one_pdf(sheet in sheets()) {
        let pdf = paper::render(&sheet);
        prop_assert!(pdf.as_ref().is_ok_and(|pdf| pdf.starts_with(b"%PDF-1.7")), "{pdf:?}");
        prop_assert_eq!(paper::render(&sheet), pdf);
        prop_assert!(paper::missing(&sheet).is_ok());
    }

    #[test]
    fn any_bytes_as_a_picture_are_drawn_or_refused(start in 0..3_usize, bytes in vec(any::<u8>(), 0..300)) {
        let starts: [&[u8]; 3] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b""];
        let mut picture = starts[start].to_vec();
        picture.extend(bytes);
        let block = Block::Picture { bytes: picture, share: 1.0, caption: String::new() };
        drop(paper::render(&crate::sheet(vec![block])));
    }
}
