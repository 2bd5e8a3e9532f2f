//! One student's captures against a rubric.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::dialogue::{
    Capture, Checked, Conversation, Evidence, Fate, Frames, HandedIn, MarkState, Note, Say, Student, Words,
    harmless,
};

use super::checks::{Check, FileSeen, Letter, Look, Watch, pairs};
use super::expression::Expression;
use super::found::{Found, Hit, Scene, Things, places};
use super::params::{Params, Value};
use super::rubric::{By, Rubric, RubricCheck};
use super::score::{rounded, score, skip};

/// Keys of mails that are remembered of a student, for those that were sent and fetched.
const MAX_PAIRS: usize = 4096;

/// What is known of a student so far: what each check remembers, and nothing of the captures themselves.
#[derive(Debug)]
pub struct Exam<'r> {
    rubric: &'r Rubric,
    row: BTreeMap<String, String>,
    files: Vec<HandedIn>,
    seen: Vec<FileSeen>,
    /// One per check, in the order of the rubric.
    lookers: Vec<Looker<'r>>,
}

/// A check and what it remembers.
#[derive(Debug)]
struct Looker<'r> {
    check: &'r RubricCheck,
    memory: Memory<'r>,
}

#[derive(Debug)]
enum Memory<'r> {
    /// A ready-made one.
    Ready(Box<Ready>),
    /// So many conversations must be there for which an expression holds, and those that are.
    When { expression: &'r Expression, count: u64, things: Box<Things> },
    /// Files for which one holds.
    File { expression: &'r Expression, files: Vec<Hit> },
}

/// What a ready-made check remembers.
#[derive(Debug)]
struct Ready {
    check: &'static Check,
    /// With the student's own values; or the column that the row does not have.
    params: Result<Params, String>,
    watch: Watch,
    things: Things,
    best: Option<Found>,
    /// Mails that were sent, and those that were fetched, up to [`MAX_PAIRS`] of each.
    pairs: [Vec<(Letter, Hit)>; 2],
    /// There were more.
    more_pairs: bool,
}

impl<'r> Exam<'r> {
    /// Of a student with this row of the roster.
    pub fn new(rubric: &'r Rubric, row: &BTreeMap<String, String>) -> Self {
        let lookers = rubric.items.iter().flat_map(|item| &item.checks).map(|check| {
            let memory = match &check.by {
                By::Ready(ready, params) => Memory::Ready(Box::new(Ready {
                    check: ready,
                    params: params.filled(row),
                    watch: Watch::default(),
                    things: Things::default(),
                    best: None,
                    pairs: Default::default(),
                    more_pairs: false,
                })),
                By::When(expression, count) => {
                    Memory::When { expression, count: *count, things: Box::default() }
                }
                By::File(expression) => Memory::File { expression, files: Vec::new() },
            };
            Looker { check, memory }
        });
        let lookers = lookers.collect();
        Exam { rubric, row: row.clone(), files: Vec::new(), seen: Vec::new(), lookers }
    }

    /// Another file follows.
    pub fn file(&mut self, name: &str) {
        self.files.push(HandedIn { name: name.to_owned(), ..HandedIn::default() });
        self.seen.push(FileSeen::default());
    }

    /// Why the last file could not be used, or not all of it.
    pub fn problem(&mut self, note: Note) {
        if let Some(file) = self.files.last_mut() {
            file.problems.push(note);
        }
    }

    /// A conversation of the last file. `facts` is the same as it is printed in JSON; only expressions look at it.
    pub fn conversation(&mut self, conversation: &Conversation, facts: &dyn erased_serde::Serialize) {
        let Some(file) = self.files.len().checked_sub(1) else { return };
        let scene = Scene { file, conversation };
        if let Some(handed_in) = self.files.last_mut() {
            handed_in.conversations.0 += 1;
            handed_in.conversations.1 += u64::from(!conversation.protocols.is_empty());
            handed_in.print = print(handed_in.print, conversation);
        }
        let mut value = None;
        for looker in &mut self.lookers {
            match &mut looker.memory {
                Memory::Ready(ready) => ready.see(&scene),
                Memory::When { expression, things, .. } => {
                    let value = value.get_or_insert_with(|| cel::to_value(facts).unwrap_or(cel::Value::Null));
                    if expression.holds(value, &self.row) {
                        things.hit(scene.hit(&Frames::one(conversation.first_frame), ""));
                    }
                }
                Memory::File { .. } => {}
            }
        }
    }

    /// The last file is over. `facts` is the same as it is printed in JSON.
    pub fn capture(&mut self, capture: &Capture, facts: &dyn erased_serde::Serialize) {
        let Some(file) = self.files.len().checked_sub(1) else { return };
        let times = capture.first_time.zip(capture.last_time);
        if let Some(handed_in) = self.files.last_mut() {
            handed_in.frames = Some(capture.frames);
            handed_in.times = times;
        }
        if let Some(seen) = self.seen.last_mut() {
            *seen = FileSeen {
                frames: Some(capture.frames),
                encrypted: capture.fates.get(Fate::Encrypted),
                times,
                application: capture.application.clone(),
            };
        }
        let mut value = None;
        for looker in &mut self.lookers {
            if let Memory::File { expression, files } = &mut looker.memory {
                let value = value.get_or_insert_with(|| cel::to_value(facts).unwrap_or(cel::Value::Null));
                if expression.holds(value, &self.row) {
                    let evidence = Evidence { file, stream: None, frames: Frames::default() };
                    files.push(Hit { evidence, text: String::new(), word: None });
                }
            }
        }
    }

    /// What it came to.
    pub fn finish(self) -> Student {
        let Exam { rubric, row, files, seen, lookers } = self;
        let mut checked = lookers.into_iter().map(|looker| looker.finish(&row, &seen));
        let mut scores: Vec<_> = rubric
            .items
            .iter()
            .map(|item| score(item, checked.by_ref().take(item.checks.len()).collect()))
            .collect();
        skip(&rubric.items, &mut scores);
        let total = rounded(scores.iter().map(|score| score.points).sum());
        let id = row.get("id").cloned().unwrap_or_default();
        Student { id, row, files, scores, total, ..Student::default() }
    }
}

/// What conversations so far are and say, as a number; only numbers of the same run are compared.
fn print(before: u64, conversation: &Conversation) -> u64 {
    let mut hasher = DefaultHasher::new();
    before.hash(&mut hasher);
    for party in [&conversation.client, &conversation.server] {
        (party.address, party.port).hash(&mut hasher);
    }
    let Conversation { first_frame, last_frame, start, nanos, tcp, .. } = conversation;
    (first_frame, last_frame, start, nanos, tcp.bytes.client, tcp.bytes.server).hash(&mut hasher);
    for step in &conversation.steps {
        (step.kind, step.time, &step.lines).hash(&mut hasher);
    }
    hasher.finish()
}

/// The protocol that a check is about.
fn about<'c>(check: &'c Check, params: &'c Params) -> &'c str {
    params.text("protocol").unwrap_or(check.protocol)
}

impl Ready {
    fn see(&mut self, scene: &Scene<'_>) {
        let Ready { check, params: Ok(params), watch, things, best, pairs, more_pairs } = self else {
            return;
        };
        let protocol = about(check, params);
        watch.see(protocol, scene);
        match &check.look {
            Look::Things(look) => look(params, scene, things),
            Look::Nothing(look) if scene.speaks(protocol) => look(params, scene, things),
            Look::Best(look) | Look::Judge(look) => {
                if let Some(found) = look(params, scene) {
                    *best = Some(match best.take() {
                        Some(before) => before.or_better(found),
                        None => found,
                    });
                }
            }
            Look::Pairs(look) => {
                let [first, second] = pairs;
                for (is_second, key, hit) in look(scene) {
                    let list = if is_second { &mut *second } else { &mut *first };
                    *more_pairs |= list.len() == MAX_PAIRS;
                    if list.len() < MAX_PAIRS {
                        list.push((key, hit));
                    }
                }
            }
            Look::Nothing(_) | Look::Files(_) => {}
        }
    }
}

impl Looker<'_> {
    fn finish(self, row: &BTreeMap<String, String>, files: &[FileSeen]) -> Checked {
        let Looker { check: rubric, memory } = self;
        let own = |words: &Option<Words>| words.clone().map(Say::Words);
        let (id, expected, hint, found) = match memory {
            Memory::Ready(ready) => {
                let Ready { check, params, watch, things, best, pairs: keys, more_pairs } = *ready;
                let expected = Say::Notes(expected(check, params.as_ref().ok()));
                let found = match &params {
                    Ok(params) => result(check, params, &watch, things, best, &keys, files),
                    Err(column) => no_column(column),
                };
                // The one that was looked for may be among those that were not compared.
                let found = match found.state {
                    MarkState::Failed if more_pairs => {
                        Found::undecided(Note::new("grade-too-many").with("count", MAX_PAIRS))
                    }
                    _ => found,
                };
                let usual = Note::new(format!("grade-hint-{}", check.id));
                (check.id.to_owned(), expected, Some(usual), found)
            }
            Memory::When { expression, count, things } => {
                let found = match expression.lacks(row) {
                    Some(column) => no_column(column),
                    None => counted(count, *things, &Watch::default(), "", files),
                };
                ("when".to_owned(), Say::Notes(Vec::new()), None, found)
            }
            Memory::File { expression, files: hits } => {
                let found = match (expression.lacks(row), hits.len()) {
                    (Some(column), _) => no_column(column),
                    (None, 0) => Found::failed(Note::new("grade-no-file")),
                    (None, count) => Found::passed(places(&hits, count as u64)).seen(&hits),
                };
                ("file".to_owned(), Say::Notes(Vec::new()), None, found)
            }
        };
        let good = found.state == MarkState::Passed;
        let hint = own(&rubric.hint).or_else(|| found.hint.clone().or(hint).map(Say::from));
        let remark = found.remark.clone().or_else(|| found.actual.first().cloned()).map(Say::from);
        Checked {
            id,
            state: found.state,
            points: rubric.points * found.share,
            of: rounded(rubric.points),
            expected: own(&rubric.expected).unwrap_or(expected),
            actual: Say::Notes(found.actual),
            remark: remark.filter(|_| !good),
            hint: hint.filter(|_| !good),
            evidence: found.evidence,
        }
    }
}

