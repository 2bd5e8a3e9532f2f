//! `wiretale grade`: a class's captures against a rubric.
//!
//! What was handed in becomes students ([`submissions`]), each is examined by itself ([`student`]) on any number of
//! threads, and nothing is kept of a capture but the marks; they are printed when all are there ([`results`]).
//!
//! [`submissions`]: super::submissions

use std::fs;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, bail};

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{HandedIn, Marks, Note, Student, harmless};
use crate::grade::{self, Rubric};
use crate::render;

use super::progress::Progress;
use super::submissions::{self, Roster, Submission};
use super::{complain, rubric, secrets, settings};

mod alike;
mod args;
mod results;
mod student;

pub(super) use args::GradeArgs;
use args::GradeFormat;
use student::Examiner;

/// Names in a message on standard error.
const MAX_NAMED: usize = 8;

/// Runs it. The exit status: 1 where somebody is below the pass mark, 2 where something could not be read at all.
pub(super) fn run(args: &GradeArgs) -> anyhow::Result<u8> {
    if args.look.reveal {
        bail!("marks never show secrets; there is no --reveal for them");
    }
    let usual = settings::lang(&args.look);
    let catalogs: Vec<Catalog> = Lang::ALL.map(catalog).into();
    let words = catalogs.iter().find(|catalog| catalog.lang() == usual).context("there are no texts")?;
    if let Some(path) = &args.new {
        return rubric::write_new(path, words).map(|_| 0);
    }
    if let Some(path) = &args.check_rubric {
        return Ok(in_order(rubric::check(path, words)).map_or(2, |_| 0));
    }
    let path = args.rubric.as_deref().unwrap_or_default();
    let Some(rubric) = in_order(rubric::load(path, words)) else { return Ok(2) };
    let roster = args.roster.as_deref().map(|path| roster(path, &rubric)).transpose()?;
    if roster.is_none() && !rubric.columns().is_empty() {
        let columns: Vec<&str> = rubric.columns().into_iter().collect();
        complain(&format!("the rubric asks for {} of each student: give a --roster", columns.join(", ")));
    }
    let given = secrets::load(&args.keys)?;

    let walk = submissions::walk(&args.paths);
    walk.failed.iter().for_each(|message| complain(message));
    walk.amiss.iter().for_each(|(name, note)| complain(&format!("{name}: {}", words.text(note))));
    let all_read = walk.failed.is_empty();
    let (class, messages) = submissions::students(walk, roster.as_ref());
    messages.iter().for_each(|message| complain(message));
    if class.is_empty() {
        complain("there is nothing to grade: no file was found");
        return Ok(2);
    }
    results::check(args, class.len())?;

    let examiner = Examiner::new(&rubric, &given, words);
    let students = examined(&class, args.work.jobs, &examiner);
    let mut marks = Marks {
        title: rubric.title().clone(),
        pass: rubric.pass(),
        items: rubric.items(),
        columns: roster.map(|roster| roster.columns).unwrap_or_default(),
        students,
        alike: Vec::new(),
    };
    marks.alike = alike::find(&marks.students);
    results::print(args, path, &marks, &catalogs, usual)?;
    // One student's page says all of it.
    if args.format != GradeFormat::Text || marks.students.len() > 1 {
        report(&marks);
    }
    let below = marks.students.iter().any(|student| marks.passes(student) == Some(false));
    Ok(match (all_read, below) {
        (false, _) => 2,
        (true, true) => 1,
        (true, false) => 0,
    })
}

fn catalog(lang: Lang) -> Catalog {
    Catalog::new(lang, &[&render::TEXTS, &render::GRADE_TEXTS, &grade::TEXTS])
}

/// What comes of a rubric. Its mistakes are said line by line, as they were laid out.
fn in_order<T>(result: anyhow::Result<T>) -> Option<T> {
    let told = match result {
        Ok(value) => return Some(value),
        Err(error) => format!("wiretale: {error:#}"),
    };
    for line in told.lines() {
        // Nothing can be done when standard error is closed too.
        let _ = writeln!(io::stderr(), "{}", harmless(line));
    }
    None
}

fn roster(path: &str, rubric: &Rubric) -> anyhow::Result<Roster> {
    let bytes = fs::read(path).with_context(|| format!("{path}: the roster cannot be read"))?;
    let roster = Roster::parse(&bytes).with_context(|| path.to_owned())?;
    let known = |column: &&str| roster.rows.iter().all(|row| row.contains_key(*column));
    let missing: Vec<&str> = rubric.columns().into_iter().filter(|column| !known(column)).collect();
    if !missing.is_empty() {
        complain(&format!(
            "{path}: the rubric asks for {}, which is no column of the roster ({})",
            missing.join(", "),
            roster.columns.join(", ")
        ));
    }
    Ok(roster)
}

/// Stack of a thread: expressions of a rubric call themselves, as deep as they are written.
const STACK: usize = 8 << 20;

/// Examines every student, as many at a time as there are jobs; they come back in their order.
fn examined(class: &[Submission], jobs: Option<NonZeroUsize>, examiner: &Examiner<'_>) -> Vec<Student> {
    let bytes = || class.iter().flat_map(|submission| &submission.files).map(|file| file.weight()).sum();
    let progress = Progress::of(bytes);
    let results: Vec<Mutex<Student>> = class.iter().map(|_| Mutex::default()).collect();
    let next = AtomicUsize::new(0);
    let worker = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (Some(submission), Some(result)) = (class.get(index), results.get(index)) else { break };
            let student = examiner.student(submission, &progress);
            *result.lock().unwrap_or_else(PoisonError::into_inner) = student;
        }
    };
    let usual = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let jobs = jobs.unwrap_or_else(usual).get().min(class.len());
    if jobs < 2 {
        worker();
    } else {
        thread::scope(|scope| {
            for _ in 0..jobs {
                let thread = thread::Builder::new().stack_size(STACK);
                if thread.spawn_scoped(scope, worker).is_err() {
                    worker();
                }
            }
        });
    }
    progress.finish();
    results.into_iter().map(|result| result.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
}

/// Says on standard error what the numbers do not: files that are no captures, and secrets that were handed in.
fn report(marks: &Marks) {
    let unusable = marks.students.iter().flat_map(|student| {
        let keys = |note: &Note| matches!(&*note.key, "marks-file-keylog" | "marks-file-private-key");
        let none = move |file: &&HandedIn| file.frames.is_none() && !file.problems.iter().any(keys);
        let files = student.files.iter().filter(none);
        files.map(|file| format!("{}: {}", harmless(&student.id), harmless(&file.name)))
    });
    said("no captures, not graded", unusable.collect());
    let warned = marks.students.iter().filter(|student| !student.warnings.is_empty());
    said(
        "secrets in what was handed in (a password in clear, a key log, a private key), of which the feedback warns",
        warned.map(|student| harmless(&student.id).into_owned()).collect(),
    );
}

fn said(what: &str, names: Vec<String>) {
    if names.is_empty() {
        return;
    }
    let shown: Vec<&str> = names.iter().take(MAX_NAMED).map(String::as_str).collect();
    let more = match names.len().saturating_sub(MAX_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    complain(&format!("{what}: {}{more}", shown.join(", ")));
}
