//! Links that lead nowhere, from the book's pages and style sheets to any file of the
//! site and any place on its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;

use crate::check::{Finding, Site, hosts};
use crate::page::{Element, Page};
use crate::site;

/// mdBook writes its 404 page for a host that serves it under any address, so its
/// links count from a base of their own.
const ANYWHERE: &str = "404.html";

/// Adds what is wrong and returns how many links were followed.
pub(super) fn check(site: &Site, findings: &mut Vec<Finding>) -> Result<usize> {
    let mut places = Places { site, api: BTreeMap::new() };
    let mut followed = 0;
    for (name, page) in &site.pages {
        if name == ANYWHERE {
            continue;
        }
        for element in page.elements() {
            for address in addresses(element).filter(|it| stays(it)) {
                followed += 1;
                if let Some(fault) = places.fault(name, address)? {
                    findings.push(Finding::on(name, element.line(), fault));
                }
            }
        }
    }
    for (name, style) in &site.styles {
        for address in hosts::loaded_by_style(style).iter().filter(|it| stays(it)) {
            followed += 1;
            if let Some(fault) = places.fault(name, address)? {
                findings.push(Finding::of(name, fault));
            }
        }
    }
    Ok(followed)
}

fn addresses(element: Element<'_>) -> impl Iterator<Item = &str> {
    let refreshed =
        element.attribute("http-equiv").and(element.attribute("content"));
    ["href", "src", "data", "poster", "action"]
        .into_iter()
        // `data` and `action` mean other things elsewhere.
        .filter(move |&name| match name {
            "data" => element.name() == "object",
            "action" => element.name() == "form",
            _ => true,
        })
        .filter_map(move |name| element.attribute(name))
        .chain(refreshed.and_then(hosts::refresh))
}

/// Whether an address stays on the host: no scheme, no other host.
fn stays(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    !hosts::is_foreign(address) && !scheme.contains(':')
}

/// The places a link may lead to.
struct Places<'a> {
    site: &'a Site,
    /// Names on the pages of rustdoc, read as links ask for them.
    api: BTreeMap<String, BTreeSet<String>>,
}

impl Places<'_> {
    fn fault(&mut self, from: &str, address: &str) -> Result<Option<String>> {
        let (path, place) = address.split_once('#').unwrap_or((address, ""));
        let path = path.split('?').next().unwrap_or_default();
        if path.starts_with('/') {
            return Ok(Some(format!(
                "the link {address} starts at the host's root; the book may lie in a \
                 folder of its host"
            )));
        }
        let Some(to) = resolve(from, &percent_decode_str(path).decode_utf8_lossy())
        else {
            return Ok(Some(format!("the link {address} leaves the site")));
        };
        let Some(to) = self.file(to) else {
            return Ok(Some(format!(
                "the link {address} leads to no file of the site"
            )));
        };
        // An empty place and `#top` are the page itself, in every browser.
        if matches!(place, "" | "top") || !site::is_a("html", &to) {
            return Ok(None);
        }
        let place = percent_decode_str(place).decode_utf8_lossy();
        if self.has(&to, &place)? {
            return Ok(None);
        }
        Ok(Some(format!("the link {address} names a place that {to} does not have")))
    }

    fn file(&self, path: String) -> Option<String> {
        if self.site.files.contains(&path) {
            return Some(path);
        }
        let folder = path.trim_end_matches('/');
        let index = if folder.is_empty() {
            "index.html".into()
        } else {
            format!("{folder}/index.html")
        };
        self.site.files.contains(&index).then_some(index)
    }

    fn has(&mut self, page: &str, place: &str) -> Result<bool> {
        if let Some(own) = self.site.pages.get(page) {
            return Ok(names(own).any(|name| name == place));
        }
        if !self.api.contains_key(page) {
            let html = fs::read_to_string(self.site.root.join(page))
                .with_context(|| format!("{page} cannot be read as text"))?;
            let names = names(&Page::parse(&html)).map(str::to_owned).collect();
            self.api.insert(page.to_owned(), names);
        }
        Ok(self.api[page].contains(place))
    }
}

fn names(page: &Page) -> impl Iterator<Item = &str> {
    page.elements().flat_map(|element| {
        let anchor = (element.name() == "a").then(|| element.attribute("name"));
        element.attribute("id").into_iter().chain(anchor.flatten())
    })
}

/// The path from the site's root, or nothing if it leads out of it.
fn resolve(from: &str, path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(from.to_owned());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
