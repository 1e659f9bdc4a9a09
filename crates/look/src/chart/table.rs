//! The band chart as a table, and the key under it.

use maud::{Markup, html};

use super::{BandChart, BandDay, at};

/// The same numbers as a table: day, what is usual, what a person saw.
pub fn table(chart: &BandChart) -> Markup {
    html! {
        div.scroll tabindex="0" role="group" aria-label=(chart.title) {
            table {
                caption { (chart.title) }
                thead { tr {
                    th scope="col" { (chart.words.day) } th scope="col" { (chart.words.usual) }
                    th scope="col" { (chart.words.yours) }
                } }
                tbody { @for day in &chart.bands { tr {
                    th scope="row" { (day.day) } td { (range(day)) } td { (seen(chart, day.day)) }
                } } }
            }
        }
    }
}

/// What the band and the points are.
pub fn key(chart: &BandChart) -> Markup {
    html! {
        ul.legend aria-hidden="true" {
            li { span.key.usual {} span { (chart.words.usual) } }
            li { span.key.yours {} span { (chart.words.yours) } }
        }
    }
}

fn range(day: &BandDay) -> String {
    let (low, high) = day.usual;
    if low == high { at(low) } else { format!("{}–{}", at(low), at(high)) }
}

fn seen(chart: &BandChart, day: u8) -> String {
    let day = f64::from(day);
    let there = chart.own.iter().filter(|own| own.day.floor() == day).map(|own| at(own.score));
    there.collect::<Vec<String>>().join(", ")
}
