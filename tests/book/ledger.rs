use super::*;

/// The ids of the claims, per document. A claim may be sharpened, never lost.
const CLAIMS: &str = "A1 A2 A2b A3a A3b A3c A4a A4b A4c A5 A5b A6 A6b \
    B0a B0b B0c B0d B0e B0f B0g B1a B1b B1c B1d B1e B1f B2a B2b B2c B2d B2e B2f \
    B3a B3b B3c B3d B3e B3f B3g B3h B3i B4a B4b B4c B4d \
    B5a B5b B5c B5d B5e B5f B5g B5h B5i B5k B5l B6 \
    C1 C2 C2b C3 C3b C3c C4 C5 C5b C6 C6b C7";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    claim: Vec<Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    id: String,
    says: String,
    chapters: Vec<String>,
    verdict: Option<String>,
    #[serde(default)]
    part: Vec<Part>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    chapter: String,
    holds: String,
    fails: String,
}

impl Claim {
    fn status(&self) -> &'static str {
        let told =
            |chapter: &String| self.part.iter().any(|p| p.chapter == *chapter);
        match self.chapters.iter().filter(|c| told(c)).count() {
            0 => "to come",
            all if all == self.chapters.len() => "carried",
            _ => "in part",
        }
    }
}

static LEDGER: LazyLock<Ledger> = LazyLock::new(|| {
    toml::from_str(&read("book/claims.toml")).expect("book/claims.toml is a ledger")
});

#[test]
fn no_claim_is_lost() {
    let listed: Vec<&str> =
        LEDGER.claim.iter().map(|claim| claim.id.as_str()).collect();
    let expected: Vec<&str> = CLAIMS.split_whitespace().collect();
    assert_eq!(listed, expected);
    for claim in &LEDGER.claim {
        assert!(!claim.chapters.is_empty(), "{} belongs nowhere", claim.id);
        for chapter in &claim.chapters {
            let known = WORDS.contains(&chapter.as_str());
            assert!(known, "{}: {chapter} is no chapter", claim.id);
        }
    }
}

/// All rooms of a check as one text.
fn rooms(check: &str) -> String {
    let rooms = stems(check, "rs");
    assert!(rooms.contains("main"), "{check}: no main.rs");
    rooms.iter().map(|room| read(format!("{check}/{room}.rs"))).collect()
}

#[test]
fn every_part_is_told_in_its_chapter_and_pinned_from_both_sides() {
    let mut checks: BTreeMap<&str, String> = BTreeMap::new();
    for claim in &LEDGER.claim {
        let id = claim.id.to_lowercase();
        assert_eq!(claim.verdict.is_some(), !claim.part.is_empty(), "{id}: verdict");
        for part in &claim.part {
            let chapter = part.chapter.as_str();
            assert!(
                claim.chapters.contains(&part.chapter),
                "{id}: not for {chapter}"
            );
            assert!(CHAPTERS.contains(chapter), "{id}: no chapter {chapter}");
            let page = read(format!("book/src/{chapter}.md"));
            let told = page.contains(&format!("ledger.html#{id}\""))
                || page.contains(&format!("ledger.md#{id})"));
            assert!(told, "{chapter} does not link to {id} in the ledger");
            assert_ne!(
                part.holds, part.fails,
                "{id}: one test cannot pin both sides"
            );
            let check = checks
                .entry(chapter)
                .or_insert_with(|| rooms(&format!("tests/{chapter}")));
            for test in [&part.holds, &part.fails] {
                assert!(
                    test.starts_with(&format!("{id}_")),
                    "{test} is not named after {id}"
                );
                assert!(
                    runs(check, test),
                    "tests/{chapter}: no test {test} that runs"
                );
            }
        }
    }
    // The last one asks the others.
    for word in CHAPTERS.iter().filter(|word| *word != "briefing") {
        let carries =
            LEDGER.claim.iter().any(|c| c.part.iter().any(|p| p.chapter == *word));
        assert!(carries, "{word} carries no claim");
    }
}

/// Whether a test of this name is there and is not ignored.
fn runs(check: &str, test: &str) -> bool {
    let Some(at) = check.find(&format!("fn {test}(")) else { return false };
    let before = &check[..at];
    let attributes = before.rsplit("\n\n").next().unwrap_or(before);
    attributes.contains("#[test]") && !attributes.contains("#[ignore")
}

#[test]
fn a_missing_or_ignored_test_does_not_count() {
    let check = "#[test]\nfn a() {}\n\n#[test]\n#[ignore = \"slow\"]\nfn b() {}\n\nfn c() {}\n";
    assert!(runs(check, "a"));
    assert!(!runs(check, "b") && !runs(check, "c") && !runs(check, "d"));
}

