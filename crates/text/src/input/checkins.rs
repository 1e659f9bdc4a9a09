//! `checkins.toml`: how the skin was after a session, any number of times; and one check-in of a story.
//!
//! Read against the session, because its zone is where the clock hangs and nothing can be checked before it. What a
//! check-in means is decided in `care`.

use care::session::{CheckIn, Session};
use care::words::{Flag, Sign, Word};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Zoned};
use words::Saying;

use super::node::{Size, from_toml};
use super::problem::Problems;
use super::reader::{Field, Fields, Reader};
use super::time::a_moment;

/// Years of them, and still read in no time.
const MOST: usize = 10_000;
/// So long before the session a check-in is a baseline; what is longer ago is likelier a slip of the pen.
const BASELINE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Reads `checkins.toml`; they come back in the order of time.
///
/// # Errors
/// Every problem of the file.
pub fn read_checkins(session: &Session, file: &str, text: &str) -> Result<Vec<CheckIn>, Problems> {
    let root = from_toml(file, text, Size::FILE)?;
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(&root), &["checkin"]);
    let read = fields.and_then(|fields| checkins_of(&mut reader, session, fields.find("checkin")));
    let mut checkins = reader.finish(read)?;
    checkins.sort_by(|one, other| one.at.cmp(&other.at));
    Ok(checkins)
}

/// The check-ins of a session, in the order in which they are written; none if there is no such list.
pub(crate) fn checkins_of(
    reader: &mut Reader<'_>,
    session: &Session,
    at: Option<Field<'_>>,
) -> Option<Vec<CheckIn>> {
    let hung = Hung { zone: Some(session.at.time_zone()), session: Some(session) };
    match at {
        Some(at) => reader.list(&at, MOST, |reader, at| checkin(reader, hung, at)),
        None => Some(Vec::new()),
    }
}

/// Where the clock of check-ins hangs, and what they must not lie long before.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hung<'a> {
    /// Moments are carried into it, or kept at their offset without one.
    pub zone: Option<&'a TimeZone>,
    /// The session that they belong to.
    pub session: Option<&'a Session>,
}

/// One check-in.
pub(crate) fn checkin(reader: &mut Reader<'_>, hung: Hung<'_>, at: Field<'_>) -> Option<CheckIn> {
    let keys: Vec<&str> = ["at"].into_iter().chain(Sign::words()).chain(["flags"]).collect();
    let fields = reader.table(at, &keys)?;
    let at = moment(reader, hung, &fields);
    let signs = signs(reader, &fields);
    let flags: Vec<Flag> =
        fields.find("flags").and_then(|at| reader.words(&at)).unwrap_or_default();
    Some(CheckIn { at: at?, signs, flags })
}

fn moment(reader: &mut Reader<'_>, hung: Hung<'_>, fields: &Fields<'_>) -> Option<Zoned> {
    let at = reader.require(fields, "at", a_moment)?;
    let moment = reader.moment(&at, hung.zone)?;
    let earliest = hung.session.map(|session| session.at.saturating_sub(BASELINE));
    if let Some(earliest) = earliest.filter(|earliest| moment < *earliest) {
        let what = Saying::new("input-long-before").with("moment", plain(&moment));
        let expected = Saying::new("input-moment-from").with("moment", plain(&earliest));
        reader.refuse(&at, (what, Some(expected)), None);
    }
    Some(moment)
}

fn plain(moment: &Zoned) -> String {
    words::machine::plain(moment)
}

/// Scores in the order of [`Sign::ALL`]; of a sign that is left out nothing is known.
fn signs(reader: &mut Reader<'_>, fields: &Fields<'_>) -> [Option<u8>; 6] {
    let mut signs = [None; 6];
    for (score, sign) in signs.iter_mut().zip(Sign::ALL) {
        *score = fields.find(sign.word()).and_then(|at| reader.whole(&at, 0, 10));
    }
    signs
}
