//! The methods of `core::statistics` against values from elsewhere: the literature where it prints them, else scipy 1.17.1 and
//! statsmodels 0.15.0, whose calls stand beside the figures.

use gazouillis_core::statistics::{
    Interval, LEVEL, SMALLEST_CHANGE, SMALLEST_KAPPA, SMALLEST_ROOM, SplitMix64, Verdict, against_reference, goodman,
    kappa, mcnemar_mid_p, movements,
};

fn assert_near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

fn assert_intervals(found: &[Interval], expected: &[(f64, f64)], what: &str) {
    assert_eq!(found.len(), expected.len());
    for (found, (low, high)) in found.iter().zip(expected) {
        assert_near(found.low, *low, 1e-9, what);
        assert_near(found.high, *high, 1e-9, what);
    }
}

#[test]
fn goodmans_intervals_are_those_of_statsmodels() {
    // statsmodels.stats.proportion.multinomial_proportions_confint(counts, 0.05, "goodman"); the first counts are the
    // example of C. P. Sison and J. Glaz, JASA 90 (1995), 366.
    let sison_glaz = [56.0, 72.0, 73.0, 59.0, 62.0, 87.0, 58.0];
    assert_intervals(
        &goodman(&sison_glaz, None),
        &[
            (0.085167239139, 0.16626140813),
            (0.114532918905, 0.204372582695),
            (0.116395289224, 0.206727515772),
            (0.090605670891, 0.173474886565),
            (0.096077380048, 0.180655087595),
            (0.142749109163, 0.239415943372),
            (0.08878905813, 0.171074195931),
        ],
        "Sison and Glaz",
    );
    assert_intervals(
        &goodman(&[0.0, 3.0, 7.0, 10.0], None),
        &[
            (0.0, 0.237762253066),
            (0.040240828499, 0.426192748647),
            (0.150371206792, 0.620957469128),
            (0.256195645513, 0.743804354487),
        ],
        "a small room with an empty profile",
    );
    assert_intervals(
        &goodman(&[12.0, 0.0], None),
        &[(0.704891930548, 1.0), (0.0, 0.295108069452)],
        "all alike",
    );
}

#[test]
fn a_finite_company_narrows_the_intervals_as_drawing_without_replacement_does() {
    // Roots of (p - q)^2 = z^2 q (1 - q)/n (N - n)/(N - 1) in q, by scipy.optimize.brentq, z = scipy.stats.norm.isf(0.05/2k).
    let room = [8.0, 3.0, 11.0, 6.0, 14.0, 9.0, 12.0];
    assert_intervals(
        &goodman(&room, Some(120)),
        &[
            (0.06795243948782691, 0.22492243752406554),
            (0.017158225359668815, 0.12526449782496693),
            (0.10323350852111668, 0.27991266078713006),
            (0.04606642523593197, 0.1866275902450579),
            (0.14066870533490355, 0.33274875626969735),
            (0.07942901802949819, 0.2435362897478459),
            (0.11550266922537439, 0.2977339308483237),
        ],
        "63 of 120",
    );
    assert_intervals(
        &goodman(&[10.5, 4.5, 15.0], Some(60)),
        &[
            (0.22073703919812251, 0.5058242387842262),
            (0.07031381980393357, 0.2916624954882136),
            (0.35122366344534495, 0.648776336554655),
        ],
        "people shared by ties",
    );
    let wide = goodman(&room, Some(1_000_000_000));
    for (found, endless) in wide.iter().zip(goodman(&room, None)) {
        assert_near(found.low, endless.low, 1e-7, "a company without end");
        assert_near(found.high, endless.high, 1e-7, "a company without end");
    }
}

#[test]
fn a_room_that_is_the_whole_company_has_no_uncertainty_left() {
    for population in [10, 9, 0] {
        let intervals = goodman(&[3.0, 7.0], Some(population));
        assert_eq!(intervals[0], Interval { low: 0.3, high: 0.3 });
        assert_eq!(intervals[1], Interval { low: 0.7, high: 0.7 });
    }
    assert_eq!(goodman(&[0.0, 0.0], Some(5)), [Interval { low: 0.0, high: 1.0 }; 2]);
    assert!(goodman(&[], None).is_empty());
}

