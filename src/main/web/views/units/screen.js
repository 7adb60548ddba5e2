import { html, nothing } from 'lit';

import { Addressed, anId, KnowingAreas, meantInAddress, oneOf, oneOfAreas, putInAddress } from '../../live/address.js';
import { catalogue, NO_CATALOGUE } from '../../live/catalogue.js';
import { areaTree, openIncidents, openProtests } from '../../live/lists.js';
import messages from '../../messages/en-units.js';
import '../../page.js';
import { titleOf } from '../../parts/incident.js';
import { loading, panel } from '../../parts/panel.js';
import { Part } from '../../parts/part.js';
import { count, know, say, sayOf } from '../../text/text.js';
import { choice } from '../choice.js';
import '../sorted.js';
import { to } from '../to.js';
import { columns } from './columns.js';

know(messages);

const STATES = ['requested', 'committed', 'en-route', 'at-scene', 'released'];
/** Requests that are listed; what is more is counted. */
const REQUESTS = 50;

/** Every unit with what it does, since when, and when its relief is due; how strong each area is; what was asked for. */
class UnitsScreen extends Part {
  static properties = {
    area: { state: true },
    state: { state: true },
    role: { state: true },
    catalogue: { state: true },
  };

  #addressed = new Addressed(this, () => this.readAddress());
  #areas = new KnowingAreas(this, () => this.readAddress());

  constructor() {
    super();
    this.catalogue = NO_CATALOGUE;
  }

  connectedCallback() {
    super.connectedCallback();
    catalogue().then(read => {
      this.catalogue = read ?? NO_CATALOGUE;
      this.readAddress();
    });
  }

  /** By what the address filters the units. */
  readAddress() {
    this.area = meantInAddress('units-area', oneOfAreas(this.picture?.areas), '');
    this.state = meantInAddress('units-state', oneOf(STATES), '');
    const roles = this.catalogue?.unitRoles ?? [];
    this.role = meantInAddress('units-role', roles.length > 0 ? oneOf(roles) : anId, '');
  }

  narrow(filter, value) {
    this[filter] = value;
    putInAddress(`units-${filter}`, value || null);
  }

  render() {
    const { picture, session, staleAt } = this;
    const of = { id: 'deployments', heading: say('deployments.heading'), staleAt };
    if (picture.topics === null) {
      return panel(of, loading());
    }
    if (!picture.topics.includes('units')) {
      return panel(of, html`<p class="empty">${say('units.noAccess', { role: sayOf('role', session.role) })}</p>`);
    }
    return html`<div class="detail units-screen">
      <div class="detail-main">${panel(of, this.units())}</div>
      <div class="detail-side">${this.strength()}${this.requests()}</div></div>`;
  }

  units() {
    const { picture, area, state, role } = this;
    const all = [...picture.units.values()];
    const units = all.filter(unit => (state === '' ? unit.state !== 'released' : unit.state === state)
      && (area === '' || unit.areas.includes(area)) && (role === '' || unit.role === role));
    const out = all.filter(unit => unit.state !== 'released').length;
    const roles = [...new Set([...all.map(unit => unit.role), role].filter(Boolean))].sort();
    return html`
      <div class="choices">
        ${choice(say('deployments.area'), areaTree(picture).map(one => [one.area.id, one.area.name]), area, value => this.narrow('area', value))}
        ${choice(say('deployments.state'), STATES.map(one => [one, sayOf('state', one)]), state, value => this.narrow('state', value))}
        ${choice(say('deployments.role'), roles.map(one => [one, sayOf('unitRole', one)]), role, value => this.narrow('role', value))}
        <span class="count">${say('deployments.count', { count: units.length })},
          ${say('deployments.officers', { count: units.reduce((sum, unit) => sum + unit.count, 0) })}</span>
      </div>
      ${units.length === 0 ? html`<p class="empty">${say(out === 0 ? 'units.none' : 'deployments.filtered', { count: out })}</p>` : html`
        <muster-sorted .caption=${say('deployments.caption')} .columns=${columns(picture, this.catalogue, this.nowMillis)} .rows=${units}
          .keyOf=${({ unit }) => unit} first="relief"></muster-sorted>`}`;
  }

  strength() {
    const rows = areaTree(this.picture).map(({ area }) => area);
    const number = (key, value) => ({ key, label: say(`deployments.${key}`), number: true, value, show: area => count(value(area)) });
    return panel({ id: 'strength', heading: say('deployments.strength'), staleAt: this.staleAt }, html`
      <muster-sorted .caption=${say('deployments.strengthCaption')} .rows=${rows} .keyOf=${({ id }) => id} first="-missing" .columns=${[
  { key: 'area', label: say('deployments.area'), value: ({ name }) => name, show: area => to('area', area.id, area.name) },
  number('atScene', ({ officers }) => officers.atScene),
  number('enRoute', ({ officers }) => officers.enRoute),
  number('requested', ({ officers }) => officers.requested),
  number('planned', ({ officers }) => officers.planned),
  number('missing', ({ officers }) => Math.max(0, officers.planned - officers.atScene)),
]}></muster-sorted>`);
  }

  /** What was asked for and is not on its way. */
  requests() {
    const things = [...openIncidents(this.picture).map(one => ['incident', one]), ...openProtests(this.picture).map(one => ['protest', one])]
      .filter(([, { officers }]) => officers.requested > 0).sort((a, b) => b[1].officers.requested - a[1].officers.requested);
    return panel({ id: 'requests', heading: say('deployments.requests'), staleAt: this.staleAt }, things.length === 0
      ? html`<p class="empty">${say('deployments.noRequests')}</p>` : html`
      <ul class="links detail-body">${things.slice(0, REQUESTS).map(([type, thing]) => html`<li>
        ${to(type, thing.id, titleOf(thing))} <small>${say('deployments.asked', { count: thing.officers.requested })} ·
          ${say('incident.officers', thing.officers)}</small></li>`)}</ul>
      ${things.length > REQUESTS ? html`<p class="detail-body">${say('area.more', { count: things.length - REQUESTS })}</p>` : nothing}`);
  }
}

customElements.define('muster-units-screen', UnitsScreen);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-units-screen .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
    </muster-units-screen>`;
}
