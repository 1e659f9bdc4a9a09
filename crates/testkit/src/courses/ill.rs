//! What can go wrong, mild, typical and severe: when it begins, how fast it grows, and which warning signs fit.
//!
//! Days of beginning are those that reports give where they give any; how strong a sign gets is a guess throughout, and in
//! steps that are far apart.

use care::words::{Flag, Sign};

use super::{Healing, Truth};
use crate::random::Random;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bacterial infection of the needled skin.
    Infection,
    /// An infection that spreads, with fever.
    Cellulitis,
    /// Herpes of the lips, or in the needled skin.
    ColdSore,
    /// An itchy rash from something put on the skin.
    ContactDermatitis,
    /// Hard bumps that last.
    Granuloma,
    /// Redness that does not go.
    ProlongedRedness,
    /// Dark patches after inflammation.
    DarkPatches,
    /// Lines where the roller ran.
    Lines,
    /// A flare of acne.
    AcneFlare,
    /// Small white spots.
    Milia,
    /// Swelling of the face or hives within hours.
    SwollenFace,
    /// Too much numbing cream in the body.
    CreamToxicity,
    /// A blood disorder from numbing cream.
    Methaemoglobinaemia,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Hardly more than healing.
    Mild,
    /// As it is usually described.
    Typical,
    /// As bad as it gets.
    Severe,
}

impl Severity {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mild, Self::Typical, Self::Severe];
    fn of<T: Copy>(self, [mild, typical, severe]: [T; 3]) -> T {
        match self {
            Self::Mild => mild,
            Self::Typical => typical,
            Self::Severe => severe,
        }
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Infection,
        Self::Cellulitis,
        Self::ColdSore,
        Self::ContactDermatitis,
        Self::Granuloma,
        Self::ProlongedRedness,
        Self::DarkPatches,
        Self::Lines,
        Self::AcneFlare,
        Self::Milia,
        Self::SwollenFace,
        Self::CreamToxicity,
        Self::Methaemoglobinaemia,
    ];
}

type Range = (f64, f64);

/// How one kind runs.
struct Shape {
    /// Days after the session on which it begins.
    from: Range,
    /// Days until it is at its worst.
    grows: [f64; 3],
    /// Points that it adds to the sign it moves most.
    points: [Range; 3],
    /// The part of them that each sign gets.
    moves: &'static [(Sign, Range)],
    /// Warning signs: which, from which severity on (0 mild), and how long after it begins they are noticed.
    flags: &'static [(Flag, u8, Range)],
    /// Whether it is so sudden that somebody looks at once.
    sudden: bool,
}

const SIX_WEEKS: f64 = 42.0;

