//! An option of a demo is used or refused, alone and beside each other one: what a
//! reader asks for is never dropped in silence.

use std::cell::RefCell;
use std::process::{Command, Output};

use serde_json::Value;

use super::outputs::words;
use super::*;

/// Values for options whose help gives none, and pairs that change nothing, each with
/// the reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Options as on a command line, by demo and option: with what they need beside
    /// them.
    sample: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    same: Vec<Same>,
}

/// An option of which the data shows nothing alone, or nobody anything beside others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    demo: String,
    option: String,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    beside: Vec<String>,
    why: String,
}

/// An option, and the one beside which, or alone, nothing shows of it.
type Excuse = (String, Option<String>);

fn excuses(word: &str) -> BTreeSet<Excuse> {
    let of = |same: &Same| {
        let beside = same.beside.iter().cloned().map(Some);
        let all: Vec<_> = beside.chain(same.alone.then_some(None)).collect();
        let option = same.option.clone();
        all.into_iter().map(move |other| (option.clone(), other))
    };
    KNOWN.same.iter().filter(|same| same.demo == word).flat_map(of).collect()
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    toml::from_str(&read("tests/data/options.toml"))
        .unwrap_or_else(|e| panic!("options.toml: {e}"))
});

/// Options with their values, in the order of a command line.
type Call = Vec<(String, Vec<String>)>;

fn call(line: &str) -> Call {
    let mut call = Call::new();
    for word in words(line) {
        match word.strip_prefix("--") {
            Some(option) => call.push((option.to_owned(), Vec::new())),
            None => call.last_mut().expect("an option comes first").1.push(word),
        }
    }
    call
}

fn has(call: &Call, option: &str) -> bool {
    call.iter().any(|(name, _)| name == option)
}

fn without(call: &Call, option: &str) -> Call {
    call.iter().filter(|(name, _)| name != option).cloned().collect()
}

fn beside(one: &Call, other: &Call) -> Call {
    let more = other.iter().filter(|(name, _)| !has(one, name));
    one.iter().chain(more).cloned().collect()
}

/// What a demo did.
#[derive(Clone)]
enum Did {
    Told { given: Value, results: Value },
    Refused(String),
}

struct Demo {
    word: String,
    program: PathBuf,
    did: RefCell<BTreeMap<Call, Did>>,
    excused: RefCell<BTreeSet<Excuse>>,
}

