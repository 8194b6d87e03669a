//! One macro for the chain of reasons.

/// Tells one link of the chain of reasons; the articles are constants.
macro_rules! step {
    ($tell:ident, $stage:ident, $shield:expr, $because:expr, [$($article:expr),+]) => {
        $tell(Step {
            stage: Stage::$stage,
            articles: const { &[$($article),+] },
            because: $because,
            shield: $shield,
        })
    };
}

pub(crate) use step;
