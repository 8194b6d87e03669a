//! The figures of the book.
//!
//! A figure is a function of its controls. The same Rust draws it when the book is
//! built (the still fragments in `drawn/`) and, compiled to WebAssembly, redraws
//! it in the page as the reader moves a slider. Each module is the chapter of the
//! same name and declares its figures in `FIGURES`; [`kit`] holds the parts they
//! are drawn with. CONTRIBUTING.md tells how to add one.

// `wasm` alone may state an allocator; everything else is safe code.
#![deny(unsafe_code)]

pub mod figure;
pub mod fragment;
pub mod kit;
pub mod page;
pub mod settings;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub mod actors;
pub mod aid;
pub mod alignment;
pub mod alliances;
pub mod bargaining;
pub mod briefing;
pub mod climate;
pub mod crisis;
pub mod culture;
pub mod cyber;
pub mod gains;
pub mod immunity;
pub mod peace;
pub mod polarity;
pub mod signals;
pub mod trade;
pub mod treaties;
pub mod voting;

pub use figure::{Control, Drawing, Figure, Guess, Table};
pub use settings::Settings;

/// The figures of every chapter, in the order of the book.
const CHAPTERS: &[&[Figure]] = &[
    actors::FIGURES,
    immunity::FIGURES,
    treaties::FIGURES,
    signals::FIGURES,
    bargaining::FIGURES,
    culture::FIGURES,
    gains::FIGURES,
    trade::FIGURES,
    alliances::FIGURES,
    alignment::FIGURES,
    polarity::FIGURES,
    crisis::FIGURES,
    peace::FIGURES,
    voting::FIGURES,
    climate::FIGURES,
    aid::FIGURES,
    cyber::FIGURES,
    briefing::FIGURES,
];

/// Every figure of the book.
pub fn figures() -> impl Iterator<Item = &'static Figure> {
    CHAPTERS.iter().flat_map(|figures| figures.iter())
}

/// The figure of that name, such as `gains-plane`.
pub fn figure(name: &str) -> Option<&'static Figure> {
    figures().find(|figure| figure.name == name)
}

/// Makes a crate the module of one chapter: exports what its page calls, for its
/// figures alone.
#[macro_export]
macro_rules! module {
    ($chapter:ident) => {
        #[cfg(target_arch = "wasm32")]
        const _: () = {
            #[unsafe(no_mangle)]
            extern "C" fn input(length: usize) -> *mut u8 {
                $crate::wasm::input(length)
            }

            #[unsafe(no_mangle)]
            extern "C" fn answer() -> usize {
                $crate::wasm::answer($crate::$chapter::FIGURES)
            }

            #[unsafe(no_mangle)]
            extern "C" fn output() -> *const u8 {
                $crate::wasm::output()
            }
        };
    };
}
