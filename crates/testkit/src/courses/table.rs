//! The figures that are published in `docs/triage.md`, as they are measured, and the aims that they are held to.

use std::fmt::Write;
use std::thread;

use care::Protocol;

use super::measure::{Ailing, Healed, Skin, ailing, healing, share, sparse};
use super::told::{Teller, Telling};
use super::{Kind, LENGTHS, Severity};

/// The seed of the published figures. No number of a rule was chosen by looking at it: whoever changes a rule by looking at these
/// courses takes another seed afterwards.
const SEED: u64 = 271_828_183;
/// Courses of healing skin a row.
const HEALING: u32 = 600;
/// Courses a kind and severity that are told in full, and in other ways.
const IN_FULL: u32 = 120;
const OTHERWISE: u32 = 40;
/// The scatter with which complications are told, in points.
const SCATTER: f64 = 0.6;

/// Everything that is measured.
#[derive(Debug)]
pub struct Measured {
    skins: Vec<(String, Healed)>,
    kinds: Vec<(Kind, Severity, Telling, Ailing)>,
}

/// An aim, and whether it is reached.
#[derive(Debug)]
pub struct Aim {
    /// What is aimed at.
    pub what: String,
    /// The figure.
    pub measured: f64,
    /// Whether it is reached.
    pub reached: bool,
}

impl Measured {
    /// Measures everything, which takes some seconds.
    pub fn now(protocol: &Protocol) -> Self {
        thread::scope(|scope| {
            let skins = scope.spawn(|| measure_skins(protocol));
            let kinds = Kind::ALL.map(|kind| scope.spawn(move || measure_kind(protocol, kind)));
            let kinds = kinds.into_iter().flat_map(|kind| kind.join().expect("a measure"));
            Self { kinds: kinds.collect(), skins: skins.join().expect("a measure") }
        })
    }

    /// What the rules are held to, on courses that they were not chosen on.
    pub fn aims(&self) -> Vec<Aim> {
        let mut aims = Vec::new();
        for (skin, most) in [("0.6", 5.0), ("1.0", 12.0)] {
            let found = self.skin(skin);
            let alarmed = share(found.alarmed, found.courses);
            aims.push(at_most(
                &format!("healing skin, scatter {skin}: contact or worse"),
                most,
                alarmed,
            ));
            let watched = share(found.watched, found.courses);
            aims.push(at_most(
                &format!("healing skin, scatter {skin}: watch at worst"),
                20.0,
                watched,
            ));
        }
        for (kind, most) in IN_FULL_AT_MOST {
            let missed = self.all(kind, Telling::Full).missed();
            aims.push(at_most(&format!("{}, told in full: missed", name(kind)), most, missed));
        }
        for kind in ON_THE_DAY {
            let found = self.all(kind, Telling::Full);
            let at_once = share(found.emergency, found.courses);
            let what = format!("{}, told in full: an emergency at once", name(kind));
            aims.push(Aim {
                what: format!("{what}: at least 100"),
                measured: at_once,
                reached: at_once >= 100.0,
            });
        }
        for kind in [Kind::Infection, Kind::Cellulitis] {
            let found = self.one(kind, Severity::Severe, Telling::Scores);
            let today = share(found.today, found.courses);
            let what =
                format!("severe {}, by scores: same-day within a day", name(kind).to_lowercase());
            aims.push(Aim {
                what: format!("{what}: at least 80"),
                measured: today,
                reached: today >= 80.0,
            });
        }
        let reassured = self.kinds.iter().map(|(.., found)| found.reassured).sum::<u32>();
        let what = "a check-in that says nothing, told “as expected”";
        aims.push(at_most(what, 0.0, f64::from(reassured)));
        aims
    }

