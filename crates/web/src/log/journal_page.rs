//! The page of the journal.

use axum::response::Response;
use maud::{Markup, html};
use store::{Actor, Broken, JournalRow, What};

use super::page::back;

use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::paging::{self, Part};
use crate::say::Say;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice};

/// What came out of checking the journal.
pub(super) enum Checked {
    /// All of it is as it was written: so many rows.
    Whole(u64),
    /// It is not.
    Broken(Broken),
    /// It is, but so many entries are not what it says.
    Damaged(usize),
}

pub(super) fn page(
    reader: &Reader,
    part: &Part<'_, JournalRow>,
    checked: Option<&Checked>,
) -> Response {
    let say = &reader.say;
    let title = say.text("log-journal");
    let rows: Vec<(String, Markup)> = part.rows.iter().map(|row| fact(reader, row)).collect();
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Log), &back(reader))), Some(&say.text("log-journal-why"))))
        @if let Some(checked) = checked { (result(say, checked)) }
        form method="post" action=(reader.to(To::JournalVerify)) {
            (ui::button(Look::Secondary, Some(Icon::Proceed), &say.text("log-verify")))
        }
        (ui::plain_card(&ui::facts(&rows)))
        (paging::links(say, part, &reader.to(To::Journal), super::PAGES))
    };
    layout::page(reader, Tab::Log, &title, &body)
}

fn result(say: &Say, checked: &Checked) -> Markup {
    let what = match checked {
        Checked::Whole(rows) => {
            return ui::notice(
                Notice::Done,
                &say.with("log-verified", &[("rows", (*rows).into())]),
            );
        }
        Checked::Damaged(count) => say.with("log-broken-entries", &[("count", (*count).into())]),
        Checked::Broken(broken) => broken_words(say, broken),
    };
    ui::notice(Notice::Problem, &format!("{what} {}", say.text("log-broken-next")))
}

fn broken_words(say: &Say, broken: &Broken) -> String {
    match broken {
        Broken::Edited { n } => say.with("log-broken-edited", &[("n", (*n).into())]),
        Broken::Missing { n } => say.with("log-broken-missing", &[("n", (*n).into())]),
        Broken::Ends { found, expected } => say.with(
            "log-broken-ends",
            &[("found", (*found).into()), ("expected", (*expected).into())],
        ),
        Broken::Older { rows, then } => {
            say.with("log-broken-older", &[("rows", (*rows).into()), ("then", (*then).into())])
        }
        Broken::Head | Broken::Store(_) => say.text("log-broken-head"),
    }
}

fn fact(reader: &Reader, row: &JournalRow) -> (String, Markup) {
    let say = &reader.say;
    let when = say.near_moment(&say.zoned(row.at, &reader.now), &reader.now);
    let thing = format!("log-thing-{}", row.table);
    let thing = say.text(if say.has(&thing) { &thing } else { "log-thing-other" });
    let did = say.with(&format!("log-did-{}", what(row.what)), &[("thing", thing.into())]);
    let who = say.text(&format!("log-who-{}", who(reader, row.actor)));
    (when, html! { (did) " " span class="quiet" { (who) } })
}

fn what(what: What) -> &'static str {
    match what {
        What::Added => "added",
        What::Changed => "changed",
        What::Removed => "removed",
        What::Erased => "erased",
        What::Read => "read",
    }
}

fn who(reader: &Reader, actor: Actor) -> &'static str {
    match actor {
        Actor::Owner => "owner",
        Actor::Person(person) if person == reader.person.id => "owner",
        Actor::Person(_) => "other",
        Actor::Staff(_) => "staff",
        Actor::Command => "command",
        Actor::Program => "system",
    }
}
