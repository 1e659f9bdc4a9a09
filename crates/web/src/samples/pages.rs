//! Each sample of each life, in every language and theme: one test for what holds of every page.

use std::collections::{BTreeMap, BTreeSet};

use words::{Editions, Language, built_in, pseudo};

use super::asked::english;
use super::lives::{LIVES, life};
use super::markup::Element;
use super::{BASE, Html, Life, all, reader};
use crate::address::ADDRESSES;
use crate::frame::Reader;

/// Light, dark, and as the machine has it.
const THEMES: [Option<bool>; 3] = [Some(false), Some(true), None];

/// What answers at an address and is no page, with what it is.
const NO_PAGE: [(&str, &str); 15] = [
    ("Screening", "leads on"),
    ("Feed", "a calendar"),
    ("Reminder", "a calendar"),
    ("Dates", "a calendar"),
    ("Asset", "a file of the look"),
    ("Healthy", "a word for machines"),
    ("Ready", "a word for machines"),
    ("PlanPicture", "a picture"),
    ("SessionPicture", "a picture"),
    ("Picture", "a picture"),
    ("Thumbnail", "a picture"),
    ("RegionCut", "a picture"),
    ("LogCsv", "a table for spreadsheets"),
    ("Sheet", "a sheet to print"),
    ("HandoverSheet", "a sheet to print"),
];

