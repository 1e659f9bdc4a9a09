//! What readers and screen readers get: characters of many scripts, the language, the structure.

use paper::Block;

use crate::{in_order, poppler, sheet, strings, text};

const SCRIPTS: &[&str] = &[
    "Ångström, Żółć, İstanbul, Điện Biên Phủ, naïve cœur, ﬁn",
    "Ελληνικά: μικροβελόνες, ἀρχή",
    "Русский, Українська: Їжак, Ґанок, Њ",
    "0.25 mm ± 5 % ≤ 38 °C → ½ × 3 − 1 µm² “so” ‘it’ – is … €",
    "decomposed: e\u{301} o\u{308} и\u{306}",
];

#[test]
fn scripts_of_europe_are_drawn_and_read_back() {
    let sheet = sheet(SCRIPTS.iter().map(|&line| Block::Text(line.to_owned())).collect());
    assert_eq!(paper::missing(&sheet), Ok(vec![]));
    let Some(text) = text(&sheet) else { return };
    let composed = "decomposed: é ö й";
    let wanted = SCRIPTS.iter().take(4).copied().chain([composed]).collect::<Vec<_>>();
    in_order(
        &text.replace("e\u{301}", "é").replace("o\u{308}", "ö").replace("и\u{306}", "й"),
        &wanted,
    );
}

#[test]
fn what_the_typeface_lacks_is_reported_and_read_back() {
    let others = ["中文", "العربية", "हिन्दी", "🙂"];
    let sheet = sheet(others.iter().map(|&line| Block::Points(strings(&[line]))).collect());
    let missing = paper::missing(&sheet).expect("the typeface is fine");
    for c in others.iter().flat_map(|text| text.chars()) {
        assert!(missing.contains(&c), "{c} is in {missing:?}");
    }
    let Some(text) = text(&sheet) else { return };
    for c in missing {
        assert!(text.contains(c), "{c} is in {text}");
    }
}

#[test]
fn odd_characters_do_no_harm() {
    let odd = "a\u{0}b\u{1b}[31m\tc\u{7f}\u{200b}\u{200d}\u{202e}d\u{feff}e\u{fffe}\u{10ffff}\u{e000}f\u{ad}g\u{301}\u{301}h\u{fe0f}\r\n\r\n\u{2028}end";
    let sheet = sheet(vec![
        Block::Heading(odd.to_owned()),
        Block::Text(odd.to_owned()),
        Block::Table { head: strings(&[odd]), rows: vec![strings(&[odd, odd])] },
    ]);
    if let Some(text) = text(&sheet) {
        in_order(&text, &["end", "end", "end", "end", "end"]);
    }
}

#[test]
fn nothing_in_a_text_is_markup() {
    let like = [
        "#set page(width: 1pt)",
        "*a* _b_ $x$ @c <d> [e] // f",
        "\\input{g} %h &amp; <b>i</b>",
        "(j) Tj ET >> endobj",
    ];
    let sheet = sheet(like.iter().map(|&line| Block::Text(line.to_owned())).collect());
    if let Some(text) = text(&sheet) {
        in_order(&text, &like);
    }
}

#[test]
fn language_title_and_structure_are_inside() {
    let mut sheet = crate::sample::sample();
    sheet.language = "de-AT".to_owned();
    let pdf = paper::render(&sheet).expect("the sheet is fine");
    let raw = String::from_utf8_lossy(&pdf);
    assert!(raw.contains("/Lang (de-AT)") || raw.contains("/Lang(de-AT)"));
    if let Some(info) = poppler("pdfinfo", &[], &pdf) {
        for line in ["Title:           After your session", "Tagged:          yes", "(A4)"] {
            assert!(info.contains(line), "{line} is in {info}");
        }
        assert!(!info.contains("CreationDate"), "{info}");
    }
    let Some(structure) = poppler("pdfinfo", &["-struct-text"], &pdf) else { return };
    in_order(
        &structure,
        &["H1", "After your session", "\n  P", "H2", "\n  L", "LI", "Lbl", "LBody"],
    );
    in_order(
        &structure,
        &["Table", "THead", "TR", "TH", "What", "TBody", "TD", "Make-up", "Figure", "Caption"],
    );
    assert_eq!(
        structure.matches("Not before").count(),
        1,
        "a repeated head is an ornament: {structure}"
    );
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let sheet = crate::sample::sample();
    let first = paper::render(&sheet).expect("the sheet is fine");
    for _ in 0..3 {
        assert_eq!(paper::render(&sheet).as_ref(), Ok(&first));
    }
    let mut other = sheet;
    other.blocks.pop();
    assert_ne!(paper::render(&other).as_ref(), Ok(&first));
}
