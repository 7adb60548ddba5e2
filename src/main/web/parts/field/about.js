import { html, nothing } from 'lit';

import { say, words } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { split } from '../../live/field/bodies.js';
import { isOpen } from '../../live/field/tasks.js';
import { select } from './inputs.js';
import { taskTitle, titleOf } from './words.js';

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
    options: aboutOptions(app, { none: unit ? say('about.none') : say('about.choose'), chosen: shown.values.about }),
    hint: app.known.at === null ? nothing
      : html`<p class="hint">${say('about.age', { time: localTime(app.known.at, app.nowMillis) })}</p>`,
  })}
    ${kind === 'new' ? category(form) : nothing}`;
}

/**
 * All that something can be about. What is chosen is always among it, also when it is over: what is shown is what is sent.
 *
 * @param {{none: string, chosen: string}} given words for nothing, and what is chosen
 */
export function aboutOptions(app, { none, chosen }) {
  const { incidents, protests, tasks } = app.known;
  const given = tasks.filter(task => isOpen(task) && !task.about.startsWith('place:'));
  const isGiven = kind => ({ id }) => given.some(({ about }) => about === `${kind}:${id}`);
  const unsent = app.queue.rows.filter(row => row.state === 'saved' && row.body.category && !row.body.corrects
    && row.who === app.who.name);
  const options = [
    { value: '', words: none },
    { value: 'new:', words: say('about.new') },
    ...given.map(task => ({ value: task.about, words: taskTitle(task, app), group: say('about.tasks') })),
    ...unsent.map(row => ({ value: `report:${row.id}`, words: say('about.unsent', { title: titleOf(row, app) }),
      group: say('about.incidents') })),
    ...incidents.filter(each => !isGiven('incident')(each)).map(({ id, title, place }) => ({ value: `incident:${id}`, words: place && !title.includes(place)
      ? `${named(title, app)}, ${place}` : named(title, app), group: say('about.incidents') })),
    ...protests.filter(each => !isGiven('protest')(each)).map(({ id, title }) => ({ value: `protest:${id}`, words: title, group: say('about.protests') })),
  ];
  return chosen && !options.some(({ value }) => value === chosen)
    ? options.toSpliced(1, 0, { value: chosen, words: formerly(chosen, app) }) : options;
}

/** What was chosen before it was over, or before it was sent. */
function formerly(about, app) {
  const [kind, id] = split(about);
  const row = kind === 'report' ? app.queue.row(id) : null;
  const task = app.known.tasks.find(each => each.about === about);
  return row ? titleOf(row, app) : task ? taskTitle(task, app) : say('about.former');
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
