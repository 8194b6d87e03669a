//! Small sites, each with one fault, which the gate has to name; and sound ones.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::check::{Report, inspect};
use crate::policy;

const BODY: &str = "<h1 id=\"one\">One</h1>";

/// A site of one page with this body, its policy, and these files beside it.
fn report(body: &str, others: &[(&str, &str)]) -> Report {
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\">\
         <title>t</title></head>\n<body>\n{body}\n</body></html>\n"
    );
    let folder = TempDir::new().unwrap();
    put(folder.path(), "index.html", &page);
    for (name, text) in others {
        put(folder.path(), name, text);
    }
    policy::install(folder.path()).unwrap();
    inspect(folder.path(), &["/home/reader".into()]).unwrap()
}

fn put(folder: &Path, name: &str, text: &str) {
    let place = folder.join(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

#[track_caller]
fn refused(body: &str, others: &[(&str, &str)], finding: &str) {
    let report = report(body, others);
    let found: Vec<String> =
        report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, [finding]);
    assert!(!report.passes());
    assert!(report.to_string().contains("One fault in the book: "));
}

#[track_caller]
fn accepted(body: &str, others: &[(&str, &str)]) {
    let report = report(body, others);
    assert!(report.passes(), "{report}");
    assert!(report.to_string().starts_with("The book holds: "));
}

#[test]
fn a_sound_site_passes() {
    accepted(
        "<h1 id=\"one\">One</h1><p>\
         <a href=\"#one\">here</a> <a href=\"#\">up</a> <a href=\"?k=2#one\">state</a>\
         <a href=\"api/index.html#method.new\">API</a> <a href=\"api/\">all</a>\
         <a href=\"an%20image.svg\">drawn</a> <a href=\"mailto:a@b.c\">write</a>\
         <a href=\"https://example.org/\">another host, by a click</a>\
         <img alt=\"\" src=\"an image.svg\"><img alt=\"\" src=\"data:image/png;base64,\">\
         </p>",
        &[
            (
                "api/index.html",
                "<p id=\"method.new\">rustdoc</div><a href=\"gone\">",
            ),
            ("an image.svg", "<svg/>"),
            (
                "css/a.css",
                "/* url(https://a.b) */ p { background: url('../an image.svg') }",
            ),
        ],
    );
}

#[test]
fn a_link_to_a_missing_page_is_refused() {
    refused(
        "<a href=\"gone.html\">x</a>",
        &[],
        "index.html:5: the link gone.html leads to no file of the site",
    );
}

#[test]
fn a_link_to_a_missing_place_is_refused() {
    refused(
        "<a href=\"#two\">x</a>",
        &[],
        "index.html:5: the link #two names a place that index.html does not have",
    );
    refused(
        "<a href=\"api/a.html#two\">x</a>",
        &[("api/a.html", "<p id=one>")],
        "index.html:5: the link api/a.html#two names a place that api/a.html does not \
         have",
    );
}

#[test]
fn a_link_out_of_the_site_is_refused() {
    refused(
        "<a href=\"../README.md\">x</a>",
        &[],
        "index.html:5: the link ../README.md leaves the site",
    );
}

#[test]
fn a_link_from_the_root_of_the_host_is_refused() {
    refused(
        "<a href=\"/index.html\">x</a>",
        &[],
        "index.html:5: the link /index.html starts at the host's root; the book may lie \
         in a folder of its host",
    );
}

#[test]
fn an_image_that_a_style_misses_is_refused() {
    refused(
        BODY,
        &[("a.css", "p { background: url(gone.png) }")],
        "a.css: the link gone.png leads to no file of the site",
    );
}

#[test]
fn a_script_from_another_host_is_refused() {
    for address in ["https://a.b/c.js", "//a.b/c.js", "HTTP://a.b/c.js"] {
        refused(
            &format!("<script src=\"{address}\"></script>"),
            &[],
            &format!(
                "index.html:5: `<script>` would load {address}; the book loads nothing \
                 from another host"
            ),
        );
    }
}

#[test]
fn a_style_from_another_host_is_refused() {
    let rest =
        "would load https://a.b/c.css; the book loads nothing from another host";
    for style in
        ["@import \"https://a.b/c.css\";", "@import url(https://a.b/c.css);"]
    {
        refused(BODY, &[("a.css", style)], &format!("a.css: it {rest}"));
    }
    let page = "<p style=\"background: url(https://a.b/c.css)\">x</p>";
    refused(page, &[], &format!("index.html:5: a style {rest}"));
}

#[test]
fn an_image_of_any_width_from_another_host_is_refused() {
    refused(
        "<img alt=\"\" srcset=\"a.png 1x, https://a.b/c.png 2x\">",
        &[],
        "index.html:5: `<img>` would load https://a.b/c.png 2x; the book loads nothing \
         from another host",
    );
}

#[test]
fn broken_markup_is_refused() {
    refused("<div>x", &[], "index.html:6: `<div>` is never closed");
    refused("x</div>", &[], "index.html:5: `</div>` closes nothing that is open");
    refused(
        "<div><section>x</div>",
        &[],
        "index.html:5: `</div>` closes while another element inside is open",
    );
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    refused(
        "<p id=\"a\">x</p>\n<p id=\"a\">y</p>",
        &[],
        "index.html:6: the id `a` stands on line 5 already",
    );
}

#[test]
fn a_page_without_a_policy_is_refused() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "a.html", "<!DOCTYPE html><title>t</title>");
    let report = inspect(folder.path(), &["/home/reader".into()]).unwrap();
    assert_eq!(
        report.to_string(),
        "a.html: the page states no content security policy\n\
         One fault in the book: 1 pages, 0 links.\n"
    );
}

