//! A text as a square that a phone's camera reads. It is drawn black on white in either theme: many cameras read no other.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// White around it that cameras need, in modules.
const QUIET: usize = 4;

/// The square, told as `label`; `None` if the text is longer than such a square holds.
pub fn qr(label: &str, text: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    Some(html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(dark(&code)) fill="#000" {}
        }
    })
}

/// What is dark, a stroke for each run of a row.
fn dark(code: &QrCode) -> String {
    let colors = code.to_colors();
    let rows = colors.chunks(code.width().max(1)).enumerate();
    rows.flat_map(|(y, row)| runs(row).into_iter().map(move |run| stroke(y, run))).collect()
}

/// Where the dark runs of a row begin, and how long each is.
fn runs(row: &[Color]) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut runs = Vec::new();
    for run in row.chunk_by(|one, next| one == next) {
        if run.first() == Some(&Color::Dark) {
            runs.push((at, run.len()));
        }
        at += run.len();
    }
    runs
}

fn stroke(y: usize, (x, long): (usize, usize)) -> String {
    format!("M{} {}h{long}v1h-{long}z", x + QUIET, y + QUIET)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An address as long as ours are.
    const ADDRESS: &str = "http://192.168.178.34:8750/enter?key=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// What a camera sees of the markup, a pixel a module: read from the path alone.
    fn seen(markup: &str) -> (usize, Vec<bool>) {
        let after = |text: &str, from: &str| text.split(from).nth(1).unwrap().to_owned();
        let side: usize = after(markup, "0 0 ").split(' ').next().unwrap().parse().unwrap();
        let mut dark = vec![false; side * side];
        for stroke in after(markup, "<path d=\"").split('"').next().unwrap().split('M').skip(1) {
            let number = |text: &str| text.parse::<usize>().unwrap();
            let (x, rest) = stroke.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let long = number(rest.split_once('v').unwrap().0);
            for x in number(x)..number(x) + long {
                dark[number(y) * side + x] = true;
            }
        }
        (side, dark)
    }

    fn read(markup: &str) -> String {
        const SCALE: usize = 4;
        let (side, dark) = seen(markup);
        let grey = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, grey);
        picture.detect_grids().first().expect("a square is found").decode().unwrap().1
    }

    #[test]
    fn a_camera_reads_the_address_again() {
        for text in [ADDRESS, "https://skin.example.org/needles/enter?key=ab", "ä"] {
            assert_eq!(read(&qr("Address", text).unwrap().into_string()), text);
        }
    }

    #[test]
    fn it_is_told_to_who_sees_nothing_and_has_white_around_it() {
        let markup = qr("Address", ADDRESS).unwrap().into_string();
        assert!(markup.contains("role=\"img\" aria-label=\"Address\""), "{markup}");
        let (side, dark) = seen(&markup);
        let edge = |at: usize| at < QUIET || at >= side - QUIET;
        let place = |at: usize| (at % side, at / side);
        let at_edge = |at: &usize| edge(place(*at).0) || edge(place(*at).1);
        assert!(!(0..dark.len()).filter(at_edge).any(|at| dark[at]));
    }

    #[test]
    fn what_is_too_long_for_a_square_has_none() {
        assert!(qr("Address", &"a".repeat(5000)).is_none());
    }
}
