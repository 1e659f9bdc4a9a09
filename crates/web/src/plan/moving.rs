//! The next session tried on another day, before it is moved: what would follow, or what forbids it.

use crate::to::To;
use care::programme::Window;
use chart::plan::Outlook;
use chart::plan::change::{Refused, try_day};
use jiff::civil::Date;
use maud::{Markup, html};

use super::choose::clock;
use super::context::Page;
use super::why;
use crate::ui::{
    Icon, Look, Notice, actions, button, hidden, lead_card, link_button, notice, points,
};

/// So many sessions after it are told.
const FOLLOWING: usize = 2;

/// The day that was asked for; nothing if none was, or where nothing is planned.
pub(super) fn asked(page: &Page<'_>, outlook: &Outlook<'_>) -> Markup {
    let (Some(day), Some(next)) = (page.asked.to, outlook.next()) else { return html! {} };
    if outlook.begun.is_none() {
        return html! {};
    }
    let reader = page.reader;
    match try_day(&reader.protocol, page.chart, &reader.now, day) {
        _ if next.ideal == day => here(page, next),
        Ok(tried) => would(page, &tried.outlook, next.n, day),
        Err(refused) => forbidden(page, next.n, day, &refused),
    }
}

fn title(page: &Page<'_>, n: u16, day: Date) -> String {
    let say = &page.reader.say;
    say.with("plan-put", &[("n", n.into()), ("day", say.day(day).into())])
}

fn away(page: &Page<'_>) -> Markup {
    link_button(Look::Quiet, None, &page.reader.say.text("plan-put-not"), &page.reader.to(To::Plan))
}

/// It is planned for that day.
fn here(page: &Page<'_>, next: &Window) -> Markup {
    let say = &page.reader.say;
    let words = [("n", next.n.into()), ("day", say.day(next.ideal).into())];
    notice(Notice::Info, &say.with("plan-put-here", &words))
}

fn would(page: &Page<'_>, outlook: &Outlook<'_>, n: u16, day: Date) -> Markup {
    let say = &page.reader.say;
    let following = outlook.plan.sessions.iter().skip(1).take(FOLLOWING).map(|window| {
        say.with("plan-put-then", &[("n", window.n.into()), ("day", say.day(window.ideal).into())])
    });
    let last = outlook.plan.sessions.last().filter(|last| usize::from(last.n - n) > FOLLOWING);
    let last = last.map(|last| say.with("plan-put-last", &[("day", say.date(last.ideal).into())]));
    let words = [("day", say.day(day).into()), ("time", clock(outlook.minute).into())];
    let body = html! {
        p { (say.with("plan-put-what", &words)) }
        (points(Icon::Session, &following.chain(last).collect::<Vec<_>>()))
        form method="post" action=(page.reader.to(To::SessionMove)) {
            (hidden("n", &n.to_string()))
            (hidden("to", &day.to_string()))
            (actions(&[button(Look::Primary, Some(Icon::Plan), &say.text("plan-put-go")), away(page)]))
        }
    };
    lead_card(&title(page, n, day), &body)
}

fn forbidden(page: &Page<'_>, n: u16, day: Date, refused: &Refused<'_>) -> Markup {
    let (reader, say) = (page.reader, &page.reader.say);
    let (why, first) = match refused {
        Refused::Forbidden(forbidden) => {
            (why::forbidden_on(reader, day, forbidden), Some(forbidden.first))
        }
        Refused::Early(earliest) => (vec![why::refused(reader, day, refused)], Some(*earliest)),
        refused => (vec![why::refused(reader, day, refused)], None),
    };
    let instead = match refused {
        Refused::Forbidden(forbidden) => why::instead(reader, day, forbidden),
        _ => None,
    };
    let first = first.filter(|first| *first > day);
    let go = first.map(|first| {
        let word = say.with("plan-put-instead", &[("day", say.day(first).into())]);
        link_button(Look::Secondary, None, &word, &reader.to(To::Plan).ask("move", first))
    });
    let body = html! {
        (notice(Notice::Problem, &say.with("plan-put-cannot", &[("day", say.day(day).into())])))
        (points(Icon::Locked, &why))
        @if let Some(instead) = instead { p { (instead) } }
        (actions(&go.into_iter().chain([away(page)]).collect::<Vec<_>>()))
    };
    lead_card(&title(page, n, day), &body)
}
