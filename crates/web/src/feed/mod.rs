//! The calendar feed: a secret address under which a calendar program reads the dates, neutral unless asked otherwise.
//!
//! Whoever has the address has the dates, so it is shown once, only its hash is kept, and it can be closed. What is in
//! a feed is in [`chart::agenda`], how it is written in `text::calendar`, the page that makes one in [`page`].

mod page;
#[cfg(test)]
mod samples;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chart::Chart;
use chart::agenda::{Changes, Dates};
use jiff::Timestamp;
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use store::{AnyId, Feed};
use text::calendar;

use crate::app::App;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::frame::Reader;
use crate::guard::keys::Token;
use crate::path::Path;
use crate::problem::Problem;
use crate::reach::asked;
use crate::say::Say;
use crate::to::{House, To};
use crate::ui::{Icon, Look, link_button};

#[cfg(test)]
pub(crate) use samples::samples;

/// `GET /more/feed`
pub(crate) async fn show(opened: Opened, headers: HeaderMap) -> Result<Response, Problem> {
    let feeds = opened.app.store().feeds(opened.person.id).await?;
    Ok(shown(&opened, &headers, feeds.last(), None))
}

/// `POST /more/feed`: a new address in place of the one before; shown this once.
pub(crate) async fn open(
    opened: Opened,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let (store, person) = (opened.app.store(), opened.person.id);
    let token = Token::make().map_err(|_| Problem::Ours)?;
    let plain = fields.text("titles") == Some("plain");
    store.replace_feeds(opened.by(), person, &token.hash(), plain).await?;
    let address = address(&opened.app, &headers, &token);
    let feeds = store.feeds(person).await?;
    Ok(shown(&opened, &headers, feeds.last(), Some(&address)))
}

fn shown(
    opened: &Opened,
    headers: &HeaderMap,
    feed: Option<&Feed>,
    address: Option<&str>,
) -> Response {
    let here_only = opened.app.elsewhere(asked(headers)).is_empty();
    page::Page { reader: opened, feed, address, here_only }.drawn()
}

/// `POST /more/feed/close`
pub(crate) async fn close(opened: Opened) -> Result<Redirect, Problem> {
    opened.app.store().close_feeds(opened.by(), opened.person.id).await?;
    Ok(Redirect::to(&opened.to(To::Calendar)))
}

/// As other machines reach us, where they do.
fn address(app: &App, headers: &HeaderMap, token: &Token) -> String {
    let file = format!("{}.ics", token.text());
    format!("{}{}", app.origin(asked(headers)), app.settings().base.house(House::Feed(&file)))
}

/// `GET /feed/{token}.ics`: needs no cookie, since calendar programs have none.
pub(crate) async fn read(
    State(app): State<App>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let token = file.strip_suffix(".ics").and_then(Token::read).ok_or(Problem::NotFound)?;
    let feed = app.store().find_feed(&token.hash()).await?.ok_or(Problem::NotFound)?;
    let person = app.store().find_person(feed.person).await?.ok_or(Problem::NotFound)?;
    // Counted first: what changes meanwhile is told by the next count.
    let changes = Changes::of(app.store(), &person).await?;
    let dates = Dates::of(Chart::load(app.store(), person.id).await?);
    let (text, changed) = write(&app, &dates, &feed, &changes);
    // A program that was started since may be another one, which writes it otherwise.
    Ok(answer(&headers, text, changed.max(app.started())))
}

/// `GET /plan/dates.ics`: the dates as they are now, as one file; with the titles that a feed was given, else neutral ones.
pub(crate) async fn file(opened: Opened) -> Result<Response, Problem> {
    let (store, person) = (opened.app.store(), opened.person.id);
    let plain_titles = store.feeds(person).await?.last().is_some_and(|feed| feed.plain_titles);
    let changes = Changes::of(store, &opened.person).await?;
    let dates = Dates::of(opened.chart().await?);
    let feed = Feed { person, plain_titles, created: opened.at() };
    let (text, _) = write(&opened.app, &dates, &feed, &changes);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"dates.ics\""),
    ];
    Ok((headers, text).into_response())
}

