//! A question in one line of `key=value;` text, as tables of cases spell it.

use serde::Serialize;

use super::ImmunityError;
use super::article::Article;
use super::case::{Act, Case, Measure, Phase};
use super::mission::expel;
use super::pair::Pair;
use super::reading::{Issue, Reading};
use super::settings::Settings;
use super::taxes::{Levy, levy};
use super::things::{Bag, BagAction, BagCase, Premises, Ruling, bag, entry};
use super::verdict::{Outcome, verdict};
use super::waiver::Waiver;
use super::who::{Capacity, Category, Tie, Who};
use crate::words::{WordError, same_word};

/// A question that the rules can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Question {
    /// About a person.
    Person {
        /// Who did what, and what the host wants.
        case: Case,
        /// The row's own pair of states; plain where it names none.
        pair: Pair,
        /// The row's own reading, where it has one.
        reading: Option<Reading>,
        /// The row's own side of [`Issue::Commerce`]: true for the British one.
        commerce: Option<bool>,
    },
    /// May the host enter.
    Premises {
        /// What kind of building.
        kind: Premises,
        /// The head consents.
        consent: bool,
        /// Fire or the like calls for prompt action.
        disaster: bool,
        /// Relations are broken or the status is gone.
        ended: bool,
    },
    /// May the host touch a bag.
    Bag(BagCase, Pair),
    /// May the host expel without consent or reasons.
    Expulsion,
    /// Must an agent pay.
    Levy(Levy),
}

/// What the rules say to a [`Question`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Barred or allowed.
    pub outcome: Outcome,
    /// The question's building never was premises.
    pub not_premises: bool,
    /// The articles that the answer rests on.
    pub articles: Vec<Article>,
    /// The reasons, in order.
    pub because: Vec<&'static str>,
    /// Readings that would turn it.
    pub contested: Vec<Issue>,
}

impl Answer {
    /// The word that a table of cases uses.
    pub const fn word(&self) -> &'static str {
        match (self.not_premises, self.outcome) {
            (true, _) => "NOT PREMISES",
            (false, Outcome::Barred) => "BARRED",
            (false, Outcome::Allowed) => "ALLOWED",
        }
    }

    /// Whether a published outcome is the same: the same word, or CONTESTED for an
    /// answer that turns on an open reading.
    pub fn agrees(&self, published: &str) -> bool {
        let published = published.trim();
        published == self.word()
            || (published == "CONTESTED" && !self.contested.is_empty())
    }
}

impl Question {
    /// Reads the columns `engine` and `engine_args` of a table of cases. `None` for
    /// the engine `none`: such rows rest on something that these rules do not hold.
    ///
    /// ```
    /// use demarche::immunity::{Pair, Question, Reading};
    /// let fire = Question::read("premises", "kind=Mission;disaster=1")?.unwrap();
    /// let answer = fire.answer(Pair::PLAIN, Reading::PLAIN);
    /// assert_eq!(answer.word(), "BARRED");
    /// assert_eq!(answer.articles[0].to_string(), "VCDR 22(1)");
    /// # Ok::<(), demarche::immunity::ImmunityError>(())
    /// ```
    ///
    /// # Errors
    /// When the engine or a key is unknown, doubled or missing, or a value is outside
    /// its vocabulary.
    pub fn read(engine: &str, args: &str) -> Result<Option<Self>, ImmunityError> {
        Ok(Some(match engine.trim() {
            "person" => Self::person(args)?,
            "premises" => {
                const KEYS: &[&str] = &["kind", "consent", "disaster", "ended"];
                let settings = Settings::read(args, KEYS)?;
                Self::Premises {
                    kind: settings.must("kind")?,
                    consent: settings.flag("consent")?,
                    disaster: settings.flag("disaster")?,
                    ended: settings.flag("ended")?,
                }
            }
            "bag" => Self::parse_bag(args)?,
            "png" => {
                // Whether reasons were given changes nothing, but must be readable.
                Settings::read(args, &["reasons"])?.flag("reasons")?;
                Self::Expulsion
            }
            "levy" => Self::Levy(Settings::read(args, &["what"])?.must("what")?),
            "none" => return Ok(None),
            other => {
                return Err(ImmunityError::from(WordError {
                    expected: "an engine (person, premises, bag, png, levy, none)"
                        .to_owned(),
                    found: other.to_owned(),
                }));
            }
        }))
    }

