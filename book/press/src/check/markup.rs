//! Markup that a browser has to guess at, and names that stand twice.

use std::collections::HashMap;

use crate::check::Finding;
use crate::page::Page;

pub(super) fn faults(name: &str, page: &Page) -> Vec<Finding> {
    let errors =
        page.faults().iter().filter(|(_, error)| !is_of_template(name, error));
    let mut findings: Vec<Finding> = errors
        .map(|(line, error)| Finding::on(name, *line, sentence(error)))
        .collect();
    let mut seen = HashMap::new();
    for element in page.elements() {
        let Some(id) = element.attribute("id") else { continue };
        if let Some(before) = seen.insert(id, element.line()) {
            let fault = format!("the id `{id}` stands on line {before} already");
            findings.push(Finding::on(name, element.line(), fault));
        }
    }
    findings
}

/// mdBook 0.5 opens an item for the title of a part inside an item that it opened for
/// the same title, so in its table of contents, and only there, an end of an item is
/// left over for each part.
fn is_of_template(name: &str, error: &str) -> bool {
    name == "toc.html" && error == SURPLUS_ITEM_END
}

const SURPLUS_ITEM_END: &str = "No matching tag to close";

/// The parser's words in ours, for the faults that people make.
fn sentence(error: &str) -> String {
    // html5ever escapes the quotes of some names, and not of others.
    let error = error.replace("\\'", "'");
    let tag = error.split_once("Atom('").and_then(|rest| rest.1.split('\'').next());
    let open = error
        .strip_suffix(" at end of body")
        .and_then(|start| start.rsplit_once(':'))
        .map(|(_, name)| name);
    match (tag, open) {
        _ if error == SURPLUS_ITEM_END => {
            "the end tag of an item closes nothing that is open".into()
        }
        (_, Some(open)) => format!("`<{open}>` is never closed"),
        (Some(tag), _) if error.contains("kind: EndTag") => {
            format!("`</{tag}>` closes nothing that is open")
        }
        (Some(tag), _) if error.contains("kind: StartTag") => {
            format!("`<{tag}>` may not stand here")
        }
        (Some(tag), _) if error.contains("while closing") => {
            format!("`</{tag}>` closes while another element inside is open")
        }
        _ => format!("the markup is broken: {error}"),
    }
}
