//! What demos tell a machine, and how they refuse.

use super::*;

#[test]
fn every_demo_tells_json_and_refuses_nonsense_in_one_line() {
    for word in &*CHAPTERS {
        let output = demo(&[word, "--", "--json"]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{word}: {e}"));
        assert_eq!(told["demo"], word.as_str());
        assert!(told["given"].is_object(), "{word}: given");
        assert!(
            told["results"].as_array().is_some_and(|r| !r.is_empty()),
            "{word}: results"
        );

        for nonsense in [&["--no-such-option"][..], &["--file", "no/such/file.toml"]]
        {
            let mut call = vec![word.as_str(), "--"];
            call.extend(nonsense);
            let output = demo(&call);
            let told = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{word} {nonsense:?}: {told}");
            assert!(output.stdout.is_empty(), "{word} {nonsense:?}");
            assert_eq!(
                told.trim_end().lines().count(),
                1,
                "{word} {nonsense:?}: {told}"
            );
        }
    }
}

/// The one line of bounded length in which a demo refuses.
fn refusal(call: &[&str]) -> String {
    let output = demo(call);
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    let start: String = told.chars().take(2000).collect();
    let word = call[0];
    assert_eq!(output.status.code(), Some(2), "{word}: {start}");
    assert!(output.stdout.is_empty(), "{word}");
    let line = told.strip_suffix('\n').expect("a whole line");
    assert!(line.starts_with("error: "), "{word}: {start}");
    assert!(!line.contains(char::is_control), "{word}: {start:?}");
    assert!(line.chars().count() <= 1010, "{word}: {start}");
    told
}

#[test]
fn every_demo_refuses_an_argument_of_any_length_and_shape_in_one_short_line() {
    let long = "x".repeat(80_000);
    let broken = "a\n\nb\rc\u{1b}[31m\u{2028}d";
    for word in &*CHAPTERS {
        refusal(&[word, "--", &format!("--{long}")]);
        refusal(&[word, "--", "--file", broken]);
    }
    // What was expected is told all the same.
    for (word, option, expected) in [
        ("immunity", "--measure", "arrest"),
        ("signals", "--strategies", "tit-for-tat"),
        ("gains", "--own", "number"),
        ("alignment", "--system", "courts"),
    ] {
        for bad in [&long, broken] {
            let told = refusal(&[word, "--", option, bad]);
            assert!(told.contains(option), "{word}: {told}");
            assert!(told.contains(expected), "{word}: {told}");
        }
    }
    refusal(&["voting", "--", "--body", &long]);
    refusal(&["voting", "--", "--body", broken]);
}

#[test]
fn every_demo_refuses_a_file_whose_names_hold_line_breaks_in_one_short_line() {
    let folder =
        std::env::temp_dir().join(format!("demarche-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for a while");
    let long = "x".repeat(80_000);
    for name in [r"a\nb\r\nc\u001b[31m", &long] {
        for (word, text) in [
            (
                "alignment",
                format!("title = \"t\"\nstates = [\"{name}\", \"{name}\"]\n"),
            ),
            (
                "gains",
                format!(
                    "[[deal]]\nname = \"{name}\"\nown = 1\nother = \"{name}\"\n"
                ),
            ),
            (
                "signals",
                format!(
                    "rounds = 5\nrepetitions = 5\n[[entrant]]\n\
                    name = \"{name}\"\nstrategy = \"{name}\"\n"
                ),
            ),
            (
                "voting",
                format!(
                    "members = [\"{name}\", \"{name}\"]\n\
                    [rule.weighted]\nquota = 2\nweights = [1, 1]\n"
                ),
            ),
        ] {
            let path = folder.join(format!("{word}.toml"));
            fs::write(&path, text).expect("a writable file");
            refusal(&[word, "--", "--file", path.to_str().unwrap()]);
        }
        let name = name.replace(r"\n", "\n").replace(r"\r", "\r");
        let table = format!(
            "id,title,outcome,engine,engine_args\n\"{name}\",t,\"{name}\",case,\"{name}\"\n"
        );
        let path = folder.join("immunity.csv");
        fs::write(&path, table).expect("a writable file");
        refusal(&["immunity", "--", "--file", path.to_str().unwrap()]);
    }
    fs::remove_dir_all(&folder).expect("the folder is ours");
}

/// Found by readers: what was asked beside a file was dropped without a word.
#[test]
fn options_that_a_file_would_pass_over_are_refused_beside_it() {
    for (word, file, option) in [
        ("signals", "examples/data/signals.toml", &["--rounds", "50"][..]),
        ("signals", "examples/data/signals.toml", &["--error", "0.05"]),
        ("immunity", "examples/data/immunity.csv", &["--measure", "arrest"]),
        ("immunity", "examples/data/immunity.csv", &["--waiver", "A"]),
        ("gains", "examples/data/deals.toml", &["--weight", "0.1"]),
        (
            "alignment",
            "examples/data/alignment-courts.toml",
            &["--system", "poles-3"],
        ),
        ("voting", "examples/data/council.toml", &["--body", "imf"]),
    ] {
        let mut call = vec![word, "--", "--file", file];
        call.extend(option);
        let told = refusal(&call);
        assert!(told.contains("cannot be used with"), "{call:?}: {told}");
    }
    let call = ["signals", "--", "--strategies", "generous", "--generosity", "0.9"];
    assert!(refusal(&call).contains("cannot be used with"));
}

#[test]
fn a_file_of_the_wrong_kind_is_met_with_the_kind_that_is_wanted() {
    let file = |name: &str, text: &str| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, text).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    };
    let files = [
        file("kind.csv", "Country,GB,France\nGB,1,-1\n"),
        file("kind.toml", "[nonsense]\nx = 1\n"),
        file("kind.txt", "a line of prose, and no more\n"),
    ];
    for word in &*CHAPTERS {
        for (kind, path) in ["table", "toml", "text"].iter().zip(&files) {
            let needed = match word.as_str() {
                "alliances" => &["--year", "1914", "--pair", "255,365"][..],
                "crisis" => &["--from", "Liberia"],
                "voting" if *kind == "table" => &["--share", "2/3"],
                _ => &[],
            };
            let call = [&[word, "--", "--file", path], needed].concat();
            let told = refusal(&call);
            let example = told.split("examples/data/").nth(1).unwrap_or_default();
            let example = example.split([' ', ',', '\n']).next().unwrap_or_default();
            let is_there =
                common::home().join("examples/data").join(example).is_file();
            assert!(!example.is_empty() && is_there, "{word} {path}: {told}");
        }
    }
}