/// The way to that file.
pub(crate) fn download(reader: &Reader) -> Markup {
    let say = &reader.say;
    html! {
        div.no-print {
            (link_button(Look::Quiet, Some(Icon::Download), &say.text("feed-download"), &reader.to(To::Dates)))
            p.hint { (say.text("feed-download-hint")) }
        }
    }
}

/// The feed, and when it was last changed. A late plan slips from day to day without a change of the record; then its
/// entries count on below the next change.
fn write(app: &App, dates: &Dates, feed: &Feed, changes: &Changes) -> (String, Timestamp) {
    let wishes = &dates.chart.profile().wishes;
    // A calendar program asks for no language: what the person wished for, or the default.
    let language = app.language(wishes.language.as_deref(), &HeaderMap::new());
    let protocol = app.editions().get(wishes.variant.as_deref(), language);
    let zone = dates.zone();
    let now = app.now().to_zoned(zone.clone());
    let agenda = dates.agenda(&protocol, &now, changes.last);
    let salt = dates.salt();
    let named = |name: &str| lasting_name(salt, name);
    let say = protocol.texts();
    let kept = agenda.kept.iter().map(|(id, day)| (lasting_name(id.any(), "kept"), *day));
    let feed = calendar::Feed {
        uid: &named,
        sequence: sequence(changes.count, agenda.slipped),
        changed: agenda.since,
        neutral: (!feed.plain_titles).then(|| neutral(say)),
        called_off: &agenda.called_off,
        kept: &kept.collect::<Vec<_>>(),
        kept_title: &say.text("feed-kept"),
    };
    (calendar::feed(&protocol, &agenda.items, &zone, &feed), agenda.since)
}

/// Room for the days that a plan slips between two changes of the record.
const SLIPS: u64 = 4096;

fn sequence(changes: u64, slipped: u64) -> u64 {
    changes.saturating_mul(SLIPS).saturating_add(slipped.min(SLIPS - 1))
}

/// Says nothing of the entry, and is the same wherever its date moves.
pub(crate) fn lasting_name(salt: AnyId, name: &str) -> String {
    hex(&Sha256::digest(format!("{salt} {name}")))
}

fn neutral(say: &Say) -> calendar::Neutral {
    calendar::Neutral {
        name: say.text("feed-neutral-name"),
        appointment: say.text("feed-neutral-appointment"),
        reminder: say.text("feed-neutral-reminder"),
    }
}

/// The first 128 bits in hexadecimal digits.
fn hex(digest: &[u8]) -> String {
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn answer(headers: &HeaderMap, text: String, changed: Timestamp) -> Response {
    let tag = format!("\"{}\"", hex(&Sha256::digest(&text)));
    let modified = words::machine::http(changed);
    let about = [
        (header::ETAG, tag.as_str()),
        (header::LAST_MODIFIED, modified.as_str()),
        (header::CACHE_CONTROL, "private, max-age=0, must-revalidate"),
        (ROBOTS, "noindex, nofollow"),
    ];
    if has_already(headers, &tag, changed) {
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    (about, [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response()
}

const ROBOTS: header::HeaderName = header::HeaderName::from_static("x-robots-tag");

/// By its tag; by its date only for a program that names no tag.
fn has_already(headers: &HeaderMap, tag: &str, changed: Timestamp) -> bool {
    let mut known = headers.get_all(header::IF_NONE_MATCH).iter().peekable();
    if known.peek().is_some() {
        let mut known =
            known.filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(','));
        return known
            .any(|one| matches!(one.trim(), "*") || one.trim().trim_start_matches("W/") == tag);
    }
    let since = headers.get(header::IF_MODIFIED_SINCE).and_then(|since| since.to_str().ok());
    // A date of HTTP has no parts of a second.
    since
        .and_then(words::machine::read_http)
        .is_some_and(|since| changed.as_second() <= since.as_second())
}
