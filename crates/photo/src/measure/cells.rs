//! A rectangle of skin as cells of mean linear light, in the first photo and wherever it lies in another.

use crate::colour::{Light, linear, logs};
use crate::picture::Part;
use crate::regions::Rect;
use crate::register::{Homography, Point};

/// Cells along the longer side of a rectangle, at most.
const CELLS: f64 = 40.0;
/// Samples along the side of a cell, at most.
const SAMPLES: usize = 8;
/// A stored value from here up is clipped: it may have been any amount of light.
pub const BRIGHT: u8 = 252;
/// A stored value up to here is too dark to say a colour.
pub const DARK: u8 = 3;

/// A small piece of skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Its middle, in pixels of the first photo.
    pub at: Point,
    /// Its mean linear light.
    pub light: Light,
}

impl Cell {
    /// log10 of its light.
    pub fn logs(&self) -> Light {
        logs(self.light)
    }
}

/// The cells of a rectangle in two photos, as far as they can be used in both.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// Each cell before and after.
    pub cells: Vec<(Cell, Cell)>,
    /// The share of places that are clipped in one of the photos.
    pub clipped: f64,
}

impl Pairs {
    /// The cells of `rect` (in pixels of the first photo) in the first and in the other, which `movement` carries it into;
    /// without those whose middle is in `without`.
    ///
    /// A place that is clipped in one photo is left out in both: otherwise more light would leave out other skin.
    pub fn of(
        (first, other): (&Part<'_>, &Part<'_>),
        movement: &Homography,
        rect: &Rect,
        without: Option<&Rect>,
    ) -> Self {
        let mut clipped = (0_u32, 0_u32);
        let mut cells = Vec::new();
        for cell in divided(rect) {
            if !without.is_some_and(|without| without.holds(cell.middle())) {
                cells.extend(mean((first, other), movement, &cell, &mut clipped));
            }
        }
        Self { cells, clipped: f64::from(clipped.0) / f64::from(clipped.1.max(1)) }
    }
}

/// A rectangle in equal cells, row by row.
fn divided(rect: &Rect) -> impl Iterator<Item = Rect> {
    let side = (rect.width.max(rect.height) / CELLS).max(3.0);
    let count = |length: f64| (length / side).floor().max(1.0) as usize;
    let (across, down) = (count(rect.width), count(rect.height));
    let (width, height) = (rect.width / across as f64, rect.height / down as f64);
    let rect = *rect;
    (0..across * down).map(move |place| {
        let (x, y) = ((place % across) as f64, (place / across) as f64);
        Rect { x: rect.x + x * width, y: rect.y + y * height, width, height }
    })
}

/// The means of one cell; `None` if less than nine tenths of it can be used. What is left of a cell that is half clipped
/// would be its dark half, and other in each photo.
fn mean(
    (first, other): (&Part<'_>, &Part<'_>),
    movement: &Homography,
    cell: &Rect,
    clipped: &mut (u32, u32),
) -> Option<(Cell, Cell)> {
    let samples = (cell.width.max(cell.height).ceil() as usize).clamp(2, SAMPLES);
    let (mut sums, mut used) = (([0.0; 3], [0.0; 3]), 0);
    for at in cell.grid(samples) {
        clipped.1 += 1;
        match sample(first, at).zip(sample(other, movement.of(at))) {
            Some((before, after)) => {
                add(&mut sums.0, before);
                add(&mut sums.1, after);
                used += 1;
            }
            None => clipped.0 += 1,
        }
    }
    let of = |sum: Light| Cell { at: cell.middle(), light: sum.map(|sum| sum / f64::from(used)) };
    let all = (samples * samples) as f64;
    (f64::from(used) >= 0.9 * all).then(|| (of(sums.0), of(sums.1)))
}

fn add(sum: &mut Light, light: [f32; 3]) {
    sum.iter_mut().zip(light).for_each(|(sum, value)| *sum += f64::from(value));
}

/// Linear light between four pixels; `None` if one of them is clipped or outside.
fn sample(image: &Part<'_>, (x, y): Point) -> Option<[f32; 3]> {
    let (x, y) = (x - 0.5, y - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = ((x - left) as f32, (y - top) as f32);
    if left < 0.0 || top < 0.0 {
        return None;
    }
    let (left, top) = (left as u32, top as u32);
    let corner = |dx: u32, dy: u32, share: f32| -> Option<[f32; 3]> {
        let values = image.at(left + dx, top + dy)?;
        let whole = values.iter().all(|value| (DARK + 1..BRIGHT).contains(value));
        let light = |value: u8| linear().get(usize::from(value)).copied().unwrap_or(0.0) * share;
        whole.then(|| values.map(light))
    };
    let [a, b] = [corner(0, 0, (1.0 - right) * (1.0 - down))?, corner(1, 0, right * (1.0 - down))?];
    let [c, d] = [corner(0, 1, (1.0 - right) * down)?, corner(1, 1, right * down)?];
    let [[ar, ag, ab], [br, bg, bb], [cr, cg, cb], [dr, dg, db]] = [a, b, c, d];
    Some([ar + br + cr + dr, ag + bg + cg + dg, ab + bb + cb + db])
}
