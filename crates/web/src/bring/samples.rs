//! Samples: as it is opened, and with each thing that can be wrong with a file.

use super::FILE;
use super::page::drawn;
use crate::form::Form;
use crate::samples::{Life, Sample};

/// Each thing that can be wrong.
pub(super) const WRONG: [&str; 9] = [
    "bring-none",
    "bring-here",
    "bring-not-ours",
    "bring-newer",
    "bring-gaps",
    "bring-too-much",
    "bring-locked",
    "bring-needs-key",
    "bring-damaged",
];

pub(crate) fn samples(_: &Life) -> Vec<Sample<'_>> {
    let opened =
        Sample::of_nobody("Bring", "as it is opened", |frame| drawn(frame, &Form::default()));
    let wrong = WRONG.into_iter().map(|key| {
        Sample::of_nobody("Bring", key, move |frame| {
            let mut form = Form::default();
            form.refuse(FILE, key);
            drawn(frame, &form)
        })
    });
    std::iter::once(opened).chain(wrong).collect()
}
