//! The book on this machine: served, rebuilt as its sources change, reloaded in the
//! browser. A build that fails leaves the last good book in place.

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch::{Receiver, Sender};
use tower_http::services::{ServeDir, ServeFile};

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

    /// What stands in for the first book, as long as it cannot be built.
    fn no_book_yet(&self) -> Response {
        let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        let fault = fault.as_deref().unwrap_or_default();
        let fault = fault.replace('&', "&amp;").replace('<', "&lt;");
        let page = format!(
            "<!DOCTYPE html><title>No book yet</title><p>The book could not be built: \
             {fault}</p></body>"
        );
        (StatusCode::SERVICE_UNAVAILABLE, Html(with_reload(page.as_bytes())))
            .into_response()
    }
}

fn answer(listener: TcpListener, desk: Arc<Desk>) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router(desk)).await
    })?;
    Ok(())
}

fn router(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/__reload", get(builds))
        .route("/__reload.js", get(reload_script))
        .fallback(get(file))
        .with_state(desk)
}

async fn reload_script() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript")], RELOAD)
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
/// not there. Pages reload themselves.
async fn file(desk: State<Arc<Desk>>, mut request: Request) -> Response {
    if !desk.site.is_dir() {
        return desk.no_book_yet();
    }
    // A head is counted with its page, which grows below; the router drops the body.
    *request.method_mut() = Method::GET;
    let missing = ServeFile::new(desk.site.join("404.html"));
    let mut files = ServeDir::new(&desk.site).not_found_service(missing);
    match files.try_call(request).await {
        Ok(response) => to_be_shown(response.map(Body::new)).await,
        Err(error) => {
            (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
        }
    }
}

/// Every text of the site is UTF-8, nothing of it is kept by the browser, and a page
/// asks for the script that loads it again.
async fn to_be_shown(response: Response) -> Response {
    let (mut head, mut body) = response.into_parts();
    let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_owned();
    if kind.starts_with("text/")
        && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        head.headers.insert(CONTENT_TYPE, kind);
    }
    head.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if kind == "text/html" && head.status != StatusCode::PARTIAL_CONTENT {
        body = match to_bytes(body, usize::MAX).await {
            Ok(page) => with_reload(&page).into(),
            Err(error) => error.to_string().into(),
        };
        head.headers.remove(CONTENT_LENGTH);
    }
    Response::from_parts(head, body)
}

fn with_reload(page: &[u8]) -> String {
    let mut page = String::from_utf8_lossy(page).into_owned();
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, RELOAD_TAG);
    page
}
