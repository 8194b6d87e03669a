//! What holds for every input.

use super::*;

fn some_day() -> impl Strategy<Value = Day> {
    (0..40_000_u16).prop_map(|days| day("1900-01-01").after(days))
}

fn some_delay() -> impl Strategy<Value = Delay> {
    (0..5_u8, 0..400_u16).prop_map(|(unit, n)| match unit {
        0 => Delay::Days(n),
        1 => Delay::Months(n),
        2 => Delay::Years(n / 12),
        3 => Delay::FirstAfterDays(n),
        _ => Delay::FirstOfMonth(n),
    })
}

fn some_event() -> impl Strategy<Value = Event> {
    (0..12_usize, some_day()).prop_map(|(kind, day)| match kinds()[kind] {
        Event::EnterIntoForce(_) => Event::EnterIntoForce(day),
        Event::Notify(_) => notice(day),
        Event::Revoke(_) => Event::Revoke(day),
        Event::TakeEffect(_) => Event::TakeEffect(day),
        other => other,
    })
}

proptest! {
    #[test]
    fn nobody_is_bound_without_consent_and_every_refusal_can_be_looked_up(
        events in prop::collection::vec(some_event(), 0..12),
    ) {
        let (mut bond, mut consented) = (Bond::OUTSIDER, false);
        for event in events {
            match bond.after(event, &EASY) {
                Ok(next) => {
                    consented |= matches!(
                        event,
                        Event::Ratify | Event::Accede | Event::SignToBind
                    );
                    bond = next;
                }
                Err(Refused { rule, .. }) => {
                    prop_assert!(rule.to_string().parse::<Article>() == Ok(rule));
                }
            }
            let bound = matches!(
                bond.standing(),
                Standing::Contracting | Standing::Party { .. } | Standing::Former
            );
            prop_assert!(consented || !bound);
            let is_party = matches!(bond.standing(), Standing::Party { .. });
            prop_assert!(!is_party || bond.in_force().is_some());
        }
    }

    #[test]
    fn a_later_event_never_has_the_earlier_day(
        delay in some_delay(), one in some_day(), more in 0..500_u16,
    ) {
        let other = one.after(more);
        prop_assert!(delay.after(one) <= delay.after(other));
        let waits_for_the_first =
            matches!(delay, Delay::FirstOfMonth(_) | Delay::FirstAfterDays(_));
        prop_assert!(waits_for_the_first || delay.after(one) >= one);
        prop_assert_eq!(delay.to_string().parse::<Delay>(), Ok(delay));
    }

    #[test]
    fn months_add_up_to_the_same_day_or_to_the_last_of_a_short_month(
        from in some_day(), months in 0..600_u16,
    ) {
        let there = from.after_months(months);
        let number = |day: Day| day.to_string()[8..].parse::<u8>().unwrap();
        let next = there.month_begun(1);
        prop_assert!(number(there) == number(from) || there.after(1) == next);
        prop_assert_eq!(there.month_begun(0), from.month_begun(months));
        prop_assert_eq!(number(next), 1);
        prop_assert!((28..=31).contains(&next.since(there.month_begun(0))));
    }

    #[test]
    fn no_treaty_is_in_force_before_enough_have_deposited(
        days in prop::collection::vec(some_day(), 1..20), count in 1..25_u16, wait in 0..99_u16,
    ) {
        let safe: Vec<Deposit> = days.iter().copied().map(Deposit::on).collect();
        let entry = Entry::after(NonZeroU16::new(count).unwrap(), Delay::Days(wait));
        let trigger = entry.trigger(&safe);
        prop_assert_eq!(trigger.is_some(), usize::from(count) <= days.len());
        if let Some(trigger) = trigger {
            let by_then = days.iter().filter(|day| **day <= trigger).count();
            let before = days.iter().filter(|day| **day < trigger).count();
            prop_assert!(by_then >= usize::from(count) && before < usize::from(count));
            prop_assert_eq!(entry.day(&safe), Some(trigger.after(wait)));
            // Nobody has it before all, and whoever was in time has it with them.
            for own in days {
                let day = entry.day_for(own, &safe).unwrap();
                prop_assert_eq!(day, trigger.max(own).after(wait));
            }
        }
    }

    #[test]
    fn a_race_goes_on_from_where_it_stands(
        k in 0.1..2.0_f64, l in 0.1..2.0_f64, g in -2.0..2.0_f64,
        cut in 0.0..1.0_f64, until in 0.0..6.0_f64, more in 0.0..6.0_f64,
    ) {
        let race = Race::of([k, l], [1.2, 1.0], [g, 1.0]).unwrap();
        let limits = Limits { race, cuts: [share(cut), share(0.0)], until: time(until) };
        let at_exit = limits.at([1.0, 2.0], time(until));
        let later = limits.at([1.0, 2.0], time(until + more));
        let again = race.at(at_exit, time(more));
        for side in [0, 1] {
            prop_assert!(
                (later[side] - again[side]).abs() <= 1e-6 * (1.0 + again[side].abs())
            );
        }
        // The sign of the pace is the verdict, whatever the grievances.
        if race.pace().abs() > 1e-9 {
            prop_assert_eq!(race.is_stable(), race.pace() < 0.0);
        }
        // A deeper cut is never the faster race.
        prop_assert!(limits.held().pace() <= race.pace() + 1e-12);
    }
}
