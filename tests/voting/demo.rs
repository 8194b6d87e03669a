//! The demo: bodies that readers bring.

use super::*;

/// The demo on a file of these lines, as JSON; what it says where it refuses.
fn demo_on(name: &str, lines: &str) -> Result<Value, String> {
    let path = format!("{}/{name}.toml", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, lines).unwrap();
    let output = told(&["voting", "--", "--json", "--file", &path])?;
    let mut told: Value = serde_json::from_str(&output).unwrap();
    Ok(told["results"][0].take())
}

/// Three members with these shares.
fn shares(rule: &str, shares: [&str; 3]) -> String {
    let member = |(name, share): (usize, &str)| {
        format!("[[member]]\nname = \"M{name}\"\nshare = {share}\n")
    };
    let members: String = shares.into_iter().enumerate().map(member).collect();
    format!("name = \"Shares\"\nrule = {rule}\n{members}")
}

#[test]
fn the_demo_takes_shares_with_decimals_exactly() {
    let rule = r#"{ sum = "share", quota = 0.3 }"#;
    // In floats 0.1 + 0.2 is not 0.3 but more, and 0.7 + 0.1 less than 0.8.
    let decimals = demo_on("voting-a", &shares(rule, ["0.1", "0.20", "0"])).unwrap();
    let whole = rule.replace("0.3", "3");
    let whole = demo_on("voting-b", &shares(&whole, ["1", "2", "0"])).unwrap();
    for key in ["power_to_act", "mean_wait", "members"] {
        assert_eq!(decimals[key], whole[key]);
    }
    assert_eq!(decimals["power_to_act"]["exact"], "1/4");
    let rule = r#"{ sum = "share", quota = 0.8 }"#;
    let body = demo_on("voting-c", &shares(rule, ["0.7", "0.1", "0.05"])).unwrap();
    assert_eq!(body["power_to_act"]["exact"], "1/4");
    // A share of the sum: three fifths of 10 are the 6 of two members.
    let rule = r#"{ sum = "share", percent = 60 }"#;
    let body = demo_on("voting-d", &shares(rule, ["2.5", "3.5", "4"])).unwrap();
    assert_eq!(body["power_to_act"]["exact"], "1/2");
    for (bad, told) in [
        ("-2.5", "expected a number of 0 or more"),
        ("nan", "expected a number of 0 or more"),
        ("0.00000000000000000001", "expected numbers below 2^64"),
    ] {
        let error = demo_on("voting-e", &shares(rule, ["2.5", "3.5", bad]));
        let error = error.unwrap_err();
        assert!(error.contains(told), "{error}");
    }
}

/// A body of so many members with one vote each.
fn heads(members: usize, rule: &str) -> String {
    let member = |k| format!("[[member]]\nname = \"m{k}\"\nvotes = 1\n");
    let members: String = (1..=members).map(member).collect();
    format!("name = \"Heads\"\nrule = {rule}\n{members}")
}

