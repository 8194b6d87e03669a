//! One body: every index that was asked for, by the best method that takes it.

use std::fmt::Write as _;
use std::num::NonZeroU32;

use clap::ValueEnum;
use demarche::chance::seeded;
use demarche::exact::{Exact, decimal};
use demarche::voting::{
    Assembly, Body, Choices, Estimate, Role, Sample, Survey, Tally, VotingError,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::common::{InputError, Sheet, hundredths, shortened};
use crate::decimal::Compared;
use crate::exact;
use crate::file::{Decides, Described};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Index {
    ShapleyShubik,
    Banzhaf,
    Normalised,
    Prevent,
    Initiate,
    Johnston,
    DeeganPackel,
    PublicGood,
}

impl Index {
    /// Its title and its key in JSON.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::ShapleyShubik => ("Shapley-Shubik", "shapley_shubik"),
            Self::Banzhaf => ("Banzhaf", "banzhaf"),
            Self::Normalised => ("normalised", "normalised"),
            Self::Prevent => ("to prevent", "prevent"),
            Self::Initiate => ("to initiate", "initiate"),
            Self::Johnston => ("Johnston", "johnston"),
            Self::DeeganPackel => ("Deegan-Packel", "deegan_packel"),
            Self::PublicGood => ("public good", "public_good"),
        }
    }
}

/// A power, exact where it could be counted.
#[derive(Clone, PartialEq)]
pub(crate) enum Power {
    Exactly(Exact),
    About(f64),
}

impl Power {
    pub(crate) fn value(&self) -> f64 {
        match self {
            Self::Exactly(exact) => decimal(exact),
            Self::About(value) => *value,
        }
    }

    pub(crate) fn plus(self, more: &Self) -> Self {
        match (&self, more) {
            (Self::Exactly(one), Self::Exactly(other)) => Self::Exactly(one + other),
            _ => Self::About(self.value() + more.value()),
        }
    }

    pub(crate) fn times(&self, chance: &Exact) -> Self {
        match self {
            Self::Exactly(power) => Self::Exactly(power * chance),
            Self::About(power) => Self::About(power * decimal(chance)),
        }
    }

    /// Whether it is larger by more than the error of both.
    pub(crate) fn above(&self, other: &Self, error: f64) -> bool {
        match (self, other) {
            (Self::Exactly(one), Self::Exactly(other)) => one > other,
            _ => self.value() > other.value() + error,
        }
    }

    pub(crate) fn json(&self) -> Value {
        match self {
            Self::Exactly(power) => exact(power),
            Self::About(value) => json!({ "exact": null, "value": value }),
        }
    }

    /// The fraction if there is room and it is short, and the percentage.
    fn told(&self, room: bool) -> String {
        let percent = hundredths(self.value());
        match self {
            Self::Exactly(exact) if room && exact.to_string().len() < 11 => {
                format!("{exact} = {percent}")
            }
            _ => percent,
        }
    }
}

fn exactly(powers: Vec<Exact>) -> Vec<Power> {
    powers.into_iter().map(Power::Exactly).collect()
}

fn about(powers: &[f64]) -> Vec<Power> {
    powers.iter().copied().map(Power::About).collect()
}

/// Every index asked for, per member; and the body's power to act and mean wait.
pub(crate) struct Count {
    columns: Vec<(Index, Vec<Power>)>,
    pub to_act: Power,
    wait: Option<Exact>,
    roles: Vec<&'static str>,
    /// The draws and their error, where nothing was counted.
    sampled: Option<(NonZeroU32, f64)>,
}

impl Count {
    /// Every member's power by this index; none where it was not counted.
    pub(crate) fn by(&self, index: Index) -> &[Power] {
        let column = self.columns.iter().find(|(own, _)| *own == index);
        column.map_or(&[], |(_, powers)| powers)
    }

    /// How far a number may be off.
    pub(crate) fn error(&self) -> f64 {
        match (self.sampled, &self.to_act) {
            (Some((_, within)), _) => within,
            (None, Power::About(_)) => 1e-12,
            (None, Power::Exactly(_)) => 0.0,
        }
    }
}

/// The seed of the draws, so that a run can be repeated.
const SEED: u64 = 1;
const USUAL: [Index; 3] = [Index::ShapleyShubik, Index::Banzhaf, Index::Normalised];

type Columns = Result<Vec<(Index, Vec<Power>)>, InputError>;

fn columns(
    asked: Option<Index>,
    usual: &[Index],
    of: impl Fn(Index) -> Result<Vec<Power>, InputError>,
) -> Columns {
    let asked = asked.map_or(usual.to_vec(), |index| vec![index]);
    asked.into_iter().map(|index| Ok((index, of(index)?))).collect()
}

