//! For tests: every page drawn from samples, for lives as different as they come.
//!
//! A journey names its samples in a file of its own (`today/samples.rs`), one function `samples(&Life)`; [`lives`] makes the
//! lives, [`pages`] draws each sample of each life in every language and theme and looks at the result, [`markup`] reads it,
//! [`asked`] asks it by card and text key. docs/guides/add-a-page.md says how to add one.

pub(crate) mod asked;
pub(crate) mod lives;
mod markup;
mod pages;
mod pictured;

use axum::response::Response;
use chart::Gaps;
use futures_util::FutureExt as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{Actor, Damaged, Why};
use words::{Editions, Language};

use crate::frame::{Frame, Missing, Reader};
use crate::to::Base;

pub(crate) use lives::Life;
pub(crate) use markup::Html;

/// A page with something on it, drawn for any reader.
pub(crate) struct Sample<'a> {
    /// The address whose page it is, as the table of addresses names it: "Plan".
    pub address: &'static str,
    /// What is special about it.
    pub what: &'static str,
    draw: Box<dyn Fn(&Reader) -> Response + 'a>,
}

impl<'a> Sample<'a> {
    /// A sample of the page at an address.
    pub(crate) fn new(
        address: &'static str,
        what: &'static str,
        draw: impl Fn(&Reader) -> Response + 'a,
    ) -> Self {
        Self { address, what, draw: Box::new(draw) }
    }
    /// A sample of a page that belongs to nobody.
    pub(crate) fn of_nobody(
        address: &'static str,
        what: &'static str,
        draw: impl Fn(&Frame) -> Response + 'a,
    ) -> Self {
        let nobodys = move |reader: &Reader| draw(&Frame { person: None, ..reader.frame.clone() });
        Self::new(address, what, nobodys)
    }
    /// The page as this reader gets it.
    pub(crate) fn answer(&self, reader: &Reader) -> Response {
        (self.draw)(reader)
    }
    /// The same, read; it is all there, so nothing has to be waited for.
    pub(crate) fn drawn(&self, reader: &Reader) -> Html {
        let bytes = axum::body::to_bytes(self.answer(reader).into_body(), usize::MAX);
        let bytes = bytes.now_or_never().expect("the whole page").unwrap();
        Html::read(core::str::from_utf8(&bytes).unwrap())
    }
}

/// The samples of one journey, of one life.
type Samples = for<'a> fn(&'a Life) -> Vec<Sample<'a>>;

/// The journeys that have samples.
const JOURNEYS: &[Samples] = &[
    crate::bring::samples,
    crate::clearance::samples,
    crate::feed::samples,
    crate::guard::samples,
    crate::handover::samples,
    crate::log::samples,
    crate::more::samples,
    crate::people::samples,
    crate::photos::samples,
    crate::plan::samples,
    crate::reference::samples,
    crate::region::samples,
    crate::results::samples,
    crate::screening::samples,
    crate::session::samples,
    crate::today::samples,
];

/// What is wrong with a page that was drawn, whatever page it is.
pub(crate) fn faults(page: &str, reader: &Reader) -> Vec<String> {
    pages::faults(&Html::read(page), reader)
}

/// The samples of every journey, of one life.
fn all(life: &Life) -> Vec<Sample<'_>> {
    JOURNEYS.iter().flat_map(|samples| samples(life)).collect()
}

/// The sub-path under which samples are drawn: an address that was spelt by hand is not below it.
pub(crate) const BASE: &str = "/needles";

/// Whoever lives this life, in a language.
pub(crate) fn reader(editions: &Editions, life: &Life, language: Language) -> Reader {
    let person = life.album.chart.person.clone();
    let protocol = editions.get(None, language);
    let frame = Frame {
        say: protocol.texts().clone(),
        protocol,
        now: life.now.to_zoned(TimeZone::get(&person.record.zone).unwrap()),
        base: BASE.parse::<Base>().unwrap(),
        demo: false,
        dark: None,
        elsewhere: None,
        several: false,
        read_only: false,
        missing: None,
        person: Some(person.clone()),
    };
    Reader { frame, actor: Actor::Person(person.id), person }
}

/// The same with entries of these kinds that can't be read, one for each way in which that can be.
pub(crate) fn missing(mut reader: Reader, kinds: &[&'static str]) -> Reader {
    let of = |(n, table): (usize, &&'static str)| {
        let why = WAYS[n % WAYS.len()];
        Damaged { table, id: n.to_string(), why }
    };
    let gaps = Gaps::of(kinds.iter().enumerate().map(of).collect());
    reader.frame.missing = Some(Missing { gaps, since: reader.at() });
    reader
}

const WAYS: [Why; 7] =
    [Why::Edited, Why::Older, Why::Missing, Why::Redated, Why::Moved, Why::Beside, Why::Unreadable];

/// A moment, as it is written in a test.
pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}
