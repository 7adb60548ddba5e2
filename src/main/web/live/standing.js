/** When the first screen stands: what it does not need itself is fetched after that, so that it holds up nothing. */

/** Says that it stands. Once is enough, and more is no harm. @type {() => void} */
export let stand;

/** @type {Promise<void>} */
export const standing = new Promise(resolve => { stand = resolve; });
