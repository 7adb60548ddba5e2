import { html } from 'lit';

import { closedIncidents, openIncidents } from '../live/lists.js';
import { say } from '../text/text.js';
import { incidentRow, incidentText } from './incident.js';
import { Rows } from './rows.js';

/** Open incidents, newest first, and those that closed within 24 h. */
class Incidents extends Rows {
  constructor() {
    super({ kind: 'incidents', type: 'incident', open: openIncidents, over: closedIncidents, row: incidentRow, text: incidentText });
  }

  note() {
    return this.session.role === 'field' ? html`<p class="empty">${say('incidents.ownOnly')}</p>` : super.note();
  }
}

customElements.define('muster-incidents', Incidents);
