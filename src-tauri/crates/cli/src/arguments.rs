//! What the command line takes.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A talk with live polls, from one computer, without the internet.
#[derive(Debug, Parser)]
#[command(
    name = "gazouillis",
    version,
    about,
    max_term_width = 100,
    disable_help_subcommand = true,
    args_conflicts_with_subcommands = true
)]
pub struct Arguments {
    /// What to do; nothing opens the app at home.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A talk file to open at home, as when it is double-clicked.
    pub talk: Option<PathBuf>,
}

impl Arguments {
    /// What to do.
    #[must_use]
    pub fn what(self) -> Command {
        self.command.unwrap_or_else(|| {
            Command::Home(Home {
                talk: self.talk,
                ..Home::default()
            })
        })
    }
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the app at home, on your talks and sessions.
    Home(Home),
    /// Open the app on a talk.
    Present(Present),
    /// Serve the same pages without a window.
    Serve(Serve),
    /// Write a talk to begin with, which explains itself.
    New(New),
    /// Lint a talk and judge its questionnaire.
    Check(Check),
    /// Play a simulated audience that joins a session and answers.
    Rehearse(Rehearse),
    /// Print one-time codes, so that exactly as many phones can join.
    Codes(Codes),
    /// List the sessions of the library.
    Sessions(Sessions),
    /// Export a session's summary.
    Export(Export),
    /// Put a talk on paper: its slides as a PDF, after a session with what the room answered.
    Handout(Handout),
    /// Delete a session for good.
    Forget(Forget),
    /// Print the talk format as JSON Schema, for editors that complete and check YAML.
    Schema(SchemaOf),
    /// Explain the commands, or with `talk` what a talk file may ask.
    Help(Help),
}

/// Which talk, and where things are kept and served.
#[derive(Debug, Clone, Default, Args)]
pub struct Present {
    /// The talk file; the built-in talk when left out.
    pub talk: Option<PathBuf>,
    /// The language of the built-in talk; that of the system when left out.
    #[arg(long, value_enum)]
    pub lang: Option<TalkLanguage>,
    /// In how many minutes, of the lengths that the talk has (`cuts:`); the usual one when left out.
    #[arg(long, value_name = "MINUTES")]
    pub minutes: Option<u16>,
    /// The folder that keeps the sessions.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where phones are served; when the port is taken, one of the next is used. [default: 0.0.0.0:8080]
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// Where stage and console are served; loopback only. [default: 127.0.0.1; the app from port 18480 on, without a window any free port]
    #[arg(long, value_name = "ADDR:PORT", value_parser = loopback)]
    pub control: Option<SocketAddr>,
    /// A host name by which phones reach this computer, shown instead of its address.
    #[arg(long, value_name = "NAME")]
    pub host: Option<String>,
    /// Go on with the interrupted session of this talk, however old it is, and be it a rehearsal.
    #[arg(long, conflicts_with = "new")]
    pub resume: bool,
    /// Finish the interrupted session and begin a new one.
    #[arg(long)]
    pub new: bool,
    /// The file that `codes` wrote beside its sheet: each phone then needs one of the printed codes to join.
    #[arg(long, value_name = "FILE")]
    pub codes: Option<PathBuf>,
}

/// Which talk to show at home, and where things are kept and served.
#[derive(Debug, Clone, Default, Args)]
pub struct Home {
    /// A talk file to open.
    pub talk: Option<PathBuf>,
    /// The folder that keeps the sessions.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The folder in which new talks are written. [default: Gazouillis, among your documents]
    #[arg(long, value_name = "DIR")]
    pub talks: Option<PathBuf>,
    /// Where home is served; loopback only. [default: 127.0.0.1, from port 18470 on]
    #[arg(long, value_name = "ADDR:PORT", value_parser = loopback)]
    pub home: Option<SocketAddr>,
    /// Where phones are served; when the port is taken, one of the next is used. [default: 0.0.0.0:8080]
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// Where stage and console are served; loopback only. [default: as for `present`]
    #[arg(long, value_name = "ADDR:PORT", value_parser = loopback)]
    pub control: Option<SocketAddr>,
    /// A host name by which phones reach this computer, shown instead of its address.
    #[arg(long, value_name = "NAME")]
    pub host: Option<String>,
    /// Print one line of JSON when ready.
    #[arg(long)]
    pub json: bool,
}

impl Home {
    /// How talks are presented from there.
    #[must_use]
    pub fn present(&self) -> Present {
        Present {
            data: self.data.clone(),
            listen: self.listen,
            control: self.control,
            host: self.host.clone(),
            ..Present::default()
        }
    }
}

/// As [`Present`], for scripts.
#[derive(Debug, Clone, Default, Args)]
pub struct Serve {
    /// What to serve and where.
    #[command(flatten)]
    pub present: Present,
    /// Print one line of JSON when ready.
    #[arg(long)]
    pub json: bool,
}

