//! The figures of `cyber`, as the module that its page loads.

demarche_figures::module!(cyber);
