/** Texts of forms, the panels of what is selected, and the feed, in English. */
export default {
};
