/**
 * What somebody is writing and has not sent: kept in this tab, through a reload and the end of a session, for the one who
 * wrote it. Signing out on purpose takes it away.
 */

const PREFIX = 'muster.draft.';

/** @param {string} form @param {string} who the name signed in @returns {object|null} what they had written */
export function keptDraft(form, who) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + form));
    return kept?.who === who ? kept.values : null;
  } catch {
    return null;
  }
}

/** Keeps it; without storage it lasts as long as the page. */
export function keepDraft(form, who, values) {
  try {
    sessionStorage.setItem(PREFIX + form, JSON.stringify({ who, values }));
  } catch {
    // The draft is on the screen all the same.
  }
}

export function dropDraft(form) {
  try {
    sessionStorage.removeItem(PREFIX + form);
  } catch {
    // Nothing was kept.
  }
}

/** Everything that is kept: who leaves on purpose leaves nothing behind. */
export function dropDrafts() {
  try {
    Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX)).forEach(key => sessionStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}