/// The student's row lacks what the check compares with.
fn no_column(column: &str) -> Found {
    let note = Note::new("grade-no-column").with("column", column);
    Found::undecided(note.clone()).remark(note).hint(Note::new("grade-hint-no-column"))
}

/// What a check looks for, in words: its sentence, and one for each parameter that was given beside.
fn expected(check: &Check, params: Option<&Params>) -> Vec<Note> {
    let mut first = Note::new(format!("grade-expect-{}", check.id));
    let mut more = Vec::new();
    for param in check.params {
        let value = params.and_then(|params| params.0.get(param.name));
        let shown = match value {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Texts(texts)) => texts.join(", "),
            Some(Value::Number(number)) => number.to_string(),
            None => String::new(),
        };
        // Where its column is missing, the sentence is still said.
        let shown =
            if value.is_none() && param.required { "?".to_owned() } else { harmless(&shown).into_owned() };
        let protocol = param.name == "protocol";
        if protocol {
            let name = if shown.is_empty() || shown == "?" { check.protocol } else { shown.as_str() };
            let name = crate::proto::by_id(name).map_or("", |protocol| protocol.name);
            first = first.with("protocol", name);
        } else if param.required {
            first = first.with(param.name, shown);
        } else if value.is_some() {
            more.push(Note::new(format!("grade-with-{}", param.name)).with("value", shown));
        }
    }
    std::iter::once(first).chain(more).collect()
}

