//! The shared games: every count of the literature on two by two, the names, and
//! what may change in a game without changing its equilibria.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "predicates are handed to filters, which pass by reference"
)]

use demarche::gains::patience;
use demarche::games::{
    Bimatrix, CELLS, Dilemma, GameClass, GameError, Move, OrdinalGame, Payoffs,
    Segment,
};
use demarche::immunity::hostage::Host;
use demarche::numbers::{Discount, Payoff, Probability, RelativeWeight};
use demarche::signals::{grim_patience, tit_for_tat_patience, win_stay_patience};
use proptest::prelude::*;

use Move::{Cooperate as C, Defect as D};

fn counts(games: &[OrdinalGame], of: impl Fn(&OrdinalGame) -> bool) -> usize {
    games.iter().filter(|game| of(game)).count()
}

/// The number of games of the 144, and of the 78, with a property.
fn both(of: impl Fn(&OrdinalGame) -> bool) -> (usize, usize) {
    (counts(&OrdinalGame::all_144(), &of), counts(&OrdinalGame::all_78(), &of))
}

fn payoff(value: f64) -> Payoff {
    Payoff::new(value).unwrap()
}

fn dominances(game: &OrdinalGame) -> usize {
    let (row, column) = game.ranks().dominant();
    usize::from(row.is_some()) + usize::from(column.is_some())
}

fn sole_equilibrium_is_regretted(game: &OrdinalGame) -> bool {
    let equilibria = game.ranks().pure_equilibria();
    equilibria.len() == 1
        && CELLS.iter().any(|&cell| game.ranks().both_prefer(cell, equilibria[0]))
}

// The published counts.

#[test]
fn rapoport_guyer_1966_seventy_eight_games() {
    assert_eq!(OrdinalGame::all_78().len(), 78);
}

#[test]
fn robinson_goforth_2004_hundred_and_forty_four_games() {
    let games = OrdinalGame::all_144();
    assert_eq!(games.len(), 144);
    let mirrored = |g: &OrdinalGame| g.with_players_swapped().canonical_144();
    let symmetric = games.iter().filter(|g| mirrored(g) == **g).count();
    assert_eq!(symmetric, 12);
    // 144 = 2 × 66 + 12 and 78 = 66 + 12.
    assert_eq!((144 - 12) / 2 + 12, 78);
}

#[test]
fn robinson_goforth_2004_dilemma_and_six_alibi_games() {
    assert_eq!(both(sole_equilibrium_is_regretted), (7, 4));
    // The one symmetric game among them is the prisoner's dilemma.
    let games = OrdinalGame::all_144();
    let dilemma = ranks(&Payoffs::PRISONERS_DILEMMA).canonical_144();
    let symmetric: Vec<_> = games
        .into_iter()
        .filter(sole_equilibrium_is_regretted)
        .filter(|g| g.with_players_swapped().canonical_144() == *g)
        .collect();
    assert_eq!(symmetric, [dilemma]);
}

fn ranks(game: &Payoffs) -> OrdinalGame {
    let all = [game.temptation(), game.reward(), game.punishment(), game.sucker()];
    let rank = |payoff: Payoff| {
        let below = all.iter().filter(|&&other| other <= payoff.value());
        u8::try_from(below.count()).unwrap()
    };
    game.bimatrix().map(rank, rank).try_into().unwrap()
}

// Our own exhaustive counts, which hang together.

#[test]
fn pure_equilibria_over_all_ordinal_games() {
    let with = |n| both(|game| game.ranks().pure_equilibria().len() == n);
    assert_eq!(with(1), (108, 57));
    assert_eq!(with(0), (18, 9));
    assert_eq!(with(2), (18, 12));
}

#[test]
fn dominance_over_all_ordinal_games() {
    let with = |n| both(|game| dominances(game) == n);
    assert_eq!(with(2), (36, 21));
    assert_eq!(with(1), (72, 36));
    assert_eq!(with(0), (36, 21));
    for game in OrdinalGame::all_144() {
        if dominances(&game) > 0 {
            assert_eq!(game.ranks().pure_equilibria().len(), 1, "{game:?}");
        }
    }
}

#[test]
fn games_without_conflict_over_all_ordinal_games() {
    let best_for_both = |game: &OrdinalGame| {
        CELLS.iter().any(|&cell| {
            game.ranks().row(cell) == 4 && game.ranks().column(cell) == 4
        })
    };
    assert_eq!(both(best_for_both), (36, 21));
}

