//! A built page, parsed as a browser parses it, with the lines its elements stand on.

mod sink;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;

use self::sink::{Kind, Sink, Tree};

/// The page that repeats all others, for paper.
pub(crate) const PRINT: &str = "print.html";

/// Writes a page of the site with something more right after its charset, before
/// anything that loads.
pub(crate) fn write_first(
    site: &Path,
    name: &str,
    html: &str,
    more: &str,
) -> Result<()> {
    let lower = html.to_ascii_lowercase();
    let start = lower
        .find("<meta charset")
        .or_else(|| lower.find("<head"))
        .with_context(|| format!("{name} has no head"))?;
    let end = lower[start..]
        .find('>')
        .map(|close| start + close + 1)
        .with_context(|| format!("{name} has no head"))?;
    let (before, after) = html.split_at(end);
    fs::write(site.join(name), format!("{before}\n{more}{after}"))
        .with_context(|| format!("{name} cannot be written"))
}

/// A parsed page.
pub(crate) struct Page {
    tree: Tree,
}

/// An element of a page.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a> {
    tree: &'a Tree,
    at: usize,
}

impl Page {
    /// Parses a page as a browser without scripts, so that what stands in `noscript`
    /// is part of it.
    pub(crate) fn parse(html: &str) -> Self {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                exact_errors: true,
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        let tree = parse_document(Sink::default(), options).one(html);
        Self { tree }
    }

    /// Faults of the markup, each with its line.
    pub(crate) fn faults(&self) -> &[(u64, String)] {
        &self.tree.faults
    }

    /// All elements, in the order in which the parser met them.
    pub(crate) fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        let tree = &self.tree;
        (0..tree.nodes.len())
            .map(move |at| Element { tree, at })
            .filter(|element| matches!(element.kind(), Kind::Element { .. }))
    }
}

impl<'a> Element<'a> {
    /// The tag's name.
    pub(crate) fn name(self) -> &'a str {
        match self.kind() {
            Kind::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// The line of the page on which it opens.
    pub(crate) fn line(self) -> u64 {
        self.tree.nodes[self.at].line
    }

    /// The attributes with their values; a prefix such as `xlink` is left off.
    pub(crate) fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let attributes = match self.kind() {
            Kind::Element { attributes, .. } => attributes.as_slice(),
            _ => &[],
        };
        attributes.iter().map(|one| (&*one.name.local, &*one.value))
    }

    /// The value of an attribute.
    pub(crate) fn attribute(self, name: &str) -> Option<&'a str> {
        self.attributes().find(|one| one.0 == name).map(|one| one.1)
    }

    /// Whether it or an element around it is of a class.
    pub(crate) fn is_within(self, class: &str) -> bool {
        let of_class = |element: Element<'_>| {
            let classes = element.attribute("class").unwrap_or_default();
            classes.split_whitespace().any(|one| one == class)
        };
        let mut next = Some(self.at);
        while let Some(at) = next {
            if of_class(Element { tree: self.tree, at }) {
                return true;
            }
            next = self.tree.nodes[at].parent;
        }
        false
    }

    /// The text right inside it.
    pub(crate) fn text(self) -> String {
        let children = &self.tree.nodes[self.at].children;
        children.iter().filter_map(|&child| self.tree.nodes[child].text()).collect()
    }

    /// How many bytes it takes in the page, as mdBook writes it.
    pub(crate) fn size(self) -> usize {
        let inside = self.tree.nodes[self.at].children.iter().map(|&at| {
            let text = self.tree.nodes[at].text();
            text.map_or_else(|| Element { tree: self.tree, at }.size(), str::len)
        });
        let attributes =
            self.attributes().map(|(name, value)| name.len() + value.len() + 4);
        // `<name>` and `</name>` around it, ` name="value"` for each attribute.
        2 * self.name().len() + 5 + attributes.sum::<usize>() + inside.sum::<usize>()
    }

    fn kind(self) -> &'a Kind {
        &self.tree.nodes[self.at].kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_know_their_line_their_class_and_their_text() {
        let page = Page::parse(
            "<!DOCTYPE html>\n<title>t</title>\n<div class=\"wide figure\">\n\
             <svg viewBox=\"0 0 1 1\"><text>label</text></svg>\n</div>\n",
        );
        let find =
            |name: &str| page.elements().find(|one| one.name() == name).unwrap();
        assert_eq!((find("svg").line(), find("text").line()), (4, 4));
        assert!(
            find("text").is_within("figure") && !find("title").is_within("figure")
        );
        assert_eq!(find("text").text(), "label");
        assert_eq!(
            find("svg").size(),
            "<svg viewBox=\"0 0 1 1\"><text>label</text></svg>".len()
        );
        assert!(page.faults().is_empty(), "{:?}", page.faults());
    }

    #[test]
    fn what_stands_in_noscript_and_template_is_part_of_the_page() {
        let page = Page::parse(
            "<!DOCTYPE html><title>t</title><p><noscript><iframe src=\"a.html\">\
             </iframe></noscript></p><template><img alt=\"\" src=\"b.png\"></template>",
        );
        let sources: Vec<_> =
            page.elements().filter_map(|one| one.attribute("src")).collect();
        assert_eq!(sources, ["a.html", "b.png"]);
    }
}