    fn person(args: &str) -> Result<Self, ImmunityError> {
        const KEYS: &[&str] = &[
            "cat",
            "family",
            "tie",
            "sponsor_tie",
            "phase",
            "official",
            "subject",
            "judge",
            "measure",
            "waiver",
            "gainful",
            "counterclaim",
            "commerce",
            "reading",
            "sending",
            "receiving",
        ];
        let settings = Settings::read(args, KEYS)?;
        let tie = settings.word("tie")?.unwrap_or(Tie::Foreign);
        let official = settings.flag("official")?;
        let family = settings.flag("family")?;
        let nobody = settings
            .text("cat")
            .is_some_and(|category| same_word(category, "Nobody"));
        let who = match (nobody, family) {
            (true, false) => Who::Nobody,
            (true, true) => {
                return Err(ImmunityError::Setting {
                    expected: "a kind of staff for the family to belong to"
                        .to_owned(),
                    found: "nobody".to_owned(),
                });
            }
            (false, true) => Who::Family {
                of: settings.must("cat")?,
                tie,
                sponsor_tie: settings.word("sponsor_tie")?.unwrap_or(Tie::Foreign),
            },
            (false, false) => {
                let category: Category = settings.must("cat")?;
                let capacity = Capacity::Private;
                Who::Member { category, tie, capacity }
            }
        };
        let who = if official { who.officially()? } else { who };
        let case = Case {
            who,
            phase: settings.word("phase")?.unwrap_or(Phase::Serving),
            act: Act {
                subject: settings.must("subject")?,
                judge: settings.flag("judge")?,
                counterclaim: settings.flag("counterclaim")?,
                gainful: settings.flag("gainful")?,
            },
            measure: settings.must::<Measure>("measure")?,
            waiver: settings.word::<Waiver>("waiver")?.unwrap_or_default(),
        };
        let commerce = settings.text("commerce").map(commerce).transpose()?;
        let reading = settings.word("reading")?;
        Ok(Self::Person { case, pair: settings.pair()?, reading, commerce })
    }

    fn parse_bag(args: &str) -> Result<Self, ImmunityError> {
        const KEYS: &[&str] = &[
            "kind",
            "marked",
            "suspicion",
            "sender_agrees",
            "action",
            "sending",
            "receiving",
        ];
        let settings = Settings::read(args, KEYS)?;
        let case = BagCase {
            kind: settings.must::<Bag>("kind")?,
            marked: settings.flag("marked")?,
            suspicion: settings.flag("suspicion")?,
            sender_agrees: settings.flag("sender_agrees")?,
            action: settings.must::<BagAction>("action")?,
        };
        Ok(Self::Bag(case, settings.pair()?))
    }

    /// Decides it. A pair, a reading or a side of the commerce test that
    /// the row fixes wins over the one given.
    pub fn answer(&self, pair: Pair, reading: Reading) -> Answer {
        let chosen = |own: Pair| if own == Pair::PLAIN { pair } else { own };
        match self {
            Self::Person { case, pair: own, reading: fixed, commerce } => {
                let reading = fixed.unwrap_or(reading);
                let reading = commerce
                    .map_or(reading, |side| reading.with(Issue::Commerce, side));
                let given = verdict(case, chosen(*own), reading);
                Answer {
                    outcome: given.outcome(),
                    not_premises: false,
                    articles: given.cites(),
                    because: given.steps().iter().map(|step| step.because).collect(),
                    contested: given.contested().to_vec(),
                }
            }
            Self::Premises { kind, consent, disaster, ended } => {
                let given = entry(*kind, *consent, *disaster, *ended, reading);
                Answer {
                    not_premises: *kind == Premises::NotPremises,
                    ..Answer::from(given)
                }
            }
            Self::Bag(case, own) => Answer::from(bag(*case, chosen(*own), reading)),
            Self::Expulsion => {
                let given = expel(Category::DiplomaticAgent);
                Answer {
                    outcome: given.outcome,
                    not_premises: false,
                    articles: vec![given.article],
                    because: vec!["at any time, and without reasons"],
                    contested: Vec::new(),
                }
            }
            Self::Levy(what) => Answer::from(levy(*what, reading)),
        }
    }
}

impl From<Ruling> for Answer {
    fn from(ruling: Ruling) -> Self {
        Self {
            outcome: ruling.outcome,
            not_premises: false,
            articles: vec![ruling.article],
            because: vec![ruling.because],
            contested: ruling.contested,
        }
    }
}

/// The two commerce tests by the names that tables of cases give them: American
/// (Tabion-1996) or British (Basfar-2022). True for the British side.
fn commerce(text: &str) -> Result<bool, ImmunityError> {
    if ["US", "UsTabion"].iter().any(|word| same_word(word, text)) {
        Ok(false)
    } else if ["UK", "UkBasfar"].iter().any(|word| same_word(word, text)) {
        Ok(true)
    } else {
        Err(ImmunityError::from(WordError {
            expected: "a commerce test (UsTabion, UkBasfar)".to_owned(),
            found: text.to_owned(),
        }))
    }
}