#[test]
fn games_of_constant_sum_over_all_ordinal_games() {
    let constant = |game: &OrdinalGame| {
        CELLS
            .iter()
            .all(|&cell| game.ranks().row(cell) + game.ranks().column(cell) == 5)
    };
    assert_eq!(both(constant), (6, 3));
}

#[test]
fn ranked_pairs_of_equilibria_over_all_ordinal_games() {
    let ranked = |game: &OrdinalGame| match game.ranks().pure_equilibria()[..] {
        [a, b] => game.ranks().both_prefer(a, b) || game.ranks().both_prefer(b, a),
        _ => false,
    };
    assert_eq!(both(ranked), (9, 6));
}

#[test]
fn mixed_equilibria_over_all_ordinal_games() {
    let mixes = |game: &OrdinalGame| game.payoffs().mixed_equilibrium().is_some();
    assert_eq!(both(mixes), (36, 21));
    for game in OrdinalGame::all_144() {
        // Without dominance exactly one, with dominance none; and odd in all.
        assert_eq!(mixes(&game), dominances(&game) == 0, "{game:?}");
        let all = game.ranks().pure_equilibria().len() + usize::from(mixes(&game));
        assert!(all == 1 || all == 3, "{game:?}");
    }
}

#[test]
fn canonical_forms_name_orbits() {
    for game in OrdinalGame::all_144() {
        assert_eq!(game.canonical_144(), game);
        let least = game.canonical_78();
        assert_eq!(least.canonical_78(), least);
        for renamed in [
            game.with_rows_swapped(),
            game.with_columns_swapped(),
            game.with_players_swapped(),
            game.with_rows_swapped().with_players_swapped(),
        ] {
            assert_eq!(renamed.canonical_78(), least);
        }
        assert_eq!(game.with_players_swapped().with_players_swapped(), game);
    }
}

// The names.

/// All orders of four payoffs, named by the letters from best to worst.
fn all_orders() -> Vec<(String, Payoffs)> {
    let mut orders = Vec::new();
    for code in 0..256_u32 {
        let digit = |place: u32| code / 4_u32.pow(place) % 4;
        let [t, r, p, s] = [digit(0), digit(1), digit(2), digit(3)];
        let mut letters = [(t, 'T'), (r, 'R'), (p, 'P'), (s, 'S')];
        letters.sort_unstable_by_key(|&(value, _)| std::cmp::Reverse(value));
        if letters.windows(2).all(|pair| pair[0].0 > pair[1].0) {
            let of = |value: u32| f64::from(value + 1);
            let game = Payoffs::new(of(t), of(r), of(p), of(s)).unwrap();
            orders.push((letters.iter().map(|&(_, letter)| letter).collect(), game));
        }
    }
    orders
}

#[test]
fn every_order_has_its_name() {
    let orders = all_orders();
    assert_eq!(orders.len(), 24);
    for (order, game) in orders {
        let expected = match order.as_str() {
            "TRPS" => GameClass::PrisonersDilemma,
            "RTPS" => GameClass::StagHunt,
            "RPTS" => GameClass::Assurance,
            "RPST" => GameClass::Coordination,
            "TRSP" => GameClass::Chicken,
            "TSRP" => GameClass::Leader,
            "STRP" => GameClass::Hero,
            "TPRS" | "TPSR" | "PTRS" | "PTSR" | "PSTR" => GameClass::Deadlock,
            "RTSP" | "RSTP" | "RSPT" | "SRTP" | "SRPT" => GameClass::Harmony,
            // The leader and the hero with their moves renamed.
            "STPR" | "TSPR" => GameClass::BattleOfTheSexes,
            _ => GameClass::Other,
        };
        assert_eq!(game.class(), expected, "{order}");
    }
}

