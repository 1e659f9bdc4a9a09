//! From where a photograph is taken: the list of shots, in the order in which they are asked for.

use care::words::{Goal, Word};

/// From where skin is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The whole face, or the area from straight ahead.
    Front,
    /// The person's left side.
    Left,
    /// The person's right side.
    Right,
    /// One place from near by.
    Close,
    /// One place from near by, in the light of one lamp that grazes it from the left: shadows show what is raised or hollow.
    RakingLeft,
    /// The same with the lamp at the right. What shows in both is in the skin, and not in the light.
    RakingRight,
}

impl View {
    /// Whether light grazes the skin: then shadows are wanted, and colour is not to be measured.
    #[must_use]
    pub fn is_raking(self) -> bool {
        matches!(self, Self::RakingLeft | Self::RakingRight)
    }

    /// What is asked for of somebody with these goals: raking light only where the skin's relief is what they hope to change.
    #[must_use]
    pub fn wanted(goals: &[Goal]) -> Vec<Self> {
        let relief = goals.iter().any(|goal| of_relief(*goal));
        Self::ALL.iter().copied().filter(|view| relief || !view.is_raking()).collect()
    }

    /// The first of somebody's goals that is seen in this view: relief in raking light, all else and relief too in plain light.
    #[must_use]
    pub fn shows(self, goals: &[Goal]) -> Option<Goal> {
        let seen = |goal: &&Goal| !self.is_raking() || of_relief(**goal);
        // Plain light shows colour best.
        let first = goals.iter().filter(seen).find(|goal| self.is_raking() || !of_relief(**goal));
        first.or_else(|| goals.iter().find(seen)).copied()
    }
}

/// Whether a goal is about what is raised or hollow in the skin, which plain light hardly shows.
fn of_relief(goal: Goal) -> bool {
    match goal {
        Goal::Wrinkles
        | Goal::StretchMarks
        | Goal::Texture
        | Goal::AcneScars
        | Goal::SurgicalScars => true,
        Goal::SunDamage | Goal::Cellulite | Goal::Elasticity => false,
    }
}

impl Word for View {
    const WHAT: &'static str = "view";
    const ALL: &'static [Self] =
        &[Self::Front, Self::Left, Self::Right, Self::Close, Self::RakingLeft, Self::RakingRight];
    fn word(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Left => "left",
            Self::Right => "right",
            Self::Close => "close",
            Self::RakingLeft => "raking-left",
            Self::RakingRight => "raking-right",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raking_light_is_asked_for_where_relief_is_hoped_to_change() {
        let asks = |goals: &[Goal]| View::wanted(goals).iter().any(|view| view.is_raking());
        for goal in [Goal::Wrinkles, Goal::AcneScars, Goal::SurgicalScars, Goal::StretchMarks] {
            assert!(asks(&[Goal::SunDamage, goal]), "{goal:?}");
        }
        assert!(!asks(&[]) && !asks(&[Goal::SunDamage, Goal::Elasticity]));
        assert_eq!(View::wanted(&[Goal::AcneScars]), View::ALL);
    }

    #[test]
    fn each_view_shows_a_goal_that_can_be_seen_in_it() {
        let both = [Goal::AcneScars, Goal::SunDamage];
        assert_eq!(View::RakingLeft.shows(&both), Some(Goal::AcneScars));
        assert_eq!(View::Front.shows(&both), Some(Goal::SunDamage));
        assert_eq!(View::Front.shows(&[Goal::AcneScars]), Some(Goal::AcneScars));
        assert_eq!(View::RakingLeft.shows(&[Goal::SunDamage]), None);
        assert_eq!(View::Front.shows(&[]), None);
    }
}
