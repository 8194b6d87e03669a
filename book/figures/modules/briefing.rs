//! The figures of `briefing`, as the module that its page loads.

demarche_figures::module!(briefing);
