//! Every page speaks every language: what is left of ours on a page in the language that is none was put together in code.

use axum::http::HeaderMap;
use care::words::{Flag, Sign};
use store::AnyId;
use store::records::{Clearance, Wishes};
use testhouse::{Home, answered, checkin, hours, in_home, pattern, session};
use web::routes::ADDRESSES;
use words::{Language, pseudo};

use crate::photos::put;
use crate::region::{followed, keeps, result};
use crate::results::scores;

/// What a page holds that is from no text: the product and the protocol, the unit of a needle, what a person wrote
/// themselves, what is written on a device.
const NAMES: [&str; 10] =
    ["Needlewise", "needlewise", "mm", "cm", "cm²", "a.jpg", "Ana", "left", "cheek", "2.0.0"];

/// What is left of our language on a page that should be in the language that is none.
pub fn plain_words(page: &str) -> Vec<String> {
    let mut left = pseudo::left_over(&readable(page));
    left.retain(|word| !NAMES.contains(&word.as_str()));
    left
}

/// Stops where something is left of our language.
pub fn only_from_texts(path: &str, page: &str) {
    assert_eq!(plain_words(page), Vec::<String>::new(), "{path}");
}

/// What a reader sees of a page that is meant to be translated.
fn readable(page: &str) -> String {
    let mut text = String::new();
    let mut skip: Option<(String, usize)> = None;
    for part in page.split('<').skip(1) {
        let (tag, said) = part.split_once('>').unwrap_or((part, ""));
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        skip = match skip {
            Some((open, 1)) if closes && name == open => None,
            Some((open, deep)) if closes && name == open => Some((open, deep - 1)),
            Some((open, deep)) if name == open => Some((open, deep + 1)),
            None if tag.contains("translate=\"no\"") || ["style", "script"].contains(&name) => {
                Some((name.to_owned(), 1))
            }
            other => other,
        };
        if skip.is_none() {
            text.push_str(said);
        }
        text.push(' ');
    }
    ["&quot;", "&amp;", "&lt;", "&gt;"].iter().fold(text, |text, entity| text.replace(entity, " "))
}

/// Somebody with something of every kind on record, in a home that offers every language.
async fn lived_in(language: Language) -> (Home, Vec<String>) {
    let home = Home::with(|settings| settings.pseudo = true).await;
    let wishes = Wishes { language: Some(language.name().into()), ..Wishes::default() };
    let person = store::records::Profile { name: None, wishes, ..answered() };
    let (ana, person) = in_home(home, person, "2026-12-05").await;
    let done = session(&ana, person, hours(&ana, -60)).await;
    let signs = [(Sign::Redness, 3), (Sign::Flaking, 1)];
    let seen = checkin(&ana, person, done, hours(&ana, -50), &signs, &[Flag::Pus], None).await;
    let [first, healing, later] = [
        put(&ana, person, "front", 72).await,
        put(&ana, person, "front", 36).await,
        put(&ana, person, "front", 3).await,
    ];
    let region = followed(&ana, person, first).await;
    keeps(&ana, person, result(region, first, healing, 0.05, 0.03)).await;
    keeps(&ana, person, result(region, first, later, 0.0, 0.03)).await;
    scores(&ana, "self", "2026-11-01", "7").await;
    ana.posts("/clearance", &[("about", "pus"), ("said", "no"), ("by", "Ana")]).await.is(303);
    let heard = ana.app.store().list::<Clearance>(person).await.unwrap();
    let mut ids = vec![done.any(), seen.any(), first.any(), region.any()];
    ids.extend(heard.iter().map(|entry| entry.id.any()));
    (ana, ids.iter().map(AnyId::to_string).collect())
}

/// Every address that a record like this has, its parameters filled in.
fn addresses(ids: &[String]) -> Vec<String> {
    let words = [
        "1",
        "retinoid",
        "self",
        "rule",
        "question",
        "keloid",
        "device",
        "about",
        "goals",
        "screening",
    ];
    let values: Vec<&str> = ids.iter().map(String::as_str).chain(words).collect();
    let pages = ADDRESSES.iter().filter(|address| address.has("get"));
    let pages = pages.map(pattern).filter(|path| !path.starts_with("/static"));
    pages.flat_map(|path| filled(path, &values)).collect()
}

fn filled(path: &str, values: &[&str]) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let (_, after) = rest.split_once('}').unwrap();
    values.iter().flat_map(|value| filled(&format!("{before}{value}{after}"), values)).collect()
}

#[tokio::test]
async fn every_page_is_in_the_readers_language() {
    let mut counts = Vec::new();
    for language in Language::all() {
        let (ana, ids) = lived_in(*language).await;
        let mut pages = 0;
        for path in addresses(&ids) {
            let answer = ana.opens(&path).await;
            let text = answer.text();
            if answer.status != 200 || !text.starts_with("<!DOCTYPE html>") {
                continue;
            }
            pages += 1;
            assert!(text.contains(&format!("<html lang=\"{language}\"")), "{path}");
            if language.is_pseudo() {
                only_from_texts(&path, &text);
            }
        }
        counts.push(pages);
    }
    assert!(counts[0] >= 40, "too few addresses were pages: {counts:?}");
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}

#[tokio::test]
async fn whoever_wished_for_no_language_gets_the_first_their_browser_asks_for_that_there_is() {
    let ana = Home::with(|settings| settings.pseudo = true).await;
    let language = |wish: Option<&str>, asks: &str| {
        let mut headers = HeaderMap::new();
        headers.insert("accept-language", asks.parse().unwrap());
        ana.app.language(wish, &headers).name()
    };
    assert_eq!(language(None, "tlh, en-GB;q=0.4"), "en");
    assert_eq!(language(None, "tlh"), "en", "the default");
    assert_eq!(language(Some("en-XA"), "en"), "en-XA", "a wish comes first");
    assert_eq!(language(Some("tlh"), "en"), "en", "a wish that can't be met is none");
}
