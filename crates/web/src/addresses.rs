//! Every address of the application on one screen, with who may ask for it, what it may cost, what one must be permitted,
//! and who answers.
//!
//! A table and nothing else. [`crate::to`] makes the addresses of it, [`crate::routes`] the router and the guard before each
//! handler; what is not in it does not exist.

/// Hands the table to a macro.
macro_rules! addresses {
    ($with:ident) => {
        $with! {
            /// What belongs to nobody.
            House<'a> under "" {
                Browser  FORM  Home                        "/"                     { get Enter home::home }
                Browser  FORM  People                      "/people"               { get Enter people::show, post AddPerson people::add }
                Browser  ALL   Bring                       "/bring-in"             { get AddPerson bring::ask, post AddPerson bring::bring }
                Browser  FORM  Open                        "/open"                 { post Enter people::open }
                Browser  FORM  Lock                        "/lock"                 { post Enter people::lock }
                Browser  FORM  Farewell(id: PersonId)      "/farewell/{id}"       { get Enter more::farewell }
                Browser  FORM  DemoNext                    "/demo/next-day"       { post Enter demo::next_day }
                Browser  FORM  DemoFirst                   "/demo/first-day"      { post Enter demo::first_day }
                Browser  FORM  Leave                       "/leave"                { post Enter entry::leave }
                Anybody  DOOR  Enter                       "/enter"                { get Enter entry::enter, post Enter entry::with_passphrase }
                Token    FORM  Feed(file: &'a str)         "/feed/{file}"          { get Enter feed::read }
                Anybody  FORM  Asset(hash: &'a str, name: &'a str) "/static/{hash}/{name}" { get Enter asset::serve }
                Anybody  FORM  Healthy                     "/healthz"              { get Enter home::healthy }
                Anybody  FORM  Ready                       "/readyz"               { get Enter home::ready }
            }
            /// The pages of a person.
            To<'a> under "/people/{person}" {
                Browser  FORM  Screening                   "/screening"            { get ReadChart screening::next }
                Browser  FORM  Step(step: &'a str)         "/screening/{step}"     { get ReadChart screening::show, post WriteChart screening::answer }
                Browser  FORM  StepBack(step: &'a str)     "/screening/{step}/back" { post WriteChart screening::back }
                Browser  FORM  Verdict                     "/verdict"              { get ReadChart screening::verdict_page }
                Browser  FILE  Reminder                    "/verdict/reminder.ics" { get ReadChart screening::reminder }
                Browser  FORM  Answers                     "/answers"              { get ReadChart screening::answers }
                Browser  FORM  Clearances                  "/clearance"            { post WriteChart clearance::add }
                Browser  FORM  Clearance(id: ClearanceId)  "/clearance/{id}"       { get ReadChart clearance::show, post WriteChart clearance::change }
                Browser  FORM  ClearanceRemove(id: ClearanceId) "/clearance/{id}/remove" { post WriteChart clearance::remove }
                Browser  FILE  Dates                       "/plan/dates.ics"      { get Export feed::file }
                Browser  FORM  Plan                        "/plan"                 { get ReadChart plan::show }
                Browser  FILE  PlanPicture                 "/plan/rolling.svg"     { get ReadChart dose::plan_picture }
                Browser  FORM  PlanBegin                   "/plan/begin"           { post WriteChart plan::begin }
                Browser  FORM  PlanMove                    "/plan/move"            { post WriteChart plan::change }
                Browser  FORM  PlanEnd                     "/plan/end"             { post WriteChart plan::end }
                Browser  FORM  SessionMove                 "/plan/session/move"    { post WriteChart plan::put }
                Browser  FORM  SessionSkip                 "/plan/session/skip"    { post WriteChart plan::skip }
                Browser  FORM  SessionBack(id: SessionId)  "/plan/session/{id}/back" { post WriteChart plan::back }
                Browser  FORM  Kept                        "/plan/kept"            { post WriteChart plan::keep }
                Browser  FORM  KeptDay(id: KeptDayId)      "/plan/kept/{id}"       { post WriteChart plan::change_kept }
                Browser  FORM  KeptRemove(id: KeptDayId)   "/plan/kept/{id}/remove" { post WriteChart plan::remove }
                Browser  FORM  SessionStart                "/session"              { get ReadChart session::start }
                Browser  FORM  SessionBegin                "/session/begin"        { get ReadChart session::again, post WriteChart session::begin }
                Browser  FORM  SessionNew                  "/session/new"          { get ReadChart session::new, post WriteChart session::keep_new }
                Browser  FORM  Session(id: SessionId)      "/session/{id}"         { get ReadChart session::show }
                Browser  FILE  SessionPicture(id: SessionId) "/session/{id}/dose.svg" { get ReadChart dose::session_picture }
                Browser  FORM  SessionPrepare(id: SessionId) "/session/{id}/prepare" { get ReadChart session::prepare }
                Browser  FORM  SessionCream(id: SessionId) "/session/{id}/cream"   { post WriteChart session::cream }
                Browser  FORM  SessionRoll(id: SessionId)  "/session/{id}/roll"    { get ReadChart session::roll }
                Browser  FORM  SessionZone(id: SessionId)  "/session/{id}/zone"    { post WriteChart session::rolled }
                Browser  FORM  SessionRecord(id: SessionId) "/session/{id}/record"  { get ReadChart session::record, post WriteChart session::save }
                Browser  FORM  SessionStop(id: SessionId)  "/session/{id}/stop"    { post WriteChart session::stop }
                Browser  FORM  SessionRemove(id: SessionId) "/session/{id}/remove"  { post WriteChart session::remove }
                Browser  FORM  SessionRestore(id: SessionId) "/session/{id}/restore" { post WriteChart session::restore }
                Browser  FORM  Today                       "/today"                { get ReadChart today::today }
                Browser  FORM  Day(n: i64)                 "/today/day/{n}"        { get ReadChart today::day }
                Browser  FORM  Product(class: &'a str)     "/today/product/{class}" { get ReadChart today::product }
                Browser  FORM  CheckIn                     "/today/checkin"        { post WriteChart today::check_in }
                Browser  FORM  CheckInUndo(id: CheckInId)  "/today/checkin/{id}/undo" { post WriteChart today::undo }
                Browser  PHOTO Photos                      "/photos"               { get ReadPhotos photos::grid, post WritePhotos photos::take }
                Browser  FORM  PhotosNew                   "/photos/new"           { get ReadPhotos photos::new }
                Browser  FORM  PhotosCompare               "/photos/compare"       { get ReadPhotos photos::compare, post WritePhotos photos::look }
                Browser  FORM  Photo(id: PhotoId)          "/photos/{id}"          { get ReadPhotos photos::show, post WritePhotos photos::change }
                Browser  FILE  Picture(id: PhotoId)        "/photos/{id}/picture"  { get ReadPhotos photos::picture }
                Browser  FILE  Thumbnail(id: PhotoId)      "/photos/{id}/thumbnail" { get ReadPhotos photos::thumbnail }
                Browser  FORM  PhotoRemove(id: PhotoId)    "/photos/{id}/remove"   { get ReadPhotos photos::ask_to_remove, post WritePhotos photos::remove }
                Browser  FORM  RegionNew                   "/region/new"           { get ReadPhotos region::new, post WritePhotos region::add }
                Browser  FORM  Region(id: RegionId)        "/region/{id}"          { get ReadPhotos region::show, post WritePhotos region::change }
                Browser  FORM  RegionDraw(id: RegionId)    "/region/{id}/draw"     { get ReadPhotos region::redraw }
                Browser  FILE  RegionCut(id: RegionId, photo: PhotoId) "/region/{id}/cut/{photo}" { get ReadPhotos region::cut }
                Browser  FORM  RegionRemove(id: RegionId)  "/region/{id}/remove"   { get ReadPhotos region::ask_to_remove, post WritePhotos region::remove }
                Browser  FORM  RegionMeasure(id: RegionId) "/region/{id}/measure"  { post WritePhotos region::measure }
                Browser  FORM  Results                     "/results"              { get ReadPhotos results::hub }
                Browser  FORM  Scale(id: &'a str)          "/results/scale/{id}"   { get ReadChart results::show }
                Browser  FORM  Scores                      "/results/score"        { post WriteChart results::add }
                Browser  FORM  ScoreRemove(id: OutcomeId)  "/results/score/{id}/remove" { post WriteChart results::remove }
                Browser  FORM  Log                         "/log"                  { get ReadChart log::log }
                Browser  WHOLE LogCsv                      "/log.csv"              { get Export log::as_csv }
                Browser  FORM  LogScreening(id: ScreeningId) "/log/screening/{id}"   { get ReadChart log::decided }
                Browser  FORM  LogCheckIn(id: CheckInId)   "/log/check-in/{id}"    { get ReadChart log::checked, post WriteChart log::correct }
                Browser  FORM  Gaps                        "/log/gaps"             { get ReadChart log::gaps }
                Browser  FORM  Journal                     "/log/journal"          { get ReadChart log::journal }
                Browser  WHOLE JournalVerify               "/log/journal/verify"   { post ReadChart log::verify }
                Browser  FORM  More                        "/more"                 { get ReadChart more::more }
                Browser  FORM  Wishes                      "/more/wishes"          { get ReadChart more::wishes, post WriteChart more::save_wishes }
                Browser  FILE  Sheet                       "/more/aftercare.pdf"   { get ReadChart sheet::show }
                Browser  FORM  Handover                    "/handover"             { get ReadPhotos handover::show }
                Browser  FILE  HandoverSheet               "/handover.pdf"         { get ReadPhotos handover::sheet }
                Browser  FORM  Calendar                    "/more/feed"            { get Export feed::show, post Export feed::open }
                Browser  FORM  CalendarClose               "/more/feed/close"      { post Export feed::close }
                Browser  FORM  Data                        "/more/data"            { get Export more::data }
                Browser  WHOLE Export                      "/more/export"          { post Export more::export }
                Browser  WHOLE Backup                      "/more/backup"          { post Backup more::backup }
                Browser  FORM  Erase                       "/more/erase"           { get Erase more::ask_erase, post Erase more::erase }
                Browser  FORM  Security                    "/more/security"        { get LetIn more::security }
                Browser  FORM  LetIn                       "/more/security/let-in" { post LetIn more::let_in }
                Browser  FORM  Network                     "/more/security/network" { post LetIn more::change_network }
                Browser  FORM  CloseOthers                 "/more/security/close"  { post LetIn more::close_others }
                Browser  FORM  Passphrase                  "/more/security/passphrase" { post LetIn more::set_passphrase }
                Browser  FORM  Protocol                    "/protocol"             { get ReadChart reference::protocol }
                Browser  FORM  Sources                     "/protocol/sources"     { get ReadChart reference::sources }
                Browser  FORM  Entries(id: &'a str)        "/protocol/entry/{id}"  { get ReadChart reference::any }
                Browser  FORM  Entry(kind: &'a str, id: &'a str) "/protocol/entry/{kind}/{id}" { get ReadChart reference::one }
                Browser  FORM  Kind(kind: &'a str)         "/protocol/{kind}"      { get ReadChart reference::kind }
            }
        }
    };
}
pub(crate) use addresses;
