//! What allies owe, who comes, who pays: the figures of the chapter on alliances.

mod burden;
mod call;
mod kept;

use crate::figure::Figure;

/// The figures of the chapter.
pub const FIGURES: &[Figure] = &[call::CALL, kept::KEPT, burden::BURDEN];
