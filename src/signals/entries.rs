//! The entries of Axelrod's first tournament, written again from what he printed of
//! them.
//!
//! The programs are lost. Fourteen of the fifteen descriptions say enough to write a
//! program after, the one by an author whose name was withheld does not. What a
//! description leaves open stands with each entry under "our reading".
//!
//! Sources: Axelrod-1980 (the descriptions, as Axelrod-Python-2024 quotes them),
//! Rapoport-2015 (the published scores).

use super::{Mind, Strategy};
use crate::chance::{Generator, below, happens};
use crate::games::Move::{self, Cooperate, Defect};
use crate::numbers::Probability;
use crate::words::words;

words! {
    /// An entry of Axelrod's first tournament, from its description in print.
    ///
    /// They enter a [`Tournament`](super::Tournament) like any [`Strategy`]. Two of them
    /// know when the match ends, so they are made for [`Entry::ROUNDS`] rounds.
    ///
    /// ```
    /// use demarche::signals::{Entry, Tournament};
    /// let games = Tournament::new(Entry::ROUNDS, 5)?.seeded(1980);
    /// let standings = games.play(&Entry::ALL)?;
    /// // As published, to the point: tit for tat against Downing.
    /// assert_eq!(Entry::ALL[9], Entry::Downing);
    /// assert_eq!(standings.total(0, 9), 597.0);
    /// # Ok::<(), demarche::signals::SignalsError>(())
    /// ```
    Entry: "an entry of the first tournament" {
        /// Anatol Rapoport's: cooperates first, then does what the other did.
        TitForTat = "Tit for tat",
        /// Tit for tat, but from the second run of defections on the end of a run is
        /// answered by punishing defections, one more with each run. The other gets a
        /// fresh start (two cooperations and a clean slate) if it is 10 points behind,
        /// has not just started a run, has had none for 20 moves, 10 moves remain and its
        /// defections lie 3 standard deviations from a fair coin's. Defects on the last
        /// two moves.
        ///
        /// Our reading: run *n* brings *n* − 1 punishments; points, moves and defections
        /// are counted from the last fresh start, and the match begins with one.
        TidemanChieruzzi = "Tideman and Chieruzzi",
        /// Decides by the last three moves: the defections in each count 1 or 2 points, by
        /// whose they are, times 16, 4 and 1, and it defects on 19 of the 64 sums. Plays
        /// tit for tat before, but defects on move 3 if it alone cooperated first and
        /// alone defected second.
        ///
        /// Our reading: the oldest of the three moves weighs 16, and its own defection
        /// counts 2, the other's 1. The description has these two the other way round,
        /// but the published 158 against Downing and 595 against Tideman and Chieruzzi
        /// come out only like this.
        Nydegger = "Nydegger",
        /// Cooperates, but with probability 2/7 only after a move on which the two did
        /// different things.
        Grofman = "Grofman",
        /// Cooperates until the other defects, then defects for one move and resumes; for
        /// two moves the next time, and so on.
        ///
        /// Our reading: what the other does during a retaliation is passed over. It earns
        /// 253 against Downing, and the published total is 271.
        Shubik = "Shubik",
        /// Tit for tat after four cooperations; every fifteen moves asks whether the other
        /// seems to play at random, and then defects. Defects on the last two moves.
        ///
        /// Our reading: the other seems random if its four transitions (CC, CD, DC, DD)
        /// are equally frequent by a chi-squared test at 5%, until the next test. A test
        /// of alternation, also mentioned, adds nothing to this one.
        SteinRapoport = "Stein and Rapoport",
        /// Cooperates until the other defects once, and never again.
        Friedman = "Friedman",
        /// Ten cooperations, then Friedman's rule over all that it saw.
        Davis = "Davis",
        /// Tit for tat; defects on move 51, and after five more moves of tit for tat
        /// judges the other: defects for good if it seems random; plays tit for tat if it
        /// is tit for tat or its own twin; and otherwise defects now and then, every 5 to
        /// 15 moves.
        ///
        /// Our reading: the test for randomness is the one of [`Entry::SteinRapoport`];
        /// after the judgement tit for tat begins anew, with a cooperation (its published
        /// 597 against tit for tat allow nothing else); ANALOGY, of which nothing is
        /// known, is not looked for.
        Graaskamp = "Graaskamp",
        /// Takes the other's chance to cooperate after a cooperation and after a defection
        /// from what it saw, both 1/2 until then, and does what pays most in the long run:
        /// cooperate, defect or alternate.
        ///
        /// Our reading: among equals it cooperates, then alternates.
        Downing = "Downing",
        /// Tit for tat that returns a cooperation with a chance that falls to 1/2 by move
        /// 200.
        ///
        /// Our reading: in a straight line, from 1 at the start.
        Feld = "Feld",
        /// Tit for tat that returns a cooperation nine times in ten.
        Joss = "Joss",
        /// Cooperates on eleven moves, then a tenth less than the other did on the
        /// preceding ten.
        ///
        /// Our reading: a chance lower by 0.1, not by a tenth of itself.
        Tullock = "Tullock",
        /// Cooperates with probability 1/2. Axelrod added it.
        Random = "Random",
    }
}

