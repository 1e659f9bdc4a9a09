//! `photo compare` and `photo check`: two drawn photos of a fictional person, as files.

use photo::drawing::{View, draw_jpeg};
use photo::quality::WhyNot;

use super::desk::Desk;

/// On the drawing: a cheek, the skin around it.
const WHERE: [&str; 4] = ["--region", "720,860,120,120", "--reference", "660,800,240,240"];

fn with_photos() -> Desk {
    let desk = Desk::empty();
    for (name, seed) in [("before.jpg", 1), ("after.jpg", 2), ("third.jpg", 3)] {
        std::fs::write(desk.folder.join(name), draw_jpeg(View::Front, 0.0, seed).unwrap()).unwrap();
    }
    desk
}

#[test]
fn compare_prints_the_stable_json_and_never_calls_unchanged_skin_changed() {
    let desk = with_photos();
    let compare = [&["photo", "compare", "before.jpg", "after.jpg", "--json"][..], &WHERE].concat();
    let json = desk.runs(&compare).json();
    let keys: Vec<&String> = json.as_object().unwrap().keys().take(7).collect();
    let wanted = ["comparable", "why_not", "registration", "delta_ei", "sdc", "delta_a", "result"];
    assert_eq!(keys, wanted);
    assert!(
        ["no-change-beyond-noise", "not-comparable"].contains(&json["result"].as_str().unwrap()),
        "{json}"
    );
    if json["comparable"] == true {
        assert_eq!(json["noise"], "prior");
        assert!(json["registration"]["inliers"].as_u64().unwrap() >= 60);
    }
    let more = desk.runs(&[&compare[..], &["--after", "third.jpg"]].concat()).json();
    assert!(more["result"].is_string());
}

#[test]
fn compare_writes_a_report_once() {
    let desk = with_photos();
    let compare =
        [&["photo", "compare", "before.jpg", "before.jpg", "-o", "report.pdf"][..], &WHERE]
            .concat();
    let said = desk.runs(&compare);
    said.says(&["No change that could be told from noise", "cautious guess", "can’t say why"]);
    let pdf = std::fs::read(desk.folder.join("report.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
    desk.runs(&compare).refuses(&["report.pdf", "new file"]);
}

#[test]
fn without_reference_it_says_why_and_what_to_do() {
    let desk = with_photos();
    let said =
        desk.runs(&["photo", "compare", "before.jpg", "after.jpg", "--region", "720,860,120,120"]);
    said.says(&[
        "These photos can’t be compared.",
        "No reference skin",
        "can’t be measured",
        "What to do",
    ]);
}

#[test]
fn what_is_no_photo_is_refused() {
    let desk = with_photos();
    desk.writes("text.jpg", "no photo");
    desk.runs(&["photo", "check", "text.jpg"]).refuses(&["text.jpg"]);
    desk.runs(&["photo", "check", "nobody.jpg"]).refuses(&["nobody.jpg", "check the name"]);
    desk.runs(&["photo", "check", "before.jpg"]).says(&["can be measured", "1200 × 1600"]);
    let odd = ["photo", "compare", "before.jpg", "after.jpg", "--region", "1,2,3"];
    assert_eq!(desk.runs(&odd).code, 2);
}

#[test]
fn every_reason_and_every_result_has_its_words() {
    let protocol = words::Worded::built_in(words::Language::DEFAULT).unwrap();
    for id in WhyNot::IDS {
        for part in ["", ".because", ".change"] {
            let key = format!("photo-not-{id}{part}");
            assert!(protocol.texts().has(&key), "{key}");
        }
    }
    let results = [
        "decrease-beyond-noise",
        "increase-beyond-noise",
        "no-change-beyond-noise",
        "not-comparable",
    ];
    for word in results {
        assert!(protocol.texts().has(&format!("photo-result-{word}")), "{word}");
    }
}
