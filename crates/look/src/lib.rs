//! The look: pure functions from words and values to markup. No English, no clock, no store; callers bring the words.
//!
//! | for | functions |
//! |---|---|
//! | the page's frame | [`block::page_header`], [`block::step_header`] with [`block::progress`], [`block::two_columns`] |
//! | blocks | [`block::card`], [`block::plain_card`], [`block::lead_card`], [`block::disclosure`], [`block::aside`], [`block::facts`], [`block::points`], [`block::menu`], [`block::empty`], [`block::problem`] |
//! | messages | [`block::notice`], [`block::undo`] |
//! | doing | [`button::button`], [`button::button_as`], [`button::button_to`], [`button::link_button`], [`button::actions`], [`button::segments`] |
//! | asking | [`form::question`] or [`form::choices`] of [`form::choice`], [`form::yes_no`], [`form::ticks`] of [`form::tick`], [`scale::score`], [`scale::scale`], [`form::field`] or [`form::field_as`], [`day::day`], [`form::select`], [`form::hidden`] |
//! | judging | [`level::chip`], [`level::level_banner`], [`level::verdict_banner`], [`level::verdict_card`] |
//! | days | [`days::days_strip`], [`days::clocks`], [`month::month`], [`month::month_legend`] |
//! | charts | [`chart::bands`] with [`chart::table`] and [`chart::key`], [`chart::dots`] with [`chart::dot_table`] and [`chart::dot_key`], [`chart::noise`], [`chart::line`] |
//! | the body | [`bodychart::bodychart`], [`rolling::directions`] |
//! | photographs | [`photo::photos`], [`photo::photo_tile`], [`photo::compare`], [`camera::camera`] |
//! | time running | [`timer::timer`] |
//! | for a phone's camera, for elsewhere | [`qr::qr`], [`copied::copied`] |
//! | icons | [`icon::icon`] |
//!
//! The frame a page is put into, for which `app.css` is written:
//! `body { a.skip href="#main"; nav.bar; main #main { … } }`, with `html[data-theme]` only when a person chose
//! dark or light themselves. A page for printing puts what is not to be printed into `.no-print` (buttons and
//! navigation vanish by themselves). Geometry that varies stands in SVG attributes, never in `style`.
//!
//! Scripts (`assets/*.js`, modules) only improve: `today.js`, `timer.js`, `camera.js` (with `frames.js`, `pixels.js`,
//! `level.js`, `lock.js`, `checks.js`), `compare.js`, `autosave.js`, `copy.js`.
//! The colours, sizes and words are those of the design's look; `assets/app.css` has them as custom properties.

pub mod block;
pub mod bodychart;
pub mod button;
pub mod camera;
pub mod chart;
pub mod copied;
pub mod day;
pub mod days;
pub mod form;
pub mod icon;
mod icons;
pub mod level;
pub mod month;
pub mod photo;
pub mod qr;
pub mod rolling;
pub mod scale;
pub mod timer;

#[cfg(test)]
mod tests;

pub use block::*;
pub use bodychart::{Figure, Seen, Zone, ZoneMark, ZoneState, bodychart};
pub use button::{
    Look, actions, button, button_as, button_to, link_button, segments, silent_button,
};
pub use camera::{CameraWords, Check, CheckLine, Kind as CheckKind, ShotWanted, camera};
pub use copied::copied;
pub use day::{Day, day};
pub use days::{Clock, DayMark, When, clocks, days_strip};
pub use form::{
    Field, Input, Kind, choice, choices, field, field_as, heading, hidden, question, select, tick,
    tick_as, ticks, yes_no,
};
pub use icon::{Icon, icon};
pub use level::{chip, level_banner, level_icon, verdict_banner, verdict_card, verdict_icon};
pub use month::{DayMeaning, DayState, Held, Month, MonthDay, month, month_legend};
pub use photo::{CompareWords, PhotoTile, Shot, compare, photo_tile, photos};
pub use qr::qr;
pub use rolling::directions;
pub use scale::{Scale, scale, score};
pub use timer::timer;
