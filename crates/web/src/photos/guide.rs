//! What the page's camera says: its buttons, its checks, and how many photographs of a view it asks for.
//!
//! What is the case is judged in the browser (`assets/pixels.js`, `level.js`, `lock.js`), by the names that stand here; the
//! words are in `photos.ftl`, `photos-camera-CHECK-LINE`.

use crate::say::Say;
use crate::ui::{CameraWords, Check, CheckKind, CheckLine};

/// Photographs of a view that are asked for at one sitting. Three, with the phone put down in between: they tell how much
/// two photographs differ by nothing but chance. Frames of one burst would not, since the phone's place is part of it.
pub(super) const TAKES: usize = 3;

/// A check and what it can say.
type Row = (&'static str, &'static [(&'static str, CheckKind)]);

/// Short ones first: two stand beside each other.
const CHECKS: [Row; 5] = [
    ("sharp", &[("steady", GOOD), ("sharp", GOOD), ("shaking", WRONG), ("softer", WRONG)]),
    (
        "level",
        &[("level", GOOD), ("left", WRONG), ("right", WRONG), ("towards", WRONG), ("away", WRONG)],
    ),
    (
        "light",
        &[
            ("even", GOOD),
            ("same", GOOD),
            ("dark", WRONG),
            ("bright", WRONG),
            ("darker", WRONG),
            ("brighter", WRONG),
            ("left", WRONG),
            ("right", WRONG),
            ("raking", GOOD),
            ("raking-darker", WRONG),
            ("raking-brighter", WRONG),
            ("flat", WRONG),
            ("other-side", WRONG),
            ("shine", WRONG),
        ],
    ),
    ("camera", &[("other", WRONG)]),
    (
        "lock",
        &[
            ("settling", PLAIN),
            ("both", GOOD),
            ("exposure", PLAIN),
            ("white", PLAIN),
            ("none", PLAIN),
        ],
    ),
];
const GOOD: CheckKind = CheckKind::Good;
const WRONG: CheckKind = CheckKind::Wrong;
const PLAIN: CheckKind = CheckKind::Plain;

/// What the camera says under the live picture.
const SAID: [&str; 10] = [
    "refused", "unsent", "finished", "burst", "hold", "sending", "take-1", "take-2", "take-all",
    "ready",
];

/// All words of the camera.
pub(super) fn words(say: &Say) -> CameraWords {
    let text = |key: &str| say.text(&format!("photos-camera-{key}"));
    CameraWords {
        start: text("start"),
        stop: text("stop"),
        take: text("take"),
        skip: text("skip"),
        next: text("next"),
        keep: text("keep"),
        again: text("again"),
        turn: text("turn"),
        grid: text("grid"),
        light: text("light"),
        ghost: text("ghost"),
        list: text("list"),
        file: text("file"),
        send: text("send"),
        finish: say.text("photos-finish"),
        counts: (1..=TAKES).map(|n| count(say, n)).collect(),
        said: SAID.iter().map(|id| (*id, text(id))).collect(),
        checks: CHECKS.iter().map(|row| check(say, row)).collect(),
    }
}

/// "2 of 3".
fn count(say: &Say, n: usize) -> String {
    say.with("photos-camera-count", &[("n", n.into()), ("of", TAKES.into())])
}

fn check(say: &Say, (check, lines): &Row) -> Check {
    let line = |(id, kind): &(&'static str, CheckKind)| CheckLine {
        id,
        kind: *kind,
        word: say.text(&format!("photos-camera-{check}-{id}")),
    };
    Check { id: check, lines: lines.iter().map(line).collect() }
}
