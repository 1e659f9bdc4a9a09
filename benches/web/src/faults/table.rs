//! What was found, as a table: a row a scenario and fault.

use std::collections::BTreeMap;

use super::point::{Outcome, Point};

/// The sums.
#[derive(Default)]
pub struct Table {
    rows: BTreeMap<(super::scenario::Scenario, super::shim::Mode), Row>,
    wrongs: Vec<String>,
}

#[derive(Default)]
struct Row {
    points: u64,
    shown: u64,
    kinds: [u64; 4],
}

/// So many are told one by one.
const TOLD: usize = 40;

impl Table {
    /// Adds a point.
    pub fn add(&mut self, point: Point, outcome: Outcome) {
        let row = self.rows.entry((point.scenario, point.mode)).or_default();
        row.points += 1;
        row.shown += u64::from(outcome.shown);
        for (sum, one) in row.kinds.iter_mut().zip(outcome.kinds) {
            *sum += one;
        }
        for wrong in outcome.wrongs {
            let (what, how) = (point.scenario.word(), point.mode.word());
            self.wrongs.push(format!("{what}, {how} at {}: {}", point.at, wrong.trim()));
        }
    }

    /// Prints it, and says whether all is well.
    pub fn print(&self) -> bool {
        println!(
            "| what | the disk | points | errors shown | lost | corrupt | left over | unsaid |"
        );
        println!("|---|---|---|---|---|---|---|---|");
        let mut sums = Row::default();
        for ((scenario, mode), row) in &self.rows {
            line(scenario.word(), mode.word(), row);
            sums.points += row.points;
            sums.shown += row.shown;
            for (sum, one) in sums.kinds.iter_mut().zip(row.kinds) {
                *sum += one;
            }
        }
        line("all", "", &sums);
        for wrong in self.wrongs.iter().take(TOLD) {
            println!("- {wrong}");
        }
        if let Some(more) = self.wrongs.len().checked_sub(TOLD).filter(|more| *more > 0) {
            println!("- and {more} more");
        }
        self.wrongs.is_empty()
    }
}

fn line(what: &str, disk: &str, row: &Row) {
    let [lost, corrupt, left, unsaid] = row.kinds;
    let Row { points, shown, .. } = row;
    println!("| {what} | {disk} | {points} | {shown} | {lost} | {corrupt} | {left} | {unsaid} |");
}
