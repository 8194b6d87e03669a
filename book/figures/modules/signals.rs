//! The figures of `signals`, as the module that its page loads.

demarche_figures::module!(signals);
