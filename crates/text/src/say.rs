//! Words beside those of the protocol, in Fluent: dates, the aftercare sheet, and whatever files a caller has of its own.
//!
//! Sentences of the protocol (why, who says so, what to do) come from `care`; here are headings, labels and buttons.
//! The pseudo-language changes every letter of every text, so that a word that stands in the code is seen.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use unic_langid::LanguageIdentifier;

/// The language of the texts as written.
pub const ENGLISH: &str = "en";
/// The language in which every letter is another one.
pub const PSEUDO: &str = "en-XA";

/// A file of texts: its name and what it says.
pub type File = (&'static str, &'static str);

/// The texts that are said without a page.
const FILES: &[File] = &[
    ("dates", include_str!("../texts/en/dates.ftl")),
    ("sheet", include_str!("../texts/en/sheet.ftl")),
];

/// A variable of a text and its value.
pub type Variable<'a> = (&'a str, FluentValue<'a>);

/// All languages.
pub struct Languages(BTreeMap<&'static str, Say>);

impl Languages {
    /// Reads the built-in texts and those of a caller.
    ///
    /// # Errors
    /// If a file has a mistake or a text is there twice; tests hold the built-in ones to none.
    pub fn read(more: &[File], with_pseudo: bool) -> Result<Self, String> {
        let mut all = BTreeMap::from([(ENGLISH, Say::read(ENGLISH, more, None)?)]);
        if with_pseudo {
            all.insert(PSEUDO, Say::read(PSEUDO, more, Some(pseudo))?);
        }
        Ok(Self(all))
    }
    /// The texts of a language; English if there are none.
    pub fn get(&self, language: &str) -> Say {
        let found = self.0.get(language).or_else(|| self.0.get(ENGLISH));
        found.cloned().unwrap_or_else(Say::empty)
    }
    /// The languages there are.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

/// The texts of one language; cheap to clone.
#[derive(Clone)]
pub struct Say {
    language: &'static str,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Say {
    fn empty() -> Self {
        Self { language: ENGLISH, bundle: Arc::new(FluentBundle::new_concurrent(Vec::new())) }
    }

    fn read(
        language: &'static str,
        more: &[File],
        transform: Option<fn(&str) -> Cow<'_, str>>,
    ) -> Result<Self, String> {
        let id = LanguageIdentifier::from_bytes(b"en-GB").unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_transform(transform);
        for (name, text) in FILES.iter().chain(more) {
            let resource = FluentResource::try_new((*text).to_owned())
                .map_err(|(_, errors)| format!("texts/en/{name}.ftl: {errors:?}"))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| format!("texts/en/{name}.ftl: {errors:?}"))?;
        }
        Ok(Self { language, bundle: Arc::new(bundle) })
    }

    /// The language's name, for `<html lang>`.
    pub fn language(&self) -> &'static str {
        self.language
    }
    /// The text of a name; the name itself if there is none, which a test rules out for every page.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }
    /// The text of a name with its variables filled in.
    pub fn with(&self, key: &str, variables: &[Variable<'_>]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, value.clone());
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }
    /// A weekday's short name: `Sat`. Monday is 1.
    pub fn weekday(&self, date: Date) -> String {
        self.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }
    /// A month's name.
    pub fn month(&self, month: i8) -> String {
        self.text(&format!("month-{month}"))
    }
    /// A date as a person says it: `Sat 12 Dec`.
    pub fn day(&self, date: Date) -> String {
        let short = self.text(&format!("month-short-{}", date.month()));
        format!("{} {} {short}", self.weekday(date), date.day())
    }
    /// A date in full: `12 December 2026`.
    pub fn date(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }
    /// A moment seen from another: `today 18:00`, `tomorrow 10:00`, `Sat 12 Dec 10:00`.
    pub fn moment(&self, moment: &Zoned, now: &Zoned) -> String {
        format!("{} {}", self.near_day(moment.date(), now.date()), moment.strftime("%H:%M"))
    }
    /// A day seen from another: `today`, `tomorrow`, `yesterday`, `Sat 12 Dec`; with the year if it is far.
    pub fn near_day(&self, day: Date, today: Date) -> String {
        match today.until(day).map(|span| span.get_days()) {
            Ok(0) => self.text("today"),
            Ok(1) => self.text("tomorrow"),
            Ok(-1) => self.text("yesterday"),
            Ok(-200..=200) => self.day(day),
            _ => self.date(day),
        }
    }
    /// The same at the head of something: `Today`, `Yesterday`, `Sat 12 Dec`.
    pub fn near_day_head(&self, day: Date, today: Date) -> String {
        let day = self.near_day(day, today);
        let mut letters = day.chars();
        let first = letters.next().map(char::to_uppercase).into_iter().flatten();
        first.chain(letters).collect()
    }
    /// An instant in a zone.
    pub fn zoned(&self, at: Timestamp, like: &Zoned) -> Zoned {
        at.to_zoned(like.time_zone().clone())
    }
}

/// Every letter as another one that looks like it; digits and signs stay.
pub fn pseudo(text: &str) -> Cow<'_, str> {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const OTHER: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";
    let change = |letter: char| {
        let place = PLAIN.chars().position(|plain| plain == letter);
        place.and_then(|place| OTHER.chars().nth(place)).unwrap_or(letter)
    };
    Cow::Owned(text.chars().map(change).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn our_own_texts_are_read_and_no_text_is_there_twice() {
        let say = Languages::read(&[], false).unwrap().get(ENGLISH);
        assert_eq!(say.text("sheet-title"), "Aftercare");
        let twice = Languages::read(&[("other", "sheet-title = Again")], false).err().unwrap();
        assert!(twice.contains("other.ftl"), "{twice}");
    }

    #[test]
    fn a_text_of_a_caller_is_said_and_one_of_nobody_is_its_name() {
        let say = Languages::read(&[("own", "hello = Hello, { $who }")], false).unwrap().get("fr");
        assert_eq!(say.with("hello", &[("who", "Ana".into())]), "Hello, Ana");
        assert_eq!(say.text("goodbye"), "goodbye");
        assert!(say.has("hello") && !say.has("goodbye"));
    }

    #[test]
    fn days_near_by_have_names_and_far_ones_a_year() {
        let say = Languages::read(&[], false).unwrap().get(ENGLISH);
        let today = date(2026, 12, 12);
        let near = |day| say.near_day_head(day, today);
        assert_eq!(near(today), "Today");
        assert_eq!(near(date(2026, 12, 11)), "Yesterday");
        assert_eq!(near(date(2026, 12, 19)), "Sat 19 Dec");
        assert_eq!(near(date(2028, 1, 2)), "2 January 2028");
    }

    #[test]
    fn in_the_pseudo_language_every_letter_is_another() {
        let say = Languages::read(&[], true).unwrap().get(PSEUDO);
        assert!(!say.text("sheet-title").contains(|letter: char| letter.is_ascii_alphabetic()));
    }
}
