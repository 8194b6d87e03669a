//! A game of two by two as states see it that mind the other's gain.

use demarche::gains::{Fate, States, effective_weight, fate, relative_gains};
use demarche::games::{GameClass, Move, Payoffs};
use demarche::numbers::RelativeWeight;

use crate::figure::{Drawing, Figure, Table, choice, slider, switch};
use crate::kit::number::{capital, fixed, literal, short};
use crate::kit::{
    Align, Axis, Frame, Ink, Matrix, Plot, Reply, Shape, Svg, at, valid,
};
use crate::settings::Settings;

/// The games of the menu, in the order of its options.
const GAMES: [(Payoffs, &str); 6] = [
    (Payoffs::STAG_HUNT, "STAG_HUNT"),
    (Payoffs::ASSURANCE, "ASSURANCE"),
    (Payoffs::CHICKEN, "CHICKEN"),
    (Payoffs::HARMONY, "HARMONY"),
    (Payoffs::PRISONERS_DILEMMA, "PRISONERS_DILEMMA"),
    (Payoffs::COORDINATION, "COORDINATION"),
];

const MOST: f64 = 10.0;

pub(super) const MATRIX: Figure = Figure {
    name: "gains-matrix",
    title: "A game turns as the rival's gain gains weight",
    controls: &[
        choice(
            "game",
            "The game in plain gains",
            &[
                ("stag-hunt", "Stag hunt"),
                ("assurance", "Assurance"),
                ("chicken", "Chicken"),
                ("harmony", "Harmony"),
                ("dilemma", "Prisoner’s dilemma"),
                ("coordination", "Coordination"),
            ],
            "stag-hunt",
        ),
        slider("r", "Weight on the gains of others, r", "", [0.0, 1.0, 0.01], 0.4),
        slider("n", "How many compare, n", "states", [2.0, MOST, 1.0], 2.0),
        switch("rival", "Each has eyes for one rival only", false),
    ],
    play: Some("r"),
    guess: None,
    draw,
    rust,
};

struct View {
    game: Payoffs,
    seen: Payoffs,
    r: RelativeWeight,
    n: usize,
    rival: bool,
    rho: RelativeWeight,
    /// What the game becomes and from which *r* on, or nothing where it never turns.
    fate: Option<Fate>,
}

impl View {
    fn of(settings: &Settings) -> Self {
        let game = GAMES[settings.choice("game")].0;
        let r = valid(RelativeWeight::new(settings.number("r")));
        let (n, rival) = (settings.count("n"), settings.on("rival"));
        let rho = effective_weight(r, compared(n, rival));
        let seen = relative_gains(&game, rho);
        let fate = fate(&game).filter(|fate| fate.class() != game.class());
        Self { game, seen, r, n, rival, rho, fate }
    }

    /// The weight *r* at which the game turns among `n` states; may exceed 1.
    fn turns(&self, n: usize) -> Option<f64> {
        // Weight 1, spread over the others: how much of it arrives at one partner.
        let arrives =
            effective_weight(RelativeWeight::RANK, compared(n, self.rival));
        self.fate.map(|fate| fate.above().value() / arrives.value())
    }

    /// The best reply to each move of the other.
    fn replies(&self) -> [Reply; 2] {
        let [c, d] = Move::ALL;
        let reply = |other: Move| {
            Reply::better(self.seen.payoff(c, other), self.seen.payoff(d, other))
        };
        [reply(c), reply(d)]
    }

    /// What the game now is; at the very point where it turns it has no name.
    fn class(&self) -> Option<GameClass> {
        let turning = self.replies().contains(&Reply::Either);
        let class = self.seen.class();
        (!turning && class != GameClass::Other).then_some(class)
    }
}

fn compared(n: usize, rival: bool) -> States {
    valid(States::new(if rival { 2 } else { n }))
}

const fn ink(class: Option<GameClass>) -> Ink {
    match class {
        Some(GameClass::PrisonersDilemma | GameClass::Deadlock) => Ink::Bad,
        Some(GameClass::Harmony) => Ink::Good,
        _ => Ink::Strong,
    }
}

fn draw(settings: &Settings) -> Drawing {
    let view = View::of(settings);
    let narrow = settings.narrow();
    let mut svg = Svg::new(settings, if narrow { 590.0 } else { 330.0 });
    let (left, right) = if narrow {
        svg.frame().below(300.0, 14.0)
    } else {
        svg.frame().beside(0.47, 26.0)
    };
    draw_matrix(&mut svg, left, &view);
    draw_plane(&mut svg, right, &view);
    Drawing { svg, sentence: sentence(&view), table: table(&view) }
}

fn draw_matrix(svg: &mut Svg, frame: Frame, view: &View) {
    let class = view.class();
    let name = class.map_or("on the edge", GameClass::name);
    let mut style = String::from("big ");
    style.push_str(match ink(class) {
        Ink::Bad => "bad",
        Ink::Good => "good",
        _ => "strong",
    });
    svg.text(at(frame.x, frame.y + 20.0), Align::Start, &style, &capital(name));
    let worth = |own: Move, other: Move| {
        [
            short(view.seen.payoff(own, other), 2),
            short(view.seen.payoff(other, own), 2),
        ]
    };
    let [c, d] = Move::ALL;
    let cells = [[worth(c, c), worth(c, d)], [worth(d, c), worth(d, d)]];
    let moves = [["cooperate", "defect"]; 2];
    let replies = view.replies();
    Matrix::new(["we", "they"], moves, cells)
        .replies(replies, replies)
        .draw(svg, frame.inset(0.0, 34.0, 0.0, 0.0));
}

