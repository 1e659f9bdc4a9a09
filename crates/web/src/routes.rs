//! Every address of the application on one screen, with who may ask for it.
//!
//! The table is the router: what is not in it does not exist, and the tests of keys and headers walk it.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler as _;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::guard::{entry, headers, host, origin};
use crate::photos::UPLOAD_BYTES;
use crate::{
    asset, clearance, dose, feed, home, log, more, photos, plan, problem, reference, region,
    results, screening, session, sheet, today,
};

/// The most that a form may send; photographs have their own limit.
const FORM_BYTES: usize = 256 * 1024;
/// The longest that a request may take.
const LONGEST: Duration = Duration::from_secs(60);
/// What may take longer, since it grows with the record.
const LONG: [&str; 2] = ["/more/backup", "/more/export"];

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Anybody: nothing personal is there, or a secret of its own is asked for.
    Anybody,
    /// A browser that was let in.
    Visit,
    /// A browser that was let in, of a person who has answered something.
    Owner,
}

/// An address.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// Who may ask for it.
    pub who: For,
    /// Its path, with parameters in braces.
    pub path: &'static str,
    /// `get`, `post`
    pub methods: &'static [&'static str],
}

macro_rules! addresses {
    ($($who:ident $path:literal { $($method:ident $handler:expr),+ })+) => {
        /// Every address.
        pub const ADDRESSES: &[Address] =
            &[$(Address { who: For::$who, path: $path, methods: &[$(stringify!($method)),+] }),+];

        fn table() -> Router<App> {
            Router::new()$(.route($path, MethodRouter::new()$(.$method($handler))+))+
        }
    };
}

