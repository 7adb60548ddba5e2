/** Texts of the screen of one protest, in English. */
export default {
  'protest.unknown': 'There is no such protest, or it is outside what you may see.',
  'protest.failed': 'This protest could not be read. {detail} The other screens go on.',
  'missing.protest': 'the protest',
  'protest.timeline': 'What was said of it',
  'protest.alerts': 'Open alerts about it',
  'protest.noAlerts': 'No alert is open about it.',
  'protest.openOther': 'Open the other',
  'protest.place': 'Place',
  'protest.place.Point': 'a place',
  'protest.place.LineString': 'a route, drawn on the map',
  'protest.place.Polygon': 'a ground, drawn on the map',
  'protest.place.none': 'not known',
};