#[tokio::test]
async fn every_page_of_every_life_is_whole_in_every_language_and_theme() {
    let editions = Editions::read(&built_in(), true).unwrap();
    let lives = futures_util::future::join_all(LIVES.iter().map(|name| life(name))).await;
    // Each life in a thread of its own: there are many pages.
    let found: BTreeMap<String, String> = std::thread::scope(|threads| {
        let all = lives.iter().map(|life| threads.spawn(|| in_every_language(&editions, life)));
        let all: Vec<_> = all.collect();
        all.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    assert!(found.is_empty(), "{} faults of pages: {found:#?}", found.len());
}

fn in_every_language(editions: &Editions, life: &Life) -> Vec<(String, String)> {
    let readers = Language::all().iter().map(|language| reader(editions, life, *language));
    readers.flat_map(|reader| draw(life, &reader)).collect()
}

/// Draws every sample for a reader, in one theme after the other, and holds each to what holds of all: each fault with one of
/// the pages that have it.
fn draw(life: &Life, reader: &Reader) -> Vec<(String, String)> {
    let samples = all(life);
    let themed: Vec<Reader> = THEMES.iter().map(|theme| themed(reader.clone(), *theme)).collect();
    let mut found = Vec::new();
    for (sample, reader) in samples.iter().zip(themed.iter().cycle()) {
        let page = format!("{} ({}), {}", sample.address, sample.what, life.name);
        let page = format!("{page}, {}", reader.say.language());
        let faults = faults(&sample.drawn(reader), reader);
        found.extend(faults.into_iter().map(|fault| (fault, page.clone())));
    }
    found
}

#[tokio::test]
async fn what_is_shown_again_says_error_in_its_title() {
    let mut again = 0;
    for name in LIVES {
        let (life, reader) = (life(name).await, english(life(name).await));
        let error = reader.say.with("title-wrong", &[("title", "".into())]);
        for sample in all(life) {
            let wrong = sample.answer(&reader).status() == 422;
            let (html, page) =
                (sample.drawn(&reader), format!("{} ({})", sample.address, sample.what));
            let title = html.all("title").find(|title| title.is_in("head")).unwrap();
            let said = title.text.starts_with(error.trim());
            // The plan is asked with a day in its address, too, and says at once that it can't be.
            assert!(said == wrong || (said && sample.address == "Plan"), "{page}: {}", title.text);
            again += usize::from(wrong);
        }
    }
    assert!(again > 0, "no sample is shown again");
}

#[tokio::test]
async fn every_page_has_a_sample() {
    let mut sampled = BTreeSet::new();
    for name in LIVES {
        sampled.extend(all(life(name).await).iter().map(|sample| sample.address));
    }
    let pages = ADDRESSES.iter().filter(|address| address.has("get")).map(|address| address.name);
    let without: BTreeSet<&str> = NO_PAGE.iter().map(|(name, _)| *name).collect();
    let (pages, known): (BTreeSet<_>, BTreeSet<_>) =
        (pages.collect(), ADDRESSES.iter().map(|address| address.name).collect());
    let missing: Vec<_> =
        pages.iter().filter(|page| !sampled.contains(*page) && !without.contains(*page)).collect();
    assert!(missing.is_empty(), "pages without a sample: {missing:?}");
    let idle: Vec<_> =
        without.iter().filter(|name| sampled.contains(*name) || !pages.contains(*name)).collect();
    assert!(idle.is_empty(), "listed as without a sample for nothing: {idle:?}");
    let unknown: Vec<_> = sampled.difference(&known).collect();
    assert!(unknown.is_empty(), "samples of no address: {unknown:?}");
}

fn themed(mut reader: Reader, dark: Option<bool>) -> Reader {
    reader.frame.dark = dark;
    reader
}

/// What is wrong with a page.
pub(super) fn faults(html: &Html, reader: &Reader) -> Vec<String> {
    let mut faults = html.faults.clone();
    faults.extend(frame(html, reader));
    faults.extend(named_twice(html));
    faults.extend(html.elements.iter().flat_map(|element| unfit(element, html)));
    if reader.say.language().is_pseudo() {
        let (name, version) = (reader.protocol.name(), reader.protocol.version());
        let own = |word: &str| NAMES.contains(&word) || [&*name, version].contains(&word);
        faults.extend(pseudo::left_over(&html.said).into_iter().filter(|word| !own(word)));
    }
    faults
}

/// What a page holds that is from no text, beside the protocol's own name: the product, units, what a person wrote themselves.
const NAMES: [&str; 10] =
    ["Needlewise", "mm", "cm", "cm²", "Ana", "Ash", "cold", "left", "cheek", "wedding"];

/// One title, one heading, the reader's language and theme.
fn frame(html: &Html, reader: &Reader) -> Vec<String> {
    let root = html.all("html").next().expect("a page");
    let theme = reader.dark.map(|dark| if dark { "dark" } else { "light" });
    let one = |name: &str| html.all(name).filter(|element| !element.text.trim().is_empty()).count();
    let holds = [
        ("its language", root.get("lang") == Some(reader.say.language().name())),
        ("its theme", root.get("data-theme") == theme),
        ("a title", html.all("title").any(|title| title.is_in("head"))),
        ("one first heading", one("h1") == 1),
        ("one main part", one("main") == 1),
        (
            "where the skip link leads",
            html.elements.iter().any(|element| element.get("id") == Some("main")),
        ),
    ];
    holds.iter().filter(|(_, holds)| !holds).map(|(what, _)| format!("without {what}")).collect()
}

fn named_twice(html: &Html) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let ids = html.elements.iter().filter_map(|element| element.get("id"));
    ids.filter(|id| !seen.insert(*id)).map(|id| format!("two are named #{id}")).collect()
}

/// What is wrong with one element.
fn unfit(element: &Element, html: &Html) -> Vec<String> {
    let is = |name: &str| element.name == name;
    let empty = |name: &str| element.get(name).is_none_or(|said| said.trim().is_empty());
    let there = |id: &str| html.elements.iter().any(|other| other.get("id") == Some(id));
    let address = ["href", "action", "formaction", "src"].iter().find_map(|name| element.get(name));
    let told = ["for", "aria-describedby", "aria-labelledby", "list"];
    let lost = told.iter().filter_map(|name| element.get(name)).flat_map(str::split_whitespace);
    let lost = lost.filter(|id| !there(id));
    let mut faults: Vec<String> =
        lost.map(|id| format!("{} names #{id}, which is not there", element.name)).collect();
    let rules = [
        ("an address outside of the application", address.is_some_and(|to| !is_ours(to, element))),
        ("a style or script in the page", element.get("style").is_some() || is("style")),
        ("a handler in the page", element.attributes.keys().any(|name| name.starts_with("on"))),
        ("a picture that is not told", is("img") && element.get("alt").is_none()),
        (
            "a button or link without a word",
            (is("button") || is("a"))
                && element.text.trim().is_empty()
                && empty("aria-label")
                && !is_hidden(element),
        ),
        ("a field without a label", is_field(element) && !is_labelled(element, html)),
    ];
    faults.extend(
        rules.iter().filter(|(_, broken)| *broken).map(|(what, _)| format!("{what}: {element:?}")),
    );
    faults
}

/// Below the base, within the page, or a source's own address that says it leads away.
fn is_ours(to: &str, element: &Element) -> bool {
    let away = element.get("rel").is_some_and(|rel| rel.contains("external"));
    away || to.starts_with('#')
        || to.starts_with("tel:")
        || to.strip_prefix(BASE).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Left out by whatever reads a page aloud, and out of reach of the keyboard.
fn is_hidden(element: &Element) -> bool {
    element.get("aria-hidden") == Some("true") && element.get("tabindex") == Some("-1")
}

fn is_field(element: &Element) -> bool {
    let unseen = ["hidden", "submit"].contains(&element.get("type").unwrap_or_default());
    ["input", "select", "textarea"].contains(&element.name.as_str()) && !unseen
}

/// By a label that names it or stands around it, or by words of its own.
fn is_labelled(field: &Element, html: &Html) -> bool {
    let own = field.get("aria-label").is_some() || field.get("aria-labelledby").is_some();
    let named = field
        .get("id")
        .is_some_and(|id| html.all("label").any(|label| label.get("for") == Some(id)));
    own || named || field.is_in("label")
}
