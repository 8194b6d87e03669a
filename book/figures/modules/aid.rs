//! The figures of `aid`, as the module that its page loads.

demarche_figures::module!(aid);
