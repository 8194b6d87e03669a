//! The figures of `alignment`, as the module that its page loads.

demarche_figures::module!(alignment);
