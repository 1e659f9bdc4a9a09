//! Samples of the reference: its first page, looking for a word, each kind, one entry of each kind, every source.
//!
//! It is the same for everybody, so it is drawn for one life.

use super::{KINDS, SOURCE, entry, page, sources};
use crate::samples::{Life, Sample, asked};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    if life.name != "nothing said" {
        return Vec::new();
    }
    let mut samples = vec![
        Sample::new("Protocol", "as it is opened", |reader| page::start(reader, "")),
        Sample::new("Protocol", "a word that is there", |reader| page::start(reader, " 2019 ")),
        Sample::new("Protocol", "a word that is nowhere", |reader| page::start(reader, "00000")),
        Sample::new("Sources", "as it is opened", |reader| sources::page(reader, None)),
        Sample::new("Sources", "a later page", |reader| sources::page(reader, Some("3"))),
        Sample::new("Entries", "an id of two kinds", |reader| {
            entry::show(reader, None, "keloid").unwrap()
        }),
    ];
    let lists = KINDS.into_iter().filter(|kind| *kind != SOURCE);
    samples.extend(
        lists.map(|kind| Sample::new("Kind", kind, move |reader| page::kind(reader, kind))),
    );
    let reader = asked::english(life);
    let all = reader.protocol.rows().entries();
    let of = |kind: &&str| all.iter().find(|one| one.kind == *kind && one.evidence.is_some());
    samples.extend(KINDS.iter().filter_map(of).map(|one| {
        let (kind, id) = (one.kind, one.id.to_owned());
        Sample::new("Entry", kind, move |reader| entry::show(reader, Some(kind), &id).unwrap())
    }));
    samples
}
