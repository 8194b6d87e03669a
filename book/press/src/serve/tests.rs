//! What the server answers, without a socket.

use std::fs;

use tempfile::TempDir;
use tower::ServiceExt;

use super::*;

fn desk(site: &Path) -> Desk {
    Desk {
        site: site.to_path_buf(),
        build: Sender::new(0),
        fault: Mutex::new(Some("gains.md is <gone>".into())),
    }
}

/// What the server answers to a request with these headers.
fn answer(site: &Path, method: Method, path: &str, headers: &[[&str; 2]]) -> Answer {
    let mut request = axum::http::Request::builder().method(method).uri(path);
    for [name, value] in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let response = router(Arc::new(desk(site))).oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let header = |name: &str| {
            let value = head.headers.get(name).map(HeaderValue::to_str);
            value.map(|value| value.unwrap().to_owned())
        };
        Answer {
            status: head.status,
            kind: header("content-type").unwrap_or_default(),
            length: header("content-length"),
            kept: header("cache-control"),
            to: header("location"),
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    })
}

struct Answer {
    status: StatusCode,
    kind: String,
    length: Option<String>,
    kept: Option<String>,
    to: Option<String>,
    body: String,
}

fn get(site: &Path, path: &str) -> Answer {
    answer(site, Method::GET, path, &[])
}

fn site() -> TempDir {
    let site = TempDir::new().unwrap();
    fs::create_dir(site.path().join("api")).unwrap();
    for (name, text) in [
        ("index.html", "<body>Hello</body>"),
        ("404.html", "<body>gone</body>"),
        ("api/index.html", "<body>API</body>"),
        ("a.css", "p { }"),
        ("a b.js", "1"),
        ("a.wasm", "0123456789"),
        ("a.svg", "<svg/>"),
        ("a.woff2", ""),
        ("robots.txt", "all"),
    ] {
        fs::write(site.path().join(name), text).unwrap();
    }
    site
}

#[test]
fn a_taken_port_is_named_with_a_way_out() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let sentence = bind(port).unwrap_err().to_string();
    let start = format!("port {port} is taken: choose another, as in `cargo book");
    assert!(sentence.starts_with(&start), "{sentence}");
}

#[test]
fn served_pages_reload_and_built_ones_do_not() {
    let site = site();
    let page = get(site.path(), "/");
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.body, format!("<body>Hello{RELOAD_TAG}</body>"));
    assert_eq!(page.kept.as_deref(), Some("no-store"));
    assert_eq!(get(site.path(), "/a.css").body, "p { }");
    let built = fs::read_to_string(site.path().join("index.html")).unwrap();
    assert_eq!(built, "<body>Hello</body>");
}

#[test]
fn every_kind_of_file_is_told_as_what_it_is() {
    let site = site();
    for (path, kind) in [
        ("/index.html", "text/html; charset=utf-8"),
        ("/a.css", "text/css; charset=utf-8"),
        ("/a%20b.js", "text/javascript; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/a.wasm", "application/wasm"),
        ("/a.svg", "image/svg+xml"),
        ("/a.woff2", "font/woff2"),
    ] {
        let answer = get(site.path(), path);
        assert_eq!((answer.status, &*answer.kind), (StatusCode::OK, kind), "{path}");
    }
}

#[test]
fn a_folder_leads_to_its_front_page() {
    let site = site();
    let folder = get(site.path(), "/api");
    assert!(folder.status.is_redirection(), "{}", folder.status);
    assert_eq!(folder.to.as_deref(), Some("/api/"));
    assert!(get(site.path(), "/api/").body.starts_with("<body>API"));
}

#[test]
fn a_head_tells_the_length_of_the_page_and_sends_none_of_it() {
    let site = site();
    for path in ["/", "/a.wasm", "/none.html"] {
        let page = get(site.path(), path);
        let head = answer(site.path(), Method::HEAD, path, &[]);
        assert_eq!(head.status, page.status, "{path}");
        assert_eq!(head.length, Some(page.body.len().to_string()), "{path}");
        assert_eq!(head.body, "");
    }
    let other = answer(site.path(), Method::POST, "/", &[]);
    assert_eq!(other.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn a_part_of_a_file_may_be_asked_for() {
    let site = site();
    let part =
        answer(site.path(), Method::GET, "/a.wasm", &[["range", "bytes=2-4"]]);
    assert_eq!((part.status, &*part.body), (StatusCode::PARTIAL_CONTENT, "234"));
}

#[test]
fn nothing_outside_the_site_is_served() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    let inside = folder.path().join("site");
    fs::rename(site().keep(), &inside).unwrap();
    let outside = folder.path().join("secret.txt");
    for path in [
        "/../secret.txt",
        "/api/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/api/%2e%2e%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        &format!("/{}", outside.display()),
        "/index.html%00.txt",
        "/none.html",
    ] {
        let answer = get(&inside, path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.body, format!("<body>gone{RELOAD_TAG}</body>"), "{path}");
    }
}

#[test]
fn before_the_first_good_build_the_page_says_what_is_wrong() {
    let folder = TempDir::new().unwrap();
    let answer = get(&folder.path().join("none"), "/gains.html");
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("gains.md is &lt;gone>"), "{}", answer.body);
    assert!(answer.body.contains(RELOAD_TAG));
}
