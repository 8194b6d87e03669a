//! Requests that would leave the host. Only a reader's click may do that.

use crate::check::Finding;
use crate::page::{Element, Page};

/// Attributes by which an element loads something.
const LOADING: [&str; 8] = [
    "src",
    "href",
    "srcset",
    "data",
    "action",
    "formaction",
    "poster",
    "background",
];

pub(super) fn faults(name: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    for element in page.elements() {
        let (tag, line) = (element.name(), element.line());
        for address in loaded(element).filter(|address| is_foreign(address)) {
            let fault = format!("`<{tag}>` would load {address}; {NEVER}");
            findings.push(Finding::on(name, line, fault));
        }
        let text = (tag == "style").then(|| element.text());
        let style = text.as_deref().or(element.attribute("style"));
        for address in style.into_iter().flat_map(foreign_in_style) {
            let fault = format!("a style would load {address}; {NEVER}");
            findings.push(Finding::on(name, line, fault));
        }
    }
    findings
}

pub(super) fn faults_of_style(name: &str, style: &str) -> Vec<Finding> {
    let foreign = foreign_in_style(style);
    foreign
        .map(|address| {
            Finding::of(name, format!("it would load {address}; {NEVER}"))
        })
        .collect()
}

const NEVER: &str = "the book loads nothing from another host";

fn loaded(element: Element<'_>) -> impl Iterator<Item = &str> {
    let clicked = matches!(element.name(), "a" | "area");
    // A canonical address is told to search engines; nothing loads it.
    let told = element.attribute("rel") == Some("canonical");
    let loads = element
        .attributes()
        .filter(move |(name, _)| !clicked && !told && LOADING.contains(name));
    let refreshed = (element.attribute("http-equiv").is_some())
        .then(|| element.attribute("content"))
        .flatten()
        .and_then(refresh);
    loads
        .flat_map(|(name, value)| {
            // `srcset` lists addresses, each perhaps with a width.
            value
                .split(move |letter| name == "srcset" && letter == ',')
                .map(str::trim)
        })
        .chain(refreshed)
}

/// The address of `<meta http-equiv="refresh" content="0; URL=…">`.
pub(super) fn refresh(content: &str) -> Option<&str> {
    let at = content.to_ascii_lowercase().find("url=")?;
    Some(content[at + 4..].trim())
}

pub(super) fn is_foreign(address: &str) -> bool {
    let address = address.trim();
    address.starts_with("//")
        || ["http:", "https:", "ws:", "wss:", "ftp:"].iter().any(|scheme| {
            let start = address.get(..scheme.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })
}

fn foreign_in_style(style: &str) -> impl Iterator<Item = String> {
    loaded_by_style(style).into_iter().filter(|address| is_foreign(address))
}

/// The addresses in a style sheet: `url(…)` and `@import "…"`.
pub(super) fn loaded_by_style(style: &str) -> Vec<String> {
    let style = without_comments(style);
    let lower = style.to_ascii_lowercase();
    let mut found = Vec::new();
    for (at, opening) in lower.match_indices("url(") {
        let rest = style[at + opening.len()..].trim_start();
        let address = match rest.chars().next() {
            // A quoted address may hold brackets, as data: does.
            Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next(),
            _ => rest.split(')').next(),
        };
        found.extend(address.map(|address| address.trim().to_owned()));
    }
    for (at, rule) in lower.match_indices("@import") {
        let rest = style[at + rule.len()..].trim_start();
        if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
            found.extend(rest[1..].split(quote).next().map(str::to_owned));
        }
    }
    found
}

fn without_comments(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}
