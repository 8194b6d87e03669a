//! The book on this machine: served, rebuilt as its sources change, reloaded in the
//! browser. A build that fails leaves the last good book in place.

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::{self, State};
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch::{Receiver, Sender};

use crate::house::House;
use crate::site::{self, Steps};
use crate::watch::{Call, Watch};

/// The page asks which build it shows, and loads itself again when that changes. The
/// script comes from this server, so that the policy of the pages lets it in.
const RELOAD: &str = "let shown;\nnew EventSource('/__reload').onmessage = ({ data }) => {\n  \
     if (shown !== undefined && data !== shown) location.reload();\n  \
     shown = data;\n};\n";

const RELOAD_TAG: &str = "<script src=\"/__reload.js\"></script>\n";

/// What the server and the builder share.
struct Desk {
    site: PathBuf,
    build: Sender<u64>,
    fault: Mutex<Option<String>>,
}

/// Builds the book, serves it and goes on until it is stopped.
pub(crate) fn serve(house: &House, out: &Path, port: u16, open: bool) -> Result<()> {
    // Before the build: a port that is taken shall not cost a minute.
    let listener = bind(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let watch = Watch::start(house)?;
    // Builds count on from the clock: a page left open by an earlier press is stale.
    let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let desk = Arc::new(Desk {
        site: out.to_path_buf(),
        build: Sender::new(clock.map_or(0, |time| time.as_secs() << 16)),
        fault: Mutex::new(None),
    });

    let pending = desk.rebuild(house, Steps::ALL);
    eprintln!("The book is at {address} (Ctrl-C ends it).");
    if open && let Err(error) = open::that(&address) {
        eprintln!("No browser could be opened: {error}");
    }
    let builder = Arc::clone(&desk);
    let house = house.clone();
    thread::spawn(move || builder.follow(&house, &watch, pending));
    answer(listener, desk)
}

fn bind(port: u16) -> Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let other = port.checked_add(1).unwrap_or(3000);
            bail!(
                "port {port} is taken: choose another, as in `cargo book --port {other}`"
            )
        }
        Err(error) => {
            Err(error).with_context(|| format!("port {port} cannot be served"))
        }
    }
}

impl Desk {
    /// Rebuilds after each change, for good. `pending` holds the steps that a failed
    /// build still owes.
    fn follow(&self, house: &House, watch: &Watch, mut pending: Steps) {
        loop {
            match watch.next(house) {
                Ok(Call::Build(steps)) => {
                    pending |= steps;
                    pending = self.rebuild(house, pending);
                }
                Ok(Call::Restart) => {
                    eprintln!("The press itself changed: start `cargo book` again.");
                }
                Err(error) => {
                    eprintln!("Changes are no longer seen: {error:#}");
                    return;
                }
            }
        }
    }

    /// Builds, tells the pages, and returns the steps still owed.
    fn rebuild(&self, house: &House, steps: Steps) -> Steps {
        let outcome = site::build(house, &self.site, steps);
        let mut fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        let owed = match outcome {
            Ok(built) => {
                built.tell();
                *fault = None;
                Steps::default()
            }
            Err(error) => {
                eprintln!("The book could not be built: {error:#}");
                if self.site.is_dir() {
                    eprintln!("The last good one is still served.");
                }
                *fault = Some(format!("{error:#}"));
                steps
            }
        };
        if fault.is_none() {
            self.build.send_modify(|build| *build += 1);
        }
        owed
    }
}

fn answer(listener: TcpListener, desk: Arc<Desk>) -> Result<()> {
    listener.set_nonblocking(true)?;
    let router = Router::new()
        .route("/__reload", get(builds))
        .route("/__reload.js", get(reload_script))
        .route("/", get(|desk: State<Arc<Desk>>| async move { file(&desk, "") }))
        .route("/{*path}", get(page))
        .with_state(desk);
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router).await
    })?;
    Ok(())
}

async fn page(desk: State<Arc<Desk>>, path: extract::Path<String>) -> Response {
    file(&desk, &path)
}

async fn reload_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], RELOAD)
}

/// The number of the build, now and at each new one.
async fn builds(
    desk: State<Arc<Desk>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let start = (desk.build.subscribe(), true);
    let stream =
        unfold(start, |(mut build, first): (Receiver<u64>, bool)| async move {
            if !first {
                build.changed().await.ok()?;
            }
            let number = build.borrow_and_update().to_string();
            Some((Ok(Event::default().data(number)), (build, false)))
        });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// A file of the site, a folder's `index.html`, or the book's own page for what is
/// not there.
fn file(desk: &Desk, path: &str) -> Response {
    let inside = Path::new(path).components().all(|part| {
        matches!(part, Component::Normal(_)) // `..` leads out of the site
    });
    let mut place = desk.site.join(path);
    if inside && place.is_dir() {
        if !path.is_empty() && !path.ends_with('/') {
            return (StatusCode::FOUND, [(header::LOCATION, format!("/{path}/"))])
                .into_response();
        }
        place.push("index.html");
    }
    if inside && let Ok(bytes) = fs::read(&place) {
        return sent(StatusCode::OK, &place, bytes);
    }
    let fault = desk.fault.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if !desk.site.is_dir() {
        let fault = fault.unwrap_or_default();
        let fault = fault.replace('&', "&amp;").replace('<', "&lt;");
        let page = format!(
            "<!DOCTYPE html><title>No book yet</title><p>The book could not be built: \
             {fault}</p></body>"
        );
        return sent(
            StatusCode::SERVICE_UNAVAILABLE,
            Path::new("fault.html"),
            page.into(),
        );
    }
    let missing = desk.site.join("404.html");
    let bytes =
        fs::read(&missing).unwrap_or_else(|_| b"There is no such page.".into());
    sent(StatusCode::NOT_FOUND, &missing, bytes)
}

fn sent(status: StatusCode, place: &Path, bytes: Vec<u8>) -> Response {
    let kind = kind(place);
    let body =
        if kind.starts_with("text/html") { with_reload(bytes) } else { bytes };
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
    (status, headers, body).into_response()
}

fn with_reload(page: Vec<u8>) -> Vec<u8> {
    let Ok(mut page) = String::from_utf8(page) else { return Vec::new() };
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, RELOAD_TAG);
    page.into_bytes()
}

fn kind(place: &Path) -> &'static str {
    match place.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "toml" | "rs") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
