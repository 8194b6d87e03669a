//! How much a biased envoy can tell.

use serde::Serialize;

use super::Bias;
use crate::numbers::Share;
use crate::words::words;

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
    if bias.is_zero() {
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
        if bias.value() < 0.0 {
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
        let inner = &self.cuts[1..self.cuts.len() - 1];
        inner.partition_point(|&cut| cut <= case.value())
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

words! {
    /// What a government may do with one who knows and wants something else.
    Institution: "a way to ask" {
        /// Let the envoy decide, with full powers.
        Plenipotentiary,
        /// Take the report through a neutral third party.
        Mediator,
        /// Take the report.
        Envoy,
        /// Ask nobody.
        Silence,
    }
}

impl Institution {
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
    if bias.is_at_most_one_in(4) {
        Institution::Plenipotentiary
    } else if bias.is_below_one_in(2) {
        Institution::Mediator
    } else {
        Institution::Silence
    }
}