#[test]
fn the_ledger_page_shows_the_ledger() {
    let page = ledger_page();
    let path = common::home().join("book/src/ledger.md");
    if blessing() {
        fs::write(&path, &page).expect("the ledger page can be written");
    }
    let shown = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shown == page,
        "ledger.md is not what claims.toml says; BLESS=1 redraws it"
    );
}

/// Where a claim can stand, what is done first.
const STATUSES: [&str; 3] = ["carried", "in part", "to come"];

fn ledger_page() -> String {
    let mut page = format!(
        "# The ledger of claims\n\n\
        Three documents make {} claims about diplomacy. This page keeps the account: \
        {}. A claim is carried when a chapter tells it, a model decides it, and two \
        tests pin it: one where it holds and one where it fails. The words are ours. \
        So is the verdict, which comes first here, and the tests are there to be \
        argued with: `cargo test --test CHAPTER NAME` runs the one you doubt. The \
        documents are pages without an author's name, of the kind that a search for \
        diplomacy brings up. They say what is commonly believed, and that is why it is \
        worth a test.\n",
        LEDGER.claim.len(),
        standing(|_| true),
    );
    glance(&mut page);
    let documents = [
        (
            'A',
            "Alliances",
            "A question and an answer on what diplomatic relations do for alliances.",
        ),
        (
            'B',
            "Diplomacy",
            "A long article: what diplomacy is, how it is done and what for.",
        ),
        ('C', "Relations", "An essay on why diplomatic relations matter."),
    ];
    for (letter, title, says) in documents {
        let state = standing(|claim| claim.id.starts_with(letter));
        let _ = write!(
            page,
            "\n## {title}\n\nDocument {letter}. {says} Of its claims {state}.\n"
        );
        // What is carried comes first; a claim keeps its place among its like.
        for status in STATUSES {
            let of_document =
                |c: &&Claim| c.id.starts_with(letter) && c.status() == status;
            for claim in LEDGER.claim.iter().filter(of_document) {
                entry(&mut page, claim);
            }
        }
    }
    page
}

/// How many of these claims stand where, leaving out where none does.
fn standing(of: impl Fn(&Claim) -> bool) -> String {
    let told = STATUSES.iter().filter_map(|status| {
        let count =
            LEDGER.claim.iter().filter(|c| of(c) && c.status() == *status).count();
        (count > 0).then(|| format!("{count} are {status}"))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The claims by part of the book and by chapter, as plain links.
fn glance(page: &mut String) {
    *page += "\n## At a glance\n\n| Part | Claims | Chapter by chapter |\n|---|---|---|\n";
    let summary = read("book/src/SUMMARY.md");
    let parts =
        summary.split("\n# ").skip(1).filter_map(|part| part.split_once('\n'));
    for (title, list) in parts {
        let words: Vec<&str> = list
            .split("](")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once(".md)")?.0))
            .filter(|word| !FRAME.contains(word))
            .collect();
        let in_chapter =
            |claim: &Claim, word: &str| claim.chapters.iter().any(|c| c == word);
        let state =
            standing(|claim| words.iter().any(|word| in_chapter(claim, word)));
        let chapters = words.iter().map(|&word| {
            let claims = LEDGER.claim.iter().filter(|claim| in_chapter(claim, word));
            let links =
                claims.map(|c| format!("[{}](#{})", c.id, c.id.to_lowercase()));
            let links = links.collect::<Vec<_>>().join(" ");
            let links = if links.is_empty() { "all of them".into() } else { links };
            format!("[{word}]({word}.md): {links}")
        });
        let chapters = chapters.collect::<Vec<_>>().join("<br>");
        let state =
            if state.is_empty() { "none are its own".to_owned() } else { state };
        let _ = writeln!(page, "| {title} | {state} | {chapters} |");
    }
    *page += "\nA claim that two chapters carry counts in both parts.\n";
}

fn entry(page: &mut String, claim: &Claim) {
    let id = claim.id.to_lowercase();
    let status = claim.status();
    let class = status.replace(' ', "-");
    let _ = write!(
        page,
        "\n<div class=\"entry {class}\" id=\"{id}\">\n\n\
        <span class=\"id\">{}</span> {} <span class=\"status\">{status}</span>\n\n\
        *The claim:* {}\n",
        claim.id,
        claim.verdict.as_deref().unwrap_or("No verdict yet."),
        claim.says,
    );
    for part in &claim.part {
        let Part { chapter, holds, fails } = part;
        let _ = write!(
            page,
            "\n<span class=\"part\">[{chapter}]({chapter}.md) holds: `{holds}` fails: `{fails}`</span>\n",
        );
    }
    let missing: Vec<&str> = claim
        .chapters
        .iter()
        .filter(|c| claim.part.iter().all(|p| p.chapter != **c))
        .map(String::as_str)
        .collect();
    if !missing.is_empty() {
        let _ = write!(
            page,
            "\n<span class=\"part\">To come in: {}.</span>\n",
            missing.join(", ")
        );
    }
    page.push_str("\n</div>\n");
}
