//! Charts: values over days as a line with dots, a row of four across the page.
//!
//! What a chart shows is read out from its sentence; its letters and lines are ornaments beside that.

use krilla::tagging::Tag;

use crate::{
    Chart,
    flow::{Flow, lines, one_line},
    piece::{Mark, Piece},
    style::{self, LEFT, Look, WIDE},
    tags::Part,
};

/// Charts in a row, and the space between two.
const IN_A_ROW: usize = 4;
const BETWEEN: f32 = 12.0;
/// The height of a row, where its chart begins and ends, and how far it stands in for the numbers at its side.
const HEIGHT: f32 = 92.0;
const TOP: f32 = 20.0;
const FOOT: f32 = 72.0;
const INDENT: f32 = 16.0;
/// Half the width of a dot.
const DOT: f32 = 1.8;

/// Where a chart is drawn, across.
struct Place<'c> {
    chart: &'c Chart,
    left: f32,
    right: f32,
}

impl Place<'_> {
    fn x(&self, day: f32) -> f32 {
        self.left + share(day, self.chart.days) * (self.right - self.left)
    }
    fn y(&self, value: f32) -> f32 {
        FOOT - share(value, self.chart.high) * (FOOT - TOP)
    }
}

/// How much of the whole it is, from 0 to 1; what is no number lies at the beginning.
fn share(value: f32, whole: f32) -> f32 {
    let share = value / whole;
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
}

impl Flow<'_> {
    /// Charts, row by row.
    pub(crate) fn charts(&mut self, charts: &[Chart]) {
        let wide = (WIDE - BETWEEN * (IN_A_ROW - 1) as f32) / IN_A_ROW as f32;
        for row in charts.chunks(IN_A_ROW) {
            let mut marks = Vec::new();
            for (nth, chart) in row.iter().enumerate() {
                let from = LEFT + nth as f32 * (wide + BETWEEN);
                let place = Place { chart, left: from + INDENT, right: from + wide };
                let part = self.tags.add(None, Tag::Figure(Some(one_line(&chart.said))));
                marks.extend(self.chart(&place, from, part));
            }
            self.push(Piece { height: HEIGHT, marks, ..Piece::default() });
        }
        self.gap = 9.0;
    }

    fn chart(&self, place: &Place<'_>, from: f32, part: Part) -> Vec<(f32, Mark)> {
        let (chart, width) = (place.chart, place.right - place.left);
        let area = |x, width, height, colour, round| Mark::Area { x, width, height, colour, round };
        let mut marks = vec![
            (TOP, area(place.left, width, 0.5, style::LINE, 0.0)),
            (FOOT, area(place.left, width, 0.75, style::QUIET, 0.0)),
        ];
        marks.extend(
            chart
                .marks
                .iter()
                .map(|day| (TOP, area(place.x(*day) - 0.25, 0.5, FOOT - TOP, style::QUIET, 0.0))),
        );
        let at = |(day, value): &(f32, f32)| [place.x(*day), place.y(*value)];
        let line: Vec<[f32; 2]> = chart.points.iter().map(at).collect();
        marks.extend(
            line.iter()
                .map(|[x, y]| (y - DOT, area(x - DOT, 2.0 * DOT, 2.0 * DOT, style::ACCENT, DOT))),
        );
        marks.push((0.0, Mark::Line { points: line, part }));
        marks.extend(self.word(&chart.title, &style::COLUMN, from, 12.0));
        marks.extend(self.word("0", &style::SMALL, from, FOOT + 3.0));
        marks.extend(self.word(&format!("{}", chart.high), &style::SMALL, from, TOP + 4.0));
        let [first, last] = &chart.ends;
        marks.extend(self.word(first, &style::SMALL, place.left, FOOT + 12.0));
        let room =
            lines(self.fonts, last, &style::SMALL, WIDE).first().map_or(0.0, |line| line.width);
        let right = place.right - room * style::SMALL.size;
        marks.extend(self.word(last, &style::SMALL, right, FOOT + 12.0));
        marks
    }

    /// A word as an ornament, by its baseline.
    fn word(&self, text: &str, look: &'static Look, x: f32, y: f32) -> Option<(f32, Mark)> {
        let line = lines(self.fonts, text, look, WIDE).into_iter().next()?;
        Some((y, Mark::Text { x, line, look, part: None }))
    }
}
