/** Texts of what is selected and of the feed, in English. */
export default {
};
