//! The files people write: `person.toml`, `session.toml`, `checkins.toml`, `story.toml`, and a person, a course or a story
//! as one line of JSON.
//!
//! Each is parsed once, here, into types of `care`; after that nobody checks them again. All problems of a file
//! are reported together, each with its line, its key, what was expected and the nearest known word. Nothing is
//! decided here and nothing is read from disk. Where to look: [`person`], [`session`], [`checkins`], [`course`] and [`story`] say
//! which keys there are; [`reader`] collects the problems; [`node`] is the tree under both TOML and JSON.

pub mod answers;
pub mod checkins;
pub mod course;
pub mod json;
pub mod node;
pub mod person;
mod possible;
pub mod problem;
pub mod reader;
pub mod roll;
#[cfg(test)]
mod roll_tests;
pub mod session;
mod stack;
pub mod story;
mod syntax;
#[cfg(test)]
mod tests;
pub mod time;
mod values;

pub use checkins::read_checkins;
pub use course::{CourseFile, read_course_json};
pub use person::{Asked, PersonFile, read_person, read_person_json};
pub use problem::{Problem, Problems};
pub use roll::{RollFile, read_roll};
pub use session::read_session;
pub use story::{StoryFile, read_story, read_story_json};

/// The example files, each with every key explained.
pub mod example {
    /// `person.toml`
    pub const PERSON: &str = include_str!("../example/person.toml");
    /// `session.toml`
    pub const SESSION: &str = include_str!("../example/session.toml");
    /// `roll.toml`
    pub const ROLL: &str = include_str!("../example/roll.toml");
    /// `story.toml`
    pub const STORY: &str = include_str!("../example/story.toml");
    /// `checkins.toml`
    pub const CHECKINS: &str = include_str!("../example/checkins.toml");
}
