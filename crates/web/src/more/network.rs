//! The home network: opening it, so that a phone reaches this machine, and closing it. What is needed before and what it
//! costs: docs/decisions/0025. Who listens there: [`crate::reach::network`].

use axum::http::HeaderMap;
use axum::response::Redirect;
use maud::{Markup, html};

use crate::app::App;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::frame::Reader;
use crate::problem::Problem;
use crate::reach::{asked, network::Refused};
use crate::to::To;
use crate::ui::{Icon, Look, button_as, card as in_card};

/// How other machines reach the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reached {
    /// As it was started: here, for example through a proxy.
    Started(Vec<String>),
    /// Here as well, since somebody opened it.
    Opened(Vec<String>),
    /// Not at all, and that can be changed once there is a passphrase.
    Closed,
    /// Not at all: a proxy speaks HTTPS, and its name was not said.
    Unnamed,
}

impl Reached {
    /// How it is just now, for whoever asks under this name.
    pub(super) fn of(app: &App, headers: &HeaderMap) -> Self {
        let elsewhere = app.elsewhere(asked(headers));
        match (is_open(app), elsewhere.is_empty(), app.settings().https) {
            (true, ..) => Self::Opened(elsewhere),
            (false, false, _) => Self::Started(elsewhere),
            (false, true, true) => Self::Unnamed,
            (false, true, false) => Self::Closed,
        }
    }
    /// Where other machines find it, the likeliest first.
    pub(super) fn origins(&self) -> &[String] {
        match self {
            Self::Started(origins) | Self::Opened(origins) => origins,
            Self::Closed | Self::Unnamed => &[],
        }
    }
}

fn is_open(app: &App) -> bool {
    !app.network().open_at().is_empty()
}

/// Whether a passphrase keeps out who else can reach this machine.
pub(super) fn is_reached(app: &App) -> bool {
    !app.settings().listen.ip().is_loopback() || is_open(app)
}

/// `POST /more/security/network`: opens it, or closes it.
pub(crate) async fn change(opened: Opened, fields: Fields) -> Result<Redirect, Problem> {
    let network = opened.app.network();
    if !fields.has("open") {
        network.close();
        return Ok(opened.to(To::Security).ask("did", "alone").go());
    }
    if opened.app.store().passphrase(opened.themselves()).await?.is_none() {
        return Err(Problem::NotNow("network-passphrase"));
    }
    // Cookies go through HTTPS alone then: nobody could come in.
    if opened.app.settings().https {
        return Err(Problem::NotFound);
    }
    network.open(opened.app.settings().listen.port()).map_err(refused)?;
    Ok(opened.to(To::Security).ask("did", "opened").go())
}

fn refused(why: Refused) -> Problem {
    match why {
        Refused::Nowhere => Problem::NotNow("network-nowhere"),
        Refused::System(cause) => {
            tracing::warn!(%cause, "the home network could not be opened");
            Problem::NotNow("network-taken")
        }
    }
}

/// The card on the page of security.
pub(super) fn card(reader: &Reader, reached: &Reached, has_passphrase: bool) -> Markup {
    let say = &reader.say;
    let text = |key: &str| html! { p { (say.text(key)) } };
    let at = html! { ul.points { @for one in reached.origins() { li { code translate="no" { (one) } } } } };
    let body = match reached {
        Reached::Started(_) => html! { (text("more-network-started")) (at) },
        Reached::Opened(_) => html! {
            (text("more-network-opened"))
            (at)
            p.hint { (say.text("more-network-clear")) }
            (pressed(reader, Look::Secondary, "more-network-close", "close"))
        },
        Reached::Unnamed => text("more-network-unnamed"),
        Reached::Closed if has_passphrase => html! {
            (text("more-network-closed"))
            p.hint { (say.text("more-network-clear")) }
            (pressed(reader, Look::Secondary, "more-network-open", "open"))
        },
        Reached::Closed => html! {
            (text("more-network-closed"))
            (text("more-network-first"))
        },
    };
    in_card(&say.text("more-network"), &body)
}

fn pressed(reader: &Reader, look: Look, word: &str, name: &str) -> Markup {
    html! {
        form method="post" action=(reader.to(To::Network)) {
            div.actions { (button_as(look, Some(Icon::Link), &reader.say.text(word), name, "yes")) }
        }
    }
}