#[test]
fn a_room_is_compared_with_its_reference_as_the_exact_test_would() {
    // Sums of scipy.stats.multinomial.pmf over all rooms no more probable than the observed one.
    let third = [1.0 / 3.0; 3];
    let exact: [(&[u32], &[f64], f64); 4] = [
        (&[30, 20, 10], &third, 0.005_906_32),
        (&[10, 25, 25], &[20.0, 30.0, 50.0], 0.160_552_19),
        (&[22, 10, 16, 12], &[0.2, 0.2, 0.3, 0.3], 0.021_509_06),
        (&[60, 0], &[0.9, 0.1], 0.003_825_22),
    ];
    for (counts, reference, p) in exact {
        let samples = 40_000;
        let Verdict::Tested { p: found } = against_reference(counts, reference, 1, samples) else {
            panic!("{counts:?} are {SMALLEST_ROOM} people");
        };
        // Five standard errors of a share of so many samples.
        let tolerance = 5.0 * (p * (1.0 - p) / f64::from(samples)).sqrt() + 1.0 / f64::from(samples);
        assert_near(found, p, tolerance, "p by drawing");
    }
    let equal = against_reference(&[20, 20, 20], &third, 1, 1000);
    assert_eq!(
        equal,
        Verdict::Tested { p: 1.0 },
        "no room is more usual than the most probable one"
    );
    assert_eq!(equal.is_clear(), Some(false));
}

#[test]
fn a_reference_of_nothing_is_contradicted_by_a_single_person() {
    let verdict = against_reference(&[59, 1, 0], &[100.0, 0.0, 0.0], 3, 999);
    assert_eq!(verdict, Verdict::Tested { p: 0.001 });
    let nobody = against_reference(&[60, 0, 0], &[100.0, 0.0, 0.0], 3, 999);
    assert_eq!(nobody, Verdict::Tested { p: 1.0 });
}

#[test]
fn a_small_room_concludes_nothing() {
    let verdict = against_reference(&[59, 0], &[10.0, 90.0], 1, 10);
    assert_eq!(
        verdict,
        Verdict::TooSmall {
            people: 59,
            needed: SMALLEST_ROOM
        }
    );
    assert_eq!(verdict.is_clear(), None);
    assert!(matches!(
        against_reference(&[60, 0], &[10.0, 90.0], 1, 10),
        Verdict::Tested { .. }
    ));
}

#[test]
fn the_same_seed_draws_the_same() {
    let test = |seed| against_reference(&[25, 20, 15], &[1.0, 1.0, 1.0], seed, 500);
    assert_eq!(test(7), test(7));
    assert!((0..10).any(|seed| test(seed) != test(7)), "the seed is used");
}

#[test]
fn the_generator_is_split_mix() {
    // The reference implementation by S. Vigna (https://prng.di.unimi.it/splitmix64.c) from the seed 1234567.
    let mut random = SplitMix64::new(1_234_567);
    let bits: Vec<u64> = (0..5).map(|_| random.bits()).collect();
    assert_eq!(
        bits,
        [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821
        ]
    );
}

#[test]
fn mcnemars_mid_p_has_the_published_values() {
    // Fagerland, Lydersen and Laake (2013): airway hyper-responsiveness, 1 against 7: exact 0.070, mid-p 0.039.
    assert_near(mcnemar_mid_p(1, 7), 0.0390625, 1e-12, "Bentur et al. 2009");
    // scipy: 2*binom.cdf(m, n, .5) - binom.pmf(m, n, .5).
    for (gained, lost, p) in [
        (6, 0, 0.015625),
        (10, 20, 0.070_755_545_981_228),
        (21, 9, 0.029_449_373_483_657_8),
        (86, 150, 2.893_389_517_615_43e-5),
        (59, 6, 2.725_803_198_606_89e-12),
        (0, 1, 0.5),
    ] {
        assert_near(mcnemar_mid_p(gained, lost), p, p * 1e-9, "scipy");
        assert_near(mcnemar_mid_p(lost, gained), p, p * 1e-9, "both ways are one test");
    }
    // Where both are equal, 1 - binom.pmf(n/2, n, .5)/2.
    assert_near(mcnemar_mid_p(5, 5), 0.876953125, 1e-12, "five against five");
    assert_near(mcnemar_mid_p(3, 3), 0.84375, 1e-12, "three against three");
    assert_near(mcnemar_mid_p(0, 0), 1.0, 0.0, "nobody moved");
}