impl Demo {
    fn output(
        &self,
        arguments: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Output {
        let mut program = Command::new(&self.program);
        program.current_dir(common::home());
        program.args(arguments.into_iter().map(|word| word.as_ref().to_owned()));
        program.output().expect("a demo that runs")
    }

    fn output_of(&self, call: &Call, first: &[&str]) -> Output {
        let mut arguments: Vec<String> =
            first.iter().map(|&a| a.to_owned()).collect();
        for (option, values) in call {
            arguments.push(format!("--{option}"));
            arguments.extend(values.iter().cloned());
        }
        self.output(arguments)
    }

    fn run(&self, call: &Call) -> Did {
        if let Some(did) = self.did.borrow().get(call) {
            return did.clone();
        }
        let output = self.output_of(call, &["--json"]);
        let did = if output.status.success() {
            let mut told: Value = serde_json::from_slice(&output.stdout)
                .unwrap_or_else(|e| panic!("{} {call:?}: {e}", self.word));
            Did::Told {
                given: told["given"].take(),
                results: told["results"].take(),
            }
        } else {
            let told = String::from_utf8(output.stderr).expect("UTF-8");
            let one = told.starts_with("error: ") && told.lines().count() == 1;
            assert!(one, "{} {call:?}: {told}", self.word);
            Did::Refused(told)
        };
        self.did.borrow_mut().insert(call.clone(), did.clone());
        did
    }

    /// Each option, and what the help says of it.
    fn options(&self) -> BTreeMap<String, String> {
        let help = self.output(["--help"]).stdout;
        let help = String::from_utf8(help).expect("UTF-8");
        let mut options: Vec<(String, String)> = Vec::new();
        for line in help.lines() {
            let named = line.strip_prefix("      --");
            match (named, options.last_mut()) {
                (Some(named), _) => {
                    let (name, rest) = named.split_once(' ').unwrap_or((named, ""));
                    options.push((name.to_owned(), rest.to_owned()));
                }
                (None, Some((_, said))) => {
                    said.push(' ');
                    said.push_str(line.trim());
                }
                (None, None) => {}
            }
        }
        options.retain(|(name, _)| name != "json");
        options.into_iter().collect()
    }

    /// The option as the table has it, or else with a value that its help gives.
    fn lines(&self, option: &str, said: &str) -> Option<Vec<String>> {
        let known = KNOWN.sample.get(&self.word).and_then(|known| known.get(option));
        known.cloned().or_else(|| {
            let line = if said.contains('<') {
                format!("--{option} '{}'", value_in(said)?)
            } else {
                format!("--{option}")
            };
            Some(vec![line])
        })
    }

    /// Each option with a value, and with what the demo says that it requires.
    fn samples(&self) -> Result<BTreeMap<String, Vec<Call>>, String> {
        let mut samples = BTreeMap::new();
        for (option, said) in self.options() {
            let Some(lines) = self.lines(&option, &said) else {
                return Err(format!(
                    "{}: no value for --{option}: say `such as …` in its help, or put \
                     it into tests/data/options.toml",
                    self.word
                ));
            };
            samples.insert(option, lines.iter().map(|line| call(line)).collect());
        }
        let known: BTreeMap<String, Vec<Call>> = samples.clone();
        for asked in samples.values_mut().flatten() {
            while let Did::Refused(told) = self.run(asked) {
                let Some((_, missing)) = told.split_once("were not provided: ")
                else {
                    break;
                };
                for word in missing.split("--").skip(1) {
                    let name = word.split([' ', '\n']).next().unwrap_or_default();
                    *asked = beside(asked, &known[name][0]);
                }
            }
        }
        Ok(samples)
    }

    /// What is dropped in silence when this is asked for; `looked_at` are one option or
    /// two. One alone shows in the data; beside another one it may show in the prose only.
    fn dropped(&self, asked: &Call, looked_at: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        let Did::Told { given, results } = self.run(asked) else { return faults };
        for (at, option) in looked_at.iter().enumerate() {
            let value = &given[option.replace('-', "_")];
            if value.is_null() || value == false {
                faults
                    .push(format!("{}: {asked:?}: no {option} in given", self.word));
            }
            let less = without(asked, option);
            let Did::Told { results: before, .. } = self.run(&less) else {
                continue;
            };
            let other = looked_at.get(1 - at).copied();
            if before != results || self.may_be_same(option, other) {
                continue;
            }
            let prose = |call| self.output_of(call, &[]).stdout;
            if other.is_none() || prose(asked) == prose(&less) {
                let told = format!("nothing shows of {option}");
                faults.push(format!("{}: {asked:?}: {told}", self.word));
            }
        }
        faults
    }

    /// Whether the table says why the option changes nothing beside the other one, or
    /// alone.
    fn may_be_same(&self, option: &str, other: Option<&str>) -> bool {
        let excuse = (option.to_owned(), other.map(str::to_owned));
        let known = excuses(&self.word).contains(&excuse);
        self.excused.borrow_mut().insert(excuse);
        known
    }

    /// Every option alone, twice, and beside every other one.
    fn faults(&self) -> Vec<String> {
        let samples = match self.samples() {
            Ok(samples) => samples,
            Err(missing) => return vec![missing],
        };
        assert!(!samples.is_empty(), "{}: no options in its help", self.word);
        let mut faults = Vec::new();
        let table = KNOWN.sample.get(&self.word).into_iter().flatten();
        for (option, _) in table.filter(|(option, _)| !samples.contains_key(*option))
        {
            faults.push(format!("{}: has no --{option} any more", self.word));
        }
        for (option, calls) in &samples {
            for asked in calls {
                if let Did::Refused(told) = self.run(asked) {
                    faults.push(format!("{}: {asked:?}: {told}", self.word));
                }
                faults.extend(self.dropped(asked, &[option]));
                faults.extend(self.twice(asked, option));
            }
            for (other, others) in samples.range(option.clone()..).skip(1) {
                for (one, another) in
                    calls.iter().flat_map(|one| others.iter().map(move |o| (one, o)))
                {
                    let both = beside(one, another);
                    faults.extend(self.dropped(&both, &[option, other]));
                }
            }
        }
        for (option, other) in excuses(&self.word).difference(&self.excused.borrow())
        {
            let told =
                format!("{option} shows beside {other:?}: no reason is needed");
            faults.push(format!("{}: {told}", self.word));
        }
        faults
    }

    /// An option that is given again is refused, or all its values count.
    fn twice(&self, asked: &Call, option: &str) -> Option<String> {
        let last = asked.iter().rposition(|(name, _)| name == option)?;
        let again = asked.iter().chain([&asked[last]]).cloned().collect();
        let values = |call: &Call| match self.run(call) {
            Did::Told { given, results } => {
                let given = given[option.replace('-', "_")].as_array().map(Vec::len);
                Some((given, results))
            }
            Did::Refused(_) => None,
        };
        let (given, results) = values(asked)?;
        let lost = match values(&again) {
            Some((more, _)) => more <= given,
            None => false,
        };
        // Where the sample has it more than once, the last one shows too.
        let mut less = asked.clone();
        less.remove(last);
        let idle = has(&less, option)
            && values(&less).is_some_and(|(_, before)| before == results);
        (lost || idle)
            .then(|| format!("{}: {again:?}: one {option} is lost", self.word))
    }
}

/// A value that the help of an option gives: one to choose, an example, or a number
/// near the default.
fn value_in(said: &str) -> Option<String> {
    let after = |start: &str, ends: &[char]| {
        let (_, rest) = said.split_once(start)?;
        Some(
            rest.split(ends).next().unwrap_or(rest).trim_end_matches('.').to_owned(),
        )
    };
    let default = after("[default: ", &[']']);
    if let Some(choices) = after("[possible values: ", &[']']) {
        let mut choices = choices.split(", ").map(str::to_owned);
        return choices.find(|choice| Some(choice) != default.as_ref());
    }
    if said.contains("such as \"") {
        return after("such as \"", &['"']);
    }
    if let Some(example) = after("such as ", &[' ', ';', ')', ':']) {
        return Some(example.trim_end_matches(',').to_owned());
    }
    let default = default?;
    match default.parse::<u64>() {
        Ok(whole) => Some((whole + 1).to_string()),
        Err(_) => Some((default.parse::<f64>().ok()? / 2.0).to_string()),
    }
}

fn demos() -> Vec<Demo> {
    let of = |(word, program)| {
        let (did, excused) = (RefCell::default(), RefCell::default());
        Demo { word, program, did, excused }
    };
    built(&["--examples"]).into_iter().map(of).collect()
}

#[test]
fn every_option_of_a_demo_is_used_or_refused_beside_every_other_one() {
    let demos = demos();
    let built: BTreeSet<String> = demos.iter().map(|d| d.word.clone()).collect();
    assert_eq!(built, stems("examples", "rs"));
    for demo in KNOWN.sample.keys() {
        assert!(built.contains(demo), "there is no demo {demo}");
    }
    for Same { demo, why, .. } in &KNOWN.same {
        assert!(
            built.contains(demo) && why.len() > 20,
            "{demo}: {why:?} is no reason"
        );
    }
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let queue = std::sync::Mutex::new(demos);
    let faults = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(demo) = queue.lock().expect("no panic").pop() else {
                        break;
                    };
                    let found = demo.faults();
                    faults.lock().expect("no panic").extend(found);
                }
            });
        }
    });
    let faults = faults.into_inner().expect("no panic");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