#[test]
fn named_games_bear_their_names() {
    for (game, class) in [
        (Payoffs::PRISONERS_DILEMMA, GameClass::PrisonersDilemma),
        (Payoffs::AXELROD, GameClass::PrisonersDilemma),
        (Payoffs::STAG_HUNT, GameClass::StagHunt),
        (Payoffs::ASSURANCE, GameClass::Assurance),
        (Payoffs::COORDINATION, GameClass::Coordination),
        (Payoffs::CHICKEN, GameClass::Chicken),
        (Payoffs::HARMONY, GameClass::Harmony),
        (Payoffs::DEADLOCK, GameClass::Deadlock),
        (Payoffs::LEADER, GameClass::Leader),
        (Payoffs::HERO, GameClass::Hero),
    ] {
        assert_eq!(game.class(), class);
        assert!(game.bimatrix().is_symmetric());
    }
}

#[test]
fn pure_equilibria_of_the_named_games() {
    let of = |game: Payoffs| game.bimatrix().pure_equilibria();
    assert_eq!(of(Payoffs::PRISONERS_DILEMMA), [(D, D)]);
    assert_eq!(of(Payoffs::STAG_HUNT), [(C, C), (D, D)]);
    assert_eq!(of(Payoffs::CHICKEN), [(C, D), (D, C)]);
    assert_eq!(of(Payoffs::DEADLOCK), [(D, D)]);
    assert_eq!(of(Payoffs::HARMONY), [(C, C)]);
    assert_eq!(of(Payoffs::LEADER), [(C, D), (D, C)]);
    assert_eq!(of(Payoffs::HERO), [(C, D), (D, C)]);
}

#[test]
fn ties_leave_weak_equilibria_and_no_dominance() {
    let flat = Payoffs::new(1.0, 1.0, 1.0, 1.0).unwrap().bimatrix();
    assert_eq!(flat.pure_equilibria().len(), 4);
    assert_eq!(flat.dominant(), (None, None));
    assert_eq!(flat.mixed_equilibrium(), None);
    assert_eq!(flat.class(), GameClass::Other);
    // A hunt whose hare is as good against either move is still a hunt.
    let skyrms = Payoffs::new(3.0, 4.0, 3.0, 0.0).unwrap();
    assert_eq!(skyrms.class(), GameClass::StagHunt);
}

// Mixtures and risk.

#[test]
fn mixed_equilibria_of_the_named_games() {
    let of = |game: Payoffs| game.mixed_equilibrium().map(f64::from);
    assert_eq!(of(Payoffs::CHICKEN), Some(0.5));
    assert_eq!(of(Payoffs::STAG_HUNT), Some(0.5));
    assert_eq!(of(Payoffs::new(3.0, 4.0, 3.0, 0.0).unwrap()), Some(0.75));
    assert_eq!(of(Payoffs::PRISONERS_DILEMMA), None);
}

/// Row wants the first venue (`a`), column the second; apart both get `c`.
fn segments(row: [[f64; 2]; 2], column: [[f64; 2]; 2]) -> Vec<Segment> {
    Bimatrix::of_payoffs(row, column).unwrap().segments()
}

fn segment(from: (f64, f64), to: (f64, f64)) -> Segment {
    let of = |(p, q)| (Probability::new(p).unwrap(), Probability::new(q).unwrap());
    Segment { from: of(from), to: of(to) }
}

#[test]
fn a_row_of_equilibria_is_told_by_its_ends() {
    // Against the first column both rows pay −3. With the first row at p the column
    // player gets 2p + 4(1 − p) there and 7p + 2(1 − p) in the second: p ≤ 2/7 stays.
    let (row, column) = ([[-3.0, 3.0], [-3.0, 5.0]], [[2.0, 7.0], [4.0, 2.0]]);
    let game = Bimatrix::of_payoffs(row, column).unwrap();
    assert_eq!(game.segments(), [segment((0.0, 1.0), (2.0 / 7.0, 1.0))]);
    assert_eq!(game.pure_equilibria(), [(D, C)]);
    assert_eq!(game.mixed_equilibrium(), None);
    let mirrored = game.with_players_swapped();
    assert_eq!(mirrored.segments(), [segment((1.0, 0.0), (1.0, 2.0 / 7.0))]);
}

#[test]
fn a_game_where_every_move_matters_has_no_row_of_equilibria() {
    let rank = |rank: u8| payoff(f64::from(rank));
    for game in OrdinalGame::all_144() {
        assert_eq!(game.ranks().map(rank, rank).segments(), []);
    }
}

#[test]
fn where_no_own_move_matters_everything_is_an_equilibrium() {
    let all = segments([[1.0, 2.0], [1.0, 2.0]], [[3.0, 3.0], [4.0, 4.0]]);
    assert_eq!(all, [segment((0.0, 0.0), (1.0, 1.0))]);
}

