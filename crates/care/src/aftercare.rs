//! Aftercare by the hour: what to do, what to avoid, and what may be used again when, after one session.
//!
//! Only time decides here. Whether the skin is calm is seen by the person and judged in [`crate::triage`]; a
//! product that also asks for calm skin says so in its row (`only_calm`). The waits are the `card` and
//! `product` rows of the protocol.

use jiff::Zoned;

use crate::course;
use crate::measure::Wait;
use crate::protocol::Protocol;
use crate::protocol::rows::{Card, CardKind, Phase, Product};
use crate::session::Session;
use crate::words::{ProductClass, Word};

/// What holds at one moment after a session.
#[derive(Clone, Debug)]
pub struct Aftercare<'p> {
    /// Calendar days since the session, in its zone; the session's own day is 0.
    pub day: i64,
    /// Whole hours that have passed since the session, whatever the clocks did.
    pub hours: i64,
    /// The phase of healing, if one is known for this day.
    pub phase: Option<&'p Phase>,
    /// What to do.
    pub to_do: Vec<&'p Card>,
    /// What to avoid.
    pub avoid: Vec<&'p Card>,
    /// Every product class, in the order of [`ProductClass::ALL`].
    pub products: Vec<Clearance<'p>>,
}

/// When a product class may be used again after a session.
#[derive(Clone, Debug)]
pub struct Clearance<'p> {
    /// The row with its sources; `only_calm` in it holds beside the time.
    pub row: &'p Product,
    /// From then on, in the session's zone.
    pub not_before: Zoned,
    /// Whether the moment asked about is that late.
    pub allowed: bool,
}

/// A card with the moments between which it holds after a session.
#[derive(Clone, Debug)]
pub struct CardOn<'p> {
    /// The row with its sources.
    pub row: &'p Card,
    /// From then on, in the session's zone.
    pub from: Zoned,
    /// Until then, and no longer.
    pub until: Zoned,
}

/// The moment asked about lies before the session.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{moment} is before the session at {session}: aftercare begins with the session")]
pub struct BeforeSession {
    /// The moment asked about.
    pub moment: Zoned,
    /// When the session took place.
    pub session: Zoned,
}

/// What holds at a moment after a session.
///
/// # Errors
/// If the moment lies before the session, when preparation holds instead: see [`crate::programme`].
pub fn at<'p>(
    protocol: &'p Protocol,
    session: &Session,
    moment: &Zoned,
) -> Result<Aftercare<'p>, BeforeSession> {
    if *moment < session.at {
        return Err(BeforeSession { moment: moment.clone(), session: session.at.clone() });
    }
    let products = ProductClass::ALL.iter();
    let products = products.filter_map(|of| clearance(protocol, session, *of, moment)).collect();
    Ok(with(protocol, session, moment, products))
}

/// What holds at a moment that is not before the session, the products being known.
pub(crate) fn with<'p>(
    protocol: &'p Protocol,
    session: &Session,
    moment: &Zoned,
    products: Vec<Clearance<'p>>,
) -> Aftercare<'p> {
    let day = session.day(moment);
    Aftercare {
        day,
        hours: moment.timestamp().duration_since(session.at.timestamp()).as_hours(),
        phase: course::phase_on(protocol, day),
        to_do: cards(protocol, session, moment, CardKind::Do).collect(),
        avoid: cards(protocol, session, moment, CardKind::Avoid).collect(),
        products,
    }
}

/// Whether a product class may be used at a moment, and from when on; before the session it never may.
///
/// `None` only if the protocol has no row for the class, which its checks rule out; it means "no".
pub fn clearance<'p>(
    protocol: &'p Protocol,
    session: &Session,
    class: ProductClass,
    moment: &Zoned,
) -> Option<Clearance<'p>> {
    let row = row(protocol, session, class)?;
    let not_before = wait(row, session.marks_easily()).after(&session.at);
    let allowed = *moment >= not_before;
    Some(Clearance { row, not_before, allowed })
}

/// The row of a product class after a session.
pub(crate) fn row<'p>(
    protocol: &'p Protocol,
    session: &Session,
    class: ProductClass,
) -> Option<&'p Product> {
    let length = protocol.length_class(session.length);
    let fits = |row: &&Product| row.class == class && row.classes.contains(&length);
    protocol.rows().product.iter().find(fits)
}

/// The row's wait; the one for skin that marks easily where that is asked for and longer.
pub(crate) fn wait(row: &Product, marks_easily: bool) -> Wait {
    let longer = row.marks_easily.filter(|wait| wait.rough_hours() > row.not_before.rough_hours());
    longer.filter(|_| marks_easily).unwrap_or(row.not_before)
}

/// The cards that hold at a moment after a session.
pub(crate) fn cards<'p>(
    protocol: &'p Protocol,
    session: &Session,
    moment: &Zoned,
    kind: CardKind,
) -> impl Iterator<Item = &'p Card> {
    let cards = protocol.rows().card.iter().filter(move |card| card.kind == kind);
    cards.filter(move |card| fits(protocol, session, card) && holds(card, session, moment))
}

/// Every card of a session, whenever it holds, in the order in which they begin and then end.
pub fn cards_of<'p>(protocol: &'p Protocol, session: &Session, kind: CardKind) -> Vec<CardOn<'p>> {
    let rows = protocol.rows().card.iter();
    let rows = rows.filter(|card| card.kind == kind && fits(protocol, session, card));
    let mut cards: Vec<CardOn<'p>> = rows
        .map(|row| CardOn {
            row,
            from: row.from.after(&session.at),
            until: row.until.after(&session.at),
        })
        .collect();
    cards.sort_by(|a, b| (&a.from, &a.until).cmp(&(&b.from, &b.until)));
    cards
}

fn fits(protocol: &Protocol, session: &Session, card: &Card) -> bool {
    let class = protocol.length_class(session.length);
    let skin = !card.marks_easily || session.marks_easily();
    skin && (card.classes.is_empty() || card.classes.contains(&class))
}

fn holds(card: &Card, session: &Session, moment: &Zoned) -> bool {
    card.from.is_over(&session.at, moment) && !card.until.is_over(&session.at, moment)
}

#[cfg(test)]
mod tests;
