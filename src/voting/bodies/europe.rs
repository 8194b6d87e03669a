//! Votes and populations of the members of the European Communities and Union.
//!
//! Votes by treaty: the CVCE table of weightings (CVCE-votes). Populations of 2013
//! and 2014: Annex III of the Council's rules of procedure, in hundreds of persons
//! (Annex-III). Populations of 2024 and 2025: Eurostat, 1 January, as tabulated at
//! second hand (Eurostat-2024); Annex III for 2025 itself was not found.

/// One treaty's members and votes.
pub(super) type Votes = &'static [(&'static str, u64)];

/// Treaty of Rome, 1958: 12 of 17.
pub(super) const V1958: Votes = &[
    ("France", 4),
    ("Germany", 4),
    ("Italy", 4),
    ("Belgium", 2),
    ("Netherlands", 2),
    ("Luxembourg", 1),
];

/// First enlargement, 1973: 41 of 58.
pub(super) const V1973: Votes = &[
    ("France", 10),
    ("Germany", 10),
    ("Italy", 10),
    ("United Kingdom", 10),
    ("Belgium", 5),
    ("Netherlands", 5),
    ("Denmark", 3),
    ("Ireland", 3),
    ("Luxembourg", 2),
];

/// With Greece, 1981: 45 of 63.
pub(super) const V1981: Votes = &[
    ("France", 10),
    ("Germany", 10),
    ("Italy", 10),
    ("United Kingdom", 10),
    ("Belgium", 5),
    ("Greece", 5),
    ("Netherlands", 5),
    ("Denmark", 3),
    ("Ireland", 3),
    ("Luxembourg", 2),
];

/// With Spain and Portugal, 1986: 54 of 76.
pub(super) const V1986: Votes = &[
    ("France", 10),
    ("Germany", 10),
    ("Italy", 10),
    ("United Kingdom", 10),
    ("Spain", 8),
    ("Belgium", 5),
    ("Greece", 5),
    ("Netherlands", 5),
    ("Portugal", 5),
    ("Denmark", 3),
    ("Ireland", 3),
    ("Luxembourg", 2),
];

/// With Austria, Finland and Sweden, 1995: 62 of 87.
pub(super) const V1995: Votes = &[
    ("France", 10),
    ("Germany", 10),
    ("Italy", 10),
    ("United Kingdom", 10),
    ("Spain", 8),
    ("Belgium", 5),
    ("Greece", 5),
    ("Netherlands", 5),
    ("Portugal", 5),
    ("Austria", 4),
    ("Sweden", 4),
    ("Denmark", 3),
    ("Finland", 3),
    ("Ireland", 3),
    ("Luxembourg", 2),
];

/// Treaty of Nice, 27 members, 2007 to June 2013: votes, and Annex III population
/// of 2013 in hundreds.
pub(super) const NICE: &[(&str, u64, u64)] = &[
    ("Germany", 29, 818_437),
    ("France", 29, 653_979),
    ("United Kingdom", 29, 629_896),
    ("Italy", 29, 608_208),
    ("Spain", 27, 461_963),
    ("Poland", 27, 385_384),
    ("Romania", 14, 213_558),
    ("Netherlands", 13, 167_303),
    ("Greece", 12, 112_909),
    ("Portugal", 12, 110_413),
    ("Belgium", 12, 105_418),
    ("Czech Republic", 12, 105_054),
    ("Hungary", 12, 99_577),
    ("Sweden", 10, 94_829),
    ("Austria", 10, 84_430),
    ("Bulgaria", 10, 73_272),
    ("Denmark", 7, 55_805),
    ("Slovakia", 7, 54_043),
    ("Finland", 7, 54_013),
    ("Ireland", 7, 45_828),
    ("Lithuania", 7, 30_078),
    ("Latvia", 4, 20_555),
    ("Slovenia", 4, 20_418),
    ("Estonia", 4, 13_397),
    ("Cyprus", 4, 8_620),
    ("Luxembourg", 4, 5_249),
    ("Malta", 3, 4_161),
];

/// The 28 members of November 2014: Annex III population of 2014 in hundreds.
pub(super) const P2014: &[(&str, u64)] = &[
    ("Germany", 805_237),
    ("France", 656_332),
    ("United Kingdom", 637_301),
    ("Italy", 596_852),
    ("Spain", 467_043),
    ("Poland", 385_333),
    ("Romania", 200_575),
    ("Netherlands", 167_796),
    ("Greece", 111_616),
    ("Portugal", 110_625),
    ("Belgium", 105_161),
    ("Czech Republic", 104_873),
    ("Hungary", 99_088),
    ("Sweden", 95_559),
    ("Austria", 84_519),
    ("Bulgaria", 72_846),
    ("Denmark", 56_026),
    ("Slovakia", 54_267),
    ("Finland", 54_108),
    ("Ireland", 45_911),
    ("Croatia", 42_621),
    ("Lithuania", 29_719),
    ("Latvia", 20_588),
    ("Slovenia", 20_238),
    ("Estonia", 13_248),
    ("Cyprus", 8_659),
    ("Luxembourg", 5_370),
    ("Malta", 4_214),
];

/// The 27 members since February 2020: name, population on 1 January of
/// 2024 and of 2025 in persons.
pub(super) const P2024: &[(&str, u64, u64)] = &[
    ("Germany", 83_445_000, 83_577_100),
    ("France", 68_402_000, 68_635_900),
    ("Italy", 58_989_700, 58_934_200),
    ("Spain", 48_610_500, 49_078_000),
    ("Poland", 36_621_000, 36_497_500),
    ("Romania", 19_064_400, 19_036_400),
    ("Netherlands", 17_942_900, 18_044_000),
    ("Belgium", 11_832_000, 11_900_100),
    ("Czech Republic", 10_900_600, 10_909_500),
    ("Portugal", 10_639_700, 10_749_600),
    ("Sweden", 10_551_700, 10_587_700),
    ("Greece", 10_397_200, 10_409_500),
    ("Hungary", 9_584_600, 9_539_500),
    ("Austria", 9_158_800, 9_197_200),
    ("Bulgaria", 6_445_500, 6_437_400),
    ("Denmark", 5_961_200, 5_992_700),
    ("Finland", 5_603_900, 5_636_000),
    ("Slovakia", 5_424_700, 5_419_500),
    ("Ireland", 5_343_800, 5_439_900),
    ("Croatia", 3_862_000, 3_874_400),
    ("Lithuania", 2_885_900, 2_890_700),
    ("Slovenia", 2_123_900, 2_130_900),
    ("Latvia", 1_871_900, 1_856_900),
    ("Estonia", 1_374_700, 1_370_000),
    ("Cyprus", 933_500, 979_900),
    ("Luxembourg", 672_100, 682_000),
    ("Malta", 563_400, 574_300),
];
