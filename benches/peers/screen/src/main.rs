//! The same screen over the same random people through Needlewise and three peers.
//!
//! `screen-peers DIR [PEOPLE]` writes `rules.json` and `people.json` into DIR, lets every contestant decide about the same
//! people, compares each verdict with ours and prints who is how fast. What each peer is given, and what is worked
//! out for it beforehand, is said in README.md. Nothing here decides anything about a person.

mod contest;
mod flat;
mod node;
mod ours;
mod people;
mod zen;

use std::error::Error;
use std::path::{Path, PathBuf};

const SEED: u64 = 20_261_205;
/// How many people, if nothing is said.
const PEOPLE: usize = 10_000;
/// CQL and ZEN are slow: they decide about the first of the people only.
const FEWER: usize = 2_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let into = arguments.next().ok_or("usage: screen-peers DIR [PEOPLE]")?;
    let count = arguments.next().map_or(Ok(PEOPLE), |count| count.parse())?;
    let into = PathBuf::from(into);
    std::fs::create_dir_all(&into)?;

    let protocol = testkit::protocol();
    let people = people::people(&protocol, SEED, count);
    let rules = flat::rules(&protocol)?;
    let flat: Vec<_> =
        people.iter().map(|person| flat::person(&protocol, &rules, person)).collect();
    write(&into.join("rules.json"), &rules)?;
    write(&into.join("people.json"), &flat)?;

    let ours = ours::run(&protocol, &people);
    let peers = [
        node::run("jsonlogic.mjs", &into, count)?,
        node::run("cql.mjs", &into, FEWER.min(count))?,
        zen::run(&rules, flat.get(..FEWER).unwrap_or(&flat))?,
    ];
    println!("{}", contest::header(&ours, rules.rows.len()));
    println!("{}", contest::row(&ours, &ours));
    peers.iter().for_each(|peer| println!("{}", contest::row(peer, &ours)));
    match peers.iter().find(|peer| !peer.agrees(&ours)) {
        None => Ok(()),
        Some(peer) => Err(contest::first_quarrel(peer, &ours).into()),
    }
}

fn write(path: &Path, what: &impl serde::Serialize) -> Result<(), Box<dyn Error>> {
    Ok(std::fs::write(path, serde_json::to_vec(what)?)?)
}
