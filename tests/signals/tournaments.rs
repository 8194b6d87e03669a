//! The tournaments that axelrod 4.14.0 played as well (benches/README.md, signals).

use super::*;

const ENTRANTS: [&str; 15] = [
    "always-cooperate",
    "always-defect",
    "alternator",
    "tit-for-tat",
    "suspicious-tit-for-tat",
    "tit-for-two-tats",
    "two-tits-for-tat",
    "hard-tit-for-tat",
    "bully",
    "grim",
    "win-stay-lose-shift",
    "davis",
    "random:0.5",
    "generous:1/3",
    "joss:0.9",
];

#[test]
fn axelrod_python_twelve_sure_strategies_over_200_moves() {
    let standings = play(Tournament::new(200, 3).unwrap(), &ENTRANTS[..12]);
    let expected = rows("signals_tournaments");
    for (i, name) in ENTRANTS.iter().enumerate().take(12) {
        assert_eq!(&expected[i][0], *name);
        for (j, total) in expected[i].iter().skip(2).enumerate() {
            let total: f64 = total.parse().unwrap();
            assert_eq!(standings.total(i, j), total, "{i} against {j}");
            assert_eq!(standings.standard_error(i, j), 0.0);
        }
    }
}

#[test]
fn noisy_tournament_agrees_with_an_independent_program() {
    let noisy = Tournament::new(200, 640).unwrap().over(hand(0.05)).seeded(1);
    let standings = play(noisy, &ENTRANTS);
    for (entrant, row) in rows("signals_tournaments").iter().enumerate() {
        assert_eq!(&row[0], ENTRANTS[entrant]);
        // Two independent runs of 640 repetitions; ours alone moves by some .001.
        close(standings.mean(entrant), row[1].parse().unwrap(), 0.01);
    }
}

#[test]
fn ten_thousand_random_pairs_of_peers_w2() {
    // The same inputs as numpy's.
    let mut raw = raw(42, 80_000).into_iter();
    let mut uniform = || 0.01 + 0.98 * common::unit(raw.next().unwrap());
    let (mut sum_x, mut sum_y, mut max_x) = (0.0, 0.0, 0.0_f64);
    for pair in 0..10_000 {
        let [x, y] = core::array::from_fn(|_| {
            let [a, b, c, d] = core::array::from_fn(|_| p(uniform()));
            MemoryOne::new(a, b, c, d)
        });
        let long_run = Chain::between(&x, &y).long_run().unwrap();
        let [score_x, score_y] = long_run.payoffs(&Payoffs::AXELROD);
        if pair == 0 {
            close(score_x, 2.811_875_387_5, 1e-10);
            close(score_y, 1.665_823_317_1, 1e-10);
        }
        sum_x += score_x;
        sum_y += score_y;
        max_x = max_x.max(score_x);
    }
    close(sum_x, 22_552.317_529, 1e-6);
    close(sum_y, 22_392.389_257, 1e-6);
    close(max_x, 4.725_296_198_3, 1e-10);
}

#[test]
fn a_simulation_falls_within_four_standard_errors_of_the_chain() {
    let names =
        ["tit-for-tat", "generous:1/3", "win-stay-lose-shift", "contrite", "grim"];
    let kinds =
        [hand(0.02), ear(0.05), Line::new(hand(0.03).hand(), ear(0.02).ear())];
    for line in kinds {
        let games = Tournament::new(60, 3000).unwrap().over(line).seeded(5);
        let standings = play(games, &names);
        for (i, first) in names.iter().enumerate() {
            for (j, second) in names.iter().enumerate() {
                let (a, b) = (machine(first), machine(second));
                let exact = Encounter::new(&a, &b, line).first_rounds(60);
                let exact = exact.payoffs(&Payoffs::AXELROD)[0];
                let off = (standings.score(i, j) - exact).abs();
                let error = standings.standard_error(i, j);
                assert!(
                    off <= 4.0 * error,
                    "{first} v {second}: {off} > 4 × {error}"
                );
            }
        }
    }
}

#[test]
fn a_mind_plays_like_the_machine_it_wraps() {
    struct Slow(Machine);
    impl Strategy for Slow {
        fn begin(&self) -> Box<dyn Mind + '_> {
            self.0.begin()
        }
    }
    let sure = machine("win-stay-lose-shift");
    let boxed: Box<dyn Strategy> = Box::new(sure.clone());
    assert_eq!(boxed.machine(), Some(&sure));
    let slow = Slow(sure.clone());
    let bully = machine("bully");
    let clear = Tournament::new(200, 1).unwrap();
    let fast = clear.play(&[&sure, &bully]).unwrap();
    assert_eq!(clear.play(&[&slow as &dyn Strategy, &bully]).unwrap(), fast);
    let noisy = Tournament::new(50, 2000).unwrap().over(hand(0.1)).seeded(3);
    let (fast, slow) = (
        noisy.play(&[&sure, &bully]).unwrap(),
        noisy.play(&[&slow as &dyn Strategy, &bully]).unwrap(),
    );
    let error = fast.standard_error(0, 1) + slow.standard_error(0, 1);
    close(fast.score(0, 1), slow.score(0, 1), 4.0 * error);
}

