//! Every address of the application on one screen, with what may be asked of it, by whom, and how much.
//!
//! The table makes everything: the addresses themselves ([`House`], [`To`]), the router, and the guard before each
//! handler ([`crate::gate::guard`]). What is not in it does not exist, and the tests of keys, headers, permissions and
//! links walk it.

use std::fmt;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;
use store::Id;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::gate::{Permission, former, guard};
use crate::guard::{entry, headers, host};
use crate::photos::UPLOAD_BYTES;
use crate::to::Part;
use crate::{
    asset, clearance, dose, feed, home, log, more, people, photos, plan, problem, reference,
    region, results, screening, session, sheet, today,
};

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// A browser that was let in; what changes something must come from our own pages.
    Browser,
    /// Whoever has the secret that is in the address: calendar programs have no cookie.
    Token,
    /// Anybody: nothing personal is there.
    Anybody,
}

/// What a request may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The most that may be sent.
    pub bytes: usize,
    /// The longest that it may take; what grows with the record takes as long as it takes.
    pub time: Option<Duration>,
}

impl Limit {
    const MINUTE: Option<Duration> = Some(Duration::from_secs(60));
    const FORM_BYTES: usize = 256 * 1024;
    /// A page or a form.
    const FORM: Self = Self { bytes: Self::FORM_BYTES, time: Self::MINUTE };
    /// Photographs are sent.
    const PHOTO: Self = Self { bytes: UPLOAD_BYTES, time: Self::MINUTE };
    /// All of a record is read.
    const WHOLE: Self = Self { bytes: Self::FORM_BYTES, time: None };
}

/// An address.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// Its path, with parameters in braces, without what a proxy has before it.
    pub path: &'static str,
    /// Who may ask for it.
    pub guard: Guard,
    /// What a request may cost.
    pub limit: Limit,
    /// `get`, `post`, each with what one must be permitted.
    pub calls: &'static [(&'static str, Permission)],
}

impl Address {
    /// Whether it is a page of a person.
    pub fn is_of_person(&self) -> bool {
        self.path.starts_with(crate::to::PERSON)
    }
    /// Whether it can be asked like that.
    pub fn has(&self, method: &str) -> bool {
        self.calls.iter().any(|(known, _)| *known == method)
    }
}

macro_rules! addresses {
    ($(
        $(#[$about:meta])* $kind:ident<$life:lifetime> under $root:literal {
            $($guard:ident $limit:ident $place:ident $(($($part:ident: $type:ty),+))? $path:literal
                { $($method:ident $may:ident $handler:expr),+ })+
        }
    )+) => {
        $(
            $(#[$about])*
            #[expect(dead_code, reason = "some addresses are asked for from outside alone")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub(crate) enum $kind<$life> { $($place $(($($type),+))?),+ }

            impl fmt::Display for $kind<'_> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    match self {
                        $(Self::$place $(($($part),+))? => write!(f, $path $($(, $part = $part.part())+)?)),+
                    }
                }
            }
        )+

        /// Every address.
        pub static ADDRESSES: &[Address] = &[$($(Address {
            path: concat!($root, $path),
            guard: Guard::$guard,
            limit: Limit::$limit,
            calls: &[$((stringify!($method), Permission::$may)),+],
        }),+),+];

        fn handlers() -> Vec<MethodRouter<App>> {
            vec![$($(MethodRouter::new()$(.$method($handler))+),+),+]
        }
    };
}

