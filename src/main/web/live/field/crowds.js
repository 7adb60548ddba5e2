/** Sizes of a crowd that are told apart by eye: to be tapped, not typed. @type {[number, number][]} */
export const SIZES = [[0, 0], [1, 10], [10, 50], [50, 100], [100, 250], [250, 500], [500, 1_000], [1_000, 2_500],
  [2_500, 5_000], [5_000, 10_000], [10_000, 20_000], [20_000, 50_000], [50_000, 100_000]];

/** How the contract calls what somebody was told: it knows no hearsay, so that the words say it. */
export const METHODS = { saw: 'estimate', counted: 'count', organiser: 'organiser', media: 'media', told: 'estimate' };