#[test]
fn a_seed_decides_a_tournament() {
    let games = |seed| {
        let noisy = Tournament::new(30, 100).unwrap().over(hand(0.1)).seeded(seed);
        play(noisy, &ENTRANTS)
    };
    assert_eq!(games(4), games(4));
    assert_ne!(games(4), games(5));
    // Pinned: the same with and without the feature `parallel`, on every platform.
    close(games(4).total(3, 9), PINNED_TOTAL, EXACT);
}

const PINNED_TOTAL: f64 = 45.93;

#[test]
fn equal_means_share_a_rank() {
    let [a, b] = ["always-cooperate", "tit-for-tat"].map(machine);
    let standings = Tournament::new(9, 1).unwrap().play(&[&a, &b, &a]).unwrap();
    assert_eq!(standings.ranks(), [(1, 0), (1, 1), (1, 2)]);
}

#[test]
fn four_courts_without_the_two_that_feed_on_patience() {
    let patient = [(1.0, [0, 1, 0, 1]), (1.0, [0, 2, 0, 2]), (0.0, [0; 4])];
    let patient = patient.map(|(cooperate, next)| State::new(p(cooperate), next));
    let courts = [
        machine("tit-for-tat"),
        machine("generous:1/3"),
        machine("contrite"),
        Machine::new(patient.to_vec(), 0).unwrap(),
    ];
    let line = Line::new(hand(0.02).hand(), ear(0.02).ear());
    let games = Tournament::new(200, 1000).unwrap().over(line).seeded(7);
    let standings = games.play(&courts).unwrap();
    assert_eq!(standings.ranks(), [(1, 3), (2, 1), (3, 0), (4, 2)]);
    let means = [2.7969, 2.8689, 2.7880, 2.8781];
    for (court, mean) in means.into_iter().enumerate() {
        close(standings.mean(court), mean, FOUR_PLACES);
    }
    assert_eq!([0, 1, 2, 3].map(|court| standings.beaten(court)), [3, 1, 2, 0]);
}

#[test]
fn no_mirror_beats_anyone_on_a_clear_line() {
    let standings = play(Tournament::new(200, 1).unwrap(), &ENTRANTS[..12]);
    assert_eq!(ENTRANTS[3], "tit-for-tat");
    assert_eq!(standings.beaten(3), 0);
}

#[test]
fn the_spread_between_repetitions_is_the_error_of_the_mean() {
    // Against a saint a coin earns 3 or 5: a standard deviation of 1 a round.
    let games = Tournament::new(200, 6400).unwrap().seeded(2);
    let standings = play(games, &["random:0.5", "always-cooperate"]);
    let expected = 1.0 / (200.0 * 6400.0_f64).sqrt();
    close(standings.standard_error(0, 1), expected, 0.05 * expected);
    // The saint earns 3 or 0, and never defects.
    close(standings.standard_error(1, 0), 1.5 * expected, 0.075 * expected);
    close(standings.score(0, 1), 4.0, 4.0 * expected);
    close(standings.cooperation(0, 1), 0.5, 4.0 * expected);
    assert_eq!(standings.cooperation(1, 0), 1.0);
    // One repetition tells nothing of the spread.
    let once = Tournament::new(200, 1).unwrap().over(hand(0.1)).seeded(2);
    let alone = play(once, &["tit-for-tat"]);
    assert_eq!(alone.standard_error(0, 0), 0.0);
    assert_eq!((alone.entrants(), alone.beaten(0)), (1, 0));
    assert_eq!(play(once, &["grim", "bully"]).entrants(), 2);
    assert_eq!(alone.mean(0), alone.score(0, 0));
    close(alone.score(0, 0) * 200.0, alone.total(0, 0), EXACT);
}

#[test]
fn two_repetitions_that_differ_by_two_leave_a_standard_error_of_one() {
    // One round of a coin against a saint earns 3 or 5. Of one 3 and one 5 the mean
    // is 4, the variance between them 2, and that of their mean 1.
    let mut seen = [false; 3];
    for seed in 0..20 {
        let games = Tournament::new(1, 2).unwrap().seeded(seed);
        let standings = play(games, &["random:0.5", "always-cooperate"]);
        let (total, error) = (standings.total(0, 1), standings.standard_error(0, 1));
        let mixed = total == 4.0;
        assert_eq!(error, if mixed { 1.0 } else { 0.0 }, "seed {seed}: {total}");
        seen[usize::from(total > 3.0) + usize::from(total > 4.0)] = true;
    }
    assert_eq!(seen, [true; 3]);
}

#[test]
fn a_tournament_pays_by_the_game_it_is_given() {
    let gentle = Payoffs::new(6.0, 5.0, 4.0, 0.0).unwrap();
    let games = Tournament::new(200, 1).unwrap().paying(gentle);
    let standings = play(games, &["tit-for-tat", "always-defect"]);
    assert_eq!(standings.total(0, 0), 200.0 * 5.0);
    assert_eq!(standings.total(0, 1), 0.0 + 199.0 * 4.0);
    assert_eq!(standings.total(1, 0), 6.0 + 199.0 * 4.0);
}

#[test]
fn a_billion_rounds_between_sure_strategies_take_no_time() {
    // Played out, round by round, they would take hours.
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let games = Tournament::new(1_000_000_000, 1_000).unwrap();
        tell.send(play(games, &["tit-for-tat", "always-defect"]))
    });
    let standings = told.recv_timeout(std::time::Duration::from_secs(10)).unwrap();
    assert_eq!(standings.total(0, 0), 3e9);
    assert_eq!(standings.total(0, 1), 999_999_999.0);
}
