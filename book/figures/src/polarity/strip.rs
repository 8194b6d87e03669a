//! Two centuries by one rule: how many poles, and how often powers quarrelled then.

use demarche::numbers::Share;
use demarche::polarity::{Index, Polarity, PoleRule, Spell, spells};

use crate::figure::{Drawing, Figure, Guess, Table, choice, slider};
use crate::kit::number::{count, literal, percent, short};
use crate::kit::{Align, Bars, Frame, Ink, NumberLine, Shape, Svg, at, valid};
use crate::settings::Settings;

const FIRST: i32 = 1816;
const LAST: i32 = 2022;
const LANE: f64 = 26.0;
const LANES: [(Polarity, Ink, &str); 3] = [
    (Polarity::Unipolar, Ink::A, "one pole"),
    (Polarity::Bipolar, Ink::B, "two poles"),
    (Polarity::Multipolar, Ink::C, "many poles"),
];

const ONE: [f64; 2] = [30.0, 60.0];
const TWO: [f64; 2] = [15.0, 30.0];

pub(super) const STRIP: Figure = Figure {
    name: "polarity-strip",
    title: "How many poles, and how many quarrels",
    controls: &[
        choice(
            "by",
            "Powers are measured by",
            &[("capability", "capability"), ("spending", "military spending")],
            "capability",
        ),
        slider("one", "The only pole has, from", "%", [ONE[0], ONE[1], 1.0], 50.0),
        slider("two", "One of two has, from", "%", [TWO[0], TWO[1], 1.0], 25.0),
    ],
    play: Some("one"),
    guess: Some(Guess {
        question: "Many powers from 1816 to 1918, two poles from 1949 to 1990. Take a \
                   pair of great powers and a year: how many times as likely was a \
                   militarised dispute between them in the cold war?",
        unit: "times",
        range: [0.0, 10.0, 0.1],
        start: 1.0,
        answer: |_| Some(cold_war_beside_concert()),
    }),
    draw,
    rust,
};

/// By the customary rule, whatever the controls say.
fn cold_war_beside_concert() -> f64 {
    let (mut before, mut after) = (1.0, 0.0);
    for spell in spells(&PoleRule::CUSTOMARY, Index::Capability) {
        let rate = spell.rate().unwrap_or(0.0);
        match spell.first {
            1816 => before = rate,
            1949 => after = rate,
            _ => {}
        }
    }
    after / before
}

fn index(settings: &Settings) -> Index {
    match settings.choice("by") {
        0 => Index::Capability,
        _ => Index::Spending,
    }
}

fn rule_of(settings: &Settings) -> PoleRule {
    let share = |key| valid(Share::new(settings.number(key) / 100.0));
    valid(PoleRule::new(share("one"), share("two"), valid(Share::new(0.05))))
}

/// What happened under one word.
#[derive(Default)]
struct Under {
    years: i32,
    pair_years: u32,
    disputes: u32,
    wars: usize,
}

impl Under {
    fn of(spells: &[Spell], polarity: Polarity) -> Self {
        let mut under = Self::default();
        for spell in spells {
            if spell.polarity == polarity {
                under.years += spell.last - spell.first + 1;
                under.pair_years += spell.pair_years;
                under.disputes += spell.disputes;
                under.wars += spell.wars();
            }
        }
        under
    }

    fn rate(&self) -> Option<f64> {
        (self.pair_years > 0)
            .then(|| f64::from(self.disputes) / f64::from(self.pair_years))
    }

    fn told(&self) -> String {
        match self.rate() {
            Some(rate) => percent(rate, 1),
            None => "no years".to_owned(),
        }
    }
}

fn draw(settings: &Settings) -> Drawing {
    let spells = spells(&rule_of(settings), index(settings));
    let bars = |known: bool| {
        let mut bars = Bars::new(0.0, 0.22);
        for (polarity, ink, name) in LANES {
            let under = Under::of(&spells, polarity);
            if known {
                bars.bar(name, &[(ink, under.rate().unwrap_or(0.0))], &under.told());
            } else {
                bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
            }
        }
        bars
    };
    let height = 3.0 * LANE + 34.0 + 24.0 + bars(true).height() + 6.0 + RULER;
    let mut svg = Svg::new(settings, height);
    let frame = svg.frame();
    lanes(&mut svg, frame, &spells);
    let top = 3.0 * LANE + 40.0;
    let words = "Disputes for each pair of great powers and year";
    svg.text(at(0.0, top + 12.0), Align::Start, "name", words);
    let room = frame.inset(0.0, top + 22.0, 0.0, 0.0);
    svg.asked(|svg| bars(false).draw(svg, room));
    svg.answer(|svg| bars(true).draw(svg, room));
    let place = at(0.0, height - RULER);
    ruler(settings).draw(&mut svg, Frame::new(place.x, place.y, frame.w, RULER));
    Drawing { svg, sentence: sentence(&spells), table: table(&spells) }
}