pub(crate) fn counted(
    body: &Body,
    asked: Option<Index>,
) -> Result<Count, InputError> {
    let Ok(tally) = Tally::of(body) else { return estimated(body, asked) };
    let each = |of: &dyn Fn(usize) -> Exact| (0..body.len()).map(of).collect();
    let of = |index: Index| -> Result<Vec<Power>, InputError> {
        Ok(exactly(match index {
            Index::ShapleyShubik => tally.shapley_shubik(),
            Index::Banzhaf => each(&|m| tally.banzhaf(m)),
            Index::Normalised => tally.normalised(),
            Index::Prevent => each(&|m| tally.prevent(m)),
            Index::Initiate => each(&|m| tally.initiate(m)),
            Index::Johnston => Survey::of(body)?.johnston(),
            Index::DeeganPackel => Survey::of(body)?.deegan_packel(),
            Index::PublicGood => Survey::of(body)?.public_good(),
        }))
    };
    let role = |member: usize| match tally.role(member) {
        Role::Null => "never decisive",
        Role::Dictator => "decides alone",
        Role::Vetoer => "veto",
        Role::Ordinary => "",
    };
    Ok(Count {
        columns: columns(asked, &USUAL, of)?,
        to_act: Power::Exactly(tally.power_to_act()),
        wait: Some(tally.mean_wait()),
        roles: (0..body.len()).map(role).collect(),
        sampled: None,
    })
}

/// In decimals, for what no exact count takes.
fn estimated(body: &Body, asked: Option<Index>) -> Result<Count, InputError> {
    let pivots = asked.is_none_or(|index| index == Index::ShapleyShubik);
    let made =
        if pivots { Estimate::of(body) } else { Estimate::banzhaf_only(body) };
    let estimate = match made {
        Ok(estimate) => estimate,
        Err(why) => {
            let sample = |draws| Sample::of(body, &mut seeded(SEED), draws);
            return drawn(body.len(), asked, why, sample, |m| body.has_veto(m));
        }
    };
    let of = |index: Index| -> Result<Vec<Power>, InputError> {
        Ok(about(&match index {
            Index::ShapleyShubik => {
                estimate.shapley_shubik().unwrap_or_default().to_vec()
            }
            Index::Banzhaf => estimate.banzhaf().to_vec(),
            Index::Normalised => estimate.normalised(),
            Index::Prevent => estimate.prevent(),
            Index::Initiate => estimate.initiate(),
            _ => {
                let told =
                    "expected a body small enough to count, found a larger one";
                return Err(Survey::of(body)
                    .map_or_else(InputError::from, |_| InputError::new(told)));
            }
        }))
    };
    let role = |member: usize| match estimate.banzhaf()[member] {
        0.0 => "never decisive",
        _ if body.has_veto(member) => "veto",
        _ => "",
    };
    Ok(Count {
        columns: columns(asked, &USUAL, of)?,
        to_act: Power::About(estimate.power_to_act()),
        wait: None,
        roles: (0..body.len()).map(role).collect(),
        sampled: None,
    })
}

/// Power by drawing, in about two seconds, for what no count takes.
fn drawn(
    members: usize,
    asked: Option<Index>,
    why: VotingError,
    sample: impl FnOnce(NonZeroU32) -> Sample,
    has_veto: impl Fn(usize) -> bool,
) -> Result<Count, InputError> {
    let usual = [Index::ShapleyShubik, Index::Banzhaf];
    if asked.is_some_and(|index| !usual.contains(&index)) {
        return Err(InputError::from(why));
    }
    let draws = (40_000_000 / members).clamp(1_000, 1_000_000);
    let draws = u32::try_from(draws).ok().and_then(NonZeroU32::new);
    let sample = sample(draws.unwrap_or(NonZeroU32::MIN));
    let of = |index: Index| {
        Ok(about(match index {
            Index::ShapleyShubik => sample.shapley_shubik(),
            _ => sample.banzhaf(),
        }))
    };
    let role = |member: usize| if has_veto(member) { "veto" } else { "" };
    Ok(Count {
        columns: columns(asked, &usual, of)?,
        to_act: Power::About(sample.power_to_act()),
        wait: None,
        roles: (0..members).map(role).collect(),
        sampled: Some((sample.draws(), sample.within())),
    })
}

/// Members who may abstain, all three answers equally likely.
fn balloted(assembly: &Assembly, asked: Option<Index>) -> Result<Count, InputError> {
    let members = assembly.members().len();
    let power = match assembly.power(Choices::Three) {
        Ok(power) => power,
        Err(why) => {
            let sample =
                |draws| Sample::of_assembly(assembly, &mut seeded(SEED), draws);
            return drawn(members, asked, why, sample, |_| false);
        }
    };
    let of = |index: Index| -> Result<Vec<Power>, InputError> {
        Ok(exactly(match index {
            Index::ShapleyShubik => assembly.roll_call(Choices::Three)?,
            Index::Banzhaf => power.banzhaf().to_vec(),
            Index::Normalised => power.normalised(),
            _ => {
                let told = "expected --index shapley-shubik, banzhaf or normalised where \
                            members may abstain, found another";
                return Err(InputError::new(told));
            }
        }))
    };
    Ok(Count {
        columns: columns(asked, &[Index::Banzhaf, Index::Normalised], of)?,
        to_act: Power::Exactly(power.power_to_act().clone()),
        wait: None,
        roles: vec![""; members],
        sampled: None,
    })
}

