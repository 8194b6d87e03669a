//! Where a source is found, and who cites it.

use super::*;

/// An entry of sources.md: its anchor and its text without what is gathered here.
struct Source {
    key: String,
    text: String,
}

const LOOK_UP: &str = " [Look it up](";
const CITED: &str = " <span class=\"cited\">";

fn sources(page: &str) -> (String, Vec<Source>) {
    let mut head = String::new();
    let mut entries = Vec::new();
    for block in page.split("\n\n") {
        let block = block.trim_end();
        if let Some(rest) = block.strip_prefix("<a id=\"") {
            let key = rest.split_once('"').expect("an anchor").0.to_owned();
            let text = block.split(CITED).next().unwrap_or(block);
            let text = text.split(LOOK_UP).next().unwrap_or(text).to_owned();
            entries.push(Source { key, text });
        } else if !block.starts_with("<p class=\"letter") && !block.is_empty() {
            head += block;
            head += "\n\n";
        }
    }
    (head, entries)
}

/// The text with a link on every DOI.
fn with_dois(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("doi 10.") {
        let (before, doi) = rest.split_at(at);
        let end =
            doi[4..].find([' ', ',', ')', ';']).map_or(doi.len(), |end| end + 4);
        let bare = doi[4..end].trim_end_matches('.');
        let _ = write!(out, "{before}[doi {bare}](https://doi.org/{bare})");
        rest = &doi[4 + bare.len()..];
    }
    out + rest
}

/// A search for the title, where an entry names a printed one and has no address. A page
/// or a saying in quotation marks stands in no index of articles.
fn look_up(text: &str) -> Option<String> {
    if text.contains("](http") {
        return None;
    }
    let (_, told) = text.split_once("</a>")?;
    let (title, after) = told.split_once('"')?.1.split_once('"')?;
    let printed = [", *", ", in ", ", manuscript", ", conference", ". That"];
    if after.starts_with(", in which")
        || !printed.iter().any(|p| after.starts_with(p))
    {
        return None;
    }
    let mut query = String::new();
    for byte in title.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => query.push(byte.into()),
            b' ' => query.push('+'),
            _ => {
                let _ = write!(query, "%{byte:02X}");
            }
        }
    }
    Some(format!("{LOOK_UP}https://search.crossref.org/search/works?q={query})."))
}

#[test]
fn sources_link_out_stand_under_letters_and_say_where_they_are_cited() {
    let page = read("src/sources.md");
    let (head, entries) = sources(&page);
    let mut cited: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in
        chapters().into_iter().chain(["introduction".into(), "running".into()])
    {
        for key in links(&read(&format!("src/{name}.md")), "sources.md") {
            cited.entry(key.to_owned()).or_default().push(name.clone());
        }
    }
    let mut letters: Vec<char> = Vec::new();
    let mut body = String::new();
    for Source { key, text } in &entries {
        let initial = key.chars().next().expect("a key").to_ascii_uppercase();
        if letters.last() != Some(&initial) {
            assert!(
                letters.last().is_none_or(|&last| last < initial),
                "{key}: order"
            );
            letters.push(initial);
            let small = initial.to_ascii_lowercase();
            let _ = write!(
                body,
                "<p class=\"letter\" id=\"letter-{small}\">{initial}</p>\n\n"
            );
        }
        let text = if text.contains("](https://doi.org/") {
            text.clone()
        } else {
            with_dois(text)
        };
        body += &text;
        body += &look_up(&text).unwrap_or_default();
        if let Some(names) = cited.get(key) {
            let names = names.iter().map(|name| format!("[{name}]({name}.md)"));
            let names = names.collect::<Vec<_>>().join(", ");
            let _ = write!(body, "{CITED}Cited in {names}.</span>");
        }
        body += "\n\n";
    }
    let index = letters.iter().map(|letter| {
        format!("<a href=\"#letter-{}\">{letter}</a>", letter.to_ascii_lowercase())
    });
    let index = index.collect::<Vec<_>>().join(" ");
    let body = body.trim_end();
    let wanted = format!("{head}<p class=\"letters\">{index}</p>\n\n{body}\n");
    hold("src/sources.md", &wanted);
}
