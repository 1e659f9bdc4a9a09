//! `GET /log/screening/{id}`: a screening as it was decided then, whatever the protocol says now.

use axum::response::Response;
use care::words::Word;
use chart::log::because;
use maud::{Markup, html};
use store::records::{Finding, Screening};
use store::{Entry, Id};

use super::line::sentence;
use super::page::{back, on};
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui;
use crate::visit::Owner;

pub(crate) async fn decided(owner: Owner, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let found = owner.app.store().find::<Screening>(owner.person.id, id).await?;
    Ok(page(&owner, &found.ok_or(Problem::NotFound)?))
}

fn page(owner: &Owner, entry: &Entry<Screening>) -> Response {
    let (say, record) = (&owner.say, &entry.record);
    let title = sentence(&owner.protocol, record);
    let when = say.zoned(entry.created, &owner.now);
    let under = say.with("log-decided-on", &[("date", say.date(when.date()).into())]);
    let body = html! {
        (ui::page_header(&say.text("log-decided"), Some((&owner.to(To::Log), &back(owner))), Some(&under)))
        (ui::verdict_banner(record.verdict, &title, &html! { p { (say.text("log-decided-then")) } }))
        @if record.findings.is_empty() { p { (say.text("log-decided-nothing")) } }
        @for finding in &record.findings { (reason(owner, record, finding)) }
        (ui::facts(&[
            (say.text("log-decided-for"), html! { (say.date(record.on)) }),
            (say.text("log-decided-by"), html! { (record.protocol.name) " " (record.protocol.version)
                @if let Some(variant) = &record.protocol.variant { " (" (variant) ")" } }),
        ]))
        (on(owner, "log-decided-now", &owner.to(To::Verdict)))
    };
    layout::page(owner, Tab::Log, &say.text("log-decided"), &body)
}

/// Why an answer mattered and what it led to; a finding that today's protocol would not make of the same answers is
/// named by its rule and what was answered.
fn reason(owner: &Owner, record: &Screening, finding: &Finding) -> Markup {
    let key = format!("log-verdict-{}", finding.verdict.word());
    let until = finding.until.map(|date| owner.say.date(date)).unwrap_or_default();
    let alone = owner.say.with(&key, &[("until", until.into())]);
    match because(&owner.protocol, &owner.person.record, record, finding) {
        Some(because) => ui::plain_card(&html! { p { (because) } p class="quiet" { (alone) } }),
        None => ui::plain_card(&html! {
            p { code { (finding.rule) } } p { code { (finding.answered) } } p class="quiet" { (alone) }
        }),
    }
}
