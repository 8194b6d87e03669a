//! The names.

use super::*;

/// All orders of four payoffs, named by the letters from best to worst.
fn all_orders() -> Vec<(String, Payoffs)> {
    let mut orders = Vec::new();
    for code in 0..256_u32 {
        let digit = |place: u32| code / 4_u32.pow(place) % 4;
        let [t, r, p, s] = [digit(0), digit(1), digit(2), digit(3)];
        let mut letters = [(t, 'T'), (r, 'R'), (p, 'P'), (s, 'S')];
        letters.sort_unstable_by_key(|&(value, _)| std::cmp::Reverse(value));
        if letters.windows(2).all(|pair| pair[0].0 > pair[1].0) {
            let of = |value: u32| f64::from(value + 1);
            let game = Payoffs::new(of(t), of(r), of(p), of(s)).unwrap();
            orders.push((letters.iter().map(|&(_, letter)| letter).collect(), game));
        }
    }
    orders
}

#[test]
fn every_order_has_its_name() {
    let orders = all_orders();
    assert_eq!(orders.len(), 24);
    for (order, game) in orders {
        let expected = match order.as_str() {
            "TRPS" => GameClass::PrisonersDilemma,
            "RTPS" => GameClass::StagHunt,
            "RPTS" => GameClass::Assurance,
            "RPST" => GameClass::Coordination,
            "TRSP" => GameClass::Chicken,
            "TSRP" => GameClass::Leader,
            "STRP" => GameClass::Hero,
            "TPRS" | "TPSR" | "PTRS" | "PTSR" | "PSTR" => GameClass::Deadlock,
            "RTSP" | "RSTP" | "RSPT" | "SRTP" | "SRPT" => GameClass::Harmony,
            // The leader and the hero with their moves renamed.
            "STPR" | "TSPR" => GameClass::BattleOfTheSexes,
            _ => GameClass::Other,
        };
        assert_eq!(game.class(), expected, "{order}");
    }
}

#[test]
fn named_games_bear_their_names() {
    for (game, class) in [
        (Payoffs::PRISONERS_DILEMMA, GameClass::PrisonersDilemma),
        (Payoffs::AXELROD, GameClass::PrisonersDilemma),
        (Payoffs::STAG_HUNT, GameClass::StagHunt),
        (Payoffs::ASSURANCE, GameClass::Assurance),
        (Payoffs::COORDINATION, GameClass::Coordination),
        (Payoffs::CHICKEN, GameClass::Chicken),
        (Payoffs::HARMONY, GameClass::Harmony),
        (Payoffs::DEADLOCK, GameClass::Deadlock),
        (Payoffs::LEADER, GameClass::Leader),
        (Payoffs::HERO, GameClass::Hero),
    ] {
        assert_eq!(game.class(), class);
        assert!(game.bimatrix().is_symmetric());
    }
}

#[test]
fn pure_equilibria_of_the_named_games() {
    let of = |game: Payoffs| game.bimatrix().pure_equilibria();
    assert_eq!(of(Payoffs::PRISONERS_DILEMMA), [(D, D)]);
    assert_eq!(of(Payoffs::STAG_HUNT), [(C, C), (D, D)]);
    assert_eq!(of(Payoffs::CHICKEN), [(C, D), (D, C)]);
    assert_eq!(of(Payoffs::DEADLOCK), [(D, D)]);
    assert_eq!(of(Payoffs::HARMONY), [(C, C)]);
    assert_eq!(of(Payoffs::LEADER), [(C, D), (D, C)]);
    assert_eq!(of(Payoffs::HERO), [(C, D), (D, C)]);
}

#[test]
fn ties_leave_weak_equilibria_and_no_dominance() {
    let flat = Payoffs::new(1.0, 1.0, 1.0, 1.0).unwrap().bimatrix();
    assert_eq!(flat.pure_equilibria().len(), 4);
    assert_eq!(flat.dominant(), (None, None));
    assert_eq!(flat.mixed_equilibrium(), None);
    assert_eq!(flat.class(), GameClass::Other);
    // A hunt whose hare is as good against either move is still a hunt.
    let skyrms = Payoffs::new(3.0, 4.0, 3.0, 0.0).unwrap();
    assert_eq!(skyrms.class(), GameClass::StagHunt);
}
