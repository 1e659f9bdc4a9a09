//! A month as a calendar of days that are locked, possible or best; never by colour alone.
//!
//! The caller says which day is what; weeks start on the day of the first weekday name that is given.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// What a day is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// Nothing is said about it.
    Plain,
    /// The skin is still healing, or something else speaks against it.
    Locked,
    /// Allowed.
    Possible,
    /// Allowed, and the best time.
    Best,
}

impl DayState {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Locked => "locked",
            Self::Possible => "possible",
            Self::Best => "best",
        }
    }
}

/// One day of a month.
#[derive(Clone, Debug)]
pub struct MonthDay {
    /// Its number, 1 to 31.
    pub day: u8,
    /// What it is good for.
    pub state: DayState,
    /// Whether a session lies on it, done or planned.
    pub session: bool,
    /// Whether it is today.
    pub today: bool,
    /// Everything about it in words: "Saturday 16 January, best time".
    pub label: String,
    /// Where a tap goes.
    pub href: Option<String>,
}

/// A month.
#[derive(Clone, Debug)]
pub struct Month {
    /// Its name: January 2027.
    pub title: String,
    /// Short names of the weekdays, Monday first.
    pub weekdays: [String; 7],
    /// How many cells are empty before day 1, 0 to 6.
    pub before: u8,
    /// Its days in order.
    pub days: Vec<MonthDay>,
}

/// A month as a table of weeks.
pub fn month(month: &Month) -> Markup {
    let empty = usize::from(month.before.min(6));
    let mut cells: Vec<Option<&MonthDay>> = vec![None; empty];
    cells.extend(month.days.iter().map(Some));
    cells.resize(cells.len().next_multiple_of(7), None);
    html! {
        table.month {
            caption { (month.title) }
            thead { tr { @for name in &month.weekdays { th scope="col" { (name) } } } }
            tbody {
                @for week in cells.chunks(7) {
                    tr { @for day in week { (cell(*day)) } }
                }
            }
        }
    }
}

/// What the marks of a month mean; words for locked, possible, best, session and today.
pub fn month_legend(words: &[(DayMeaning, String)]) -> Markup {
    html! {
        ul.legend {
            @for (meaning, word) in words {
                li { span class={ "key " (meaning.class()) } aria-hidden="true" {
                    @if *meaning == DayMeaning::State(DayState::Locked) { (icon(Icon::Locked)) }
                } span { (word) } }
            }
        }
    }
}

/// What a mark in a month stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayMeaning {
    /// A state of the day.
    State(DayState),
    /// A session.
    Session,
    /// Today.
    Today,
}

impl DayMeaning {
    fn class(self) -> &'static str {
        match self {
            Self::State(state) => state.class(),
            Self::Session => "session",
            Self::Today => "today",
        }
    }
}

fn cell(day: Option<&MonthDay>) -> Markup {
    let Some(day) = day else { return html! { td {} } };
    let current = day.today.then_some("date");
    let mut classes = day.state.class().to_owned();
    classes.push_str(if day.session { " session" } else { "" });
    classes.push_str(if day.today { " today" } else { "" });
    let inside = html! {
        span.number aria-hidden="true" { (day.day) }
        @if day.state == DayState::Locked && !day.session { (icon(Icon::Locked)) }
        span.hidden { (day.label) }
    };
    html! {
        td class=(classes) {
            @match &day.href {
                Some(href) => { a href=(href) aria-current=[current] { (inside) } }
                None => { span.cell aria-current=[current] { (inside) } }
            }
        }
    }
}
