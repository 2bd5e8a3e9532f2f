//! Whose each file is.
//!
//! In this order: what a learning platform wrote into the names; the folder that a file is in; the file's own name. Then
//! the roster: its ids, Moodle's numbers and the students' names are looked for there, the longest first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::gradescope::{self, MAX_METADATA, METADATA, Submitter};
use super::names::{Platform, Told, person_key, squeezed, stands_in, told};
use super::walk::Root;
use super::{Found, HandedFile, Place, Roster, Submission, Walk};

/// Files of a folder that may be one student's without a word about it.
const FEW: usize = 6;

/// What keeps students apart before the roster is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Platform(Platform, String),
    Name(String),
}

/// Files with one key.
#[derive(Default)]
struct Group {
    files: Vec<(HandedFile, Vec<String>)>,
    told: Option<Told>,
}

/// The students with their files, in the order of their ids; and what is to be said of how files were given to them.
pub(in crate::cli) fn students(walk: Walk, roster: Option<&Roster>) -> (Vec<Submission>, Vec<String>) {
    let mut messages = Vec::new();
    let mut groups: BTreeMap<Key, Group> = BTreeMap::new();
    let stems = stems_differ(&walk);
    let submitters = submitters(&walk, &mut messages);
    let mut by_root: Vec<Vec<Found>> = walk.roots.iter().map(|_| Vec::new()).collect();
    for found in walk.found {
        if let Some(files) = by_root.get_mut(found.root).filter(|_| !is_metadata(&found)) {
            files.push(found);
        }
    }
    for (root, files) in walk.roots.iter().zip(by_root) {
        for (key, file, names, told) in keyed(root, files, roster, stems, &mut messages) {
            let group = groups.entry(key).or_default();
            group.files.push((file, names));
            let of_gradescope = |told: &Told| told.platform == Platform::Gradescope;
            let told = told.map(|told| match submitters.get(&told.number).filter(|_| of_gradescope(&told)) {
                Some(Submitter { name, sid, email }) => {
                    Told { name: name.clone(), ids: [sid.clone(), email.clone()], ..told }
                }
                None => told,
            });
            group.told = group.told.take().or(told);
        }
    }
    let mut students: BTreeMap<String, Submission> = BTreeMap::new();
    for row in roster.into_iter().flat_map(|roster| &roster.rows) {
        let id = row.get("id").cloned().unwrap_or_default();
        let student = Submission { id: id.clone(), row: row.clone(), ..Submission::default() };
        students.insert(id, student);
    }
    let mut strangers = Vec::new();
    for (key, group) in groups {
        let row = roster.and_then(|roster| row_of(roster, &key, &group));
        let student = match row {
            Some(row) => students.entry(row.get("id").cloned().unwrap_or_default()).or_default(),
            None => {
                let stranger = Submission { stranger: roster.is_some(), ..stranger(&key, &group, &students) };
                strangers.push(stranger.id.clone());
                students.entry(stranger.id.clone()).or_insert(stranger)
            }
        };
        student.files.extend(group.files.into_iter().map(|(file, _)| file));
    }
    if roster.is_some() && !strangers.is_empty() {
        messages.push(format!("not in the roster: {}", strangers.join(", ")));
    }
    let mut students: Vec<Submission> = students.into_values().collect();
    for student in &mut students {
        student.files.sort_by(|one, other| one.name.cmp(&other.name));
    }
    (students, messages)
}

/// Whether a file is Gradescope's own, and no student's: beside the folders, not in one.
fn is_metadata(found: &Found) -> bool {
    found.names.last().is_some_and(|name| name == METADATA) && told(&found.names).is_none()
}

/// Who handed in each submission of Gradescope, by its number. Of several the first has the marks.
fn submitters(walk: &Walk, messages: &mut Vec<String>) -> BTreeMap<String, Submitter> {
    let mut all = BTreeMap::new();
    for found in walk.found.iter().filter(|found| is_metadata(found)) {
        let Ok(bytes) = found.place.as_ref().map_or(Ok(Vec::new()), |place| place.beginning(MAX_METADATA))
        else {
            messages.push(format!("{METADATA}: it cannot be read"));
            continue;
        };
        for (number, submitters) in gradescope::submitters(&String::from_utf8_lossy(&bytes)) {
            if let [first, more @ ..] = submitters.as_slice() {
                if !more.is_empty() {
                    let others: Vec<&str> = more.iter().map(|submitter| submitter.name.as_str()).collect();
                    let others = others.join(", ");
                    messages.push(format!(
                        "submission_{number} was handed in by {} and {others}; its marks stand with the first",
                        first.name
                    ));
                }
                all.insert(number, first.clone());
            }
        }
    }
    all
}

/// Whether the single files that were named have names of their own; `a/x.pcapng b/x.pcapng` have not.
fn stems_differ(walk: &Walk) -> bool {
    let mut seen = BTreeSet::new();
    walk.roots.iter().filter(|root| !root.holds).all(|root| seen.insert(stem(&root.name)))
}

