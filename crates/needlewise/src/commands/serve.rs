//! `needlewise serve`: opens the record, listens, prints the address that lets one browser in.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use store::Store;
use tokio::net::TcpListener;
use web::{App, Settings};
use words::Saying;

use super::lead::{self, Lead};
use super::place::Record;
use super::{Refusal, Talk, clock, folder, network, place, print, reasons};
use crate::cli::Serve;
use crate::settings::read::{self, Reached};

/// Runs until Ctrl-C or a signal to end.
pub(super) fn run(talk: &Talk<'_>, how: &Serve) -> Result<(), Refusal> {
    let told = read::told(&talk.cli.speech, &how.place, &how.listen)?;
    let (place, reached) = (read::record(&told)?, read::reached(&told)?);
    start(place.log, async {
        let record = place::open(&place).await?;
        listen(talk, &reached, record, false).await
    })
}

/// Starts what needs a network: threads, and words about faults on standard error.
pub(super) fn start(
    level: tracing::Level,
    work: impl Future<Output = Result<(), Refusal>>,
) -> Result<(), Refusal> {
    let log = tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr);
    // Whose log can't be written is answered all the same.
    let log = log.log_internal_errors(false);
    // A second subscriber in one process is only possible in tests.
    let _ = log.with_target(false).try_init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| because("refused-no-threads", &error))?;
    runtime.block_on(work)
}

/// Listens, prints the address, answers until told to stop.
pub(super) async fn listen(
    talk: &Talk<'_>,
    how: &Reached,
    record: Record,
    demo: bool,
) -> Result<(), Refusal> {
    let wanted = how.listen;
    if !wanted.ip().is_loopback() && !demo {
        require_passphrase(&record.store).await?;
        require_https(how)?;
    }
    lead::clear(&record.folder);
    let folder = record.folder.clone();
    let listener = bind(wanted)?;
    // Port 0 asks the system for a free one; the address printed is the one it gave.
    let listen = listener.local_addr().unwrap_or(wanted);
    let app = app(talk, how, record, listen, demo)?;
    if demo {
        let refuse = |problem: web::problem::Problem| {
            Refusal::new(Saying::new("refused-demo").with("why", problem.word()))
        };
        web::demo::fill(&app).await.map_err(refuse)?;
    }
    let address = first_address(&app, how.key).await;
    print(&format!("{address}\n"))?;
    tell(talk, &folder, demo);
    let leading = async {
        if how.open {
            lead_in(talk, &app, &folder, &address).await;
        }
        std::future::pending::<Infallible>().await
    };
    tokio::select! {
        // First: whoever sees the page that leads in may tell it to stop at once.
        biased;
        served = web::serve(listener, app.clone(), told_to_stop()) => {
            served.map_err(|error| because("refused-listening", &error))
        }
        never = leading => match never {},
    }
}

/// `needlewise enter`: the same address for a program that runs already and was told to print no key, as a service is.
pub(super) fn enter(talk: &Talk<'_>, how: &Serve) -> Result<(), Refusal> {
    let told = read::told(&talk.cli.speech, &how.place, &how.listen)?;
    let (place, reached) = (read::record(&told)?, read::reached(&told)?);
    start(place.log, async {
        let record = place::open(&place).await?;
        let app = app(talk, &reached, record, reached.listen, false)?;
        print(&format!("{}\n", entry_address(&app).await?))
    })
}

/// What is printed at the start. A record that can't keep a key is read all the same, by whoever was let in before.
async fn first_address(app: &App, with_key: bool) -> String {
    if !with_key {
        return app.address();
    }
    app.entry_address().await.unwrap_or_else(|problem| {
        tracing::warn!(
            problem = problem.word(),
            "no key could be kept, so no new browser is let in"
        );
        app.address()
    })
}

async fn entry_address(app: &App) -> Result<String, Refusal> {
    app.entry_address().await.map_err(|problem| unstarted(problem.word().into()))
}

/// That it runs, where the record is, and how to stop it: on standard error, since the address is all that a program reads.
fn tell(talk: &Talk<'_>, folder: &Path, demo: bool) {
    let place = if demo { "serve-demo" } else { "serve-folder" };
    let place = Saying::new(place).with("folder", folder.display().to_string());
    for said in [Saying::new("serve-runs"), place, Saying::new("serve-stop")] {
        // Whose terminal is gone is served all the same.
        let _ = writeln!(anstream::stderr(), "{}", said.in_words(talk.texts()));
    }
}

/// Opens the browser of this desk. No browser is no fault: the address is printed.
async fn lead_in(talk: &Talk<'_>, app: &App, folder: &Path, address: &str) {
    let lead = Lead::write(folder, &talk.texts().say("enter-title"), address);
    if let Ok(lead) = lead
        && lead.show().is_ok()
    {
        app.entry_over().await;
    }
}

fn app(
    talk: &Talk<'_>,
    how: &Reached,
    record: Record,
    listen: SocketAddr,
    demo: bool,
) -> Result<App, Refusal> {
    let settings = Settings {
        listen,
        names: how.names.clone(),
        https: how.https,
        base: how.base.clone(),
        demo,
        pseudo: how.pseudo,
        zone: how.zone.clone(),
        connections: how.connections,
        connections_each: how.connections_each,
        limits: how.limits,
    };
    let files = folder::files(talk.cli.protocol.as_deref())?;
    let (now, numbers) = (Arc::new(clock::instant), Arc::new(network::numbers));
    App::new(record.store, record.key, &files, now, numbers, settings).map_err(unstarted)
}

fn unstarted(why: String) -> Refusal {
    Refusal::new(Saying::new("refused-start").with("why", why))
}

fn because(key: &'static str, error: &std::io::Error) -> Refusal {
    Refusal::new(Saying::new(key).with("why", reasons::system(error)))
}

fn bind(wanted: SocketAddr) -> Result<TcpListener, Refusal> {
    web::reach::network::listen(wanted).map_err(|error| {
        let refused = Saying::new("refused-listen").with("address", wanted.to_string());
        Refusal::new(refused.with("why", reasons::system(&error)))
    })
}

async fn require_passphrase(store: &Store) -> Result<(), Refusal> {
    match store.passphrases().await {
        Ok(known) if !known.is_empty() => Ok(()),
        Ok(_) => Err(Refusal::new(Saying::new("refused-needs-passphrase"))),
        Err(error) => Err(reasons::refuse(&error)),
    }
}

/// What other machines are sent, their network can read, the passphrase too; so somebody has to have said that it may.
fn require_https(how: &Reached) -> Result<(), Refusal> {
    match how.https || how.in_clear {
        true => Ok(()),
        false => Err(Refusal::new(Saying::new("refused-needs-https"))),
    }
}

/// Ctrl-C, or the signal with which a system stops its services.
async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { () = interrupted => {}, () = terminated => {} }
}
