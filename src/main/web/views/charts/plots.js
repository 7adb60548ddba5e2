/** What each chart shows of a series: its lines, where nothing is known, and the same as rows. Nothing is drawn here. */

/**
 * @typedef {{x: number, y: number|null}} At
 * @typedef {object} Line
 * @property {string} key of its name
 * @property {At[]} points
 * @property {'line'|'steps'|'bars'|'edge'} form
 * @property {string} token its colour
 * @property {'solid'|'dashed'|'dotted'} [dash]
 * @property {boolean} [fill] the band up to the next line
 * @property {number} [width]
 * @property {boolean} [main] the one that the summary tells of
 * @property {boolean} [untold] drawn, and no column of the table: its neighbour says it
 * @typedef {{key: string, lines: Line[], unknown: {from: number, to: number, state: string}[], atLeast: number}} Plot
 * @typedef {{at: number, state: 'known'|'gap'|'no-data', crowd?: object, officers?: object, peoplePerOfficer?: object,
 *   arrests?: object, reports?: number, alerts?: object}} Point
 */

/** Alerts in ten minutes above which a desk is in a flood. */
export const FLOOD = 10;
const TEN_MINUTES_SECONDS = 600;

/**
 * @param {object} series as the service answers it
 * @param {{from: number, to: number}} span
 * @param {{now: Point|null, limit: number|null}} beside the newest figures, and the most people per officer
 * @returns {Plot[]}
 */
export function plotsOf(series, span, { now, limit }) {
  const points = series.points.map(point => ({ ...point, at: Date.parse(point.at) }));
  const last = points.at(-1);
  const live = now && (!last || now.at > last.at) ? [...points, { state: 'known', ...now }] : points;
  const shown = live.filter(({ at }) => at >= span.from && at <= span.to);
  const line = (key, value, more) => ({ key, form: 'line', token: 'data', ...more, points: shown.map(point => ({
    x: point.at, y: point.state === 'known' ? value(point) ?? null : null,
  })) });
  const unknown = unknownOf(shown, series.stepSeconds * 1_000, span);
  const plot = (key, atLeast, lines) => ({ key, lines, unknown, atLeast });
  return [
    plot('crowd', 10, [
      line('low', ({ crowd }) => crowd?.low, { form: 'edge', fill: true }),
      line('high', ({ crowd }) => crowd?.high, { form: 'edge' }),
      line('best', ({ crowd }) => crowd?.best, { main: true, width: 3 }),
      ...planned(series.plan, span, 'expected'),
    ]),
    plot('officers', 5, [
      line('atScene', ({ officers }) => officers.atScene, { form: 'steps', main: true, width: 3 }),
      line('enRoute', ({ officers }) => officers.enRoute, { form: 'steps', dash: 'dotted' }),
      line('planned', ({ officers }) => officers.planned, { form: 'steps', dash: 'dashed', token: 'text-muted' }),
    ]),
    plot('ratio', limit ?? 2, [
      line('cautious', ({ peoplePerOfficer }) => peoplePerOfficer?.cautious, { main: true, width: 3 }),
      line('bestRatio', ({ peoplePerOfficer }) => peoplePerOfficer?.best, { dash: 'dotted' }),
      ...level('limit', limit, span, 'p2'),
    ]),
    plot('arrests', 2, [
      line('arrestsStep', ({ arrests }) => arrests.inStep, { form: 'bars' }),
      line('arrestsTotal', ({ arrests }) => arrests.total, { form: 'steps', main: true, width: 3 }),
    ]),
    plot('reports', 2, [line('reports', ({ reports }) => reports, { form: 'bars', main: true })]),
    plot('alerts', FLOOD + 1, [
      line('open', ({ alerts }) => alerts.critical + alerts.high + alerts.medium + alerts.low, { form: 'steps', dash: 'dotted' }),
      { key: 'raised10', form: 'steps', token: 'data', main: true, width: 3, points: raisedIn(live, series.stepSeconds, shown) },
      ...level('flood', FLOOD, span, 'p2'),
    ]),
  ];
}

/** A level line over all of the span; none without a level. */
function level(key, value, { from, to }, token) {
  return value === null ? [] : [{ key, form: 'line', token, dash: 'dashed', untold: true,
    points: [{ x: from, y: value }, { x: to, y: value }] }];
}

/** The band that was expected while the protest was planned to last. */
function planned(plan, span, key) {
  if (!plan?.expected) {
    return [];
  }
  const points = y => [{ x: Math.max(span.from, Date.parse(plan.startsAt)), y }, { x: Math.min(span.to, Date.parse(plan.endsAt)), y }];
  const during = points(0);
  return during[0].x > during[1].x ? [] : [
    { key: `${key}Low`, form: 'edge', token: 'text-muted', dash: 'dashed', fill: true, untold: true, points: points(plan.expected.low) },
    { key: `${key}High`, form: 'edge', token: 'text-muted', dash: 'dashed', untold: true, points: points(plan.expected.high) },
  ];
}

/** How many alerts called in the ten minutes up to each point; steps longer than that are scaled to it. */
function raisedIn(points, stepSeconds, shown) {
  const steps = Math.max(1, Math.round(TEN_MINUTES_SECONDS / stepSeconds));
  const scale = Math.min(1, TEN_MINUTES_SECONDS / stepSeconds);
  const from = points.length - shown.length;
  return shown.map((point, index) => ({ x: point.at, y: point.state !== 'known' ? null : Math.round(scale
    * points.slice(Math.max(0, from + index - steps + 1), from + index + 1)
      .reduce((sum, { alerts }) => sum + (alerts?.raised ?? 0), 0)) }));
}

/** Stretches without figures. A point tells of the step that ends there. */
function unknownOf(points, stepMillis, { from }) {
  const spans = [];
  for (const { at, state } of points) {
    const last = spans.at(-1);
    if (state === 'known') {
      continue;
    } else if (last && last.to >= at - stepMillis && last.state === state) {
      last.to = at;
    } else {
      spans.push({ from: Math.max(from, at - stepMillis), to: at, state });
    }
  }
  return spans;
}
