//! The strip of days after a session, and the clocks that say when something may be used again.

use care::words::{Level, Word as _};
use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::level::level_icon;

/// Where a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Over.
    Past,
    /// Today.
    Now,
    /// To come.
    Ahead,
}

/// One day in the strip.
#[derive(Clone, Debug)]
pub struct DayMark {
    /// Its short name: D2.
    pub word: String,
    /// Its full name for screen readers: "Day 2, Wed 25 Nov, checked in".
    pub label: String,
    /// Where it lies.
    pub when: When,
    /// What its check-in came to, if there was one.
    pub level: Option<Level>,
    /// Its page.
    pub href: Option<String>,
}

/// The days after a session in a row that can be scrolled; today is marked by shape and word, not colour alone.
pub fn days_strip(label: &str, days: &[DayMark]) -> Markup {
    html! {
        nav.days aria-label=(label) { ol tabindex="0" { @for day in days { li { (day_mark(day)) } } } }
    }
}

fn day_mark(day: &DayMark) -> Markup {
    let class = match day.when {
        When::Past => "day past",
        When::Now => "day now",
        When::Ahead => "day ahead",
    };
    let current = (day.when == When::Now).then_some("date");
    let level = day.level.map(|level| format!("dot level-{}", level.word()));
    let inside = html! {
        span class=(level.as_deref().unwrap_or("dot")) aria-hidden="true" {
            @if let Some(level) = day.level { (icon(level_icon(level))) }
        }
        span.word aria-hidden="true" { (day.word) }
        span.hidden { (day.label) }
    };
    match &day.href {
        Some(href) => html! { a class=(class) href=(href) aria-current=[current] { (inside) } },
        None => html! { span class=(class) aria-current=[current] { (inside) } },
    }
}

/// When something may be used again.
#[derive(Clone, Debug)]
pub struct Clock {
    /// What it is about: Retinoid.
    pub what: String,
    /// When, as a person says it: tomorrow 10:00.
    pub when: String,
    /// Whether it may be used now.
    pub open: bool,
    /// The full date, the range and who says so; seen on a tap.
    pub more: Markup,
}

/// The clocks under each other, each opening to its range and source.
pub fn clocks(clocks: &[Clock]) -> Markup {
    html! {
        ul.clocks {
            @for clock in clocks {
                li.open[clock.open] {
                    details {
                        summary {
                            (icon(if clock.open { Icon::Done } else { Icon::Clock }))
                            span.what { (clock.what) } span.when { (clock.when) } (icon(Icon::Next))
                        }
                        div.inside { (clock.more) }
                    }
                }
            }
        }
    }
}
