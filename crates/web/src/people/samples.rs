//! Samples of who is here: everybody with a door of their own, somebody asked for a passphrase, a name that is too long.

use store::records::Profile;
use store::{Entry, PersonId};

use super::page::{show, start};
use super::{Door, LONGEST_NAME, Listed};
use crate::fields::Fields;
use crate::form::Form;
use crate::form::read::line;
use crate::samples::{Life, Sample};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let own = &life.album.chart.person;
    let doors = [Door::Open, Door::Unlocked, Door::Locked];
    let page = |what, doors: &'static [Door], asks: Option<PersonId>, form: Form| {
        Sample::of_nobody("People", what, move |frame| {
            let all: Vec<Listed> = doors.iter().map(|door| listed(own, *door)).collect();
            show(frame, &all, asks, &form)
        })
    };
    let mut wrong = Form::default();
    wrong.refuse("passphrase", "enter-wrong");
    let name = ("name".to_owned(), "a".repeat(LONGEST_NAME + 1));
    let mut long = Form::new(Fields::of([name]));
    assert_eq!(long.read("name", line(LONGEST_NAME, "more-wrong-name")), None);
    let mut all = vec![
        page("nobody", &[], None, Form::default()),
        page("a wrong passphrase", &[Door::Locked], Some(own.id), wrong),
        page("a name refused", &[Door::Open], None, long),
        Sample::of_nobody("People", "a damaged profile", |frame| {
            let all = [listed(own, Door::Open), Listed::Damaged(own.id)];
            show(frame, &all, None, &Form::default())
        }),
        Sample::of_nobody("Home", "before anybody has a record", start),
    ];
    for (door, what) in doors.into_iter().zip(DOORS) {
        all.push(page(what, door.alone(), None, Form::default()));
        all.push(page(ASKED[door as usize], door.alone(), Some(own.id), Form::default()));
    }
    all
}

/// Each door, and the same with the passphrase asked for.
const DOORS: [&str; 3] = ["open", "unlocked", "locked"];
const ASKED: [&str; 3] = ["open, asked", "unlocked, asked", "locked, asked"];

impl Door {
    /// A household of one.
    fn alone(self) -> &'static [Self] {
        match self {
            Self::Open => &[Self::Open],
            Self::Unlocked => &[Self::Unlocked],
            Self::Locked => &[Self::Locked],
        }
    }
}

pub(super) fn listed(person: &Entry<Profile>, door: Door) -> Listed {
    Listed::Known(person.clone().into(), door)
}