/// A name without its endings: `s01` of `s01.pcapng.gz`.
fn stem(name: &str) -> String {
    let mut stem = name;
    for _ in 0..2 {
        let known = |ending: &&str| {
            matches!(
                ending.to_ascii_lowercase().as_str(),
                "pcapng" | "pcap" | "cap" | "gz" | "zst" | "log" | "keys" | "keylog" | "txt" | "zip"
            )
        };
        match stem.rsplit_once('.') {
            Some((before, ending)) if known(&ending) && !before.is_empty() => stem = before,
            _ => break,
        }
    }
    if stem == name {
        let path = Path::new(name);
        return path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    }
    stem.to_owned()
}

type Keyed = (Key, HandedFile, Vec<String>, Option<Told>);

fn keyed(
    root: &Root,
    mut files: Vec<Found>,
    roster: Option<&Roster>,
    stems_differ: bool,
    messages: &mut Vec<String>,
) -> Vec<Keyed> {
    let mut own = root.name.clone();
    // A folder around everything says nothing of whose what is in it is, unless it names a student.
    while let Some(first) = common_folder(&files) {
        if told(std::slice::from_ref(&first)).is_some() || is_student(roster, &first) {
            break;
        }
        files.iter_mut().for_each(|file| drop(file.names.remove(0)));
        // What a student called the archive, or the folder in it, is not the student.
        let packed = |file: &Found| file.place.as_ref().is_ok_and(Place::is_packed);
        if !files.iter().any(packed) {
            own = first;
        }
    }
    let flat: Vec<String> = files
        .iter()
        .filter(|file| file.names.len() == 1 && told(&file.names).is_none())
        .map(|file| file.names.concat())
        .collect();
    let only_flat = flat.len() == files.len();
    let how = match () {
        () if !root.holds && !stems_differ => Flat::Parent,
        () if !root.holds || !only_flat => Flat::Stem,
        () if is_student(roster, &own) => Flat::Folder,
        () if flat.iter().any(|name| is_student(roster, &stem(name))) => Flat::Stem,
        () if roster.is_none() && names_are_ids(&flat) => Flat::Word,
        () => Flat::Folder,
    };
    if how == Flat::Folder && flat.len() > FEW && !is_student(roster, &own) {
        messages.push(format!(
            "{own}: the {} files in it are taken as one student's; where they are several students', put each \
             student's in a folder, name the files instead of the folder, or give a --roster with ids that are in \
             the names",
            flat.len()
        ));
    }
    files.into_iter().map(|file| key_of(file, root, &own, how)).collect()
}

/// What files directly in what was named stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flat {
    /// All of them are one student's, whose name is the folder's.
    Folder,
    /// Each is a student's, by its name.
    Stem,
    /// By the first word of the name.
    Word,
    /// Each is a student's, by the folder that it is in.
    Parent,
}

fn key_of(file: Found, root: &Root, own: &str, how: Flat) -> Keyed {
    let names = file.names.clone();
    let platform = told(&names);
    let (key, rest) = match (&platform, names.as_slice()) {
        (Some(told), _) => (Key::Platform(told.platform, told.number.clone()), told.rest.join("/")),
        (None, [folder, rest @ ..]) if !rest.is_empty() => (Key::Name(folder.clone()), rest.join("/")),
        (None, _) => {
            let name = names.concat();
            let whose = match how {
                Flat::Folder => own.to_owned(),
                Flat::Stem => stem(&name),
                Flat::Word => first_word(&name).to_owned(),
                Flat::Parent => root.parent.clone(),
            };
            (Key::Name(if whose.is_empty() { stem(&name) } else { whose }), name)
        }
    };
    let handed = HandedFile { name: rest, place: file.place, remark: file.remark };
    // What the roster's ids are looked for in, the surest first.
    let mut hints = names;
    if how == Flat::Parent || root.holds && hints.len() == 1 {
        hints.push(if root.holds { own.to_owned() } else { root.parent.clone() });
    }
    (key, handed, hints, platform)
}

/// The folder that every file is in, where there are files beside or below each other in it.
fn common_folder(files: &[Found]) -> Option<String> {
    let first = files.first()?.names.first()?;
    let all = files.iter().all(|file| file.names.len() > 1 && file.names.first() == Some(first));
    all.then(|| first.clone())
}

/// `s01` of `s01-smtp.pcapng`.
fn first_word(name: &str) -> &str {
    name.split(['-', '_', ' ', '.', '(', '（']).find(|word| !word.is_empty()).unwrap_or(name)
}

/// Whether the names begin with what can only be ids: words with a digit in each, more than one of them.
fn names_are_ids(names: &[String]) -> bool {
    let words: BTreeSet<&str> = names.iter().map(|name| first_word(name)).collect();
    words.len() > 1 && words.iter().all(|word| word.chars().any(|letter| letter.is_ascii_digit()))
}

fn is_student(roster: Option<&Roster>, text: &str) -> bool {
    roster.is_some_and(|roster| begins_or_named(roster, text).is_some())
}

/// The row whose id, else whose name, stands in a text: the longest. Two of the same length are nobody, and what may
/// stand there by chance is not looked for: marks that go to the wrong student are worse than a student whom nobody knows.
fn named<'a>(roster: &'a Roster, text: &str) -> Option<&'a BTreeMap<String, String>> {
    named_or(roster, text, &|_| false)
}