#[test]
fn a_table_of_ties_is_read_as_a_list_and_as_a_matrix() {
    let told = |text: &str| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ties.csv");
        fs::write(&path, text).expect("a file");
        let output =
            demo(&["alignment", "--", "--file", path.to_str().expect("UTF-8")]);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (text(output.stdout), text(output.stderr))
    };
    let list = "a,b,sign\nBern,Oslo,rival\nOslo,Rome,-1\nBern,Rome,friend\n";
    let matrix = ",Bern,Oslo,Rome\nBern,0,-1,1\nOslo,-1,0,-1\nRome,1,-1,0\n";
    let (listed, squared) = (told(list).0, told(matrix).0);
    assert!(
        listed.contains("3 states, 3 ties; closed triads 1, unbalanced 0"),
        "{listed}"
    );
    assert_eq!(listed, squared);
    for (text, expected) in [
        (
            "a,b,sign\nBern,Oslo,x\n",
            "row 1: expected a number, friend or rival, found \"x\"",
        ),
        (
            ",Bern,Oslo\nBern,0,1\nOslo,-1,0\n",
            "the same between Bern and Oslo both ways",
        ),
        (
            "a,b,sign\nBern,Oslo,1\nBern,Oslo,1\n",
            "one tie between Bern and Oslo, found two",
        ),
    ] {
        let (none, refused) = told(text);
        assert!(none.is_empty() && refused.contains(expected), "{refused}");
    }
}

