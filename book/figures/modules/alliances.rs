//! The figures of `alliances`, as the module that its page loads.

demarche_figures::module!(alliances);
