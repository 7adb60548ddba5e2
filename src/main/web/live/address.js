/**
 * What of the page's state stands in its address after `#`, so that a link leads to the same view: nothing personal, and
 * never a new step in the history.
 */

const values = () => new URLSearchParams(location.hash.slice(1));

/** @param {string} key @returns {string|null} */
export function inAddress(key) {
  return values().get(key);
}

/** The whole of what stands after the path, with one value changed. @param {string} key @param {string|null} value null takes it out */
export function withInAddress(key, value) {
  const all = values();
  if (value === null) {
    all.delete(key);
  } else {
    all.set(key, value);
  }
  return all.size === 0 ? '' : `#${all}`;
}

/** @param {string} key @param {string|null} value null takes it out */
export function putInAddress(key, value) {
  const hash = withInAddress(key, value);
  if (hash !== location.hash) {
    history.replaceState(history.state, '', location.pathname + hash);
  }
}
