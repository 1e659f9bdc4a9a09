//! For tests: somebody whose record is told in verbs, without a database or in one of their own.
//!
//! `Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z")`

use std::collections::BTreeMap;

use care::Protocol;
use care::words::{Area, DeviceKind, Flag, Goal, Setting, Sign, Word as _};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use proptest::test_runner::Config as ProptestConfig;
use serde_json::{Value, json};
use store::records::{
    Better, CheckIn, Clearance, Device, Done, KeptDay, Measured, Outcome, Part, Photo, Profile,
    Programme, ProtocolName, Region, Said, Score, Seen, Session, Wishes,
};
use store::{
    Actor, By, Database, Entry, Id, Kept, MasterKey, PersonId, PhotoId, Place, Plain, Record,
    RegionId, Store,
};
use tempfile::TempDir;

use crate::album::Album;
use crate::story::Story;
use crate::{Chart, Gaps};

/// A moment.
pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A moment by the clock of Paris.
pub(crate) fn here(text: &str) -> Zoned {
    at(text).to_zoned(TimeZone::get("Europe/Paris").unwrap())
}

/// Noon of a day in Paris.
pub(crate) fn noon(text: &str) -> Zoned {
    here(&format!("{text}T11:00:00Z"))
}

/// A record as it is kept since a moment.
pub(crate) fn entry<R: Kept<Owner = Profile>>(at: Timestamp, record: R) -> Entry<R> {
    let (id, person) = (Id::new(at), Id::new(at));
    Entry { id, person, created: at, changed: at, version: 1, record }
}

/// Somebody at home in Paris with a roller of 0.3 mm, who answered everything so that nothing speaks against needling.
pub(crate) fn answered(protocol: &Protocol) -> Profile {
    let first = |question: &care::protocol::rows::Question| -> Value {
        question.answers.first().map_or_else(|| json!([]), |word| json!(word))
    };
    let answers = protocol.questions().iter().map(|one| (one.id.clone(), first(one)));
    let (kind, needles, length_mm) = (DeviceKind::Roller, Some(192), Some(0.3));
    Profile {
        name: None,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        born: Some(day("1990-04-02")),
        skin_type: Some(2),
        sensitive: Some(false),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: Some(Device { kind, needles, length_mm, since: Some(day("2026-11-01")) }),
        free_days: Vec::new(),
        answers: answers.collect(),
        steps_done: Vec::new(),
        wishes: Wishes::default(),
    }
}

/// A session at a moment.
pub(crate) fn done(at: Timestamp) -> Done {
    Done {
        at,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        areas: vec![Area::Cheeks],
        skin_type: Some(2),
        length_mm: 0.3,
        passes: Some(4),
        directions: Some(4),
        anaesthetic: Some(false),
        device: None,
        zones: Vec::new(),
        programme: None,
        screening: None,
        before: store::records::Scores::new(),
        note: None,
    }
}

/// So many random cases. A failing one is told, and not written beside the code: ids are new each time.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Somebody with a record.
pub(crate) struct Ana {
    pub protocol: Protocol,
    pub chart: Chart,
    pub photos: Vec<Entry<Photo>>,
    pub outcomes: Vec<Entry<Outcome>>,
}

