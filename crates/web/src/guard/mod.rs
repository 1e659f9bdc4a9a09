//! Who may ask: the host and origin of a request, the keys that let a browser in, the headers of every answer.
//!
//! On the own machine there is no account: the address printed at the start holds a key that works once, soon, and becomes
//! a cookie. Beyond the own machine a passphrase is needed as well.

pub(crate) mod entry;
pub(crate) mod headers;
pub(crate) mod host;
pub(crate) mod keys;
pub mod lead;
pub(crate) mod origin;
pub mod passphrase;
#[cfg(test)]
mod samples;
pub mod tries;

#[cfg(test)]
pub(crate) use samples::samples;
