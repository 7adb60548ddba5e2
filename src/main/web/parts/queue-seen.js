import { elapsed } from '../live/elapsed.js';
import { isPast } from '../live/past.js';
import { Seen } from '../live/seen.js';

/** How often it is looked which alerts are in sight. */
const LOOK_MILLIS = 500;

/** Tells the service which alerts of a queue somebody has really seen. @implements {import('lit').ReactiveController} */
export class QueueSeen {
  #seen = new Seen();
  #timer = 0;

  /** @param {import('./part.js').Part & {list: import('./long-list.js').LongList}} queue */
  constructor(queue) {
    this.queue = queue;
    queue.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#look(), LOOK_MILLIS);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }

  #look() {
    const { picture, session, staleAt, list } = this.queue;
    const now = elapsed();
    const told = id => picture.alerts.get(id)?.seen.some(({ who }) => who === session.name) ?? true;
    this.#seen.look(isPast() ? [] : list.inSight().filter(id => !told(id)), now);
    if (staleAt === null && !isPast()) {
      this.#seen.tell(now, alerts => this.#tell(alerts));
    }
  }

  /** The page has the stream; it says whether it could be told. */
  #tell(alerts) {
    const detail = { message: { type: 'seen', alerts }, sent: false };
    this.queue.dispatchEvent(new CustomEvent('muster-send', { bubbles: true, detail }));
    return detail.sent;
  }
}
