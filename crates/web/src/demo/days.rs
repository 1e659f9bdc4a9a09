//! The days of the demonstration, moved on by a press: the next one, or day 0 of somebody new. Its clock only goes forward.

use axum::response::Redirect;
use jiff::SignedDuration;
use jiff::civil::time;
use store::By;

use super::{begin, drawing};
use crate::app::App;
use crate::caller::Caller;
use crate::login::Login;
use crate::problem::Problem;
use crate::to::{House, To};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// In the evening of day 0 the session and its first check-in are done.
const LATE: i8 = 21;

/// `POST /demo/next-day`
pub(crate) async fn next_day(caller: Caller) -> Result<Redirect, Problem> {
    let app = &caller.app;
    let life = app.demo().life().ok_or(Problem::NotFound)?;
    let _turn = app.demo().turn.lock().await;
    if app.store().find_person(life.person).await?.is_none() {
        return Ok(caller.house(House::Home).go());
    }
    let after = app.now();
    app.demo().moves_on(DAY);
    let passed = (after, app.now());
    life.live(app, passed, true).await?;
    drawing::begin(app, &life, passed);
    Ok(caller.base.of(life.person, To::Today).go())
}

/// `POST /demo/first-day`: she goes, and somebody begins whose first session is this evening.
pub(crate) async fn first_day(caller: Caller, login: Login) -> Result<Redirect, Problem> {
    let app = &caller.app;
    let life = app.demo().life().ok_or(Problem::NotFound)?;
    let _turn = app.demo().turn.lock().await;
    let by = By { actor: login.actor, at: app.now() };
    app.demo().drawn().await;
    if app.store().find_person(life.person).await?.is_some() {
        app.store().erase_person_and_stay(by, life.person, &login.token).await?;
    }
    let now = app.now().to_zoned(life.zone().clone());
    waits_for_the_evening(app, &now);
    let next = begin(app, now.date()).await?;
    Ok(caller.base.of(next.person, To::Today).go())
}

fn waits_for_the_evening(app: &App, now: &jiff::Zoned) {
    let evening = now.date().to_datetime(time(LATE, 30, 0, 0)).to_zoned(now.time_zone().clone());
    if let Ok(evening) = evening
        && evening > *now
    {
        app.demo().moves_on(now.duration_until(&evening));
    }
}
