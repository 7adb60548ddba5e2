/** Texts of the wall view, in English. */
export default {
  'wall.alerts': 'Alerts',
  'wall.more': { one: '{count} more open', other: '{count} more open' },
  'wall.shelved': { one: '{count} shelved', other: '{count} shelved' },
  'wall.sleeps': 'This browser does not keep the screen awake: switch its sleep off in the computer’s settings.',
  'wall.name': 'Area',
  'wall.crowd': 'People',
  'wall.atScene': 'Officers',
  'wall.open': 'Incidents',
  'wall.protests': 'Protests',
};
