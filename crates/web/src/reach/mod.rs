//! How the application is reached: the address that is printed, given to a phone, or to a calendar program.
//!
//! Every page and the program take it from here. Where it also listens for the home network, while somebody wants it, is
//! [`network`]; why so, and no further: docs/decisions/0025. Who is answered is [`crate::guard`]'s.

mod host;
pub mod network;

use axum::http::{HeaderMap, header};
use store::Actor;

use crate::app::App;
use crate::problem::Problem;
use crate::to::House;

pub(crate) use host::without_port;

/// The name under which a request came, port and all; the guard has seen to it that it is one of ours.
pub(crate) fn asked(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST).and_then(|host| host.to_str().ok())
}

impl App {
    /// The address that lets one browser in, once and soon. Who comes by it is not known further. On a disk on which
    /// nothing can be written it is the plain address: nobody new can be let in there.
    ///
    /// # Errors
    /// If the record can't say so, or the machine gives no random numbers.
    pub async fn entry_address(&self) -> Result<String, Problem> {
        match self.entry_for(Actor::Owner).await {
            Err(Problem::ReadOnly | Problem::Full) => Ok(self.address()),
            entry => Ok(format!("{}{}", self.origin(None), entry?)),
        }
    }

    /// The address without a key.
    pub fn address(&self) -> String {
        let home: String = self.settings().base.house(House::Home).into();
        format!("{}{home}", self.origin(None))
    }

    /// What follows an origin and lets in one browser, in which this one acts.
    pub(crate) async fn entry_for(&self, actor: Actor) -> Result<String, Problem> {
        let key = self.give_key(actor).await?;
        Ok(self.settings().base.house(House::Enter).ask("key", key).into())
    }

    /// Scheme and host by which a program finds us: as others do where they can, else as this machine does.
    pub(crate) fn origin(&self, asked: Option<&str>) -> String {
        let others = if asked.is_some() { self.elsewhere(asked).into_iter().next() } else { None };
        others.unwrap_or_else(|| self.scheme(&host::own(self.settings(), asked)))
    }

    /// Scheme and host by which other machines find us, the likeliest first; none while only this machine is answered.
    pub(crate) fn elsewhere(&self, asked: Option<&str>) -> Vec<String> {
        let hosts = host::elsewhere(self.settings(), self.network(), asked);
        hosts.iter().map(|host| self.scheme(host)).collect()
    }

    fn scheme(&self, host: &str) -> String {
        let scheme = if self.settings().https { "https" } else { "http" };
        format!("{scheme}://{host}")
    }
}
