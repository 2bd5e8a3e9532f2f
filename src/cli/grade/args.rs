//! The command line of `grade`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::super::args::{Keys, Look, Work};

/// Grades what students handed in. PATH: captures, folders, zip archives as Moodle, Canvas and Gradescope give them, and
/// archives in archives. A key log that a student handed in opens the student's captures.
#[derive(Args)]
#[command(
    mut_arg("reveal", |arg| arg.hide(true)),
    after_help = "Whose a file is: what a learning platform wrote into its name; else the folder that it is in; else its\n\
    own name. With --roster its ids, Moodle's numbers and the students' names are looked for there.\n\
    Exit status: 0 done; 1 somebody is below the rubric's pass mark; 2 wrong usage, or some PATH could not be read."
)]
pub(in crate::cli) struct GradeArgs {
    /// The rubric (TOML)
    #[arg(value_name = "RUBRIC", required_unless_present_any = ["new", "check_rubric"])]
    pub(in crate::cli) rubric: Option<String>,
    /// What was handed in
    #[arg(value_name = "PATH", required_unless_present_any = ["new", "check_rubric"])]
    pub(in crate::cli) paths: Vec<String>,
    /// The students: CSV with a column id, and name, email, lang, and what the rubric asks for as {column}. A grading
    /// worksheet of Moodle will do
    #[arg(long, value_name = "CSV")]
    pub(in crate::cli) roster: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = GradeFormat::Text)]
    pub(in crate::cli) format: GradeFormat,
    /// Write a page of feedback for each student: DIR/ID.md, in the language of the roster's column lang
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) feedback: Option<PathBuf>,
    /// Of gradescope, classroom and check50, which are about one student: DIR/ID/results.json for each
    #[arg(short, long, value_name = "DIR")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Write a new rubric, with comments, for a lab of mail and TLS
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rubric", "paths", "check_rubric"])]
    pub(in crate::cli) new: Option<String>,
    /// Find the mistakes in a rubric
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rubric", "paths"])]
    pub(in crate::cli) check_rubric: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) keys: Keys,
    #[command(flatten)]
    pub(in crate::cli) work: Work,
    #[command(flatten)]
    pub(in crate::cli) look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum GradeFormat {
    /// The class as a table; one student, or with -v each, in full
    Text,
    /// One line per student
    Csv,
    /// One document, with everything
    Json,
    /// A page
    Markdown,
    /// results.json of a Gradescope autograder
    Gradescope,
    /// Results for GitHub Classroom's grading reporter
    Classroom,
    /// What check50 prints with -o json
    Check50,
    /// JUnit XML: a suite per student
    Junit,
    /// Moodle's grading worksheet, filled in
    Moodle,
}
