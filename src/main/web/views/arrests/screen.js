import { html, nothing } from 'lit';

import { Addressed, KnowingAreas, meantInAddress, oneOfAreas, putInAddress } from '../../live/address.js';
import { areaTree } from '../../live/lists.js';
import messages from '../../messages/en-arrests.js';
import '../../page.js';
import { titleOf } from '../../parts/incident.js';
import { loading, panel } from '../../parts/panel.js';
import { Part } from '../../parts/part.js';
import { symbol } from '../../parts/severity.js';
import { count, know, say, sayOf, words } from '../../text/text.js';
import '../charts/charts.js';
import { choice } from '../choice.js';
import { ofArea } from '../reading.js';
import '../sorted.js';
import { to } from '../to.js';
import { addedUp, under18 } from './sums.js';

know(messages);

/** Who gets more than the counts of areas, as the service has it. */
const DETAIL_FOR = new Set(['controller', 'supervisor', 'auditor']);

/** How many people were arrested, where, on what grounds and how old; never who. */
class ArrestsScreen extends Part {
  static properties = {
    area: { state: true },
  };

  #addressed = new Addressed(this, () => this.readAddress());
  #areas = new KnowingAreas(this, () => this.readAddress());

  readAddress() {
    this.area = meantInAddress('arrests-area', oneOfAreas(this.picture?.areas), '');
  }

  choose(area) {
    this.area = area;
    putInAddress('arrests-area', area || null);
  }

  render() {
    const { picture, staleAt } = this;
    const of = { id: 'arrests', heading: say('arrests.heading'), staleAt };
    if (picture.topics === null) {
      return panel(of, loading());
    }
    const tree = areaTree(picture);
    const chosen = picture.areas.get(this.area) ?? tree[0]?.area;
    if (!chosen) {
      return panel(of, html`<p class="empty">${say('areas.none')}</p>`);
    }
    return html`<div class="detail">
      <div class="detail-main">${panel(of, this.areas(tree.map(({ area }) => area), chosen))}
        <muster-charts .of=${{ subject: 'area', id: chosen.id }} .live=${ofArea(chosen)} .only=${['arrests']} .staleAt=${staleAt}
          .nowMillis=${this.nowMillis} .picture=${picture} .session=${this.session}></muster-charts></div>
      <div class="detail-side">${this.detail()}</div></div>`;
  }

  areas(areas, chosen) {
    const { last24h, total } = chosen.arrests;
    const number = (key, value) => ({ key, label: say(`arrests.${key}`), number: true, value, show: area => count(value(area)) });
    return html`
      <div class="choices">${choice(say('arrests.area'), areas.map(({ id, name }) => [id, name]), this.area, value => this.choose(value))}</div>
      <p class="detail-body arrests-sum"><span><strong>${chosen.name}</strong>: ${say('arrests.sum', { last24h, total })}</span></p>
      <muster-sorted .caption=${say('arrests.byArea')} .rows=${areas} .keyOf=${({ id }) => id} first="-last24h" .columns=${[
  { key: 'area', label: say('arrests.area'), value: ({ name }) => name, show: area => to('area', area.id, area.name) },
  number('last24h', ({ arrests }) => arrests.last24h),
  number('total', ({ arrests }) => arrests.total),
]}></muster-sorted>`;
  }

  detail() {
    const { picture, session, staleAt, area } = this;
    const of = { id: 'arrests-detail', heading: say('arrests.detail'), staleAt };
    if (!DETAIL_FOR.has(session.role)) {
      return panel(of, html`<p class="empty">${say('arrests.noAccess', { role: sayOf('role', session.role) })}</p>`);
    }
    const here = ({ areas, drill, arrests }) => !drill && arrests?.total > 0 && (area === '' || areas.includes(area));
    const things = ['incident', 'protest'].flatMap(type => [...picture[`${type}s`].values()].filter(here).map(thing => ({ type, ...thing })));
    if (things.length === 0) {
      return panel(of, html`<p class="empty">${say('arrests.noneHere')}</p>`);
    }
    const { byOffence, byAge, young } = addedUp(things);
    return html`
      ${panel(of, html`<p class="detail-body">${say('arrests.of')}
        ${young > 0 ? html`<strong class="worded">${symbol('medium')} ${say('arrests.young', { count: young })}</strong>` : nothing}</p>
        <muster-sorted .caption=${say('arrests.bySubject')} .rows=${things} .keyOf=${({ id }) => id} first="-total" .columns=${this.columns()}>
        </muster-sorted>`)}
      ${panel({ id: 'arrests-offences', heading: say('arrests.byOffence'), staleAt }, counts('offence', byOffence, words))}
      ${panel({ id: 'arrests-ages', heading: say('arrests.byAge'), staleAt }, counts('age', byAge, band => sayOf('band', band)))}`;
  }

  columns() {
    return [
      { key: 'subject', label: say('arrests.subject'), value: titleOf, show: thing => to(thing.type, thing.id, titleOf(thing)) },
      { key: 'where', label: say('arrests.area'), value: ({ areas }) => this.picture.areas.get(areas[0])?.name ?? null },
      { key: 'total', label: say('arrests.total'), number: true, value: ({ arrests }) => arrests.total, show: ({ arrests }) => count(arrests.total) },
      { key: 'young', label: say('arrests.under18'), number: true, value: under18,
        show: thing => (under18(thing) > 0 ? html`<strong>${count(under18(thing))}</strong> <small>${say('arrests.adult')}</small>` : count(0)) },
    ];
  }
}

/** Counts by slug, the greatest first. */
function counts(key, entries, name) {
  return html`<muster-sorted .caption=${say(key === 'age' ? 'arrests.byAge' : 'arrests.byOffence')} .rows=${[...entries]} .keyOf=${([slug]) => slug}
    first="-count" .columns=${[
  { key, label: say(`arrests.${key}`), value: ([slug]) => name(slug) },
  { key: 'count', label: say('arrests.people'), number: true, value: ([, people]) => people, show: ([, people]) => count(people) },
]}></muster-sorted>`;
}

customElements.define('muster-arrests-screen', ArrestsScreen);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-arrests-screen .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
    </muster-arrests-screen>`;
}
