//! The report: what was said, the numbers, and the two pieces of skin side by side, as PDF.

use paper::{Block, Sheet};
use photo::intake::{Shot, encode_jpeg};
use photo::register::Homography;
use photo::{Comparison, Rect, Regions, cut};
use words::Wording;

use text::show::photo::Compared;

/// Pixels across of each picture in the report.
const ACROSS: u32 = 700;

/// The report as PDF.
pub(super) fn render(
    texts: &Wording,
    view: &Compared,
    said: &Comparison,
    (before, after): (&[Shot], &[Shot]),
    regions: &Regions,
) -> Result<Vec<u8>, paper::Error> {
    let say = |key: &str| texts.say(key).into_owned();
    let mut blocks = vec![Block::Note(view.headline.clone())];
    for reason in &view.why_not {
        let why = format!("{}: {}", say("photo-because"), reason.because);
        let next = format!("{}: {}", say("photo-next"), reason.change);
        blocks.push(Block::Text(format!("{}\n{why}\n{next}", reason.what)));
    }
    if said.comparable {
        blocks.push(Block::Heading(say("photo-report.numbers")));
        let photos = (before.len(), after.len());
        blocks.push(numbers(texts, said, photos));
        blocks.push(Block::Heading(say("photo-report.limits")));
        blocks.push(Block::Points(view.sentences.clone()));
    }
    blocks.push(Block::Heading(say("photo-report.where")));
    blocks.extend(pictures(texts, said, before.first(), after.first(), regions));
    paper::render(&Sheet {
        title: say("photo-report"),
        subtitle: Some(say("photo-report.subtitle")),
        language: texts.language().to_string(),
        made: None,
        blocks,
    })
}

fn numbers(texts: &Wording, said: &Comparison, (before, after): (usize, usize)) -> Block {
    let say = |key: &str| texts.say(key).into_owned();
    let put = |value: Option<f64>, places| {
        value.map(|value| texts.signed(value, places)).unwrap_or_default()
    };
    let counts = [("before", before.to_string().into()), ("after", after.to_string().into())];
    let found = said.registration;
    let rows = [
        ("photo-report.delta-ei", put(said.delta_ei, 4)),
        ("photo-report.sdc", said.sdc.map(|value| texts.fixed(value, 4)).unwrap_or_default()),
        ("photo-report.delta-a", put(said.delta_a, 2)),
        ("photo-report.marks", found.map(|found| found.inliers.to_string()).unwrap_or_default()),
        ("photo-report.error", found.map(|found| texts.fixed(found.rms_px, 2)).unwrap_or_default()),
        ("photo-report.pictures", texts.say_with("photo-report.photos", &counts).into_owned()),
    ];
    Block::Table {
        head: vec![say("photo-report.what"), say("photo-report.value")],
        rows: rows.into_iter().map(|(key, value)| vec![say(key), value]).collect(),
    }
}

/// The skin around the rectangles in both photos, the second as it lies over the first.
fn pictures(
    texts: &Wording,
    said: &Comparison,
    before: Option<&Shot>,
    after: Option<&Shot>,
    regions: &Regions,
) -> Vec<Block> {
    let place = Rect::around(&regions.all()).widened(0.4);
    let movement = said.registration.map(|found| found.movement);
    let sides = [
        ("photo-report.before", before, Some(Homography::IDENTITY)),
        ("photo-report.after", after, movement),
    ];
    let picture = |(key, shot, movement): (&str, Option<&Shot>, Option<Homography>)| {
        let cut = cut(&shot?.pixels.rgb(), &movement?, &place, ACROSS, &regions.all());
        let bytes = encode_jpeg(&cut).ok()?;
        Some(Block::Picture { bytes, share: 0.45, caption: texts.say(key).into_owned() })
    };
    sides.into_iter().filter_map(picture).collect()
}
