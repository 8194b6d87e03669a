//! Citations that exist: an article, a paragraph and a letter of a Convention.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ImmunityError;
use crate::words::words;

words! {
    /// Which treaty is cited.
    Convention: "a Convention" {
        /// Vienna Convention on Diplomatic Relations, 18 April 1961.
        Vcdr = "VCDR",
        /// Vienna Convention on Consular Relations, 24 April 1963.
        Vccr = "VCCR",
        /// Vienna Convention on the Law of Treaties, 23 May 1969.
        Vclt = "VCLT",
    }
}

impl Convention {
    /// Paragraphs of each article from 1 on; 0 where the text is not numbered.
    /// Counted in the English texts of VCDR-1961, VCCR-1963 and VCLT-1969.
    const fn paragraphs(self) -> &'static [u8] {
        match self {
            Self::Vcdr => &[
                0, 0, 2, 2, 3, 0, 0, 3, 2, 2, 2, 0, 2, 2, 0, 3, 0, 0, 2, 0, 2, 3, 2,
                0, 0, 0, 7, 0, 0, 2, 4, 4, 5, 0, 0, 2, 4, 2, 4, 4, 3, 0, 0, 0, 0, 0,
                2, 0, 0, 0, 2, 0, 0,
            ],
            Self::Vccr => &[
                3, 3, 0, 5, 0, 0, 0, 0, 2, 2, 3, 3, 0, 0, 4, 6, 2, 0, 4, 0, 0, 3, 4,
                2, 0, 0, 2, 0, 3, 2, 4, 2, 0, 0, 7, 2, 0, 0, 2, 0, 3, 0, 2, 3, 4, 2,
                2, 4, 3, 3, 0, 0, 5, 4, 3, 0, 2, 4, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 2,
                4, 2, 2, 2, 0, 0, 0, 2, 0, 0,
            ],
            Self::Vclt => &[
                0, 2, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 0, 2, 0, 0, 2, 0, 0, 5, 3, 3, 4,
                4, 2, 0, 0, 0, 0, 5, 4, 0, 4, 0, 0, 2, 2, 0, 0, 5, 2, 2, 0, 5, 0, 2,
                0, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 2, 5, 2, 3, 0, 0, 5, 0, 2, 0, 4,
                2, 2, 2, 0, 0, 0, 2, 2, 0, 6, 2, 0, 0, 0, 2, 0,
            ],
        }
    }

    /// The last letter under an article and paragraph, where there are letters.
    const fn last_letter(self, article: u8, paragraph: u8) -> Option<char> {
        Some(match (self, article, paragraph) {
            (Self::Vcdr, 33 | 47, 2)
            | (Self::Vcdr, 36, 1)
            | (Self::Vcdr, 43 | 52, 0)
            | (Self::Vccr, 27 | 43 | 48 | 72, 2)
            | (Self::Vccr, 38 | 51 | 78, 0)
            | (Self::Vccr, 50, 1)
            | (Self::Vccr, 70, 3)
            | (Self::Vclt, 10 | 13 | 18 | 32 | 45 | 54 | 57 | 66, 0)
            | (Self::Vclt, 12 | 31 | 40 | 62 | 69 | 71 | 79, 2)
            | (Self::Vclt, 7 | 21 | 25 | 41 | 56 | 58 | 59 | 62 | 70 | 71 | 72, 1)
            | (Self::Vclt, 22 | 60, 3)
            | (Self::Vclt, 30, 4)
            | (Self::Vclt, 40, 5) => 'b',
            (Self::Vclt, 3 | 15 | 16 | 19 | 78, 0)
            | (Self::Vclt, 12 | 79, 1)
            | (Self::Vclt, 20, 4)
            | (Self::Vclt, 31 | 44, 3)
            | (Self::Vclt, 7 | 60, 2)
            | (Self::Vcdr, 14 | 31, 1)
            | (Self::Vcdr, 45, 0)
            | (Self::Vccr, 27 | 36, 1)
            | (Self::Vccr, 25 | 37, 0)
            | (Self::Vccr, 57, 2) => 'c',
            (Self::Vcdr, 10, 1) | (Self::Vccr, 9 | 24, 1) | (Self::Vclt, 14, 1) => {
                'd'
            }
            (Self::Vcdr, 3, 1) => 'e',
            (Self::Vcdr, 34, 0) | (Self::Vccr, 49, 1) => 'f',
            (Self::Vcdr, 1, 0) | (Self::Vclt, 2, 1) => 'i',
            (Self::Vclt, 77, 1) => 'h',
            (Self::Vccr, 1, 1) => 'k',
            (Self::Vccr, 5, 0) => 'm',
            _ => return None,
        })
    }
}

