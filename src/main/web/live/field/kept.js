/**
 * Small things that this phone keeps for the field page: who is signed in, what is being written, what was last read. Without
 * storage they last as long as the page.
 */

const PREFIX = 'muster.field.';

const memory = new Map();

/** @param {string} key @returns {any} what was kept, or null */
export function kept(key) {
  if (memory.has(key)) {
    return memory.get(key);
  }
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

/** @returns {boolean} whether it outlives the page */
export function keep(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, value);
    return false;
  }
}

/** Whether what another tab changed in the storage is what is kept under this key. @param {string|null} storageKey null: all */
export function isAt(key, storageKey) {
  return storageKey === null || storageKey === PREFIX + key;
}

/** Forgets all whose key begins so. */
export function forget(start) {
  [...memory.keys()].filter(key => key.startsWith(start)).forEach(key => memory.delete(key));
  try {
    Object.keys(localStorage).filter(key => key.startsWith(PREFIX + start)).forEach(key => localStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}
