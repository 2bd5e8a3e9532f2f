//! What is written from the command line's own description: the manual page, and completion scripts.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Cli;

/// The manual page: of the program, and of each of its commands.
pub(super) fn man() -> std::io::Result<()> {
    let mut out = std::io::stdout();
    let command = Cli::command();
    clap_mangen::Man::new(command.clone()).render(&mut out)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let page = clap_mangen::Man::new(sub.clone().name(format!("wiretale {}", sub.get_name())));
        page.render_synopsis_section(&mut out)?;
        page.render_description_section(&mut out)?;
        page.render_options_section(&mut out)?;
    }
    Ok(())
}

pub(super) fn completions(shell: Shell) {
    clap_complete::generate(shell, &mut Cli::command(), "wiretale", &mut std::io::stdout());
}
