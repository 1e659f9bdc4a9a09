//! The card of the next session: its day, the moment before which it must not begin, and what it waits for.

use chart::plan::Outlook;
use maud::{Markup, html};

use super::choose::clock;
use super::context::Page;
use crate::frame::Reader;
use crate::locks;
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Look, actions, button, disclosure, field, hidden, lead_card, link_button,
};

/// The next session, or why there is none.
pub(super) fn next(page: &Page<'_>, outlook: &Outlook<'_>) -> Markup {
    let (reader, say, today) = (page.reader, &page.reader.say, page.reader.now.date());
    let Some(next) = outlook.next() else { return none(reader, outlook) };
    let counted = [("n", next.n.into()), ("of", outlook.total().into())];
    let words =
        [("day", say.near_day(next.ideal, today).into()), ("time", clock(outlook.minute).into())];
    let key = if outlook.is_provisional() { "plan-next-likely" } else { "plan-next" };
    let body = html! {
        p { (say.with("plan-of", &counted)) }
        @if outlook.is_provisional() {
            p { strong { (locks::headline(reader, &outlook.standing, &outlook.decided)) } }
            p { (say.text("plan-likely")) }
        }
        p { (window(reader, outlook)) }
        @if let Some(due) = outlook.due() {
            p { (say.with("plan-late", &[("day", say.day(due).into())])) }
        }
        (locks::all(reader, &outlook.standing))
        div.no-print {
            (actions(&ways(reader, outlook)))
            (disclosure(&say.text("plan-other-day"), &other_day(page, next.n), is_refused(page)))
        }
    };
    lead_card(&say.with(key, &words), &body)
}

/// All are done, or something that has no end stands in the way.
fn none(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let say = &reader.say;
    if outlook.is_over() {
        let body = html! { p { (say.text("plan-finished-what")) } };
        return lead_card(&say.text("plan-finished"), &body);
    }
    let body = html! {
        p { (say.text("plan-none-yet")) }
        (locks::all(reader, &outlook.standing))
        div.no-print { (actions(&locks::ways_on(reader, &outlook.standing))) }
    };
    lead_card(&locks::headline(reader, &outlook.standing, &outlook.decided), &body)
}

/// "Not before tomorrow 19:00, best by Sat 12 Dec."
fn window(reader: &Reader, outlook: &Outlook<'_>) -> String {
    let (say, today) = (&reader.say, reader.now.date());
    let by = outlook.next().map_or(today, |next| next.best_by);
    let by = ("by", say.near_day(by, today).into());
    match outlook.not_before().filter(|moment| **moment > reader.now) {
        Some(moment) => {
            say.with("plan-window", &[("from", locks::when(reader, moment).into()), by])
        }
        None if outlook.is_provisional() => say.with("plan-window-likely", &[by]),
        None => say.with("plan-window-open", &[by]),
    }
}

fn ways(reader: &Reader, outlook: &Outlook<'_>) -> Vec<Markup> {
    let say = &reader.say;
    let look = if outlook.standing.is_open() { Look::Primary } else { Look::Secondary };
    let session = link_button(
        look,
        Some(Icon::Session),
        &say.text("plan-to-session"),
        &reader.to(To::SessionStart),
    );
    match outlook.is_provisional() && !outlook.is_refused() {
        true => {
            let mut ways = locks::ways_on(reader, &outlook.standing);
            ways.truncate(1);
            ways
        }
        false => vec![session],
    }
}

/// Whether something is wrong with moving it or leaving it out.
fn is_refused(page: &Page<'_>) -> bool {
    page.asked.form.wrong_fields().any(|field| matches!(field, "move" | "reason"))
}

/// Moving it, which a tap on a day of the calendar does too, and leaving it out.
fn other_day(page: &Page<'_>, n: u16) -> Markup {
    let say = &page.reader.say;
    let today = page.reader.now.date().to_string();
    let problem = page.asked.form.told(say, "move");
    let day = Field {
        name: "move",
        label: &say.text("plan-move-to"),
        hint: Some(&say.text("plan-move-tap")),
        value: page.asked.form.text("move"),
        problem: problem.as_deref(),
        required: true,
        input: Input::Date(Some(&today), None),
    };
    html! {
        form method="get" action=(page.reader.to(To::Plan)) {
            (field(&day))
            (actions(&[button(Look::Secondary, None, &say.text("plan-look"))]))
        }
        (disclosure(&say.with("plan-skip", &[("n", n.into())]), &skip(page, n), page.asked.form.told(say, "reason").is_some()))
    }
}

fn skip(page: &Page<'_>, n: u16) -> Markup {
    let (say, form) = (&page.reader.say, &page.asked.form);
    let problem = form.told(say, "reason");
    let reason = Field {
        name: "reason",
        label: &say.text("session-stop-reason"),
        hint: None,
        value: form.text("reason"),
        problem: problem.as_deref(),
        required: false,
        input: Input::Text,
    };
    html! {
        p { (say.text("plan-skip-what")) }
        form method="post" action=(page.reader.to(To::SessionSkip)) {
            (hidden("id", &form.id::<store::Session>(page.reader.at()).to_string()))
            (hidden("n", &n.to_string()))
            (field(&reason))
            (actions(&[button(Look::Secondary, None, &say.text("plan-skip-go"))]))
        }
    }
}
