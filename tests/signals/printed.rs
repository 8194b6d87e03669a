//! What the page says in passing, and its exercises.

use super::*;

#[test]
fn exercise_1_the_half_life_of_goodwill() {
    let mirror = Named::TitForTat.machine();
    let line = SlipOfHand::new(ErrorRate::new(0.01).unwrap());
    let pair = Encounter::new(&mirror, &mirror, line);
    let average = |rounds| pair.first_rounds(rounds).cooperation()[0];
    assert!((average(50) - 0.812).abs() < 5e-4);
    assert!((average(200) - 0.620).abs() < 5e-4);
    assert!((average(1000) - 0.5245).abs() < 5e-5);
}

#[test]
fn exercise_3_a_door_to_leave_open() {
    let audience = Audience::new(0.1).unwrap();
    let talks = Channel::new(1.0, audience, Probability::new(0.2).unwrap()).unwrap();
    let patience = Discount::new(0.9).unwrap();
    assert!((talks.worth(Door::Open, patience) - 9.0).abs() < 1e-9);
    assert!((talks.worth(Door::Closed, patience) - 3.5).abs() < 1e-9);
}

/// Full powers up to 1 − b lose b² − 4b³/3, less than the mediator's recalled bound.
#[test]
fn instructions_beat_the_mediator() {
    let (b, steps) = (0.3_f64, 1_000_000);
    let loss = |truth: f64| {
        let off = (truth + b).min(1.0 - b) - truth;
        off * off
    };
    let sum: f64 =
        (0..steps).map(|i| loss((f64::from(i) + 0.5) / f64::from(steps))).sum();
    let mean = sum / f64::from(steps);
    assert!((mean - (b * b - 4.0 * b * b * b / 3.0)).abs() < 1e-9);
    assert!((mean - 0.054).abs() < 1e-9 && mean < b * (1.0 - b) / 3.0);
}