#[test]
fn a_script_that_changed_after_its_policy_is_refused() {
    let folder = TempDir::new().unwrap();
    put(
        folder.path(),
        "a.html",
        "<!DOCTYPE html><head><meta charset=\"UTF-8\"><title>t</title></head>\
         <script>one()</script>",
    );
    policy::install(folder.path()).unwrap();
    let page = fs::read_to_string(folder.path().join("a.html")).unwrap();
    put(folder.path(), "a.html", &page.replace("one()", "two()"));
    let report = inspect(folder.path(), &["/home/reader".into()]).unwrap();
    assert_eq!(
        report.findings[0].to_string(),
        "a.html: the page's policy stops its own script `two()`"
    );
}

#[test]
fn a_handler_in_the_page_is_refused() {
    refused(
        "<p onclick=\"go()\">x</p>",
        &[],
        "index.html:5: the page's policy stops the handler `onclick`",
    );
}

#[test]
fn a_style_attribute_in_a_figure_is_refused() {
    let style = "<p style=\"color: inherit\">x</p>";
    accepted(style, &[]);
    refused(
        &format!("<div class=\"figure\">{style}</div>"),
        &[],
        "index.html:5: the page's policy stops a style attribute as its figure is drawn \
         again: use a class or an attribute of SVG",
    );
}

/// Bytes that gzip cannot make smaller, as text.
fn noise(length: usize) -> String {
    let mut state = 1_u64;
    let mut text = String::new();
    while text.len() < length {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        write!(text, "{:08x}", state >> 32).unwrap();
    }
    text
}

#[test]
fn figures_within_their_budgets_pass() {
    let body = format!(
        "<div class=\"figure\"><svg><text>{}</text></svg></div>",
        noise(14_000)
    );
    accepted(
        &body,
        &[
            ("demarche-gains.wasm", &noise(70_000)),
            ("demarche-voting.wasm", &noise(70_000)),
            ("demarche-gains-wasm.js", &noise(300_000)),
            ("theme/figures-1a2b.js", &noise(6_000)),
            ("theme/figures-1a2b.css", "p { }"),
        ],
    );
}

#[test]
fn figures_over_their_budgets_are_refused() {
    let heavy = noise(15_001);
    refused(
        &format!("<div class=\"figure\"><svg><text>{heavy}</text></svg></div>"),
        &[],
        "index.html:5: the drawing takes 15.03 KB, 15 are allowed",
    );
    for (name, part, length, limit) in [
        ("demarche-gains.wasm", "module", 120_000, "46"),
        ("theme/figures-1a2b.js", "script", 12_000, "4.5"),
        ("theme/figures.css", "style", 9_000, "3"),
        ("theme/page-1a2b.js", "page script", 12_000, "3.5"),
    ] {
        let report = report(BODY, &[(name, &noise(length))]);
        let finding = report.findings[0].to_string();
        assert!(finding.starts_with(&format!("{name}: the figures' {part} takes ")));
        assert!(finding.ends_with(&format!("{limit} are allowed")), "{finding}");
    }
}

#[test]
fn a_module_that_names_the_builders_folders_is_refused() {
    accepted(BODY, &[("demarche-gains.wasm", "\0asm/home/readers/a.rs")]);
    refused(
        BODY,
        &[("demarche-gains.wasm", "\0asm/home/reader/a.rs")],
        "demarche-gains.wasm: it names /home/reader, a folder of the machine that built \
         it",
    );
}

#[test]
fn what_mdbook_complains_about_is_refused() {
    let mut report = report(BODY, &[]);
    report.refuse_complaints(&["unknown anchor in gains.md".into()]);
    assert!(!report.passes());
    assert!(report.to_string().starts_with("mdBook: unknown anchor in gains.md\n"));
}
