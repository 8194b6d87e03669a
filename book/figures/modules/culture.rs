//! The figures of `culture`, as the module that its page loads.

demarche_figures::module!(culture);