/// What to explain.
#[derive(Debug, Args)]
pub struct Help {
    /// `talk`: every kind of question with an example.
    pub topic: Option<Topic>,
}

/// What can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Topic {
    /// The talk file.
    Talk,
}

/// The schema to print.
#[derive(Debug, Args)]
pub struct SchemaOf {
    /// The head of a talk, the head of a slide, or a block; all of them when left out.
    pub of: Option<SchemaWord>,
    /// A folder to write to instead, as gazouillis-poll.json and so on.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The language of its explanations; that of the system when left out.
    #[arg(long, value_enum)]
    pub lang: Option<TalkLanguage>,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SchemaWord {
    /// The front matter at the top of a talk.
    Talk,
    /// The front matter of any other slide.
    Slide,
    /// What a poll block holds.
    Poll,
    /// What a tweet block holds.
    Tweet,
}

/// The talk to write.
#[derive(Debug, Args)]
pub struct New {
    /// The file, a name that ends in .md. A file that is there already is left as it is.
    pub talk: PathBuf,
    /// The language of the talk; that of the system when left out.
    #[arg(long, value_enum)]
    pub lang: Option<TalkLanguage>,
}

/// A language in which a talk can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum TalkLanguage {
    /// French.
    Fr,
    /// English.
    En,
}

impl TalkLanguage {
    /// The language that it names.
    #[must_use]
    pub fn language(self) -> gazouillis_core::deck::Language {
        match self {
            Self::Fr => gazouillis_core::deck::Language::Fr,
            Self::En => gazouillis_core::deck::Language::En,
        }
    }
}

/// The talk to check.
#[derive(Debug, Args)]
pub struct Check {
    /// The talk file; the built-in talk when left out.
    pub talk: Option<PathBuf>,
    /// The length whose questionnaire is judged, in minutes; the usual one when left out. Mistakes are looked for in all of them.
    #[arg(long, value_name = "MINUTES")]
    pub minutes: Option<u16>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// The audience to play.
#[derive(Debug, Clone, Args)]
pub struct Rehearse {
    /// The address that phones open.
    pub url: String,
    /// The rehearsal key, shown on the console and by `serve`; new at each start of the app.
    #[arg(long)]
    pub key: Option<String>,
    /// How many phones.
    #[arg(short = 'n', long = "phones", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub phones: u32,
    /// How much faster than people they answer.
    #[arg(long, default_value_t = 1.0)]
    pub speed: f64,
    /// The talk being given, so that each phone answers as one of its profiles would; the built-in talk when left out.
    #[arg(long)]
    pub talk: Option<PathBuf>,
    /// Makes the same audience again.
    #[arg(long)]
    pub seed: Option<u64>,
}

/// The codes to print.
#[derive(Debug, Clone, Args)]
pub struct Codes {
    /// How many: one for each phone.
    #[arg(short = 'n', long = "codes", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=2_000))]
    pub codes: u32,
    /// The sheet to print, an HTML page. Beside it a file with the ending .codes is written, for `--codes`.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// The library to list.
#[derive(Debug, Args)]
pub struct Sessions {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    /// The folder that keeps the sessions.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// What to export.
#[derive(Debug, Args)]
pub struct Export {
    /// The session, as `sessions` names it; `latest` for the newest.
    pub session: String,
    /// pdf, xlsx, html, md, png, csv, json, or zip for all of them; told from the file's name when left out.
    #[arg(long)]
    pub format: Option<String>,
    /// The language that the file speaks; that of the talk when left out.
    #[arg(long)]
    pub lang: Option<TalkLanguage>,
    /// How many people the company (or department) has: adds what the room would say of it, had it been drawn by lot.
    #[arg(long, value_name = "N")]
    pub population: Option<u32>,
    /// The file to write; `-` for standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The folder that keeps the sessions.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// What to put on paper.
#[derive(Debug, Args)]
pub struct Handout {
    /// A talk file, or a session as `sessions` names it (`latest` for the newest); the built-in talk when left out.
    pub subject: Option<String>,
    /// What a page is.
    #[arg(long, value_enum, default_value_t)]
    pub pages: PaperPages,
    /// With your notes under each slide, on sheets of A4.
    #[arg(long)]
    pub notes: bool,
    /// The file to write; `-` for standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The folder that keeps the sessions.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// What a page on paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum PaperPages {
    /// A slide, whole.
    #[default]
    Slides,
    /// A step of a slide, as the room saw it.
    Steps,
}

/// What to delete.
#[derive(Debug, Args)]
pub struct Forget {
    /// The session, as `sessions` names it.
    pub session: String,
    /// The folder that keeps the sessions.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// The control listener stays on this computer: whoever reaches it holds the talk.
fn loopback(text: &str) -> Result<SocketAddr, String> {
    let address: SocketAddr = text
        .parse()
        .map_err(|error: std::net::AddrParseError| error.to_string())?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err("the control listener must be on loopback, for instance 127.0.0.1:0".to_owned())
    }
}