addresses! {
    /// What belongs to nobody.
    House<'a> under "" {
        Browser  FORM  Home                        "/"                     { get Enter home::home }
        Browser  FORM  People                      "/people"               { get Enter people::show, post AddPerson people::add }
        Browser  FORM  Farewell(id: Id)            "/farewell/{id}"       { get Enter more::farewell }
        Browser  FORM  Leave                       "/leave"                { post Enter entry::leave }
        Anybody  FORM  Enter                       "/enter"                { get Enter entry::enter, post Enter entry::with_passphrase }
        Token    FORM  Feed(file: &'a str)         "/feed/{file}"          { get Enter feed::read }
        Anybody  FORM  Asset(hash: &'a str, name: &'a str) "/static/{hash}/{name}" { get Enter asset::serve }
        Anybody  FORM  Healthy                     "/healthz"              { get Enter home::healthy }
        Anybody  FORM  Ready                       "/readyz"               { get Enter home::ready }
    }
    /// The pages of a person.
    To<'a> under "/people/{person}" {
        Browser  FORM  Screening                   "/screening"            { get ReadChart screening::next }
        Browser  FORM  Step(step: &'a str)         "/screening/{step}"     { get ReadChart screening::show, post WriteChart screening::answer }
        Browser  FORM  Verdict                     "/verdict"              { get ReadChart screening::verdict_page }
        Browser  FORM  Reminder                    "/verdict/reminder.ics" { get ReadChart screening::reminder }
        Browser  FORM  Answers                     "/answers"              { get ReadChart screening::answers }
        Browser  FORM  Clearances                  "/clearance"            { post WriteChart clearance::add }
        Browser  FORM  Clearance(id: Id)           "/clearance/{id}"       { get ReadChart clearance::show, post WriteChart clearance::change }
        Browser  FORM  ClearanceRemove(id: Id)     "/clearance/{id}/remove" { post WriteChart clearance::remove }
        Browser  FORM  Plan                        "/plan"                 { get ReadChart plan::show }
        Browser  FORM  PlanPicture                 "/plan/rolling.svg"     { get ReadChart dose::plan_picture }
        Browser  FORM  PlanBegin                   "/plan/begin"           { post WriteChart plan::begin }
        Browser  FORM  PlanMove                    "/plan/move"            { post WriteChart plan::change }
        Browser  FORM  PlanEnd                     "/plan/end"             { post WriteChart plan::end }
        Browser  FORM  SessionMove                 "/plan/session/move"    { post WriteChart plan::put }
        Browser  FORM  SessionSkip                 "/plan/session/skip"    { post WriteChart plan::skip }
        Browser  FORM  SessionBack(id: Id)         "/plan/session/{id}/back" { post WriteChart plan::back }
        Browser  FORM  Kept                        "/plan/kept"            { post WriteChart plan::keep }
        Browser  FORM  KeptDay(id: Id)             "/plan/kept/{id}"       { post WriteChart plan::change_kept }
        Browser  FORM  KeptRemove(id: Id)          "/plan/kept/{id}/remove" { post WriteChart plan::remove }
        Browser  FORM  SessionStart                "/session"              { get ReadChart session::start }
        Browser  FORM  SessionBegin                "/session/begin"        { get ReadChart session::again, post WriteChart session::begin }
        Browser  FORM  SessionNew                  "/session/new"          { get ReadChart session::new, post WriteChart session::keep_new }
        Browser  FORM  Session(id: Id)             "/session/{id}"         { get ReadChart session::show }
        Browser  FORM  SessionPicture(id: Id)      "/session/{id}/dose.svg" { get ReadChart dose::session_picture }
        Browser  FORM  SessionPrepare(id: Id)      "/session/{id}/prepare" { get ReadChart session::prepare }
        Browser  FORM  SessionCream(id: Id)        "/session/{id}/cream"   { post WriteChart session::cream }
        Browser  FORM  SessionRoll(id: Id)         "/session/{id}/roll"    { get ReadChart session::roll }
        Browser  FORM  SessionZone(id: Id)         "/session/{id}/zone"    { post WriteChart session::rolled }
        Browser  FORM  SessionRecord(id: Id)       "/session/{id}/record"  { get ReadChart session::record, post WriteChart session::save }
        Browser  FORM  SessionStop(id: Id)         "/session/{id}/stop"    { post WriteChart session::stop }
        Browser  FORM  SessionRemove(id: Id)       "/session/{id}/remove"  { post WriteChart session::remove }
        Browser  FORM  SessionRestore(id: Id)      "/session/{id}/restore" { post WriteChart session::restore }
        Browser  FORM  Today                       "/today"                { get ReadChart today::today }
        Browser  FORM  Day(n: i64)                 "/today/day/{n}"        { get ReadChart today::day }
        Browser  FORM  Product(class: &'a str)     "/today/product/{class}" { get ReadChart today::product }
        Browser  FORM  CheckIn                     "/today/checkin"        { post WriteChart today::check_in }
        Browser  FORM  CheckInUndo(id: Id)         "/today/checkin/{id}/undo" { post WriteChart today::undo }
        Browser  PHOTO Photos                      "/photos"               { get ReadPhotos photos::grid, post WritePhotos photos::take }
        Browser  FORM  PhotosNew                   "/photos/new"           { get ReadPhotos photos::new }
        Browser  FORM  PhotosCompare               "/photos/compare"       { get ReadPhotos photos::compare, post WritePhotos photos::look }
        Browser  FORM  Photo(id: Id)               "/photos/{id}"          { get ReadPhotos photos::show, post WritePhotos photos::change }
        Browser  FORM  Picture(id: Id)             "/photos/{id}/picture"  { get ReadPhotos photos::picture }
        Browser  FORM  Thumbnail(id: Id)           "/photos/{id}/thumbnail" { get ReadPhotos photos::thumbnail }
        Browser  FORM  PhotoRemove(id: Id)         "/photos/{id}/remove"   { get ReadPhotos photos::ask_to_remove, post WritePhotos photos::remove }
        Browser  FORM  RegionNew                   "/region/new"           { get ReadPhotos region::new, post WritePhotos region::add }
        Browser  FORM  Region(id: Id)              "/region/{id}"          { get ReadPhotos region::show, post WritePhotos region::change }
        Browser  FORM  RegionDraw(id: Id)          "/region/{id}/draw"     { get ReadPhotos region::redraw }
        Browser  FORM  RegionCut(id: Id, photo: Id) "/region/{id}/cut/{photo}" { get ReadPhotos region::cut }
        Browser  FORM  RegionRemove(id: Id)        "/region/{id}/remove"   { get ReadPhotos region::ask_to_remove, post WritePhotos region::remove }
        Browser  FORM  RegionMeasure(id: Id)       "/region/{id}/measure"  { post WritePhotos region::measure }
        Browser  FORM  Results                     "/results"              { get ReadPhotos results::hub }
        Browser  FORM  Scale(id: &'a str)          "/results/scale/{id}"   { get ReadChart results::show }
        Browser  FORM  Scores                      "/results/score"        { post WriteChart results::add }
        Browser  FORM  ScoreRemove(id: Id)         "/results/score/{id}/remove" { post WriteChart results::remove }
        Browser  FORM  Log                         "/log"                  { get ReadChart log::log }
        Browser  WHOLE LogCsv                      "/log.csv"              { get Export log::as_csv }
        Browser  FORM  LogScreening(id: Id)        "/log/screening/{id}"   { get ReadChart log::decided }
        Browser  FORM  LogCheckIn(id: Id)          "/log/check-in/{id}"    { get ReadChart log::checked, post WriteChart log::correct }
        Browser  FORM  Journal                     "/log/journal"          { get ReadChart log::journal }
        Browser  WHOLE JournalVerify               "/log/journal/verify"   { post ReadChart log::verify }
        Browser  FORM  More                        "/more"                 { get ReadChart more::more }
        Browser  FORM  Wishes                      "/more/wishes"          { get ReadChart more::wishes, post WriteChart more::save_wishes }
        Browser  FORM  Sheet                       "/more/aftercare.pdf"   { get ReadChart sheet::show }
        Browser  FORM  Calendar                    "/more/feed"            { get Export feed::show, post Export feed::open }
        Browser  FORM  CalendarClose               "/more/feed/close"      { post Export feed::close }
        Browser  FORM  Data                        "/more/data"            { get Export more::data }
        Browser  WHOLE Export                      "/more/export"          { post Export more::export }
        Browser  WHOLE Backup                      "/more/backup"          { post Backup more::backup }
        Browser  FORM  Erase                       "/more/erase"           { get Erase more::ask_erase, post Erase more::erase }
        Browser  FORM  Security                    "/more/security"        { get LetIn more::security }
        Browser  FORM  LetIn                       "/more/security/let-in" { post LetIn more::let_in }
        Browser  FORM  CloseOthers                 "/more/security/close"  { post LetIn more::close_others }
        Browser  FORM  Passphrase                  "/more/security/passphrase" { post LetIn more::set_passphrase }
        Browser  FORM  Protocol                    "/protocol"             { get ReadChart reference::protocol }
        Browser  FORM  Sources                     "/protocol/sources"     { get ReadChart reference::sources }
        Browser  FORM  Entries(id: &'a str)        "/protocol/entry/{id}"  { get ReadChart reference::any }
        Browser  FORM  Entry(kind: &'a str, id: &'a str) "/protocol/entry/{kind}/{id}" { get ReadChart reference::one }
        Browser  FORM  Kind(kind: &'a str)         "/protocol/{kind}"      { get ReadChart reference::kind }
    }
}

/// The whole application, under its base.
pub fn router(app: App) -> Router {
    let table =
        ADDRESSES.iter().zip(handlers()).fold(Router::new(), |table, (address, handler)| {
            let guard = from_fn_with_state((app.clone(), address), guard);
            let limit = DefaultBodyLimit::max(address.limit.bytes);
            table.route(address.path, handler.layer(limit).layer(guard))
        });
    let inside = table.fallback(former::find);
    let whole = match app.settings().base.as_str() {
        "" => inside,
        base => Router::new().nest(base, inside).fallback(former::outside),
    };
    whole
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), problem::show))
        .layer(from_fn_with_state(app.clone(), host::check))
        .layer(from_fn_with_state(app.clone(), headers::set))
        .with_state(app)
}
