/** Which screen is shown: it stands in the address, so that Back leads back, and a reload to the same one. */

export const FORMS = ['crowd', 'incident', 'arrests', 'support', 'quiet', 'methane'];

const SCREENS = ['', 'tasks', 'reports', 'settings', 'sign-in', ...FORMS];

/**
 * @typedef {object} Route
 * @property {string} screen a name of the list, `change` or `mend`
 * @property {string|null} id of the report, for these two
 */

/** @returns {Route} */
export function route() {
  const [screen, id = null] = location.hash.slice(1).split('.');
  return ['change', 'mend'].includes(screen) && id ? { screen, id } : { screen: SCREENS.includes(screen) ? screen : '', id: null };
}

/** @param {string} screen */
export function goTo(screen, id = null) {
  const hash = id ? `${screen}.${id}` : screen;
  if (hash === '') {
    history.pushState(null, '', location.pathname);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = hash;
  }
}
