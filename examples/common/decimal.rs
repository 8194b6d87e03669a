//! Numbers as readers type them and tables have them, exactly.

use std::str::FromStr;

/// A decimal number of 0 or more, exactly: `digits` over 10 to the `places`.
#[derive(Clone, Copy)]
pub struct Decimal {
    digits: u64,
    pub places: u32,
}

impl Decimal {
    pub const fn whole(digits: u64) -> Self {
        Self { digits, places: 0 }
    }

    /// So much in a hundred, as a fraction.
    pub fn in_a_hundred(self) -> Option<(u64, u64)> {
        let under = 10_u64.checked_pow(self.places)?.checked_mul(100)?;
        Some((self.digits, under))
    }

    /// The number times 10 to the `places`, of which it has no more.
    pub fn scaled(self, places: u32) -> Result<u64, String> {
        let by = 10_u64.checked_pow(places - self.places);
        by.and_then(|by| self.digits.checked_mul(by)).ok_or_else(|| {
            format!(
                "expected numbers below 2^64 once {places} decimal places are whole, \
                 found a larger one"
            )
        })
    }
}

/// Reads a number as TOML writes it, without an exponent.
impl FromStr for Decimal {
    type Err = &'static str;

    fn from_str(told: &str) -> Result<Self, Self::Err> {
        let told = told.trim().trim_start_matches('+').replace('_', "");
        let (whole, part) = told.split_once('.').unwrap_or((told.as_str(), ""));
        let part = part.trim_end_matches('0');
        let digits = format!("{whole}{part}");
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
        match (digits.parse(), u32::try_from(part.len())) {
            (Ok(digits), Ok(places)) if is_plain => Ok(Self { digits, places }),
            _ => Err("expected a number of 0 or more, with decimals or without"),
        }
    }
}
