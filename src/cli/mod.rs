//! Flags → the library; files in, text out.
//!
//! Everything that touches the terminal, the file system and the environment is here, and nothing else is. Results go to
//! standard output, messages to standard error; the exit status is 0, or 2 for wrong usage or an input that could not be
//! read at all (the others are still processed), or 1 where `grade` finds somebody below the pass mark. A closed pipe is not an error.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

mod args;
mod explain;
mod extract;
mod follow;
mod grade;
mod input;
mod jobs;
mod list;
mod mail;
mod man;
mod names;
mod order;
mod progress;
mod report;
mod rubric;
mod same;
mod secrets;
mod settings;
mod show;
mod submissions;
mod tls;
mod why;

use args::{Cli, Command};

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        None => show::run(&cli.show),
        Some(Command::Show(args)) => show::run(&args),
        Some(Command::List(args)) => list::run(&args),
        Some(Command::Tls(args)) => tls::run(&args),
        Some(Command::Mail(args)) => mail::run(&args),
        Some(Command::Report(args)) => report::run(&args),
        Some(Command::Follow(args)) => follow::run(&args),
        Some(Command::Grade(args)) => return ended(grade::run(&args)),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Schema) => {
            io::stdout().write_all(crate::render::schema().as_bytes()).map(|()| true).map_err(Into::into)
        }
        Some(Command::Man) => man::man().map(|()| true).map_err(Into::into),
        Some(Command::Completions { shell }) => {
            man::completions(shell);
            Ok(true)
        }
    };
    ended(result.map(|all_read| if all_read { 0 } else { 2 }))
}

/// The exit status of a command that has ended.
fn ended(result: anyhow::Result<u8>) -> ExitCode {
    match result {
        Ok(status) => ExitCode::from(status),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// A message for the user, on standard error.
fn complain(message: &str) {
    // Nothing can be done when standard error is closed too.
    let _ = writeln!(io::stderr(), "wiretale: {}", crate::dialogue::harmless(message));
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
