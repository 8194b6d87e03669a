//! The figures of `bargaining`, as the module that its page loads.

demarche_figures::module!(bargaining);
