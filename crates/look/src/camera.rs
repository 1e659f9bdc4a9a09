//! The camera: a list of views, the live picture with what lies over it, checks, and what can be done.
//!
//! It comes alive through `camera.js` and the modules whose addresses the form carries; without scripts a file is chosen.
//! Every word that a script may show stands in the page already, hidden: scripts hold no words.

use maud::{Markup, html};

use super::button::{Look, button, link_button};
use super::icon::{Icon, icon};

/// The modules that `camera.js` loads, by the name of the attribute that holds their address.
const MODULES: [&str; 5] = ["frames", "pixels", "level", "lock", "checks"];

/// One view to take.
#[derive(Clone, Debug)]
pub struct ShotWanted {
    /// The value of the field `shot`.
    pub id: String,
    /// "Left side, chin level".
    pub word: String,
    /// Address of the first photograph of this kind, to lie over the live picture.
    pub ghost: Option<String>,
    /// What that one was taken with, if it is known.
    pub camera: Option<String>,
    /// How many were taken today.
    pub taken: usize,
    /// Whether there are enough to go on.
    pub done: bool,
    /// Whether it is the one to take next.
    pub checked: bool,
}

/// How a line of a check is meant; each kind has its icon, so that none is known by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it should be.
    Good,
    /// Something to put right.
    Wrong,
    /// Something to know.
    Plain,
}

/// One of the things a check can say.
#[derive(Clone, Debug)]
pub struct CheckLine {
    /// The name that scripts know it by.
    pub id: &'static str,
    /// How it is meant.
    pub kind: Kind,
    /// "Turn a little left".
    pub word: String,
}

/// Something that is looked at while the camera is on.
#[derive(Clone, Debug)]
pub struct Check {
    /// The name that scripts know it by.
    pub id: &'static str,
    /// What it can say.
    pub lines: Vec<CheckLine>,
}

/// The words of the camera.
#[derive(Clone, Debug)]
pub struct CameraWords {
    /// Turns the camera on.
    pub start: String,
    /// Turns it off.
    pub stop: String,
    /// Takes the picture.
    pub take: String,
    /// Leaves a view out.
    pub skip: String,
    /// Goes on after at least one of a view.
    pub next: String,
    /// Keeps what was taken.
    pub keep: String,
    /// Takes it again.
    pub again: String,
    /// The other camera.
    pub turn: String,
    /// Shows or hides the grid.
    pub grid: String,
    /// Measures the light anew.
    pub light: String,
    /// Names the slider of the first photograph's strength.
    pub ghost: String,
    /// Which picture comes next.
    pub list: String,
    /// Label of the file field.
    pub file: String,
    /// Sends the file.
    pub send: String,
    /// Leads to all photographs when all are taken.
    pub finish: String,
    /// How many of a view are there: "1 of 3", "2 of 3", … up to as many as are asked for.
    pub counts: Vec<String>,
    /// What a script says, by the name that it knows it by.
    pub said: Vec<(&'static str, String)>,
    /// What is looked at.
    pub checks: Vec<Check>,
}

/// The camera with its list of shots. The form posts `shot` and `picture` (multipart) to `action`, with scripts also
/// `camera`; `more` are further fields of the form, sent with every picture.
pub fn camera(
    action: &str,
    script: impl Fn(&str) -> String,
    wanted: &[ShotWanted],
    words: &CameraWords,
    more: &Markup,
) -> Markup {
    let [frames, pixels, level, lock, checks] = MODULES.map(|name| script(&format!("{name}.js")));
    html! {
        form.camera method="post" action=(action) enctype="multipart/form-data" data-camera
            data-takes=(words.counts.len()) data-frames=(frames) data-pixels=(pixels) data-level=(level)
            data-lock=(lock) data-checks=(checks) {
            (more)
            (shot_list(wanted, words))
            (viewfinder(words))
            p.camera-says role="status" {}
            p.hidden role="status" data-heard {}
            (shutter(words))
            div.start hidden { (tool("start", Look::Primary, Icon::Photos, &words.start)) }
            div data-finish hidden { (link_button(Look::Secondary, None, &words.finish, action)) }
            div.field.fallback {
                label for="picture" { (words.file) }
                input type="file" id="picture" name="picture" accept="image/*" capture="environment" required;
                (button(Look::Secondary, Some(Icon::Upload), &words.send))
            }
            div hidden { @for (id, word) in &words.said { span data-say=(id) { (word) } } }
        }
    }
}

fn shot_list(wanted: &[ShotWanted], words: &CameraWords) -> Markup {
    html! {
        fieldset.shots {
            legend { (words.list) }
            @for shot in wanted {
                label.done[shot.done] {
                    input type="radio" name="shot" value=(shot.id) checked[shot.checked] data-taken=(shot.taken)
                        data-ghost=[shot.ghost.as_ref()] data-camera=[shot.camera.as_ref()];
                    span { (shot.word) }
                    (counts(shot.taken, &words.counts))
                    (icon(Icon::Done))
                }
            }
        }
    }
}

/// All counts, of which the one that is true is seen.
fn counts(taken: usize, words: &[String]) -> Markup {
    let shown = taken.min(words.len());
    html! {
        @for (n, word) in (1..).zip(words) { span.count data-n=(n) hidden[n != shown] { (word) } }
    }
}

fn viewfinder(words: &CameraWords) -> Markup {
    html! {
        div.finder hidden {
            div.room {
                div.view {
                    video autoplay playsinline muted {}
                    img.ghost alt="" hidden; canvas hidden {} (super::bodychart::outline())
                    span.horizon hidden {}
                }
            }
            ul.checks { @for one in &words.checks { (check(one)) } }
            div.aids {
                (aid("grid", Icon::Grid, &words.grid))
                (aid("turn", Icon::Turn, &words.turn))
                (aid("light", Icon::Today, &words.light))
                label.range data-strength hidden { span { (words.ghost) } input type="range" min="0" max="100" value="35"; }
            }
        }
    }
}

fn check(check: &Check) -> Markup {
    html! {
        li data-check=(check.id) hidden {
            @for line in &check.lines {
                span data-is=(line.id) data-wrong[line.kind == Kind::Wrong] hidden {
                    (icon(kind_icon(line.kind))) span { (line.word) }
                }
            }
        }
    }
}

fn kind_icon(kind: Kind) -> Icon {
    match kind {
        Kind::Good => Icon::Done,
        Kind::Wrong => Icon::Care,
        Kind::Plain => Icon::Info,
    }
}

fn shutter(words: &CameraWords) -> Markup {
    html! {
        div.shutter hidden {
            (aid("stop", Icon::Close, &words.stop))
            (tool("take", Look::Primary, Icon::Photos, &words.take))
            (tool("again", Look::Secondary, Icon::Undo, &words.again))
            (tool("keep", Look::Primary, Icon::Done, &words.keep))
            (tool("skip", Look::Quiet, Icon::Next, &words.skip))
            (tool("next", Look::Quiet, Icon::Next, &words.next))
        }
    }
}

fn tool(what: &str, look: Look, mark: Icon, word: &str) -> Markup {
    html! { button class={ "button " (look.name()) } type="button" data-do=(what) { (icon(mark)) span { (word) } } }
}

/// A small tool: its word is heard, and seen where a pointer rests.
fn aid(what: &str, mark: Icon, word: &str) -> Markup {
    html! {
        button.aid type="button" data-do=(what) title=(word) { (icon(mark)) span.hidden { (word) } }
    }
}
