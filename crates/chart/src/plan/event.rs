//! Whether the skin has likely come to rest by a day of one's own.
//!
//! No rule of its own: it only counts the days to keep free, which the protocol gives for the needle length.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Outlook;

/// How the skin likely looks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likely {
    /// No session lies before it.
    Untouched,
    /// All the days to keep free are over.
    Calm,
    /// The usual days are over, but not the longest.
    Perhaps,
    /// Within the usual days.
    Seen,
}

/// How the skin likely looks, and the last session before the day.
pub fn likely(outlook: &Outlook<'_>, event: Date) -> (Likely, Option<Date>) {
    let planned = outlook.plan.sessions.iter().map(|window| window.ideal);
    let last = outlook.done().into_iter().chain(planned).filter(|day| *day <= event).max();
    let Some(last) = last else { return (Likely::Untouched, None) };
    let [about, up_to] = outlook.plan.keep_free_days.map(i64::from);
    let likely = match days_between(last, event) {
        days if days > up_to => Likely::Calm,
        days if days > about => Likely::Perhaps,
        _ => Likely::Seen,
    };
    (likely, Some(last))
}

/// The last day on which a session leaves the skin calm by then.
pub fn no_later(outlook: &Outlook<'_>, event: Date) -> Date {
    event.saturating_sub((i64::from(outlook.plan.keep_free_days[1]) + 1).days())
}

/// Days from one day to another.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
