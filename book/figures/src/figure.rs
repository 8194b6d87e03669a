//! What a figure is: its controls, and the drawing that follows from them.

use crate::kit::Svg;
use crate::settings::Settings;

/// One figure of a chapter.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Chapter and word, such as `gains-plane`: the name of the fragment, and of
    /// the key in the address.
    pub name: &'static str,
    /// What the figure is about, in a few words. Stands above it.
    pub title: &'static str,
    /// What the reader can move. At most four sliders.
    pub controls: &'static [Control],
    /// The key of the slider that *Play* sweeps or of the button that it presses.
    pub play: Option<&'static str>,
    /// A question that the reader answers before the figure shows its answer.
    pub guess: Option<Guess>,
    /// Draws the figure at these settings.
    pub draw: fn(&Settings) -> Drawing,
    /// A few lines with the crate's API that compute what the figure shows: `use`
    /// lines first, then statements, which may use `?`.
    pub rust: fn(&Settings) -> String,
}

/// Something that the reader moves.
#[derive(Debug, Clone, Copy)]
pub enum Control {
    /// A number in a range.
    Slider {
        /// The key in the address and in [`Settings`].
        key: &'static str,
        /// What it is, in words, with its symbol at the end.
        label: &'static str,
        /// What stands behind the number, such as `states`; may be empty.
        unit: &'static str,
        /// The smallest value.
        min: f64,
        /// The largest value.
        max: f64,
        /// The distance of neighbouring values: a decimal such as 0.05.
        step: f64,
        /// The book's value.
        default: f64,
    },
    /// One of a few.
    Choice {
        /// The key in the address and in [`Settings`].
        key: &'static str,
        /// What is chosen.
        label: &'static str,
        /// The keys and the words of the options.
        options: &'static [(&'static str, &'static str)],
        /// The book's choice: its key.
        default: &'static str,
    },
    /// On or off.
    Switch {
        /// The key in the address and in [`Settings`].
        key: &'static str,
        /// What is so when it is on.
        label: &'static str,
        /// The book's position.
        default: bool,
    },
    /// Counts how often it was pressed, from 0: the next round, another seed.
    Button {
        /// The key in the address and in [`Settings`].
        key: &'static str,
        /// What a press does.
        label: &'static str,
        /// After so many presses it counts no further.
        max: u16,
    },
}

impl Control {
    /// The key in the address and in [`Settings`].
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Slider { key, .. }
            | Self::Choice { key, .. }
            | Self::Switch { key, .. }
            | Self::Button { key, .. } => key,
        }
    }
}

/// A [`Control::Slider`] in a line; the range is smallest, largest, step.
pub const fn slider(
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    [min, max, step]: [f64; 3],
    default: f64,
) -> Control {
    Control::Slider { key, label, unit, min, max, step, default }
}

/// A [`Control::Choice`] in a line.
pub const fn choice(
    key: &'static str,
    label: &'static str,
    options: &'static [(&'static str, &'static str)],
    default: &'static str,
) -> Control {
    Control::Choice { key, label, options, default }
}

/// A [`Control::Switch`] in a line.
pub const fn switch(
    key: &'static str,
    label: &'static str,
    default: bool,
) -> Control {
    Control::Switch { key, label, default }
}

/// A [`Control::Button`] in a line.
pub const fn button(key: &'static str, label: &'static str, max: u16) -> Control {
    Control::Button { key, label, max }
}

/// A question with a number for an answer, asked before the figure answers it.
/// Parts of the drawing inside [`Svg::answer`] stay hidden until then, and so do
/// the sentence and the table; [`Svg::asked`] shows in their place what is known.
#[derive(Debug, Clone, Copy)]
pub struct Guess {
    /// The question.
    pub question: &'static str,
    /// What stands behind the number; may be empty.
    pub unit: &'static str,
    /// The smallest answer, the largest, and the distance of neighbouring ones.
    pub range: [f64; 3],
    /// Where the slider stands before the reader moves it.
    pub start: f64,
    /// The model's answer at these settings, or nothing where the thing asked
    /// after never happens.
    pub answer: fn(&Settings) -> Option<f64>,
}

/// What a figure shows at some settings.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The picture.
    pub svg: Svg,
    /// What it shows now: one sentence, or two short ones.
    pub sentence: String,
    /// The numbers behind it.
    pub table: Table,
}

/// A small table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these column heads and no rows yet.
    pub fn new<const N: usize>(head: [&str; N]) -> Self {
        Self { head: cells(&head), rows: Vec::new() }
    }

    /// Adds a row; its first cell heads it.
    pub fn push<const N: usize>(&mut self, row: [&str; N]) {
        self.rows.push(cells(&row));
    }

    /// The same table with one row more.
    #[must_use]
    pub fn row<const N: usize>(mut self, row: [&str; N]) -> Self {
        self.push(row);
        self
    }

    /// The column heads.
    pub fn head(&self) -> &[String] {
        &self.head
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }
}

// Written once for tables of every width, so that it weighs once.
#[inline(never)]
fn cells(texts: &[&str]) -> Vec<String> {
    let mut cells = Vec::new();
    for text in texts {
        cells.push((*text).to_owned());
    }
    cells
}
