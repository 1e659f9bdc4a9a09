//! What was rolled lately: the same device and passes give the same result, so it is worked out once.
//!
//! Nothing in it is about a person: a device, passes and directions.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::rolled::Rolled;
use super::wanted::{Unknown, Wanted};

const MOST: usize = 64;

static LATELY: Mutex<VecDeque<(String, Arc<Rolled>)>> = Mutex::new(VecDeque::new());

/// Both ways rolled, from memory if they were lately.
///
/// # Errors
/// [`Unknown::Odd`] if no roller is like this.
pub fn rolled(wanted: Wanted, density_cap_per_cm2: f64) -> Result<Arc<Rolled>, Unknown> {
    let key = format!("{wanted:?} {density_cap_per_cm2}");
    let lately = || LATELY.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, rolled)) = lately().iter().find(|(known, _)| *known == key) {
        return Ok(Arc::clone(rolled));
    }
    let rolled = Rolled::of(wanted, density_cap_per_cm2).map_err(|_| Unknown::Odd)?;
    let rolled = Arc::new(rolled);
    let mut lately = lately();
    if lately.len() == MOST {
        lately.pop_front();
    }
    lately.push_back((key, Arc::clone(&rolled)));
    Ok(rolled)
}