const RULER: f64 = 100.0;

/// The rule itself: from which share of all on a power is a pole.
fn ruler(settings: &Settings) -> NumberLine {
    let mut ruler = NumberLine::new("Share of what all powers have, %", 0.0, 60.0);
    for (key, [least, most], name) in
        [("two", TWO, "one of two poles"), ("one", ONE, "the only pole")]
    {
        let now = settings.number(key);
        ruler.mark(Shape::Diamond, Ink::Strong, now, name);
        ruler.slide(key, [(least, least), (most, most)], now);
    }
    ruler
}

/// The years, each in the lane of its word.
fn lanes(svg: &mut Svg, frame: Frame, spells: &[Spell]) {
    let left = 92.0;
    let inner = frame.inset(left, 0.0, 4.0, 0.0);
    let years = f64::from(LAST - FIRST + 1);
    let x = |year: i32| inner.x + inner.w * f64::from(year - FIRST) / years;
    for (lane, (polarity, ink, name)) in LANES.into_iter().enumerate() {
        let y = lane as f64 * LANE;
        svg.text(at(left - 8.0, y + 17.8), Align::End, "label", name);
        svg.rect(Frame::new(inner.x, y + 3.0, inner.w, LANE - 6.0), 0.0, "cell");
        for spell in spells {
            if spell.polarity == polarity {
                let (from, to) = (x(spell.first), x(spell.last + 1));
                let mut class = "bar ".to_owned();
                class.push_str(ink.class());
                let span = Frame::new(from, y + 3.0, to - from, LANE - 6.0);
                svg.rect(span, 0.0, &class);
            }
        }
    }
    for year in [1820, 1860, 1900, 1940, 1980] {
        let foot = at(x(year), 3.0 * LANE + 16.0);
        svg.line(at(x(year), 3.0 * LANE), at(x(year), 3.0 * LANE + 4.0), "axis");
        svg.text(foot, Align::Middle, "tick", &short(year.into(), 0));
    }
}

fn sentence(spells: &[Spell]) -> String {
    let mut parts = Vec::new();
    for (polarity, _, name) in LANES {
        let under = Under::of(spells, polarity);
        parts.push(format!(
            "{name} {} years and {} war{}",
            count(usize::try_from(under.years).unwrap_or(0)),
            count(under.wars),
            if under.wars == 1 { "" } else { "s" },
        ));
    }
    format!("By this rule: {}.", parts.join(", "))
}

fn table(spells: &[Spell]) -> Table {
    let mut table = Table::new(["From", "To", "Poles", "Pair-years", "Disputes"]);
    for spell in spells {
        let polarity = spell.polarity;
        let name = LANES.iter().find(|lane| lane.0 == polarity).map_or("", |l| l.2);
        table.push([
            &short(spell.first.into(), 0),
            &short(spell.last.into(), 0),
            name,
            &count(spell.pair_years as usize),
            &count(spell.disputes as usize),
        ]);
    }
    table
}

fn rust(settings: &Settings) -> String {
    let spells = spells(&rule_of(settings), index(settings));
    let index = ["Capability", "Spending"][settings.choice("by")];
    let two = Under::of(&spells, Polarity::Bipolar);
    format!(
        "use demarche::numbers::Share;\n\
         use demarche::polarity::{{Index, Polarity, PoleRule, spells}};\n\
         let rule = PoleRule::new(Share::new({})?, Share::new({})?, Share::new(0.05)?)?;\n\
         let all = spells(&rule, Index::{index});\n\
         let two = all.iter().filter(|spell| spell.polarity == Polarity::Bipolar);\n\
         assert_eq!(two.map(|spell| spell.disputes).sum::<u32>(), {});\n",
        literal(settings.number("one") / 100.0),
        literal(settings.number("two") / 100.0),
        two.disputes,
    )
}
