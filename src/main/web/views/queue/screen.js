import { html } from 'lit';

import { Health } from '../../live/health.js';
import { isPast } from '../../live/past.js';
import messages from '../../messages/en-queue.js';
import '../../page.js';
import { panel } from '../../parts/panel.js';
import { Part } from '../../parts/part.js';
import { Places } from '../../parts/places.js';
import { healthFigures } from '../../parts/queue-health.js';
import { know, say } from '../../text/text.js';
import './queue.js';

know(messages);

/** The alert queue with the whole screen to itself: the list, what is chosen in it, and how well it can be worked. */
class QueueScreen extends Part {
  #places = new Places(this, ['queue', 'selected', 'health']);

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    return html`
      ${this.#places.tabs(say('queue.places'))}
      <div class="queue-screen">
        ${this.#places.at('queue', html`<muster-wide-queue .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-wide-queue>`)}
        ${this.#places.at('selected', html`<muster-selected .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-selected>`)}
        ${this.#places.at('health', html`<muster-health-panel .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-health-panel>`)}
      </div>`;
  }
}

/** How well the queue can be worked, always in sight. */
class HealthPanel extends Part {
  static properties = {
    chosen: { state: true },
  };

  #health = new Health(this);

  constructor() {
    super();
    this.chosen = null;
  }

  updated() {
    this.#health.look(this.picture.calls, this.staleAt === null && !isPast() && this.#health.mayBeKnownBy(this.session));
  }

  render() {
    const { session, nowMillis, chosen, staleAt } = this;
    return panel({ id: 'health-panel', heading: say('health.heading'), staleAt }, html`
      <div class="health" tabindex="0" role="group" aria-labelledby="health-panel">${this.#health.mayBeKnownBy(session)
    ? healthFigures({ health: this.#health, me: session.name, chosen, nowMillis, choose: desk => { this.chosen = desk; } })
    : html`<p class="empty">${say('health.noAccess')}</p>`}</div>`);
  }
}

customElements.define('muster-health-panel', HealthPanel);
customElements.define('muster-queue-screen', QueueScreen);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-queue-screen .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
    </muster-queue-screen>`;
}