#[test]
fn a_table_of_votes_is_read_as_spreadsheets_write_it() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("votes.csv");
    let told = |text: &str| {
        fs::write(&path, text).expect("a file");
        let file = path.to_str().expect("UTF-8");
        let output = demo(&["voting", "--", "--file", file, "--share", ">1/2"]);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (text(output.stdout), text(output.stderr))
    };
    let plain = told("name,votes\nA,3.5\nB,2.5\nC,1\n").0;
    assert!(plain.contains("A quota of 3.6 of 7 votes"), "{plain}");
    for other in [
        "\u{feff}name;votes\nA;3,5\nB;2,5\nC;1\n",
        "name\tvotes\nA\t3.5\nB\t2,5\nC\t1\n",
        "# a comment; with; marks\nname,votes\nA,\"3,5\"\nB,2.5\nC,1\n",
    ] {
        assert_eq!(told(other).0, plain, "{other}");
    }
    for (text, expected) in [
        ("name,votes\nA,3\nTotal,3\n", "members alone, found a row \"Total\""),
        ("name,votes\nA,\"1,234\"\n", "without marks between thousands"),
        ("name,votes\nA,many\n", "expected votes for A, found \"many\""),
    ] {
        let (none, refused) = told(text);
        assert!(none.is_empty() && refused.contains(expected), "{refused}");
    }
}

#[test]
fn every_table_may_have_decimal_commas_and_no_row_of_totals() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("commas_of_numbers.csv");
    let run = |word: &str, text: &str| {
        fs::write(&path, text).expect("a file");
        demo(&[word, "--", "--file", path.to_str().expect("UTF-8")])
    };
    for (word, header, rows) in [
        ("climate", "country;benefit;cost", ["A;4,5;1", "B;2;1", "C;1;2,25"]),
        ("alignment", "a;b;sign", ["A;B;0,5", "B;C;-1,25", "A;C;1"]),
    ] {
        let table = format!("{header}\n{}\n", rows.join("\n"));
        let pointed = table.replace(',', ".").replace(';', ",");
        let (told, same) = (run(word, &table), run(word, &pointed));
        assert_eq!(told.stdout, same.stdout, "{word}");
        let fault = String::from_utf8_lossy(&told.stderr);
        assert!(told.status.success(), "{word}: {fault}");
        let more = ";4".repeat(header.split(';').count() - 1);
        let totals = format!("{table}Total{more}\n");
        let told = run(word, &totals);
        let fault = String::from_utf8_lossy(&told.stderr);
        assert!(fault.contains(":5: expected members alone"), "{word}: {fault}");
    }
}

#[test]
fn a_name_with_a_comma_can_be_named_in_every_list_of_names() {
    let names = ["Korea, Republic of", "Iran, Islamic Republic of", "Bern"];
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("commas.csv");
    let [korea, iran, bern] = names;
    let text = format!(
        "a,b,sign\n\"{korea}\",\"{iran}\",1\n\"{iran}\",{bern},-1\n{bern},\"{korea}\",-1\n"
    );
    fs::write(&path, text).expect("a file");
    let path = path.to_str().expect("UTF-8");
    for option in ["--pledge", "--pin"] {
        let apart = [option, korea, option, iran];
        let call = [&["alignment", "--", "--file", path], &apart[..]].concat();
        let told = String::from_utf8(demo(&call).stdout).expect("UTF-8");
        assert!(told.contains(korea) && told.contains(iran), "{option}: {told}");
        let one = format!("{korea},{iran}");
        let told = refusal(&["alignment", "--", "--file", path, option, &one]);
        assert!(told.contains("the option once for each"), "{told}");
    }
    let apart = ["--between", iran, "--between", korea];
    let told = demo(&[&["treaties", "--"], &apart[..]].concat()).stdout;
    assert!(String::from_utf8_lossy(&told).contains(iran));
    let three = ["--between", "France", "--between", "Peru", "--between", "Chad"];
    refusal(&[&["treaties", "--"], &three[..]].concat());
}
