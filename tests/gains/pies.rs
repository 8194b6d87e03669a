//! The pie.

use super::*;

#[test]
fn zones_and_bargains_of_the_chapter() {
    let zone = |first, second| Zone::of_pie(rho(first), rho(second));
    let even = zone(0.5, 0.5);
    assert!(near(even.least().value(), 1.0 / 3.0));
    assert!(near(even.most().value(), 2.0 / 3.0));
    assert!(near(zone(0.5, 0.0).nash().value(), 2.0 / 3.0));
    assert!(near(zone(1.0, 0.0).nash().value(), 3.0 / 4.0));
    let share = |x| Share::new(x).unwrap();
    assert!(even.contains(share(0.5)) && even.contains(even.most()));
    assert!(!even.contains(share(0.3)) && !even.contains(share(0.7)));
    survives(&even);
    refused::<Zone>(r#"{"least":0.6,"most":0.4}"#);
}