#[test]
fn rows_of_equilibria_meet_where_one_players_move_never_matters_to_itself() {
    // The column player wants the first column while p ≥ 1/4.
    let path = segments([[0.0, 0.0], [0.0, 0.0]], [[3.0, 0.0], [0.0, 1.0]]);
    assert_eq!(
        path,
        [
            segment((0.0, 0.0), (0.25, 0.0)),
            segment((0.25, 0.0), (0.25, 1.0)),
            segment((0.25, 1.0), (1.0, 1.0)),
        ]
    );
}

fn battle(a: f64, b: f64, c: f64) -> Bimatrix<Payoff> {
    Bimatrix::of_payoffs([[a, c], [c, b]], [[b, c], [c, a]]).unwrap()
}

#[test]
fn battle_of_the_sexes_mixes_to_a_loss_for_both() {
    let (a, b, c) = (2.0, 1.0, 0.0);
    let game = battle(a, b, c);
    let (p, q) = game.mixed_equilibrium().unwrap();
    let (p, q) = (p.value(), q.value());
    assert!((p - 2.0 / 3.0).abs() < 1e-12 && (q - 1.0 / 3.0).abs() < 1e-12);
    let value = p * (q * a + (1.0 - q) * c) + (1.0 - p) * (q * c + (1.0 - q) * b);
    assert!((value - (a * b - c * c) / (a + b - 2.0 * c)).abs() < 1e-12);
    assert!(value < b);
    assert_eq!(game.risk_dominant(), None);
}

#[test]
fn the_safer_equilibrium_of_a_hunt_may_be_the_worse() {
    let hunt = |punishment| Payoffs::new(3.0, 4.0, punishment, 1.0).unwrap();
    // D is safer exactly when P − S > R − T.
    assert_eq!(hunt(2.5).bimatrix().risk_dominant(), Some((D, D)));
    assert_eq!(hunt(1.5).bimatrix().risk_dominant(), Some((C, C)));
    assert_eq!(hunt(2.0).bimatrix().risk_dominant(), None);
    assert_eq!(Payoffs::PRISONERS_DILEMMA.bimatrix().risk_dominant(), None);
}

/// Risk knows no unit: a hunt in billionths of billionths is as safe as any.
#[test]
fn risk_dominance_survives_tiny_and_huge_units() {
    for unit in [1e-320, 1e-200, 1e-100, 1.0, 1e149] {
        let of = |x: f64| x * unit;
        let hunt = |p| Payoffs::new(of(3.0), of(4.0), of(p), of(1.0)).unwrap();
        assert_eq!(hunt(2.5).bimatrix().risk_dominant(), Some((D, D)), "{unit:e}");
        assert_eq!(hunt(1.5).bimatrix().risk_dominant(), Some((C, C)), "{unit:e}");
    }
}

