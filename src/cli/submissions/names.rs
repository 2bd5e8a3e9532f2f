//! What learning platforms write into the names of what they hand out.
//!
//! - Moodle ("Download all submissions"; `mod/assign/locallib.php`): a folder `Name_123_assignsubmission_file_` per
//!   student, or without folders `Name_123_assignsubmission_file_x.pcapng`. The number is the participant's, as in the
//!   grading worksheet.
//! - Canvas ("Download Submissions"): `lastnamefirst_LATE_4711_1234567_x-1.pcapng`, where the numbers are the user's and
//!   the attachment's; `LATE` stands where it was.
//! - Gradescope ("Export Submissions"): a folder `submission_12345678` per submission; whose it is stands beside them
//!   ([`gradescope`](super::gradescope)).

/// What a name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Which platform it is.
    pub(super) platform: Platform,
    /// The platform's number of the student, or of the submission.
    pub(super) number: String,
    /// The student's name, as the platform writes it there.
    pub(super) name: String,
    /// The student's id and e-mail address, where the platform tells them.
    pub(super) ids: [String; 2],
    /// Names of what the student handed in: the file's, and the folders that it is in.
    pub(super) rest: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Platform {
    Moodle,
    Canvas,
    Gradescope,
}

/// What the names of a file tell, from the outside to the inside; `None` where they are no platform's.
pub(super) fn told(names: &[String]) -> Option<Told> {
    let behind = |index: usize| names.get(index + 1..).unwrap_or_default().to_vec();
    names.iter().enumerate().find_map(|(index, name)| {
        let last = index + 1 == names.len();
        let (platform, number, person, file) = moodle(name)
            .map(|(person, number, file)| (Platform::Moodle, number, person, file))
            .or_else(|| {
                let number =
                    name.strip_prefix("submission_").filter(|_| !last).filter(|text| digits(text))?;
                Some((Platform::Gradescope, number, "", ""))
            })
            .or_else(|| {
                let (person, number, file) = canvas(name)?;
                Some((Platform::Canvas, number, person, file))
            })?;
        let mut rest = behind(index);
        if !file.is_empty() {
            rest.insert(0, file.to_owned());
        }
        if rest.is_empty() {
            rest.push(name.clone());
        }
        let (number, name) = (number.to_owned(), person.to_owned());
        Some(Told { platform, number, name, ids: Default::default(), rest })
    })
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Person, number and, where it is no folder, the file.
fn moodle(name: &str) -> Option<(&str, &str, &str)> {
    let (before, behind) = name.split_once("_assignsubmission_")?;
    let (person, number) = before.rsplit_once('_').filter(|(_, number)| digits(number))?;
    // Of a folder, newer versions leave out the last underscore.
    let file = behind.split_once('_').map_or("", |(_, file)| file);
    Some((person, number, file))
}

/// Person, the user's number and the file.
fn canvas(name: &str) -> Option<(&str, &str, &str)> {
    let (person, rest) = name.split_once('_')?;
    let rest = rest.strip_prefix("LATE_").or_else(|| rest.strip_prefix("late_")).unwrap_or(rest);
    let (user, rest) = rest.split_once('_')?;
    let (attachment, file) = rest.split_once('_')?;
    let letters =
        !person.is_empty() && person.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    // Small numbers are somebody's own: `lab_4_1_x.pcapng`.
    let numbers = digits(user) && digits(attachment) && attachment.len() >= 4 && user.len() >= 2;
    (letters && numbers && !digits(person) && !file.is_empty()).then_some((person, user, file))
}

/// Whether `word` stands in `text` and in no longer word: Latin letters and digits beside it make it another one, and so
/// does a letter of a script without blanks behind it (`张伟` is not `张伟杰`). Case does not matter.
pub(super) fn stands_in(word: &str, text: &str) -> bool {
    let (word, text) = (word.trim().to_lowercase(), text.to_lowercase());
    if word.is_empty() {
        return false;
    }
    let same = |one: Option<char>, other: Option<char>| match (one, other) {
        (Some(one), Some(other)) => one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric(),
        _ => false,
    };
    text.match_indices(&word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let behind = text.get(at + word.len()..).and_then(|text| text.chars().next());
        let last = word.chars().next_back();
        // A given name goes on to the right.
        let longer =
            |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphabetic() && !letter.is_ascii());
        let in_longer =
            same(before, word.chars().next()) || same(behind, last) || longer(last) && longer(behind);
        !in_longer
    })
}

