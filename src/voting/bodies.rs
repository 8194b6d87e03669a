//! The decision rules of real bodies, as their treaties have them.
//!
//! Each function builds one body; [`CATALOGUE`] lists them by name. Sources are
//! given by key with each; figures that we could not check are called *recalled*.

mod facts;
mod practised;

use core::fmt::Debug;

use self::facts::{Column, FUND, NICE, PEOPLE, VOTES, column};
use super::error::VotingError;
use super::rule::{Body, Rule, Weighted};

pub use practised::{
    consensus, general_assembly_ordinary, general_assembly_present_and_voting,
    security_council_1945_as_practised, security_council_as_practised,
    two_thirds_of_members, world_health_assembly_present_and_voting,
};

/// A body of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its short name, as on a command line.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// The rule in words.
    pub rule: &'static str,
    /// The key of its source, or `recalled`.
    pub source: &'static str,
    /// Builds it.
    pub body: fn() -> Body,
}

/// The body of this name in the catalogue.
///
/// ```
/// use demarche::voting::bodies;
/// let council = bodies::named("security-council").map(|entry| (entry.body)());
/// assert_eq!(council.map(|body| body.len()), Some(15));
/// ```
pub fn named(name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.name == name)
}

macro_rules! catalogue {
    ($($name:literal $title:literal $rule:literal $source:literal $body:expr;)*) => {
        /// Every body that the chapter knows, by name.
        pub const CATALOGUE: &[Entry] = &[$(Entry {
            name: $name, title: $title, rule: $rule, source: $source, body: $body,
        }),*];
    };
}

catalogue! {
    "security-council" "UN Security Council since 31 August 1965"
        "9 of 15, the five permanent members among them" "UN-Charter-27"
        security_council;
    "security-council-1945" "UN Security Council, 1945 to 1965"
        "7 of 11, the five permanent members among them" "UN-Charter-27"
        security_council_1945;
    "security-council-procedural" "UN Security Council, procedure"
        "any 9 of 15" "UN-Charter-27" security_council_procedural;
    "general-assembly" "UN General Assembly, all 193 voting"
        "more than half" "UN-Charter-18" general_assembly;
    "general-assembly-important" "UN General Assembly, important questions, all voting"
        "two thirds of 193" "UN-Charter-18" general_assembly_important;
    "eec-1958" "Council of the EEC, 1958, on a Commission proposal"
        "12 of 17 votes" "EEC-148" eec_1958;
    "eec-1958-other" "Council of the EEC, 1958, other cases"
        "12 of 17 votes, cast by 4 of 6 members" "EEC-148" eec_1958_other;
    "eec-1973" "Council of the European Communities, 1973"
        "41 of 58 votes" "CVCE-votes" eec_1973;
    "ec-1981" "Council of the European Communities, 1981"
        "45 of 63 votes" "CVCE-votes" ec_1981;
    "ec-1986" "Council of the European Communities, 1986"
        "54 of 76 votes" "CVCE-votes" ec_1986;
    "eu-1995" "Council of the European Union, 1995"
        "62 of 87 votes" "CVCE-votes" eu_1995;
    "eu-nice" "Council of the European Union, Treaty of Nice, 27 members"
        "255 of 345 votes and 14 members and 62% of the population" "CVCE-votes" eu_nice;
    "eu-nice-votes" "Council of the European Union, Treaty of Nice, the votes alone"
        "255 of 345 votes" "CVCE-votes" eu_nice_votes;
    "eu-lisbon" "Council of the European Union, Treaty of Lisbon, populations of 2024"
        "(15 of 27 members and 65% of the population) or 24 members" "TEU-16"
        eu_lisbon;
    "eu-lisbon-2014" "Council of the European Union, Treaty of Lisbon, 28 members, 2014"
        "(16 of 28 members and 65% of the population) or 25 members" "TEU-16"
        eu_lisbon_2014;
    "eu-lisbon-own" "Council of the European Union, no proposal by Commission or High \
        Representative"
        "20 of 27 members and 65% of the population" "TFEU-238" eu_lisbon_own;
    "wto-votes" "World Trade Organization, 166 members, a vote if consensus fails"
        "more than half" "WTO-IX" wto_votes;
    "wto-accession" "World Trade Organization, accessions"
        "two thirds of 166 members" "WTO-IX" wto_accession;
    "wto-waiver" "World Trade Organization, waivers and interpretations"
        "three quarters of 166 members" "WTO-IX" wto_waiver;
    "imf" "International Monetary Fund, governors of 190 members, October 2022"
        "more than half of the votes" "IMF-2022" imf_ordinary;
    "imf-70" "International Monetary Fund, special majority"
        "70% of all votes" "IMF-2022" imf_70;
    "imf-85" "International Monetary Fund, special majority"
        "85% of all votes" "IMF-2022" imf_85;
    "african-union" "Assembly of the African Union, a vote if consensus fails"
        "two thirds of 55 members (55: recalled)" "AU-11" african_union;
    "world-health-assembly" "World Health Assembly, article 60, all 194 voting"
        "two thirds (194 members: recalled)" "WHO-60" world_health_assembly;
    "league-1920" "Council of the League of Nations, 1920"
        "all of 8 (eight: recalled)" "Rowe-League" league_1920;
    "league-1933" "Council of the League of Nations, 1933"
        "all of 15 (fifteen: recalled)" "Rowe-League" league_1933;
    "vienna-1815" "Congress of Vienna: the committee of eight, and the five who decided"
        "all five great powers agree; three are heard (our reading)" "Vienna-1815"
        vienna_1815;
}

