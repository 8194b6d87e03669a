//! Heads of mission exchanged among the ten states of South America in 1894, 1904 and
//! 1914: facts read row by row in the data set on diplomatic exchange of the Correlates of
//! War project, version 2006.1 (Bayer-2006). No evidence in its yearbooks counts as none.

use super::Missions;

/// The states, by their names.
pub const STATES: [&str; 10] = [
    "Argentina",
    "Bolivia",
    "Brazil",
    "Chile",
    "Colombia",
    "Ecuador",
    "Paraguay",
    "Peru",
    "Uruguay",
    "Venezuela",
];

/// The years.
pub const YEARS: [i32; 3] = [1894, 1904, 1914];

/// For each sender the hosts, a bit each.
const HOSTS: [[u16; 10]; 3] = [
    [0x10c, 0x08d, 0x38b, 0x1a7, 0x2a8, 0x188, 0x000, 0x12d, 0x00d, 0x005],
    [0x1ce, 0x394, 0x3fb, 0x3f7, 0x2a8, 0x19a, 0x18f, 0x07f, 0x04d, 0x014],
    [0x3fa, 0x3fd, 0x3fb, 0x1f7, 0x3af, 0x29f, 0x18f, 0x27f, 0x2ff, 0x0f6],
];

/// The missions of a year, or `None` for a year that we have not read.
///
/// ```
/// use demarche::actors::record;
/// assert_eq!(record::south_america(1904).unwrap().missions().len(), 57);
/// assert!(record::south_america(1905).is_none());
/// ```
pub fn south_america(year: i32) -> Option<Missions> {
    let at = YEARS.iter().position(|&known| known == year)?;
    let hosts = |(sender, set): (usize, &u16)| {
        let set = *set;
        (0..10)
            .filter(move |host| set >> host & 1 == 1)
            .map(move |host| [sender, host])
    };
    let all: Vec<[usize; 2]> =
        HOSTS[at].iter().enumerate().flat_map(hosts).collect();
    Missions::new(STATES.len(), &all).ok()
}
