//! The figures of `treaties`, as the module that its page loads.

demarche_figures::module!(treaties);
