//! A sample asked by card and text key, for what a page promises: `shown(&life, "Plan", "as it is opened").await.says("plan-next")`.
//!
//! Everybody reads English here, so that keys can be asked for; what holds of every language is in [`super::pages`].

use std::sync::LazyLock;

use axum::response::Response;
use testhouse::Answer;
use words::{Editions, Language, built_in};

use super::{BASE, Life, Sample, all, reader};
use crate::frame::Reader;

static EDITIONS: LazyLock<Editions> = LazyLock::new(|| Editions::read(&built_in(), false).unwrap());

/// Whoever lives this life, in English.
pub(crate) fn english(life: &Life) -> Reader {
    reader(&EDITIONS, life, Language::DEFAULT)
}

/// The sample of an address.
pub(crate) async fn shown(life: &Life, address: &str, what: &str) -> Answer {
    let found = |sample: &Sample<'_>| (sample.address, sample.what) == (address, what);
    let sample = all(life).into_iter().find(found);
    let sample = sample.unwrap_or_else(|| panic!("{} has no sample {address} ({what})", life.name));
    asked(&english(life), sample.answer(&english(life))).await
}

/// Any page of somebody, its addresses without the person.
pub(crate) async fn asked(reader: &Reader, page: Response) -> Answer {
    Answer::of(page, format!("{BASE}/people/{}", reader.person.id)).await
}
