//! Sixty-four villages that copy each other, and the walls that are left.

use demarche::chance::stream;
use demarche::culture::{Land, World};
use demarche::numbers::Probability;

use crate::figure::{Drawing, Figure, Guess, Table, button, choice, slider};
use crate::kit::number::{count, literal};
use crate::kit::{Align, Frame, Ink, Shape, Svg, at, valid};
use crate::settings::Settings;

const SIDE: usize = 8;
const SITES: usize = SIDE * SIDE;
const FEATURES: u8 = 5;
/// Steps for one notch of the slider.
const NOTCH: usize = 1000;
const CHANCES: [f64; 4] = [0.0, 0.01, 0.1, 1.0];
const STRENGTHS: [f64; 4] = [0.0, 0.01, 0.2, 0.9];

pub(super) const LATTICE: Figure = Figure {
    name: "culture-lattice",
    title: "Those who talk grow alike. How many cultures are left?",
    controls: &[
        slider("q", "Traits that a feature may have, q", "", [2.0, 30.0, 1.0], 15.0),
        slider("t", "Steps, in thousands", "", [0.0, 24.0, 1.0], 24.0),
        choice(
            "far",
            "Contacts with anybody at all",
            &[
                ("none", "none"),
                ("few", "1 of 100"),
                ("some", "1 of 10"),
                ("all", "all"),
            ],
            "none",
        ),
        choice(
            "field",
            "Contacts with a field of media",
            &[
                ("none", "none"),
                ("weak", "1 of 100"),
                ("middling", "1 of 5"),
                ("strong", "9 of 10"),
            ],
            "none",
        ),
        button("seed", "Another land", 99),
    ],
    play: Some("t"),
    guess: Some(Guess {
        question: "Sixty-four villages, each with five habits, each habit one of fifteen \
                   kinds. Neighbours who have a habit in common talk, and one takes \
                   over another habit. After 24 000 meetings, how many regions of one \
                   culture are there?",
        unit: "regions",
        range: [1.0, 64.0, 1.0],
        start: 2.0,
        answer: |settings| Some(world(settings).regions().len() as f64),
    }),
    draw,
    rust,
};

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a slider of whole numbers"
)]
fn land(settings: &Settings) -> Land {
    let chance = |of: f64| valid(Probability::new(of));
    valid(Land::new(SIDE as u8, FEATURES, settings.number("q") as u8))
        .with_far(chance(CHANCES[settings.choice("far")]))
        .with_field(chance(STRENGTHS[settings.choice("field")]))
}

fn world(settings: &Settings) -> World {
    let mut rng = stream(SEED, settings.count("seed") as u64);
    let mut world = land(settings).world(&mut rng);
    world.run((NOTCH * settings.count("t")) as u64, &mut rng);
    world
}

/// The first of its lands is at rest in time, and near the mean of many.
const SEED: u64 = 2002;

/// How many features two sites share.
fn shared(world: &World, one: usize, other: usize) -> u8 {
    let likeness = world.culture(one).likeness(world.culture(other));
    valid(likeness).shared()
}

/// The sites of the largest region.
fn largest(world: &World) -> Vec<bool> {
    let mut best = Vec::new();
    let mut seen = [false; SITES];
    for first in 0..SITES {
        let mut ahead = vec![first];
        let mut own = Vec::new();
        while let Some(site) = ahead.pop() {
            if seen[site] || world.culture(site) != world.culture(first) {
                continue;
            }
            seen[site] = true;
            own.push(site);
            let (row, column) = (site / SIDE, site % SIDE);
            for (near, there) in [
                (row > 0, site.wrapping_sub(SIDE)),
                (row + 1 < SIDE, site + SIDE),
                (column > 0, site.wrapping_sub(1)),
                (column + 1 < SIDE, site + 1),
            ] {
                if near {
                    ahead.push(there);
                }
            }
        }
        if own.len() > best.len() {
            best = own;
        }
    }
    let mut held = vec![false; SITES];
    for site in best {
        held[site] = true;
    }
    held
}

/// Tints the runs of sites in each row for which a thing holds.
fn tint(
    svg: &mut Svg,
    frame: Frame,
    class: &str,
    mark: &str,
    holds: &dyn Fn(usize) -> bool,
) {
    let step = frame.w / SIDE as f64;
    for row in 0..SIDE {
        let mut column = 0;
        while column < SIDE {
            let from = column;
            while column < SIDE && holds(row * SIDE + column) {
                column += 1;
            }
            if column > from {
                let corner =
                    at(frame.x + from as f64 * step, frame.y + row as f64 * step);
                let width = (column - from) as f64 * step;
                svg.rect(Frame::new(corner.x, corner.y, width, step), 0.0, class);
                let middle = corner.by(width / 2.0, step / 2.0 + 5.0);
                svg.text(middle, Align::Middle, "tick", mark);
            }
            column += 1;
        }
    }
}

