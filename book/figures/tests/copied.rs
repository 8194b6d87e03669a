//! What *Copy as Rust* gives at the book's values: every program compiles and
//! runs. Written by `BLESS=1 cargo test -p demarche-figures --test figures`.

#![allow(clippy::all, clippy::pedantic, reason = "written by the figures")]

#[rustfmt::skip]
mod actors_capitals {
    // Figure actors-capitals of the book, at year:1,ties:either,shut:none
    use demarche::actors::{Tie, record};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let missions = record::south_america(1904).ok_or("a year")?;
        let graph = missions.graph(Tie::Either);
        // What passes through Brazil.
        assert!((graph.betweenness()[2] - 2.816667).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod actors_next {
    // Figure actors-next of the book, at depth:10,missions:4
    use demarche::actors::Budget;
    use demarche::numbers::Share;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let budget = Budget { relations: 192, depth: Share::new(0.1)? };
        assert_eq!(budget.hub_comes(), Some(3));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod immunity_lamps {
    // Figure immunity-lamps of the book, at who:agent,tie:foreign,family:off,official:off,when:winding,what:grave,waiver:nothing,ask:trial,states:any,reading:plain
    use demarche::immunity::*;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let who = Who::Member {
            category: Category::DiplomaticAgent,
            tie: Tie::Foreign,
            capacity: Capacity::Private,
        };
        let act = Act { judge: false, ..Act::of(Subject::GraveCrime) };
        let case = Case {
            act,
            phase: Phase::Winding,
            waiver: "-".parse()?,
            ..Case::serving(who, act.subject, Measure::Prosecute)
        };
        let answer = verdict(&case, Pair::PLAIN, Reading::PLAIN);
        assert_eq!(answer.outcome(), Outcome::Barred);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod treaties_race {
    // Figure treaties-race of the book, at cut:40,who:both,until:5,good:0
    use demarche::crisis::Race;
    use demarche::numbers::{Share, Time};
    use demarche::treaties::Limits;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let race = Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0])?;
        let cuts = [Share::new(0.4)?, Share::new(0.4)?];
        let limits = Limits { race, cuts, until: Time::new(5.0)? };
        let [first, _] = limits.at([0.0; 2], Time::new(10.0)?);
        assert!((first - 58.8335).abs() < 1e-3);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod treaties_life {
    // Figure treaties-life of the book, at a:sign,b:notice,c:ratify,d:force,way:clause
    use demarche::treaties::*;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let way_out = WayOut::Clause(Exit {
            notice: Delay::Months(6),
            first: Delay::NONE,
            reasons: false,
        });
        let terms = Terms { signature_binds: false, accession: true, way_out };
        let mut bond = Bond::OUTSIDER;
        bond = bond.after(Event::Sign, &terms)?;
        let refused = bond.after(Event::Notify(Notice { on: "2026-05-03".parse()?, reasons: false }), &terms).unwrap_err();
        assert_eq!(refused.rule.to_string(), "VCLT 2(1)(g)");
        bond = bond.after(Event::Ratify, &terms)?;
        bond = bond.after(Event::EnterIntoForce("2020-01-01".parse()?), &terms)?;
        assert_eq!(bond.standing().to_string(), "a party");
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod treaties_clock {
    // Figure treaties-clock of the book, at count:22,delay:30,soviet:85
    use demarche::calendar::Day;
    use demarche::treaties::{Delay, Deposit, Entry};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let new_year: Day = "1963-12-31".parse()?;
        let mut safe = vec![Deposit::on(new_year); 20];
        for day in [14, 85, 93, 105, 106, 108, 129, 135, 160, 161] {
            safe.push(Deposit::on(new_year.after(day)));
        }
        let entry = Entry::after("22".parse()?, Delay::Days(30));
        assert_eq!(entry.day(&safe).ok_or("no day")?.to_string(), "1964-04-24");
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod signals_noise {
    // Figure signals-noise of the book, at e:1,g:0.33,slip:hand,tape:0
    use demarche::numbers::{ErrorRate, Probability};
    use demarche::signals::{Chain, MemoryOne, SlipOfHand};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let line = SlipOfHand::new(ErrorRate::new(1.0 / 100.0)?);
        let generous = MemoryOne::generous(Probability::new(0.33)?).over(line);
        let rate = Chain::between(&generous, &generous).long_run()?.cooperation()[0];
        assert!((rate - 0.970879).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod signals_talk {
    // Figure signals-talk of the book, at b:0.1
    use demarche::signals::{Bias, Institution, best_institution, max_cells};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let bias = Bias::ratio(100, 1000)?;
        assert_eq!(max_cells(bias), Some(2));
        assert_eq!(best_institution(bias), Institution::Plenipotentiary);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod bargaining_ratifiers {
    // Figure bargaining-ratifiers of the book, at n:3,m:3
    use demarche::bargaining::Ratifiers;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let vetoes = Ratifiers { first: 3, second: 3 };
        assert_eq!(vetoes.one_in(), Some(20));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod bargaining_patience {
    // Figure bargaining-patience of the book, at d1:0.9,d2:0.9,w1:0,w2:0.45
    use demarche::bargaining::Offers;
    use demarche::numbers::{Discount, Share};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let patience = [Discount::new(0.9)?, Discount::new(0.9)?];
        let ways_out = [Share::new(0.0)?, Share::new(0.45)?];
        let offers = Offers { patience, ways_out };
        let first = offers.division().unwrap().first;
        assert!((first.value() - 0.526316).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod culture_lattice {
    // Figure culture-lattice of the book, at q:15,t:24,far:none,field:none,seed:0
    use demarche::chance::stream;
    use demarche::culture::Land;
    use demarche::numbers::Probability;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let land = Land::new(8, 5, 15)?
            .with_far(Probability::new(0.0)?)
            .with_field(Probability::new(0.0)?);
        let mut rng = stream(2002, 0);
        let mut world = land.world(&mut rng);
        world.run(24000, &mut rng);
        assert_eq!(world.regions().len(), 19);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod culture_field {
    // Figure culture-field of the book, at k:10,q:five
    use demarche::culture::record::{FIELD, STRENGTHS};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let (traits, runs) = FIELD[0];
        assert_eq!((traits, STRENGTHS[10]), (5, 0.9));
        assert!((runs[10].mean() - 19.730000).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod gains_plane {
    // Figure gains-plane of the book, at v:2,w:5,k:1,n:2
    use demarche::gains::{Deal, States, effective_weight};
    use demarche::numbers::{RelativeWeight, Sensitivity};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let k = Sensitivity::new(1.0)?;
        let n = States::new(2)?;
        let rho = effective_weight(RelativeWeight::from(k), n);
        let deal = Deal::new(2.0, 5.0)?;
        assert!(!deal.accepted_at(rho));
        assert!(deal.mirrored().accepted_at(rho));
        assert!(!deal.struck(rho, rho));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod gains_matrix {
    // Figure gains-matrix of the book, at game:stag-hunt,r:0.4,n:2,rival:off
    use demarche::gains::{States, effective_weight, relative_gains};
    use demarche::games::{GameClass, Payoffs};
    use demarche::numbers::RelativeWeight;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let r = RelativeWeight::new(0.4)?;
        let n = States::new(2)?;
        let seen = relative_gains(&Payoffs::STAG_HUNT, effective_weight(r, n));
        assert_eq!(seen.class(), GameClass::PrisonersDilemma);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod gains_fight {
    // Figure gains-fight of the book, at cost:3,prize:5,gap:3
    use demarche::gains::{TwoPeriods, War};
    use demarche::games::Payoffs;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let trade = Payoffs::PRISONERS_DILEMMA;
        let war = War { gap: 3.0, prize: 5.0, cost: 3.0, loser: 0.0 };
        let world = TwoPeriods::new(trade, 0.0, war)?;
        assert_eq!(world.cooperation(), 5.0);
        assert_eq!(world.cheating(), 6.0);
        assert!(!world.cooperates());
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod trade_triangle {
    // Figure trade-triangle of the book, at closed:on,tau:1.5,sigma:5,t:0
    use demarche::numbers::Size;
    use demarche::trade::{Elasticity, Tariff, TradeCost, World};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let sizes = [Size::new(10.0)?, Size::new(6.0)?, Size::new(4.0)?];
        let world = World::even(&sizes, TradeCost::new(1.5)?, Elasticity::new(5.0)?)?;
        let tariff = Tariff::new(0.0)?;
        let changed = world.with_tariff_on_all(0, tariff)?.with_cost(0, 1, TradeCost::CLOSED)?;
        let change = changed.settled()?.welfare(2) / world.settled()?.welfare(2);
        assert!((change - 1.008547).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod trade_pact {
    // Figure trade-pact of the book, at delta:0.6,shock:1,t:0.3
    use demarche::games::Dilemma;
    use demarche::numbers::{Amount, Discount, Size};
    use demarche::trade::{Elasticity, Pact, Tariff, TradeCost, World, tariff_game};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let sizes = [Size::new(1.0)?; 2];
        let world = World::even(&sizes, TradeCost::NONE, Elasticity::new(5.0)?)?;
        let game = Dilemma::new(tariff_game(&world, Tariff::new(0.3)?)?)?;
        let pact = Pact { game, patience: Discount::new(0.6)? };
        assert!(!pact.absorbs(Amount::new(1.0)?));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod alliances_call {
    // Figure alliances-call of the book, at second:2,third:2,away:0
    use demarche::alliances::Call;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let call = Call::of_heads(&[0, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])?;
        assert_eq!(call.acting().len(), 1);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod alliances_allies {
    // Figure alliances-allies of the book, at n:12,q:0.75,t:0
    use demarche::alliances::Allies;
    use demarche::numbers::{Probability, Share};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let allies = Allies::new(12, Probability::new(0.75)?, Share::new(0.0)?)?;
        assert!((allies.at_least(12) - 0.031676).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod alliances_burden {
    // Figure alliances-burden of the book, at first:10,second:5,third:1,a:0.5
    use demarche::alliances::{Burden, Taste};
    use demarche::numbers::Amount;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let incomes = vec![Amount::new(10.0)?, Amount::new(5.0)?, Amount::new(1.0)?];
        let burden = Burden::new(incomes, Taste::new(0.5)?)?;
        assert!((burden.equilibrium().total() - 5.000000).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod alignment_courts {
    // Figure alignment-courts of the book, at step:2,ba:off,bp:off,br:off,af:off,fp:off,fr:off
    use demarche::alignment::courts;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let europe = courts::STEPS[1].graph();
        assert_eq!(europe.census().unbalanced, 3);
        assert_eq!(europe.frustration().found, 1);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod alignment_landscape {
    // Figure alignment-landscape of the book, at year:1936,without:nothing,lithuania:off
    use demarche::alignment::nations::{self, Factors};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let nations = nations::in_year(1936).ok_or("1936 to 1939")?;
        let factors = Factors::default();
        let stable = nations::landscape(&nations, &factors)?.stable()?;
        assert_eq!(stable.len(), 2);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod polarity_strip {
    // Figure polarity-strip of the book, at by:capability,one:50,two:25
    use demarche::numbers::Share;
    use demarche::polarity::{Index, Polarity, PoleRule, spells};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let rule = PoleRule::new(Share::new(0.5)?, Share::new(0.25)?, Share::new(0.05)?)?;
        let all = spells(&rule, Index::Capability);
        let two = all.iter().filter(|spell| spell.polarity == Polarity::Bipolar);
        assert_eq!(two.map(|spell| spell.disputes).sum::<u32>(), 121);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod polarity_power {
    // Figure polarity-power of the book, at year:1980,by:capability
    use demarche::polarity::{Index, majority_game, majors};
    use demarche::{exact::decimal, voting::Tally};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let now = majors(1980, Index::Capability).ok_or("1816 to 2022")?;
        let tally = Tally::of(&majority_game(&now.shares)?)?;
        let decides = decimal(&tally.shapley_shubik()[0]);
        assert!((decides - 0.333333).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod crisis_sparks {
    // Figure crisis-sparks of the book, at from:liberia,p:0.3,closed:off
    use demarche::crisis::BorderMap;
    use demarche::numbers::Probability;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let borders = [[0, 1], [0, 2], [0, 3], [0, 7], [2, 3], [3, 4], [3, 5], [3, 6], [3, 7], [4, 5], [5, 6], [6, 7], [6, 8], [6, 9], [7, 8], [7, 12], [8, 9], [8, 10], [8, 11], [8, 12], [9, 10], [10, 11], [11, 12], [11, 13], [12, 13]];
        let map = BorderMap::of(14, &borders, Probability::new(0.3)?)?;
        let best = map.mediate(5, 1)?;
        assert!((best.expected - 2.769663).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod crisis_demand {
    // Figure crisis-demand of the book, at hi:0.4,c:0.1,p:0.5,f:0
    use demarche::bargaining::Unknown;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let unknown = Unknown::of(0.5, 0.1, [0.0, 0.4])?;
        assert!((unknown.war().value() - 0.375000).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod crisis_warning {
    // Figure crisis-warning of the book, at rate:20,hits:80,false:20
    use demarche::crisis::Warning;
    use demarche::numbers::Probability;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let (hits, false_alarms) = (Probability::new(0.8)?, Probability::new(0.2)?);
        let warning = Warning { hits, false_alarms };
        let believed = warning.believed(Probability::new(0.02)?).ok_or("a warning")?;
        assert!((believed.value() - 0.075472).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod peace_pairs {
    // Figure peace-pairs of the book, at near:others,regime:any,next:0
    use demarche::peace::pairs;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let much = pairs::where_trade(|own| own.much && !own.neighbours).ok_or("some pairs")?;
        assert_eq!((much.events(), much.cases()), (136, 5200));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod peace_memberships {
    // Figure peace-memberships of the book, at class:1
    use demarche::peace::{Counts, Table};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let (few, many) = (Counts::new(662, 3118)?, Counts::new(491, 1374)?);
        let odds = Table { without: few, with: many }.odds_ratio().ok_or("odds")?;
        assert!((odds - 2.062962).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod voting_power {
    // Figure voting-power of the book, at body:six,index:swings,more:0
    use demarche::{exact::decimal, voting::{Body, Tally}};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let body = Body::weighted(12, vec![4, 4, 4, 2, 2, 1])?;
        let tally = Tally::of(&body)?;
        let power: Vec<f64> = tally.normalised().iter().map(decimal).collect();
        assert!((power[0] - 0.238095).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod voting_wait {
    // Figure voting-wait of the book, at n:15,votes:9,vetoes:5,rate:0.5
    use demarche::numbers::Rate;
    use demarche::voting::Wait;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let wait = Wait::with_vetoes(15, 9, 5)?;
        assert!((wait.mean() - 2.287127).abs() < 1e-6);
        assert!((wait.ahead_of(Rate::new(0.5)?) - 0.368134).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod climate_joiners {
    // Figure climate-joiners of the book, at stakes:2,n:10,timing:leader
    use demarche::climate::{Pact, Timing};
    use demarche::numbers::Size;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let pact = Pact::new(10, Size::new(0.05)?)?;
        assert_eq!(pact.stable(Timing::Leader), [8]);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod climate_club {
    // Figure climate-club of the book, at price:25,tariff:3
    use demarche::climate::Club;
    use demarche::numbers::{Amount, Share};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let stable = Club::EXAMPLE.stable(Amount::new(25.0)?, Share::new(0.03)?);
        assert_eq!(stable, [0, 10]);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod aid_corridors {
    // Figure aid-corridors of the book, at north:100,middle:75,south:100,rule:fairest
    use demarche::aid::{Load, Network, Road};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        // In hundredths of a unit.
        let roads = [
            (0, 2, 7000),
            (0, 3, 4500),
            (1, 3, 3000),
            (1, 4, 5000),
            (2, 5, 5000),
            (2, 6, 3000),
            (3, 6, 3000),
            (3, 7, 3375),
            (4, 7, 2500),
            (4, 8, 3000),
        ]
            .map(|(from, to, per_day)| Road { from, to, per_day, days: 0 });
        let load = |(place, per_day)| Load { place, per_day };
        let stocks = [(0, 12000), (1, 8000)].map(load);
        let needs = [(5, 6000), (6, 5000), (7, 7000), (8, 4000)].map(load);
        let network =
            Network::new(9, roads.to_vec(), stocks.to_vec(), needs.to_vec())?;
        assert_eq!(network.delivery().total, 18375);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod aid_soon {
    // Figure aid-soon of the book, at load:30,days:5,per-day:2
    use demarche::aid::{Convoys, Part};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let convoys = Convoys::of(&[(2, 3), (5, 2)]);
        assert_eq!(convoys.quickest(30), Some(Part::new(46, 5)));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod cyber_blame {
    // Figure cyber-blame of the book, at k:20,v:80,f:0
    use demarche::cyber::{Answer, Blame};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let answer = Blame::of(0.8, 0.2, 0.0)?.answer();
        assert!(matches!(answer, Answer::Mixed { attack, .. }
            if (attack - 0.375000).abs() < 1e-6));
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod cyber_norm {
    // Figure cyber-norm of the book, at p:10,q:60,g:0.5
    use demarche::cyber::Norm;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let norm = Norm::of(0.5, 0.1, 0.6)?;
        assert!((norm.worth() - 0.900000).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}

#[rustfmt::skip]
mod briefing_margins {
    // Figure briefing-margins of the book, at most:40,planted:0,eskar:1,votes:4
    use demarche::briefing::Voting;
    use demarche::numbers::Rate;

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let pace = Rate::new(0.5)?;
        let late = Voting { votes: 4, vetoes: 0, pace, members: 5 }.late()?;
        assert!((late.value().value() - 0.445887).abs() < 1e-6);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}
