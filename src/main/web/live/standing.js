/** When the first screen stands: what it does not need itself is fetched after that, so that it holds up nothing. */

const { promise, resolve } = Promise.withResolvers();

/** @type {Promise<void>} */
export const standing = promise;

/** Says that it stands. Once is enough, and more is no harm. */
export const stand = () => resolve();
