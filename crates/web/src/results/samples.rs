//! Samples of "did it work?": the page itself, and every scale as it is opened, just kept, removed, refused.

use axum::response::Response;
use care::protocol::rows::Scale;
use chart::results::Board;
use store::OutcomeId;
use store::records::Score;

use super::{form, hub, scale};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::samples::{Life, Sample};

/// Their own from 0 to 10, one that is counted, one of four grades, one that compares with the beginning, one for something
/// else.
pub(super) const SCALES: [&str; 5] =
    ["self", "goodman-baron-quantitative", "goodman-baron", "gais", "lemperle"];

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let mut all = vec![Sample::new("Results", "as it is opened", |reader| {
        hub::page(reader, &board(reader, life))
    })];
    for id in SCALES {
        let opened = move |reader: &Reader| shown(reader, life, id, &Shown::default());
        let refused = move |reader: &Reader| {
            let typed = refused(reader, id);
            shown(reader, life, id, &Shown { typed, ..Shown::default() })
        };
        all.push(Sample::new("Scale", "as it is opened", opened));
        all.push(Sample::new("Scale", "a score refused", refused));
    }
    let saved =
        |reader: &Reader| shown(reader, life, "self", &Shown { saved: true, ..Shown::default() });
    let gone = |reader: &Reader| {
        shown(reader, life, "self", &Shown { gone: Some(gone()), ..Shown::default() })
    };
    all.push(Sample::new("Scale", "a score kept", saved));
    all.push(Sample::new("Scale", "a score removed", gone));
    all
}

/// Everything that says whether it worked.
pub(super) fn board(reader: &Reader, life: &Life) -> Board {
    Board::of(&reader.protocol, life.album.clone(), &reader.now)
}

/// What a scale's page shows beside what is on record.
#[derive(Default)]
pub(super) struct Shown {
    pub saved: bool,
    pub gone: Option<(OutcomeId, Score)>,
    pub typed: Form,
}

pub(super) fn shown(reader: &Reader, life: &Life, id: &str, what: &Shown) -> Response {
    let Shown { saved, gone, typed } = what;
    let board = board(reader, life);
    let (scale, gone) = (row(reader, id), gone.as_ref());
    scale::Page { reader, board: &board, scale, gone, saved: *saved, typed }.drawn()
}

pub(super) fn row<'r>(reader: &'r Reader, id: &str) -> &'r Scale {
    let Ok(row) = scale::find(reader, id) else { panic!("{id} is no scale") };
    row
}

/// A score that was removed a moment ago.
pub(super) fn gone() -> (OutcomeId, Score) {
    let note = Some("wedding".parse().unwrap());
    let on = "2026-11-01".parse().unwrap();
    (
        "01234567-89ab-7def-8123-456789abcdef".parse().unwrap(),
        Score { scale: "self".into(), on, value: 7.0, note },
    )
}

/// A number that is on no scale, on a day to come.
pub(super) fn refused(reader: &Reader, id: &str) -> Form {
    let typed = [("value", "3.5"), ("on", "2026-12-24"), ("note", "wedding")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut form = Form::new(Fields::of(typed));
    assert_eq!(form::read(reader, row(reader, id), &mut form), None);
    form
}
