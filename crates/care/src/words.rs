//! The closed vocabulary of the product: one word per thing, the same in files, JSON, types and pages.
//!
//! Each list is an enum whose variants know the word written in files. What a word *means* for a decision
//! is a row of the protocol, not code here. Questions and their answers are open: see [`crate::answers`].

use std::fmt;

/// A closed list of words: how files, JSON and pages spell the variants of an enum.
pub trait Word: Copy + Eq + fmt::Debug + 'static {
    /// What one of these is called in an error message, for example "area".
    const WHAT: &'static str;
    /// Every variant, in the order people expect to see them.
    const ALL: &'static [Self];
    /// The word written in files.
    fn word(self) -> &'static str;
    /// The variant of a word, if there is one.
    fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.word() == word)
    }
    /// Every word, for lists and "did you mean".
    fn words() -> Vec<&'static str> {
        Self::ALL.iter().map(|known| known.word()).collect()
    }
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident, $what:literal, { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        pub enum $name { $($(#[$doc])* #[doc = concat!("`", $word, "`")] #[serde(rename = $word)] $variant),+ }

        impl Word for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn word(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.word()) }
        }
    };
}

words! {
    /// Where the needling happens. Home is never decided more permissively than Clinic.
    Setting, "setting", { Home = "home", Clinic = "clinic" }
}
words! {
    /// What a person hopes for.
    Goal, "goal", {
        SunDamage = "sun-damage", Wrinkles = "wrinkles", StretchMarks = "stretch-marks", Cellulite = "cellulite",
        Texture = "texture", Elasticity = "elasticity", AcneScars = "acne-scars", SurgicalScars = "surgical-scars",
    }
}
words! {
    /// A part of the body as a person names it.
    Area, "area", {
        Forehead = "forehead", Cheeks = "cheeks", Nose = "nose", Chin = "chin", UpperLip = "upper-lip",
        Eyelids = "eyelids", AroundEyes = "around-eyes", Neck = "neck", Decollete = "decollete", Abdomen = "abdomen", Thighs = "thighs",
        Buttocks = "buttocks", Hips = "hips", Breasts = "breasts", Arms = "arms", Hands = "hands", Back = "back",
        Scalp = "scalp",
    }
}
words! {
    /// The kind of needling device.
    DeviceKind, "device kind", { Roller = "roller", Stamp = "stamp", Pen = "pen" }
}
words! {
    /// What is put on, or done to, the skin: each has its own "not before" after a session. Kept answers hold a class by
    /// its place ([`crate::answers::product_bit`]): new ones go to the end.
    ProductClass, "product class", {
        GentleCleanser = "gentle-cleanser", BlandMoisturiser = "bland-moisturiser", RecoverySerum = "recovery-serum",
        Sunscreen = "sunscreen", MakeUp = "make-up", VitaminC = "vitamin-c", Retinoid = "retinoid", Acids = "acids",
        Minoxidil = "minoxidil", Exercise = "exercise", Swimming = "swimming", Sun = "sun", Shaving = "shaving",
        PeelOrLaser = "peel-or-laser", Microdermabrasion = "microdermabrasion", Occlusion = "occlusion",
        Waxing = "waxing", SelfTanner = "self-tanner", Filler = "filler", Botulinum = "botulinum",
        HairDye = "hair-dye", Niacinamide = "niacinamide", Tattooing = "tattooing",
    }
}
words! {
    /// A sign scored 0 to 10 in a check-in.
    Sign, "sign", {
        Redness = "redness", Swelling = "swelling", Oozing = "oozing", Tenderness = "tenderness",
        Flaking = "flaking", Breakout = "breakout",
    }
}
words! {
    /// A warning sign that is either there or not; it never waits for a band.
    Flag, "flag", {
        Pus = "pus", Fever = "fever", Spreading = "spreading", Blisters = "blisters", HardBumps = "hard-bumps",
        NearEye = "near-eye", ColdSore = "cold-sore", DarkPatches = "dark-patches", BlueLips = "blue-lips",
        Breathless = "breathless", Fits = "fits", SwollenFace = "swollen-face", Faint = "faint",
        NumbMouth = "numb-mouth", Eye = "eye", Bleeding = "bleeding", ItchyRash = "itchy-rash", Lines = "lines",
        WhiteSpots = "white-spots",
    }
}
words! {
    /// The three groups in which warning signs are asked for, the most dangerous first.
    FlagGroup, "group of warning signs", { Danger = "danger", Today = "today", Soon = "soon" }
}
words! {
    /// How urgent a check-in is, mildest first.
    Level, "level", {
        Expected = "expected", Watch = "watch", Contact = "contact", SameDay = "same-day", Emergency = "emergency",
    }
}
words! {
    /// Needle lengths grouped by how the skin answers; the protocol says up to how many millimetres each goes.
    LengthClass, "length class", { Gentle = "gentle", Medium = "medium", Deep = "deep", VeryDeep = "very-deep" }
}
words! {
    /// A day of the week on which a person has time.
    Weekday, "weekday", {
        Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday", Friday = "friday",
        Saturday = "saturday", Sunday = "sunday",
    }
}
words! {
    /// How often somebody wants to roll at home, where the protocol offers a choice.
    RhythmChoice, "rhythm", { Weekly = "weekly", Daily = "daily" }
}

words! {
    /// What a number or a statement was learned from.
    Grade, "grade", { People = "people", Animals = "animals", Opinion = "opinion", Assumption = "assumption" }
}
words! {
    /// What sort of text a source is.
    SourceKind, "source kind", {
        Article = "article", Guideline = "guideline", Label = "label", Trial = "trial", Review = "review",
        Custom = "custom",
    }
}
words! {
    /// How well a goal is supported by what has been published.
    Strength, "strength", { Moderate = "moderate", Weak = "weak", VeryWeak = "very-weak", None = "none" }
}
words! {
    /// Who scores on a scale.
    Rater, "rater", { Own = "self", Clinician = "clinician" }
}
words! {
    /// Which side the article takes where sources disagree.
    ArticleSide, "article side", { Default = "default", Stricter = "stricter", Looser = "looser", Silent = "silent" }
}

/// Fitzpatrick skin type, I (always burns) to VI (burns very seldom).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkinType(u8);

impl SkinType {
    /// A skin type from its number; `None` outside 1 to 6.
    pub fn new(number: u8) -> Option<Self> {
        (1..=6).contains(&number).then_some(Self(number))
    }
    /// The number, 1 to 6.
    pub fn number(self) -> u8 {
        self.0
    }
    /// Types IV to VI, in which marks left by inflammation are commoner.
    pub fn marks_easily(self) -> bool {
        self.0 >= 4
    }
}

/// The known word that was probably meant: at most a third of its letters differ, or one letter of a short word.
pub fn nearest<'w>(written: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    const LONGEST: usize = 64;
    if written.len() > LONGEST {
        return None;
    }
    let plain = |word: &str| word.trim().to_lowercase().replace([' ', '_'], "-");
    let written = plain(written);
    let far = |known: &str| strsim::osa_distance(&written, &plain(known));
    let best = known.into_iter().map(|known| (far(known), known)).min_by_key(|(far, _)| *far);
    best.filter(|(far, known)| *far <= (known.chars().count() / 3).max(1)).map(|(_, known)| known)
}
