//! What the server answers, without a socket.

use tempfile::TempDir;

use super::*;

fn desk(site: &Path) -> Desk {
    Desk {
        site: site.to_path_buf(),
        build: Sender::new(0),
        fault: Mutex::new(Some("gains.md is <gone>".into())),
    }
}

fn body(response: Response) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let bytes = runtime
        .block_on(axum::body::to_bytes(response.into_body(), usize::MAX))
        .unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
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
    let site = TempDir::new().unwrap();
    fs::write(site.path().join("index.html"), "<body>Hello</body>").unwrap();
    fs::write(site.path().join("a.css"), "p { }").unwrap();
    let desk = desk(site.path());
    let page = file(&desk, "");
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(body(page), format!("<body>Hello{RELOAD_TAG}</body>"));
    assert_eq!(body(file(&desk, "a.css")), "p { }");
    let built = fs::read_to_string(site.path().join("index.html")).unwrap();
    assert_eq!(built, "<body>Hello</body>");
}

#[test]
fn nothing_outside_the_site_is_served() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    let site = folder.path().join("site");
    fs::create_dir(&site).unwrap();
    fs::write(site.join("404.html"), "gone").unwrap();
    let outside = folder.path().join("secret.txt");
    for path in ["../secret.txt", "a/../../secret.txt", outside.to_str().unwrap()] {
        let answer = file(&desk(&site), path);
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn before_the_first_good_build_the_page_says_what_is_wrong() {
    let folder = TempDir::new().unwrap();
    let answer = file(&desk(&folder.path().join("none")), "gains.html");
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(body(answer).contains("gains.md is &lt;gone>"));
}
