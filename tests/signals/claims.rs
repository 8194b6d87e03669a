//! The claims, each where it holds and where it fails.

use super::*;

#[test]
fn c1_fewer_errors_more_cooperation_where_someone_forgives() {
    for kind in [hand, ear] {
        for name in ["generous:1/3", "win-stay-lose-shift"] {
            let rates = [0.1, 0.05, 0.01, 0.001].map(|e| doubles(name, kind(e)));
            assert!(rates.is_sorted(), "{name}: {rates:?}");
        }
    }
    let rates = [0.1, 0.05, 0.01, 0.001].map(|e| doubles("contrite", hand(e)));
    assert!(rates.is_sorted());
    // The run of the chapter: one slip in ten, then one in a hundred.
    close(doubles("generous:1/3", ear(0.1)), 6.0 / 7.0, EXACT);
    close(doubles("generous:1/3", ear(0.01)), 51.0 / 52.0, EXACT);
}

#[test]
fn c1_a_better_line_does_nothing_for_those_who_never_forgive() {
    for e in [0.1, 0.01, 0.001, 1e-6, 1e-9] {
        close(doubles("tit-for-tat", ear(e)), 0.5, EXACT);
        close(doubles("tit-for-tat", hand(e)), 0.5, EXACT);
        close(doubles("grim", ear(e)), 0.0, EXACT);
        close(doubles("grim", hand(e)), e, EXACT);
    }
    // Nor where the wish is to mislead: the line is perfect and the word is empty.
    assert_eq!(trust_value(bias("0.3")), 0.0);
}

#[test]
fn b0e_a_report_informs_while_the_envoy_is_near_enough() {
    assert_eq!(max_cells(bias("0.2")), Some(2));
    close(report_loss(bias("0.05")), 43.0 / 2700.0, EXACT);
    close(report_loss(bias("0.1")), 37.0 / 1200.0, EXACT);
    // By hand on the page: two cells, with the border at 3/10.
    assert!((Partition::finest(bias("0.1")).unwrap().cuts()[1] - 0.3).abs() < EXACT);
    for b in ["0.2499", "0.2", "0.1", "0.05", "0.01"] {
        assert!(trust_value(bias(b)) > 0.0, "{b}");
    }
}

#[test]
fn b0e_beyond_a_quarter_the_report_is_empty_and_full_powers_beat_it() {
    for b in ["1/4", "0.26", "0.28"] {
        let b = bias(b);
        assert_eq!(max_cells(b), Some(1));
        close(report_loss(b), SILENCE_LOSS, EXACT);
        assert!(delegation_loss(b) < report_loss(b));
    }
    // Below a quarter, too, the plenipotentiary loses less than the report.
    for b in ["0.2", "0.1", "0.05", "0.01", "0.001"] {
        assert!(delegation_loss(bias(b)) < report_loss(bias(b)));
    }
    // Too far away, and nobody should be sent with full powers.
    assert!(delegation_loss(bias("0.29")) > SILENCE_LOSS);
}

#[test]
fn b0b_the_opening_decides_for_ever_when_nobody_forgives() {
    let tft = MemoryOne::TIT_FOR_TAT;
    let chain = Chain::between(&tft, &tft);
    assert_eq!(chain.long_run(), Err(SignalsError::SeveralLongRuns));
    let rate = |opening: [Move; 2]| {
        let [a, b] = opening.map(|first| tft.machine(first));
        let pair = Encounter::new(&a, &b, Line::clear());
        pair.long_run().unwrap().cooperation()[0]
    };
    close(rate([Cooperate, Cooperate]), 1.0, EXACT);
    close(rate([Cooperate, Defect]), 0.5, EXACT);
    close(rate([Defect, Defect]), 0.0, EXACT);
    // And the same two friends need a future: below two thirds they have none.
    let needed = tit_for_tat_patience(&Payoffs::AXELROD).unwrap();
    assert!(delta(0.66) < needed && needed < delta(0.67));
}

#[test]
fn b0b_generosity_forgets_the_opening() {
    let generous = generous_third();
    let long_run = Chain::between(&generous, &generous).long_run().unwrap();
    close(long_run.cooperation()[0], 1.0, EXACT);
    for opening in [[Cooperate, Defect], [Defect, Defect]] {
        let [a, b] = opening.map(|first| generous.machine(first));
        let found = Encounter::new(&a, &b, Line::clear()).long_run().unwrap();
        close(found.cooperation()[0], 1.0, EXACT);
    }
    // A slip of the hand washes the opening out of tit-for-tat too, to one half.
    let [a, b] =
        [Cooperate, Defect].map(|first| MemoryOne::TIT_FOR_TAT.machine(first));
    let found = Encounter::new(&a, &b, hand(0.01)).long_run().unwrap();
    close(found.cooperation()[0], 0.5, EXACT);
}

