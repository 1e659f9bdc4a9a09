//! What of the record can't be read: each entry with what happened to it, and what can be done.

use axum::response::Response;
use maud::{Markup, html};
use store::Damaged;

use super::page::back;
use crate::caller::Opened;
use crate::frame::{Missing, Reader};
use crate::layout::{self, Tab};
use crate::to::To;
use crate::ui::{Notice, card, facts, notice, page_header};

/// What is to be done, in this order.
const NEXT: [&str; 4] = ["gaps-next-call", "gaps-next-doctor", "gaps-next-mend", "gaps-next-key"];

/// `GET /log/gaps`
pub(crate) async fn gaps(opened: Opened) -> Response {
    page(&opened)
}

/// The page; what is missing is known to the frame.
pub(super) fn page(reader: &Reader) -> Response {
    let say = &reader.say;
    let title = say.text("gaps-title");
    let body = html! {
        (page_header(&title, Some((&reader.to(To::Log), &back(reader))), None))
        @match &reader.missing {
            Some(missing) => (told(reader, missing)),
            None => (notice(Notice::Done, &say.text("gaps-none"))),
        }
    };
    layout::page(reader, Tab::Log, &title, &body)
}

fn told(reader: &Reader, missing: &Missing) -> Markup {
    let say = &reader.say;
    let rows: Vec<(String, Markup)> =
        missing.gaps.all().iter().map(|gap| row(reader, gap)).collect();
    html! {
        p { (say.text("gaps-why")) }
        @if missing.gaps.decide() { p { strong { (say.text("gaps-decide")) } } }
        (card(&say.text("gaps-which"), &facts(&rows)))
        (card(&say.text("gaps-next"), &html! {
            div.prose { ol { @for key in NEXT { li { (say.text(key)) } } } }
        }))
    }
}

/// Its kind, what happened to it, and the id under which the doctor names it.
fn row(reader: &Reader, gap: &Damaged) -> (String, Markup) {
    let say = &reader.say;
    let why = say.text(&format!("damaged-{}", gap.why.word()));
    let what = html! { (why) " " code.quiet translate="no" { (gap.id) } };
    (say.text(&format!("log-thing-{}", gap.table)), what)
}
