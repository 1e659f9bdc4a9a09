//! The report: what was said, the numbers, and the two pieces of skin side by side, as PDF.

use care::protocol::Texts;
use image::{Rgb, RgbImage};
use paper::{Block, Sheet};
use photo::intake::{Shot, encode_jpeg};
use photo::register::Homography;
use photo::{Comparison, Rect, Regions};

use super::view::{Compared, plain, signed};

/// Pixels across of each picture in the report.
const ACROSS: u32 = 700;

/// The report as PDF.
pub(super) fn render(
    texts: &Texts,
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
        language: "en".into(),
        made: None,
        blocks,
    })
}

fn numbers(texts: &Texts, said: &Comparison, (before, after): (usize, usize)) -> Block {
    let say = |key: &str| texts.say(key).into_owned();
    let put =
        |value: Option<f64>, places| value.map(|value| signed(value, places)).unwrap_or_default();
    let counts = [("before", before.to_string().into()), ("after", after.to_string().into())];
    let found = said.registration;
    let rows = [
        ("photo-report.delta-ei", put(said.delta_ei, 4)),
        ("photo-report.sdc", said.sdc.map(|value| plain(value, 4)).unwrap_or_default()),
        ("photo-report.delta-a", put(said.delta_a, 2)),
        ("photo-report.marks", found.map(|found| found.inliers.to_string()).unwrap_or_default()),
        ("photo-report.error", found.map(|found| plain(found.rms_px, 2)).unwrap_or_default()),
        ("photo-report.pictures", texts.say_with("photo-report.photos", &counts).into_owned()),
    ];
    Block::Table {
        head: vec![say("photo-report.what"), say("photo-report.value")],
        rows: rows.into_iter().map(|(key, value)| vec![say(key), value]).collect(),
    }
}

/// The skin around the rectangles in both photos, the second as it lies over the first.
fn pictures(
    texts: &Texts,
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
        let cut = cut(shot?, &movement?, &place, regions);
        let bytes = encode_jpeg(&cut).ok()?;
        Some(Block::Picture { bytes, share: 0.45, caption: texts.say(key).into_owned() })
    };
    sides.into_iter().filter_map(picture).collect()
}

/// A piece of a photo with the rectangles drawn on it, as the first photo would show it.
fn cut(shot: &Shot, movement: &Homography, place: &Rect, regions: &Regions) -> RgbImage {
    let down = (f64::from(ACROSS) * place.height / place.width.max(1.0)).clamp(50.0, 2000.0);
    let step = place.width / f64::from(ACROSS);
    RgbImage::from_fn(ACROSS, down as u32, |x, y| {
        let at = (place.x + (f64::from(x) + 0.5) * step, place.y + (f64::from(y) + 0.5) * step);
        if regions.all().iter().any(|rect| on_edge(rect, at, 1.2 * step)) {
            return Rgb([255, 255, 255]);
        }
        let (u, v) = movement.of(at);
        let inside = u >= 0.0 && v >= 0.0;
        let pixel = inside.then(|| shot.pixels.get_pixel_checked(u as u32, v as u32)).flatten();
        pixel.copied().unwrap_or(Rgb([128, 128, 128]))
    })
}

fn on_edge(rect: &Rect, (x, y): (f64, f64), within: f64) -> bool {
    let (right, low) = (rect.x + rect.width, rect.y + rect.height);
    let near = |value: f64, line: f64| (value - line).abs() < within;
    let across = x > rect.x - within && x < right + within;
    let down = y > rect.y - within && y < low + within;
    (down && (near(x, rect.x) || near(x, right))) || (across && (near(y, rect.y) || near(y, low)))
}
