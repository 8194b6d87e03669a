//! The figures of `immunity`, as the module that its page loads.

demarche_figures::module!(immunity);
