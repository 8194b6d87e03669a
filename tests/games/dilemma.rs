//! The dilemma.

use super::*;

/// The patience that the threat never to cooperate again needs, by each door.
fn grim_by_every_door(payoffs: Payoffs) -> [Option<Discount>; 4] {
    let half = Discount::new(0.5).unwrap();
    let host = Host::new(payoffs, half, Probability::new(1.0).unwrap());
    [
        Dilemma::new(payoffs).ok().and_then(|dilemma| dilemma.grim_patience()),
        grim_patience(&payoffs),
        patience(&payoffs, RelativeWeight::ABSOLUTE),
        host.ok().and_then(|host| host.patience_needed()),
    ]
}

#[test]
fn every_chapter_gives_a_dilemma_the_same_patience() {
    for (payoffs, needed) in [
        (Payoffs::AXELROD, 1.0 / 2.0),
        (Payoffs::PRISONERS_DILEMMA, 1.0 / 2.0),
        (Payoffs::new(10.0, 9.0, 6.0, 0.0).unwrap(), 1.0 / 4.0),
    ] {
        let needed = Discount::new(needed).ok();
        assert_eq!(grim_by_every_door(payoffs), [needed; 4], "{payoffs}");
    }
    let kinder = Dilemma::new(Payoffs::new(5.0, 4.0, 2.0, 0.0).unwrap()).unwrap();
    let value = |needed: Option<Discount>| needed.unwrap().value();
    assert!((value(kinder.grim_patience()) - 1.0 / 3.0).abs() < 1e-15);
    assert!((value(kinder.tit_for_tat_patience()) - 1.0 / 3.0).abs() < 1e-15);
    assert!((value(kinder.win_stay_patience()) - 1.0 / 2.0).abs() < 1e-15);
}

#[test]
fn no_chapter_asks_for_patience_in_a_game_that_is_no_dilemma() {
    let tied = |t, r, p, s| Payoffs::new(t, r, p, s).unwrap();
    for payoffs in [
        Payoffs::STAG_HUNT,
        Payoffs::ASSURANCE,
        Payoffs::COORDINATION,
        Payoffs::CHICKEN,
        Payoffs::HARMONY,
        Payoffs::DEADLOCK,
        Payoffs::LEADER,
        Payoffs::HERO,
        tied(3.0, 3.0, 2.0, 1.0),
        tied(4.0, 2.0, 2.0, 1.0),
        tied(4.0, 3.0, 1.0, 1.0),
    ] {
        assert_eq!(
            Dilemma::try_from(payoffs),
            Err(GameError::NotADilemma { found: payoffs })
        );
        assert_eq!(grim_by_every_door(payoffs), [None; 4], "{payoffs}");
        assert_eq!(tit_for_tat_patience(&payoffs), None, "{payoffs}");
        assert_eq!(win_stay_patience(&payoffs), None, "{payoffs}");
    }
}

#[test]
fn a_threshold_that_rounds_to_one_is_none() {
    // Exactly it is 1 − 10⁻¹⁷, and the next number below 1 is 1 − 1.1 × 10⁻¹⁶.
    let hardly = Payoffs::new(1.0, 1e-17, 0.0, -1.0).unwrap();
    assert!(Dilemma::new(hardly).is_ok());
    assert_eq!(grim_by_every_door(hardly), [None; 4]);
    assert_eq!(tit_for_tat_patience(&hardly), None);
    // The smallest gain there is, and the largest stake.
    let vast = Payoffs::new(5e-324, 0.0, -5e-324, -1e150).unwrap();
    assert_eq!(grim_patience(&vast), Discount::new(0.5).ok());
    assert_eq!(win_stay_patience(&vast), None);
}

#[test]
fn a_dilemma_comes_through_one_door() {
    let dilemma = Dilemma::new(Payoffs::AXELROD).unwrap();
    let text = serde_json::to_string(&dilemma).unwrap();
    assert_eq!(text, serde_json::to_string(&Payoffs::AXELROD).unwrap());
    assert_eq!(serde_json::from_str::<Dilemma>(&text).unwrap(), dilemma);
    assert_eq!(Payoffs::from(dilemma), *dilemma.payoffs());
    let chicken = serde_json::to_string(&Payoffs::CHICKEN).unwrap();
    let error = refused::<Dilemma>(&chicken);
    assert!(error.starts_with("expected payoffs T > R > P > S, found T 4, R 3"));
}

/// Ranks keep the pure equilibria; the mixture feels every other change of scale.
#[test]
fn mixtures_do_not_survive_a_bent_scale() {
    let game = battle(2.0, 1.0, 0.0);
    let bent = bent(&game, |x| x * x, |x| x * x);
    assert_eq!(bent.pure_equilibria(), game.pure_equilibria());
    assert_ne!(bent.mixed_equilibrium(), game.mixed_equilibrium());
    assert!((bent.mixed_equilibrium().unwrap().0.value() - 0.8).abs() < 1e-12);
}
