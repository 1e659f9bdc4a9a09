//! The forms of the plan: choosing the first day, beginning, moving, ending.

use chart::plan::Outlook;
use jiff::civil::Date;
use maud::{Markup, html};
use store::Id;

use super::page::Asked;
use crate::ui::{
    Field, Icon, Input, Look, actions, button, disclosure, field, hidden, lead_card, plain_card,
    select,
};
use crate::visit::Owner;

/// The first and the last time of day that is offered, and the step, minutes.
const TIMES: (u16, u16, u16) = (6 * 60, 23 * 60, 30);

/// Choosing the first day and beginning with it.
pub(super) fn begin(owner: &Owner, outlook: &Outlook<'_>, asked: &Asked) -> Markup {
    let say = &owner.say;
    let Some(first) = outlook.next() else { return html! {} };
    let day = asked.first_typed.clone().unwrap_or_else(|| first.ideal.to_string());
    let words = [("day", say.day(first.ideal).into())];
    let body = html! {
        form method="get" action="/plan" {
            (day_field(owner, "plan-first", &day, asked.first_problem.as_deref()))
            (actions(&[button(Look::Secondary, None, &say.text("plan-look"))]))
        }
        form method="post" action="/plan/begin" {
            (hidden("id", &Id::new(owner.app.now()).to_string()))
            (hidden("first", &first.ideal.to_string()))
            (time_field(owner, outlook.minute))
            (actions(&[button(Look::Primary, Some(Icon::Plan), &say.with("plan-begin", &words))]))
        }
    };
    lead_card(&say.text("plan-choose"), &body)
}

/// Moving and ending what was begun.
pub(super) fn change(owner: &Owner, outlook: &Outlook<'_>, asked: &Asked) -> Markup {
    let say = &owner.say;
    let Some(begun) = &outlook.begun else { return html! {} };
    let first = asked.first_typed.clone().unwrap_or_else(|| begun.record.first.to_string());
    let body = html! {
        form method="post" action="/plan/move" {
            @if outlook.is_fresh() {
                (day_field(owner, "plan-first", &first, asked.first_problem.as_deref()))
            } @else {
                p { (say.text("plan-move-days")) }
            }
            (time_field(owner, outlook.minute))
            (actions(&[button(Look::Secondary, None, &say.text("save"))]))
        }
        (disclosure(&say.text("plan-end"), &html! {
            p { (say.text("plan-end-what")) }
            form method="post" action="/plan/end" {
                (actions(&[button(Look::Danger, None, &say.text("plan-end-go"))]))
            }
        }, false))
    };
    let wrong = asked.first_problem.is_some();
    html! { div.no-print { (plain_card(&disclosure(&say.text("plan-change"), &body, wrong))) } }
}

fn day_field(owner: &Owner, key: &str, value: &str, problem: Option<&str>) -> Markup {
    let today: Date = owner.now.date();
    let today = today.to_string();
    field(&Field {
        name: "first",
        label: &owner.say.text(key),
        hint: None,
        value,
        problem,
        required: true,
        input: Input::Date(Some(&today), None),
    })
}

fn time_field(owner: &Owner, chosen: u16) -> Markup {
    let (from, to, step) = TIMES;
    let mut times: Vec<u16> = (from..=to).step_by(usize::from(step)).collect();
    if !times.contains(&chosen) {
        times.push(chosen);
        times.sort_unstable();
    }
    let option = |minute: u16| (minute.to_string(), clock(minute));
    let options: Vec<(String, String)> = times.into_iter().map(option).collect();
    select("minute", &owner.say.text("plan-time"), &options, &chosen.to_string())
}

/// Minutes after midnight as a clock shows them.
pub(super) fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
