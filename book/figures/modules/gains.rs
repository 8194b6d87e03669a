//! The figures of `gains`, as the module that its page loads.

demarche_figures::module!(gains);
