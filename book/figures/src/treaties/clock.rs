//! The clock of the Convention of 1961, with and without the states that are gone.

use core::num::NonZeroU16;

use demarche::calendar::Day;
use demarche::treaties::{Delay, Deposit, Entry};

use crate::figure::{Drawing, Figure, Guess, Table, slider};
use crate::kit::number::fixed;
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

pub(super) const CLOCK: Figure = Figure {
    name: "treaties-clock",
    title: "Which deposit started the clock?",
    controls: &[
        slider(
            "count",
            "Deposits that the treaty counts",
            "",
            [19.0, 25.0, 1.0],
            22.0,
        ),
        slider("delay", "In force after", "days", [0.0, 60.0, 1.0], 30.0),
        slider(
            "soviet",
            "Moscow deposits on day",
            "of 1964",
            [1.0, 140.0, 1.0],
            85.0,
        ),
    ],
    play: Some("soviet"),
    guess: Some(Guess {
        question: "The Convention on diplomatic relations is in force thirty days after \
                   the 22nd deposit. Of the states on the United Nations’ list of 2015 \
                   the 22nd by date was Algeria, on 14 April 1964, which gives 14 May. \
                   How many days is that too late?",
        unit: "days",
        range: [0.0, 60.0, 1.0],
        start: 0.0,
        answer: |settings| {
            let [listed, all] = entries(settings);
            Some(f64::from(listed?.1.since(all?.1)))
        },
    }),
    draw,
    rust,
};

/// Day of the year 1964 of each listed deposit but Moscow's; 18 came earlier. UNTC-2015.
const LISTED: [u16; 9] = [14, 93, 105, 106, 108, 129, 135, 160, 161];
const EARLIER: u16 = 18;
/// Yugoslavia and Czechoslovakia, both of 1963; dates recalled.
const GONE: u16 = 2;
const LAST: u16 = 170;

/// A day of 1964, from 1.
fn on(day: u16) -> Day {
    valid(Day::new(1963, 12, 31)).after(day)
}

/// Moscow's day.
fn soviet(settings: &Settings) -> u16 {
    valid(u16::try_from(settings.count("soviet")))
}

/// Days of the year of all deposits after 1963, and how many came before.
fn deposits(settings: &Settings, gone: u16) -> (u16, Vec<u16>) {
    let mut days = LISTED.to_vec();
    let own = soviet(settings);
    let place = days.iter().filter(|&&day| day <= own).count();
    days.insert(place, own);
    (EARLIER + gone, days)
}

fn entry(settings: &Settings) -> Entry {
    let count = valid(u16::try_from(settings.count("count")));
    let count = NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN);
    let delay = valid(u16::try_from(settings.count("delay")));
    Entry::after(count, Delay::Days(delay))
}

/// The day of the deposit that counts and that of entry into force: by the list, and
/// with the two that are gone.
fn entries(settings: &Settings) -> [Option<(Day, Day)>; 2] {
    let entry = entry(settings);
    [0, GONE].map(|gone| {
        let (before, days) = deposits(settings, gone);
        let mut safe = Vec::new();
        for _ in 0..before {
            safe.push(Deposit::on(on(0)));
        }
        for day in days {
            safe.push(Deposit::on(on(day)));
        }
        let trigger = entry.trigger(&safe)?;
        Some((trigger, entry.delay.after(trigger)))
    })
}

/// The staircase of deposits.
fn stairs(settings: &Settings, gone: u16) -> Vec<(f64, f64)> {
    let (before, days) = deposits(settings, gone);
    let mut height = f64::from(before);
    let mut points = Vec::new();
    points.push((0.0, height));
    for day in days {
        points.push((f64::from(day), height));
        height += 1.0;
        points.push((f64::from(day), height));
    }
    points.push((f64::from(LAST), height));
    points
}

fn draw(settings: &Settings) -> Drawing {
    let both = entries(settings);
    let marks = [
        (1.0, "Jan"),
        (32.0, "Feb"),
        (61.0, "Mar"),
        (92.0, "Apr"),
        (122.0, "May"),
        (153.0, "Jun"),
    ];
    let axes = || {
        Plot::new(
            Axis::new("1964", 0.0, f64::from(LAST)).marks(&marks),
            Axis::new("Deposits so far", 17.0, 31.0),
        )
    };
    let place = |day: Day| f64::from(day.since(on(0)));
    let apart = both.map(|days| days.map_or(0.0, |days| place(days.1)));
    let listed = |plot: &mut Plot| {
        plot.line(Ink::B, "on the list", &stairs(settings, 0));
        plot.across(Ink::Quiet, settings.number("count"), "enough");
        if let Some((_, day)) = both[0] {
            // Two names need room.
            let name = if apart[0] - apart[1] < 15.0 { "" } else { "by the list" };
            plot.upright(Ink::B, place(day), name);
        }
    };
    let mut known = axes();
    listed(&mut known);
    let mut plot = axes();
    listed(&mut plot);
    plot.line(Ink::A, "all", &stairs(settings, GONE));
    if let Some((_, day)) = both[1] {
        plot.upright(Ink::A, place(day), "in force");
    }
    let now = (settings.number("soviet"), settings.number("count"));
    plot.dot(Shape::Diamond, Ink::Strong, now.0, now.1, "");
    plot.drag(now, "soviet", "count");
    let mut svg = Svg::new(settings, 320.0);
    let frame = svg.frame();
    svg.asked(|svg| known.draw(svg, frame));
    svg.answer(|svg| plot.draw(svg, frame));
    Drawing { svg, sentence: sentence(both), table: table(both) }
}

fn sentence([listed, all]: [Option<(Day, Day)>; 2]) -> String {
    let (Some(listed), Some(all)) = (listed, all) else {
        return "There are not enough deposits: no treaty yet.".to_owned();
    };
    format!(
        "By the list the last deposit needed comes on {}, and the treaty is in force on {}. \
         With the two states that are gone it is {} and {}: {} days earlier.",
        listed.0,
        listed.1,
        all.0,
        all.1,
        fixed(f64::from(listed.1.since(all.1)), 0),
    )
}

fn table(both: [Option<(Day, Day)>; 2]) -> Table {
    let mut table = Table::new(["Counted", "Complete", "In force"]);
    for (name, days) in
        ["The list of 2015", "With the two that are gone"].iter().zip(both)
    {
        let told =
            |day: Option<Day>| day.map_or("never".to_owned(), |day| day.to_string());
        table.push([
            name,
            &told(days.map(|days| days.0)),
            &told(days.map(|days| days.1)),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let entry = entry(settings);
    let [_, all] = entries(settings);
    let days = deposits(settings, GONE).1;
    let mut list = String::new();
    for day in days {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(&fixed(f64::from(day), 0));
    }
    let count = fixed(f64::from(entry.count.get()), 0);
    let delay = fixed(settings.number("delay"), 0);
    let day = all.map_or(String::new(), |days| days.1.to_string());
    format!(
        "use demarche::calendar::Day;\n\
         use demarche::treaties::{{Delay, Deposit, Entry}};\n\
         let new_year: Day = \"1963-12-31\".parse()?;\n\
         let mut safe = vec![Deposit::on(new_year); 20];\n\
         for day in [{list}] {{\n    safe.push(Deposit::on(new_year.after(day)));\n}}\n\
         let entry = Entry::after(\"{count}\".parse()?, Delay::Days({delay}));\n\
         assert_eq!(entry.day(&safe).ok_or(\"no day\")?.to_string(), \"{day}\");\n"
    )
}
