//! What *Copy as Rust* gives at the book's values: every program compiles and
//! runs. Written by `BLESS=1 cargo test -p demarche-figures --test figures`.

#![allow(clippy::all, clippy::pedantic, reason = "written by the figures")]

#[rustfmt::skip]
mod gains_weight {
    // Figure gains-weight of the book, at k:1
    use demarche::numbers::{RelativeWeight, Sensitivity};

    fn main() -> Result<(), Box<dyn std::error::Error>> {
        let rho = RelativeWeight::from(Sensitivity::new(1.0)?);
        assert!((rho.value() - 0.5).abs() < 5e-7);
        Ok(())
    }
    #[test]
    fn runs() {
        main().unwrap();
    }
}
