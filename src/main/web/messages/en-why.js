/** Texts of why an alert is there, in English. */
export default {
  'why.heading': 'Why',
  'why.rule': 'The rule, and what it saw',
  'why.version': 'version {version}',
  'why.since': 'version {version}, since',
  'why.when': 'Raised when',
  'why.clearWhen': 'Over when',
  'why.for': 'Must hold for',
  'why.values': 'Values',
  'why.value': '{name} = {value}',
  'why.fact': 'Seen',
  'why.meaning': 'Which is',
  'why.no': 'no',
  'why.number': 'Value',
  'why.yes': 'yes',
  'why.failed': 'Why it was raised could not be read. {detail}',
};