/// The same of a text that is somebody's own, which may begin with an id of any kind.
fn begins_or_named<'a>(roster: &'a Roster, text: &str) -> Option<&'a BTreeMap<String, String>> {
    named_or(roster, text, &|id| first_word(text).eq_ignore_ascii_case(id))
}

fn named_or<'a>(
    roster: &'a Roster,
    text: &str,
    begins: &dyn Fn(&str) -> bool,
) -> Option<&'a BTreeMap<String, String>> {
    let by = |column: &str, says: &dyn Fn(&str) -> bool| {
        let mut best: Option<(usize, &BTreeMap<String, String>)> = None;
        let mut several = false;
        for row in &roster.rows {
            let Some(word) = row.get(column).filter(|word| says(word) && stands_in(word, text)) else {
                continue;
            };
            match best {
                Some((length, _)) if length > word.len() => {}
                Some((length, _)) if length == word.len() => several = true,
                _ => (best, several) = (Some((word.len(), row)), false),
            }
        }
        best.filter(|_| !several).map(|(_, row)| row)
    };
    by("id", &|id| is_distinct(id) || begins(id))
        .or_else(|| by("name", &|name| name.contains(' ') || !name.is_ascii()))
        .or_else(|| by("email", &|email| email.contains('@')))
}

/// Whether an id is no number or word that stands in names of files anyway: `lab-1`, `2026`.
fn is_distinct(id: &str) -> bool {
    let digits = id.chars().filter(char::is_ascii_digit).count();
    let others = id.chars().count() - digits;
    digits >= 5 || (digits > 0 && others > 0)
}

/// The roster's row of a group.
fn row_of<'a>(roster: &'a Roster, key: &Key, group: &Group) -> Option<&'a BTreeMap<String, String>> {
    let one = |wanted: &dyn Fn(&BTreeMap<String, String>) -> bool| {
        let mut those = roster.rows.iter().filter(|row| wanted(row));
        those.next().filter(|_| those.next().is_none())
    };
    let same = |row: &BTreeMap<String, String>, column: &str, text: &str| {
        row.get(column).is_some_and(|cell| !cell.is_empty() && cell.eq_ignore_ascii_case(text))
    };
    if let Some(told) = &group.told {
        let person = person_key(&told.name);
        let by_number =
            || one(&|row| told.platform == Platform::Moodle && same(row, "moodle_id", &told.number));
        let by_name = || {
            one(&|row| {
                let name = row.get("name").map_or("", String::as_str);
                let canvas =
                    told.platform == Platform::Canvas && squeezed(name).contains(&told.name.to_lowercase());
                !person.is_empty() && (person_key(name) == person || canvas)
            })
        };
        let [sid, email] = &told.ids;
        let by_ids = || one(&|row| same(row, "id", sid)).or_else(|| one(&|row| same(row, "email", email)));
        if let Some(row) = by_number().or_else(by_ids).or_else(|| named(roster, &told.name)).or_else(by_name)
        {
            return Some(row);
        }
    }
    if let Key::Name(name) = key
        && let Some(row) = one(&|row| same(row, "id", name)).or_else(|| begins_or_named(roster, name))
    {
        return Some(row);
    }
    // Whom a platform names is who it is, whatever the files are called.
    if group.told.as_ref().is_some_and(|told| !told.name.is_empty()) {
        return None;
    }
    // The names of the files, where they agree. A platform's own numbers are nobody's id.
    let mut rows = group.files.iter().filter_map(|(file, hints)| {
        let hints: Vec<&str> = if group.told.is_some() {
            vec![file.name.as_str()]
        } else {
            hints.iter().map(String::as_str).collect()
        };
        hints.into_iter().find_map(|hint| named(roster, hint))
    });
    let first = rows.next()?;
    rows.all(|row| row.get("id") == first.get("id")).then_some(first)
}

/// Somebody whom no roster knows.
fn stranger(key: &Key, group: &Group, students: &BTreeMap<String, Submission>) -> Submission {
    let mut row = BTreeMap::new();
    let id = match (key, &group.told) {
        (Key::Platform(platform, number), Some(told)) => {
            if *platform == Platform::Moodle {
                row.insert("moodle_id".to_owned(), number.clone());
            }
            let [sid, email] = &told.ids;
            if !email.is_empty() {
                row.insert("email".to_owned(), email.clone());
            }
            if !sid.is_empty() && !students.contains_key(sid) {
                row.insert("name".to_owned(), told.name.clone());
                sid.clone()
            } else if told.name.is_empty() {
                format!("submission_{number}")
            } else {
                row.insert("name".to_owned(), told.name.clone());
                // Two of one name are two.
                let taken = students.contains_key(&told.name);
                if taken { format!("{} ({number})", told.name) } else { told.name.clone() }
            }
        }
        (Key::Name(name), _) => name.clone(),
        (Key::Platform(_, number), None) => number.clone(),
    };
    Submission { id, row, ..Submission::default() }
}
