import { isOpenAlert } from '../live/alerts.js';
import { hasCrowd } from '../text/figures.js';

/** The figures of an area as a point of its series. */
export function ofArea({ crowd, officers, peoplePerOfficer, arrests, alerts }) {
  return { crowd, officers, peoplePerOfficer: peoplePerOfficer ?? null, arrests: { total: arrests.total, inStep: null },
    alerts: { ...alerts, raised: 0 }, reports: undefined };
}

/** The figures of a protest as a point of its series. */
export function ofProtest({ crowd, officers, officersPlanned, arrests, alerts }, picture) {
  const people = hasCrowd(crowd) ? crowd : null;
  const open = { critical: 0, high: 0, medium: 0, low: 0, raised: 0 };
  (alerts ?? []).map(id => picture.alerts.get(id)).filter(alert => alert && isOpenAlert(alert))
    .forEach(({ severity }) => { open[severity] += 1; });
  return { crowd: people, officers: { ...officers, planned: officersPlanned }, arrests: { total: arrests?.total ?? 0, inStep: null },
    peoplePerOfficer: people && officers.atScene > 0
      ? { best: people.best / officers.atScene, cautious: people.high / officers.atScene } : null,
    alerts: open, reports: undefined };
}
