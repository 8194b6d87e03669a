//! The figures of `polarity`, as the module that its page loads.

demarche_figures::module!(polarity);
