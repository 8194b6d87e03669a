//! Who quarrels how often: the figures of the chapter on peace.

mod memberships;
mod pairs;

use crate::figure::Figure;
use crate::kit::number::fixed;
use crate::kit::{Bars, Ink};

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[pairs::PAIRS, memberships::MEMBERSHIPS];

/// Two rates of each group side by side, of a thousand; the chosen group in colour.
struct Groups<'a> {
    words: [&'a str; 2],
    most: f64,
    each: &'a [(&'a str, [f64; 2])],
    chosen: usize,
}

impl Groups<'_> {
    /// As they are in truth, where a press chooses a group; or only those that the
    /// question tells.
    fn bars(
        &self,
        known: bool,
        asked: impl Fn(usize, usize) -> bool,
        press: impl Fn(usize) -> (&'static str, String),
    ) -> Bars {
        let mut bars = Bars::new(0.0, self.most);
        bars.key(Ink::B, self.words[0]);
        bars.key(Ink::A, self.words[1]);
        for (at, (name, both)) in self.each.iter().enumerate() {
            for (second, rate) in both.iter().enumerate() {
                let name = if second == 0 { name } else { "" };
                if !known && !asked(at, second) {
                    bars.bar(name, &[(Ink::Quiet, 0.0)], "?");
                    continue;
                }
                let ink = match second {
                    _ if known && at != self.chosen => Ink::Quiet,
                    0 => Ink::B,
                    _ => Ink::A,
                };
                bars.bar(name, &[(ink, *rate)], &fixed(*rate, 0));
                if known {
                    let (key, value) = press(at);
                    bars.press(key, &value);
                }
            }
        }
        bars
    }
}