fn sound<T, E: Debug>(made: Result<T, E>) -> T {
    made.expect("a body of the catalogue is sound; a test builds each")
}

fn body(members: impl Iterator<Item = String>, rule: Rule) -> Body {
    sound(Body::new(members.collect(), rule))
}

fn numbered(kind: &str, count: usize) -> impl Iterator<Item = String> {
    (1..=count).map(move |k| format!("{kind} {k}"))
}

fn alike(count: usize, heads: u64) -> Body {
    body(numbered("member", count), Rule::AtLeast(heads))
}

const PERMANENT: [&str; 5] =
    ["China", "France", "Russia", "United Kingdom", "United States"];

fn council_members(elected: usize) -> impl Iterator<Item = String> {
    PERMANENT.map(String::from).into_iter().chain(numbered("elected", elected))
}

// ANCHOR: council
/// The Security Council since 1965: nine of fifteen, with the concurring votes of
/// the five permanent members (article 27(3) of the Charter, abstention as a no).
pub fn security_council() -> Body {
    let permanent = sound(Weighted::every(15, &[0, 1, 2, 3, 4]));
    let rule = Rule::All(vec![Rule::AtLeast(9), Rule::Weighted(permanent)]);
    body(council_members(10), rule)
}
// ANCHOR_END: council

/// The Security Council from 1945 to 1965: seven of eleven. The permanent members
/// carry the names of their seats today.
pub fn security_council_1945() -> Body {
    let permanent = sound(Weighted::every(11, &[0, 1, 2, 3, 4]));
    let rule = Rule::All(vec![Rule::AtLeast(7), Rule::Weighted(permanent)]);
    body(council_members(6), rule)
}

/// The Security Council on procedure: any nine (article 27(2)).
pub fn security_council_procedural() -> Body {
    body(council_members(10), Rule::AtLeast(9))
}

/// The General Assembly, every member voting yes or no, ordinary questions.
pub fn general_assembly() -> Body {
    alike(193, 97)
}

/// The General Assembly, every member voting yes or no, important questions.
pub fn general_assembly_important() -> Body {
    alike(193, 129)
}

fn names(members: &Column) -> impl Iterator<Item = String> {
    members.iter().map(|(name, _)| (*name).to_owned())
}

fn numbers(members: &Column) -> Vec<u64> {
    members.iter().map(|(_, number)| *number).collect()
}

/// Members who vote by weights alone.
fn weighted(
    members: &Column,
    rule: impl FnOnce(Vec<u64>) -> Result<Weighted, VotingError>,
) -> Body {
    body(names(members), Rule::Weighted(sound(rule(numbers(members)))))
}

fn council(treaty: &str, quota: u64) -> Body {
    weighted(&column(VOTES, treaty), |votes| Weighted::new(quota, votes))
}

/// The Six of 1958 on a Commission proposal: 12 of 17 votes.
pub fn eec_1958() -> Body {
    council("1958", 12)
}

/// The Six of 1958 otherwise: 12 votes cast by at least four members.
pub fn eec_1958_other() -> Body {
    let six = eec_1958();
    let rule = Rule::All(vec![six.rule().clone(), Rule::AtLeast(4)]);
    body(six.members().iter().cloned(), rule)
}

/// The Nine of 1973: 41 of 58 votes.
pub fn eec_1973() -> Body {
    council("1973", 41)
}

/// The Ten of 1981: 45 of 63 votes.
pub fn ec_1981() -> Body {
    council("1981", 45)
}

/// The Twelve of 1986: 54 of 76 votes.
pub fn ec_1986() -> Body {
    council("1986", 54)
}

