//! Treaties: both sides of the treaties' parts of claims B5k and B6, the record of the
//! clocks, and what the machine of states keeps whatever happens.

#[path = "../common/mod.rs"]
mod common;

mod claims;
mod doors;
mod invariants;
mod life;
mod record;

use std::num::NonZeroU16;

use common::{close, comes_by_name, facts, refused, survives, told};
use demarche::calendar::Day;
use demarche::crisis::Race;
use demarche::immunity::{Article, Pair};
use demarche::numbers::{Share, Time};
use demarche::treaties::{
    Bar, Bond, Breach, Change, Claimant, Content, Defect, Delay, Deposit, Duty,
    Entry, Event, Exit, Ground, Group, LaterTreaty, Limits, Notice, Refused,
    Relation, Remedy, Reply, Standing, Terms, WayOut, counts, may_act, relation,
    silent_until,
};
use proptest::prelude::*;
use serde::Deserialize;

const PRINTED: f64 = 5e-7;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn time(value: f64) -> Time {
    Time::new(value).unwrap()
}

/// The race of the page.
fn race() -> Race {
    Race::of([1.5, 1.5], [1.2, 1.0], [1.0, 2.0]).unwrap()
}

fn limits(cuts: [f64; 2], until: f64) -> Limits {
    Limits { race: race(), cuts: cuts.map(share), until: time(until) }
}

const fn clause(notice: Delay) -> Exit {
    Exit { notice, first: Delay::NONE, reasons: false }
}

/// A treaty that allows whatever a treaty can allow.
const EASY: Terms = Terms {
    signature_binds: true,
    accession: true,
    way_out: WayOut::Clause(clause(Delay::Months(12))),
};

const fn notice(on: Day) -> Event {
    Event::Notify(Notice { on, reasons: false })
}

/// One event of each kind, on days that follow each other.
fn kinds() -> [Event; 12] {
    [
        Event::Sign,
        Event::SignToBind,
        Event::Ratify,
        Event::Accede,
        Event::Decline,
        Event::EnterIntoForce(day("2020-01-01")),
        notice(day("2026-05-03")),
        Event::Revoke(day("2026-06-01")),
        Event::TakeEffect(day("2027-05-03")),
        Event::Suspend(Ground::Consent),
        Event::Resume,
        Event::Terminate(Ground::Consent),
    ]
}

/// Where a state comes to by these steps, all of them lawful.
fn after(events: &[Event], terms: &Terms) -> Bond {
    events
        .iter()
        .fold(Bond::OUTSIDER, |bond, &event| bond.after(event, terms).unwrap())
}

/// The article that refuses a step from there.
fn rule(bond: Bond, event: Event, terms: &Terms) -> String {
    bond.after(event, terms).unwrap_err().rule.to_string()
}

fn party() -> Bond {
    after(
        &[Event::Sign, Event::Ratify, Event::EnterIntoForce(day("2020-01-01"))],
        &EASY,
    )
}
