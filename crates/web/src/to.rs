//! Addresses as values: what makes them. Their parameters are read in [`crate::path`].
//!
//! Which there are is the table in [`crate::addresses`]: [`House`] for what belongs to nobody, [`To`] for the pages of a
//! person, which can only be named together with that person. No other file spells a path. Everything is put under
//! the sub-path at which the application lives ([`Base`]).

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use axum::http::uri::PathAndQuery;
use axum::response::Redirect;
// Of any kind, so that an address of a new one is no line here.
use store::*;

use crate::addresses::addresses;

macro_rules! places {
    ($(
        $(#[$about:meta])* $kind:ident<$life:lifetime> under $root:literal {
            $($guard:ident $limit:ident $place:ident $(($($part:ident: $type:ty),+))? $path:literal
                { $($method:ident $may:ident $handler:expr),+ })+
        }
    )+) => {$(
        $(#[$about])*
        #[expect(dead_code, reason = "some addresses are asked for from outside alone")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $kind<$life> { $($place $(($($type),+))?),+ }

        impl fmt::Display for $kind<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$place $(($($part),+))? => write!(f, $path $($(, $part = $part.part())+)?)),+
                }
            }
        }
    )+};
}
addresses!(places);

/// The sub-path at which the application lives, for example `/needles`; empty if the whole host is its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// As it stands before every path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The address of what belongs to nobody.
    pub(crate) fn house(&self, to: House<'_>) -> Href {
        match (to, self.0.is_empty()) {
            (House::Home, false) => Href(self.0.clone()),
            (to, _) => Href(format!("{}{to}", self.0)),
        }
    }
    /// The address of a page of this person.
    pub(crate) fn of(&self, person: PersonId, to: To<'_>) -> Href {
        Href(format!("{}{}{to}", self.0, before(person)))
    }
    /// Where a path of an earlier version, with what it asks for, is now.
    pub(crate) fn former(&self, person: PersonId, rest: &PathAndQuery) -> Href {
        Href(format!("{}{}{rest}", self.0, before(person)))
    }
    /// What cookies are held to.
    pub(crate) fn cookie_path(&self) -> &str {
        if self.0.is_empty() { "/" } else { &self.0 }
    }
}

/// Before every page of a person.
pub(crate) const PERSON: &str = "/people/{person}";

fn before(person: PersonId) -> String {
    PERSON.replace("{person}", &person.to_string())
}

impl FromStr for Base {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bare = text.trim_end_matches('/');
        let is_plain = |part: &str| {
            let fits = |letter: u8| letter.is_ascii_alphanumeric() || b"-_.~".contains(&letter);
            !matches!(part, "" | "." | "..") && part.bytes().all(fits)
        };
        let mut parts = bare.split('/');
        match bare.is_empty() || (parts.next() == Some("") && parts.all(is_plain)) {
            true => Ok(Self(bare.to_owned())),
            false => Err(format!(
                "“{text}” is no path. Expected: a slash, then letters, digits, or - _ . ~, like /needles"
            )),
        }
    }
}

/// An address of ours, ready for a page or a redirect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Href(String);

impl Href {
    /// With a value to ask for.
    pub(crate) fn ask(self, name: &str, value: impl fmt::Display) -> Self {
        let mark = if self.0.contains('?') { '&' } else { '?' };
        let value = value.to_string();
        let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
        Self(format!("{}{mark}{name}={value}", self.0))
    }
    /// At a place on the page; nothing can be asked for after it.
    pub(crate) fn at(self, place: &str) -> String {
        format!("{}#{place}", self.0)
    }
    /// On to this address, after something was done.
    pub(crate) fn go(&self) -> Redirect {
        Redirect::to(&self.0)
    }
}

impl Deref for Href {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Href> for String {
    fn from(href: Href) -> Self {
        href.0
    }
}

/// A parameter as it stands in an address.
pub(crate) trait Part {
    /// As one part of a path, whatever letters it has.
    fn part(&self) -> String;
}

impl<K> Part for Id<K> {
    fn part(&self) -> String {
        self.to_string()
    }
}

impl Part for i64 {
    fn part(&self) -> String {
        self.to_string()
    }
}

impl Part for str {
    fn part(&self) -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        let one = |byte| match plain(byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        };
        self.bytes().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_is_a_plain_path() {
        for (typed, kept) in [("", ""), ("/", ""), ("/needles", "/needles"), ("/a/b-c/", "/a/b-c")]
        {
            assert_eq!(typed.parse::<Base>().unwrap().as_str(), kept, "{typed}");
        }
        for odd in
            ["needles", "//evil", "/a//b", "/..", "/a b", "/a?b", "/a%2fb", "https://a", "/{a}"]
        {
            assert!(odd.parse::<Base>().is_err(), "{odd}");
        }
    }

    #[test]
    fn an_address_stands_under_the_base_and_its_person() {
        let (base, id) =
            ("/needles".parse::<Base>().unwrap(), PersonId::new(jiff::Timestamp::UNIX_EPOCH));
        assert_eq!(&*base.house(House::Home), "/needles");
        assert_eq!(&*base.house(House::Enter), "/needles/enter");
        let of = |to| String::from(base.of(id, to));
        assert_eq!(of(To::Plan), format!("/needles/people/{id}/plan"));
        assert_eq!(of(To::Step("a/ü")), format!("/needles/people/{id}/screening/a%2F%C3%BC"));
        let asked = base.of(id, To::Plan).ask("move", "a b&c").ask("first", 1).at("kept");
        assert!(asked.ends_with("/plan?move=a+b%26c&first=1#kept"), "{asked}");
        assert_eq!(&*Base::default().house(House::Home), "/");
    }
}
