//! Language, width and colour: from flags, else from the environment.

use std::env;
use std::io::{IsTerminal, stdout};

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Filters, Secrets, Wanted};
use crate::render::{self, Paint};

use super::args::{Choice, ColorArg, LangArg, Look};

/// Columns where neither a flag nor a terminal tells.
const PIPE_WIDTH: usize = 120;
/// Narrower than this nothing can be laid out.
const MIN_WIDTH: usize = 40;

pub(super) fn lang(look: &Look) -> Lang {
    match look.lang {
        Some(LangArg::Zh) => Lang::Zh,
        Some(LangArg::En) => Lang::En,
        Some(LangArg::Ja) => Lang::Ja,
        None => {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .filter_map(|name| env::var(name).ok())
                .find(|value| !value.is_empty());
            Lang::from_locale(locale.as_deref().unwrap_or(""))
        }
    }
}

pub(super) fn catalog(look: &Look) -> Catalog {
    Catalog::new(lang(look), &[&render::TEXTS])
}

/// With the words for mails.
pub(super) fn mail_catalog(look: &Look) -> Catalog {
    Catalog::new(lang(look), &[&render::TEXTS, &render::MAIL_TEXTS])
}

/// With those of a page, which has every language.
pub(super) fn page_catalog(lang: Lang) -> Catalog {
    Catalog::new(lang, &[&render::TEXTS, &render::MAIL_TEXTS, &render::PAGE_TEXTS])
}

pub(super) fn look(args: &Look) -> render::Look {
    let terminal = stdout().is_terminal();
    let columns = terminal_size::terminal_size().filter(|_| terminal).map(|(width, _)| usize::from(width.0));
    let on = match args.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    render::Look {
        width: args.width.or(columns).unwrap_or(PIPE_WIDTH).max(MIN_WIDTH),
        width_unknown: args.width.is_none() && columns.is_none(),
        paint: Paint { on },
        verbose: args.verbose,
        quiet: args.quiet,
        reveal: args.reveal,
    }
}

pub(super) fn wanted(choice: &Choice, look: &Look, secrets: &Secrets) -> Wanted {
    let secrets = secrets.of_file();
    Wanted { reveal: look.reveal, only: filters(choice), secrets, ..Wanted::default() }
}

pub(super) fn filters(choice: &Choice) -> Filters {
    Filters {
        streams: choice.stream.clone(),
        protocols: choice.protocol.clone(),
        hosts: choice.host.clone(),
        ports: choice.port.clone(),
        users: choice.user.clone(),
        times: choice.time,
    }
}
