//! Small systems of linear equations, weighted least squares, and the middle of a list of numbers.

/// A weighted least-squares problem with `N` unknowns, gathered row by row: rows x = values.
#[derive(Clone, Debug)]
pub struct Normal<const N: usize> {
    left: [[f64; N]; N],
    right: [f64; N],
}

impl<const N: usize> Normal<N> {
    /// Nothing gathered; `ridge` on the diagonal draws each unknown towards zero.
    pub fn with_ridge(ridge: [f64; N]) -> Self {
        let mut left = [[0.0; N]; N];
        for (at, (row, ridge)) in left.iter_mut().zip(ridge).enumerate() {
            row.iter_mut().skip(at).take(1).for_each(|cell| *cell = ridge);
        }
        Self { left, right: [0.0; N] }
    }

    /// Adds one equation.
    pub fn add(&mut self, row: &[f64; N], value: f64, weight: f64) {
        for ((line, right), left) in self.left.iter_mut().zip(&mut self.right).zip(row) {
            let scaled = weight * left;
            *right += scaled * value;
            line.iter_mut().zip(row).for_each(|(cell, other)| *cell += scaled * other);
        }
    }

    /// The unknowns, or `None` if the equations do not settle them.
    pub fn solve(&self) -> Option<[f64; N]> {
        solve(self.left, self.right)
    }

    /// The inverse of the left side, for many right sides.
    pub fn inverse(&self) -> Option<[[f64; N]; N]> {
        let mut inverse = [[0.0; N]; N];
        for (at, row) in inverse.iter_mut().enumerate() {
            let mut unit = [0.0; N];
            unit.iter_mut().skip(at).take(1).for_each(|one| *one = 1.0);
            *row = solve(self.left, unit)?;
        }
        Some(inverse)
    }

    /// `row' A⁻¹ row`: with A in units of 1 / variance, the variance of `row · x`.
    pub fn variance(&self, row: &[f64; N]) -> Option<f64> {
        let solved = solve(self.left, *row)?;
        Some(solved.iter().zip(row).map(|(a, b)| a * b).sum::<f64>().max(0.0))
    }
}

/// Gauss with the largest pivot of each column.
#[expect(clippy::indexing_slicing, reason = "all places are below N by the loops")]
fn solve<const N: usize>(mut left: [[f64; N]; N], mut right: [f64; N]) -> Option<[f64; N]> {
    for column in 0..N {
        let size = |row: &usize| left[*row][column].abs();
        let pivot = (column..N).max_by(|a, b| size(a).total_cmp(&size(b)))?;
        left.swap(column, pivot);
        right.swap(column, pivot);
        let head = left[column];
        if !head[column].is_finite() || head[column].abs() < 1e-14 {
            return None;
        }
        for row in 0..N {
            if row != column {
                let factor = left[row][column] / head[column];
                left[row].iter_mut().zip(&head).for_each(|(cell, head)| *cell -= factor * head);
                right[row] -= factor * right[column];
            }
        }
    }
    let mut solved = [0.0; N];
    for (row, solved) in solved.iter_mut().enumerate() {
        *solved = right[row] / left[row][row];
    }
    solved.iter().all(|value| value.is_finite()).then_some(solved)
}

/// The median; `None` of nothing. The list is put into another order.
pub fn median(values: &mut [f64]) -> Option<f64> {
    let (length, half) = (values.len(), values.len() / 2);
    if length == 0 {
        return None;
    }
    let (below, &mut upper, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    if length % 2 == 1 {
        return Some(upper);
    }
    let lower = below.iter().copied().max_by(f64::total_cmp)?;
    Some((lower + upper) / 2.0)
}

/// How widely numbers lie around their median, as a standard deviation: 1.4826 times the median distance from it, which
/// for normally distributed numbers is the same and which a few wild ones do not move.
pub fn spread(values: &[f64], middle: f64) -> f64 {
    let mut away: Vec<f64> = values.iter().map(|value| (value - middle).abs()).collect();
    1.4826 * median(&mut away).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_and_its_variance_known() {
        let mut normal = Normal::with_ridge([0.0; 2]);
        for x in 0..10 {
            let x = f64::from(x);
            normal.add(&[1.0, x], 3.0 - 0.5 * x, 4.0);
        }
        let [height, slope] = normal.solve().unwrap();
        assert!((height - 3.0).abs() < 1e-9 && (slope + 0.5).abs() < 1e-9);
        // Ten values of variance 1/4: at their middle the line is as sure as their mean.
        assert!((normal.variance(&[1.0, 4.5]).unwrap() - 0.025).abs() < 1e-9);
        assert!(Normal::<2>::with_ridge([0.0; 2]).solve().is_none());
    }

    #[test]
    fn the_middle_of_odd_even_and_nothing() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&mut []), None);
        assert!((spread(&[1.0, 2.0, 3.0, 4.0, 900.0], 3.0) - 1.4826).abs() < 1e-9);
    }
}
