//! One point: a copy of the record, a fault at one operation, a look, the same again without it, another look.

use std::path::{Path, PathBuf};

use store::{CheckInId, PhotoId, SessionId};

use super::act::{Said, Stage};
use super::base::{Base, Bases, picture};
use super::look::{self, Acknowledged, Wrong};
use super::order;
use super::scenario::{Scenario, Way};
use super::shim::{Mode, Shim};
use crate::people::Somebody;
use crate::program::Program;
use crate::{ask, people};

/// What every point needs.
pub struct House {
    /// The program.
    pub binary: PathBuf,
    /// The shim.
    pub library: PathBuf,
    /// What they begin with.
    pub bases: Bases,
}

/// A fault at one operation.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// Of what.
    pub scenario: Scenario,
    /// Which fault.
    pub mode: Mode,
    /// At which operation; 0 only counts them.
    pub at: u64,
}

/// How it went.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many operations there were.
    pub count: u64,
    /// Whether the fault was met.
    pub fired: bool,
    /// Whether an error was shown.
    pub shown: bool,
    /// What is wrong, at which look.
    pub wrongs: Vec<String>,
    /// Of which kind: lost, corrupt, left, unsaid.
    pub kinds: [u64; 4],
}

impl Outcome {
    fn look(&mut self, when: &str, found: Result<(), Wrong>) {
        let Err(wrong) = found else { return };
        let (kind, text) = match wrong {
            Wrong::Lost(text) => (0, text),
            Wrong::Corrupt(text) => (1, text),
            Wrong::Left(text) => (2, format!("left: {text}")),
        };
        self.note(kind, format!("{when}: {text}"));
    }

    fn note(&mut self, kind: usize, text: String) {
        if let Some(count) = self.kinds.get_mut(kind) {
            *count += 1;
        }
        self.wrongs.push(text);
    }

    fn said(&mut self, when: &str, said: &Said) {
        match said {
            Said::Refused(_) => self.shown = true,
            Said::Unsaid(text) => self.note(3, format!("{when}: {text}")),
            Said::Done | Said::Killed => {}
        }
    }
}

/// Tries it.
pub async fn try_out(house: &House, point: Point) -> Option<Outcome> {
    let bases = &house.bases;
    let base = point.scenario.base(bases)?;
    let around = tempfile::tempdir().expect("a folder");
    let disk = around.path().join("disk");
    let out = disk.join("out");
    std::fs::create_dir_all(&out).expect("a folder");
    let base = base.copy(disk.join("data")).await;
    let shim = Shim::new(&house.library, around.path().join("control"), &disk);
    let mut trial = Trial {
        house,
        point,
        base: &base,
        out: &out,
        shim: &shim,
        log: around.path().join("log"),
        told: Acknowledged::default(),
    };
    let mut outcome = Outcome::default();
    match point.scenario.way(bases, &out.display().to_string()) {
        Way::Start => trial.starts(&mut outcome).await,
        Way::Command(words) => trial.commands(&mut outcome, &words).await,
        Way::Request => trial.requests(&mut outcome).await,
    }
    outcome.look("at the end", trial.look().await);
    for what in shim.trace().map(order::unsynced).unwrap_or_default() {
        outcome.note(0, format!("a power cut may undo it: {what}"));
    }
    let left =
        look::files(&out).into_iter().find(|file| !["new.age", "new.zip"].contains(&file.as_str()));
    if let Some(left) = left {
        outcome.look("at the end", Err(Wrong::Left(left)));
    }
    Some(outcome)
}

struct Trial<'a> {
    house: &'a House,
    point: Point,
    base: &'a Base,
    out: &'a Path,
    shim: &'a Shim,
    log: PathBuf,
    told: Acknowledged,
}

