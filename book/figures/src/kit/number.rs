//! Numbers as text by integers alone: the digits are the same everywhere, and the
//! page does not carry the standard library's printing of floats (10 KB).

/// Exactly so many decimals, at most 6; a true minus sign: `−0.50`.
pub fn fixed(value: f64, decimals: usize) -> String {
    written(value, decimals, '−', false)
}

/// At most so many decimals, without idle zeros: `−0.5`.
pub fn short(value: f64, decimals: usize) -> String {
    written(value, decimals, '−', true)
}

/// Like [`short`], with a plus sign before what is above zero.
pub fn signed(value: f64, decimals: usize) -> String {
    let text = short(value, decimals);
    if text.starts_with('−') || text == "0" { text } else { format!("+{text}") }
}

/// A share as a percentage: `percent(0.256, 1)` is `25.6%`.
pub fn percent(share: f64, decimals: usize) -> String {
    let mut text = short(share * 100.0, decimals);
    text.push('%');
    text
}

/// A count with thin spaces between the thousands: `12 345`.
pub fn count(n: usize) -> String {
    let digits = whole_text(n as u64);
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('\u{2009}');
        }
        text.push(digit);
    }
    text
}

/// A Rust literal of type `f64`, for copied programs: `-0.5`, `2.0`.
pub fn literal(value: f64) -> String {
    let mut text = plain(value, 6);
    if !text.contains('.') {
        text.push_str(".0");
    }
    text
}

/// At most so many decimals and a hyphen for a minus: for attributes and addresses.
pub fn plain(value: f64, decimals: usize) -> String {
    written(value, decimals, '-', true)
}

/// The text with a capital first letter. ASCII alone: the tables of Unicode weigh
/// more than a figure.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let mut capital = String::new();
    if let Some(first) = letters.next() {
        capital.push(first.to_ascii_uppercase());
        capital.push_str(letters.as_str());
    }
    capital
}

/// The number, or the end of the range that it lies beyond. Unlike `f64::clamp` it
/// does not bring the printing of floats along for its panic.
#[allow(clippy::manual_clamp, reason = "the point of it")]
pub const fn clamped(value: f64, from: f64, to: f64) -> f64 {
    if value < from {
        from
    } else if value > to {
        to
    } else {
        value
    }
}

/// The positions of the keys from the smallest to the largest; equal ones keep
/// their order. For a handful: the sort of the standard library weighs 6 KB.
pub fn order(keys: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (i, key) in keys.iter().enumerate() {
        let before = order.iter().position(|&j| keys[j] > *key);
        order.insert(before.unwrap_or(order.len()), i);
    }
    order
}

/// How many decimals a step such as 0.05 has: at most 4.
pub(crate) fn decimals(step: f64) -> usize {
    let mut unit = step.abs();
    for decimals in 0..4 {
        if (unit - unit.round()).abs() < 1e-9 {
            return decimals;
        }
        unit *= 10.0;
    }
    4
}

/// Reads a plain decimal such as `-2.5`.
pub(crate) fn read(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let (mut number, mut unit, mut seen, mut behind) = (0.0, 1.0, 0, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(byte - b'0');
                seen += 1;
                if behind {
                    unit *= 10.0;
                }
            }
            b'.' if !behind => behind = true,
            _ => return None,
        }
    }
    // Up to 15 digits both numbers are exact, so their ratio is the nearest float.
    (1..=15).contains(&seen).then_some(sign * number / unit)
}

fn written(
    value: f64,
    decimals: usize,
    minus: char,
    idle_zeros_off: bool,
) -> String {
    if !value.is_finite() {
        let mut text = String::new();
        if value < 0.0 {
            text.push(minus);
        }
        text.push_str(if value.is_nan() { "NaN" } else { "∞" });
        return text;
    }
    let mut unit: u64 = 1;
    for _ in 0..decimals.min(6) {
        unit *= 10;
    }
    let scaled = whole(value.abs() * unit as f64);
    let (before, mut behind) = (scaled / unit, scaled % unit);
    let mut text = String::new();
    if value < 0.0 && scaled > 0 {
        text.push(minus);
    }
    text.push_str(&whole_text(before));
    if decimals > 0 && !(idle_zeros_off && behind == 0) {
        text.push('.');
        while unit > 1 && !(idle_zeros_off && behind == 0) {
            unit /= 10;
            text.push(digit(behind / unit));
            behind %= unit;
        }
    }
    text
}

/// The nearest whole number, halves upwards.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "callers pass finite numbers of 0 or more; the cast saturates"
)]
fn whole(value: f64) -> u64 {
    // A hair more than a half, so that 0.125 · 100 and 0.285 · 100 round alike.
    (value + 0.500_000_001).floor() as u64
}

fn whole_text(mut n: u64) -> String {
    let mut digits = [0_u8; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = (n % 10) as u8;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    let mut text = String::new();
    for &d in &digits[start..] {
        text.push(digit(u64::from(d)));
    }
    text
}

#[allow(clippy::cast_possible_truncation, reason = "a digit is below 10")]
fn digit(d: u64) -> char {
    char::from(b'0' + d as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_a_printer_would_set_them() {
        assert_eq!(fixed(-0.5, 2), "−0.50");
        assert_eq!(fixed(2.0 / 3.0, 2), "0.67");
        assert_eq!(short(0.30, 2), "0.3");
        assert_eq!(short(10.0, 2), "10");
        assert_eq!(short(1.05, 2), "1.05");
        assert_eq!(short(-0.001, 2), "0");
        assert_eq!(signed(0.25, 2), "+0.25");
        assert_eq!(percent(0.256, 1), "25.6%");
        assert_eq!(count(1_234_567), "1\u{2009}234\u{2009}567");
        assert_eq!(literal(-2.0), "-2.0");
        assert_eq!(literal(0.05), "0.05");
        assert_eq!(fixed(f64::INFINITY, 1), "∞");
    }

    #[test]
    fn a_decimal_is_read_to_the_nearest_float() {
        for text in ["0.3", "-2.25", "17", "0.1", "3.1415"] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        for text in ["", "-", ".", "1e5", "NaN", "1.2.3", "12345678901234567"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_step_has_as_many_decimals_as_it_is_written_with() {
        for (step, expected) in
            [(1.0, 0), (0.5, 1), (0.05, 2), (0.001, 3), (25.0, 0)]
        {
            assert_eq!(decimals(step), expected, "{step}");
        }
    }
}