impl Entry {
    /// The rounds of a match.
    pub const ROUNDS: u32 = 200;
}

impl Strategy for Entry {
    fn begin(&self) -> Box<dyn Mind + '_> {
        let rule: Rule = match self {
            Self::TitForTat => Box::new(|past, _| past.answer()),
            Self::TidemanChieruzzi => {
                let mut book = Punishments::default();
                Box::new(move |past, _| book.next(past))
            }
            Self::Nydegger => Box::new(|past, _| nydegger(past)),
            Self::Grofman => Box::new(|past, rng| match past.last() {
                Some((own, other)) if own != other => lot(rng, 2.0 / 7.0),
                _ => Cooperate,
            }),
            Self::Shubik => Box::new(shubik()),
            Self::SteinRapoport => Box::new(stein_rapoport()),
            Self::Friedman => Box::new(|past, _| unless(past.defections[1] > 0)),
            Self::Davis => Box::new(|past, _| {
                unless(past.len() >= 10 && past.defections[1] > 0)
            }),
            Self::Graaskamp => {
                let mut judge = Judge::default();
                Box::new(move |past, rng| judge.next(past, rng))
            }
            Self::Downing => Box::new(downing()),
            Self::Feld => Box::new(|past, rng| match past.answer() {
                Cooperate => lot(rng, 1.0 - past.len() as f64 / 400.0),
                Defect => Defect,
            }),
            Self::Joss => Box::new(|past, rng| match past.last() {
                Some((_, Cooperate)) => lot(rng, 0.9),
                _ => past.answer(),
            }),
            Self::Tullock => Box::new(|past, rng| {
                if past.len() < 11 {
                    return Cooperate;
                }
                let seen = &past.other[past.len() - 10..];
                let share = seen.iter().filter(|&&m| m == Cooperate).count() as f64;
                lot(rng, (share / 10.0 - 0.1).max(0.0))
            }),
            Self::Random => Box::new(|_, rng| lot(rng, 0.5)),
        };
        Box::new(Player { past: Past::default(), rule })
    }
}

/// What an entry does next, from what has happened and what it keeps for itself.
type Rule = Box<dyn FnMut(&Past, &mut Generator) -> Move>;

struct Player {
    past: Past,
    rule: Rule,
}

impl Mind for Player {
    fn means(&mut self, rng: &mut Generator) -> Move {
        (self.rule)(&self.past, rng)
    }

    fn hears(&mut self, own: Move, other: Move) {
        for (count, made) in self.past.defections.iter_mut().zip([own, other]) {
            *count += u32::from(made == Defect);
        }
        self.past.own.push(own);
        self.past.other.push(other);
    }
}

/// The moves so far.
#[derive(Default)]
struct Past {
    own: Vec<Move>,
    other: Vec<Move>,
    /// Its own, and the other's.
    defections: [u32; 2],
}

impl Past {
    fn len(&self) -> usize {
        self.own.len()
    }

    fn last(&self) -> Option<(Move, Move)> {
        Some((*self.own.last()?, *self.other.last()?))
    }

    /// Tit for tat's move.
    fn answer(&self) -> Move {
        self.other.last().copied().unwrap_or(Cooperate)
    }

    /// Whether only two moves remain, or fewer.
    fn is_ending(&self) -> bool {
        self.len() + 2 >= Entry::ROUNDS as usize
    }
}

const fn unless(defect: bool) -> Move {
    if defect { Defect } else { Cooperate }
}

/// Cooperates with this probability.
fn lot(rng: &mut Generator, chance: f64) -> Move {
    let chance = Probability::new(chance).expect("a chance from 0 to 1");
    unless(!happens(rng, chance))
}

/// The books that Tideman and Chieruzzi's entry keeps.
#[derive(Default)]
struct Punishments {
    /// The move before which it last started afresh.
    since: usize,
    /// The defections before that.
    before: [u32; 2],
    /// Whether the second cooperation of a fresh start is due.
    pardons: bool,
    /// Runs of defections that the other has finished.
    runs: u32,
    owed: u32,
}

impl Punishments {
    fn next(&mut self, past: &Past) -> Move {
        if past.is_ending() {
            return Defect;
        }
        if core::mem::take(&mut self.pardons) {
            return Cooperate;
        }
        let seen = &past.other[self.since..];
        if let [.., Defect, Cooperate] = seen {
            self.runs += 1;
            self.owed += self.runs - 1;
        }
        if self.may_start_afresh(past) {
            *self = Self {
                since: past.len(),
                before: past.defections,
                pardons: true,
                ..Self::default()
            };
            return Cooperate;
        }
        if past.answer() == Defect {
            return Defect;
        }
        let punishes = self.owed > 0;
        self.owed = self.owed.saturating_sub(1);
        unless(punishes)
    }

