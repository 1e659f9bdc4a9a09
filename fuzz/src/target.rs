//! What is tried with an input: reading it, and every decision on what was read.
//!
//! The inputs come from [`crate::mutate`].

use care::person::Person;
use care::session::{CheckIn, Session};
use care::standing::Standing;
use care::words::Setting;
use care::{aftercare, course, programme, screening, triage};
use jiff::civil::{Date, date};
use photo::intake::{Limits, open, take_in};
use photo::{Rect, Regions, Settings, compare};
use text::input::{
    Asked, Problems, StoryFile, example, read_checkins, read_person, read_person_json,
    read_session, read_story, read_story_json,
};
use text::show::{Now, Page, Sentences};
use words::{Language, Worded};

use crate::mutate::{Input, Kind};

/// What the inputs are held against.
pub struct Target {
    protocol: Worded,
    session: Session,
}

/// What an input turned out to be.
enum Read {
    Person(Box<Person>),
    Session(Box<Session>),
    CheckIns(Vec<CheckIn>),
    Story(Box<StoryFile>),
}

/// The day that is asked about.
const DAY: Date = date(2026, 12, 5);

/// Small, so that a photograph whose head was hurt does not take the time of thousands.
const LIMITS: Limits = Limits {
    bytes: 1_000_000,
    pixels: 250_000,
    side: 12_000,
    least_side: 1,
    memory: 16 << 20,
    keep_side: 40,
    thumbnail_side: 16,
};

impl Target {
    /// The built-in protocol, and the example session that check-ins belong to.
    pub fn new() -> Result<Self, String> {
        let protocol = Worded::built_in(Language::DEFAULT)
            .map_err(|faults| format!("the protocol: {faults:?}"))?;
        let session = read_session("session.toml", example::SESSION)
            .map_err(|why| why.in_words(protocol.texts()))?;
        Ok(Self { protocol, session })
    }

    /// Whether an input can be read; if so everything is decided on it, if not the problems are written out.
    pub fn takes(&self, input: &Input) -> bool {
        if input.kind == Kind::Photo {
            return takes_photo(&input.bytes);
        }
        match self.read(input.kind, &String::from_utf8_lossy(&input.bytes)) {
            Ok(read) => {
                self.decide_all(&read);
                true
            }
            Err(problems) => {
                let words = problems.in_words(self.protocol.texts());
                assert!(!words.is_empty(), "refused without a reason");
                false
            }
        }
    }

    fn read(&self, kind: Kind, text: &str) -> Result<Read, Problems> {
        let file = kind.file();
        let asked: Asked<'_> = &|_| DAY;
        let person = |read: text::input::PersonFile| Read::Person(Box::new(read.person));
        let story = |read: StoryFile| Read::Story(Box::new(read));
        match kind {
            Kind::Person => read_person(&self.protocol, file, text, asked).map(person),
            Kind::Line => read_person_json(&self.protocol, file, 1, text, asked).map(person),
            Kind::Session => {
                read_session(file, text).map(|session| Read::Session(Box::new(session)))
            }
            Kind::Story => read_story(&self.protocol, file, text, asked).map(story),
            Kind::StoryLine => read_story_json(&self.protocol, file, 1, text, asked).map(story),
            // A photograph is no text; it was tried before.
            Kind::CheckIns | Kind::Photo => {
                read_checkins(&self.session, file, text).map(Read::CheckIns)
            }
        }
    }

    /// Every decision that what was read allows.
    fn decide_all(&self, read: &Read) {
        match read {
            Read::Person(person) => self.decide_person(person),
            Read::Session(session) => self.decide_session(session),
            Read::Story(file) => self.stand(file),
            Read::CheckIns(checkins) => {
                drop(triage::judge(&self.protocol, &self.session, checkins, None));
            }
        }
    }

    fn decide_person(&self, person: &Person) {
        let on = self.session.at.date();
        for setting in [Setting::Home, Setting::Clinic] {
            let decision = screening::decide_in(&self.protocol, person, setting, on);
            drop(programme::plan(&self.protocol, person, decision.verdict, on));
        }
        drop(triage::judge(&self.protocol, &self.session, &[], Some(&person.answers)));
    }

    /// All that is said of a story, at its own moment and on three days around the example session.
    fn stand(&self, file: &StoryFile) {
        let at = &self.session.at;
        let zone = file.zone.clone().unwrap_or_else(|| at.time_zone().clone());
        let days = [-400, 1, 400].map(|days| at.saturating_add(jiff::Span::new().days(days)));
        for moment in days.iter().chain(&file.at) {
            let now = moment.with_time_zone(zone.clone());
            let standing = Standing::of(&self.protocol, &file.story, &now);
            let mut page = Page::new(self.protocol.texts());
            Now::of(&self.protocol, &file.story, &standing).say(&mut page);
            assert!(!page.finish().is_empty(), "nothing is said of a story");
        }
    }

    fn decide_session(&self, session: &Session) {
        drop(course::expected(&self.protocol, session));
        drop(aftercare::at(&self.protocol, session, &self.session.at));
        drop(aftercare::at(&self.protocol, session, &session.at));
        drop(triage::judge(&self.protocol, session, &[], None));
    }
}

/// Whether a photograph is taken in; what comes out must be two whole pictures of the size said.
fn takes_photo(bytes: &[u8]) -> bool {
    match take_in(bytes, &LIMITS) {
        Ok(clean) => {
            let again = take_in(&clean.picture, &LIMITS).map(|again| (again.width, again.height));
            assert_eq!(again, Ok((clean.width, clean.height)), "what came out is no photograph");
            assert!(take_in(&clean.thumbnail, &LIMITS).is_ok(), "the thumbnail is no photograph");
            measure(bytes);
            true
        }
        Err(refusal) => {
            assert!(!refusal.to_string().is_empty(), "refused without a reason");
            false
        }
    }
}

/// Holds a photograph against itself, where that is quick: whatever its pixels are, there is an answer or a reason.
fn measure(bytes: &[u8]) {
    let Ok(shot) = open(bytes, &LIMITS) else { return };
    let (width, height) = shot.pixels.dimensions();
    if width.max(height) > 200 {
        return;
    }
    let rect = |x: f64| Rect { x, y: 2.0, width: 24.0, height: 24.0 };
    let regions = Regions { region: rect(2.0), reference: Some(rect(30.0)), control: None };
    let shots = std::slice::from_ref(&shot);
    let said = compare(shots, shots, &regions, &Settings::default());
    assert_eq!(said.comparable, said.why_not.is_empty(), "no answer and no reason");
}
