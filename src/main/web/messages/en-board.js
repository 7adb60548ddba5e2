/** Texts of the board, the map and the lists, in English. */
export default {
  'board.places': 'Parts of the board',
  'board.queue': 'Alerts',
  'board.map': 'Map',
  'board.selected': 'Selected',
  'board.lists': 'Lists',
  'board.feed': 'Feed',

  'lists.areas': 'Areas',
  'lists.incidents': 'Incidents',
  'lists.protests': 'Protests',
  'lists.feed': 'Feed',
};
