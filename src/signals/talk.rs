//! How much a biased envoy can tell.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::SignalsError;
use crate::numbers::Share;

/// How far the envoy's ideal lies from the government's, in units of the range of
/// what may be the case: between −1 and 1, above 0 when the envoy wants more. Kept as
/// an exact ratio, because the number of things an envoy can say jumps at exact
/// ratios such as 1/24; a decimal is taken as the decimal it is written as.
///
/// ```
/// use demarche::signals::{Bias, max_cells};
/// // At 1/24 the fourth thing to say would have no room; just below, it has some.
/// assert_eq!(max_cells("1/24".parse()?), Some(3));
/// assert_eq!(max_cells("0.0416".parse()?), Some(4));
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Bias {
    negative: bool,
    over: u128,
    under: u128,
}

/// The smallest size of a bias that is not 0 is one over this.
const FINEST: u128 = 1_000_000_000_000;

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
        Some(Self {
            negative: negative && over > 0,
            over: over / common,
            under: under / common,
        })
    }

    /// A plain decimal, exactly, if it has at most 30 places.
    fn decimal(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        // More places than that cannot matter beside the finest bias.
        let places = &places[..places.len().min(30)];
        let under = 10_u128.checked_pow(u32::try_from(places.len()).ok()?)?;
        let number = |digits: &str| {
            let plain = digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse::<u128>().ok())?
        };
        let whole = number(whole)?;
        let part = if places.is_empty() { 0 } else { number(places)? };
        Self::reduced(negative, whole.checked_mul(under)?.checked_add(part)?, under)
    }

    const fn size(self) -> f64 {
        self.over as f64 / self.under as f64
    }

    /// Whether a report of `cells` cells has room for each: 2 *N* (*N* − 1) |*b*| < 1,
    /// in whole numbers.
    fn has_room(self, cells: u32) -> bool {
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
            Some((over, under)) => {
                let over = over.trim().parse::<i64>().ok();
                let under = under.trim().parse::<u64>().ok();
                over.zip(under)
                    .and_then(|(over, under)| Self::ratio(over, under).ok())
            }
            None => Self::decimal(text).or_else(|| {
                text.parse::<f64>().ok().and_then(|x| Self::new(x).ok())
            }),
        };
        bias.ok_or_else(|| SignalsError::BiasOutOfDomain { found: text.to_owned() })
    }
}

impl fmt::Display for Bias {
    /// As the decimal nearest to it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), f)
    }
}

/// What the government loses when nobody reports and it takes the middle: 1/12, the
/// variance of a state of things that may lie anywhere between 0 and 1.
pub const SILENCE_LOSS: f64 = 1.0 / 12.0;

/// The most cells that an envoy's report can tell apart: the largest *N* with
/// 2 *N* (*N* − 1) |*b*| < 1, decided in whole numbers. `None` for an envoy without
/// bias, who can tell everything. Source: Crawford-Sobel-1982.
///
/// ```
/// use demarche::signals::{Bias, max_cells};
/// assert_eq!(max_cells(Bias::new(0.1)?), Some(2));
/// assert_eq!(max_cells(Bias::new(0.01)?), Some(7));
/// assert_eq!(max_cells(Bias::new(0.3)?), Some(1));
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
pub fn max_cells(bias: Bias) -> Option<u32> {
    if bias.over == 0 {
        return None;
    }
    // With the finest bias there are fewer than a million cells.
    let (mut room, mut none) = (1_u32, 1_u32 << 20);
    while none - room > 1 {
        let middle = room.midpoint(none);
        if bias.has_room(middle) {
            room = middle;
        } else {
            none = middle;
        }
    }
    Some(room)
}

/// How a report divides what may be the case: the range from 0 to 1 in cells, each
/// of which the envoy can name and within which it cannot be believed.
///
/// ```
/// use demarche::numbers::Share;
/// use demarche::signals::{Bias, Partition};
/// let report = Partition::finest(Bias::new(0.1)?).unwrap();
/// // "It is below .3" or "it is above": the envoy who wants more can say no more.
/// assert!((report.cuts()[1] - 0.3).abs() < 1e-12);
/// let heard = report.cell(Share::new(0.5)?);
/// assert!((report.action(heard) - 0.65).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Partition {
    cuts: Vec<f64>,
}

impl Partition {
    /// The equilibrium report with this many cells: cuts at
    /// *i*/*N* − 2 *b* *i* (*N* − *i*), for *i* from 0 to *N*. `None` when there is
    /// no room for so many.
    pub fn new(bias: Bias, cells: u32) -> Option<Self> {
        if !bias.has_room(cells) {
            return None;
        }
        let (n, b) = (f64::from(cells), bias.size());
        let cut = |i: u32| {
            let i = f64::from(i);
            i / n - 2.0 * b * i * (n - i)
        };
        let mut cuts: Vec<f64> = (0..=cells).map(cut).collect();
        if bias.negative {
            // Who wants less is believed more finely about the high cases.
            cuts = cuts.iter().rev().map(|cut| 1.0 - cut).collect();
        }
        Some(Self { cuts })
    }

    /// The report with the most cells; `None` without bias, when they have no end.
    pub fn finest(bias: Bias) -> Option<Self> {
        max_cells(bias).and_then(|cells| Self::new(bias, cells))
    }

