//! What was printed, and what our own runs came to. Each run has a stream of its own, so
//! that [`Land::runs`](super::Land::runs) with [`SEED`] gives every number here again.

use serde::Serialize;

/// The seed of all runs of this page.
pub const SEED: u64 = 1991;

/// Many runs in short: how many, the sum of what they came to, and that of the squares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Runs {
    /// How many runs.
    pub count: u32,
    /// Their sum.
    pub sum: u32,
    /// The sum of their squares.
    pub squares: u32,
}

impl Runs {
    const fn of(count: u32, sum: u32, squares: u32) -> Self {
        Self { count, sum, squares }
    }

    /// Their mean.
    pub fn mean(self) -> f64 {
        f64::from(self.sum) / f64::from(self.count)
    }

    /// The standard error of the mean.
    ///
    /// ```
    /// let runs = demarche::culture::record::NINE[1].runs;
    /// assert!((runs.mean() - 4.275).abs() < 1e-12);
    /// assert!((runs.error() - 0.083).abs() < 1e-3);
    /// ```
    pub fn error(self) -> f64 {
        let count = f64::from(self.count);
        let spread = f64::from(self.squares) - count * self.mean() * self.mean();
        libm::sqrt((spread / (count - 1.0)).max(0.0) / count)
    }
}

/// A culture of so many features and traits, ten by ten.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Cell {
    /// How many features.
    pub features: u8,
    /// How many traits each.
    pub traits: u8,
    /// The regions printed: the mean of ten runs (Axelrod-1997, table 2, second hand).
    pub printed: f64,
    /// From where to where nineteen of twenty means of ten of our runs lie.
    pub of_ten: [f64; 2],
    /// Our runs.
    pub runs: Runs,
}

const fn cell(
    features: u8,
    traits: u8,
    printed: f64,
    of_ten: [f64; 2],
    runs: Runs,
) -> Cell {
    Cell { features, traits, printed, of_ten, runs }
}

/// The table of nine: regions in the end.
pub const NINE: [Cell; 9] = [
    cell(5, 5, 1.0, [1.0, 1.2], Runs::of(1_000, 1_053, 1_159)),
    cell(5, 10, 3.2, [2.8, 6.1], Runs::of(1_000, 4_275, 25_135)),
    cell(5, 15, 20.0, [14.4, 25.7], Runs::of(1_000, 19_758, 472_936)),
    cell(10, 5, 1.0, [1.0, 1.0], Runs::of(1_000, 1_000, 1_000)),
    cell(10, 10, 1.0, [1.0, 1.2], Runs::of(1_000, 1_035, 1_107)),
    cell(10, 15, 1.4, [1.1, 2.2], Runs::of(1_000, 1_609, 3_357)),
    cell(15, 5, 1.0, [1.0, 1.0], Runs::of(1_000, 1_000, 1_000)),
    cell(15, 10, 1.0, [1.0, 1.0], Runs::of(1_000, 1_001, 1_003)),
    cell(15, 15, 1.2, [1.0, 1.2], Runs::of(1_000, 1_048, 1_146)),
];

/// Regions of five features and fifteen traits, by the side of the square.
pub const SIDES: [(u8, Runs); 11] = [
    (2, Runs::of(2_000, 5_537, 16_925)),
    (5, Runs::of(200, 2_001, 22_159)),
    (8, Runs::of(200, 3_434, 69_854)),
    (10, Runs::of(200, 4_031, 98_533)),
    (12, Runs::of(200, 4_102, 108_624)),
    (14, Runs::of(200, 4_334, 124_164)),
    (16, Runs::of(200, 3_827, 100_621)),
    (20, Runs::of(200, 3_091, 66_497)),
    (25, Runs::of(100, 1_242, 21_722)),
    (30, Runs::of(100, 992, 12_470)),
    (50, Runs::of(40, 226, 1_512)),
];

/// Cultures that are left of five features and fifteen traits, ten by ten, when contacts
/// are with any site at all with a chance: after 200,000 steps, and after a million.
pub const FAR: [(f64, [Runs; 2]); 8] = [
    (0.0, [Runs::of(200, 4_033, 98_605), Runs::of(200, 4_031, 98_533)]),
    (0.001, [Runs::of(200, 3_955, 96_915), Runs::of(200, 3_317, 65_399)]),
    (0.003, [Runs::of(200, 3_688, 81_284), Runs::of(200, 2_612, 37_684)]),
    (0.01, [Runs::of(200, 2_795, 46_291), Runs::of(200, 1_713, 16_131)]),
    (0.03, [Runs::of(200, 1_634, 15_404), Runs::of(200, 1_021, 5_721)]),
    (0.1, [Runs::of(200, 867, 4_345), Runs::of(200, 721, 2_923)]),
    (0.3, [Runs::of(200, 387, 903), Runs::of(200, 382, 876)]),
    (1.0, [Runs::of(200, 226, 282), Runs::of(200, 226, 282)]),
];

/// How strong the field of the next table is.
pub const STRENGTHS: [f64; 12] =
    [0.0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.9, 0.99];

/// Regions in the end under a field of media, ten by ten, five features, by traits.
pub const FIELD: [(u8, [Runs; 12]); 3] = [
    (
        5,
        [
            Runs::of(200, 210, 230),
            Runs::of(200, 207, 221),
            Runs::of(200, 206, 218),
            Runs::of(200, 207, 221),
            Runs::of(200, 208, 226),
            Runs::of(200, 213, 243),
            Runs::of(200, 239, 329),
            Runs::of(200, 426, 1_142),
            Runs::of(200, 1_077, 6_605),
            Runs::of(200, 2_630, 36_234),
            Runs::of(200, 3_946, 80_348),
            Runs::of(200, 4_188, 90_268),
        ],
    ),
    (
        10,
        [
            Runs::of(200, 880, 5_148),
            Runs::of(200, 714, 3_500),
            Runs::of(200, 681, 3_383),
            Runs::of(200, 752, 4_264),
            Runs::of(200, 681, 3_247),
            Runs::of(200, 675, 3_109),
            Runs::of(200, 1_202, 9_288),
            Runs::of(200, 2_110, 25_806),
            Runs::of(200, 3_535, 67_157),
            Runs::of(200, 5_830, 176_486),
            Runs::of(200, 7_122, 262_046),
            Runs::of(200, 7_267, 274_405),
        ],
    ),
    (
        15,
        [
            Runs::of(200, 4_031, 98_533),
            Runs::of(200, 3_251, 68_183),
            Runs::of(200, 3_193, 66_087),
            Runs::of(200, 3_182, 64_206),
            Runs::of(200, 3_193, 66_205),
            Runs::of(200, 3_418, 72_800),
            Runs::of(200, 4_398, 108_270),
            Runs::of(200, 5_439, 156_971),
            Runs::of(200, 6_721, 236_145),
            Runs::of(200, 8_645, 383_737),
            Runs::of(200, 9_612, 475_580),
            Runs::of(200, 9_735, 486_605),
        ],
    ),
];
