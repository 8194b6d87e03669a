//! The figures of `peace`, as the module that its page loads.

demarche_figures::module!(peace);