impl Ana {
    /// Who has answered everything and done nothing.
    pub(crate) fn new() -> Self {
        let protocol = Protocol::built_in().unwrap();
        let person = entry(at("2026-01-01T00:00:00Z"), answered(&protocol));
        let story = Story::new(Vec::new(), Vec::new(), Vec::new());
        let chart = Chart { person, story, gaps: Gaps::default() };
        Self { protocol, chart, photos: Vec::new(), outcomes: Vec::new() }
    }
    pub(crate) fn answers(mut self, question: &str, answer: Value) -> Self {
        self.chart.person.record.answers.insert(question.into(), answer);
        self
    }
    pub(crate) fn changes(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.chart.person.record);
        self
    }
    /// A programme is begun on the morning of a day.
    pub(crate) fn begins(self, on: &str, first: &str) -> Self {
        let protocol = ProtocolName { name: "test".into(), version: "1".into(), variant: None };
        let (first, screening) = (day(first), Id::new(Timestamp::UNIX_EPOCH));
        let (ended, moves) = (None, Vec::new());
        let (minute, rhythm) = (1140, None);
        let programme = Programme { first, minute, screening, protocol, ended, moves, rhythm };
        let mut all = self.chart.story.programmes.clone();
        all.push(entry(at(&format!("{on}T07:00:00Z")), programme));
        self.tells(all, None, None)
    }
    /// The programme under way ends.
    pub(crate) fn ends(self, on: &str) -> Self {
        let mut all = self.chart.story.programmes.clone();
        all.last_mut().unwrap().record.ended = Some(day(on));
        self.tells(all, None, None)
    }
    pub(crate) fn gets_needled(self, moment: &str) -> Self {
        let moment = at(moment);
        self.does(moment, Session::Done(done(moment)))
    }
    /// Something of a session, noted at a moment.
    pub(crate) fn does(self, noted: Timestamp, session: Session) -> Self {
        let mut all = self.chart.story.sessions.clone();
        all.push(entry(noted, session));
        let programmes = self.chart.story.programmes.clone();
        self.tells(programmes, Some(all), None)
    }
    /// A session is begun, and no more.
    pub(crate) fn begins_session(self, moment: &str) -> Self {
        let (screening, programme) = (Id::new(Timestamp::UNIX_EPOCH), None);
        let (cream_at, zones, before) = (None, Vec::new(), BTreeMap::new());
        let at = at(moment);
        self.does(at, Session::Begun { at, screening, programme, cream_at, zones, before })
    }
    /// A session is left out for good.
    pub(crate) fn skips(self, noted: &str, on: &str) -> Self {
        let (on, reason, programme) = (day(on), None, None);
        self.does(at(noted), Session::Skipped { on, reason, programme })
    }
    /// A session is missed for a reason.
    pub(crate) fn misses(self, noted: &str, on: &str, reason: &str) -> Self {
        let (on, reason, programme) = (day(on), Some(reason.parse().unwrap()), None);
        self.does(at(noted), Session::Missed { on, reason, programme })
    }
    /// All signs are scored alike after the last session.
    pub(crate) fn checks_in(self, moment: &str, score: u8) -> Self {
        let signs: BTreeMap<Sign, u8> = Sign::ALL.iter().map(|sign| (*sign, score)).collect();
        self.says(moment, signs, &[])
    }
    /// Some signs are scored after the last session, or warning signs ticked.
    pub(crate) fn says(self, moment: &str, signs: BTreeMap<Sign, u8>, flags: &[Flag]) -> Self {
        let session = self.chart.story.last_done(at(moment)).unwrap().id;
        let (at, flags) = (at(moment), flags.to_vec());
        let checkin =
            CheckIn { session, at, signs, flags, note: None, corrected: None, evening: false };
        let mut all = self.chart.story.checkins.clone();
        all.push(entry(at, checkin));
        let programmes = self.chart.story.programmes.clone();
        self.tells(programmes, None, Some(all))
    }
    /// A clinician says yes to something, written down then.
    pub(crate) fn hears(mut self, noted: &str, about: &str, on: &str) -> Self {
        let (on, about, said) = (day(on), about.to_owned(), Said::Yes);
        let clearance = Clearance { on, about, said, by: None, until: None, at: at(noted) };
        self.chart.story.clearances.push(entry(at(noted), clearance));
        self
    }
    /// A day is kept free, with so many days before it.
    pub(crate) fn keeps_free(mut self, on: &str, days_before: Option<u8>) -> Self {
        let kept = KeptDay { on: day(on), days_before, name: None };
        self.chart.story.kept_days.push(entry(at("2026-12-01T07:00:00Z"), kept));
        self
    }
    /// Something came out.
    pub(crate) fn finds(mut self, noted: &str, outcome: Outcome) -> Self {
        self.outcomes.push(entry(at(noted), outcome));
        self
    }
    pub(crate) fn scores(self, noted: &str, on: &str, scale: &str, value: f64) -> Self {
        self.finds(noted, Outcome::Scored(score(on, scale, value)))
    }
    /// Eyes look at two photographs.
    pub(crate) fn sees(self, (earlier, later): (PhotoId, PhotoId), better: Better) -> Self {
        let at = at("2026-12-30T09:00:00Z");
        self.finds(
            "2026-12-30T09:00:00Z",
            Outcome::Seen(Seen { at, earlier, later, better, goal: None }),
        )
    }
    pub(crate) fn photographs(mut self, moment: &str, view: &str) -> Self {
        self.photos.insert(0, entry(at(moment), photo(moment, view)));
        self
    }
    /// All photographs, and what came out.
    pub(crate) fn album(&self) -> Album {
        let (chart, photos) = (self.chart.clone(), self.photos.clone());
        Album { chart, photos, regions: Vec::new(), outcomes: self.outcomes.clone() }
    }

    fn tells(
        mut self,
        programmes: Vec<Entry<Programme>>,
        sessions: Option<Vec<Entry<Session>>>,
        checkins: Option<Vec<Entry<CheckIn>>>,
    ) -> Self {
        let before = self.chart.story;
        let sessions = sessions.unwrap_or(before.sessions);
        let checkins = checkins.unwrap_or(before.checkins);
        let (clearances, kept_days) = (before.clearances, before.kept_days);
        let (screenings, told) = (before.screenings, Story::new(programmes, sessions, checkins));
        self.chart.story = Story { clearances, kept_days, screenings, ..told };
        self
    }
}

