//! What every chapter's model answers, against values that were computed apart.

use super::*;

#[derive(Deserialize)]
struct Said {
    change: String,
    chapter: Chapter,
    answer: String,
    because: String,
    turn: String,
}

#[test]
fn every_chapter_answers_as_its_own_model_does_and_says_what_would_turn_it() {
    let mut asked = 0;
    for said in facts::<Said>("briefing_answers") {
        let Said { change, chapter, answer, because, turn } = said;
        let changes: Vec<&str> =
            Some(&*change).filter(|c| !c.is_empty()).into_iter().collect();
        let affair = after(&changes);
        let finding = affair.finding(chapter);
        assert!(finding.because.contains(&because), "{change}: {}", finding.because);
        if !turn.is_empty() {
            asked += 1;
            assert_eq!(finding.yes, answer == "yes", "{chapter}");
            assert_eq!(affair.turn(chapter).unwrap().change().to_string(), turn);
        }
    }
    assert_eq!(asked, Chapter::ALL.len());
    // (−4, 2) for (−2, 4): together nobody gains, and 10 is less than 12.
    let swap = &[
        "bargaining.linked=yes",
        "bargaining.power_first=-4",
        "bargaining.power_second=2",
    ];
    assert!(!after(swap).finding(Chapter::Bargaining).yes);
    assert!(after(&swap[..1]).finding(Chapter::Bargaining).yes);
}

#[test]
fn the_numbers_behind_the_answers_are_those_of_the_chapters() {
    let affair = affair();
    let of = |chapter, what| measure(affair.finding(chapter), what);
    close(of(Chapter::Signals, "faith kept"), 6.0 / 7.0, ROUNDING);
    close(
        of(Chapter::Culture, "part of the meetings needed"),
        96.0 / 125.0,
        ROUNDING,
    );
    close(of(Chapter::Gains, "what the deal is worth to it"), 0.5, ROUNDING);
    close(of(Chapter::Polarity, "effective powers"), 1.0 / 0.29, ROUNDING);
    close(of(Chapter::Crisis, "peace"), 5.0 / 8.0, ROUNDING);
    close(of(Chapter::Crisis, "states left out"), -97.0 / 32.0, ROUNDING);
    close(of(Chapter::Voting, "in time"), 128.0 / 231.0, ROUNDING);
    close(of(Chapter::Aid, "days saved"), -53.0 / 7.0, ROUNDING);
    close(of(Chapter::Cyber, "not attacked"), 5.0 / 8.0, ROUNDING);
    let shut = after(&["trade.closed=yes"]);
    let left = measure(shut.finding(Chapter::Trade), "what is left of trade");
    close(left, 0.947_103, 5e-7);
    let chances = affair.chances();
    close(chances.war.value().value(), 3.0 / 8.0, ROUNDING);
    close(chances.dispute.value().value(), 380.0 / 5022.0, ROUNDING);
    close(chances.late.value().value(), 103.0 / 231.0, ROUNDING);
    // Who quarrels just so often does not quarrel more often.
    let often = format!("often = {}", chances.dispute.value().value());
    let same = toml::from_str(&FILE.replace("often = 0.05", &often)).unwrap();
    assert!(!Affair::new(same).unwrap().finding(Chapter::Peace).yes);
}

#[test]
fn an_inspection_has_four_models_for_it_and_loses_one_where_war_costs_ardal_nothing()
{
    use Chapter::{Bargaining, Crisis, Cyber, Signals};
    let affair = affair();
    let inspection = standing(&affair, "Inspection");
    let with: Vec<Chapter> = inspection.with(Sign::For).collect();
    assert_eq!(with, [Signals, Bargaining, Crisis, Cyber]);
    assert_eq!(inspection.count(Sign::Silent), 13);
    let margin = inspection.margin.unwrap();
    assert_eq!(margin.change().to_string(), "crisis.cost=0");
    close(margin.distance, 0.1, ROUNDING);
    let fearless = standing(&after(&["crisis.cost=0"]), "Inspection");
    assert_eq!(fearless.signs[Crisis as usize], Sign::Silent);
    // Belmar gains by it as long as Ardal does not learn everything.
    let rent = |affair: &Affair| {
        measure(affair.finding(Bargaining), "what the second party may expect")
    };
    close(rent(&affair), 0.378_125, ROUNDING);
    assert!(rent(&after(&["crisis.most=0.2"])) > rent(&affair));
    let known = affair.dossier().crisis.unknown().unwrap().known()[1];
    close(rent(&affair) - known, 5.0 / 64.0, ROUNDING);
}

#[test]
fn each_other_course_has_a_model_against_it() {
    let affair = affair();
    for (course, against) in [
        ("Power for water", &[Chapter::Gains][..]),
        ("A threat through Doria", &[Chapter::Signals, Chapter::Alignment]),
        ("A road for aid", &[Chapter::Alignment]),
    ] {
        let found: Vec<Chapter> =
            standing(&affair, course).with(Sign::Against).collect();
        assert_eq!(found, against, "{course}");
    }
    // A threat does not move the bargaining range.
    let threat = standing(&affair, "A threat through Doria");
    assert_eq!(threat.signs[Chapter::Crisis as usize], Sign::Silent);
    // What the desk believes of a course is its own: from above or from below.
    let file = FILE.replace("crisis.most=0.2", "crisis.most=0.5");
    let doubted = Affair::new(toml::from_str(&file).unwrap()).unwrap();
    let signs = standing(&doubted, "Inspection").signs;
    assert_eq!(signs[Chapter::Crisis as usize], Sign::Against);
    let order: Vec<usize> = affair.order().iter().map(|s| s.course).collect();
    assert_eq!(order, [0, 3, 1, 2]);
}
