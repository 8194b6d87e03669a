//! The price of fighting (our own model).

use super::*;

#[test]
fn cheap_fighting_makes_absolute_gainers_refuse() {
    let (cheap, dear) = (world(5.0, 3.0), world(5.0, 4.0));
    assert!(near(cheap.cooperation(), 5.0) && near(cheap.cheating(), 6.0));
    assert!(!cheap.cooperates());
    assert!(dear.cooperates());
    let critical = |game: TwoPeriods| game.critical_fighting_cost();
    assert_eq!(critical(cheap), Some(4.0));
    assert_eq!(critical(world(6.0, 3.0)), Some(5.0));
    // A prize not worth the peace: cooperation holds at any cost.
    assert_eq!(critical(world(0.5, 0.0)), Some(0.0));
}

#[test]
fn without_a_gap_or_without_punishment_the_cost_decides_nothing() {
    let stage = Payoffs::PRISONERS_DILEMMA;
    let wide = TwoPeriods::new(stage, 0.0, war(3.5, 9.0, 0.0)).unwrap();
    assert!(wide.cooperates());
    assert_eq!(wide.critical_fighting_cost(), None);
    let mild = TwoPeriods::new(stage, 1.5, war(3.0, 9.0, 0.0)).unwrap();
    assert!(!mild.cooperates());
    assert_eq!(mild.critical_fighting_cost(), None);
}

#[test]
fn an_unequal_offer_is_turned_down_for_fear_of_war() {
    let offer = deal(3.0, 6.0);
    assert!(world(5.0, 2.0).turns_down(offer));
    assert!(!world(5.0, 3.5).turns_down(offer));
    // A war that brings what peace does is not fought.
    assert!(!world(5.0, 3.0).turns_down(offer));
    assert!(!world(5.0, 2.0).turns_down(deal(3.0, 5.0)));
    // Refusing what is no more than P needs no war.
    assert!(!world(5.0, 2.0).turns_down(deal(1.0, 9.0)));
    assert!(!world(5.0, 2.0).turns_down(deal(2.0, 9.0)));
}

#[test]
fn an_offer_worth_as_much_as_two_peaceful_years_is_taken() {
    let stage = Payoffs::new(7.0, 5.0, 3.0, 1.0).unwrap();
    let world = TwoPeriods::new(stage, 0.0, war(3.0, 9.0, 2.0)).unwrap();
    assert!(world.turns_down(deal(5.5, 9.0)));
    assert!(!world.turns_down(deal(6.0, 9.0)));
}

#[test]
fn worlds_that_make_no_sense_are_refused_with_a_sentence() {
    let new = |stage, closure, gap, cost| {
        TwoPeriods::new(stage, closure, war(gap, 5.0, cost))
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    let dilemma = Payoffs::PRISONERS_DILEMMA;
    let expected =
        "expected a prisoner's dilemma (T > R > P > S), found T 3, R 4, P 2, S 1";
    assert_eq!(new(Payoffs::STAG_HUNT, 0.0, 3.0, 1.0), Err(expected.to_owned()));
    assert!(new(dilemma, 2.0, 3.0, 1.0).unwrap_err().contains("below"));
    assert!(new(dilemma, 0.0, 0.0, 1.0).unwrap_err().contains("gap"));
    assert!(new(dilemma, 0.0, 3.0, -1.0).unwrap_err().contains("cost"));
    assert!(new(dilemma, f64::NAN, 3.0, 1.0).is_err());
    let text = serde_json::to_string(&world(5.0, 3.0)).unwrap();
    let read: TwoPeriods = serde_json::from_str(&text).unwrap();
    assert_eq!(read, world(5.0, 3.0));
}