    fn may_start_afresh(&self, past: &Past) -> bool {
        let [mine, theirs]: [f64; 2] = core::array::from_fn(|side| {
            f64::from(past.defections[side] - self.before[side])
        });
        let seen = &past.other[self.since..];
        let moves = seen.len() as f64;
        let has_just_started = matches!(seen, [Defect] | [.., Cooperate, Defect]);
        // Who defects alone gains 5 on the other; who does so together, nothing.
        5.0 * (mine - theirs) >= 10.0
            && !has_just_started
            && seen.len() >= 20
            && past.len() + 10 <= Entry::ROUNDS as usize
            && (theirs - moves / 2.0).abs() >= 3.0 * moves.sqrt() / 2.0
    }
}

/// The sums on which Nydegger's entry defects.
const DEFECTS_ON: [u8; 19] =
    [1, 6, 7, 17, 22, 23, 26, 29, 30, 31, 33, 38, 39, 45, 49, 54, 55, 58, 61];

fn nydegger(past: &Past) -> Move {
    let points = |t: usize| past.other[t] as u8 + 2 * past.own[t] as u8;
    match past.len() {
        0 | 1 => past.answer(),
        2 => {
            let robbed = (past.own[0], past.other[0]) == (Cooperate, Defect);
            let robs = (past.own[1], past.other[1]) == (Defect, Cooperate);
            if robbed && robs { Defect } else { past.answer() }
        }
        now => {
            let sum = 16 * points(now - 3) + 4 * points(now - 2) + points(now - 1);
            unless(DEFECTS_ON.contains(&sum))
        }
    }
}

fn shubik() -> impl FnMut(&Past, &mut Generator) -> Move {
    let (mut length, mut left) = (0_u32, 0_u32);
    move |past, _| {
        if left == 0 && past.last() == Some((Cooperate, Defect)) {
            length += 1;
            left = length;
        }
        let retaliates = left > 0;
        left = left.saturating_sub(1);
        unless(retaliates)
    }
}

/// The 95% quantile of chi-squared with three degrees of freedom.
const CHI_SQUARED: f64 = 7.815;

/// Whether each of the four transitions is equally frequent.
fn seems_random(moves: &[Move]) -> bool {
    let mut counts = [0_u32; 4];
    for pair in moves.windows(2) {
        counts[pair[0] as usize * 2 + pair[1] as usize] += 1;
    }
    let expected = f64::from(counts.iter().sum::<u32>()) / 4.0;
    let off = |&count: &u32| f64::from(count) - expected;
    counts.iter().map(off).map(|off| off * off / expected).sum::<f64>() < CHI_SQUARED
}

fn stein_rapoport() -> impl FnMut(&Past, &mut Generator) -> Move {
    let mut faces_chance = false;
    move |past, _| {
        if past.is_ending() {
            return Defect;
        }
        if past.len() < 4 {
            return Cooperate;
        }
        if past.len() % 15 == 0 {
            faces_chance = seems_random(&past.other);
        }
        if faces_chance { Defect } else { past.answer() }
    }
}

/// What Graaskamp's entry has found out.
#[derive(Default)]
struct Judge {
    faces_chance: bool,
    /// The move before which it defects next, if it does so now and then.
    next: Option<usize>,
}

impl Judge {
    fn next(&mut self, past: &Past, rng: &mut Generator) -> Move {
        let now = past.len();
        match now {
            0..50 | 51..56 => past.answer(),
            50 => Defect,
            56 => {
                let mirrored = past.other[0] == Cooperate
                    && past.other[1..] == past.own[..now - 1];
                self.faces_chance = seems_random(&past.other);
                if !self.faces_chance && !mirrored && past.own != past.other {
                    self.next = Some(now + wait(rng));
                }
                unless(self.faces_chance)
            }
            _ if self.faces_chance => Defect,
            _ if self.next == Some(now) => {
                self.next = Some(now + wait(rng));
                Defect
            }
            _ => past.answer(),
        }
    }
}

/// A wait of 5 to 15 moves.
fn wait(rng: &mut Generator) -> usize {
    5 + usize::try_from(below(rng, 11)).expect("a number below 11")
}

fn downing() -> impl FnMut(&Past, &mut Generator) -> Move {
    // After its cooperations and after its defections: the answers, and how many of
    // them were cooperations.
    let mut answers = [[0_i32; 2]; 2];
    move |past, _| {
        if let (Some(before), Some(&answer)) =
            (past.len().checked_sub(2), past.other.last())
        {
            let [seen, kind] = &mut answers[past.own[before] as usize];
            *seen += 1;
            *kind += i32::from(answer == Cooperate);
        }
        let rate =
            |[seen, kind]: [i32; 2]| if seen == 0 { (2, 1) } else { (seen, kind) };
        let [(a, kind_a), (b, kind_b)] = answers.map(rate);
        // What each way pays in two moves, times the denominators a and b.
        let (after_c, after_d) = (kind_a * b, kind_b * a);
        let cooperates = 6 * after_c;
        let defects = 2 * a * b + 8 * after_d;
        let alternates = a * b + 4 * after_c + 3 * after_d;
        if cooperates >= alternates.max(defects) {
            Cooperate
        } else if alternates >= defects {
            past.own.last().map_or(Cooperate, |own| own.other())
        } else {
            Defect
        }
    }
}
