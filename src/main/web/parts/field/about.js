import { html, nothing } from 'lit';

import { say, words } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { split } from '../../live/field/bodies.js';
import { select } from './inputs.js';
import { titleOf } from './words.js';

/**
 * What it is about: something that was reported on, also what is not sent yet, a protest, or something new.
 *
 * @param {import('./form.js').ReportForm} form
 * @param {{unit: boolean}} may whether it may be about nothing but the unit
 */
export function about(form, { unit }) {
  const { app, values } = form;
  const [kind] = split(values.about ?? '');
  const shown = { faults: form.faults, values: { about: kind === 'new' ? 'new:' : values.about },
    set: (name, value) => form.set(name, value) };
  return html`
    ${select(shown, 'about', {
    label: say('about.label'),
    options: aboutOptions(app, unit ? say('about.none') : say('about.choose')),
    hint: app.known.at === null ? nothing
      : html`<p class="hint">${say('about.age', { time: localTime(app.known.at, app.nowMillis) })}</p>`,
  })}
    ${kind === 'new' ? category(form) : nothing}`;
}

/** @param {string} none words for nothing */
export function aboutOptions(app, none) {
  const { incidents, protests } = app.known;
  const unsent = app.queue.rows.filter(row => row.state === 'saved' && row.body.category && !row.body.corrects
    && row.who === app.who.name);
  return [
    { value: '', words: none },
    { value: 'new:', words: say('about.new') },
    ...unsent.map(row => ({ value: `report:${row.id}`, words: say('about.unsent', { title: titleOf(row, app) }),
      group: say('about.incidents') })),
    ...incidents.map(({ id, title, place }) => ({ value: `incident:${id}`, words: place && !title.includes(place)
      ? `${named(title, app)}, ${place}` : named(title, app), group: say('about.incidents') })),
    ...protests.map(({ id, title }) => ({ value: `protest:${id}`, words: title, group: say('about.protests') })),
  ];
}

function named(title, { known }) {
  return known.catalogue?.categories.find(({ id }) => id === title)?.name ?? title;
}

function category(form) {
  const categories = form.app.known.catalogue?.categories ?? [];
  if (categories.length === 0) {
    return html`<p class="hint warning">${say('form.noCatalogue')}</p>`;
  }
  const [, chosen] = split(form.values.about);
  const shown = { faults: form.faults, values: { category: chosen }, set: (_, value) => {
    form.faults.delete('category');
    form.set('about', `new:${value}`);
  } };
  return select(shown, 'category', {
    label: say('about.category'),
    options: [{ value: '', words: say('about.choose') }, ...categories.map(({ id, name, kind }) => ({
      value: id, words: name, group: say(`about.categories.${kind}`) }))],
  });
}

/** The name of a category. */
export function categoryName(id, { known }) {
  return known.catalogue?.categories.find(each => each.id === id)?.name ?? words(id);
}
