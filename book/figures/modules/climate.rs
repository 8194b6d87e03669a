//! The figures of `climate`, as the module that its page loads.

demarche_figures::module!(climate);
