//! The questions to the chapters on gaining and siding: gains, trade, alliances,
//! alignment, polarity.

use super::affair::{Desk, Finding, Question};
use super::slots::{Inputs, Named, asked, named};
use super::{BriefingError, Chapter, Someone};
use crate::alliances::Call;
use crate::gains::{Deal, Tolerance};
use crate::graph::{Sign, SignedGraph};
use crate::numbers::{Amount, Payoff, Sensitivity, Size};
use crate::polarity::{Shares, majority_game};
use crate::trade::{Elasticity, TradeCost, World};
use crate::voting::Tally;

asked! {
    /// To the chapter on gains: would the second party take the smaller gain?
    Gains {
        sensitivity: Sensitivity = "How much the second party minds being behind",
        own: Payoff = "What the second party gains",
        other: Payoff = "What the first party gains",
    }
}

impl Question for Gains {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let deal = Deal::new(self.own.value(), self.other.value())?;
        let because = match deal.tolerance() {
            Tolerance::Always => "however much it minds".to_owned(),
            Tolerance::Never => "however little it minds".to_owned(),
            Tolerance::UpTo(k) => format!("up to k = {:.3}", k.value()),
            Tolerance::From(k) => format!("from k = {:.3} on", k.value()),
        };
        Ok(Finding::of(
            self,
            format!(
                "Would {} take {} although {} gets {}?",
                cast.second, self.own, cast.first, self.other
            ),
            deal.accepted(self.sensitivity),
            format!("{because}; here k = {}", self.sensitivity),
            &[("what the deal is worth to it", deal.utility(self.sensitivity))],
        ))
    }
}

asked! {
    /// To the chapter on trade: whom would an embargo between the two hurt more?
    Trade {
        first: Size = "The size of the first party's economy",
        second: Size = "The size of the second party's economy",
        third: Size = "The size of the bystanders' economy",
        cost: TradeCost = "What a border costs trade",
        elasticity: Elasticity = "How easily one seller is replaced by another",
        closed: bool = "Whether the border between the two is closed",
    }
}

impl Question for Trade {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let open = World::even(
            &[self.first, self.second, self.third],
            self.cost,
            self.elasticity,
        )?;
        let shut = open.with_cost(0, 1, TradeCost::CLOSED)?;
        let (open, shut) = (open.settled()?, shut.settled()?);
        let left = [0, 1, 2].map(|k| shut.welfare(k) / open.welfare(k));
        let percent = left.map(|part| 100.0 * (part - 1.0));
        let worst = if self.closed { left[0].min(left[1]) } else { 1.0 };
        Ok(Finding::of(
            self,
            cast.told(
                "Would an embargo hurt the second party more than the first party?",
            ),
            left[1] < left[0],
            format!(
                "{:+.1}% and {:+.1}%; the bystander {:+.1}%",
                percent[1], percent[0], percent[2]
            ),
            &[("what is left of trade", worst)],
        ))
    }
}

named! {
    /// A state that may come, and how many must have come before it.
    Waiting {
        /// Which state.
        state: String,
        /// For how many it waits.
        waits_for: u16,
    }
}

named! {
    /// To the chapter on alliances: would all come? Its inputs are the states, by name.
    Alliances {
        /// Who may come.
        members: Vec<Waiting>,
    }
}

impl Inputs for Alliances {
    const CHAPTER: Chapter = Chapter::Alliances;

    fn slots(&mut self) -> Vec<Named<'_>> {
        const WHAT: &str = "For how many others a state waits before it comes";
        fn slot(member: &mut Waiting) -> Named<'_> {
            (member.state.clone(), WHAT, &mut member.waits_for)
        }
        self.members.iter_mut().map(slot).collect()
    }
}

impl Question for Alliances {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        cast.once(
            Self::CHAPTER.word(),
            self.members.iter().map(|member| &member.state),
        )?;
        let call = self.call()?;
        let (acting, keystones) = (call.acting(), call.keystones());
        let names = |members: &[usize]| {
            let name = |&member: &usize| &*self.members[member].state;
            members.iter().map(name).collect::<Vec<_>>().join(", ")
        };
        let because = match (acting.len(), keystones.len()) {
            (0, _) => "nobody comes first".to_owned(),
            (_, 0) => format!("{} come, and none hangs on another", names(&acting)),
            _ => format!(
                "{} come; all hangs on {}",
                names(&acting),
                names(&keystones)
            ),
        };
        Ok(Finding::of(
            self,
            cast.told("Would all come if the second party were attacked?"),
            self.yes(desk)?,
            because,
            &[
                ("who comes", acting.len() as f64),
                ("who may not fail", -(keystones.len() as f64)),
            ],
        ))
    }

    fn yes(&self, _: Desk<'_>) -> Result<bool, BriefingError> {
        Ok(self.call()?.acting().len() == self.members.len())
    }
}

