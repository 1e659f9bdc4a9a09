//! What `aftercare` says: do, avoid, and for each product class whether it may be used now, and if not, when.

use care::aftercare::{self, Clearance};
use care::protocol::rows::Card;
use care::words::{ProductClass, Word};
use jiff::Zoned;
use serde::Serialize;
use words::{Worded, Wording};

use super::{Decider, Page, Sentences, range, stamp};
use crate::tell::sources;

/// Aftercare at a moment, with its words.
#[derive(Debug, Serialize)]
pub struct Aftercare<'p> {
    day: i64,
    hours: i64,
    phase: Option<String>,
    #[serde(rename = "do")]
    to_do: Vec<String>,
    avoid: Vec<String>,
    products: Vec<ProductShown<'p>>,
    protocol: Decider,
    #[serde(skip)]
    only: bool,
}

/// A product class and whether it may be used.
#[derive(Debug, Serialize)]
pub(super) struct ProductShown<'p> {
    class: ProductClass,
    allowed: bool,
    not_before: String,
    only_calm: bool,
    range: Option<String>,
    because: String,
    sources: &'p [String],
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    moment: Zoned,
    #[serde(skip)]
    doubts: Vec<String>,
    #[serde(skip)]
    cited: String,
}

impl<'p> Aftercare<'p> {
    /// Aftercare put into words, for all product classes or only one.
    pub fn of(
        protocol: &'p Worded,
        care: &aftercare::Aftercare<'p>,
        only: Option<ProductClass>,
    ) -> Self {
        let texts = protocol.texts();
        Self {
            day: care.day,
            hours: care.hours,
            phase: care.phase.map(|phase| texts.say(&format!("phase-{}", phase.id)).into_owned()),
            to_do: cards(protocol, &care.to_do),
            avoid: cards(protocol, &care.avoid),
            products: products(protocol, care, only),
            protocol: Decider::of(protocol),
            only: only.is_some(),
        }
    }
}

/// The sentences of cards.
pub(super) fn cards(protocol: &Worded, cards: &[&Card]) -> Vec<String> {
    let say = |card: &&Card| protocol.texts().say(&format!("card-{}", card.id)).into_owned();
    cards.iter().map(say).collect()
}

/// All product classes, or only one.
pub(super) fn products<'p>(
    protocol: &Worded,
    care: &aftercare::Aftercare<'p>,
    only: Option<ProductClass>,
) -> Vec<ProductShown<'p>> {
    let wanted =
        care.products.iter().filter(|product| only.is_none_or(|only| product.row.class == only));
    wanted.map(|product| ProductShown::of(protocol, product)).collect()
}

impl<'p> ProductShown<'p> {
    fn of(protocol: &Worded, product: &Clearance<'p>) -> Self {
        let (row, texts) = (product.row, protocol.texts());
        Self {
            class: row.class,
            allowed: product.allowed,
            not_before: stamp(&product.not_before),
            only_calm: row.only_calm,
            range: range(&row.evidence),
            because: texts.say(&format!("product-{}.because", row.id)).into_owned(),
            sources: &row.evidence.sources,
            title: texts.say(&format!("product-class-{}", row.class.word())).into_owned(),
            moment: product.not_before.clone(),
            doubts: sources::doubts(texts, &format!("product-{}", row.id), &row.evidence),
            cited: sources::cite(texts, protocol, &row.evidence.sources),
        }
    }
    fn sentence(&self, texts: &Wording) -> String {
        let key = match (self.allowed, self.only_calm) {
            (true, false) => "show-product-yes",
            (true, true) => "show-product-yes-calm",
            (false, false) => "show-product-from",
            (false, true) => "show-product-from-calm",
        };
        let when = texts.moment(&self.moment);
        texts.with(key, &[("product", self.title.as_str().into()), ("when", when.into())])
    }
}

impl Sentences for Aftercare<'_> {
    fn say(&self, page: &mut Page) {
        if self.only {
            self.products.iter().for_each(|product| product.say(page));
            return;
        }
        let mut words = vec![("day", self.day.into()), ("hours", self.hours.into())];
        words.extend(self.phase.as_ref().map(|phase| ("phase", phase.as_str().into())));
        let key = if self.phase.is_some() { "show-hours-phase" } else { "show-hours" };
        page.text(&page.words(key, &words));
        for (title, cards) in [("show-do", &self.to_do), ("show-avoid", &self.avoid)] {
            if !cards.is_empty() {
                page.head(title);
            }
            cards.iter().for_each(|card| page.point(card));
        }
        page.head("show-again");
        let texts = page.texts().clone();
        self.products.iter().for_each(|product| page.point(&product.sentence(&texts)));
        page.text(&page.word("show-product-how"));
        self.protocol.say(page);
    }
}

impl ProductShown<'_> {
    fn say(&self, page: &mut Page) {
        let sentence = self.sentence(page.texts());
        page.text(&page.sentence(&sentence));
        page.text(&self.because);
        self.doubts.iter().for_each(|doubt| page.text(doubt));
        page.text(&page.words("show-who", &[("sources", self.cited.as_str().into())]));
    }
}
