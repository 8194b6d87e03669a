//! An envoy's bias, exactly.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use super::SignalsError;

/// How far the envoy's ideal lies from the government's, in units of the range of
/// what may be the case: between −1 and 1, above 0 when the envoy wants more. Kept as
/// an exact ratio, because the number of things an envoy can say jumps at exact
/// ratios such as 1/24; a decimal is taken as the decimal it is written as. What is
/// written is read back as the same ratio: a bias that is a short decimal is written
/// as one, any other as its fraction.
///
/// ```
/// use demarche::signals::{Bias, max_cells};
/// // At 1/24 the fourth thing to say would have no room; just below, it has some.
/// assert_eq!(max_cells("1/24".parse()?), Some(3));
/// assert_eq!(max_cells("0.0416".parse()?), Some(4));
/// assert_eq!("2/48".parse::<Bias>()?.to_string(), "1/24");
/// assert_eq!("1/25".parse::<Bias>()?.to_string(), "0.04");
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "Written")]
pub struct Bias {
    negative: bool,
    over: u128,
    under: u128,
}

/// The smallest size of a bias that is not 0 is one over this.
const FINEST: u128 = 1_000_000_000_000;

/// No fraction is finer than this, so that the questions about it stay in range.
const LARGEST_UNDER: u128 = 10_u128.pow(30);

/// So many decimal places every reader of JSON turns into the same number again.
const SURE_PLACES: usize = 15;

/// As a number, or as text, which may be a fraction.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected a bias as a number or as text such as \"1/24\""
)]
enum Written {
    Number(f64),
    Text(String),
}

impl Bias {
    /// A bias from a number, read as its shortest decimal.
    ///
    /// # Errors
    /// When it is neither 0 nor of size 10⁻¹² to 1.
    pub fn new(value: f64) -> Result<Self, SignalsError> {
        Self::decimal(&value.to_string()).ok_or_else(|| {
            SignalsError::BiasOutOfDomain { found: value.to_string() }
        })
    }

    /// The exact bias `over` / `under`.
    ///
    /// ```
    /// use demarche::signals::{Bias, max_cells};
    /// // From 1/4 on the envoy can tell nothing: there is one thing to say.
    /// assert_eq!(max_cells(Bias::ratio(1, 4)?), Some(1));
    /// # Ok::<(), demarche::signals::SignalsError>(())
    /// ```
    ///
    /// # Errors
    /// When it is neither 0 nor of size 10⁻¹² to 1.
    pub fn ratio(over: i64, under: u64) -> Result<Self, SignalsError> {
        Self::reduced(over < 0, over.unsigned_abs().into(), under.into()).ok_or_else(
            || SignalsError::BiasOutOfDomain { found: format!("{over}/{under}") },
        )
    }

    /// The bare number.
    pub fn value(self) -> f64 {
        let size = self.over as f64 / self.under as f64;
        if self.negative { -size } else { size }
    }

    fn reduced(negative: bool, over: u128, under: u128) -> Option<Self> {
        let fine = over.checked_mul(FINEST).is_none_or(|scaled| scaled >= under);
        let small = over <= under;
        if under == 0 || !(over == 0 || (fine && small)) {
            return None;
        }
        let common = divisor(over, under);
        let (over, under) = (over / common, under / common);
        let small = under <= LARGEST_UNDER;
        small.then_some(Self { negative: negative && over > 0, over, under })
    }

    /// Two whole numbers and a stroke between them.
    fn fraction(over: &str, under: &str) -> Option<Self> {
        let (negative, over) = match over.trim().strip_prefix('-') {
            Some(rest) if rest.starts_with('+') => return None,
            Some(rest) => (true, rest),
            None => (false, over.trim()),
        };
        Self::reduced(negative, over.parse().ok()?, under.trim().parse().ok()?)
    }

    /// The decimal that is read as this very bias, if its nearest number gives one.
    fn exact_decimal(self) -> Option<String> {
        let text = self.value().to_string();
        (Self::decimal(&text) == Some(self)).then_some(text)
    }

    /// A plain decimal: exactly up to 30 places, cut off beyond.
    fn decimal(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        if !whole.bytes().chain(places.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        // More places than that cannot matter beside the finest bias.
        let (places, beyond) = places.split_at(places.len().min(30));
        let under = 10_u128.checked_pow(u32::try_from(places.len()).ok()?)?;
        let part = if places.is_empty() { 0 } else { places.parse().ok()? };
        let whole: u128 = whole.parse().ok()?;
        let over = whole.checked_mul(under)?.checked_add(part)?;
        // Too little to be told from 0 is not 0.
        let lost = over == 0 && beyond.bytes().any(|b| b != b'0');
        if lost { None } else { Self::reduced(negative, over, under) }
    }

    pub(super) const fn size(self) -> f64 {
        self.over as f64 / self.under as f64
    }

    pub(super) const fn is_zero(self) -> bool {
        self.over == 0
    }

    /// Whether its size is 1/`n` or less.
    pub(super) const fn is_at_most_one_in(self, n: u128) -> bool {
        self.over * n <= self.under
    }

    /// Whether its size is less than 1/`n`.
    pub(super) const fn is_below_one_in(self, n: u128) -> bool {
        self.over * n < self.under
    }

    /// Whether a report of `cells` cells has room for each: 2 *N* (*N* − 1) |*b*| < 1,
    /// in whole numbers.
    pub(super) fn has_room(self, cells: u32) -> bool {
        let n = u128::from(cells);
        let gap = 2 * n * n.saturating_sub(1);
        cells > 0 && gap.checked_mul(self.over).is_some_and(|gap| gap < self.under)
    }
}

const fn divisor(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl TryFrom<Written> for Bias {
    type Error = SignalsError;
    fn try_from(written: Written) -> Result<Self, SignalsError> {
        match written {
            Written::Number(value) => Self::new(value),
            Written::Text(text) => text.parse(),
        }
    }
}

impl Serialize for Bias {
    /// As a number where that is exact, else as text such as `"1/24"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let exact = self.exact_decimal().is_some_and(|text| {
            text.split_once('.')
                .is_none_or(|(_, places)| places.len() <= SURE_PLACES)
        });
        if exact {
            serializer.serialize_f64(self.value())
        } else {
            serializer.collect_str(self)
        }
    }
}

impl TryFrom<f64> for Bias {
    type Error = SignalsError;
    fn try_from(value: f64) -> Result<Self, SignalsError> {
        Self::new(value)
    }
}

impl From<Bias> for f64 {
    fn from(bias: Bias) -> f64 {
        bias.value()
    }
}

impl FromStr for Bias {
    type Err = SignalsError;

    fn from_str(text: &str) -> Result<Self, SignalsError> {
        let text = text.trim();
        let bias = match text.split_once('/') {
            Some((over, under)) => Self::fraction(over, under),
            None => Self::decimal(text).or_else(|| {
                text.parse::<f64>().ok().and_then(|x| Self::new(x).ok())
            }),
        };
        bias.ok_or_else(|| SignalsError::BiasOutOfDomain { found: text.to_owned() })
    }
}

impl fmt::Display for Bias {
    /// As a decimal where one is exact, else as a fraction; with a precision, as the
    /// decimal nearest to it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.precision().is_some() {
            return fmt::Display::fmt(&self.value(), f);
        }
        if let Some(decimal) = self.exact_decimal() {
            return f.pad(&decimal);
        }
        let sign = if self.negative { "-" } else { "" };
        f.pad(&format!("{sign}{}/{}", self.over, self.under))
    }
}
