//! What a page is drawn in: in which words, on which day, under which addresses, of whom.
//!
//! A page is a function of a [`Frame`] (a page of nobody) or a [`Reader`] (a page of a person) and of what it shows. Neither
//! knows the running application, so a page can't read the record while it is drawn, and a test draws it from samples
//! (`tests/pages.rs`). Handlers get [`crate::caller::Opened`], which holds a reader and the application.

use chart::Gaps;
use jiff::{Timestamp, Zoned};
use store::records::Profile;
use store::{Actor, By, Entry};
use words::Worded;

use crate::say::Say;
use crate::to::{Base, House, Href, To};

/// A page that somebody asks for: how it is said to them.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The texts in the language of whoever reads.
    pub say: Say,
    /// The protocol in the record's variant and the reader's language.
    pub protocol: Worded,
    /// Now, where the person of the record lives; on a page of nobody where the reader does.
    pub now: Zoned,
    /// The sub-path at which the application lives.
    pub base: Base,
    /// Whether everybody here is fictional.
    pub demo: bool,
    /// Whether the reader wishes it dark or light; `None` as their system has it.
    pub dark: Option<bool>,
    /// The zone in which the page is told, where it is not the reader's own.
    pub elsewhere: Option<String>,
    /// Whether several people have a record here, so that a page says whose it is.
    pub several: bool,
    /// Whether nothing new can be kept just now, since the disk can only be read.
    pub read_only: bool,
    /// What of the person's record can't be read, if something can't.
    pub missing: Option<Missing>,
    /// Whose page it is; `None` for a page that belongs to nobody.
    pub person: Option<Entry<Profile>>,
}

/// What of a record can't be read, and since when that is known.
#[derive(Clone, Debug)]
pub struct Missing {
    /// Each entry.
    pub gaps: Gaps,
    /// When this program first noticed that something is missing.
    pub since: Timestamp,
}

impl Frame {
    /// The present moment.
    pub fn at(&self) -> Timestamp {
        self.now.timestamp()
    }
    /// The address of what belongs to nobody.
    pub(crate) fn house(&self, to: House<'_>) -> Href {
        self.base.house(to)
    }
}

/// Who reads a page of a person.
#[derive(Clone, Debug)]
pub struct Reader {
    /// How it is said to them.
    pub frame: Frame,
    /// Who acts: the person, or somebody else who is known.
    pub actor: Actor,
    /// The person whose page it is.
    pub person: Entry<Profile>,
}

impl Reader {
    /// Who changes something, and when: now.
    pub fn by(&self) -> By {
        By { actor: self.actor, at: self.at() }
    }
    /// The person as somebody who acts: whose passphrase the page about security is about.
    pub(crate) fn themselves(&self) -> Actor {
        Actor::Person(self.person.id)
    }
    /// The address of a page of this person.
    pub(crate) fn to(&self, to: To<'_>) -> Href {
        self.base.of(self.person.id, to)
    }
}

impl std::ops::Deref for Reader {
    type Target = Frame;
    fn deref(&self) -> &Frame {
        &self.frame
    }
}
