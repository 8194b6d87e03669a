//! Share of the votes beside share of the power, as the quota moves.

use demarche::voting::{Estimate, Weighted};

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{clamped, fixed, percent, short};
use crate::kit::{Bars, Ink, NumberLine, Shape, Svg, valid};
use crate::settings::Settings;

/// Members alike: who they are, how many, and their votes.
type Group = (&'static str, u32, u32);

/// A body of the menu: its treaty's quota and its members, heaviest first.
struct Case {
    quota: u32,
    groups: &'static [Group],
}

impl Case {
    /// The Security Council counts heads and vetoes; its votes here are weights that
    /// do the same.
    const fn heads(&self) -> bool {
        self.quota == 39
    }
}

const LARGE: Group = ("the four large", 4, 10);
const SPAIN: Group = ("Spain", 1, 8);
const FIVE: Group = ("with five votes", 4, 5);
const FOUR: Group = ("Austria, Sweden", 2, 4);
const NORTHERN: Group = ("Denmark, Ireland", 2, 3);
const LAST: Group = ("Luxembourg", 1, 2);

const fn case(quota: u32, groups: &'static [Group]) -> Case {
    Case { quota, groups }
}

/// In the order of the menu. The votes are those of `voting::bodies`; a test
/// compares them.
const CASES: [Case; 6] = [
    case(
        12,
        &[
            ("France, Germany, Italy", 3, 4),
            ("Belgium, Netherlands", 2, 2),
            ("Luxembourg", 1, 1),
        ],
    ),
    case(41, &[LARGE, ("Belgium, Netherlands", 2, 5), NORTHERN, LAST]),
    case(45, &[LARGE, ("with five votes", 3, 5), NORTHERN, LAST]),
    case(54, &[LARGE, SPAIN, FIVE, NORTHERN, LAST]),
    case(62, &[LARGE, SPAIN, FIVE, FOUR, ("with three votes", 3, 3), LAST]),
    case(39, &[("permanent members", 5, 7), ("elected members", 10, 1)]),
];

/// So far the quota moves from the treaty's.
const MOVES: f64 = 12.0;

pub(super) const POWER: Figure = Figure {
    name: "voting-power",
    title: "Share of the votes, share of the power",
    controls: &[
        choice(
            "body",
            "The body",
            &[
                ("six", "The Six of 1958"),
                ("nine", "The Nine of 1973"),
                ("ten", "The Ten of 1981"),
                ("twelve", "The Twelve of 1986"),
                ("fifteen", "The Fifteen of 1995"),
                ("security", "The Security Council"),
            ],
            "six",
        ),
        choice(
            "index",
            "Power by",
            &[("swings", "swings (Banzhaf)"), ("pivots", "pivots (Shapley–Shubik)")],
            "swings",
        ),
        slider(
            "more",
            "Quota, beside the treaty’s",
            "votes",
            [-MOVES, MOVES, 1.0],
            0.0,
        ),
    ],
    play: Some("more"),
    guess: Some(Guess {
        question: "In 1958 Luxembourg cast 1 vote of 17, or 5.9%. How much of the power had it?",
        unit: "%",
        range: [0.0, 20.0, 0.5],
        start: 6.0,
        answer: smallest,
    }),
    draw,
    rust,
};

struct View {
    case: &'static Case,
    quota: u32,
    total: u32,
    /// By swings, else by pivots.
    swings: bool,
    /// One member's share of the power, and its chance to be decisive, by group.
    power: Vec<(f64, f64)>,
    act: f64,
    /// Whether two coalitions without a common member can win.
    split: bool,
}

impl View {
    fn of(settings: &Settings) -> Self {
        let case = &CASES[settings.choice("body")];
        let total: u32 = case.groups.iter().map(|group| group.1 * group.2).sum();
        let moved = f64::from(case.quota) + settings.number("more");
        // The range keeps it a whole number between 1 and the sum of the votes.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let quota = clamped(moved, 1.0, f64::from(total)) as u32;
        let swings = settings.choice("index") == 0;
        let power = valid(Estimate::of_weighted(&rule(case, quota)));
        let shares = match power.shapley_shubik() {
            Some(pivots) if !swings => pivots.to_vec(),
            _ => power.normalised(),
        };
        let mut first = 0;
        let mut by_group = Vec::new();
        for &(_, members, _) in case.groups {
            by_group.push((shares[first], power.banzhaf()[first]));
            // A count of members of this small table is an index.
            first += members as usize;
        }
        Self {
            case,
            quota,
            total,
            swings,
            power: by_group,
            act: power.power_to_act(),
            split: 2 * quota <= total,
        }
    }

    /// One member's share of the votes, or of the heads.
    fn votes(&self, group: usize) -> f64 {
        if self.case.heads() {
            let members: u32 = self.case.groups.iter().map(|group| group.1).sum();
            return 1.0 / f64::from(members);
        }
        f64::from(self.case.groups[group].2) / f64::from(self.total)
    }

    /// Whether a member of this group is never decisive. Swings come as whole
    /// multiples of a power of one half: what is not zero is far from it.
    fn null(&self, group: usize) -> bool {
        self.power[group].1 < 1e-9
    }

    fn veto(&self, group: usize) -> bool {
        self.total - self.case.groups[group].2 < self.quota
    }
}

fn rule(case: &Case, quota: u32) -> Weighted {
    let mut weights = Vec::new();
    for &(_, members, votes) in case.groups {
        for _ in 0..members {
            weights.push(u64::from(votes));
        }
    }
    valid(Weighted::new(u64::from(quota), weights))
}

/// The smallest member's share of the power, in per cent.
fn smallest(settings: &Settings) -> Option<f64> {
    View::of(settings).power.last().map(|(share, _)| 100.0 * share)
}

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    // Nobody is larger than one of three alike.
    let (mut bars, mut known) = (Bars::new(0.0, 0.34), Bars::new(0.0, 0.34));
    for bars in [&mut bars, &mut known] {
        bars.key(
            Ink::Quiet,
            if view.case.heads() { "of the heads" } else { "of the votes" },
        );
        bars.key(Ink::A, "of the power");
    }
    for (group, &(name, members, _)) in view.case.groups.iter().enumerate() {
        let share = view.votes(group);
        let name = if settings.narrow() {
            name
        } else {
            name.strip_suffix(" members").unwrap_or(name)
        };
        let each = if members > 1 { ", each" } else { "" };
        let who = name.to_owned() + each;
        for bars in [&mut bars, &mut known] {
            let mut beside = who.as_str();
            if settings.narrow() {
                bars.heading(&who);
                beside = "";
            }
            bars.bar(beside, &[(Ink::Quiet, share)], &percent(share, 1));
        }
        known.bar("", &[], "?");
        let (power, _) = view.power[group];
        let told = match (view.null(group), view.veto(group)) {
            (true, _) => "never decisive".to_owned(),
            (false, true) => percent(power, 1) + ", a veto",
            (false, false) => percent(power, 1),
        };
        bars.bar("", &[(Ink::A, power)], &told);
    }
    let (treaty, total) = (f64::from(view.case.quota), f64::from(view.total));
    let mut votes = NumberLine::new("Votes that carry a motion", 0.0, total);
    votes.mark(Shape::Diamond, Ink::Strong, f64::from(view.quota), "");
    let ends =
        [-MOVES, MOVES].map(|more| (clamped(treaty + more, 1.0, total), more));
    let ends = ends.map(|(votes, _)| (votes, votes - treaty));
    votes.slide("more", ends, f64::from(view.quota) - treaty);
    let mut svg = Svg::new(settings, bars.height() + 80.0);
    let (frame, line) = svg.frame().below(bars.height() + 8.0, 0.0);
    svg.asked(|svg| known.draw(svg, frame));
    svg.answer(|svg| bars.draw(svg, frame));
    votes.draw(&mut svg, line);
    Drawing { svg, sentence: sentence(&view), table: table(&view) }
}

