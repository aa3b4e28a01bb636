//! The sheet: one HTML page that carries its fonts, to be printed and cut.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gazouillis_core::deck::Language;

/// The page's form; what stands between `«` and `»` is filled in.
const PAGE: &str = include_str!("sheet.html");

const TITLE_FONT: &[u8] = include_bytes!("../../../../../ui/src/design/fonts/bricolage-grotesque.woff2");
const TEXT_FONT: &[u8] = include_bytes!("../../../../../ui/src/design/fonts/atkinson-hyperlegible-next.woff2");

struct Words {
    language: &'static str,
    title: &'static str,
    how: &'static str,
    slip: &'static str,
}

fn words(language: Language) -> Words {
    match language {
        Language::Fr => Words {
            language: "fr",
            title: "Codes d’entrée",
            how: "Découpez, et donnez un code à chaque personne. Chaque code fait entrer un téléphone, une seule fois : \
                  il s’écrit sur la page que le téléphone ouvre, en majuscules ou en minuscules.",
            slip: "Votre code",
        },
        Language::En => Words {
            language: "en",
            title: "Door codes",
            how: "Cut along the lines and give each person one code. Each lets in one phone, once: it is typed on the page \
                  that the phone opens, in capitals or not.",
            slip: "Your code",
        },
    }
}

/// The page of these codes.
pub(crate) fn render(codes: &[String], language: Language) -> String {
    let Words {
        language,
        title,
        how,
        slip,
    } = words(language);
    let slips = codes.iter().zip(1..).map(|(code, number)| {
        format!("      <li><span class=\"slip\">{slip}</span><b>{code}</b><small>{number}</small></li>\n")
    });
    let font = |bytes| format!("data:font/woff2;base64,{}", STANDARD.encode(bytes));
    PAGE.replace("«language»", language)
        .replace("«title»", title)
        .replace("«how»", how)
        .replace("«title-font»", &font(TITLE_FONT))
        .replace("«text-font»", &font(TEXT_FONT))
        .replace("«slips»", slips.collect::<String>().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_shows_each_code_and_asks_for_nothing_from_outside() {
        let codes = ["ACDE-FGHJ", "KMNP-QRTW"].map(str::to_owned);
        for language in [Language::Fr, Language::En] {
            let page = render(&codes, language);
            assert!(codes.iter().all(|code| page.contains(&format!("<b>{code}</b>"))));
            assert!(!page.contains('«'), "every place is filled in");
            assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("<script"));
        }
    }
}
