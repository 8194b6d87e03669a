//! The figures of the book.
//!
//! A figure is a function of its controls. The same Rust draws it when the book is
//! built (the still fragments in `drawn/`) and, compiled to WebAssembly, redraws
//! it in the page as the reader moves a slider. Each module is the chapter of the
//! same name and declares its figures in `FIGURES`; [`kit`] holds the parts they
//! are drawn with. CONTRIBUTING.md tells how to add one.

// `wasm` alone may export symbols; everything else is safe code.
#![deny(unsafe_code)]

pub mod figure;
pub mod fragment;
pub mod kit;
pub mod page;
pub mod settings;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub mod alignment;
pub mod gains;
pub mod immunity;
pub mod signals;
pub mod voting;

pub use figure::{Control, Drawing, Figure, Guess, Table};
pub use settings::Settings;

/// The figures of every chapter, in the order of the book.
const CHAPTERS: &[&[Figure]] = &[
    immunity::FIGURES,
    signals::FIGURES,
    gains::FIGURES,
    alignment::FIGURES,
    voting::FIGURES,
];

/// Every figure of the book.
pub fn figures() -> impl Iterator<Item = &'static Figure> {
    CHAPTERS.iter().flat_map(|figures| figures.iter())
}

/// The figure of that name, such as `gains-plane`.
pub fn figure(name: &str) -> Option<&'static Figure> {
    figures().find(|figure| figure.name == name)
}
