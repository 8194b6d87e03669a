//! Diplomacy you can run.
//!
//! Each module is a chapter of the book *Demarche: diplomacy you can run* and
//! models the claims that the chapter makes. One plain word opens every door:
//! module `demarche::gains`, page `gains.html`, demo `cargo run --example gains`,
//! check `cargo test --test gains`.
//!
//! # Chapters
//!
//! - [`voting`]: decision rules, voting power, blocs, brokers and waiting times
//!
//! # Shared by the chapters
//!
//! - [`numbers`]: probabilities, shares, weights: numbers with a domain
//! - [`chance`]: draws from a seed, the same everywhere

#![forbid(unsafe_code)]

pub mod chance;
pub mod numbers;
pub mod voting;
