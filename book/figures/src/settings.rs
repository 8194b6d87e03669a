//! Where the controls stand: always valid, whatever text came in.

use crate::figure::{Control, Figure, Guess};
use crate::kit::number::{clamped, decimals, plain, read, short};

/// The key under which the reader's prediction travels.
pub(crate) const GUESS: &str = "guess";

/// The position of every control of one figure, each inside its range and on its
/// step, and the width to draw for.
#[derive(Debug, Clone)]
pub struct Settings {
    figure: &'static Figure,
    values: Vec<f64>,
    guess: Option<f64>,
    narrow: bool,
}

impl Settings {
    /// The book's values, drawn for a wide page.
    pub fn of(figure: &'static Figure) -> Self {
        let mut values = Vec::new();
        for control in figure.controls {
            values.push(book_value(control));
        }
        Self { figure, values, guess: None, narrow: false }
    }

    /// Reads settings such as `k:2,n:5`. Unknown keys and unreadable values are
    /// passed over, numbers are moved to the nearest valid one: an address that
    /// somebody typed never breaks a figure.
    pub fn parse(figure: &'static Figure, text: &str, narrow: bool) -> Self {
        let mut settings = Self { narrow, ..Self::of(figure) };
        for (key, value) in text.split(',').filter_map(|pair| pair.split_once(':')) {
            if key == GUESS {
                settings.guess = figure
                    .guess
                    .as_ref()
                    .and_then(|guess| read(value).map(|x| snapped(x, guess.range)));
            } else if let Some(i) = settings.index(key)
                && let Some(number) = valid(&figure.controls[i], value)
            {
                settings.values[i] = number;
            }
        }
        settings
    }

    /// The number at which the slider of that key stands.
    ///
    /// # Panics
    /// When the figure declares no control of that key.
    pub fn number(&self, key: &str) -> f64 {
        match self.index(key) {
            Some(i) => self.values[i],
            None => panic!("the figure has no such control"),
        }
    }

    /// The same as a count: for sliders over whole numbers and for buttons.
    ///
    /// # Panics
    /// When the figure declares no control of that key.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "ranges of counts are declared at 0 or above, and small"
    )]
    pub fn count(&self, key: &str) -> usize {
        self.number(key) as usize
    }

    /// Whether the switch of that key is on.
    ///
    /// # Panics
    /// When the figure declares no control of that key.
    pub fn on(&self, key: &str) -> bool {
        self.number(key) > 0.5
    }

    /// The number of the option chosen, from 0.
    ///
    /// # Panics
    /// When the figure declares no control of that key.
    pub fn choice(&self, key: &str) -> usize {
        self.count(key)
    }

    /// What the reader predicted, once asked.
    pub fn guess(&self) -> Option<f64> {
        self.guess
    }

    /// Whether to draw for a narrow page.
    pub fn narrow(&self) -> bool {
        self.narrow
    }

    /// The width to draw for, in units of the drawing.
    pub fn width(&self) -> f64 {
        if self.narrow { 320.0 } else { 640.0 }
    }

    /// The value with its unit, as the page shows and speaks it.
    pub(crate) fn spoken(&self, i: usize) -> String {
        match &self.figure.controls[i] {
            Control::Slider { unit, step, .. } => {
                with_unit(self.values[i], decimals(*step), unit)
            }
            other => self.written(i, other),
        }
    }

    /// Every control as `key:value`, and the guess where there is one.
    pub(crate) fn text(&self) -> String {
        self.pairs(|_| true)
    }

    /// Only what differs from the book's values: empty where nothing does.
    pub(crate) fn changes(&self) -> String {
        self.pairs(|i| {
            (self.values[i] - book_value(&self.figure.controls[i])).abs() > 1e-9
        })
    }

    pub(crate) fn figure(&self) -> &'static Figure {
        self.figure
    }

    fn pairs(&self, wanted: impl Fn(usize) -> bool) -> String {
        let mut text = String::new();
        for (i, control) in self.figure.controls.iter().enumerate() {
            if wanted(i) {
                push_pair(&mut text, control.key(), &self.written(i, control));
            }
        }
        if let (Some(x), Some(guess)) = (self.guess, &self.figure.guess) {
            push_pair(&mut text, GUESS, &plain(x, decimals(guess.range[2])));
        }
        text
    }

    fn written(&self, i: usize, control: &Control) -> String {
        match control {
            Control::Slider { step, .. } => plain(self.values[i], decimals(*step)),
            Control::Choice { options, key, .. } => {
                options[self.choice(key)].0.to_owned()
            }
            Control::Switch { key, .. } => {
                if self.on(key) { "on" } else { "off" }.to_owned()
            }
            Control::Button { .. } => plain(self.values[i], 0),
        }
    }

    fn index(&self, key: &str) -> Option<usize> {
        self.figure.controls.iter().position(|control| control.key() == key)
    }
}

