import { range } from '../../text/figures.js';
import { say, sayOf, words } from '../../text/text.js';

/** What a report says, in a few words. @param {import('../../live/field/queue.js').Row} row */
export function titleOf(row, app) {
  const { body } = row;
  if (row.kind === 'withdrawal') {
    const withdrawn = app.queue.row(body.corrects);
    return say('report.withdrawal', { title: withdrawn ? titleOf(withdrawn, app) : say('nothing') });
  }
  const title = plain(row, app);
  return body.corrects ? say('report.correction', { title }) : title;
}

function plain({ kind, body }, app) {
  const category = body.category
    && (app.known.catalogue?.categories.find(({ id }) => id === body.category)?.name ?? words(body.category));
  switch (kind) {
    case 'emergency':
      return say('report.emergency');
    case 'status':
      return say('report.status', { state: sayOf('state', body.officers[0].state) });
    case 'crowd':
      return [say('report.crowd', { range: range(body.crowd) }), category].filter(Boolean).join(', ');
    case 'arrests':
      return say('report.arrests', { count: body.arrests.reduce((sum, { count }) => sum + count, 0) });
    case 'support':
      return say('report.support', { count: body.officers[0].count });
    case 'quiet':
      return say('report.quiet');
    case 'methane':
      return say('report.methane', { major: say(`methane.major.${body.methane.major}`) });
    default:
      return category ? say('report.incident', { what: category }) : say('report.update');
  }
}

/** What a task is about, in a few words. @param {import('../../live/field/tasks.js').Task} task */
export function taskTitle({ title, category, location, area }, { known }) {
  const place = known.places.find(({ id }) => id === area)?.name ?? area;
  const what = title ?? (category && (known.catalogue?.categories.find(({ id }) => id === category)?.name ?? words(category)));
  return what ?? location?.place ?? (place ? say('tasks.in', { area: place }) : say('tasks.somewhere'));
}