/// One place in one Convention, such as VCDR 31(1)(c).
///
/// ```
/// use demarche::immunity::Article;
/// let servant: Article = "VCDR 31(1)(c)".parse()?;
/// assert_eq!(servant.to_string(), "VCDR 31(1)(c)");
/// // Article 29 has a single paragraph: nobody can cite a second.
/// assert!("VCDR 29(2)".parse::<Article>().is_err());
/// # Ok::<(), demarche::immunity::ImmunityError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Article {
    convention: Convention,
    number: u8,
    /// 0 for the article as a whole.
    paragraph: u8,
    letter: Option<char>,
}

impl Article {
    /// An article with, where given, its paragraph (0 for none) and letter.
    ///
    /// # Errors
    /// When the Convention has no such place.
    pub fn new(
        convention: Convention,
        number: u8,
        paragraph: u8,
        letter: Option<char>,
    ) -> Result<Self, ImmunityError> {
        let article = Self { convention, number, paragraph, letter };
        let known = convention.paragraphs();
        let there = usize::from(number)
            .checked_sub(1)
            .and_then(|index| known.get(index))
            .is_some_and(|paragraphs| paragraph <= *paragraphs);
        let lettered = letter.is_none_or(|letter| {
            convention
                .last_letter(number, paragraph)
                .is_some_and(|last| ('a'..=last).contains(&letter))
        });
        if there && lettered {
            Ok(article)
        } else {
            Err(ImmunityError::NoSuchArticle { found: article.to_string() })
        }
    }

    /// Diplomatic relations; a test holds that every place the rules cite exists.
    pub(crate) const fn vcdr(number: u8, paragraph: u8) -> Self {
        Self { convention: Convention::Vcdr, number, paragraph, letter: None }
    }

    /// Consular relations.
    pub(crate) const fn vccr(number: u8, paragraph: u8) -> Self {
        Self { convention: Convention::Vccr, number, paragraph, letter: None }
    }

    /// Law of treaties; a test holds that every place cited exists.
    pub(crate) const fn vclt(number: u8, paragraph: u8) -> Self {
        Self { convention: Convention::Vclt, number, paragraph, letter: None }
    }

    pub(crate) const fn at(self, letter: char) -> Self {
        Self { letter: Some(letter), ..self }
    }

    /// Which treaty.
    pub const fn convention(self) -> Convention {
        self.convention
    }

    /// The article's number.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The paragraph, where one is cited.
    pub const fn paragraph(self) -> Option<u8> {
        if self.paragraph == 0 { None } else { Some(self.paragraph) }
    }

    /// The letter, where one is cited.
    pub const fn letter(self) -> Option<char> {
        self.letter
    }
}

/// Diplomatic relations, for the rules' tables.
pub(crate) const fn d(number: u8, paragraph: u8) -> Article {
    Article::vcdr(number, paragraph)
}

/// Consular relations, for the rules' tables.
pub(crate) const fn c(number: u8, paragraph: u8) -> Article {
    Article::vccr(number, paragraph)
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.convention, self.number)?;
        if self.paragraph > 0 {
            write!(f, "({})", self.paragraph)?;
        }
        self.letter.map_or(Ok(()), |letter| write!(f, "({letter})"))
    }
}

impl FromStr for Article {
    type Err = ImmunityError;

    fn from_str(text: &str) -> Result<Self, ImmunityError> {
        let wrong = || ImmunityError::NoSuchArticle { found: text.to_owned() };
        let (convention, place) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let convention = match convention {
            "VCDR" => Convention::Vcdr,
            "VCCR" => Convention::Vccr,
            "VCLT" => Convention::Vclt,
            _ => return Err(wrong()),
        };
        let mut parts = place.split('(');
        let number = parts.next().and_then(|n| n.parse().ok()).ok_or_else(wrong)?;
        let (mut paragraph, mut letter) = (0, None);
        for part in parts {
            let part = part.strip_suffix(')').ok_or_else(wrong)?;
            match (part.parse::<u8>(), letter, paragraph) {
                (Ok(n), None, 0) if n > 0 => paragraph = n,
                (Err(_), None, _) if part.len() == 1 => letter = part.chars().next(),
                _ => return Err(wrong()),
            }
        }
        Self::new(convention, number, paragraph, letter)
    }
}

as_text!(Article, ImmunityError);