fn sentence(view: &View) -> String {
    let pass = if view.act < 5e-4 {
        "fewer than one in a thousand pass".to_owned()
    } else {
        format!("{} pass", percent(view.act, 1))
    };
    let mut text = format!(
        "With {} of {} votes as quota, of all ways to vote {pass}.",
        view.quota, view.total
    );
    if view.case.heads() {
        text.push_str(
            " A permanent member counts 7 and an elected one 1, so that 39 is nine with \
             all five vetoes.",
        );
    }
    let of = if view.case.heads() { "of the heads" } else { "of the votes" };
    let last = view.case.groups.len() - 1;
    let name = view.case.groups[last].0;
    let one = if view.case.groups[last].1 > 1 {
        "One of the ".to_owned() + name
    } else {
        name.to_owned()
    };
    let told = if view.split {
        " But two separate coalitions can both win: no treaty sets its quota here."
            .to_owned()
    } else if view.null(last) {
        format!(
            " {one} has {} {of} and no power at all.",
            percent(view.votes(last), 1)
        )
    } else {
        format!(
            " {one} has {} {of} and {} of the power.",
            percent(view.votes(last), 1),
            percent(view.power[last].0, 1)
        )
    };
    text.push_str(&told);
    text
}

fn table(view: &View) -> Table {
    let share = if view.swings { "Of the swings" } else { "Of the pivots" };
    let of = if view.case.heads() { "Of the heads" } else { "Of the votes" };
    let mut table = Table::new(["Each of", "Votes", of, share, "Decisive"]);
    for (group, &(name, _, votes)) in view.case.groups.iter().enumerate() {
        let (power, decisive) = view.power[group];
        table.push([
            name,
            &short(f64::from(votes), 0),
            &percent(view.votes(group), 2),
            &percent(power, 2),
            &percent(decisive, 2),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let view = View::of(settings);
    let mut weights = String::new();
    for &(_, members, votes) in view.case.groups {
        for _ in 0..members {
            if !weights.is_empty() {
                weights.push_str(", ");
            }
            weights.push_str(&short(f64::from(votes), 0));
        }
    }
    let index = if view.swings { "normalised" } else { "shapley_shubik" };
    format!(
        "use demarche::{{exact::decimal, voting::{{Body, Tally}}}};\n\
         let body = Body::weighted({}, vec![{weights}])?;\n\
         let tally = Tally::of(&body)?;\n\
         let power: Vec<f64> = tally.{index}().iter().map(decimal).collect();\n\
         assert!((power[0] - {}).abs() < 1e-6);\n",
        view.quota,
        fixed(view.power[0].0, 6),
    )
}

#[cfg(test)]
mod tests {
    use demarche::voting::bodies;

    use super::*;

    #[test]
    fn the_menu_has_the_votes_of_the_treaties() {
        let treaties = [
            bodies::eec_1958(),
            bodies::eec_1973(),
            bodies::ec_1981(),
            bodies::ec_1986(),
            bodies::eu_1995(),
        ];
        for (case, body) in CASES.iter().zip(treaties) {
            let demarche::voting::Rule::Weighted(told) = body.rule() else {
                panic!("one weighted rule")
            };
            assert_eq!(&rule(case, case.quota), told);
        }
        // The Security Council as one weighted rule passes as its charter says.
        let council = bodies::security_council();
        let Case { quota, groups } = &CASES[5];
        assert_eq!((*quota, groups.len(), council.len()), (39, 2, 15));
        let weighted = rule(&CASES[5], 39);
        for coalition in 0_u32..1 << 15 {
            let yes: Vec<bool> = (0..15).map(|k| coalition >> k & 1 == 1).collect();
            let votes = weighted.weights().iter().zip(&yes).filter(|(_, yes)| **yes);
            let sum: u64 = votes.map(|(votes, _)| votes).sum();
            assert_eq!(council.wins(&yes), sum >= 39);
        }
    }
}
