//! What holds whatever the numbers are.

use super::*;

fn size() -> impl Strategy<Value = f64> {
    0.1..20.0
}

proptest! {
    #[test]
    fn where_both_guess_neither_gains_by_another_guess(
        v in 0.01..0.99, k in 0.0..0.99, f in 0.0..0.9,
        s in size(), h in size(), g in size(), l in size(),
    ) {
        let game = Blame {
            prize: Size::new(s).unwrap(),
            harm: Size::new(h).unwrap(),
            gain: Size::new(g).unwrap(),
            loss: Size::new(l).unwrap(),
            ..game(v, k, f)
        };
        match game.answer() {
            Answer::Mixed { attack, blame } => {
                prop_assert!((0.0..=1.0).contains(&attack) && (0.0..=1.0).contains(&blame));
                // To attack brings nothing on average …
                let blamed = k + (1.0 - k) * blame;
                close((1.0 - blamed) * s - blamed * h, 0.0, 1e-9 * (s + h));
                // … and so does to blame.
                let own = (1.0 - f) * v * attack / (v * attack + 1.0 - v);
                close(own * g - (1.0 - own) * l, 0.0, 1e-9 * (g + l));
            }
            // If all attack, blame by guess loses.
            Answer::Tolerated => {
                let own = (1.0 - f) * v;
                prop_assert!(own * g <= (1.0 - own) * l + 1e-9);
                prop_assert!(k < game.deterred_from().value());
            }
            // If only who knows blames, an attack loses already.
            Answer::Deterred => prop_assert!((1.0 - k) * s - k * h <= 1e-9),
        }
    }

    #[test]
    fn a_norm_is_harder_to_keep_with_more_temptation_and_more_false_alarms(
        g in 0.01..3.0, p in 0.0..1.0, q in 0.0..1.0, more in 0.0..0.5,
    ) {
        let norm = |g, p, q| Norm::of(g, p, q).unwrap();
        let critical = |norm: Norm| {
            norm.critical_patience().map_or(1.0, Discount::value)
        };
        let own = norm(g, p, q);
        prop_assert!(critical(norm(g + more, p, q)) >= critical(own) - 1e-12);
        prop_assert!(critical(norm(g, f64::min(p + more, 1.0), q)) >= critical(own) - 1e-12);
        prop_assert!(critical(norm(g, p, f64::min(q + more, 1.0))) <= critical(own) + 1e-12);
        // It can be kept just where an alarm is more than 1 + g times as likely.
        prop_assert_eq!(own.critical_patience().is_some(), q > p * (1.0 + g));
        prop_assert_eq!(own.worth() > 0.0, q > p * (1.0 + g));
        prop_assert!(own.worth() <= 1.0);
    }

    #[test]
    fn the_shortest_pause_keeps_all_from_cheating_and_one_round_less_does_not(
        g in 0.05..2.0, p in 0.001..0.4, q in 0.3..1.0, delta in 0.3..0.995,
    ) {
        let norm = Norm::of(g, p, q).unwrap();
        let keeps = |rounds: u32| {
            let left = libm::pow(delta, f64::from(rounds));
            let worth = (1.0 - delta) / (1.0 - delta * (1.0 - p) - p * delta * left);
            g * (1.0 - delta) <= delta * (q - p) * (1.0 - left) * worth + 1e-12
        };
        match norm.shortest_pause(patience(delta)) {
            Some(pause) => {
                prop_assert!(keeps(pause.rounds), "{pause:?}");
                prop_assert!(pause.rounds == 1 || !keeps(pause.rounds - 1), "{pause:?}");
                prop_assert!(pause.worth >= norm.until_the_first(patience(delta)));
            }
            None => prop_assert!(!keeps(100_000)),
        }
    }

    #[test]
    fn beliefs_sum_to_one_and_the_order_of_the_marks_does_not_matter(
        a in 0.05..0.9, marks in prop::collection::vec(
            (0_usize..3, 0.05..1.0, 0.01..1.0, 0.0..1.0), 0..6),
    ) {
        let rest = (1.0 - a) / 2.0;
        let before = vec![chance(a), chance(rest), chance(rest)];
        let marks: Vec<Mark> = marks.into_iter().map(|(points_at, guilty, by, planted)| {
            Mark {
                points_at,
                if_guilty: chance(guilty),
                by_chance: chance(by),
                planted: chance(planted),
            }
        }).collect();
        let after = |marks: Vec<Mark>| {
            Inquiry::new(before.clone(), marks).unwrap().after().unwrap()
        };
        let one = after(marks.clone());
        close(one.iter().sum(), 1.0, ROUNDING);
        let mut turned = marks.clone();
        turned.reverse();
        for (x, y) in one.iter().zip(after(turned)) {
            close(*x, y, ROUNDING);
        }
        // A mark of which all are equally likely to be the origin tells nothing.
        let mut idle = marks;
        idle.push(Mark {
            points_at: 1,
            if_guilty: chance(0.5),
            by_chance: chance(0.5),
            planted: chance(0.0),
        });
        for (x, y) in one.iter().zip(after(idle)) {
            close(*x, y, ROUNDING);
        }
    }

    #[test]
    fn the_mark_that_is_planted_as_often_as_it_is_idle_tells_nothing(
        before in 0.01..0.99, guilty in 0.0..1.0, by in 0.0..0.999,
    ) {
        let mark = |planted| Mark {
            points_at: 0,
            if_guilty: chance(guilty),
            by_chance: chance(by),
            planted: chance(planted),
        };
        let after = |planted| {
            let both = vec![chance(before), chance(1.0 - before)];
            Inquiry::new(both, vec![mark(planted)]).unwrap().after().unwrap()[0]
        };
        match mark(0.0).idle_at() {
            Some(idle) => close(after(idle.value()), before, 1e-6),
            None => prop_assert!(after(0.0) < before),
        }
    }

    #[test]
    fn a_line_is_worth_less_the_more_it_leaks_and_more_the_faster_it_is(
        leak in 0.001..0.3, more in 0.0..0.2, n in 1_u32..9, delta in 0.1..0.99,
    ) {
        let line = Line::of(1.0, 3.0, delta).unwrap();
        let worth = |n, leak| line.worth(times(n), chance(leak));
        prop_assert!(worth(n, leak + more) <= worth(n, leak) + ROUNDING);
        prop_assert!(worth(n + 1, leak) >= worth(n, leak) - ROUNDING);
        let bearable = line.bearable_leak(times(n), chance(leak)).unwrap();
        prop_assert!(bearable.value() >= leak - ROUNDING);
        close(worth(n, bearable.value()), worth(1, leak), 1e-6);
    }
}

#[test]
fn less_is_tolerated_the_more_is_known_and_the_more_blame_hurts() {
    let order =
        |v: i32, k: i32| match game(f64::from(v) / 20.0, f64::from(k) / 20.0, 0.0)
            .answer()
        {
            Answer::Deterred => 0,
            Answer::Mixed { .. } => 1,
            Answer::Tolerated => 2,
        };
    for (v, k) in (0..20).flat_map(|v| (0..20).map(move |k| (v, k))) {
        assert!(order(v + 1, k) <= order(v, k));
        assert!(order(v, k + 1) <= order(v, k));
    }
}