fn shape(kind: Kind) -> Shape {
    use Flag as F;
    use Sign::{Breakout, Flaking, Oozing, Redness, Swelling, Tenderness};
    let slow = |from, grows, points, moves, flags| Shape {
        from,
        grows,
        points,
        moves,
        flags,
        sudden: false,
    };
    let sudden = |points, moves, flags| Shape {
        from: (0.02, 0.2),
        grows: [0.1, 0.08, 0.05],
        points,
        moves,
        flags,
        sudden: true,
    };
    match kind {
        // No study of the timing was found; bacteria need a day or more (guess). A mild one has no sign that could be ticked.
        Kind::Infection => slow(
            (2.0, 5.0),
            [3.0, 2.5, 1.5],
            [(2.0, 3.0), (4.0, 5.5), (6.5, 8.5)],
            &[
                (Redness, (1.0, 1.0)),
                (Swelling, (0.6, 0.9)),
                (Tenderness, (0.8, 1.1)),
                (Oozing, (0.2, 0.5)),
            ],
            &[(F::Pus, 1, (0.5, 1.5)), (F::Spreading, 2, (0.5, 1.5))],
        ),
        // NHS: hot, painful, spreading; with fever an emergency.
        Kind::Cellulitis => slow(
            (2.0, 5.0),
            [2.5, 2.0, 1.2],
            [(3.0, 4.0), (5.0, 6.5), (7.0, 9.0)],
            &[(Redness, (1.0, 1.0)), (Swelling, (0.7, 1.0)), (Tenderness, (0.8, 1.1))],
            &[(F::Fever, 0, (0.2, 1.0)), (F::Spreading, 0, (0.3, 0.3))],
        ),
        // The article: while the skin heals. A person who has had one knows it.
        Kind::ColdSore => slow(
            (1.0, 6.0),
            [1.0, 1.0, 1.0],
            [(1.0, 1.0), (2.5, 2.5), (4.0, 4.0)],
            &[(Tenderness, (1.0, 1.0)), (Oozing, (0.7, 0.7)), (Redness, (0.6, 0.6))],
            &[(F::ColdSore, 0, (0.0, 0.5)), (F::Blisters, 2, (0.0, 0.5))],
        ),
        // A delayed allergy shows after one to a few days (guess); the itch is felt first.
        Kind::ContactDermatitis => slow(
            (1.0, 5.0),
            [2.0, 1.5, 1.0],
            [(1.5, 2.5), (3.0, 4.5), (5.0, 7.0)],
            &[(Redness, (1.0, 1.0)), (Swelling, (0.3, 0.6)), (Flaking, (0.4, 0.4))],
            &[(F::ItchyRash, 0, (0.0, 0.6)), (F::Blisters, 2, (1.0, 1.0))],
        ),
        // Soltani-Arabshahi 2014, Martin 2021: from day 3 or 7 on, for months. Bumps are hard to tell at first (guess).
        Kind::Granuloma => slow(
            (3.0, 9.0),
            [6.0, 4.0, 2.5],
            [(1.5, 2.2), (2.5, 3.5), (4.0, 5.0)],
            &[(Redness, (1.0, 1.0)), (Swelling, (0.7, 1.0)), (Tenderness, (0.3, 0.6))],
            &[(F::HardBumps, 0, (1.0, 3.0))],
        ),
        // Longer than the 7 days within which Chu 2021 saw all of it go. It has no sign that could be ticked.
        Kind::ProlongedRedness => slow(
            (3.0, 5.0),
            [3.0, 3.0, 3.0],
            [(1.2, 2.0), (2.0, 3.0), (3.0, 4.5)],
            &[(Redness, (1.0, 1.0))],
            &[],
        ),
        // When they appear was not measured (guess: two to six weeks).
        Kind::DarkPatches => slow(
            (14.0, 28.0),
            [7.0, 7.0, 7.0],
            [(0.0, 0.0), (0.0, 0.0), (0.5, 0.5)],
            &[(Redness, (1.0, 1.0))],
            &[(F::DarkPatches, 0, (0.0, 7.0))],
        ),
        // Dogra 2014: 2 of 36. When they are seen was not measured (guess).
        Kind::Lines => slow(
            (2.0, 6.0),
            [2.0, 2.0, 2.0],
            [(0.8, 0.8), (2.0, 2.0), (3.0, 3.0)],
            &[(Redness, (1.0, 1.0))],
            &[(F::Lines, 0, (0.0, 0.5))],
        ),
        // acne.org: 13 in 100 in one small study; its course is a guess.
        Kind::AcneFlare => slow(
            (2.0, 5.0),
            [2.0, 2.0, 2.0],
            [(1.5, 1.5), (3.0, 3.0), (5.0, 5.0)],
            &[(Breakout, (1.0, 1.0)), (Redness, (0.3, 0.3))],
            &[(F::Pus, 2, (1.0, 1.5))],
        ),
        // Reported without any timing (guess: from the second week).
        Kind::Milia => slow(
            (8.0, 14.0),
            [3.0, 3.0, 3.0],
            [(0.6, 0.6), (1.0, 1.0), (2.0, 2.0)],
            &[(Breakout, (1.0, 1.0))],
            &[(F::WhiteSpots, 0, (0.0, 3.0))],
        ),
        // NHS: minutes to two hours.
        Kind::SwollenFace => sudden(
            [(2.0, 3.0), (4.0, 5.0), (6.0, 8.0)],
            &[(Swelling, (1.0, 1.0)), (Redness, (0.3, 0.5))],
            &[
                (F::SwollenFace, 0, (0.0, 0.05)),
                (F::Faint, 2, (0.0, 0.05)),
                (F::Breathless, 2, (0.0, 0.05)),
            ],
        ),
        // Medscape: first a numb mouth, metal taste, ringing ears, dizziness; then twitching and fits.
        Kind::CreamToxicity => sudden(
            [(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)],
            &[],
            &[
                (F::NumbMouth, 0, (0.0, 0.02)),
                (F::Faint, 1, (0.0, 0.05)),
                (F::Fits, 2, (0.0, 0.05)),
            ],
        ),
        // Headache and dizziness first, then blue or grey lips and nails, hours later.
        Kind::Methaemoglobinaemia => sudden(
            [(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)],
            &[],
            &[
                (F::Faint, 0, (0.0, 0.05)),
                (F::BlueLips, 1, (0.0, 0.1)),
                (F::Breathless, 2, (0.0, 0.1)),
            ],
        ),
    }
}

