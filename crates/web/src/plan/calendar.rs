//! The months of the plan: days that are locked, possible or best, sessions done and to come.

use care::programme::Window;
use chart::plan::{Outlook, calendar};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::ui::{DayMeaning, DayState, Month, MonthDay, month, month_legend};
use crate::visit::Owner;

/// The most months shown; the list of sessions says the rest.
const MONTHS: usize = 3;
/// So many sessions ahead are shown.
const AHEAD: usize = 4;

/// The months from the next session on, with what their days mean.
pub(super) fn months(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    let say = &owner.say;
    let mean = |state, key: &str| (DayMeaning::State(state), say.text(key));
    let words = [
        mean(DayState::Locked, "plan-locked"),
        mean(DayState::Possible, "plan-possible"),
        mean(DayState::Best, "plan-best"),
        (DayMeaning::Session, say.text("plan-session-day")),
        (DayMeaning::Today, say.text("plan-today")),
    ];
    html! {
        @for first in shown(owner.now.date(), outlook) { (one(owner, outlook, first)) }
        (month_legend(&words))
    }
}

/// The first days of the months to show.
fn shown(today: Date, outlook: &Outlook<'_>) -> Vec<Date> {
    let last = outlook.done().last().copied();
    let next = outlook.next().map(|next| next.not_before.max(today));
    let from = last.or(next).unwrap_or(today).min(next.unwrap_or(today));
    let ahead = outlook.plan.sessions.iter().take(AHEAD).next_back();
    let to = ahead.map_or(today, |window| window.ideal).max(today);
    let months = std::iter::successors(Some(from.first_of_month()), |month| {
        Some(month.saturating_add(1.month()))
    });
    months.take_while(|month| *month <= to).take(MONTHS).collect()
}

fn one(owner: &Owner, outlook: &Outlook<'_>, first: Date) -> Markup {
    let say = &owner.say;
    let year = first.year().to_string();
    let title = [("month", say.month(first.month()).into()), ("year", year.into())];
    // Any week will do for the names of its days.
    let monday = first.saturating_sub(i32::from(first.weekday().to_monday_zero_offset()).days());
    let name = |offset: i32| say.weekday(monday.saturating_add(offset.days()));
    let days = (0..i32::from(first.days_in_month()))
        .map(|offset| day(owner, outlook, first.saturating_add(offset.days())));
    month(&Month {
        title: say.with("plan-month", &title),
        weekdays: [0, 1, 2, 3, 4, 5, 6].map(name),
        before: u8::try_from(first.weekday().to_monday_zero_offset()).unwrap_or_default(),
        days: days.collect(),
    })
}

fn day(owner: &Owner, outlook: &Outlook<'_>, date: Date) -> MonthDay {
    let today = owner.now.date();
    let state = drawn(calendar::state(outlook, date, today));
    let done = outlook.done().contains(&date);
    let planned = outlook.plan.sessions.iter().find(|window| window.ideal == date);
    let tried = outlook.begun.is_none() && date >= today && !outlook.is_refused();
    MonthDay {
        day: u8::try_from(date.day()).unwrap_or_default(),
        state,
        session: done || planned.is_some(),
        today: date == today,
        label: label(owner, date, state, done, planned),
        href: tried.then(|| format!("/plan?first={date}")),
    }
}

fn label(
    owner: &Owner,
    date: Date,
    state: DayState,
    done: bool,
    planned: Option<&Window>,
) -> String {
    let say = &owner.say;
    let mut words = vec![say.day(date)];
    if done {
        words.push(say.text("plan-session-done"));
    }
    if let Some(window) = planned {
        words.push(say.with("plan-session-n", &[("n", window.n.into())]));
    }
    let state = match state {
        DayState::Plain => None,
        DayState::Locked => Some("plan-locked"),
        DayState::Possible => Some("plan-possible"),
        DayState::Best => Some("plan-best"),
    };
    words.extend(state.map(|key| say.text(key)));
    words.join(", ")
}

/// How it is drawn what a day is good for.
fn drawn(state: calendar::DayState) -> DayState {
    match state {
        calendar::DayState::Plain => DayState::Plain,
        calendar::DayState::Locked => DayState::Locked,
        calendar::DayState::Possible => DayState::Possible,
        calendar::DayState::Best => DayState::Best,
    }
}
