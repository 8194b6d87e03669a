//! What the doors refuse, and what comes back through them.

use super::*;

#[test]
fn a_game_of_no_numbers_is_refused_with_a_sentence() {
    let error = Payoffs::new(4.0, f64::NAN, 2.0, 1.0).unwrap_err();
    let expected = "expected a reward between -1e150 and 1e150, found NaN";
    assert_eq!(error.to_string(), expected);
    assert!(Payoffs::new(f64::INFINITY, 3.0, 2.0, 1.0).is_err());
    assert!(Payoffs::new(4.0, 3.0, 2.0, -1e151).is_err());
    for bad in [f64::NAN, 1e308] {
        assert!(
            Bimatrix::of_payoffs([[1.0, bad], [0.0, 2.0]], [[0.0; 2]; 2]).is_err()
        );
    }
}

#[test]
fn minus_zero_is_zero_in_a_game() {
    let game = |zero| Payoffs::new(3.0, zero, -zero, -1.0).unwrap();
    assert_eq!(game(0.0), game(-0.0));
    assert_eq!(game(-0.0).to_string(), "T 3, R 0, P 0, S -1");
    assert_eq!(game(0.0).class(), game(-0.0).class());
}

#[test]
fn ranks_are_read_and_written_through_the_check() {
    let error = OrdinalGame::new([[1, 2], [3, 4]], [[1, 2], [3, 3]]).unwrap_err();
    let expected = "expected the ranks 1 to 4, each once, for the column player, \
                    found [[1, 2], [3, 3]]";
    assert_eq!(error.to_string(), expected);
    for game in OrdinalGame::all_78() {
        survives(&game);
    }
    let flat = r#"{"row":[[1,1],[1,1]],"column":[[1,2],[3,4]]}"#;
    refused::<OrdinalGame>(flat);
}

#[test]
fn a_game_is_read_and_written_by_the_names_of_its_payoffs() {
    let text = r#"{"temptation":4.0,"reward":3.0,"punishment":2.0,"sucker":1.0}"#;
    let game: Payoffs = serde_json::from_str(text).unwrap();
    assert_eq!(game, Payoffs::PRISONERS_DILEMMA);
    assert_eq!(serde_json::to_string(&game).unwrap(), text);
    assert_eq!(game.to_string(), "T 4, R 3, P 2, S 1");
    assert_eq!(format!("{game:.2}"), "T 4.00, R 3.00, P 2.00, S 1.00");
    let unknown = r#"{"temptation":4,"reward":3,"punishment":2,"sucker":1,"x":0}"#;
    refused::<Payoffs>(unknown);
    refused::<Payoffs>(r#"{"temptation":4}"#);
}