/// A photograph of a view.
pub(crate) fn photo(taken: &str, view: &str) -> Photo {
    Photo {
        taken: at(taken),
        undated: None,
        view: view.into(),
        session: None,
        width: 600,
        height: 800,
        media: "image/jpeg".into(),
        camera: None,
        colours_unsure: false,
        file: None,
        note: None,
    }
}

/// A score on a scale.
pub(crate) fn score(on: &str, scale: &str, value: f64) -> Score {
    Score { scale: scale.into(), on: day(on), value, note: None }
}

/// A place drawn on a photograph, with reference skin.
pub(crate) fn drawn_on(photo: PhotoId) -> Region {
    let place = Part { x: 0.5, y: 0.25, width: 0.1, height: 0.2 };
    Region { photo, name: None, place, reference: Some(place), control: None }
}

/// What was measured of a region: nothing that could be compared.
pub(crate) fn nothing_measured(
    region: RegionId,
    (before, after): (Vec<PhotoId>, Vec<PhotoId>),
) -> Measured {
    Measured {
        region,
        version: 1,
        before,
        after,
        result: "not-comparable".into(),
        why_not: Vec::new(),
        delta_ei: None,
        sdc: None,
        delta_a: None,
        delta_ita: None,
        delta_mi: None,
        red_area: None,
        surface: None,
        control: None,
        repeats: false,
        tone: None,
        inliers: None,
        rms_px: None,
        movement: None,
        method: photo::METHOD,
    }
}

/// A record on disk with somebody in it.
pub(crate) struct Desk {
    pub store: Store,
    pub protocol: Protocol,
    pub person: PersonId,
    _folder: TempDir,
}

impl Desk {
    /// Somebody who has answered everything.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = MasterKey::load_or_make(folder.path()).unwrap();
        let place = Place { folder: folder.path().to_owned(), database: Database::Sqlite, key };
        let store = Store::open(&place).await.unwrap();
        let protocol = Protocol::built_in().unwrap();
        let by = by("2026-11-01T08:00:00Z");
        let person = store.add_person(by, &answered(&protocol)).await.unwrap().id;
        Self { store, protocol, person, _folder: folder }
    }
    pub(crate) async fn chart(&self) -> Chart {
        Chart::load(&self.store, self.person).await.unwrap()
    }
    /// Keeps something at a moment.
    pub(crate) async fn keeps<R: Plain>(&self, moment: &str, record: R) -> Entry<R> {
        self.store.add(by(moment), self.person, Id::new(at(moment)), &record).await.unwrap()
    }
    /// Keeps a photograph whose file is of no use.
    pub(crate) async fn keeps_photo(&self, photo: Photo) -> Entry<Photo> {
        let (by, id) = (By { actor: Actor::Owner, at: photo.taken }, Id::new(photo.taken));
        let (picture, small) = (b"no picture".to_vec(), b"none".to_vec());
        self.store.add_photo(by, self.person, id, &photo, picture, small).await.unwrap()
    }
    /// All of a kind.
    pub(crate) async fn all<R: Record>(&self) -> Vec<Entry<R>> {
        self.store.list(self.person).await.unwrap()
    }
}

/// The owner at a moment.
pub(crate) fn by(moment: &str) -> By {
    By { actor: Actor::Owner, at: at(moment) }
}