#[test]
fn two_meanings_are_one_test() {
    let moved = movements(&[vec![8, 9], vec![21, 4]]);
    assert_eq!((moved[0].gained, moved[0].lost), (21, 9));
    assert_eq!((moved[1].gained, moved[1].lost), (9, 21));
    assert_eq!(moved[0].verdict, moved[1].verdict);
    assert_eq!(
        moved[0].verdict,
        Verdict::Tested {
            p: mcnemar_mid_p(21, 9)
        }
    );
    assert_eq!(moved[0].verdict.is_clear(), Some(true));
}

#[test]
fn three_meanings_are_three_tests_adjusted_for_being_three() {
    // Gained and lost: 12/2, 3/6, 5/12; mid-p 0.007385253906249991, 0.34374999999999994, 0.09625244140624994.
    // statsmodels.stats.multitest.multipletests(p, method="holm") gives the adjusted values.
    let moved = movements(&[vec![10, 1, 1], vec![2, 10, 4], vec![10, 2, 10]]);
    let p: Vec<f64> = moved
        .iter()
        .map(|one| match one.verdict {
            Verdict::Tested { p } => p,
            Verdict::TooSmall { .. } => panic!("fifty people"),
        })
        .collect();
    assert_eq!((moved[0].gained, moved[0].lost), (12, 2));
    assert_eq!((moved[1].gained, moved[1].lost), (3, 6));
    assert_eq!((moved[2].gained, moved[2].lost), (5, 12));
    for (found, expected) in p
        .iter()
        .zip([0.022155761718749972, 0.34374999999999994, 0.1925048828124999])
    {
        assert_near(*found, expected, 1e-12, "Holm");
    }
}

#[test]
fn a_handful_of_people_is_no_test_of_a_change() {
    let moved = movements(&[vec![0, 0], vec![11, 0]]);
    assert_eq!(moved[0].gained, 11);
    assert_eq!(
        moved[0].verdict,
        Verdict::TooSmall {
            people: 11,
            needed: SMALLEST_CHANGE
        }
    );
    assert!(matches!(movements(&[vec![1, 0], vec![11, 0]])[0].verdict, Verdict::Tested { p } if p < LEVEL));
}

fn pairs(table: &[&[usize]]) -> Vec<(usize, usize)> {
    let cells = table.iter().enumerate().flat_map(|(row, cells)| {
        cells
            .iter()
            .enumerate()
            .map(move |(column, count)| (row, column, *count))
    });
    cells
        .flat_map(|(row, column, count)| std::iter::repeat_n((row, column), count))
        .collect()
}

#[test]
fn kappa_has_the_published_values() {
    // Cohen (1960), table 1, 200 people. The interval: percentiles of 100,000 rooms drawn with numpy.
    let cohen = pairs(&[&[50, 26, 24], &[24, 4, 32], &[6, 30, 4]]);
    let two = pairs(&[&[20, 5], &[10, 15]]);
    let three = pairs(&[&[10, 2, 1], &[3, 9, 4], &[0, 5, 6]]);
    for (pairs, categories, value, low, high) in [
        (&cohen, 3, -0.092_307_692_307_692_4, -0.169_456_55, -0.012_956_31),
        // statsmodels.stats.inter_rater.cohens_kappa(table).kappa
        (&two, 2, 0.4, 0.140_752_86, 0.64),
        (&three, 3, 0.430_740_037_950_664, 0.187_620_89, 0.653_179_19),
    ] {
        let agreement = kappa(pairs, categories, 5, 20_000);
        let found = agreement.kappa.expect("more than thirty people");
        assert_near(found.value, value, 1e-12, "kappa");
        assert_near(found.interval.low, low, 0.012, "its lower end");
        assert_near(found.interval.high, high, 0.012, "its upper end");
    }
}

#[test]
fn a_few_people_only_agree_or_do_not() {
    let few = vec![(0, 0); SMALLEST_KAPPA as usize - 1];
    let agreement = kappa(&few, 2, 1, 100);
    assert_eq!((agreement.people, agreement.agreed, agreement.kappa), (29, 29, None));
    let alike = vec![(1, 1); 40];
    assert_eq!(
        kappa(&alike, 2, 1, 100).kappa,
        None,
        "where all are alike, chance agrees as well"
    );
}
