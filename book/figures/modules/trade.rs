//! The figures of `trade`, as the module that its page loads.

demarche_figures::module!(trade);
