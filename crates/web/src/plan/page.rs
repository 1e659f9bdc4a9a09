//! The plan's page, from the next session down to what the evidence says.

use axum::response::Response;
use chart::Chart;
use chart::plan::Outlook;
use jiff::civil::Date;
use maud::{Markup, html};
use text::show::decision_sentence;

use super::{before, calendar, choose, event, evidence, how};
use crate::fields::Fields;
use crate::layout::{Tab, page};
use crate::locks;
use crate::screening::verdict::who_decided;
use crate::typed;
use crate::ui::{
    Icon, Look, actions, card, empty, lead_card, link_button, page_header, points, two_columns,
    verdict_banner,
};
use crate::visit::Owner;

/// Sessions listed in words where there are many; the rhythm says the rest.
const LISTED: usize = 6;

/// What was asked for in the address or a form, with what is wrong with it.
#[derive(Default)]
pub(super) struct Asked {
    /// The first day to try.
    pub first: Option<Date>,
    pub first_typed: Option<String>,
    pub first_problem: Option<String>,
    /// The day of an event.
    pub event: Option<Date>,
    pub event_typed: Option<String>,
    pub event_problem: Option<String>,
}

impl Asked {
    /// Reads the two days; what can't be used is told beside its field.
    pub(super) fn read(owner: &Owner, fields: &Fields) -> Self {
        let read = |name: &str| {
            let typed = fields.text(name)?;
            Some((typed.to_owned(), typed::coming_day(typed, owner.now.date())))
        };
        let problem = |wrong: typed::Wrong| wrong.say(&owner.say);
        let mut asked = Self::default();
        if let Some((typed, day)) = read("first") {
            asked.first_typed = Some(typed).filter(|_| day.is_err());
            (asked.first, asked.first_problem) = (day.ok(), day.err().map(problem));
        }
        if let Some((typed, day)) = read("event") {
            asked.event_typed = Some(typed);
            (asked.event, asked.event_problem) = (day.ok(), day.err().map(problem));
        }
        asked
    }
}

/// The whole page.
pub(super) fn plan(owner: &Owner, chart: &Chart, asked: &Asked, rolling: &Markup) -> Response {
    let say = &owner.say;
    let title = say.text("plan-title");
    let body = match Outlook::of(&owner.protocol, chart, &owner.now, asked.first) {
        Some(outlook) => body(owner, &outlook, asked, rolling),
        None => {
            let (word, why) = (say.text("plan-questions-go"), say.text("plan-questions-why"));
            let go = Some((word.as_str(), "/screening"));
            html! { h1.hidden { (title) } (empty(Icon::Plan, &say.text("plan-questions"), &why, go)) }
        }
    };
    page(owner, Tab::Plan, &title, &body)
}

fn body(owner: &Owner, outlook: &Outlook<'_>, asked: &Asked, rolling: &Markup) -> Markup {
    let refused = outlook.is_refused();
    let first = html! {
        @if refused { (refusal(owner, outlook)) }
        @else if outlook.begun.is_none() { (choose::begin(owner, outlook, asked)) }
        @else { (next(owner, outlook)) }
        @if !refused {
            (sessions(owner, outlook))
            (how::keep_free(owner, outlook))
            (event::event(owner, outlook, asked))
        }
        (choose::change(owner, outlook, asked))
    };
    let second = html! {
        // Whoever may not be needled need not prepare or buy anything for it.
        @if !refused {
            (before::preparation(owner, outlook))
            (before::shopping(owner, outlook))
        }
        (how::how(owner, outlook))
        (rolling)
        (how::device(owner, outlook))
        (evidence::rhythm(owner, outlook))
        (evidence::goals(owner, outlook))
    };
    html! {
        // The verdict's banner is the heading where there is one.
        @if !refused { (page_header(&owner.say.text("plan-title"), None, None)) }
        (two_columns(&first, &second))
        (who_decided(owner))
    }
}

/// The answers speak against it: the sentence, and where its reasons are.
fn refusal(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    let (say, decision) = (&owner.say, &outlook.decided.decision);
    let sentence = decision_sentence(&owner.protocol, decision);
    let reason = html! {
        p { (say.text("plan-refused")) }
        p { a href="/screening/verdict" { (say.text("plan-refused-go")) } }
    };
    verdict_banner(decision.verdict.kind(), &sentence, &reason)
}

/// The next session: its window, its number, and what it waits for.
fn next(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    let (say, today) = (&owner.say, owner.now.date());
    let Some(next) = outlook.next() else {
        return lead_card(
            &say.text("plan-finished"),
            &html! { p { (say.text("plan-finished-what")) } },
        );
    };
    let counted = [("n", next.n.into()), ("of", outlook.total().into())];
    let words = [
        ("day", say.near_day(next.ideal, today).into()),
        ("from", say.near_day(next.not_before, today).into()),
        ("by", say.near_day(next.best_by, today).into()),
        ("time", choose::clock(outlook.minute).into()),
    ];
    let body = html! {
        p { (say.with("plan-of", &counted)) }
        p { (say.with("plan-window", &words)) }
        @if outlook.dated().is_some_and(|next| next.late) { p { (say.text("plan-late")) } }
        (waits(owner, outlook))
        div.no-print { (actions(&[link_button(Look::Secondary, Some(Icon::Session), &say.text("plan-to-session"), "/session")])) }
    };
    lead_card(&say.with("plan-next", &words), &body)
}

/// What it waits for, if anything does.
fn waits(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    locks::all(owner, &outlook.standing)
}

/// The calendar and the list of sessions.
fn sessions(owner: &Owner, outlook: &Outlook<'_>) -> Markup {
    let say = &owner.say;
    let sessions = &outlook.plan.sessions;
    let more = sessions.len().saturating_sub(LISTED);
    let one = |window: &care::programme::Window| {
        let words = [
            ("n", window.n.into()),
            ("day", say.day(window.ideal).into()),
            ("from", say.day(window.not_before).into()),
            ("by", say.day(window.best_by).into()),
        ];
        say.with("plan-session", &words)
    };
    let body = html! {
        @if !outlook.is_fresh() {
            p { (say.with("plan-done", &[("n", outlook.done().len().into()), ("of", outlook.total().into())])) }
        }
        (calendar::months(owner, outlook))
        @if !sessions.is_empty() {
            (points(Icon::Session, &sessions.iter().take(LISTED).map(one).collect::<Vec<_>>()))
        }
        @if let (true, Some(last)) = (more > 0, sessions.last()) {
            p.quiet { (say.with("plan-more", &[("n", more.into()), ("day", say.date(last.ideal).into())])) }
        }
    };
    card(&say.text("plan-sessions"), &body)
}
