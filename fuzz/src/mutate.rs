//! Inputs: an example, mutated a few times. The same number always gives the same input.
//!
//! Bytes are flipped, cut, doubled, swapped for words and figures that readers stumble over, or taken from another
//! example. Nothing here knows what a file means: see [`crate::target`].

use text::input::example;

use crate::photos;

/// What an input is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `person.toml`
    Person,
    /// `session.toml`
    Session,
    /// `checkins.toml`
    CheckIns,
    /// One person as a line of JSON.
    Line,
    /// `story.toml`
    Story,
    /// One story as a line of JSON.
    StoryLine,
    /// A photograph.
    Photo,
}

impl Kind {
    /// Every kind of text.
    pub const TEXTS: [Self; 6] =
        [Self::Person, Self::Session, Self::CheckIns, Self::Line, Self::Story, Self::StoryLine];

    /// The name of such a file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Person => "person.toml",
            Self::Session => "session.toml",
            Self::CheckIns => "checkins.toml",
            Self::Line => "person.json",
            Self::Story => "story.toml",
            Self::StoryLine => "story.json",
            Self::Photo => "photo",
        }
    }
}

const EXAMPLES: [(Kind, &str); 9] = [
    (Kind::Person, example::PERSON),
    (Kind::Session, example::SESSION),
    (Kind::CheckIns, example::CHECKINS),
    (Kind::Line, FULL_LINE),
    (Kind::Story, example::STORY),
    (Kind::Story, LONG_STORY),
    (Kind::StoryLine, STORY_LINE),
    (Kind::Line, r#"{"setting":"clinic","goals":["wrinkles"],"areas":["forehead"]}"#),
    (Kind::Person, "setting = \"clinic\"\ngoals = [\"texture\"]\nareas = [\"back\"]\n"),
];

const FULL_LINE: &str = r#"{"born":"1988-04-02","setting":"home","skin_type":4,"sensitive":true,"goals":["acne-scars"],"areas":["cheeks"],"free_days":["friday"],"zone":"Europe/Paris","device":{"kind":"roller","needles":192,"length_mm":0.25},"answers":{"pregnancy":"no","retinoid":{"stopped":"2026-09-01","form":"oral"},"sunburn":{"on":"2026-09-01"},"last_needling":{"on":"2026-10-01","calm":true},"using":["acids","retinoid"],"diabetes":"controlled"}}"#;

const STORY_LINE: &str = r#"{"person":{"setting":"home","goals":["texture"],"areas":["cheeks"],"zone":"Europe/Paris","given":{"keloid":"2026-12-01"}},"programme":{"first":"2026-12-05","time":"19:00"},"session":[{"at":"2026-12-05T19:00:00+01:00","length_mm":0.25},{"on":"2026-12-06","state":"missed"}],"checkin":[{"at":"2026-12-06T18:30:00+01:00","redness":3,"flags":["pus"]}],"clearance":[{"on":"2026-12-07","for":"pus","said":{"wait_until":"2027-01-01"}}],"keep_free":[{"on":"2027-02-14"}],"move":[{"from":"2026-12-12","to":"2026-12-14"}],"at":"2026-12-10T10:00:00Z"}"#;

/// Sessions of several lengths in both settings, some in one minute, and everything that can be said of them.
const LONG_STORY: &str = r#"person = { born = 1990-01-01, setting = "clinic", goals = ["acne-scars"], areas = ["back"], zone = "America/New_York", answers = { keloid = "yes", retinoid = { stopped = 2026-09-01, form = "oral" }, last_needling = { on = 2026-11-01, calm = true } } }
programme = { first = 2026-10-05, time = "07:30", since = 2026-10-01 }
session = [{ at = 2026-10-05T07:30:00, length_mm = 1.5, passes = 16, device = { kind = "roller", needles = 540 } }, { at = 2026-10-05T07:30:00, length_mm = 0.3, setting = "home" }, { on = 2026-11-16, state = "skipped" }, { at = 2027-10-05T07:30:00, length_mm = 3.0 }]
checkin = [{ at = 2026-10-06T07:30:00, flags = ["fever", "pus"] }, { at = 2026-10-09T07:30:00, redness = 0, swelling = 0, oozing = 0, tenderness = 0, flaking = 0, breakout = 0 }]
clearance = [{ on = 2026-10-07, for = "pus", said = "yes", until = 2026-12-31 }, { on = 2026-10-08, for = "keloid", said = "no" }]
keep_free = [{ on = 2026-12-24, days_before = 30 }]
move = [{ from = 2026-11-16, to = 2026-11-20 }, { from = 2026-11-20, to = 2026-11-16 }]
"#;

/// What is put in: words of the files, edges of numbers and dates, and what parsers stumble over.
const PIECES: [&str; 60] = [
    "\"unknown\"",
    "unknown",
    "\"no\"",
    "\"yes\"",
    "\"home\"",
    "\"clinic\"",
    "true",
    "false",
    "null",
    "nan",
    "-inf",
    "0",
    "1",
    "-1",
    "6",
    "7",
    "10",
    "11",
    "100",
    "101",
    "2000",
    "2001",
    "0.05",
    "0.04",
    "3.0",
    "3.01",
    "1e308",
    "1e-400",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551616",
    "1900-01-01",
    "1899-12-31",
    "2199-12-31",
    "2200-01-01",
    "2027-02-31",
    "2028-02-29",
    "0000-01-01",
    "9999-12-31",
    "\"2026-09-01\"",
    "1900-01-01T00:00:00+23:59",
    "2199-12-31T23:59:59-23:59",
    "2026-03-29T02:30:00",
    "2026-12-05T10:00:60Z",
    "\"eyelids\"",
    "\"scalp\"",
    "\"cellulite\"",
    "\"pen\"",
    "\"Pacific/Apia\"",
    "\"Etc/Unknown\"",
    "[",
    "]",
    "{",
    "}",
    "\n[[checkin]]\nat = 2026-12-31T23:00:00Z\nredness = 10\nflags = [\"fever\", \"pus\"]\n",
    "\n[answers]\n",
    "a.a.a.a.a.a.a.a.a.",
    "\"\"\"",
    "\\ud800",
    "\u{feff}",
];

/// One input in so many is a photograph: they take longer than texts.
const PHOTOS: u64 = 50;

/// One input.
pub struct Input {
    /// What it is read as.
    pub kind: Kind,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Input {
    /// The examples that all others are made of, unhurt.
    pub fn examples() -> impl Iterator<Item = Self> {
        let texts = EXAMPLES.iter().map(|(kind, text)| Self { kind: *kind, bytes: (*text).into() });
        texts.chain(photos::whole().map(|bytes| Self { kind: Kind::Photo, bytes }))
    }

    /// The input with this number.
    pub fn number(number: u64) -> Self {
        let mut random = Random::new(number);
        if number % PHOTOS == PHOTOS - 1 {
            return Self { kind: Kind::Photo, bytes: photos::mutated(&mut random) };
        }
        let (kind, text) = random.pick(&EXAMPLES).copied().unwrap_or((Kind::Person, ""));
        let mut bytes = text.as_bytes().to_vec();
        // Most inputs are hurt once or twice, so that many can still be read; a few are wrecked.
        let times = if random.below(20) == 0 { 30 } else { 1 + random.below(3) };
        for _ in 0..times {
            mutate(&mut bytes, &mut random);
        }
        Self { kind, bytes }
    }
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    let from = random.below(bytes.len() + 1);
    let short = (from + random.below(12)).min(bytes.len());
    let long = (from + random.below(200)).min(bytes.len());
    match random.below(10) {
        0 => bytes.iter_mut().skip(from).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => drop(bytes.drain(from..short)),
        2 => drop(bytes.drain(from..long)),
        3 => double(bytes, from, long, random),
        4 => put(bytes, from, from, random.pick(&PIECES)),
        5 => put(bytes, from, short, random.pick(&PIECES)),
        6 => digit(bytes, from, random),
        7 => take_over(bytes, from, short, random),
        // Exchanging a whole value keeps the file readable most often.
        _ => value(bytes, from, random),
    }
}

fn put(bytes: &mut Vec<u8>, from: usize, until: usize, piece: Option<&&str>) {
    bytes.splice(from..until, piece.map_or("", |piece| piece).bytes());
}

/// Repeats a stretch, now and then so often that it nests or overflows.
fn double(bytes: &mut Vec<u8>, from: usize, until: usize, random: &mut Random) {
    let times = if random.below(50) == 0 { 2000 } else { 1 };
    let stretch = bytes.get(from..until).unwrap_or_default().repeat(times);
    bytes.splice(from..from, stretch);
}

/// Changes the next digit.
fn digit(bytes: &mut [u8], from: usize, random: &mut Random) {
    if let Some(digit) = bytes.iter_mut().skip(from).find(|byte| byte.is_ascii_digit()) {
        *digit = b"0123456789".get(random.below(10)).copied().unwrap_or(b'0');
    }
}

/// Takes over a stretch of another example.
fn take_over(bytes: &mut Vec<u8>, from: usize, until: usize, random: &mut Random) {
    let other = random.pick(&EXAMPLES).map_or("", |(_, text)| text).as_bytes();
    let start = random.below(other.len());
    let stretch = other.get(start..(start + random.below(80)).min(other.len())).unwrap_or_default();
    bytes.splice(from..until, stretch.iter().copied());
}

/// Exchanges the next value: what stands between `=` or `:` and the end of the line or the next comma.
fn value(bytes: &mut Vec<u8>, from: usize, random: &mut Random) {
    let after = |place: usize, ends: &[u8]| {
        bytes.iter().skip(place).position(|byte| ends.contains(byte)).map(|steps| place + steps)
    };
    let Some(start) = after(from, b"=:").map(|place| place + 1) else { return };
    let end = after(start, b"#,\n}").unwrap_or(bytes.len());
    put(bytes, start, end, random.pick(&PIECES));
}

/// Xorshift, seeded by the input's number.
pub struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        // Two neighbours must not look alike: this is the finishing step of splitmix64.
        let mixed = (seed ^ (seed >> 30)).wrapping_add(1).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        Self((mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) | 1)
    }
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.next() as usize % end.max(1)
    }
    /// One of these.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        from.get(self.below(from.len()))
    }
}
