//! The figures of `crisis`, as the module that its page loads.

demarche_figures::module!(crisis);
