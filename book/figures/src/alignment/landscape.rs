//! The seventeen nations of 1936: two valleys, and the pass between them.

use demarche::alignment::nations::{self, Factors, Government, NATIONS, Nation};
use demarche::alignment::{Landscape, Stable};
use demarche::graph::Alignment;

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider, switch};
use crate::kit::number::{count, fixed, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const MOSCOW: usize = 14;
const LITHUANIA: usize = 12;

pub(super) const LANDSCAPE: Figure = Figure {
    name: "alignment-landscape",
    title: "From the second valley to the first",
    controls: &[
        slider("year", "Sizes of the year", "", [1936.0, 1939.0, 1.0], 1936.0),
        choice(
            "without",
            "Leave out of the coding",
            &[
                ("nothing", "nothing"),
                ("ethnic", "ethnic conflict"),
                ("border", "borders"),
                ("war", "wars"),
                ("religion", "religion"),
                ("government", "government"),
            ],
            "nothing",
        ),
        switch("lithuania", "Call Lithuania's government fascist", false),
    ],
    play: Some("year"),
    guess: Some(Guess {
        question: "Of 65 536 ways to take sides, two would be left by no single \
                   nation. How many nations must move, one at a time, to get from \
                   the second to the first?",
        unit: "",
        range: [0.0, 16.0, 1.0],
        start: 8.0,
        answer: moves,
    }),
    draw,
    rust,
};

fn coded(settings: &Settings) -> [Nation; 17] {
    let year = 1936 + i32::try_from(settings.count("year") - 1936).unwrap_or(0);
    let mut nations = nations::in_year(year).unwrap_or(NATIONS);
    if settings.on("lithuania") {
        nations[LITHUANIA].government = Government::Fascist;
    }
    nations
}

fn factors(settings: &Settings) -> Factors {
    let mut factors = Factors::default();
    match settings.choice("without") {
        1 => factors.ethnic = 0.0,
        2 => factors.border = 0.0,
        3 => factors.war = 0.0,
        4 => factors.religion = 0.0,
        5 => factors.government = 0.0,
        _ => {}
    }
    factors
}

fn world(settings: &Settings) -> Landscape {
    valid(nations::landscape(&coded(settings), &factors(settings)))
}

fn stable(world: &Landscape) -> Vec<Stable> {
    valid(world.stable())
}

/// From the second valley over the lowest pass to the deepest; where there is no
/// second valley, downhill from where the paper has it.
fn way(world: &Landscape, stable: &[Stable]) -> Vec<Alignment> {
    match stable {
        [first, second, ..] => {
            valid(world.barrier(&second.alignment, &first.alignment)).path
        }
        _ => world.descend(&nations::published(false)),
    }
}

/// How many moves there are from the second valley to the first, if there are two.
fn moves(settings: &Settings) -> Option<f64> {
    let world = world(settings);
    let stable = stable(&world);
    (stable.len() > 1).then(|| way(&world, &stable).len() as f64 - 1.0)
}

/// Who changed sides between two neighbours of a way.
fn mover(from: &Alignment, to: &Alignment) -> usize {
    (0..17).find(|&nation| from.after_move(nation) == *to).unwrap_or(0)
}

fn draw(settings: &Settings) -> Drawing {
    let world = world(settings);
    let stable = stable(&world);
    let way = way(&world, &stable);
    let (mut low, mut high, mut top) = (f64::INFINITY, f64::NEG_INFINITY, 0);
    let mut points = Vec::new();
    let mut names = Vec::new();
    for (i, sides) in way.iter().enumerate() {
        let energy = world.energy(sides);
        low = low.min(energy);
        if energy > high {
            (high, top) = (energy, i);
        }
        points.push((i as f64, energy));
        names.push(count(i));
    }
    let room = (high - low).max(20.0) * 0.2;
    let last = (way.len() - 1).max(1) as f64;
    let mut marks = Vec::new();
    for (point, name) in points.iter().zip(&names) {
        marks.push((point.0, name.as_str()));
    }
    let mut plot = Plot::new(
        Axis::new("Moves, one nation at a time", -0.4, last + 0.6).marks(&marks),
        Axis::new("Energy of the alignment", low - room, high + room),
    );
    plot.line(Ink::Quiet, "", &points);
    for (i, &(x, energy)) in points.iter().enumerate() {
        let valley = stable.iter().any(|found| found.alignment == way[i]);
        let (shape, ink) = match valley {
            true => (Shape::Circle, Ink::Good),
            false if i == top => (Shape::Triangle, Ink::Bad),
            false => (Shape::Diamond, Ink::Strong),
        };
        let label = match (i.checked_sub(1), valley) {
            (None, true) => "second valley".to_owned(),
            (None, false) => "no valley here".to_owned(),
            (Some(before), _) => {
                let name = NATIONS[mover(&way[before], &way[i])].name;
                let end = if i + 1 == way.len() { ": first valley" } else { "" };
                format!("{name}{end}")
            }
        };
        plot.dot(shape, ink, x, energy, &label);
        if i > 0 && mover(&way[i - 1], &way[i]) == LITHUANIA {
            let turned = if settings.on("lithuania") { "off" } else { "on" };
            plot.press(x - 0.4, x + 0.4, "lithuania", turned);
        }
    }
    let mut svg = Svg::new(settings, if settings.narrow() { 340.0 } else { 420.0 });
    let frame = svg.frame();
    if let [first, second, ..] = &stable[..] {
        // The ends of the way, far apart, and nothing of what lies between.
        let mut known = Plot::new(
            Axis::new("Moves, one nation at a time: how many?", -0.4, 10.6)
                .marks(&[(0.0, "0"), (10.0, "?")]),
            Axis::new("Energy of the alignment", low - room, high + room),
        );
        for (x, valley, name) in
            [(0.0, second, "second valley"), (10.0, first, "first valley")]
        {
            known.dot(Shape::Circle, Ink::Good, x, valley.energy, name);
        }
        svg.asked(|svg| known.draw(svg, frame));
    }
    svg.answer(|svg| plot.draw(svg, frame));
    let climb = high - points[0].1;
    Drawing {
        svg,
        sentence: sentence(settings, &stable, climb, way.len() - 1),
        table: table(&world, &stable),
    }
}

fn sentence(
    settings: &Settings,
    stable: &[Stable],
    climb: f64,
    moves: usize,
) -> String {
    let year = short(settings.number("year"), 0);
    let moves = count(moves);
    match stable {
        [_, second, ..] => format!(
            "Of 65 536 alignments {} are stable with the sizes of {year}. From the \
             second, at {}, to the deepest it takes {moves} moves and a rise of {}.",
            count(stable.len()),
            fixed(second.energy, 1),
            fixed(climb, 1)
        ),
        _ => format!(
            "Of 65 536 alignments 1 is stable with the sizes of {year}. Where the paper \
             has its second valley the ground slopes, and the valley is {moves} moves \
             away."
        ),
    }
}

fn table(world: &Landscape, stable: &[Stable]) -> Table {
    let mut table =
        Table::new(["Energy", "With the Soviet Union", "Heavier side by"]);
    for found in stable {
        let mut names = Vec::new();
        for (i, nation) in NATIONS.iter().enumerate() {
            if i != MOSCOW && found.alignment.together(i, MOSCOW) {
                names.push(nation.name);
            }
        }
        let (first, second) = world.weights(&found.alignment);
        table.push([
            &fixed(found.energy, 1),
            &names.join(", "),
            &fixed((first - second).abs(), 2),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let year = short(settings.number("year"), 0);
    let without = ["", "ethnic", "border", "war", "religion", "government"];
    let without = without[settings.choice("without")];
    let found = stable(&world(settings));
    let (import, mutable, fascist) = if settings.on("lithuania") {
        let import = "use demarche::alignment::nations::Government;\n";
        (import, "mut ", "nations[12].government = Government::Fascist;\n")
    } else {
        ("", "", "")
    };
    let factors = match without {
        "" => "Factors::default()".to_owned(),
        left_out => format!("Factors {{ {left_out}: 0.0, ..Factors::default() }}"),
    };
    format!(
        "use demarche::alignment::nations::{{self, Factors}};\n\
         {import}\
         let {mutable}nations = nations::in_year({year}).ok_or(\"1936 to 1939\")?;\n\
         {fascist}\
         let factors = {factors};\n\
         let stable = nations::landscape(&nations, &factors)?.stable()?;\n\
         assert_eq!(stable.len(), {});\n",
        count(found.len())
    )
}