#[test]
fn more_than_half_and_two_thirds_are_said_exactly() {
    for (members, rule, quota, act) in [
        (10, r#"{ sum = "votes", percent = 50 }"#, "5", "319/512"),
        (10, r#"{ sum = "votes", share = ">1/2" }"#, "6", "193/512"),
        (10, r#"{ share = ">50%" }"#, "6", "193/512"),
        (10, r#"{ sum = "votes", percent = 50.01 }"#, "6", "193/512"),
        // Six of nine, and not the 5.94 of 66% nor the 6.03 of 67%.
        (9, r#"{ share = "2/3" }"#, "6", "65/256"),
    ] {
        let told = demo_on("voting-f", &heads(members, rule)).unwrap();
        assert_eq!(told["quotas"][0]["quota"], quota, "{rule}");
        assert_eq!(told["power_to_act"]["exact"], act, "{rule}");
    }
    for bad in
        [r#"{ share = "3/2" }"#, r#"{ share = ">1" }"#, r#"{ share = "half" }"#]
    {
        let error = demo_on("voting-g", &heads(3, bad)).unwrap_err();
        assert!(error.contains(".toml:2: expected a share of the votes"), "{error}");
    }
    let both = r#"{ sum = "votes", quota = 2, share = "2/3" }"#;
    let error = demo_on("voting-h", &heads(3, both)).unwrap_err();
    assert!(
        error.contains("exactly one of quota, percent, share and cast"),
        "{error}"
    );
}

/// Ten members, two thirds of those who say yes or no: 3^10 ways by brute force.
#[test]
fn present_and_voting_is_said_by_heads_and_by_weights() {
    let told = demo_on("voting-i", &heads(10, r#"{ cast = "2/3" }"#)).unwrap();
    let value = |key: &str| told[key]["value"].as_f64().unwrap();
    close(value("power_to_act"), 0.242_815, 3e-6);
    close(told["members"][3]["banzhaf"]["value"].as_f64().unwrap(), 0.238_886, 3e-6);
    let weights = [3, 2, 2, 1];
    for (text, threshold) in
        [(">1/2", Threshold::MAJORITY), ("2/3", Threshold::TWO_THIRDS)]
    {
        let (mut carried, mut swings) = (0_u32, [0_u32; 4]);
        for way in 0..81_u32 {
            let ballots: Vec<u32> = (0..4).map(|k| way / 3_u32.pow(k) % 3).collect();
            let passes = |ballots: &[u32]| {
                let of = |kind| -> u32 {
                    let cast = ballots.iter().zip(weights);
                    cast.filter(|(ballot, _)| **ballot == kind).map(|(_, w)| w).sum()
                };
                let (yes, no) = (of(2), of(0));
                if text == "2/3" {
                    yes > 0 && 3 * yes >= 2 * (yes + no)
                } else {
                    yes > no
                }
            };
            carried += u32::from(passes(&ballots));
            for member in 0..4 {
                let with = |ballot| {
                    let mut other = ballots.clone();
                    other[member] = ballot;
                    other
                };
                let turns =
                    ballots[member] == 2 && passes(&with(2)) && !passes(&with(0));
                swings[member] += u32::from(turns);
            }
        }
        let rule = BallotRule::OfCast {
            threshold,
            weights: weights.map(u64::from).to_vec(),
        };
        let names = (1..=4).map(|k| k.to_string()).collect();
        let power =
            Assembly::new(names, rule).unwrap().power(Choices::Three).unwrap();
        assert_eq!(power.power_to_act(), &ratio(carried.into(), 81), "{text}");
        assert_eq!(
            power.banzhaf(),
            swings.map(|count| ratio(count.into(), 27)),
            "{text}"
        );
    }
    let rule = r#"{ sum = "share", cast = ">1/2" }"#;
    let told = demo_on("voting-j", &shares(rule, ["2.5", "1.5", "0"])).unwrap();
    // Whoever has 2.5 decides; else the one with 1.5 does, of nine ways of the two.
    assert_eq!(told["power_to_act"]["exact"], "4/9");
}

#[test]
fn a_slip_in_a_column_is_seen_in_its_total() {
    let rule = r#"{ all = [{ sum = "share", quota = 6 }, { members = 2 }] }"#;
    let told = demo_on("voting-k", &shares(rule, ["5", "4.25", "0.75"])).unwrap();
    let quota = |k: usize, key: &str| told["quotas"][k][key].clone();
    assert_eq!((quota(0, "quota"), quota(0, "total")), ("6".into(), "10".into()));
    assert_eq!((quota(1, "of"), quota(1, "total")), ("members".into(), "3".into()));
}

#[test]
fn every_run_says_the_sum_the_quota_and_its_part() {
    let said = |body| told(&["voting", "--", "--body", body, "--index", "banzhaf"]);
    let fund = said("imf").unwrap();
    assert!(
        fund.contains("quota of 2519966 of 5039930 in weight, 50.0%."),
        "{fund}"
    );
    let council = said("eu-lisbon").unwrap();
    assert!(council.contains("A quota of 15 of 27 members, 55.6%."), "{council}");
    let cast = demo_on("voting-l", &heads(10, r#"{ cast = "2/3" }"#)).unwrap();
    assert_eq!(cast["quotas"][0]["total"], "10");
}

/// Runs the demo on a file beside the tests with options of its own.
fn demo_with(name: &str, text: &str, options: &[&str]) -> Result<String, String> {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, text).unwrap();
    told(&[&["voting", "--", "--file", &path], options].concat())
}

#[test]
fn a_table_of_names_and_votes_is_a_body_with_a_quota_from_the_command_line() {
    let table = "state,votes\nCalifornia,55\n\"Maine, the\",4\nWyoming,3\n";
    let told = demo_with("electors.csv", table, &["--share", ">1/2"]).unwrap();
    assert!(told.contains("A quota of 32 of 62 votes, 51.6%."), "{told}");
    assert!(told.contains("decides alone"), "{told}");
    let told = demo_with("electors.csv", table, &["--quota", "59"]).unwrap();
    assert!(told.contains("Maine, the"), "{told}");
    let error = demo_with("electors.csv", table, &[]).unwrap_err();
    assert!(error.contains("either --quota or --share beside a table"), "{error}");
    let error = demo_with("electors.csv", "a,b\nX,1\nX,2\n", &["--quota", "2"]);
    assert!(error.unwrap_err().contains("expected a new name"));
    let council = heads(3, "{ members = 2 }");
    let error = demo_with("council.toml", &council, &["--quota", "2"]).unwrap_err();
    assert!(error.contains("has its own rule"), "{error}");
}

#[test]
fn names_with_commas_can_be_named_and_a_second_bloc_is_refused() {
    let member = |name: &str, votes| {
        format!("[[member]]\nname = \"{name}\"\nvotes = {votes}\n")
    };
    let (korea, iran, egypt) = (
        "Korea, Republic of",
        "Iran, Islamic Republic of",
        "Egypt, Arab Republic of",
    );
    let body = format!(
        "name = \"Fund\"\nrule = {{ sum = \"votes\", quota = 4 }}\n{}{}{}",
        member(korea, 3),
        member(iran, 2),
        member(egypt, 1)
    );
    let bloc = format!("{korea},{egypt}");
    let told = demo_with("names.toml", &body, &["--bloc", &bloc]).unwrap();
    assert!(told.contains("sum -> bloc          100.00% -> 100.00%"), "{told}");
    let ties = format!("{korea}:{egypt},{egypt}:{iran}");
    let told = demo_with("names.toml", &body, &["--ties", &ties]).unwrap();
    assert!(told.contains("Myerson"), "{told}");
    let error = demo_with("names.toml", &body, &["--bloc", "Korea, Kingdom of"]);
    let error = error.unwrap_err();
    assert!(
        error.contains("expected a member of the body, found \"Korea\""),
        "{error}"
    );
    let two = ["--bloc", korea, "--bloc", egypt];
    let error = demo_with("names.toml", &body, &two).unwrap_err();
    assert!(error.contains("cannot be used multiple times"), "{error}");
}

#[test]
fn an_index_is_told_where_it_can_be_and_refused_where_it_would_be_ignored() {
    let ten = heads(10, r#"{ cast = "2/3" }"#);
    let told = demo_with("cast.toml", &ten, &["--index", "shapley-shubik"]).unwrap();
    assert!(told.contains("1/10 = 10.00%"), "{told}");
    let error = demo_with("cast.toml", &ten, &["--index", "prevent"]).unwrap_err();
    assert!(error.contains("where members may abstain"), "{error}");
    let error = demo_with("cast.toml", &ten, &["--bloc", "m1,m2"]).unwrap_err();
    assert!(error.contains("found one with abstention"), "{error}");
    let listed =
        common::demo(&["voting", "--", "--body", "list", "--index", "banzhaf"]);
    assert!(!listed.status.success());
}

#[test]
fn weights_too_many_to_count_with_abstention_are_drawn_with_a_stated_error() {
    let member =
        |k: u32| format!("[[member]]\nname = \"m{k}\"\nvotes = {}\n", 1 << k);
    let members: String = (0..14).map(member).collect();
    let rule = r#"{ sum = "votes", cast = ">1/2" }"#;
    let body = format!("name = \"Unlike\"\nrule = {rule}\n{members}");
    let told = demo_on("voting-m", &body).unwrap();
    let within = told["sampled"]["within"].as_f64().unwrap();
    // Yes and no weigh alike in no way but when all abstain: half of the others pass.
    let act = told["power_to_act"]["value"].as_f64().unwrap();
    assert!((act - 0.5).abs() < within && within < 0.005, "{act}, {within}");
}

/// Two agree for a bloc of two, so it has the swings of both. Its pivots and theirs by
/// another program, which adds up the chances of every sum of the others' votes.
#[test]
fn a_bloc_in_a_body_as_large_as_the_fund_is_told_with_its_error() {
    let path = format!("{}/fund.csv", env!("CARGO_TARGET_TMPDIR"));
    let fund = bodies::imf_ordinary();
    let rows = fund.members().iter().zip(fund::imf_thousands());
    let rows: Vec<String> =
        rows.map(|(name, votes)| format!("\n\"{name}\",{votes}")).collect();
    std::fs::write(&path, "member,votes".to_owned() + &rows.concat()).unwrap();
    let whole = ["--body", "imf", "--index", "banzhaf"];
    let thousands = ["--file", &path, "--share", ">1/2"];
    for (body, keys, sum, bloc) in [
        (whole, ["sum_alone", "banzhaf"], 0.921_092_351_219, 0.921_092_351_219),
        (thousands, ["sum_alone", "banzhaf"], 0.921_024_812_666, 0.921_024_812_666),
        (
            thousands,
            ["shapley_alone", "shapley_shubik"],
            0.252_839_747_017,
            0.283_797_838_313,
        ),
    ] {
        let bloc_of = ["--json", "--bloc", "United States,Japan"];
        let output =
            told(&[&["voting", "--"], &body[..], &bloc_of].concat()).unwrap();
        let told: Value = serde_json::from_str(&output).unwrap();
        let told = &told["results"][1];
        close(told[keys[0]]["value"].as_f64().unwrap(), sum, 1e-11);
        close(told[keys[1]]["value"].as_f64().unwrap(), bloc, 1e-11);
        assert_eq!(
            (&told["within"], &told["expedient"]),
            (&1e-12.into(), &false.into())
        );
    }
}
