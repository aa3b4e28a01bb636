//! What is told of the room: what its summary tells, and no more.

use gazouillis_core::summary::ChangedOption;
use gazouillis_core::{Figures, Layout};

use crate::paper::{BUILT_IN, BuiltIn, Paper, SLIDES, STEPS, room, squeezed, told};
use crate::rooms::{Room, slides};

#[test]
fn results_are_those_of_the_summary() {
    let BuiltIn {
        deck, summary, whole, ..
    } = &*BUILT_IN;
    let mut compared = 0;
    for (slide, pages) in deck.slides.iter().zip(whole.by_slide(deck)) {
        let Some(poll) = slide.poll() else { continue };
        let page = pages.join(" ");
        let told = told(summary, &deck.polls[poll].id);
        let Figures::Choice(figures) = &told.figures else {
            continue;
        };
        assert!(page.contains(&format!("{} réponses", told.ballots)), "{page}");
        for (bar, option) in figures.bars.iter().zip(told.question.options()) {
            let page = squeezed(&page);
            assert!(page.contains(&squeezed(&option.text)), "“{}”: {page}", option.text);
            assert!(page.contains(&format!("{}%", bar.percent)), "{} %: {page}", bar.percent);
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn without_a_session_a_question_is_asked_and_not_answered() {
    let BuiltIn { deck, alone, .. } = &*BUILT_IN;
    let text = squeezed(&alone.text());
    let alone_on_its_slide = |poll: &usize| deck.company(*poll).len() == 1;
    for poll in (0..deck.polls.len())
        .filter(alone_on_its_slide)
        .map(|poll| &deck.polls[poll])
    {
        for option in poll.options() {
            assert!(text.contains(&squeezed(&option.text)), "{}", option.text);
        }
    }
    for poll in &deck.polls {
        let solution = poll.options().iter().flat_map(|option| &option.note);
        for words in solution.chain(&poll.explain) {
            assert!(!text.contains(&squeezed(words)), "said with the right answer: {words}");
        }
    }
    for (slide, pages) in deck.slides.iter().zip(alone.by_slide(deck)) {
        let page = pages.join(" ");
        let has_figures = page.contains('%') || page.contains("bonne réponse") || page.contains("réponses");
        assert!(slide.poll().is_none() || !has_figures, "{page}");
    }
}

#[test]
fn what_is_right_comes_with_its_own_step() {
    let deck = slides::short();
    let summary = room(&deck);
    let pages = Paper::of(&deck, Some(&summary), STEPS).pages();
    let pages = pages.iter().filter(|page| page.contains("Combien de caractères"));
    let pages: Vec<&String> = pages.collect();
    let says = |words: &str| pages.iter().map(|page| page.contains(words)).collect::<Vec<_>>();
    let answers = format!("{} réponses", told(&summary, "longueur").ballots);
    assert_eq!(says(&answers), [false, true, true], "asked, answered, solved");
    for words in ["280 depuis novembre 2017.", "Jusqu'en 2017.", "bonne réponse"] {
        assert_eq!(says(words), [false, false, true], "{words}");
    }
}

#[test]
fn what_may_not_be_told_is_not_on_paper_either() {
    let deck = slides::short();
    let few = Room::of(3).on(deck.clone()).summary();
    let told = few.breakdown.as_ref().and_then(|room| room.profiles.as_ref());
    assert!(told.is_none(), "three are too few");
    let breakdown = deck.breakdown_slide().expect("the room");
    let page = &Paper::of(&deck, Some(&few), SLIDES).pages()[breakdown];
    assert!(page.contains("il en faut au moins 5"), "{page}");
    assert!(!page.contains('%'), "no share: {page}");
    let page = &Paper::of(&deck, Some(&room(&deck)), SLIDES).pages()[breakdown];
    assert!(page.contains('%'), "thirty are enough: {page}");
}

#[test]
fn a_rehearsal_and_a_running_session_say_so_on_every_page_with_figures() {
    let deck = slides::short();
    let rehearsal = Room::of(30).on(deck.clone()).simulated().unfinished().summary();
    let pages = Paper::of(&deck, Some(&rehearsal), SLIDES).pages();
    let is_told = |poll: usize| rehearsal.polls.iter().any(|told| told.id == deck.polls[poll].id);
    let mut warned = 0;
    for (slide, page) in deck.slides.iter().zip(&pages) {
        let favourites = slide.favourites.map(|shown| shown.poll);
        let tells = slide.poll().or(slide.results_of).or(favourites).is_some_and(is_told) || slide.is_breakdown();
        assert_eq!(page.contains("RÉPÉTITION"), tells, "{}: {page}", slide.id);
        assert_eq!(page.contains("provisoires"), tells, "{}", slide.id);
        warned += usize::from(tells);
    }
    assert!(warned > 0);
}

#[test]
fn the_join_slide_has_no_way_in() {
    let BuiltIn { deck, whole, .. } = &*BUILT_IN;
    let mut slides = deck.slides.iter();
    let at = slides
        .position(|slide| slide.layout == Layout::Join)
        .expect("a join slide");
    let page = &whole.by_slide(deck)[at].join(" ");
    assert!(!page.contains("http") && !page.contains("://"), "{page}");
}

#[test]
fn a_question_asked_twice_tells_what_changed() {
    let BuiltIn {
        deck, summary, whole, ..
    } = &*BUILT_IN;
    let mut slides = deck.slides.iter();
    let at = slides
        .position(|slide| slide.layout == Layout::Results)
        .expect("what changed");
    let page = squeezed(&whole.by_slide(deck)[at].join(" "));
    // The room is asked about the beginning as well; the slide is about what it said at the time, as on the stage.
    let [change, corrected] = &summary.changes[..] else {
        panic!("what changed, told both ways: {:?}", summary.changes);
    };
    assert!(!change.looks_back && corrected.looks_back);
    assert_ne!(change.options, corrected.options);
    // By what the options mean, as on the stage: the ways of yes together, counted here from the talk.
    let asked = deck
        .polls
        .iter()
        .find(|poll| poll.id == change.before)
        .expect("it was asked");
    let options = change.options.as_ref().expect("thirty are enough");
    assert!(change.totals.len() > 1, "{:?}", change.totals);
    for total in &change.totals {
        let means = |(index, _): &(usize, &ChangedOption)| {
            asked.options()[*index].means.as_deref() == Some(total.text.as_str())
        };
        let of = |count: fn(&ChangedOption) -> u32| -> u32 {
            options
                .iter()
                .enumerate()
                .filter(means)
                .map(|(_, option)| count(option))
                .sum()
        };
        assert_eq!(
            (total.before, total.after),
            (of(|option| option.before), of(|option| option.after))
        );
        let said = format!(
            "«{}»:{}%avant,{}%après",
            squeezed(&total.text),
            total.before_percent,
            total.after_percent
        );
        assert!(page.contains(&said), "{said}: {page}");
    }
}
