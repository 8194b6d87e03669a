//! Every part of the drawing kit on one sheet, in a light and a dark theme, wide and
//! narrow: `cargo run -p demarche-figures --example specimen > specimen.html`, opened
//! beside `book/theme/figures.css`.

use demarche_figures::kit::{
    Axis, Bars, Frame, Graph, Ink, Matrix, NumberLine, Plot, Reply, Shape, Svg, Tie,
    Tile, Tiles,
};
use demarche_figures::{Settings, figures};

fn main() {
    println!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Specimen</title>"
    );
    println!("<style>{}</style>", include_str!("../../theme/figures.css"));
    println!(
        "<style>body {{ margin: 0; font: 16px sans-serif }}
        .light {{ --bg: #fff; --fg: #222; background: #fff }}
        .navy {{ --bg: #161923; --fg: #bcbdd0; background: #161923 }}
        section {{ display: flex; gap: 20px; align-items: start; padding: 0 20px }}
        .wide {{ width: 640px }} .narrow {{ width: 320px }}</style>"
    );
    let figure = figures().next().expect("a figure");
    for (theme, narrow) in [("light", false), ("light", true), ("navy", false)] {
        let settings = Settings::parse(figure, "", narrow);
        let width = if narrow { "narrow" } else { "wide" };
        println!("<section class=\"{theme}\">");
        for draw in [lines, line_of_numbers, games, camps, shares] {
            let mut svg = Svg::new(&settings, 300.0);
            let frame = svg.frame();
            draw(&mut svg, frame);
            println!(
                "<div class=\"figure {width}\">{}</div>",
                svg.finish("A specimen")
            );
        }
        println!("</section>");
    }
    println!("</html>");
}

fn lines(svg: &mut Svg, frame: Frame) {
    let mut plot = Plot::new(
        Axis::new("Years", 0.0, 10.0),
        Axis::new("Share", 0.0, 1.0).percent(),
    );
    for (i, ink) in [Ink::A, Ink::B, Ink::C, Ink::D].into_iter().enumerate() {
        let name = ["Austria", "Prussia", "France", "Britain"][i];
        plot.curve(ink, name, 30, |x| 1.0 / (1.0 + x * (i + 1) as f64 / 6.0));
    }
    for i in 1..5 {
        let x = f64::from(i) * 2.0;
        plot.bar(Ink::Quiet, x, 0.6, 0.0, x / 30.0);
    }
    plot.across(Ink::Bad, 0.5, "half");
    plot.upright(Ink::Quiet, 4.0, "war");
    plot.dot(Shape::Circle, Ink::A, 6.0, 0.5, "here");
    plot.dot(Shape::Triangle, Ink::D, 6.3, 0.52, "and here");
    plot.draw(svg, frame);
}

fn line_of_numbers(svg: &mut Svg, frame: Frame) {
    let mut line = NumberLine::new("Share of the pie", 0.0, 1.0);
    line.mark(Shape::Circle, Ink::A, 0.33, "least for us");
    line.mark(Shape::Square, Ink::B, 0.45, "their offer");
    line.mark(Shape::Diamond, Ink::D, 0.5, "Nash");
    line.draw(svg, frame.below(140.0, 0.0).0);
    let mut tape = Tiles::new();
    let moves = |every: usize| {
        (0..20)
            .map(|i| if i % every == 0 { Tile::DEFECTS } else { Tile::COOPERATES })
            .collect()
    };
    tape.row("We", moves(7));
    tape.row("They", moves(4));
    let lamp = |on| {
        if on {
            Tile::On(Shape::Square, Ink::B)
        } else {
            Tile::Off(Shape::Square, Ink::B)
        }
    };
    tape.row("Lamps", vec![lamp(true), lamp(false), lamp(true), Tile::Empty]);
    tape.draw(svg, frame.below(170.0, 10.0).1);
}

fn games(svg: &mut Svg, frame: Frame) {
    let cells = [["3", "0"], ["5", "1"]];
    let cell = |i: usize, j: usize| [cells[i][j].to_owned(), cells[j][i].to_owned()];
    let cells = [[cell(0, 0), cell(0, 1)], [cell(1, 0), cell(1, 1)]];
    Matrix::new(["Vienna", "Berlin"], [["hold", "break"], ["hold", "break"]], cells)
        .replies([Reply::Second; 2], [Reply::Second, Reply::Either])
        .draw(svg, frame.beside(0.8, 0.0).0);
}

fn camps(svg: &mut Svg, frame: Frame) {
    let mut graph =
        Graph::new(&["Austria", "France", "Prussia", "Britain", "Russia"]);
    let ties = [(0, 1), (2, 3), (0, 4)];
    for (i, j) in ties {
        graph.tie(i, j, Tie::Friendly);
    }
    for (i, j) in [(0, 2), (1, 3), (1, 2)] {
        graph.tie(i, j, Tie::Hostile);
    }
    graph.tie(3, 4, Tie::Neutral);
    for (node, shape, ink) in [
        (0, Shape::Circle, Ink::A),
        (1, Shape::Circle, Ink::A),
        (2, Shape::Square, Ink::B),
        (3, Shape::Square, Ink::B),
    ] {
        graph.camp(node, shape, ink);
    }
    graph.draw(svg, frame);
}

fn shares(svg: &mut Svg, frame: Frame) {
    let mut bars = Bars::new(-0.2, 1.0);
    bars.key(Ink::A, "voting weight");
    bars.key(Ink::B, "power");
    bars.bar("France", &[(Ink::A, 0.5), (Ink::B, 0.3)], "80%");
    bars.bar("Luxembourg", &[(Ink::A, 0.1)], "10%");
    bars.bar("Italy", &[(Ink::Bad, -0.15)], "−15%");
    bars.draw(svg, frame);
}
