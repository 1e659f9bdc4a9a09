//! How it stands with each class of products: whether its time is over, and whether the skin allows it.

use care::aftercare::Clearance;

use super::Now;

/// How it stands with one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It may be used now.
    Open,
    /// It may be used now if the skin is calm, which nobody has said yet.
    IfCalm,
    /// The time is over, but the last check-in shows that the skin is not calm.
    NotCalm,
    /// The time is not over.
    Waits,
    /// The time is over, but something is urgent: it waits until somebody has looked.
    Held,
}

/// How it stands with a class: its time, and the skin as it was seen last.
pub fn stand(now: &Now<'_>, product: &Clearance<'_>) -> Stand {
    match (product.allowed, product.row.only_calm, now.is_calm()) {
        (false, _, _) if product.not_before <= *now.at => Stand::Held,
        (false, _, _) => Stand::Waits,
        (true, true, Some(false)) => Stand::NotCalm,
        (true, true, None) => Stand::IfCalm,
        (true, _, _) => Stand::Open,
    }
}

/// What still waits, the soonest first.
pub fn waiting<'n, 'p>(now: &'n Now<'p>) -> Vec<&'n Clearance<'p>> {
    let products = now.care.products.iter();
    let mut waiting: Vec<_> = products.filter(|product| !product.allowed).collect();
    waiting.sort_by_key(|product| product.not_before.timestamp());
    waiting
}
