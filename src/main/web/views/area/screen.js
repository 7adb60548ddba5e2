import { html } from 'lit';

import { isOpenAlert, level } from '../../live/alerts.js';
import { areaTree, openIncidents, openProtests } from '../../live/lists.js';
import { select } from '../../live/selection.js';
import { view } from '../../live/view.js';
import messages from '../../messages/en-area.js';
import '../../page.js';
import { areaFacts } from '../../parts/areas.js';
import { loading, panel } from '../../parts/panel.js';
import { Part, show as bring } from '../../parts/part.js';
import { facts } from '../../parts/selected/about.js';
import { know, say } from '../../text/text.js';
import '../charts/charts.js';
import '../charts/trend.js';
import { ofArea } from '../reading.js';
import { to } from '../to.js';
import { inIt } from './in-it.js';
import './tonight.js';

know(messages);

/** One area in full: its figures and how far they may be trusted, how they went, what is in it, what to expect tonight. */
class AreaScreen extends Part {
  render() {
    const { picture, session, staleAt, nowMillis } = this;
    const { id } = view();
    if (picture.topics === null) {
      return panel({ id: 'area', heading: say('screens.area'), staleAt: null }, loading());
    }
    const area = picture.areas.get(id);
    if (!area) {
      return panel({ id: 'area', heading: say('screens.area'), staleAt }, html`<p class="empty">${say('area.unknown')}</p>`);
    }
    const inside = ofIt(area, picture);
    return html`
      <div class="detail">
        <div class="detail-main">
          ${panel({ id: 'area', heading: area.name, staleAt, extra: this.onMap(area) }, html`<div class="detail-body">
            ${facts([
    [say('area.partOf'), picture.areas.has(area.parent) ? to('area', area.parent, picture.areas.get(area.parent).name) : null],
    [say('area.parts'), parts(area, picture)],
    ...areaFacts(area, picture, nowMillis, html`
      <muster-trend .of=${area.id} .crowd=${area.crowd} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-trend>`),
  ])}</div>`)}
          <muster-charts .of=${{ subject: 'area', id: area.id }} .live=${ofArea(area)} .staleAt=${staleAt}
            .nowMillis=${nowMillis} .picture=${picture} .session=${session}></muster-charts>
        </div>
        <div class="detail-side">
          ${inIt(inside, { picture, session, staleAt, nowMillis })}
          <muster-tonight .area=${area.id} .picture=${picture} .session=${session} .staleAt=${staleAt}
            .nowMillis=${nowMillis}></muster-tonight>
        </div>
      </div>`;
  }

  onMap(area) {
    return html`<button type="button" @click=${event => {
      select({ type: 'area', id: area.id });
      bring(event.target, 'map');
    }}>${say('area.onMap')}</button>`;
  }
}

/** What counts in it, what needs somebody most first. */
function ofIt(area, picture) {
  const here = ({ areas }) => areas?.includes(area.id);
  const alerts = [...picture.alerts.values()].filter(alert => here(alert) && !alert.drill && isOpenAlert(alert));
  const needs = new Map();
  for (const alert of alerts) {
    const key = `${alert.subject.type} ${alert.subject.id}`;
    needs.set(key, Math.max(needs.get(key) ?? 0, RANK[level(alert)]));
  }
  const byNeed = (type, key) => (a, b) => (needs.get(`${type} ${b[key]}`) ?? 0) - (needs.get(`${type} ${a[key]}`) ?? 0);
  return {
    alerts: alerts.sort((a, b) => (a.state !== 'unacknowledged') - (b.state !== 'unacknowledged') || RANK[level(b)] - RANK[level(a)]
      || Date.parse(b.raisedAt) - Date.parse(a.raisedAt)),
    incidents: openIncidents(picture).filter(here).sort(byNeed('incident', 'id')),
    protests: openProtests(picture).filter(here).sort(byNeed('protest', 'id')),
    units: [...picture.units.values()].filter(unit => here(unit) && unit.state !== 'released').sort(byNeed('unit', 'unit')),
    needs,
  };
}

const RANK = { low: 1, medium: 2, high: 3, critical: 4, emergency: 5 };

function parts(area, picture) {
  const below = areaTree(picture).filter(({ parent }) => parent?.id === area.id);
  return below.length === 0 ? null : html`<span class="detail-parts">${below.map(one => to('area', one.area.id, one.area.name))}</span>`;
}

customElements.define('muster-area-screen', AreaScreen);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-area-screen .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
    </muster-area-screen>`;
}
