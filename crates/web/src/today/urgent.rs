//! Today while something is more urgent than worth watching: what is allowed steps back behind what to do now.
//!
//! No dates to look forward to and nothing called normal; what is still to be left alone is there on demand.

use care::words::Sign;
use maud::{Markup, html};

use super::now::Now;
use super::page::lists;
use super::{ahead, band, checkin, clock};
use crate::form::Form;
use crate::ui::{disclosure, lead_card, two_columns};

/// What stands below the signs.
pub(super) fn page(now: &Now<'_>, sign: Sign, typed: &Form) -> Markup {
    let first = html! { (only_gentle(now)) (checkin::form(now, typed)) };
    let second = html! { (band::chart(now, sign)) (ahead::after(now)) };
    two_columns(&first, &second)
}

/// One sentence in the place of cards and clocks; both on demand.
fn only_gentle(now: &Now<'_>) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let line =
        |card: &&care::protocol::rows::Card| texts.say(&format!("card-{}", card.id)).into_owned();
    let avoid: Vec<String> = now.care.avoid.iter().map(line).collect();
    let rest =
        html! { (lists(now, &[], &avoid)) h3 { (say.text("today-again")) } (clock::all(now)) };
    let body = disclosure(&say.text("today-urgent-rest"), &rest, false);
    lead_card(&say.text("today-urgent"), &body)
}
