//! The figures of `actors`, as the module that its page loads.

demarche_figures::module!(actors);
