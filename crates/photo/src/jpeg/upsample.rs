//! A row of a colour that has fewer samples than the picture has pixels: as many samples as pixels.
//!
//! Half as many across, down or both are laid between their neighbours, three parts to one, as libjpeg does; fewer are
//! repeated.

/// Where the samples of a colour are found by their row.
pub trait Rows {
    /// The samples of a row that belong to the picture; beyond the last one the last.
    fn row(&self, y: usize) -> &[u8];
}

/// The row `y` of the picture; `ratio` is how many pixels there are for a sample, across and down.
pub fn row(
    rows: &impl Rows,
    ratio: (usize, usize),
    y: usize,
    sums: &mut Vec<u16>,
    into: &mut Vec<u8>,
) {
    let own = rows.row(y / ratio.1);
    let wide = own.len() > 2;
    match ratio {
        (1, 1) => {
            into.clear();
            into.extend_from_slice(own);
        }
        (2, 1) if wide => {
            sums.clear();
            sums.extend(own.iter().map(|value| u16::from(*value)));
            between(sums, (1, 2), 2, into);
        }
        (1, 2) => {
            let bias = if y.is_multiple_of(2) { 1 } else { 2 };
            into.clear();
            let pairs = own.iter().zip(rows.row(beside(y)));
            into.extend(pairs.map(|(own, other)| ((three_to_one(*own, *other) + bias) >> 2) as u8));
        }
        (2, 2) if wide => {
            sums.clear();
            let pairs = own.iter().zip(rows.row(beside(y)));
            sums.extend(pairs.map(|(own, other)| three_to_one(*own, *other)));
            between(sums, (8, 7), 4, into);
        }
        (across, _) => {
            into.clear();
            into.extend(own.iter().flat_map(|value| std::iter::repeat_n(*value, across)));
        }
    }
}

/// The row of samples on the other side of a row of pixels.
fn beside(y: usize) -> usize {
    if y.is_multiple_of(2) { (y / 2).saturating_sub(1) } else { y / 2 + 1 }
}

fn three_to_one(own: u8, other: u8) -> u16 {
    3 * u16::from(own) + u16::from(other)
}

/// Twice as many: each number gives two, nearer to its left and to its right neighbour, rounded up and down in turn so that
/// nothing grows brighter.
fn between(sums: &[u16], (left, right): (u16, u16), less: u32, into: &mut Vec<u8>) {
    into.clear();
    into.resize(2 * sums.len(), 0);
    let put = |into: &mut [u8; 2], near: u16, before: u16, after: u16| {
        *into = [
            ((3 * near + before + left) >> less) as u8,
            ((3 * near + after + right) >> less) as u8,
        ];
    };
    let pairs = into.as_chunks_mut::<2>().0;
    let ([first, second, ..], [.., before, last]) = (sums, sums) else { return };
    let inner = pairs.iter_mut().skip(1).zip(sums.windows(3));
    for (into, three) in inner {
        if let [before, near, after] = three {
            put(into, *near, *before, *after);
        }
    }
    if let Some(into) = pairs.first_mut() {
        put(into, *first, *first, *second);
    }
    if let Some(into) = pairs.last_mut() {
        put(into, *last, *before, *last);
    }
}