impl Alliances {
    fn call(&self) -> Result<Call, BriefingError> {
        let mut waits: Vec<u32> = Vec::new();
        for member in &self.members {
            waits.push(member.waits_for.into());
        }
        Ok(Call::of_heads(&waits)?)
    }
}

asked! {
    /// To the chapter on alignment: are we free to choose a side?
    Alignment {
        pledge: Someone = "The state to which we pledge ourselves",
        ; given {
            /// The pairs that will not stand together.
            feuds: Vec<[String; 2]>,
            /// The pairs that will.
            pledges: Vec<[String; 2]>,
        }
    }
}

impl Question for Alignment {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        let here = Self::CHAPTER.word();
        let signed = |pairs: &[[String; 2]], sign| {
            let pairs = cast.pairs(here, pairs)?;
            Ok::<_, BriefingError>(pairs.into_iter().map(move |[a, b]| (a, b, sign)))
        };
        let mut ties: Vec<_> = signed(&self.feuds, Sign::Rivals)?.collect();
        ties.extend(signed(&self.pledges, Sign::Friends)?);
        let [first, _, us] = cast.roles(here)?;
        if let Some(name) = self.pledge.name() {
            ties.push((us, cast.number(here, name)?, Sign::Friends));
        }
        let graph = SignedGraph::new(cast.states.len(), &ties)?;
        let ways = graph.balanced_completions();
        let with_first = ways.iter().filter(|way| way.together(us, first)).count();
        let told: Vec<String> =
            ways.iter().take(2).map(|way| way.told(&cast.states)).collect();
        Ok(Finding::of(
            self,
            "Are we free to choose a side?".to_owned(),
            with_first > 0 && with_first < ways.len(),
            match ways.len() {
                0 => "the ties cannot all be kept".to_owned(),
                1..=2 => told.join("; or "),
                n => format!("{n} balanced sidings"),
            },
            &[("balanced sidings", ways.len() as f64)],
        ))
    }
}

named! {
    /// A state and its capability, in any one unit.
    Power {
        /// Which state.
        state: String,
        /// Its capability.
        capability: Amount,
    }
}

named! {
    /// To the chapter on polarity: could the others together outweigh the strongest? Its
    /// inputs are the states, by name.
    Polarity {
        /// The powers.
        powers: Vec<Power>,
    }
}

impl Inputs for Polarity {
    const CHAPTER: Chapter = Chapter::Polarity;

    fn slots(&mut self) -> Vec<Named<'_>> {
        fn slot(power: &mut Power) -> Named<'_> {
            (power.state.clone(), "A state's capability", &mut power.capability)
        }
        self.powers.iter_mut().map(slot).collect()
    }
}

impl Question for Polarity {
    fn finding(&self, desk: Desk<'_>) -> Result<Finding, BriefingError> {
        let cast = desk.cast;
        cast.once(
            Self::CHAPTER.word(),
            self.powers.iter().map(|power| &power.state),
        )?;
        let amounts: Vec<Amount> =
            self.powers.iter().map(|power| power.capability).collect();
        let shares = Shares::of(&amounts)?;
        let body = majority_game(&shares)?;
        let voting = Tally::of(&body).map_err(BriefingError::Tally)?;
        let most = |&k: &usize| amounts[k];
        let strongest = (0..amounts.len()).max_by_key(most).unwrap_or_default();
        let rest: Vec<bool> = (0..amounts.len()).map(|k| k != strongest).collect();
        let holds = voting.shapley_shubik().swap_remove(strongest);
        Ok(Finding::of(
            self,
            format!("Could the others outweigh {}?", self.powers[strongest].state),
            body.wins(&rest),
            format!(
                "{:.2} effective powers; {holds} of the power to decide is its own",
                shares.effective_number()
            ),
            &[("effective powers", shares.effective_number())],
        ))
    }
}