    fn skin(&self, label: &str) -> Healed {
        let label = format!("scatter {label}");
        self.skins
            .iter()
            .find(|(own, _)| *own == label)
            .map_or(Healed::default(), |(_, found)| *found)
    }
    fn one(&self, kind: Kind, severity: Severity, telling: Telling) -> Ailing {
        let own = self
            .kinds
            .iter()
            .find(|(one, how, told, _)| (*one, *how, *told) == (kind, severity, telling));
        own.map_or(Ailing::default(), |(.., found)| *found)
    }
    fn all(&self, kind: Kind, telling: Telling) -> Ailing {
        let all = Severity::ALL.map(|severity| self.one(kind, severity, telling));
        all.into_iter().fold(Ailing::default(), Ailing::plus)
    }

    /// The file.
    pub fn markdown(&self) -> String {
        let mut out = String::from(HEAD);
        // Writing into a string can't fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "## Aims\n\n| aim, in 100 | measured | |\n|---|---|---|")?;
        for aim in self.aims() {
            let reached = if aim.reached { "reached" } else { "**not reached**" };
            writeln!(out, "| {} | {:.1} | {reached} |", aim.what, aim.measured)?;
        }
        writeln!(out, "\n## Skin that heals\n\n{HEALING_HEAD}")?;
        for (label, found) in &self.skins {
            let [alarmed, watched, unlocked] = [found.alarmed, found.watched, found.unlocked]
                .map(|part| format!("{:.1}", share(part, found.courses)));
            writeln!(out, "| {label} | {} | {alarmed} | {watched} | {unlocked} |", found.courses)?;
        }
        writeln!(out, "\n## Skin that does not heal\n\n{AILING_HEAD}")?;
        for (kind, severity, telling, found) in &self.kinds {
            let name = name(*kind);
            let (severity, telling) = (severe(*severity), told(*telling));
            let never = share(found.never, found.courses);
            let late = share(found.late, found.courses);
            let (today, at_once) =
                (share(found.today, found.courses), share(found.emergency, found.courses));
            writeln!(
                out,
                "| {name} | {severity} | {telling} | {} | {never:.0} | {late:.0} | {today:.0} | {at_once:.0} |",
                found.courses
            )?;
        }
        Ok(())
    }
}

fn at_most(what: &str, most: f64, measured: f64) -> Aim {
    Aim { what: format!("{what}: at most {most}"), measured, reached: measured <= most }
}

const IN_FULL_AT_MOST: [(Kind, f64); 10] = [
    (Kind::Infection, 2.0),
    (Kind::Cellulitis, 2.0),
    (Kind::ColdSore, 2.0),
    (Kind::Granuloma, 2.0),
    (Kind::ProlongedRedness, 2.0),
    (Kind::SwollenFace, 2.0),
    (Kind::CreamToxicity, 2.0),
    (Kind::Methaemoglobinaemia, 2.0),
    (Kind::ContactDermatitis, 5.0),
    (Kind::Lines, 5.0),
];
const ON_THE_DAY: [Kind; 3] = [Kind::SwollenFace, Kind::CreamToxicity, Kind::Methaemoglobinaemia];

fn measure_skins(protocol: &Protocol) -> Vec<(String, Healed)> {
    let full = |scatter| Skin::of(Teller::new(Telling::Full, scatter));
    let of = |teller| Skin::of(teller);
    let base = Teller::new(Telling::Full, SCATTER);
    let mut rows = vec![
        ("scatter 0".into(), full(0.0)),
        ("scatter 0.6".into(), full(0.6)),
        ("scatter 1.0".into(), full(1.0)),
        ("scores alone, scatter 0.6".into(), of(Teller::new(Telling::Scores, SCATTER))),
        ("with holes, scatter 0.6".into(), of(Teller::new(Telling::Gappy, SCATTER))),
        ("check-ins as in protocol 1, scatter 0.6".into(), of(sparse(Telling::Full, 0.6))),
        ("check-ins as in protocol 1, scatter 1.0".into(), of(sparse(Telling::Full, 1.0))),
        ("1 instead of 0 in 3 of 100 scores".into(), of(Teller { strays: 3, ..base })),
        ("one point added to all that is there".into(), of(Teller { bias: 1.0, ..base })),
        ("along the rim of the band".into(), Skin { at_the_rim: true, ..of(base) }),
    ];
    rows.extend(
        LENGTHS.map(|mm| (format!("{mm} mm, scatter 0.6"), Skin { only: Some(mm), ..of(base) })),
    );
    let measured =
        rows.into_iter().map(|(label, skin)| (label, healing(protocol, &skin, SEED, HEALING)));
    measured.collect()
}

