//! The forms of the plan: choosing the first day and beginning on it, changing it, ending.

use care::protocol::rows::Rhythm;
use care::words::{RhythmChoice, Word as _};
use chart::Chart;
use chart::plan::Outlook;
use chart::plan::begin::{Refused, may_begin_on};
use jiff::civil::Date;
use maud::{Markup, html};
use store::records::Programme;
use text::tell::verdict;

use super::context::Page;
use super::why;
use crate::fields::Fields;
use crate::form::show::upon;
use crate::frame::Reader;
use crate::sources;
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Kind, Look, actions, button, button_to, choice, choices, disclosure, field,
    fold, hidden, lead_card, select,
};

/// The first and the last time of day that is offered, and the step, minutes.
const TIMES: (u16, u16, u16) = (6 * 60, 23 * 60, 30);

/// Choosing the first day and beginning on it. It stands in a form of the caller's, whose first button only looks: what
/// is typed is never lost, and the day typed is the day begun.
pub(super) fn begin(page: &Page<'_>, outlook: &Outlook<'_>) -> Markup {
    let (reader, say) = (page.reader, &page.reader.say);
    let (Some(next), asked) = (outlook.next(), page.asked) else { return html! {} };
    let (form, ideal) = (&asked.form, next.ideal.to_string());
    let day = form.fields().text("first").unwrap_or(&ideal);
    let tried = || impossible(reader, page.chart, (asked.first?, asked.rhythm));
    let problem = form.told(say, "first").or_else(tried);
    let words = [("day", say.day(next.ideal).into()), ("n", outlook.total().into())];
    let minute = asked.minute.unwrap_or(outlook.minute);
    let body = html! {
        // Who has to wait reads it here, too: the first day is no promise that it is over.
        @if outlook.decided.decision.verdict.until().is_some() {
            p { strong { (verdict::of_decision(&reader.protocol, &outlook.decided.decision)) } }
        }
        p { (say.with("plan-would", &words)) }
        (hidden("id", &form.id::<Programme>(reader.at()).to_string()))
        (rhythms(reader, outlook))
        (day_field(reader, &why::early(reader, outlook), day, problem.as_deref()))
        (actions(&[button_to(Look::Secondary, &say.text("plan-look"), &reader.to(To::Plan), true)]))
        (disclosure(&say.with("plan-time-is", &[("time", clock(minute).into())]), &time_field(reader, minute), false))
        (actions(&[button(Look::Primary, Some(Icon::Plan), &say.text("plan-begin"))]))
    };
    lead_card(&say.text("plan-choose"), &body)
}

/// How often, where the protocol offers a choice, with who says what; nothing where there is none.
fn rhythms(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, protocol, plan) = (&reader.say, &reader.protocol, &outlook.plan);
    let rows: Vec<_> = protocol.rhythms(outlook.decided.person.setting, plan.planned).collect();
    let chosen = plan.rhythm.and_then(|row| row.choice);
    let text = |key: &str| protocol.texts().say(key).into_owned();
    let option = |row: &&Rhythm| {
        let (word, key) = (row.choice?, format!("rhythm-{}", row.id));
        let checked = Some(word) == chosen;
        Some(choice("rhythm", word.word(), &text(&key), None, checked, Kind::Radio))
    };
    let options: Vec<Markup> = rows.iter().filter_map(option).collect();
    if options.len() < 2 {
        return html! {};
    }
    let why = html! {
        @for row in &rows {
            @let key = format!("rhythm-{}", row.id);
            p { strong { (text(&key)) } " " (text(&format!("{key}.because"))) }
            (sources::of(reader, &key, &row.evidence))
        }
    };
    html! {
        (choices(&say.text("plan-rhythm-choose"), None, &options, None))
        (disclosure(&say.text("plan-rhythm-why"), &why, false))
    }
}

/// Why a programme can't begin on a day in a rhythm, if it can't.
pub(super) fn impossible(
    reader: &Reader,
    chart: &Chart,
    (first, rhythm): (Date, Option<RhythmChoice>),
) -> Option<String> {
    let protocol = &reader.protocol;
    let outlook = Outlook::trying(protocol, chart, &reader.now, (Some(first), rhythm))?;
    match may_begin_on(protocol, chart, &reader.now, (first, rhythm)).err()? {
        Refused::Early(_) => Some(why::early(reader, &outlook)),
        Refused::Forbidden => Some(why::forbidden_in_line(reader, first, &outlook.forbids(first))),
        _ => None,
    }
}

/// Changing and ending what was begun.
pub(super) fn change(page: &Page<'_>, outlook: &Outlook<'_>) -> Markup {
    let (reader, say) = (page.reader, &page.reader.say);
    let Some(begun) = &outlook.begun else { return html! {} };
    let (problem, day) = (page.asked.form.told(say, "first"), begun.record.first.to_string());
    let overtaken = page.asked.form.told(say, "upon").is_some();
    let (wrong, form) = (problem.is_some() || overtaken, &page.asked.form);
    let first = if wrong && form.fields().has("first") { form.text("first") } else { &day };
    let body = html! {
        form method="post" action=(reader.to(To::PlanMove)) {
            (upon(say, &page.asked.form, &print(&begun.record)))
            @if outlook.is_fresh() {
                (day_field(reader, &why::early(reader, outlook), first, problem.as_deref()))
            } @else {
                p { (say.text("plan-move-days")) }
            }
            (time_field(reader, page.asked.minute.filter(|_| overtaken).unwrap_or(outlook.minute)))
            (actions(&[button(Look::Secondary, None, &say.text("save"))]))
        }
        (disclosure(&say.text("plan-end"), &html! {
            p { (say.text("plan-end-what")) }
            form method="post" action=(reader.to(To::PlanEnd)) {
                (actions(&[button(Look::Danger, None, &say.text("plan-end-go"))]))
            }
        }, false))
    };
    let gist = say.text("plan-change-gist");
    html! { div.no-print { (fold(&say.text("plan-change"), &gist, &body, wrong)) } }
}

/// What the form that changes a programme is drawn upon.
pub(super) fn print(begun: &Programme) -> String {
    let (first, minute) = (begun.first.to_string(), begun.minute.to_string());
    Fields::of([("first".to_owned(), first), ("minute".to_owned(), minute)]).print()
}

fn day_field(reader: &Reader, hint: &str, value: &str, problem: Option<&str>) -> Markup {
    let today: Date = reader.now.date();
    let today = today.to_string();
    field(&Field {
        name: "first",
        label: &reader.say.text("plan-first"),
        // The problem says the same where there is one.
        hint: Some(hint).filter(|hint| problem != Some(*hint)),
        value,
        problem,
        required: true,
        input: Input::Date(Some(&today), None),
    })
}

fn time_field(reader: &Reader, chosen: u16) -> Markup {
    let (from, to, step) = TIMES;
    let mut times: Vec<u16> = (from..=to).step_by(usize::from(step)).collect();
    if !times.contains(&chosen) {
        times.push(chosen);
        times.sort_unstable();
    }
    let option = |minute: u16| (minute.to_string(), clock(minute));
    let options: Vec<(String, String)> = times.into_iter().map(option).collect();
    select("minute", &reader.say.text("plan-time"), &options, &chosen.to_string())
}

/// Minutes after midnight as a clock shows them.
pub(super) fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
