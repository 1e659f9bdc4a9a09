//! Products that a rhythm leaves no time for: each is named by its row, so that nobody waits for what can never be.
//!
//! A product is out of reach where it waits as long as until the next session at its best day, whatever the skin.

use super::Findings;
use crate::measure::NeedleLength;
use crate::protocol::rows::{Product, Rhythm, Rows};
use crate::words::{ProductClass, Word};

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    for rhythm in &rows.rhythm {
        for class in ProductClass::ALL {
            let (never, said) = (is_never(rows, rhythm, *class), rhythm.not_with.contains(class));
            let what = format!("{class} waits longer than until the next session");
            let mend = "name it under not-with and say so in the text, or shorten its wait";
            found.hold(said || !never, "rhythm", &rhythm.id, &what, mend);
            let what = format!("{class} is named under not-with but is possible");
            let mend = "leave it out";
            found.hold(never || !said, "rhythm", &rhythm.id, &what, mend);
        }
    }
}

/// Whether the class waits as long as the rhythm, after needles of any length that the rhythm is for.
fn is_never(rows: &Rows, rhythm: &Rhythm, class: ProductClass) -> bool {
    let of_class = rows.product.iter().filter(|row| row.class == class);
    let here = |row: &&Product| lengths(rows, rhythm).any(|length| row.classes.contains(&length));
    of_class.filter(here).any(|row| row.not_before.rough_hours() >= rhythm.ideal.rough_hours())
}

/// The length classes of the needles that a rhythm is for: longer than those of the row before it, up to its own.
fn lengths<'r>(
    rows: &'r Rows,
    rhythm: &Rhythm,
) -> impl Iterator<Item = crate::words::LengthClass> + 'r {
    let shorter = rows.rhythm.iter().filter(|row| row.setting == rhythm.setting);
    let shorter = shorter.map(|row| row.up_to_mm).filter(|end| *end < rhythm.up_to_mm).max();
    let (from, to) = (shorter, rhythm.up_to_mm);
    let mut before: Option<NeedleLength> = None;
    let reached = rows.length_class.iter().filter(move |class| {
        let start = before.replace(class.up_to_mm);
        from.is_none_or(|from| class.up_to_mm > from) && start.is_none_or(|start| start < to)
    });
    reached.map(|class| class.id)
}
