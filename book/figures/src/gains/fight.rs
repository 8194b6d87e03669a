//! Two periods, and war in the second: what makes a state look as if it minded.

use demarche::gains::{TwoPeriods, War};
use demarche::games::Payoffs;

use crate::figure::{Drawing, Figure, Table, slider};
use crate::kit::number::{literal, short};
use crate::kit::{Axis, Ink, Plot, Shape, Svg, valid};
use crate::settings::Settings;

const MOST: f64 = 8.0;

pub(super) const FIGHT: Figure = Figure {
    name: "gains-fight",
    title: "Cheap war, no trade",
    controls: &[
        slider("cost", "Cost of fighting, F", "", [0.0, MOST, 0.25], 3.0),
        slider("prize", "Prize of the war", "", [2.0, 9.0, 0.5], 5.0),
        slider("gap", "Lead that wins a war", "", [1.0, 5.0, 0.5], 3.0),
    ],
    play: Some("cost"),
    guess: None,
    draw,
    rust,
};

fn world(settings: &Settings, cost: f64) -> TwoPeriods {
    let (prize, gap) = (settings.number("prize"), settings.number("gap"));
    let war = War { gap, prize, cost, loser: 0.0 };
    valid(TwoPeriods::new(Payoffs::PRISONERS_DILEMMA, 0.0, war))
}

fn draw(settings: &Settings) -> Drawing {
    let cost = settings.number("cost");
    let now = world(settings, cost);
    let critical = now.critical_fighting_cost();
    let mut plot = Plot::new(
        Axis::new("Cost of fighting, F", 0.0, MOST),
        Axis::new("Worth of both periods", 0.0, 15.0),
    );
    if let Some(critical) = critical {
        let area = [(0.0, 0.0), (critical, 0.0), (critical, 15.0), (0.0, 15.0)];
        plot.area(Ink::Bad, if critical > 1.6 { "no trade" } else { "" }, &area);
        if critical > 0.0 && critical < MOST {
            plot.upright(Ink::Bad, critical, "F*");
        }
    }
    plot.curve(Ink::Good, "cooperate", 1, |_| now.cooperation());
    plot.curve(Ink::Bad, "cheat", 64, |cost| world(settings, cost).cheating());
    let (shape, ink) = if now.cooperates() {
        (Shape::Circle, Ink::Good)
    } else {
        (Shape::Cross, Ink::Bad)
    };
    let best = now.cooperation().max(now.cheating());
    plot.dot(shape, ink, cost, best, if now.cooperates() { "trade" } else { "war" });
    plot.slide((cost, best), "cost", 1.0);
    let mut svg = Svg::new(settings, 330.0);
    let frame = svg.frame();
    plot.draw(&mut svg, frame);
    Drawing { svg, sentence: sentence(settings, &now), table: table(settings) }
}

fn sentence(settings: &Settings, now: &TwoPeriods) -> String {
    let (good, bad) = (short(now.cooperation(), 2), short(now.cheating(), 2));
    let cost = short(settings.number("cost"), 2);
    match (now.critical_fighting_cost(), now.cooperates()) {
        (None, _) => format!(
            "Cheating never opens a lead of {}, so nobody can win a war by it: \
             cooperation, worth {good}, beats cheating, worth {bad}, at any cost of \
             fighting.",
            short(settings.number("gap"), 2)
        ),
        (Some(critical), true) => format!(
            "At a cost of fighting of {cost}, cooperation is worth {good} and cheating \
             {bad}: they trade, as they do from F* = {} on.",
            short(critical, 2)
        ),
        (Some(critical), false) => format!(
            "At a cost of fighting of {cost}, cheating and then war is worth {bad} and \
             cooperation {good}: no trade below F* = {}, though neither minds the \
             other's gain.",
            short(critical, 2)
        ),
    }
}

fn table(settings: &Settings) -> Table {
    let mut table =
        Table::new(["Cost of fighting", "Cooperation", "Cheating", "They trade"]);
    let mut cost = 0.0;
    while cost <= MOST {
        let world = world(settings, cost);
        table.push([
            &short(cost, 0),
            &short(world.cooperation(), 2),
            &short(world.cheating(), 2),
            if world.cooperates() { "yes" } else { "no" },
        ]);
        cost += 1.0;
    }
    table
}

fn rust(settings: &Settings) -> String {
    let now = world(settings, settings.number("cost"));
    let not = if now.cooperates() { "" } else { "!" };
    format!(
        "use demarche::gains::{{TwoPeriods, War}};\n\
         use demarche::games::Payoffs;\n\
         let trade = Payoffs::PRISONERS_DILEMMA;\n\
         let war = War {{ gap: {}, prize: {}, cost: {}, loser: 0.0 }};\n\
         let world = TwoPeriods::new(trade, 0.0, war)?;\n\
         assert_eq!(world.cooperation(), {});\n\
         assert_eq!(world.cheating(), {});\n\
         assert!({not}world.cooperates());\n",
        literal(settings.number("gap")),
        literal(settings.number("prize")),
        literal(settings.number("cost")),
        literal(now.cooperation()),
        literal(now.cheating()),
    )
}
