//! The months of the plan: days that are locked, kept free, possible or best; sessions done, not held, left out, to come.

use chart::plan::{Outlook, calendar};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::why;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{DayMeaning, DayState, Held, Month, MonthDay, disclosure, month, month_legend};

/// The most months shown; the list of sessions says the rest.
const MONTHS: usize = 3;
/// So many sessions ahead are shown.
const AHEAD: usize = 4;

/// The months from the last session on, with what their days mean.
pub(super) fn months(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let firsts = shown(reader.now.date(), outlook);
    let months: Vec<Month> = firsts.iter().map(|first| one(reader, outlook, *first)).collect();
    let leads = leading(reader.now.date(), outlook, &firsts);
    let others = || months.iter().enumerate().filter(|(n, _)| *n != leads);
    html! {
        @if let Some(one) = months.get(leads) { (month(one)) }
        (month_legend(&legend(reader, &months)))
        @if others().next().is_some() {
            @let rest = html! { @for (_, one) in others() { (month(one)) } };
            div.no-print { (disclosure(&reader.say.text("plan-other-months"), &rest, false)) }
        }
    }
}

/// The month that is seen at once: that of the next session, else of today.
fn leading(today: Date, outlook: &Outlook<'_>, firsts: &[Date]) -> usize {
    let day = outlook.next().map_or(today, |next| next.ideal);
    firsts.iter().position(|first| *first == day.first_of_month()).unwrap_or_default()
}

/// The words of what is there to see; what is not there needs no explaining.
fn legend(reader: &Reader, months: &[Month]) -> Vec<(DayMeaning, String)> {
    let days = || months.iter().flat_map(|month| &month.days);
    let all = [
        DayMeaning::Session(Held::Done),
        DayMeaning::Session(Held::Missed),
        DayMeaning::Session(Held::Skipped),
        DayMeaning::Session(Held::Planned),
        DayMeaning::State(DayState::Possible),
        DayMeaning::State(DayState::Locked),
        DayMeaning::State(DayState::Kept),
        DayMeaning::Today,
    ];
    let there = |meaning: &DayMeaning| match meaning {
        DayMeaning::Session(held) => days().any(|day| day.session == Some(*held)),
        DayMeaning::State(state) => days().any(|day| day.session.is_none() && day.state == *state),
        DayMeaning::Today => days().any(|day| day.today),
    };
    let key = |meaning: DayMeaning| match meaning {
        DayMeaning::Session(held) => word_of(held),
        DayMeaning::State(state) => word(state).unwrap_or("plan-possible"),
        DayMeaning::Today => "plan-today",
    };
    let named = |meaning: DayMeaning| (meaning, reader.say.text(key(meaning)));
    all.into_iter().filter(there).map(named).collect()
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
    let months: Vec<Date> = months.take_while(|month| *month <= to).collect();
    // Of a plan that lay still for long, the months around today say more than the empty ones before.
    let skipped = months.iter().position(|month| *month >= today.first_of_month()).unwrap_or(0);
    let skipped = if months.len() > MONTHS { skipped.saturating_sub(1) } else { 0 };
    months.into_iter().skip(skipped).take(MONTHS).collect()
}

fn one(reader: &Reader, outlook: &Outlook<'_>, first: Date) -> Month {
    let say = &reader.say;
    let year = first.year().to_string();
    let title = [("month", say.month(first.month()).into()), ("year", year.into())];
    // Any week will do for the names of its days.
    let monday = first.saturating_sub(i32::from(first.weekday().to_monday_zero_offset()).days());
    let name = |offset: i32| say.weekday(monday.saturating_add(offset.days()));
    let days = (0..i32::from(first.days_in_month()))
        .map(|offset| day(reader, outlook, first.saturating_add(offset.days())));
    Month {
        title: say.with("plan-month", &title),
        weekdays: [0, 1, 2, 3, 4, 5, 6].map(name),
        before: u8::try_from(first.weekday().to_monday_zero_offset()).unwrap_or_default(),
        days: days.collect(),
    }
}

fn day(reader: &Reader, outlook: &Outlook<'_>, date: Date) -> MonthDay {
    let today = reader.now.date();
    let state = drawn(calendar::state(outlook, date, today));
    let session = calendar::held(outlook, date);
    let tap = date >= today && !outlook.is_refused() && outlook.next().is_some();
    let asks = if outlook.begun.is_some() { "move" } else { "first" };
    MonthDay {
        day: u8::try_from(date.day()).unwrap_or_default(),
        state,
        session: session.map(|(_, held)| became(held)),
        today: date == today,
        label: label(reader, outlook, date, state),
        href: tap.then(|| reader.to(To::Plan).ask(asks, date).into()),
    }
}

fn label(reader: &Reader, outlook: &Outlook<'_>, date: Date, state: DayState) -> String {
    let say = &reader.say;
    let mut words = vec![say.day(date)];
    if date == reader.now.date() {
        words.push(say.text("today"));
    }
    if let Some((n, held)) = calendar::held(outlook, date) {
        let held = say.text(word_of(became(held)));
        words.push(say.with("plan-session-n", &[("n", n.into()), ("held", held.into())]));
    }
    words.extend(word(state).map(|key| say.text(key)));
    let kept = outlook.kept.iter().filter(|stretch| stretch.has(date) && date >= reader.now.date());
    words.extend(kept.map(|stretch| why::name(reader, stretch)));
    say.list(words)
}

/// The text that names a state of a day.
fn word(state: DayState) -> Option<&'static str> {
    match state {
        DayState::Plain => None,
        DayState::Locked => Some("plan-locked"),
        DayState::Kept => Some("plan-kept"),
        DayState::Possible => Some("plan-possible"),
        DayState::Best => Some("plan-best"),
    }
}

/// The text that names what became of a session.
fn word_of(held: Held) -> &'static str {
    match held {
        Held::Done => "plan-held-done",
        Held::Missed => "plan-held-missed",
        Held::Skipped => "plan-held-skipped",
        Held::Planned => "plan-held-planned",
    }
}

fn became(held: calendar::Held) -> Held {
    match held {
        calendar::Held::Done => Held::Done,
        calendar::Held::Missed => Held::Missed,
        calendar::Held::Skipped => Held::Skipped,
        calendar::Held::Planned => Held::Planned,
    }
}

/// How it is drawn what a day is good for.
fn drawn(state: calendar::DayState) -> DayState {
    match state {
        calendar::DayState::Plain => DayState::Plain,
        calendar::DayState::Locked => DayState::Locked,
        calendar::DayState::Kept => DayState::Kept,
        calendar::DayState::Possible => DayState::Possible,
        calendar::DayState::Best => DayState::Best,
    }
}
