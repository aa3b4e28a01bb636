//! `gazouillis schema [talk|slide|poll|tweet]`

use std::path::Path;

use gazouillis_core::deck::Language;
use gazouillis_deck::Schema;

use super::{Exit, Failure};
use crate::arguments::{SchemaOf, SchemaWord, TalkLanguage};

pub(super) fn run(arguments: &SchemaOf, language: Language) -> Result<Exit, Failure> {
    let language = match arguments.lang {
        Some(TalkLanguage::Fr) => Language::Fr,
        Some(TalkLanguage::En) => Language::En,
        None => language,
    };
    let of: Vec<Schema> = match arguments.of {
        Some(word) => vec![schema(word)],
        None => Schema::ALL.to_vec(),
    };
    if let Some(folder) = &arguments.output {
        return write(&of, folder, language);
    }
    for schema in of {
        println!("{}", text(schema, language));
    }
    Ok(Exit::Done)
}

fn schema(word: SchemaWord) -> Schema {
    match word {
        SchemaWord::Talk => Schema::Talk,
        SchemaWord::Slide => Schema::Slide,
        SchemaWord::Poll => Schema::Poll,
        SchemaWord::Tweet => Schema::Tweet,
    }
}

fn text(schema: Schema, language: Language) -> String {
    format!("{:#}", schema.json(language))
}

/// Writes each schema into a folder, over the one that an older version of the program wrote there.
fn write(of: &[Schema], folder: &Path, language: Language) -> Result<Exit, Failure> {
    let unwritten = |error: std::io::Error| {
        let folder = folder.display();
        Failure::machine(match language {
            Language::Fr => {
                format!("Les schémas ne peuvent pas être écrits dans {folder} ({error}). Choisissez un autre dossier.")
            }
            Language::En => format!("The schemas cannot be written to {folder} ({error}). Choose another folder."),
        })
    };
    std::fs::create_dir_all(folder).map_err(unwritten)?;
    for schema in of {
        let file = folder.join(format!("gazouillis-{}.json", schema.name()));
        std::fs::write(&file, text(*schema, language) + "\n").map_err(unwritten)?;
        println!("{}", file.display());
    }
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schemas_are_written_where_an_editor_is_told_to_look() {
        let folder = tempfile::tempdir().expect("a folder");
        let output = folder.path().join(".vscode");
        let all = SchemaOf {
            of: None,
            output: Some(output.clone()),
            lang: Some(TalkLanguage::Fr),
        };
        assert_eq!(run(&all, Language::En).expect("they are written"), Exit::Done);
        for schema in Schema::ALL {
            let file = output.join(format!("gazouillis-{}.json", schema.name()));
            let written = std::fs::read_to_string(file).expect("it is there");
            let read: serde_json::Value = serde_json::from_str(&written).expect("it is JSON");
            assert_eq!(read, schema.json(Language::Fr));
        }
        // An older one gives way; what stands in the way is said.
        assert_eq!(run(&all, Language::En).expect("again"), Exit::Done);
        let blocked = SchemaOf {
            of: Some(SchemaWord::Poll),
            output: Some(output.join("gazouillis-poll.json")),
            lang: None,
        };
        assert!(run(&blocked, Language::Fr).is_err());
    }
}