impl Trial<'_> {
    fn stage(&self, shim: bool) -> Stage<'_> {
        let log = self.log.clone();
        let (shim, traced) = (shim.then_some(self.shim), self.point.at == 0);
        Stage { binary: &self.house.binary, base: self.base, shim, traced, log }
    }

    async fn look(&self) -> Result<(), Wrong> {
        look::at(self.point.scenario, &self.house.bases, self.base, &self.told).await
    }

    fn arm(&self) {
        if self.point.at == 0 {
            self.shim.count_anew();
        } else {
            self.shim.arm(self.point.mode, self.point.at);
        }
    }

    fn met(&self, outcome: &mut Outcome) {
        (outcome.count, outcome.fired) = (self.shim.count(), self.shim.fired());
        self.shim.calm();
    }

    async fn starts(&mut self, outcome: &mut Outcome) {
        self.arm();
        let said = match self.stage(true).start().await {
            Ok(program) => {
                self.told.begun = true;
                tokio::task::block_in_place(|| self.stage(true).stop(program))
            }
            Err(said) => said,
        };
        self.met(outcome);
        outcome.said("with the fault", &said);
        outcome.look("after it", self.look().await);
        let again = match self.stage(false).start().await {
            Ok(program) => tokio::task::block_in_place(|| self.stage(false).stop(program)),
            Err(said) => said,
        };
        self.has_to_be_done(outcome, &again);
    }

    async fn commands(&mut self, outcome: &mut Outcome, words: &[String]) {
        self.arm();
        let said = tokio::task::block_in_place(|| self.stage(true).run(words));
        self.met(outcome);
        outcome.said("with the fault", &said);
        self.told.done = matches!(said, Said::Done);
        outcome.look("after it", self.look().await);
        let again = tokio::task::block_in_place(|| self.stage(false).run(words));
        if self.is_done(&again).await {
            self.told.done = true;
        } else {
            outcome.note(1, format!("again: {again:?}"));
        }
        if let Err(wrong) = self.file().await {
            outcome.note(1, wrong);
        }
    }

    /// Done, or done already the first time.
    async fn is_done(&self, again: &Said) -> bool {
        let Said::Refused(text) = again else { return matches!(again, Said::Done) };
        let words = match self.point.scenario {
            Scenario::Backup | Scenario::Export => "is there already",
            Scenario::Restore => "is not empty",
            Scenario::Import => "is here already",
            Scenario::Erase => "nobody is here",
            _ => return false,
        };
        text.contains(words)
    }

    /// The file that was written is what it should be.
    async fn file(&self) -> Result<(), String> {
        let bases = &self.house.bases;
        match self.point.scenario {
            Scenario::Export => {
                let same =
                    std::fs::read(self.out.join("new.zip")).ok() == std::fs::read(&bases.zip).ok();
                if same { Ok(()) } else { Err("another export than the first".into()) }
            }
            Scenario::Backup => {
                let file = std::fs::File::open(self.out.join("new.age"))
                    .map_err(|error| error.to_string())?;
                let keys = std::fs::read_to_string(&bases.identity).expect("the keys");
                let unlock = store::backup::Unlock::identities(&keys).expect("keys");
                let key = self.base.place().ok().map(|place| place.key);
                let found = store::backup::verify(std::io::BufReader::new(file), unlock, key).await;
                found.map(drop).map_err(|fault| format!("the backup: {fault}"))
            }
            _ => Ok(()),
        }
    }

    async fn requests(&mut self, outcome: &mut Outcome) {
        let mut program = self.stage(true).start().await.expect("it starts while the disk is well");
        let asked = Asked::new(self.point.scenario, &self.house.bases, self.base).await;
        self.arm();
        let status = asked.send(&program, &mut self.told).await;
        self.met(outcome);
        match status {
            0 if self.point.mode.kills() => {
                program.kill();
                outcome.look("after it", self.look().await);
                program = self.stage(false).start().await.expect("it starts again");
            }
            303 | 201 => {}
            507 | 503 => outcome.shown = true,
            other => outcome.note(3, format!("with the fault: answered with {other}")),
        }
        // On the same program, which nobody has to start again.
        let status = asked.send(&program, &mut self.told).await;
        if !asked.is_fine(status) {
            outcome.note(1, format!("again: answered with {status}"));
        }
        let said = tokio::task::block_in_place(|| self.stage(true).stop(program));
        outcome.said("at the end", &said);
    }

    fn has_to_be_done(&self, outcome: &mut Outcome, again: &Said) {
        if !matches!(again, Said::Done) {
            outcome.note(1, format!("again: {again:?}"));
        }
    }
}

/// A request that is sent twice.
struct Asked<'a> {
    scenario: Scenario,
    who: &'a Somebody,
    checkin: CheckInId,
    session: SessionId,
    /// One that is there.
    photo: PhotoId,
    /// The form of a new one.
    form: PhotoId,
}

impl<'a> Asked<'a> {
    async fn new(scenario: Scenario, bases: &'a Bases, base: &Base) -> Self {
        let store = store::Store::open(&base.place().expect("a key")).await.expect("a record");
        let photos = store.list::<store::Photo>(bases.somebody.person).await.expect("readable");
        store.close().await;
        let photo = photos.first().expect("a photograph").id;
        let now = people::now();
        let (checkin, session, form) =
            (CheckInId::new(now), SessionId::new(now), PhotoId::new(now));
        Self { scenario, who: &bases.somebody, checkin, session, photo, form }
    }

    async fn send(&self, program: &Program, told: &mut Acknowledged) -> u16 {
        let who = self.who;
        let at = |page: &str| who.at(&program.origin, page);
        match self.scenario {
            Scenario::Photograph => {
                let url = at("/photos");
                let (status, said) =
                    ask::upload(&url, &who.token, &self.form.to_string(), &picture(320)).await;
                if status == 201 {
                    told.photos.push(ask::named(&said));
                }
                status
            }
            Scenario::Removal => {
                let status =
                    ask::post(&at(&format!("/photos/{}/remove", self.photo)), &who.token, "").await;
                if status == 303 {
                    told.removed = Some(self.photo);
                }
                status
            }
            Scenario::Session => {
                let form = format!(
                    "id={}&at={}&areas=cheeks&length=0.3&passes=4&device=roller",
                    self.session,
                    yesterday()
                );
                let status = ask::post(&at("/session/new"), &who.token, &form).await;
                if status == 303 {
                    told.sessions.push(self.session);
                }
                status
            }
            _ => {
                let form = format!(
                    "id={}&redness=3&swelling=1&oozing=0&tenderness=2&flaking=0&breakout=0",
                    self.checkin
                );
                let status = ask::post(&at("/today/checkin"), &who.token, &form).await;
                if status == 303 {
                    told.checkins.push(self.checkin);
                }
                status
            }
        }
    }

    /// Done now, or before.
    fn is_fine(&self, status: u16) -> bool {
        matches!(status, 303 | 201) || self.scenario == Scenario::Removal && status == 404
    }
}

/// A moment some hours ago, as a form says it.
fn yesterday() -> String {
    let at = people::now() - jiff::SignedDuration::from_hours(3);
    at.to_zoned(jiff::tz::TimeZone::UTC).datetime().to_string().chars().take(16).collect()
}