#[test]
fn b0f_secrecy_spares_the_cost_of_being_seen_to_yield() {
    let audience = Audience::new(3.0).unwrap();
    let talks = Channel::new(1.0, audience, p(0.1)).unwrap();
    assert!(!talks.settles(Door::Open));
    assert!(talks.settles(Door::Closed));
    assert_eq!(talks.better_door(delta(0.9)), Some(Door::Closed));
    close(talks.charge(Door::Closed), 0.3, EXACT);
    close(talks.worth(Door::Closed, delta(0.9)), 0.7 / 0.19, EXACT);
}

#[test]
fn b0f_the_secret_word_is_cheap_and_a_leak_closes_the_channel() {
    // The audience that makes yielding dear makes the word true.
    let (audience, envoy) = (Audience::new(0.2).unwrap(), bias("0.3"));
    assert_eq!(audience.word_loss(envoy, Door::Open), 0.0);
    close(audience.word_loss(envoy, Door::Closed), SILENCE_LOSS, EXACT);
    let indifferent = Audience::new(0.01).unwrap();
    assert_eq!(indifferent.word_loss(envoy, Door::Open), report_loss(envoy));
    // One leak in two, and the secret is not worth opening.
    let leaky = Channel::new(1.0, Audience::new(3.0).unwrap(), p(0.5)).unwrap();
    assert!(!leaky.settles(Door::Closed));
    assert_eq!(leaky.better_door(delta(0.9)), None);
    close(leaky.expected_life(), 2.0, EXACT);
    // And where yielding is cheap, talks in public last longer.
    let cheap = Channel::new(1.0, Audience::new(0.1).unwrap(), p(0.2)).unwrap();
    assert_eq!(cheap.better_door(delta(0.9)), Some(Door::Open));
}

#[test]
fn b3a_generosity_and_contrition_recover_from_one_error() {
    // One side's hand has just slipped; from here on the line is clear.
    for g in [0.1, 1.0 / 3.0, 0.9] {
        let generous = MemoryOne::generous(p(g));
        let chain = Chain::between(&generous, &generous);
        let mut now = Chain::certain(Cooperate, Defect);
        for _ in 0..400 {
            now = chain.step(now);
        }
        close(now.shares()[0], 1.0, 1e-9);
    }
    assert_eq!(after_one_slip("contrite"), 1.0);
    assert_eq!(after_one_slip("win-stay-lose-shift"), 1.0);
    assert!(doubles("contrite", hand(0.01)) > 0.98);
}

#[test]
fn b3a_tit_for_tat_answers_one_error_for_ever() {
    assert_eq!(after_one_slip("tit-for-tat"), 0.5);
    assert_eq!(after_one_slip("grim"), 0.0);
    // And contrition does not help against an error that only one side saw.
    for e in [1e-6, 0.01, 0.1] {
        close(doubles("contrite", ear(e)), 0.5, EXACT);
    }
}

/// Cooperation of a pair of doubles long after one slip of the first one's hand in
/// round one.
fn after_one_slip(name: &str) -> f64 {
    let machine = machine(name);
    let start = machine.states()[machine.start()];
    let at = |number: usize| u16::try_from(number).unwrap();
    let moved =
        |number| Machine::new(machine.states().to_vec(), at(number)).unwrap();
    let slipped = moved(start.next(Defect, Cooperate));
    let wronged = moved(start.next(Cooperate, Defect));
    let pair = Encounter::new(&slipped, &wronged, Line::clear());
    let [first, second] = pair.long_run().unwrap().cooperation();
    first.midpoint(second)
}

#[test]
fn c7_skill_pays_those_who_forgive() {
    let gain = |name: &str, kind: fn(f64) -> Line| {
        doubles(name, kind(0.01)) - doubles(name, kind(0.05))
    };
    close(gain("generous:1/3", hand), 101.0 / 104.0 - 0.875, EXACT);
    assert!(gain("generous:1/3", ear) > 0.06);
    assert!(gain("contrite", hand) > 0.07);
    assert!(gain("win-stay-lose-shift", hand) > 0.1);
}

#[test]
fn c7_skill_returns_exactly_nothing_to_tit_for_tat() {
    // In exact ratios: one half is a fixed point at every rate of error.
    for over in 1..500_i64 {
        let e = Ratio::new(over, 1000);
        let one = Ratio::from_integer(1);
        let half = Ratio::new(1, 2);
        // A reactive pair that cooperates with y after C and q after D has
        // c = q / (1 − y + q).
        let (y, q) = (one - e, e);
        assert_eq!(q / (one - y + q), half);
    }
    for e in [0.25, 0.05, 0.01, 1e-4] {
        close(doubles("tit-for-tat", hand(e)) - 0.5, 0.0, EXACT);
        close(doubles("tit-for-tat", ear(e)) - 0.5, 0.0, EXACT);
    }
}
