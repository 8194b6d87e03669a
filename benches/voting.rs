//! The large counts of the chapter `voting`; the peers' times stand beside these in
//! `benches/README.md`. Inputs are those of `tests/voting`.

use demarche::chance::{below, seeded};
use demarche::voting::{Body, Choices, Estimate, Rule, Tally, Weighted, bodies};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// So many members with weights from 1 to 1000, half of the votes and one.
fn random(members: usize) -> Body {
    let mut rng = seeded(2024);
    let weights = (0..members).map(|_| 1 + below(&mut rng, 1000)).collect();
    let rule = Weighted::majority(weights).expect("weights above 0");
    Body::nameless(members, Rule::Weighted(rule)).expect("a sound rule")
}

#[divan::bench]
fn security_council_exact(bench: Bencher<'_, '_>) {
    let council = bodies::security_council();
    bench.bench(|| {
        Tally::of(black_box(&council)).map(|tally| tally.shapley_shubik())
    });
}

#[divan::bench]
fn security_council_with_abstention(bench: Bencher<'_, '_>) {
    let council = bodies::security_council_as_practised();
    bench.bench(|| black_box(&council).roll_call(Choices::Three));
}

#[divan::bench]
fn lisbon_in_the_middle(bench: Bencher<'_, '_>) {
    let council = bodies::eu_lisbon();
    bench.bench(|| {
        Tally::in_the_middle(black_box(&council)).map(|tally| tally.shapley_shubik())
    });
}

#[divan::bench]
fn lisbon_by_layers(bench: Bencher<'_, '_>) {
    let council = bodies::eu_lisbon();
    bench.bench(|| {
        Tally::by_layers(black_box(&council)).map(|tally| tally.shapley_shubik())
    });
}

#[divan::bench]
fn nice_by_layers(bench: Bencher<'_, '_>) {
    let council = bodies::eu_nice();
    bench.bench(|| {
        Tally::by_layers(black_box(&council)).map(|tally| tally.shapley_shubik())
    });
}

#[divan::bench(args = [50, 100, 200], sample_count = 10)]
fn random_weights(bench: Bencher<'_, '_>, members: usize) {
    let body = random(members);
    bench.bench(|| Estimate::of(black_box(&body)));
}

#[divan::bench(args = [50, 70, 85], sample_count = 5)]
fn imf_banzhaf(bench: Bencher<'_, '_>, percent: u64) {
    let fund = match percent {
        50 => bodies::imf_ordinary(),
        70 => bodies::imf_70(),
        _ => bodies::imf_85(),
    };
    bench.bench(|| Estimate::banzhaf_only(black_box(&fund)));
}