fn measure_kind(protocol: &Protocol, kind: Kind) -> Vec<(Kind, Severity, Telling, Ailing)> {
    let mut rows = Vec::new();
    for severity in Severity::ALL {
        for telling in Telling::ALL {
            let teller = Teller::new(telling, SCATTER);
            let full = telling == Telling::Full
                || (telling == Telling::Scores && severity == Severity::Severe);
            let courses = if full { IN_FULL } else { OTHERWISE };
            let found = ailing(protocol, (kind, severity), &teller, SEED, courses);
            rows.push((kind, severity, telling, found));
        }
    }
    rows
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Infection => "Bacterial infection",
        Kind::Cellulitis => "Cellulitis with fever",
        Kind::ColdSore => "Cold sore",
        Kind::ContactDermatitis => "Contact dermatitis",
        Kind::Granuloma => "Granuloma",
        Kind::ProlongedRedness => "Prolonged redness",
        Kind::DarkPatches => "Dark patches",
        Kind::Lines => "Lines",
        Kind::AcneFlare => "Acne flare",
        Kind::Milia => "White spots",
        Kind::SwollenFace => "Swollen face or hives",
        Kind::CreamToxicity => "Cream toxicity",
        Kind::Methaemoglobinaemia => "Methaemoglobinaemia",
    }
}

fn severe(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => "mild",
        Severity::Typical => "typical",
        Severity::Severe => "severe",
    }
}

fn told(telling: Telling) -> &'static str {
    match telling {
        Telling::Full => "in full",
        Telling::Scores => "scores alone",
        Telling::Ticks => "ticks alone",
        Telling::Gappy => "with holes",
    }
}

const HEALING_HEAD: &str = "Of 100 courses. Scatter is the standard deviation of a score, in points.\n\n\
| course | courses | contact or worse | watch at worst | healed seen |\n|---|---|---|---|---|";
const AILING_HEAD: &str = "Of 100 courses that could be felt at a check-in, scatter 0.6. Never: no “contact”. Late: “contact” more \
than a day after it could first be felt (30 hours, since the check-in of the next day may be some hours later). Dark patches and white spots are only watched at first, so they count as missed here.\n\n\
| what | severity | told | courses | never | late | same day within a day | emergency at once |\n|---|---|---|---|---|---|---|---|";
const HEAD: &str = "# Triage, with its errors measured

How often healing skin is sent to a doctor, and how often skin that does not heal is missed, on simulated courses. `./test triage` measures
this file anew and fails where it differs, so a change of a rule that changes a row shows it here; `TRIAGE=write ./test triage` writes it.

**These are no patients.** Nobody publishes scores by day, so the courses are drawn from published durations and from guesses, each named in
`crates/testkit/src/courses/`. They tell which of two rules is better and where a rule is blind, not how many people are missed in life.
The numbers of the rules (`[triage]` in `protocol/triage.toml`) were chosen on courses of the same kind: on a prototype of this generator, and on
another seed of it. So the figures do not flatter by these very courses, but they do share the generator's assumptions.

Three assumptions matter most: scores scatter by 0.6 points and less where little is there; an illness can be felt from 1.5 points on; who
tells in full ticks a sign that fits within a day or so. Rows below that break them (scores of what is not there, a constant bias, a
course along the rim of the band) say what happens then.

";