/// A number with its unit behind it, held together by a no-break space.
pub(crate) fn with_unit(value: f64, decimals: usize, unit: &str) -> String {
    let mut text = short(value, decimals);
    match unit {
        "" => {}
        "%" => text.push('%'),
        _ => {
            text.push('\u{a0}');
            text.push_str(unit);
        }
    }
    text
}

/// How far the reader's prediction was from the model's answer.
pub(crate) fn verdict(settings: &Settings) -> Option<String> {
    let (guess, said) = (settings.figure.guess.as_ref()?, settings.guess?);
    let said_text = said_in(guess, said);
    let Some(answer) = (guess.answer)(settings) else {
        return Some(format!("You said {said_text}. The model says: never."));
    };
    let off = said - answer;
    let model = said_in(guess, answer);
    Some(if off.abs() <= guess.range[2] / 2.0 {
        format!("You said {said_text}, and so does the model.")
    } else {
        let way = if off > 0.0 { "too high" } else { "too low" };
        let off = said_in(guess, off.abs());
        format!(
            "You said {said_text}. The model says {model}: you were {off} {way}."
        )
    })
}

fn said_in(guess: &Guess, value: f64) -> String {
    with_unit(value, decimals(guess.range[2]), guess.unit)
}

fn push_pair(text: &mut String, key: &str, value: &str) {
    if !text.is_empty() {
        text.push(',');
    }
    text.push_str(key);
    text.push(':');
    text.push_str(value);
}

fn book_value(control: &Control) -> f64 {
    match control {
        Control::Slider { default, .. } => *default,
        Control::Choice { options, default, .. } => {
            options.iter().position(|(key, _)| key == default).unwrap_or(0) as f64
        }
        Control::Switch { default, .. } => f64::from(*default),
        Control::Button { .. } => 0.0,
    }
}

fn valid(control: &Control, text: &str) -> Option<f64> {
    match control {
        Control::Slider { min, max, step, .. } => {
            read(text).map(|x| snapped(x, [*min, *max, *step]))
        }
        Control::Choice { options, .. } => {
            options.iter().position(|(key, _)| *key == text).map(|i| i as f64)
        }
        Control::Switch { .. } => match text {
            "on" => Some(1.0),
            "off" => Some(0.0),
            _ => None,
        },
        Control::Button { max, .. } => {
            read(text).map(|x| snapped(x, [0.0, f64::from(*max), 1.0]))
        }
    }
}

/// The valid number nearest to `x`. It comes out as the decimal that the step
/// promises (0.3, not 0.1 three times), so that equal settings have equal bits.
fn snapped(x: f64, [min, max, step]: [f64; 3]) -> f64 {
    let steps = ((clamped(x, min, max) - min) / step).round();
    let mut unit = 1.0;
    for _ in 0..decimals(step).max(decimals(min)) {
        unit *= 10.0;
    }
    (((min + steps * step) * unit).round() / unit).min(max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapped_number_is_the_decimal_that_one_would_type() {
        assert_eq!(snapped(0.31, [0.0, 1.0, 0.1]).to_bits(), 0.3_f64.to_bits());
        assert_eq!(snapped(7.0, [0.0, 1.0, 0.1]).to_bits(), 1.0_f64.to_bits());
        assert_eq!(
            snapped(-2.26, [-4.0, 1.0, 0.25]).to_bits(),
            (-2.25_f64).to_bits()
        );
    }
}
