//! The vocabulary and the rules of skin needling: answers in, decisions with reasons and sources out.
//!
//! What this crate does not do: no input or output, no clock, no database, no network. Time comes in as an
//! argument; texts are rendered on demand. Numbers and sentences are rows of the [`protocol`], which a clinician
//! can read and change; what a row cannot say is a named function here.
//!
//! Where to look: [`screening`] (may this person be needled), [`programme`] (how, how often, prepared how),
//! [`course`] (what each day looks like), [`aftercare`] (what may be used when), [`triage`] (when to worry),
//! [`judging`] (when a result may be read into what is seen), [`agenda`] (all of it as dates); and over all of a life,
//! [`story`] (everything that happened) in, [`standing`] (everything that is said of it now) out.

pub mod aftercare;
pub mod agenda;
pub mod answers;
pub mod course;
pub mod judging;
pub mod measure;
pub mod nesting;
pub mod person;
pub mod programme;
pub mod protocol;
pub mod screening;
pub mod session;
pub mod standing;
pub mod story;
pub mod triage;
pub mod verdict;
pub mod words;
pub mod zone;

pub use protocol::Protocol;
