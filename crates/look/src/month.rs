//! A month as a calendar of days that are locked, kept free, possible or best, and of sessions done, missed, skipped or
//! planned; never by colour alone: each has a mark of its own, and its word in the label and the legend.
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
    /// Kept free for an event.
    Kept,
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
            Self::Kept => "kept",
            Self::Possible => "possible",
            Self::Best => "best",
        }
    }
    fn icon(self) -> Option<Icon> {
        match self {
            Self::Locked => Some(Icon::Locked),
            Self::Kept => Some(Icon::Event),
            Self::Plain | Self::Possible | Self::Best => None,
        }
    }
}

/// What became of the session of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It took place.
    Done,
    /// It did not.
    Missed,
    /// It is left out.
    Skipped,
    /// It is still to come.
    Planned,
}

impl Held {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Missed => "missed",
            Self::Skipped => "skipped",
            Self::Planned => "planned",
        }
    }
    /// Its mark.
    pub fn icon(self) -> Icon {
        match self {
            Self::Done => Icon::Done,
            Self::Missed => Icon::Close,
            Self::Skipped => Icon::Less,
            Self::Planned => Icon::Session,
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
    /// The session that lies on it, and what became of it.
    pub session: Option<Held>,
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

/// What the marks of a month mean, each with its word.
pub fn month_legend(words: &[(DayMeaning, String)]) -> Markup {
    html! {
        ul.legend {
            @for (meaning, word) in words {
                li { span class={ "key " (meaning.class()) } aria-hidden="true" {
                    @if let Some(mark) = meaning.icon() { (icon(mark)) }
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
    Session(Held),
    /// Today.
    Today,
}

impl DayMeaning {
    fn class(self) -> &'static str {
        match self {
            Self::State(state) => state.class(),
            Self::Session(held) => held.class(),
            Self::Today => "today",
        }
    }
    fn icon(self) -> Option<Icon> {
        match self {
            Self::State(state) => state.icon(),
            Self::Session(held) => Some(held.icon()),
            Self::Today => None,
        }
    }
}

fn cell(day: Option<&MonthDay>) -> Markup {
    let Some(day) = day else { return html! { td {} } };
    let current = day.today.then_some("date");
    let held = day.session.map(Held::class);
    let today = day.today.then_some("today");
    let classes: Vec<&str> = [Some(day.state.class()), held, today].into_iter().flatten().collect();
    let mark = day.session.map(Held::icon).or(day.state.icon());
    let inside = html! {
        span.number aria-hidden="true" { (day.day) }
        @if let Some(mark) = mark { (icon(mark)) }
        span.hidden { (day.label) }
    };
    html! {
        td class=(classes.join(" ")) {
            @match &day.href {
                Some(href) => { a href=(href) aria-current=[current] { (inside) } }
                None => { span.cell aria-current=[current] { (inside) } }
            }
        }
    }
}