/// The walls between neighbours, those in a line and alike as one: solid where nothing is
/// shared, thin where something is.
fn walls(svg: &mut Svg, frame: Frame, world: &World) {
    let step = frame.w / SIDE as f64;
    let mut one = |upright: bool, line: usize| {
        let class = |along: usize| {
            let (site, other) = if upright {
                (along * SIDE + line, along * SIDE + line + 1)
            } else {
                (line * SIDE + along, (line + 1) * SIDE + along)
            };
            match shared(world, site, other) {
                0 => "tie strong",
                FEATURES => "",
                _ => "tie quiet",
            }
        };
        let mut along = 0;
        while along < SIDE {
            let (from, own) = (along, class(along));
            while along < SIDE && class(along) == own {
                along += 1;
            }
            if own.is_empty() {
                continue;
            }
            let across = (line + 1) as f64 * step;
            let place = |along: usize| {
                let along = along as f64 * step;
                if upright {
                    at(frame.x + across, frame.y + along)
                } else {
                    at(frame.x + along, frame.y + across)
                }
            };
            svg.line(place(from), place(along), own);
        }
    };
    for line in 0..SIDE - 1 {
        one(true, line);
        one(false, line);
    }
}

fn draw(settings: &Settings) -> Drawing {
    let world = world(settings);
    let size = if settings.narrow() { 260.0 } else { 300.0 };
    let mut svg = Svg::new(settings, size + 34.0);
    let left = (settings.width() - size) / 2.0;
    let frame = Frame::new(left, 6.0, size, size);
    svg.asked(|svg| {
        svg.rect(frame, 0.0, "cell");
        let step = size / SIDE as f64;
        for line in 1..SIDE {
            let off = line as f64 * step;
            let (across, down) = (at(left, 6.0 + off), at(left + off, 6.0));
            svg.line(across, across.by(size, 0.0), "grid");
            svg.line(down, down.by(0.0, size), "grid");
        }
        let below = at(settings.width() / 2.0, frame.bottom() + 20.0);
        svg.text(
            below,
            Align::Middle,
            "tick",
            "Sixty-four villages that have not met",
        );
    });
    svg.answer(|svg| {
        svg.rect(frame, 0.0, "cell");
        let held = largest(&world);
        tint(svg, frame, "area a", "", &|site| held[site]);
        if settings.choice("field") > 0 {
            let like = |site: usize| {
                let culture = world.culture(site);
                culture.traits().iter().all(|&own| own == 0)
            };
            tint(svg, frame, "area b", "M", &like);
        }
        walls(svg, frame, &world);
        let words = if settings.choice("field") > 0 {
            "Tinted: the largest region; M: like the media"
        } else {
            "Tinted: the largest region"
        };
        let below = at(settings.width() / 2.0, frame.bottom() + 20.0);
        svg.text(below, Align::Middle, "tick", words);
        let foot = at(left + size * settings.number("t") / 24.0, frame.bottom());
        svg.mark(Shape::Diamond, foot, 5.0, Ink::Strong);
        svg.drag(frame, foot, ("t", 0.0, 24.0), ("", 0.0, 0.0));
    });
    Drawing { svg, sentence: sentence(settings, &world), table: table(&world) }
}

fn sentence(settings: &Settings, world: &World) -> String {
    let regions = world.regions();
    let most = regions.iter().max().copied().unwrap_or(0);
    let steps = count(NOTCH * settings.count("t"));
    let rest = if world.is_frozen() {
        "Nothing moves any more."
    } else {
        "Something can still move."
    };
    let told = if regions.len() == 1 { "region" } else { "regions" };
    format!(
        "After {steps} steps: {} {told}, the largest of {most} villages out of {SITES}. \
         {rest}",
        count(regions.len()),
    )
}

fn table(world: &World) -> Table {
    let (none, some, all) =
        (world.alike(0), world.alike(1), world.alike(usize::from(FEATURES)));
    Table::new(["What", "How many"])
        .row(["Regions", &count(world.regions().len())])
        .row(["Cultures", &count(world.cultures())])
        .row(["Pairs of neighbours that share nothing", &count(none - some)])
        .row(["Pairs that share something", &count(some - all)])
        .row(["Pairs that share all", &count(all)])
        .row(["Villages like the media", &count(world.like_field())])
}

fn rust(settings: &Settings) -> String {
    format!(
        "use demarche::chance::stream;\n\
         use demarche::culture::Land;\n\
         use demarche::numbers::Probability;\n\
         let land = Land::new({SIDE}, {FEATURES}, {})?\n    \
             .with_far(Probability::new({})?)\n    \
             .with_field(Probability::new({})?);\n\
         let mut rng = stream({SEED}, {});\n\
         let mut world = land.world(&mut rng);\n\
         world.run({}, &mut rng);\n\
         assert_eq!(world.regions().len(), {});\n",
        settings.count("q"),
        literal(CHANCES[settings.choice("far")]),
        literal(STRENGTHS[settings.choice("field")]),
        settings.count("seed"),
        NOTCH * settings.count("t"),
        world(settings).regions().len(),
    )
}
