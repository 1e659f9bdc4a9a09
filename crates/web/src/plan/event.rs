//! How the skin likely looks on a day of one's own.
//!
//! How that is counted is told in [`chart::plan::event`].

use chart::plan::Outlook;
use chart::plan::event::{Likely, days_between, likely, no_later};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::frame::Reader;
use crate::sources;
use crate::ui::{Notice, notice};

/// The answer about a day.
pub(super) fn answer(reader: &Reader, outlook: &Outlook<'_>, event: Date) -> Markup {
    let (say, plan) = (&reader.say, &outlook.plan);
    let (likely, last) = likely(outlook, event);
    let session = last.unwrap_or(event);
    let words = [
        ("event", say.day(event).into()),
        ("session", say.day(session).into()),
        ("days", days_between(session, event).into()),
        ("until", say.day(no_later(outlook, event)).into()),
    ];
    let key = match likely {
        Likely::Untouched => "plan-event-untouched",
        Likely::Calm => "plan-event-calm",
        Likely::Perhaps => "plan-event-perhaps",
        Likely::Seen => "plan-event-seen",
    };
    let class = format!("length-class-{}", care::words::Word::word(plan.class));
    let row = reader.protocol.length_class_row(plan.class);
    html! {
        (notice(Notice::Info, &say.with(key, &words)))
        @if matches!(likely, Likely::Perhaps | Likely::Seen) {
            p { (say.with("plan-event-no-later", &words)) }
        }
        @if let Some(row) = row { (sources::of(reader, &class, &row.evidence)) }
    }
}