/// Healing with something wrong on top of it.
pub(crate) struct Ill {
    healing: Healing,
    kind: Kind,
    from: f64,
    grows: f64,
    moves: Vec<(Sign, f64)>,
    flags: Vec<(Flag, f64)>,
    sudden: bool,
}

impl Ill {
    pub fn of(kind: Kind, severity: Severity, healing: Healing, dice: &mut Random) -> Self {
        let shape = shape(kind);
        let rank = severity as u8;
        let (from, points) = (dice.between(shape.from), dice.between(severity.of(shape.points)));
        let moved =
            |(sign, part): &(Sign, Range), dice: &mut Random| (*sign, points * dice.between(*part));
        let moves = shape.moves.iter().map(|one| moved(one, dice)).collect();
        let fits = shape.flags.iter().filter(|(_, least, _)| rank >= *least);
        let flags = fits.map(|(flag, _, after)| (*flag, from + dice.between(*after))).collect();
        let grows = severity.of(shape.grows);
        let healing = healing.without_spots();
        Self { healing, kind, from, grows, moves, flags, sudden: shape.sudden }
    }
}

impl Truth for Ill {
    fn sign(&self, sign: Sign, days: f64) -> f64 {
        let healthy = self.healing.sign(sign, days);
        let Some((_, points)) = self.moves.iter().find(|(moved, _)| *moved == sign) else {
            return healthy;
        };
        if days < self.from || days > self.from + SIX_WEEKS {
            return healthy;
        }
        if self.kind == Kind::ProlongedRedness {
            // It does not come back: it stops fading.
            return healthy.max(*points);
        }
        (healthy + points * ((days - self.from) / self.grows).min(1.0)).min(10.0)
    }
    fn healthy(&self, sign: Sign, days: f64) -> f64 {
        self.healing.sign(sign, days)
    }
    fn flags(&self, days: f64) -> Vec<Flag> {
        let there = self.flags.iter().filter(|(_, from)| days >= *from);
        there.map(|(flag, _)| *flag).collect()
    }
    fn frightens(&self) -> Option<f64> {
        let first = self.flags.iter().map(|(_, from)| *from).fold(f64::INFINITY, f64::min);
        self.sudden.then_some(first.max(self.from) + 0.02)
    }
    fn is_felt(&self, days: f64) -> bool {
        let over = |sign: Sign| self.sign(sign, days) - self.healthy(sign, days);
        // Redness that stays is nothing wrong before the day by which it should have gone.
        let early = self.kind == Kind::ProlongedRedness && days < 8.0;
        let strong = self.moves.iter().any(|(sign, _)| over(*sign) >= super::FELT_POINTS);
        !self.flags(days).is_empty() || (strong && !early)
    }
}
