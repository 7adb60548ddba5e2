/** Texts of what somebody does with reports of their own, in English. */
export default {
  'own.correct': 'Correct',
  'own.correctOf': 'Correct the report of {time}',
  'own.correctRead': 'Correct (reading it is recorded)',
  'own.correctReadOf': 'Correct (reading it is recorded) the report of {time}',
  'own.withdraw': 'Withdraw',
  'own.withdrawOf': 'Withdraw the report of {time}',
  'own.reduced': 'It was given in confidence: its words are not shown to you, so it cannot be corrected here. Withdraw it and '
    + 'send it anew, or ask a supervisor.',
  'own.failed': 'What was sent could not be read, so nothing can be corrected now. {detail} Nothing was changed.',
};