    /// Where the cells begin and end: from 0 to 1, one more than there are cells.
    pub fn cuts(&self) -> &[f64] {
        &self.cuts
    }

    /// The cell, counted from 0, that the envoy names when this is the case. On a
    /// cut, the upper one.
    pub fn cell(&self, case: Share) -> usize {
        let cells = self.cuts.len() - 1;
        let above = self.cuts[1..cells].iter().filter(|&&cut| cut <= case.value());
        above.count()
    }

    /// What the government does on hearing of this cell: its middle.
    ///
    /// # Panics
    /// When there is no such cell.
    pub fn action(&self, cell: usize) -> f64 {
        self.cuts[cell].midpoint(self.cuts[cell + 1])
    }
}

/// What the government expects to lose, in squared distance from what would be right,
/// when the report has *N* cells: 1/(12 *N*²) + *b*² (*N*² − 1)/3. `None` when there
/// is no room for so many cells. Source: Crawford-Sobel-1982.
pub fn receiver_loss(bias: Bias, cells: u32) -> Option<f64> {
    let (n, b) = (f64::from(cells), bias.size());
    let loss = 1.0 / (12.0 * n * n) + b * b * (n * n - 1.0) / 3.0;
    bias.has_room(cells).then_some(loss)
}

/// What the envoy expects to lose, from its own ideal: the government's loss and *b*².
pub fn sender_loss(bias: Bias, cells: u32) -> Option<f64> {
    receiver_loss(bias, cells).map(|loss| loss + bias.size() * bias.size())
}

/// What the government expects to lose with the fullest report that this bias allows;
/// 0 without bias.
///
/// That the two settle on the fullest report is an assumption: silence is always an
/// equilibrium too.
pub fn report_loss(bias: Bias) -> f64 {
    max_cells(bias).and_then(|cells| receiver_loss(bias, cells)).unwrap_or(0.0)
}

/// What it is worth to have an envoy whom one can trust this far: what the report
/// saves against silence. From 0 at a bias of 1/4 or more to 1/12 at none.
///
/// ```
/// use demarche::signals::{Bias, trust_value};
/// assert_eq!(trust_value(Bias::new(0.25)?), 0.0);
/// assert!(trust_value(Bias::new(0.05)?) > trust_value(Bias::new(0.1)?));
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
pub fn trust_value(bias: Bias) -> f64 {
    SILENCE_LOSS - report_loss(bias)
}

/// What the government expects to lose when a mediator who cannot command takes the
/// envoy's report, blurs it and recommends: |*b*| (1 − |*b*|) / 3 up to a bias of 1/2,
/// silence beyond.
///
/// That a mediator helps by filtering and adding noise is the result of
/// Goltsman-2009. The formula is recalled, not read there; it is never above the
/// report's loss, and meets it where the report is at its best.
pub fn mediated_loss(bias: Bias) -> f64 {
    let b = bias.size();
    if b < 0.5 { b * (1.0 - b) / 3.0 } else { SILENCE_LOSS }
}

/// What the government expects to lose when it lets the envoy decide: *b*². Source:
/// the comparison is Dessein-2002.
pub fn delegation_loss(bias: Bias) -> f64 {
    bias.size() * bias.size()
}

/// What a government may do with one who knows and wants something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Institution {
    /// Let the envoy decide, with full powers.
    Plenipotentiary,
    /// Take the report through a neutral third party.
    Mediator,
    /// Take the report.
    Envoy,
    /// Ask nobody.
    Silence,
}

impl Institution {
    /// All four.
    pub const ALL: [Self; 4] =
        [Self::Plenipotentiary, Self::Mediator, Self::Envoy, Self::Silence];

    /// What the government expects to lose by it.
    pub fn loss(self, bias: Bias) -> f64 {
        match self {
            Self::Plenipotentiary => delegation_loss(bias),
            Self::Mediator => mediated_loss(bias),
            Self::Envoy => report_loss(bias),
            Self::Silence => SILENCE_LOSS,
        }
    }
}

impl fmt::Display for Institution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Plenipotentiary => "plenipotentiary",
            Self::Mediator => "mediator",
            Self::Envoy => "envoy",
            Self::Silence => "silence",
        })
    }
}

/// The way that loses least: the plenipotentiary up to a bias of 1/4, the mediator
/// from there to 1/2, and beyond that nobody is worth asking. A tie goes to the
/// plenipotentiary at 1/4 and to silence at 1/2.
///
/// ```
/// use demarche::signals::{Bias, Institution, best_institution};
/// assert_eq!(best_institution(Bias::new(0.1)?), Institution::Plenipotentiary);
/// assert_eq!(best_institution(Bias::new(0.4)?), Institution::Mediator);
/// assert_eq!(best_institution(Bias::new(0.6)?), Institution::Silence);
/// # Ok::<(), demarche::signals::SignalsError>(())
/// ```
pub fn best_institution(bias: Bias) -> Institution {
    // b² ≤ b (1 − b)/3 is 4 b ≤ 1: whole numbers decide the ties.
    if bias.over * 4 <= bias.under {
        Institution::Plenipotentiary
    } else if bias.over * 2 < bias.under {
        Institution::Mediator
    } else {
        Institution::Silence
    }
}
