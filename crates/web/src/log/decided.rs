//! `GET /log/screening/{id}`: a screening as it was decided then, whatever the protocol says now.

use axum::response::Response;
use care::words::Word;
use chart::log::because;
use maud::{Markup, html};
use store::records::{Finding, Screening};
use store::{Entry, ScreeningId};

use super::line::sentence;
use super::page::{back, on};
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui;

pub(crate) async fn decided(opened: Opened, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: ScreeningId = id.parse().map_err(|_| Problem::NotFound)?;
    let found = opened.app.store().find::<Screening>(opened.person.id, id).await?;
    Ok(page(&opened, &found.ok_or(Problem::NotFound)?))
}

/// The page of a screening.
pub(super) fn page(reader: &Reader, entry: &Entry<Screening>) -> Response {
    let (say, record) = (&reader.say, &entry.record);
    let title = sentence(&reader.protocol, record);
    let when = say.zoned(entry.created, &reader.now);
    let under = say.with("log-decided-on", &[("date", say.date(when.date()).into())]);
    let body = html! {
        (ui::page_header(&say.text("log-decided"), Some((&reader.to(To::Log), &back(reader))), Some(&under)))
        (ui::verdict_card(record.verdict, &title, &html! { p { (say.text("log-decided-then")) } }))
        @if record.findings.is_empty() { p { (say.text("log-decided-nothing")) } }
        @for finding in &record.findings { (reason(reader, record, finding)) }
        (ui::facts(&[
            (say.text("log-decided-for"), html! { (say.date(record.on)) }),
            (say.text("log-decided-by"), html! { span translate="no" { (record.protocol.name) " " (record.protocol.version)
                @if let Some(variant) = &record.protocol.variant { " (" (variant) ")" } } }),
        ]))
        (on(reader, "log-decided-now", &reader.to(To::Verdict)))
    };
    layout::page(reader, Tab::Log, &say.text("log-decided"), &body)
}

/// Why an answer mattered and what it led to; a finding that today's protocol would not make of the same answers is
/// named by its rule and what was answered.
fn reason(reader: &Reader, record: &Screening, finding: &Finding) -> Markup {
    let key = format!("log-verdict-{}", finding.verdict.word());
    let until = finding.until.map(|date| reader.say.date(date)).unwrap_or_default();
    let alone = reader.say.with(&key, &[("until", until.into())]);
    match because(&reader.protocol, &reader.person.record, record, finding) {
        Some(because) => ui::plain_card(&html! { p { (because) } p class="quiet" { (alone) } }),
        None => ui::plain_card(&html! {
            p { code translate="no" { (finding.rule) } } p { code translate="no" { (finding.answered) } } p class="quiet" { (alone) }
        }),
    }
}
