/** Texts of alerts, in English. */
export default {
};
