/** Texts of the screen of arrests, in English. */
export default {
  'choice.all': 'all',
  'arrests.heading': 'Arrests by area',
  'arrests.area': 'Area',
  'address.arrests-area': 'area of the arrests',
  'arrests.last24h': 'Last 24 h',
  'arrests.total': 'So far',
  'arrests.sum': '{last24h} in the last 24 h, {total} since the record began',
  'arrests.byArea': 'Arrests of each area',
  'arrests.detail': 'Arrests by incident and protest',
  'arrests.of': 'Of what is open, or was over in the last 24 h.',
  'arrests.bySubject': 'Arrests at each incident and protest',
  'arrests.subject': 'At',
  'arrests.under18': 'Under 18',
  'arrests.adult': 'appropriate adult',
  'arrests.young': { one: '{count} under 18: appropriate adult needed', other: '{count} under 18: appropriate adults needed' },
  'arrests.noneHere': 'Nobody was arrested at what is open here, or was over in the last 24 h.',
  'arrests.noAccess': 'Your role ({role}) shows the counts of areas. Who needs more signs in with a controller’s token: your '
    + 'administrator gives one.',
  'arrests.offence': 'Offence',
  'arrests.age': 'Age',
  'arrests.people': 'People',
};