fn result(
    check: &Check,
    params: &Params,
    watch: &Watch,
    things: Things,
    best: Option<Found>,
    keys: &[Vec<(Letter, Hit)>; 2],
    files: &[FileSeen],
) -> Found {
    let protocol = about(check, params);
    match &check.look {
        Look::Things(_) => counted(params.count("count", 1).max(1), things, watch, protocol, files),
        Look::Nothing(_) if things.count > 0 => {
            Found::failed(places(&things.hits, things.count)).seen(&things.hits)
        }
        Look::Nothing(_) => watch.all_clear(protocol, files),
        Look::Judge(_) => best.unwrap_or_else(|| watch.nothing(protocol, files)),
        Look::Best(_) => match best {
            Some(found) if found.state != MarkState::Failed || !watch.is_blind() => found,
            Some(found) => {
                // It may be so in what the captures do not show.
                let blind = watch.nothing(protocol, files);
                Found { evidence: found.evidence.into_iter().chain(blind.evidence).collect(), ..blind }
            }
            None => watch.nothing(protocol, files),
        },
        Look::Pairs(_) => {
            let [sent, fetched] = keys;
            match pairs(sent, fetched) {
                Some(found) if found.state == MarkState::Passed => found,
                Some(found) if !watch.is_blind() => found,
                _ => watch.nothing(protocol, files),
            }
        }
        Look::Files(look) => look(params, files),
    }
}

/// So many things of those that were looked for.
fn counted(wanted: u64, things: Things, watch: &Watch, protocol: &str, files: &[FileSeen]) -> Found {
    let Things { hits, count, others, more_others, untold } = things;
    if count >= wanted {
        return Found::passed(places(&hits, count)).seen(&hits);
    }
    if count > 0 {
        let note = Note::new("grade-some").with("count", count).with("wanted", wanted);
        return Found::partly(count as f64 / wanted as f64, note).and(places(&hits, count)).seen(&hits);
    }
    if !untold.is_empty() {
        let note = Note::new("grade-untold").with("places", places(&untold, untold.len() as u64));
        return Found::undecided(note).seen(&untold);
    }
    if !others.is_empty() {
        let all = others.len() as u64 + more_others;
        let note = Note::new("grade-others").with("others", places(&others, all));
        if !watch.hides() {
            return Found::failed(note).seen(&others);
        }
        // What was looked for may be in what the captures do not show.
        let mut found = watch.nothing(protocol, files).seen(&others);
        found.actual.insert(0, note);
        return found;
    }
    if protocol.is_empty() {
        return Found::failed(Note::new("grade-no-conversation"));
    }
    watch.nothing(protocol, files)
}