/// The letters and digits of a name, in order of its words: `Doe, Jane` and `Jane Doe` become the same, and Canvas's
/// `doejane` one of the two that [`squeezed`] gives.
pub(super) fn person_key(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// A name as Canvas writes it into names of files: without blanks and marks, the family name in front. Which word that is
/// nobody says: both ways.
pub(super) fn squeezed(name: &str) -> [String; 2] {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let turned = match words.split_last() {
        Some((last, first)) => format!("{last}{}", first.concat()),
        None => String::new(),
    };
    [words.concat(), turned]
}

#[cfg(test)]
mod tests {
    use super::{Platform, person_key, squeezed, stands_in, told};

    fn names(path: &str) -> Vec<String> {
        path.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn names_of_moodle_canvas_and_gradescope_are_understood() {
        for (path, expected) in [
            (
                "张三_4711_assignsubmission_file_/smtp.pcapng",
                Some((Platform::Moodle, "4711", "张三", "smtp.pcapng")),
            ),
            (
                "Jane Doe_12_assignsubmission_file_lab_4.pcapng",
                Some((Platform::Moodle, "12", "Jane Doe", "lab_4.pcapng")),
            ),
            (
                "lab4/Ann_Lee_7_assignsubmission_file/in/a.pcapng",
                Some((Platform::Moodle, "7", "Ann_Lee", "in/a.pcapng")),
            ),
            (
                "Ann_Lee_7_assignsubmission_file_/in/a.pcapng",
                Some((Platform::Moodle, "7", "Ann_Lee", "in/a.pcapng")),
            ),
            ("7_assignsubmission_file_/a.pcapng", None),
            (
                "doejane_LATE_4711_1234567_lab-4-1.pcapng",
                Some((Platform::Canvas, "4711", "doejane", "lab-4-1.pcapng")),
            ),
            ("doejane_4711_1234567_lab.pcapng", Some((Platform::Canvas, "4711", "doejane", "lab.pcapng"))),
            ("张三_4711_1234567_lab.pcapng", Some((Platform::Canvas, "4711", "张三", "lab.pcapng"))),
            ("lab_4_1_x.pcapng", None),
            ("20240101_123456_12345_x.pcapng", None),
            ("submission_12345678/a.pcapng", Some((Platform::Gradescope, "12345678", "", "a.pcapng"))),
            ("submission_12345678", None),
            ("s01/smtp.pcapng", None),
        ] {
            let told =
                told(&names(path)).map(|told| (told.platform, told.number, told.name, told.rest.join("/")));
            let expected = expected.map(|(platform, number, name, rest)| {
                (platform, number.to_owned(), name.to_owned(), rest.to_owned())
            });
            assert_eq!(told, expected, "{path}");
        }
    }

    #[test]
    fn an_id_is_found_on_the_borders_of_words() {
        for (word, text, stands) in [
            ("s01", "s01-smtp.pcapng", true),
            ("S01", "lab4_s01.pcapng", true),
            ("s01", "s011-smtp.pcapng", false),
            ("s01", "xs01", false),
            ("2024001", "2024001张三.pcapng", true),
            ("张三", "实验四张三.pcapng", true),
            ("张三", "张三_实验四.pcapng", true),
            ("张三", "张三丰.pcapng", false),
            ("s1", "s11 s1", true),
            ("", "x", false),
            (" ", "x", false),
        ] {
            assert_eq!(stands_in(word, text), stands, "{word} in {text}");
        }
    }

    #[test]
    fn a_name_is_the_same_however_its_words_stand() {
        assert_eq!(person_key("Doe, Jane"), person_key("jane DOE"));
        assert_ne!(person_key("Doe, Jan"), person_key("jane DOE"));
        assert_eq!(squeezed("Jane van Doe"), ["janevandoe", "doejanevan"]);
    }
}
