import { html, nothing } from 'lit';

import '../../page.js';
import { Part } from '../../parts/part.js';
import { say } from '../../text/text.js';
import '../charts/charts.js';
import '../charts/trend.js';
import { ofArea } from '../reading.js';

/** How the crowd of the selected area went: the chart, with its table, behind a button. */
class Course extends Part {
  static properties = {
    area: { attribute: false },
    shown: { state: true },
  };

  constructor() {
    super();
    this.shown = false;
  }

  render() {
    const { area, picture, session, staleAt, nowMillis, shown } = this;
    return html`
      <button type="button" aria-expanded=${String(shown)} @click=${() => { this.shown = !shown; }}>${say('chart.course')}</button>
      ${shown ? html`<muster-charts .of=${{ subject: 'area', id: area.id }} .live=${ofArea(area)} .only=${['crowd']} .staleAt=${staleAt}
        .nowMillis=${nowMillis} .picture=${picture} .session=${session}></muster-charts>` : nothing}`;
  }
}

customElements.define('muster-course', Course);
