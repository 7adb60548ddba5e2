import { kept } from '../../live/field/kept.js';
import { callOf, isAsked } from '../../live/field/tasks.js';
import { say } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { announce, announceNow } from '../announce.js';
import { taskTitle, titleOf } from './words.js';

const VIBRATION = [200, 100, 200];

/**
 * Says to screen readers what became of reports, where the unit is sent, that signal is lost or back, and that there is a new
 * version: each once.
 */
export class Heard {
  #states = null;
  /** The call that was told; undefined before any was read. @type {string|null|undefined} */
  #called = undefined;
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
    this.#lookAtTasks();
    if (app.isOnline() !== this.#online) {
      this.#online = !this.#online;
      announce(say(this.#online ? 'say.online' : 'say.offline'));
    }
    if (app.version.waiting && !this.#waiting) {
      announce(say('say.version'));
    }
    this.#waiting = app.version.waiting;
  }

  /** One that is shown when the page opens is no news. */
  #lookAtTasks() {
    const { app } = this;
    if (app.known.tasksAt === null) {
      return;
    }
    const asked = app.known.tasks.find(isAsked);
    const called = asked ? callOf(asked) : null;
    if (asked && this.#called !== undefined && called !== this.#called) {
      announce(say('say.task', { title: taskTitle(asked, app), by: asked.sentBy ?? asked.observer }));
      if (kept('vibrate')) {
        navigator.vibrate?.(VIBRATION);
      }
    }
    this.#called = called;
  }

  #became(row) {
    const { app } = this;
    const isEmergency = row.kind === 'emergency';
    const tell = isEmergency ? announceNow : announce;
    if (row.state === 'received') {
      if (row.kind === 'status') {
        app.known.readTasks();
      }
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