// The door.

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
        let text = serde_json::to_string(&game).unwrap();
        assert_eq!(serde_json::from_str::<OrdinalGame>(&text).unwrap(), game);
    }
    let flat = r#"{"row":[[1,1],[1,1]],"column":[[1,2],[3,4]]}"#;
    assert!(serde_json::from_str::<OrdinalGame>(flat).is_err());
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
    assert!(serde_json::from_str::<Payoffs>(unknown).is_err());
    assert!(serde_json::from_str::<Payoffs>(r#"{"temptation":4}"#).is_err());
}

// What may change without changing the game.

/// Refuses each list, in JSON and in TOML, and takes the table.
fn comes_by_name<T: serde::de::DeserializeOwned>(lists: &[&str], table: &str) {
    #[derive(serde::Deserialize)]
    struct File<T> {
        #[serde(rename = "it")]
        _it: T,
    }
    let name = std::any::type_name::<T>();
    for list in lists {
        let json = serde_json::from_str::<T>(list).err().expect(name).to_string();
        assert!(json.contains("expected a table of named fields"), "{name}: {json}");
        let toml = format!("\nit = {list}");
        let toml = toml::from_str::<File<T>>(&toml).err().expect(name);
        assert!(
            toml.message().contains("a table of named fields"),
            "{name}: {toml}"
        );
        assert!(toml.span().is_some_and(|span| span.start >= 1), "{name}: {toml}");
    }
    if let Err(error) = toml::from_str::<File<T>>(&format!("it = {table}")) {
        panic!("{name}: {error}");
    }
    let unknown = format!("it = {}, more = 1 }}", table.trim_end_matches(" }"));
    let told = toml::from_str::<File<T>>(&unknown).err().expect(name);
    assert!(told.message().contains("unknown field `more`"), "{name}: {told}");
}

#[test]
fn what_has_fields_comes_by_their_names_and_never_as_a_list() {
    use demarche::{alignment, gains, immunity, signals, voting};
    comes_by_name::<Payoffs>(
        &["[5, 3, 1, 0]", "[5, 3, 1, 0, 99]"],
        "{ temptation = 5, reward = 3, punishment = 1, sucker = 0 }",
    );
    let tables = "{ row = [[1, 2], [3, 4]], column = [[1, 2], [3, 4]] }";
    let lists = ["[[[1, 2], [3, 4]], [[1, 2], [3, 4]], 9]"];
    comes_by_name::<Bimatrix<u8>>(&lists, tables);
    comes_by_name::<OrdinalGame>(&lists, tables);
    comes_by_name::<gains::Deal>(
        &["[1, 2]", "[1, 2, 3]"],
        "{ own = 1.0, other = 2.0 }",
    );
    comes_by_name::<gains::War>(
        &["[1.0, 1.0, 0.0, 0.0, 9]"],
        "{ gap = 1.0, prize = 1.0, cost = 0.0, loser = 0.0 }",
    );
    comes_by_name::<alignment::System>(
        &[r#"["t", ["A", "B"]]"#],
        r#"{ title = "t", states = ["A", "B"], friends = [["A", "B"]] }"#,
    );
    comes_by_name::<immunity::Act>(
        &[r#"["Tort"]"#, r#"["Tort", true, true, true, 9]"#],
        r#"{ subject = "Tort", judge = true }"#,
    );
    comes_by_name::<signals::Line>(&["[0.1, 0.2, 9]"], "{ hand = 0.1, ear = 0.2 }");
    comes_by_name::<signals::Machine>(
        &["[0, []]"],
        "{ states = [{ cooperate = 1.0, next = [0, 0, 0, 0] }] }",
    );
    comes_by_name::<voting::Weighted>(
        &["[2, [1, 1]]", "[2, [1, 1], 9]"],
        "{ quota = 2, weights = [1, 1] }",
    );
}

fn table() -> impl Strategy<Value = [[f64; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2((-50..=50_i32).prop_map(f64::from)))
}

/// Payoffs so small that ties are common.
fn small() -> impl Strategy<Value = [[i32; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2(0_i32..=3))
}

fn game() -> impl Strategy<Value = Bimatrix<Payoff>> {
    (table(), table())
        .prop_map(|(row, column)| Bimatrix::of_payoffs(row, column).unwrap())
}

/// The game on other scales.
fn bent(
    game: &Bimatrix<Payoff>,
    row: impl Fn(f64) -> f64,
    column: impl Fn(f64) -> f64,
) -> Bimatrix<Payoff> {
    game.map(|x| payoff(row(x.value())), |x| payoff(column(x.value())))
}

/// Whether a player is indifferent between its moves somewhere.
fn has_ties(game: &Bimatrix<Payoff>) -> bool {
    CELLS.iter().any(|&(i, j)| {
        game.row((i, j)) == game.row((i.other(), j))
            || game.column((i, j)) == game.column((i, j.other()))
    })
}

// The dilemma.

/// The patience that the threat never to cooperate again needs, by each door.
fn grim_by_every_door(payoffs: Payoffs) -> [Option<Discount>; 4] {
    let half = Discount::new(0.5).unwrap();
    let host = Host::new(payoffs, half, Probability::new(1.0).unwrap());
    [
        Dilemma::new(payoffs).ok().and_then(|dilemma| dilemma.grim_patience()),
        grim_patience(&payoffs),
        patience(&payoffs, RelativeWeight::ABSOLUTE),
        host.ok().and_then(|host| host.patience_needed()),
    ]
}

#[test]
fn every_chapter_gives_a_dilemma_the_same_patience() {
    for (payoffs, needed) in [
        (Payoffs::AXELROD, 1.0 / 2.0),
        (Payoffs::PRISONERS_DILEMMA, 1.0 / 2.0),
        (Payoffs::new(10.0, 9.0, 6.0, 0.0).unwrap(), 1.0 / 4.0),
    ] {
        let needed = Discount::new(needed).ok();
        assert_eq!(grim_by_every_door(payoffs), [needed; 4], "{payoffs}");
    }
    let kinder = Dilemma::new(Payoffs::new(5.0, 4.0, 2.0, 0.0).unwrap()).unwrap();
    let value = |needed: Option<Discount>| needed.unwrap().value();
    assert!((value(kinder.grim_patience()) - 1.0 / 3.0).abs() < 1e-15);
    assert!((value(kinder.tit_for_tat_patience()) - 1.0 / 3.0).abs() < 1e-15);
    assert!((value(kinder.win_stay_patience()) - 1.0 / 2.0).abs() < 1e-15);
}

#[test]
fn no_chapter_asks_for_patience_in_a_game_that_is_no_dilemma() {
    let tied = |t, r, p, s| Payoffs::new(t, r, p, s).unwrap();
    for payoffs in [
        Payoffs::STAG_HUNT,
        Payoffs::ASSURANCE,
        Payoffs::COORDINATION,
        Payoffs::CHICKEN,
        Payoffs::HARMONY,
        Payoffs::DEADLOCK,
        Payoffs::LEADER,
        Payoffs::HERO,
        tied(3.0, 3.0, 2.0, 1.0),
        tied(4.0, 2.0, 2.0, 1.0),
        tied(4.0, 3.0, 1.0, 1.0),
    ] {
        assert_eq!(
            Dilemma::try_from(payoffs),
            Err(GameError::NotADilemma { found: payoffs })
        );
        assert_eq!(grim_by_every_door(payoffs), [None; 4], "{payoffs}");
        assert_eq!(tit_for_tat_patience(&payoffs), None, "{payoffs}");
        assert_eq!(win_stay_patience(&payoffs), None, "{payoffs}");
    }
}

#[test]
fn a_threshold_that_rounds_to_one_is_none() {
    // Exactly it is 1 − 10⁻¹⁷, and the next number below 1 is 1 − 1.1 × 10⁻¹⁶.
    let hardly = Payoffs::new(1.0, 1e-17, 0.0, -1.0).unwrap();
    assert!(Dilemma::new(hardly).is_ok());
    assert_eq!(grim_by_every_door(hardly), [None; 4]);
    assert_eq!(tit_for_tat_patience(&hardly), None);
    // The smallest gain there is, and the largest stake.
    let vast = Payoffs::new(5e-324, 0.0, -5e-324, -1e150).unwrap();
    assert_eq!(grim_patience(&vast), Discount::new(0.5).ok());
    assert_eq!(win_stay_patience(&vast), None);
}

#[test]
fn a_dilemma_comes_through_one_door() {
    let dilemma = Dilemma::new(Payoffs::AXELROD).unwrap();
    let text = serde_json::to_string(&dilemma).unwrap();
    assert_eq!(text, serde_json::to_string(&Payoffs::AXELROD).unwrap());
    assert_eq!(serde_json::from_str::<Dilemma>(&text).unwrap(), dilemma);
    assert_eq!(Payoffs::from(dilemma), *dilemma.payoffs());
    let chicken = serde_json::to_string(&Payoffs::CHICKEN).unwrap();
    let error = serde_json::from_str::<Dilemma>(&chicken).unwrap_err().to_string();
    assert!(error.starts_with("expected payoffs T > R > P > S, found T 4, R 3"));
}

proptest! {
    /// On a grid that holds every threshold of small payoffs: a pair of mixes is an
    /// equilibrium just when one of the three lists has it.
    #[test]
    fn the_three_lists_hold_all_equilibria_and_nothing_else(
        row in small(), column in small(), p in 0_i32..=60, q in 0_i32..=60,
    ) {
        let game = Bimatrix::of_payoffs(row.map(|l| l.map(f64::from)), column.map(|l| l.map(f64::from))).unwrap();
        let gain = |[[a, b], [c, d]]: [[i32; 2]; 2], other: i32| (a - c) * other + (b - d) * (60 - other);
        let [[a, b], [c, d]] = column;
        let stands = |own: i32, gain: i32| gain == 0 || own == if gain > 0 { 60 } else { 0 };
        let expected = stands(p, gain(row, q)) && stands(q, gain([[a, c], [b, d]], p));
        let near = |at: Probability, place: i32| (at.value() - f64::from(place) / 60.0).abs() < 1e-9;
        let pure = game.pure_equilibria().iter().any(|&(i, j)| {
            let place = |own: Move| if own == C { 60 } else { 0 };
            (p, q) == (place(i), place(j))
        });
        let mixed = game.mixed_equilibrium().is_some_and(|(x, y)| near(x, p) && near(y, q));
        let between = |from: Probability, to: Probability, place: i32| {
            let at = f64::from(place) / 60.0;
            from.value() - 1e-9 < at && at < to.value() + 1e-9
        };
        let row_of = game.segments().iter().any(|s| between(s.from.0, s.to.0, p) && between(s.from.1, s.to.1, q));
        prop_assert_eq!(pure || mixed || row_of, expected);
    }

    #[test]
    fn names_and_pure_equilibria_know_ranks_alone(game in game()) {
        let bent = bent(&game, |x| x * x * x, |x| 3.0 * x - 7.0);
        prop_assert_eq!(bent.class(), game.class());
        prop_assert_eq!(bent.pure_equilibria(), game.pure_equilibria());
        prop_assert_eq!(bent.dominant(), game.dominant());
    }

    #[test]
    fn mixtures_survive_a_change_of_unit_and_zero(
        game in game(), scale in 0.1..10.0_f64, shift in -20.0..20.0_f64,
    ) {
        let moved = bent(&game, |x| scale * x + shift, |x| x / scale - shift);
        match (game.mixed_equilibrium(), moved.mixed_equilibrium()) {
            (Some((p, q)), Some((r, s))) => {
                prop_assert!((p.value() - r.value()).abs() < 1e-9);
                prop_assert!((q.value() - s.value()).abs() < 1e-9);
            }
            // A tie may turn into a difference of one rounding error.
            (a, b) => {
                prop_assert!(a.is_none() && b.is_none() || has_ties(&game));
            }
        }
    }

    #[test]
    fn a_windfall_for_the_others_move_changes_no_reply(
        game in game(), windfall in -50..=50_i32,
    ) {
        let windfall = f64::from(windfall);
        let row = [[(C, C), (C, D)], [(D, C), (D, D)]].map(|line| {
            line.map(|cell| {
                game.row(cell).value() + if cell.1 == C { windfall } else { 0.0 }
            })
        });
        let column = [[(C, C), (C, D)], [(D, C), (D, D)]]
            .map(|line| line.map(|cell| game.column(cell).value()));
        let moved = Bimatrix::of_payoffs(row, column).unwrap();
        prop_assert_eq!(moved.pure_equilibria(), game.pure_equilibria());
        prop_assert_eq!(moved.dominant(), game.dominant());
        prop_assert_eq!(moved.mixed_equilibrium(), game.mixed_equilibrium());
    }

    #[test]
    fn each_side_of_the_table_sees_the_same_game(game in game()) {
        let mirror = game.with_players_swapped();
        let mut seen: Vec<_> =
            mirror.pure_equilibria().iter().map(|&(i, j)| (j, i)).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, game.pure_equilibria());
        let (row, column) = game.dominant();
        prop_assert_eq!(mirror.dominant(), (column, row));
        prop_assert_eq!(mirror.class() == GameClass::BattleOfTheSexes,
            game.class() == GameClass::BattleOfTheSexes);
    }

    #[test]
    fn strict_games_have_an_odd_number_of_equilibria(game in game()) {
        prop_assume!(!has_ties(&game));
        let mixed = usize::from(game.mixed_equilibrium().is_some());
        prop_assert_eq!((game.pure_equilibria().len() + mixed) % 2, 1);
    }
}

/// Ranks keep the pure equilibria; the mixture feels every other change of scale.
#[test]
fn mixtures_do_not_survive_a_bent_scale() {
    let game = battle(2.0, 1.0, 0.0);
    let bent = bent(&game, |x| x * x, |x| x * x);
    assert_eq!(bent.pure_equilibria(), game.pure_equilibria());
    assert_ne!(bent.mixed_equilibrium(), game.mixed_equilibrium());
    assert!((bent.mixed_equilibrium().unwrap().0.value() - 0.8).abs() < 1e-12);
}
