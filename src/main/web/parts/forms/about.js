import { openIncidents, openProtests } from '../../live/lists.js';
import { say, sayOf, words } from '../../text/text.js';
import { age } from '../../text/time.js';

/** The name of an incident or a protest; a sensitive one goes by its category. */
export function labelOf({ title, category }) {
  return title ?? words(category);
}

/**
 * All that a report can be about: what it would open, and what it would be an update of.
 *
 * @param {import('../../live/store.js').State} picture
 * @param {import('../../live/catalogue.js').Catalogue} catalogue
 * @param {number} nowMillis
 * @returns {import('./combo.js').Option[]}
 */
export function aboutOptions(picture, catalogue, nowMillis) {
  const update = (kind, since) => object => ({
    value: `${kind}:${object.id}`,
    label: labelOf(object),
    hint: say('report.option.update', {
      status: sayOf('status', object.status),
      area: picture.areas.get(object.areas[0])?.name ?? '',
      age: age(nowMillis - Date.parse(since(object))),
    }),
  });
  return [
    ...catalogue.categories.filter(({ kind }) => kind === 'incident').map(option('report.option.incident')),
    ...catalogue.categories.filter(({ kind }) => kind === 'protest').map(option('report.option.protest')),
    { value: 'unit', label: say('report.option.unit'), hint: say('report.option.unitHint') },
    { value: 'emergency', label: say('report.emergency'), hint: say('report.option.unitHint') },
    ...openIncidents(picture).map(update('incident', ({ openedAt }) => openedAt)),
    ...openProtests(picture).map(update('protest', ({ startsAt }) => startsAt)),
  ];
}

function option(hint) {
  return ({ id, name }) => ({ value: `category:${id}`, label: name, hint: say(hint) });
}
