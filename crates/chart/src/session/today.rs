//! What is planned for a session that is held today.

use care::Protocol;
use care::measure::Wait;
use care::person::Person;
use care::programme::{self, Programme};
use care::protocol::rows::Preparation;
use care::verdict::Verdict;
use jiff::civil::Date;

/// Steps that begin this long before a session are done on its day.
const ON_THE_DAY: Wait = Wait::days(1);

/// What is planned for a session today, which was allowed when it began.
pub fn plan<'p>(protocol: &'p Protocol, person: &Person, today: Date) -> Programme<'p> {
    programme::plan(protocol, person, Verdict::Proceed, today)
}

/// What is prepared on the day itself.
pub fn steps<'p>(plan: &Programme<'p>) -> Vec<&'p Preparation> {
    let soon = |row: &&Preparation| row.before.rough_hours() <= ON_THE_DAY.rough_hours();
    plan.preparation.iter().map(|step| step.row).filter(soon).collect()
}
