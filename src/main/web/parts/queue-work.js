import { awaits, isShelved } from '../live/alerts.js';
import { pointless } from '../live/deeds.js';
import { isPast } from '../live/past.js';
import { one } from '../live/session.js';
import { shelves } from '../live/shelves.js';
import { work } from '../live/work.js';
import { outcomeWords } from '../text/outcomes.js';
import { say, sayOf } from '../text/text.js';
import { localTime } from '../text/time.js';
import { announce } from './announce.js';
import { barred } from './barred.js';
import { show } from './part.js';

/** Who may work on alerts, as the service has it. */
const WORKERS = new Set(['controller', 'supervisor']);

/** What a person does with the alerts of a queue: which ones, whether they may, what came of it. */
export class QueueWork {
  /** What is to be said of the last deed. */
  words = '';

  constructor(queue) {
    this.queue = queue;
  }

  /** Why nothing can be done with any alert; null when something can. @returns {string|null} */
  barred() {
    const { session, staleAt } = this.queue;
    if (isPast()) {
      return barred();
    }
    if (!WORKERS.has(session.role)) {
      return say('work.role', { role: sayOf('role', session.role) });
    }
    return staleAt === null ? null : say('work.stale');
  }

  /** The alerts that a deed is done with: those that are marked, else the current one; of a group all of its alerts. */
  targets() {
    const { queue } = this;
    const ids = queue.marked.size > 0 ? [...queue.marked] : [queue.current];
    return [...new Set(ids.flatMap(id => queue.alertsOf(id)))];
  }

  /** Why something cannot be done now; null when it can. @returns {string|null} */
  why(what) {
    if (what === 'open' || what === 'map' || what === 'mark') {
      return this.queue.at() === -1 ? say('work.none')
        : what === 'map' && this.queue.groups().has(this.queue.current) ? say('work.group') : null;
    }
    const barred = this.barred();
    if (barred || what === 'undo' || what === 'acknowledgeVisible') {
      return barred;
    }
    const reasons = this.targets().map(alert => pointless(alert, what, this.queue.session));
    const [reason] = reasons.length === 0 ? [['work.none']] : reasons.every(Boolean) ? reasons : [null];
    const [key, { at, ...of } = {}] = reason ?? [];
    return key ? say(key, { ...of, time: at && localTime(Date.parse(at), this.queue.nowMillis) }) : null;
  }

  /** Does what a key or a button asks for, or says why not. */
  start(what) {
    const why = this.why(what);
    this.words = '';
    if (why && why === this.barred()) {
      // It stands there already.
      announce(why);
    } else if (why) {
      this.say(why);
    } else {
      this[what]();
    }
  }

  say(words) {
    this.words = words;
    announce(words);
    this.queue.requestUpdate();
  }

  open() {
    this.queue.open();
  }

  map() {
    this.queue.open();
    show(this.queue, 'map');
  }

  mark() {
    const { queue } = this;
    const marked = new Set(queue.marked);
    if (!marked.delete(queue.current)) {
      marked.add(queue.current);
    }
    queue.marked = marked;
  }

  acknowledge() {
    return this.does('acknowledge', 'acknowledge', () => ({}));
  }

  take() {
    const me = this.queue.session.name;
    return this.does('take', 'assign', alert => ({ to: me, from: alert.assignee }));
  }

  async assign() {
    const targets = this.targets();
    const chosen = await this.ask('assign', targets);
    if (chosen) {
      await this.does('assign', 'assign', alert => ({ to: chosen.to, from: alert.assignee }), targets);
    }
  }

  async comment() {
    const targets = this.targets();
    const text = await this.ask('comment', targets);
    if (text) {
      await this.does('comment', 'comment', () => ({ text }), targets);
    }
  }

  async shelve() {
    let left = this.targets();
    const does = async (shelf, second) => {
      const outcomes = await this.does('shelve', 'shelve', () => shelf, left, second);
      const done = new Set(moved(outcomes));
      left = left.filter(({ id }) => !done.has(id));
      return outcomes.every(({ answer }) => answer.ok) ? null : this.words;
    };
    const shelf = await this.ask('shelve', left, does);
    if (shelf) {
      await does(shelf);
    }
  }

  unshelve() {
    return this.does('unshelve', 'unshelve', () => ({}));
  }

  async clear() {
    const targets = this.targets();
    const reason = await this.ask('clear', targets);
    if (reason) {
      await this.does('clear', 'clear', () => ({ reason }), targets);
    }
  }

  async acknowledgeVisible() {
    const alerts = this.queue.alerts();
    const targets = this.queue.list.inSight().map(id => alerts.get(id))
      .filter(alert => alert && awaits(alert) && alert.severity !== 'critical');
    if (targets.length === 0) {
      this.say(say('work.noneInSight'));
    } else if (await this.ask('confirm', targets)) {
      await this.does('acknowledge', 'acknowledge', () => ({}), targets);
    }
  }

  async undo() {
    const { queue } = this;
    if (work.undoable() === null) {
      this.say(say('work.nothingToUndo'));
      return;
    }
    const outcomes = await work.undoes(queue.picture.alerts, queue.session.name);
    if (moved(outcomes).length > 0) {
      queue.comeBack(moved(outcomes)[0]);
    }
    await this.tell(outcomes);
  }

  ask(kind, alerts, ...more) {
    return this.queue.querySelector('muster-queue-ask').ask(kind, alerts, this.queue.session.name, ...more);
  }

  /** Does one thing with each alert with which it makes sense, and says what came of it. */
  async does(what, verb, body, targets = this.targets(), second = null) {
    const { queue } = this;
    const me = queue.session.name;
    const meant = targets.filter(alert => !pointless(alert, what, queue.session));
    const deeds = meant.map(alert => ({ verb, id: alert.id, body: body(alert) }));
    queue.marked = new Set();
    const outcomes = await work.does(deeds, queue.picture.alerts, me, await reasonsOf(verb, meant), second);
    queue.leave(moved(outcomes));
    await this.tell(outcomes);
    return outcomes;
  }

  async tell(outcomes) {
    const [refused] = outcomes.filter(({ answer }) => !answer.ok);
    const { deed, alert } = refused ?? {};
    // Only its history tells since when somebody else has it.
    const taken = deed?.verb === 'assign' && alert ? (await one('alerts', alert.id)).body : null;
    this.say(outcomeWords(outcomes, taken, this.queue.session.name, this.queue.nowMillis));
  }
}

/** Ids of the alerts that went to the shelf, or came from it. */
function moved(outcomes) {
  return outcomes.filter(({ deed, answer }) => answer.ok && (deed.verb === 'shelve' || deed.verb === 'unshelve'))
    .map(({ deed }) => deed.id);
}

/** Why alerts were on their shelves, when that will be needed to put them back there. @returns {Promise<Map<string, string>>} */
async function reasonsOf(verb, alerts) {
  const shelved = verb === 'shelve' || verb === 'unshelve' ? alerts.filter(isShelved) : [];
  const reasons = await Promise.all(shelved.map(alert => shelves.find(alert)));
  return new Map(shelved.map(({ id }, index) => [id, reasons[index] ?? say('work.backOnShelf')]));
}