/// The Fifteen of 1995: 62 of 87 votes.
pub fn eu_1995() -> Body {
    council("1995", 62)
}

/// The twenty-seven under Nice, votes alone: 255 of 345.
pub fn eu_nice_votes() -> Body {
    weighted(&column(NICE, "votes"), |votes| Weighted::new(255, votes))
}

/// The twenty-seven under Nice: 255 of 345 votes, 14 members, and 62% of the
/// population of Annex III for 2013.
pub fn eu_nice() -> Body {
    let votes = eu_nice_votes();
    let people = numbers(&column(NICE, "people_2013"));
    let rule = Rule::All(vec![
        votes.rule().clone(),
        Rule::majority(27),
        Rule::Weighted(sound(Weighted::share(62, 100, people))),
    ]);
    body(votes.members().iter().cloned(), rule)
}

/// Article 16(4) of the Treaty on European Union: 55% of the members and 65% of the
/// people; but it takes four members to block.
fn lisbon(members: &Column) -> Body {
    let count = members.len() as u64;
    let people = sound(Weighted::share(65, 100, numbers(members)));
    let rule = Rule::Any(vec![
        Rule::All(vec![
            Rule::AtLeast((55 * count).div_ceil(100).max(15)),
            Rule::Weighted(people),
        ]),
        Rule::AtLeast(count - 3),
    ]);
    body(names(members), rule)
}

/// The populations of the twenty-seven on 1 January 2024, in the order of
/// [`eu_lisbon`].
pub fn populations_2024() -> Vec<u64> {
    numbers(&column(PEOPLE, "2024"))
}

/// The twenty-seven under Lisbon, populations of 1 January 2024.
pub fn eu_lisbon() -> Body {
    lisbon(&column(PEOPLE, "2024"))
}

/// The twenty-seven under Lisbon, populations of 1 January 2025.
pub fn eu_lisbon_2025() -> Body {
    lisbon(&column(PEOPLE, "2025"))
}

/// The twenty-eight of November 2014, with the populations of Annex III.
pub fn eu_lisbon_2014() -> Body {
    lisbon(&column(NICE, "people_2014"))
}

/// The twenty-seven without a proposal of the Commission or the High
/// Representative: 72% of the members and 65% of the people.
pub fn eu_lisbon_own() -> Body {
    let people = sound(Weighted::share(65, 100, populations_2024()));
    let rule = Rule::All(vec![Rule::AtLeast(20), Rule::Weighted(people)]);
    body(names(&column(PEOPLE, "2024")), rule)
}

/// The WTO when it votes: more than half of 166.
pub fn wto_votes() -> Body {
    alike(166, 84)
}

/// The WTO on accessions and most amendments: two thirds of its members.
pub fn wto_accession() -> Body {
    alike(166, 111)
}

/// The WTO on waivers and interpretations: three quarters of its members.
pub fn wto_waiver() -> Body {
    alike(166, 125)
}

/// The IMF's governors on ordinary questions, all voting: more than half of the votes
/// of 2 October 2022.
pub fn imf_ordinary() -> Body {
    weighted(&column(FUND, "votes"), Weighted::majority)
}

/// The IMF's special majority of 70% of all votes.
pub fn imf_70() -> Body {
    weighted(&column(FUND, "votes"), |votes| Weighted::share(70, 100, votes))
}

/// The IMF's special majority of 85% of all votes.
pub fn imf_85() -> Body {
    weighted(&column(FUND, "votes"), |votes| Weighted::share(85, 100, votes))
}

/// The African Union when consensus fails: two thirds of the member states.
pub fn african_union() -> Body {
    alike(55, 37)
}

/// The World Health Assembly under article 60, every member voting yes or no.
pub fn world_health_assembly() -> Body {
    alike(194, 130)
}

/// The Council of the League in 1920: all of eight.
pub fn league_1920() -> Body {
    alike(8, 8)
}

/// The Council of the League in 1933: all of fifteen.
pub fn league_1933() -> Body {
    alike(15, 15)
}

/// Vienna: the committee of eight, of whom five decided. There was no vote; that the
/// five had to agree and the three did not is our reading of the committees.
pub fn vienna_1815() -> Body {
    let eight = [
        "Austria",
        "France",
        "Great Britain",
        "Prussia",
        "Russia",
        "Portugal",
        "Spain",
        "Sweden",
    ];
    let five = sound(Weighted::every(8, &[0, 1, 2, 3, 4]));
    body(eight.map(String::from).into_iter(), Rule::Weighted(five))
}
