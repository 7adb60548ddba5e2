import { kept } from '../../live/field/kept.js';
import { say } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { announce, announceNow } from '../announce.js';
import { titleOf } from './words.js';

const VIBRATION = [200, 100, 200];

/** Says to screen readers what became of reports, that signal is lost or back, and that there is a new version: each once. */
export class Heard {
  #states = null;
  #online = true;
  #waiting = false;

  /** @param {import('./app.js').FieldApp} app */
  constructor(app) {
    this.app = app;
  }

  look() {
    const { app } = this;
    if (!app.isOpen) {
      return;
    }
    const before = this.#states;
    this.#states = new Map(app.queue.rows.map(({ id, state }) => [id, state]));
    if (before) {
      app.queue.rows.filter(({ id, state }) => before.has(id) && before.get(id) !== state).forEach(row => this.#became(row));
    }
    if (app.isOnline() !== this.#online) {
      this.#online = !this.#online;
      announce(say(this.#online ? 'say.online' : 'say.offline'));
    }
    if (app.version.waiting && !this.#waiting) {
      announce(say('say.version'));
    }
    this.#waiting = app.version.waiting;
  }

  #became(row) {
    const { app } = this;
    const isEmergency = row.kind === 'emergency';
    const tell = isEmergency ? announceNow : announce;
    if (row.state === 'received') {
      const time = localTime(Date.parse(row.receipt.receivedAt), app.nowMillis);
      tell(isEmergency ? say('emergency.received', { time }) : say('say.received', { title: titleOf(row, app), time }));
      if (isEmergency && kept('vibrate')) {
        navigator.vibrate?.(VIBRATION);
      }
    } else if (row.state === 'refused') {
      tell(isEmergency ? say('emergency.refused', { detail: row.problem.detail })
        : say('say.refused', { title: titleOf(row, app), detail: row.problem.detail }));
    }
  }
}
