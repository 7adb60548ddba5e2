/** Texts of more than one page, in English. */
export default {
  'locale': 'en-GB',
  'direction': 'ltr',

  'signIn.heading': 'Sign in',
  'signIn.token': 'Token',
  'signIn.hint': 'Paste the token that your administrator gave you. It stays out of this page’s address and storage.',
  'signIn.submit': 'Sign in',
  'signIn.busy': 'Signing in…',
  'signIn.empty': 'No token was given. Paste it into the field above.',
  'signIn.refused': 'This token was refused. It may be cut off, expired or revoked. Check that all of it was pasted, '
    + 'or ask your administrator for a new one.',
  'signIn.forbidden': 'This token may not be used to sign in here: {detail} Ask your administrator.',
  'signIn.tooMany': { one: 'Too many attempts. Wait {count} second, then try again.',
    other: 'Too many attempts. Wait {count} seconds, then try again.' },
  'signIn.unreachable': 'The service does not answer. Your token was not refused. Try again in a moment; if this '
    + 'lasts, tell whoever runs the service.',
  'signIn.failed': 'The service could not sign you in (status {status}). Try again in a moment; if this lasts, tell '
    + 'whoever runs the service.',
  'signIn.ended': 'Your session has ended: the token has expired or was revoked. Sign in again with a valid one.',
  'signIn.endOwed': 'You are signed out here; the service will be told when it is back.',
  'signIn.endTold': 'The service is back and was told: your session is over there too.',
  'signIn.noSession': 'The service no longer knows this session. Sign in again.',

  'answer.reference': 'Reference {reference}.',
  'answer.status': 'The service answered with status {status}.',

  'band.under-10': 'under 10',
  'band.10-17': '10 to 17',
  'band.18-24': '18 to 24',
  'band.25-34': '25 to 34',
  'band.over-34': 'over 34',
  'band.unknown': 'not known, or across bands',

  'role.viewer': 'viewer',
  'role.field': 'field',
  'role.controller': 'controller',
  'role.supervisor': 'supervisor',
  'role.auditor': 'auditor',
  'role.admin': 'admin',

  'status.reported': 'reported',
  'status.ongoing': 'ongoing',
  'status.contained': 'contained',
  'status.closed': 'closed',
  'status.planned': 'planned',
  'status.live': 'live',
  'status.ended': 'ended',
  'status.cancelled': 'cancelled',

  'state.requested': 'requested',
  'state.committed': 'committed',
  'state.en-route': 'en route',
  'state.at-scene': 'at scene',
  'state.released': 'released',

  'age.tenths': '{value} s',
  'age.seconds': '{value} s',
  'age.minutes': '{value} min',
  'age.hours': '{value} h',
  'age.days': '{value} d',

  'warning.incident-closed': 'The incident was closed, and this report does not reopen it.',
  'warning.protest-ended': 'The protest was over.',
  'warning.protest-cancelled': 'The protest was cancelled.',
  'warning.observed-in-future': 'It happened after it was received, by its own word. It counts from its receipt.',
  'warning.observed-long-ago': 'It happened more than 30 days ago, by its own word.',
  'warning.clock-skew': 'The sender’s clock is more than two minutes off.',
  'warning.arrests-above-crowd': 'There are more arrests than people.',

  'mood.calm': 'calm',
  'mood.festive': 'festive',
  'mood.tense': 'tense',
  'mood.hostile': 'hostile',

  'unitRole.psu': 'PSU',
};