/// What is told of a body: its quotas, its power to act, and each member's powers.
pub(crate) fn count(
    described: &Described,
    asked: Option<Index>,
) -> Result<(Sheet, Count), InputError> {
    let Described { name, quotas, decides } = described;
    let (count, members) = match decides {
        Decides::Two(body) => (counted(body, asked)?, body.members()),
        Decides::Three(all) => (balloted(all, asked)?, all.members()),
    };
    let mut sheet = Sheet::headed(name);
    quotas_in(&mut sheet, quotas);
    sheet.say(format_args!(
        "  {} member{}{}; of all ways to vote {} pass.",
        members.len(),
        if members.len() == 1 { "" } else { "s" },
        match decides {
            Decides::Two(_) => "",
            Decides::Three(_) => ", each with three answers",
        },
        hundredths(count.to_act.value())
    ));
    if let Some(wait) = &count.wait {
        sheet.say(format_args!(
            "  Mean wait {:.2}, in one member's mean time to be ready.",
            decimal(wait)
        ));
    }
    if let Some((draws, within)) = count.sampled {
        sheet.say(format_args!(
            "  Too large to count: from {draws} draws (seed {SEED}), each number within {:.2}\n  \
             points nineteen times in twenty.",
            100.0 * within
        ));
        let drawn = json!({ "draws": draws, "seed": SEED, "within": within });
        sheet.field("sampled", drawn);
    } else if count.error() > 0.0 {
        let told = format!("each number to within {:e}", count.error());
        sheet.say(format_args!("  Too large to count: in decimals, {told}."));
    }
    sheet.field("within", count.error());
    sheet.say("");
    members_in(&mut sheet, &count, members)?;
    sheet.field("body", name.lines().next());
    if let Decides::Three(_) = decides {
        sheet.field("answers", 3);
    }
    sheet.field("power_to_act", count.to_act.json());
    sheet.field("mean_wait", count.wait.as_ref().map(exact));
    Ok((sheet, count))
}

/// The quotas of a rule beside their totals, so that a slip in a table is seen.
fn quotas_in(sheet: &mut Sheet, quotas: &[Compared]) {
    for Compared { of, quota, total, percent, of_cast, .. } in quotas {
        let start = if *of_cast { "If all say yes or no, a" } else { "A" };
        sheet.say(format_args!(
            "  {start} quota of {quota} of {total} {of}, {percent:.1}%."
        ));
    }
    if let [only] = quotas
        && only.half_is_enough
        && !only.of_cast
    {
        sheet.say("  Half is enough here, so both halves can carry a motion; share = \">1/2\" is\n  more than half.");
    }
    sheet.field("quotas", quotas);
}

/// A line for members side by side who have the same powers, and an object for each.
fn members_in(
    sheet: &mut Sheet,
    count: &Count,
    members: &[String],
) -> Result<(), InputError> {
    let one = count.columns.len() == 1;
    let mut line = format!("  {:<30}", "member");
    for (index, _) in &count.columns {
        write!(line, "{:>16}", index.names().0)?;
    }
    sheet.say(line);
    let mut from = 0;
    while from < members.len() {
        let same = |member: &usize| {
            count.columns.iter().all(|(_, column)| column[*member] == column[from])
                && count.roles[*member] == count.roles[from]
        };
        let to = (from..members.len()).take_while(same).count() + from;
        let name = match to - from {
            1 => members[from].clone(),
            2 => members[from..to].join(", "),
            more => format!("{} and {} more", members[from], more - 1),
        };
        let mut line = format!("  {:<30}", shortened(&name, 29));
        for (_, column) in &count.columns {
            write!(line, "{:>16}", column[from].told(one))?;
        }
        match count.roles[from] {
            "" => {}
            role if one => write!(line, "  {role}")?,
            // The last column leaves no room for a remark; it stands below.
            role => write!(line, "\n    {role}")?,
        }
        sheet.say(line);
        from = to;
    }
    let object = |(member, name): (usize, &String)| {
        let role = count.roles[member];
        let role = (!role.is_empty()).then_some(role);
        let mut object = json!({ "name": name, "role": role });
        for (index, column) in &count.columns {
            object[index.names().1] = column[member].json();
        }
        object
    };
    let objects: Vec<Value> = members.iter().enumerate().map(object).collect();
    sheet.field("members", objects);
    Ok(())
}
