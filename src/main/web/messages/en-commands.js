/** Texts of the command line, in English. */
export default {
  'commands.heading': 'Command line',
  'commands.label': 'Action, screen, area, incident, protest, unit or alert',
  'commands.hint': 'Type a name; Enter does it or leads to it',
  'commands.list': 'What fits',
  'commands.none': 'Nothing has this name. Type part of the name of an action, a screen, an area, an incident or an alert.',
  'commands.page': 'Page',
  'commands.screen': 'Screen',
  'commands.theme': 'Change the theme, dark or light',
  'commands.preferences': 'Preferences',
  'commands.letters': 'Single-letter keys on or off',
  'commands.signOut': 'Sign out',
};