fn draw_plane(svg: &mut Svg, frame: Frame, view: &View) {
    let mut plot = Plot::new(
        Axis::new("States that compare, n", 2.0, MOST),
        Axis::new("Weight r", 0.0, 1.0),
    );
    let all = [(2.0, 0.0), (MOST, 0.0), (MOST, 1.0), (2.0, 1.0)];
    if let Some(fate) = view.fate {
        let mut line = Vec::new();
        for n in [2, 10] {
            line.push((n as f64, view.turns(n).unwrap_or(0.0)));
        }
        let above = [line[0], line[1], (MOST, line[1].1.max(1.0)), (2.0, 1.0)];
        let below = [line[0], line[1], (MOST, 0.0), (2.0, 0.0)];
        plot.area(Ink::Strong, view.game.class().name(), &below);
        plot.area(ink(Some(fate.class())), fate.class().name(), &above);
        plot.line(ink(Some(fate.class())), "", &line);
        let (x, y) =
            if view.rival { (8.0, line[0].1) } else { middle(line[0], line[1]) };
        plot.label(ink(Some(fate.class())), x, y, "r*");
    } else {
        let class = view.game.class();
        plot.area(ink(Some(class)), class.name(), &all);
    }
    plot.dot(Shape::Diamond, Ink::A, view.n as f64, view.r.value(), "now");
    plot.drag((view.n as f64, view.r.value()), "n", "r");
    plot.draw(svg, frame);
}

/// The place halfway along the part of the line that lies below 1.
fn middle(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let share = if to.1 > 1.0 { (1.0 - from.1) / (to.1 - from.1) } else { 1.0 };
    let along = |a: f64, b: f64| a + (b - a) * share * 0.6;
    (along(from.0, to.0), along(from.1, to.1))
}

fn sentence(view: &View) -> String {
    let class = view.game.class();
    let was = class.name();
    let eyes = if view.rival {
        "With eyes for one rival only".to_owned()
    } else if view.n == 2 {
        "Between two states".to_owned()
    } else {
        format!("Among {} states", view.n)
    };
    let Some(fate) = view.fate else {
        return format!(
            "{eyes} and at r = {}, this stays a {was}: no weight on the gains of others \
             changes what it is.",
            fixed(view.r.value(), 2)
        );
    };
    let threshold = view.turns(view.n).unwrap_or(0.0);
    let becomes = fate.class().name();
    let article = if fate.class() == GameClass::Harmony { "" } else { "a " };
    if threshold >= 1.0 {
        return format!(
            "{eyes}, no weight up to 1 turns the {was} into {article}{becomes}: it would \
             take r above {}.",
            short(threshold, 2)
        );
    }
    let now = match view.class() {
        Some(now) if now == class => format!("it is still {}", with_article(now)),
        Some(now) => format!("it has become {}", with_article(now)),
        None => "it is on the very edge".to_owned(),
    };
    format!(
        "{eyes}, the {was} turns into {article}{becomes} above r* = {}. At r = {} {now}.",
        short(threshold, 2),
        fixed(view.r.value(), 2)
    )
}

fn with_article(class: GameClass) -> String {
    match class {
        GameClass::Harmony => "harmony".to_owned(),
        GameClass::Assurance => format!("an {}", class.name()),
        _ => format!("a {}", class.name()),
    }
}

fn table(view: &View) -> Table {
    let mut table = Table::new(["Payoff", "In plain gains", "As seen"]);
    let mut push = |name: &str, payoff: fn(&Payoffs) -> f64| {
        let (plain, seen) = (payoff(&view.game), payoff(&view.seen));
        table.push([name, &short(plain, 2), &fixed(seen, 2)]);
    };
    push("T, I defect alone", Payoffs::temptation);
    push("R, both cooperate", Payoffs::reward);
    push("P, both defect", Payoffs::punishment);
    push("S, I cooperate alone", Payoffs::sucker);
    let arrives = fixed(view.rho.value(), 3);
    table.row(["ρ, the weight on this partner", "0", &arrives])
}

fn rust(settings: &Settings) -> String {
    let view = View::of(settings);
    let class = view.class();
    let (games, result) = match class {
        Some(class) => (
            "{GameClass, Payoffs}",
            format!("assert_eq!(seen.class(), GameClass::{});", variant(class)),
        ),
        None => ("Payoffs", "println!(\"{seen}\");".to_owned()),
    };
    format!(
        "use demarche::gains::{{States, effective_weight, relative_gains}};\n\
         use demarche::games::{games};\n\
         use demarche::numbers::RelativeWeight;\n\
         let r = RelativeWeight::new({})?;\n\
         let n = States::new({})?;\n\
         let seen = relative_gains(&Payoffs::{}, effective_weight(r, n));\n\
         {result}\n",
        literal(view.r.value()),
        if view.rival { 2 } else { view.n },
        GAMES[settings.choice("game")].1,
    )
}

const fn variant(class: GameClass) -> &'static str {
    match class {
        GameClass::PrisonersDilemma => "PrisonersDilemma",
        GameClass::StagHunt => "StagHunt",
        GameClass::Assurance => "Assurance",
        GameClass::Coordination => "Coordination",
        GameClass::Chicken => "Chicken",
        GameClass::Deadlock => "Deadlock",
        GameClass::Harmony => "Harmony",
        GameClass::BattleOfTheSexes => "BattleOfTheSexes",
        GameClass::Leader => "Leader",
        GameClass::Hero => "Hero",
        _ => "Other",
    }
}