addresses! {
    Visit   "/"                         { get home::home }
    Visit   "/screening"                { get screening::next }
    Owner   "/screening/verdict"        { get screening::verdict_page }
    Owner   "/screening/answers"        { get screening::answers }
    Owner   "/screening/reminder.ics"   { get screening::reminder }
    Visit   "/screening/{step}"         { get screening::show, post screening::answer }
    Owner   "/clearance"                { post clearance::add }
    Owner   "/clearance/{id}"           { get clearance::show, post clearance::change }
    Owner   "/clearance/{id}/remove"    { post clearance::remove }
    Owner   "/plan"                     { get plan::show }
    Owner   "/plan/rolling.svg"         { get dose::plan_picture }
    Owner   "/plan/begin"               { post plan::begin }
    Owner   "/plan/move"                { post plan::change }
    Owner   "/plan/end"                 { post plan::end }
    Owner   "/plan/session/move"        { post plan::put }
    Owner   "/plan/session/skip"        { post plan::skip }
    Owner   "/plan/session/{id}/back"   { post plan::back }
    Owner   "/plan/kept"                { post plan::keep }
    Owner   "/plan/kept/{id}"           { post plan::change_kept }
    Owner   "/plan/kept/{id}/remove"    { post plan::remove }
    Owner   "/session"                  { get session::start }
    Owner   "/session/begin"            { get session::again, post session::begin }
    Owner   "/session/new"              { get session::new, post session::keep_new }
    Owner   "/session/{id}"             { get session::show }
    Owner   "/session/{id}/dose.svg"    { get dose::session_picture }
    Owner   "/session/{id}/prepare"     { get session::prepare }
    Owner   "/session/{id}/cream"       { post session::cream }
    Owner   "/session/{id}/roll"        { get session::roll }
    Owner   "/session/{id}/zone"        { post session::rolled }
    Owner   "/session/{id}/record"      { get session::record, post session::save }
    Owner   "/session/{id}/stop"        { post session::stop }
    Owner   "/session/{id}/remove"      { post session::remove }
    Owner   "/session/{id}/restore"     { post session::restore }
    Owner   "/today"                    { get today::today }
    Owner   "/today/day/{n}"            { get today::day }
    Owner   "/today/product/{class}"    { get today::product }
    Owner   "/today/checkin"            { post today::check_in }
    Owner   "/today/checkin/{id}/undo"  { post today::undo }
    Owner   "/photos"                   { get photos::grid, post photos::take.layer(DefaultBodyLimit::max(UPLOAD_BYTES)) }
    Owner   "/photos/new"               { get photos::new }
    Owner   "/photos/compare"           { get photos::compare, post photos::look }
    Owner   "/photos/{id}"              { get photos::show, post photos::change }
    Owner   "/photos/{id}/picture"      { get photos::picture }
    Owner   "/photos/{id}/thumbnail"    { get photos::thumbnail }
    Owner   "/photos/{id}/remove"       { get photos::ask_to_remove, post photos::remove }
    Owner   "/region/new"               { get region::new, post region::add }
    Owner   "/region/{id}"              { get region::show, post region::change }
    Owner   "/region/{id}/draw"         { get region::redraw }
    Owner   "/region/{id}/cut/{photo}"  { get region::cut }
    Owner   "/region/{id}/remove"       { get region::ask_to_remove, post region::remove }
    Owner   "/region/{id}/measure"      { post region::measure }
    Owner   "/results"                  { get results::hub }
    Owner   "/results/scale/{id}"       { get results::show }
    Owner   "/results/score"            { post results::add }
    Owner   "/results/score/{id}/remove" { post results::remove }
    Owner   "/log"                      { get log::log }
    Owner   "/log.csv"                  { get log::as_csv }
    Owner   "/log/screening/{id}"       { get log::decided }
    Owner   "/log/check-in/{id}"        { get log::checked, post log::correct }
    Owner   "/log/journal"              { get log::journal }
    Owner   "/log/journal/verify"       { post log::verify }
    Visit   "/more"                     { get more::more }
    Owner   "/more/wishes"              { get more::wishes, post more::save_wishes }
    Owner   "/more/aftercare.pdf"       { get sheet::show }
    Owner   "/more/feed"                { get feed::show, post feed::open }
    Owner   "/more/feed/close"          { post feed::close }
    Anybody "/feed/{file}"              { get feed::read }
    Owner   "/more/data"                { get more::data }
    Owner   "/more/export"              { post more::export }
    Owner   "/more/backup"              { post more::backup }
    Owner   "/more/erase"               { get more::ask_erase, post more::erase }
    Visit   "/more/farewell"            { get more::farewell }
    Visit   "/more/security"            { get more::security }
    Visit   "/more/security/let-in"     { post more::let_in }
    Visit   "/more/security/close"      { post more::close_others }
    Visit   "/more/security/passphrase" { post more::set_passphrase }
    Visit   "/protocol"                 { get reference::protocol }
    Visit   "/protocol/sources"         { get reference::sources }
    Visit   "/protocol/entry/{id}"      { get reference::any }
    Visit   "/protocol/entry/{kind}/{id}" { get reference::one }
    Visit   "/protocol/{kind}"          { get reference::kind }
    Anybody "/enter"                    { get entry::enter, post entry::with_passphrase }
    Visit   "/leave"                    { post entry::leave }
    Anybody "/static/{hash}/{name}"     { get asset::serve }
    Anybody "/healthz"                  { get home::healthy }
    Anybody "/readyz"                   { get home::ready }
}

/// The whole application.
pub fn router(app: App) -> Router {
    table()
        .fallback(|| async { problem::Problem::NotFound })
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(origin::check))
        .layer(from_fn_with_state(app.clone(), problem::show))
        .layer(from_fn_with_state(app.clone(), host::check))
        .layer(from_fn_with_state(app.clone(), headers::set))
        .with_state(app)
}

async fn in_time(request: Request, next: Next) -> Response {
    if LONG.contains(&request.uri().path()) {
        return next.run(request).await;
    }
    let answer = tokio::time::timeout(LONGEST, next.run(request)).await;
    answer.unwrap_or_else(|_| problem::Problem::Unavailable.into_response())
}
