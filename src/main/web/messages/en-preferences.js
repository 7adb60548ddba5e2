/** Texts of the preferences, in English. */
export default {
  'preferences.heading': 'Preferences',
  'preferences.theme': 'Theme',
  'preferences.theme.dark': 'dark',
  'preferences.theme.light': 'light grey',
  'preferences.keys': 'Keys',
  'preferences.letters': 'Keys without Ctrl or Alt do something (/ and ? everywhere; A, T, S, + and the like in the queue and on the map)',
  'preferences.motion': 'Motion',
  'preferences.still': 'Hold still: nothing moves or blinks',
  'preferences.sound': 'Sound',
  'preferences.tick': 'One soft tick for each new medium alert (P3)',
  'preferences.kept': 'These are kept in this browser, for whoever uses it.',
};
