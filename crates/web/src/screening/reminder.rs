//! `GET /verdict/reminder.ics`: one whole day for the calendar of one's choice, with a title that gives nothing away.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::screening::decided;
use text::calendar::{Reminder, reminder};

use crate::caller::Opened;
use crate::feed;
use crate::problem::Problem;

/// `GET /verdict/reminder.ics`: only while there is a day to wait for.
pub(crate) async fn file(opened: Opened) -> Result<Response, Problem> {
    let (chart, protocol) = (opened.chart().await?, &opened.protocol);
    let decided = decided::decide(protocol, &chart, &opened.now).ok_or(Problem::NotFound)?;
    let day = decided.decision.verdict.until().ok_or(Problem::NotFound)?;
    let file = reminder(&Reminder {
        // Says nothing, and is the same for every download of the same day.
        uid: &feed::lasting_name(opened.person.id.any(), &format!("reminder {day}")),
        day,
        title: &opened.say.text("screening-reminder-title"),
        description: &opened.say.text("screening-reminder-description"),
        stamp: opened.person.changed,
    });
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"reminder.ics\""),
    ];
    Ok((headers, file).into_response())
}
