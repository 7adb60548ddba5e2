/** Texts of the alert queue's own screen, in English. */
export default {
  'queue.places': 'Parts of the alert queue',
  'board.health': 'Health',
  'health.noAccess': 'Your role does not show how much the alerts ask of desks. Controllers, supervisors and auditors see it.',

  'facets.label': 'Show only',
  'facets.all': 'all',
  'facets.severity': 'Severity',
  'facets.state': 'State',
  'facets.area': 'Area',
  'facets.rule': 'Rule',

  'address.severity': 'severity',
  'address.state': 'state of alerts',
  'address.area': 'area of the queue',
  'address.rule': 'rule',
  'address.sort': 'order of the queue',

  'columns.label': 'Sort by',
  'columns.sort': 'Sort by {column}; pressed again the other way round, then in the queue’s own order',
  'columns.up': ', sorted, first at the top',
  'columns.down': ', sorted, first at the bottom',
  'columns.severity': 'Level',
  'columns.state': 'State',
  'columns.condition': 'Condition',
  'columns.area': 'Area',
  'columns.age': 'Age',
  'columns.owner': 'Owner',
  'columns.raised': 'Raised',
  'columns.shelf': 'Out of the queue',
};
