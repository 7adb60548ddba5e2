import { html, nothing } from 'lit';

import { Addressed, meantInAddress, oneOf, putInAddress } from '../live/address.js';
import { countOpenIncidents, openProtests } from '../live/lists.js';
import { selected, Selecting } from '../live/selection.js';
import { count, say } from '../text/text.js';
import { localClock } from '../text/time.js';
import './areas.js';
import './feed.js';
import './incidents.js';
import { Part } from './part.js';
import './protests.js';
import { tabPanel, tabs } from './tabs.js';
import './units.js';

/** The list in which a thing of a type stands. */
const LIST = { area: 'areas', incident: 'incidents', protest: 'protests', unit: 'units' };

const LISTS = ['areas', 'incidents', 'protests', 'units', 'feed'];

/** Areas, incidents, protests and units, each in a tab; the feed too where it has no place of its own. */
class Lists extends Part {
  static properties = {
    feedListed: { attribute: false },
    list: { state: true },
  };

  #selecting = new Selecting(this, selected => this.turnTo(selected));
  #addressed = new Addressed(this, () => this.readAddress());
  /** By list. @type {Map<string, {second: string, content: unknown}>} */
  #drawn = new Map();

  constructor() {
    super();
    this.feedListed = false;
  }

  render() {
    const lists = LISTS.filter(id => id !== 'feed' || this.feedListed);
    const chosen = lists.includes(this.list) ? this.list : 'areas';
    const all = { name: 'lists', chosen };
    return html`
      <section class="lists" aria-label=${say('board.lists')}>
        <div class="lists-head">${tabs({
          ...all,
          label: say('board.lists'),
          tabs: lists.map(id => ({ id, label: this.label(id) })),
          choose: id => this.choose(id),
        })}
          <span class="as-of">${this.staleAt === null ? '' : say('panel.asOf', { time: localClock(this.staleAt) })}</span>
        </div>
        ${lists.map(id => tabPanel({ ...all, id }, this.content(id, chosen)))}
      </section>`;
  }

  /** The list that the address names, else the one with what it selects. */
  readAddress() {
    this.list = meantInAddress('list', oneOf(LISTS), LIST[selected()?.type] ?? 'areas');
  }

  choose(list) {
    this.list = list;
    putInAddress('list', list);
  }

  label(id) {
    const { picture } = this;
    const number = { areas: picture.areas.size, incidents: countOpenIncidents(picture),
      protests: openProtests(picture).length, units: deployed(picture) }[id];
    return html`${say(`lists.${id}`)} <span class="count">${number === undefined ? '' : count(number)}</span>`;
  }

  /** What a tab shows. One that is not in sight is drawn once a second, for the first time after all that is. */
  content(id, chosen) {
    const second = `${this.staleAt} ${this.nowMillis}`;
    const before = this.#drawn.get(id) ?? { second, content: nothing };
    const now = id === chosen || before.second !== second ? { second, content: this.part(id) } : before;
    this.#drawn.set(id, now);
    return now.content;
  }

  part(id) {
    const { picture, session, staleAt, nowMillis } = this;
    switch (id) {
      case 'areas':
        return html`<muster-areas .picture=${picture} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-areas>`;
      case 'incidents':
        return html`<muster-incidents .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-incidents>`;
      case 'protests':
        return html`<muster-protests .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-protests>`;
      case 'units':
        return html`<muster-units .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
          </muster-units>`;
      default:
        return html`<muster-feed .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-feed>`;
    }
  }

  /** Turns to the list that has what was selected elsewhere; never under somebody's hands. */
  async turnTo(selected) {
    const list = LIST[selected?.type];
    if (list && !this.matches(':hover, :focus-within')) {
      this.list = list;
      putInAddress('list', null);
      await this.updateComplete;
      await new Promise(requestAnimationFrame);
      this.querySelector("[role='tabpanel']:not([hidden]) [aria-current]")?.scrollIntoView({ block: 'nearest' });
    }
  }
}

function deployed({ units }) {
  return [...units.values()].filter(({ state }) => state !== 'released').length;
}

customElements.define('muster-lists', Lists);
