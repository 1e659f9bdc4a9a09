//! A sheet as the program makes them, with everything that a sheet can hold. It is written to the folder for tests, to be
//! looked at: `target/tmp/sample.pdf`.

use paper::{Block, Sheet};

use crate::{in_order, pictures, strings, text};

/// About two pages.
pub fn sample() -> Sheet {
    Sheet {
        title: "After your session".to_owned(),
        subtitle: Some("Saturday 5 December 2026 · face · roller, 0.25 mm".to_owned()),
        language: "en".to_owned(),
        made: Some("Made on 23 November 2026 with the protocol needlewise 1.0.0. No medical device, no diagnosis.".to_owned()),
        blocks: vec![
            Block::Text("Your skin has thousands of tiny channels in it. They close within hours, and the redness leaves within days. This sheet says what to do on each of them; hang it beside the mirror.".to_owned()),
            Block::Note("Call a doctor the same day if the redness spreads or grows after day 2, if there is pus, or if you have a fever above 38 °C. Emergency: 112.".to_owned()),
            Block::Heading("The first three days".to_owned()),
            Block::Points(strings(&[
                "Gentle cleanser and plain cream only, until tomorrow 10:00.",
                "No sun and no sweat: no sauna, no sport, no pool. If you must go out, a hat and shade come before any cream, as the skin takes up what is put on it.",
                "Hands washed first; a fresh pillowcase tonight.",
            ])),
            Block::Heading("When again?".to_owned()),
            Block::Table {
                head: strings(&["What", "Not before", "Why", "Who says so"]),
                rows: vec![
                    strings(&["Make-up", "Sun 6 Dec 10:00", "The channels close within hours; colour and germs should stay out until they have.", "article (expert opinion)"]),
                    strings(&["Vitamin C", "Wed 9 Dec", "Acid on open skin stings and may start an allergy.", "case report"]),
                    strings(&["Retinoid", "Sat 12 Dec", "It thins the layer that is growing back.", "label; three clinics, 3 to 14 days"]),
                    strings(&["Acids (AHA, BHA)", "Sat 12 Dec", "The same.", "clinics"]),
                    strings(&["Sport", "Mon 7 Dec", "Sweat carries germs.", "clinics"]),
                    strings(&["Sun without shade", "Sat 19 Dec", "Fresh skin darkens easily, and it lasts for months.", "review (moderate)"]),
                ],
            },
            Block::Heading("Before you stop for today".to_owned()),
            Block::Ticks(strings(&[
                "Roller rinsed, in alcohol for ten minutes, dried, back in its box",
                "Use number 4 of 10 written on the box",
                "Photograph taken before the cream",
            ])),
            Block::Heading("How red is normal".to_owned()),
            Block::Picture { bytes: pictures::png(480, 160), share: 0.8, caption: "Redness from day 0 to day 7: half of all people are inside the dark band.".to_owned() },
            Block::Text("Still red on day 4: that is longer than expected. Write down what you used, leave everything out but plain cream, and look again tomorrow.\nStill red on day 8: ask a clinician.".to_owned()),
        ],
    }
}

#[test]
fn every_text_is_read_back_in_order() {
    let sheet = sample();
    let pdf = paper::render(&sheet).expect("the sample is fine");
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/sample.pdf"), pdf)
        .expect("it can be kept");
    let Some(text) = text(&sheet) else { return };
    let mut wanted = vec![sheet.title.as_str(), sheet.subtitle.as_deref().unwrap_or_default()];
    for block in &sheet.blocks {
        match block {
            Block::Heading(text) | Block::Text(text) | Block::Note(text) => wanted.push(text),
            Block::Points(items) | Block::Ticks(items) => {
                wanted.extend(items.iter().map(String::as_str));
            }
            Block::Table { head, rows } => {
                wanted.extend(head.iter().chain(rows.iter().flatten()).map(String::as_str));
            }
            Block::Picture { caption, .. } => wanted.push(caption),
            // Their letters stand beside each other: `charts.rs`.
            Block::Charts(_) => {}
        }
    }
    in_order(&text.replace(" • ", " "), &wanted);
}
