//! The figures of `voting`, as the module that its page loads.

demarche_figures::module!(voting);
