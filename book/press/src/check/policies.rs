//! Pages without a content security policy, or with one that stops their own scripts.

use crate::check::Finding;
use crate::page::Page;
use crate::policy;

pub(super) fn faults(name: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    let stated = page
        .elements()
        .find(|one| one.attribute("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|one| one.attribute("content"));
    let Some(policy) = stated else {
        return vec![Finding::of(
            name,
            "the page states no content security policy",
        )];
    };
    let texts = policy::scripts(page).map(|text| ("script", text));
    let texts = texts.chain(policy::styles(page).map(|text| ("style", text)));
    for (what, text) in texts {
        if !policy.contains(&policy::hash(&text)) {
            let start = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let start: String = start.chars().take(40).collect();
            let fault = format!("the page's policy stops its own {what} `{start}`");
            findings.push(Finding::of(name, fault));
        }
    }
    for element in page.elements() {
        // As built it has its hash; as drawn again in the page it can have none.
        if element.attribute("style").is_some() && element.is_within("figure") {
            let fault = "the page's policy stops a style attribute as its figure is \
                         drawn again: use a class or an attribute of SVG";
            findings.push(Finding::on(name, element.line(), fault));
        }
        let handlers =
            element.attributes().filter(|(name, _)| name.starts_with("on"));
        for (handler, _) in handlers {
            let fault = format!("the page's policy stops the handler `{handler}`");
            findings.push(Finding::on(name, element.line(), fault));
        }
    }
    findings
}
