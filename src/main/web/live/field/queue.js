import { newId } from '../ids.js';
import { Rows } from './rows.js';

/** Received reports are shown, and can be withdrawn, for so long; at most so many. */
const SHOWN_MILLIS = 24 * 3600 * 1000;
const SHOWN_MAX = 100;

/**
 * @typedef {object} Row a report of this phone
 * @property {string} id of the report: UUID v7
 * @property {number} order its place
 * @property {string|null} who the name it was written under, and is sent under; null when nobody was signed in yet
 * @property {string} kind of form it was written in; `status`, `emergency`, `withdrawal`
 * @property {object} body what is sent, all but the incident of a report it follows; the same from the first try on
 * @property {object|null} values what stood in the form
 * @property {string|null} follows the report that opens what this one is about
 * @property {number} writtenAt milliseconds of this phone's clock
 * @property {number} tries how often it was sent; 0 means that nobody else can have it
 * @property {'saved'|'received'|'refused'} state
 * @property {object|null} receipt
 * @property {{detail: string, errors: {pointer: string, detail: string}[], reference: string|null}|null} problem
 * @property {string|null} replacedBy the report that corrects or withdraws it
 */

/** The reports of this phone: written, waiting, received, refused. Other tabs are told of each change, and heard. */
export class Queue {
  /** @type {Row[]} the oldest first */
  rows = [];
  #store = new Rows();
  #others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('muster-field') : null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.#others?.addEventListener('message', () => this.read());
  }

  /** Reports can be added before: an emergency does not wait for the phone's storage. */
  async open() {
    await this.#store.open();
    await this.#tell();
    const old = Date.now() - SHOWN_MILLIS;
    const received = this.rows.filter(({ state }) => state === 'received');
    const gone = received.filter(({ writtenAt }, index) => writtenAt < old || index < received.length - SHOWN_MAX);
    await Promise.all(gone.map(({ id }) => this.#store.change(id, () => null)));
    await this.read();
  }

  /** Whether reports would not outlive the page. */
  get refused() {
    return this.#store.refused;
  }

  async read() {
    this.rows = await this.#store.all();
    this.changed();
  }

  row(id) {
    return this.rows.find(row => row.id === id);
  }

  /** What was not received yet, the emergencies first, then in order. @param {string|null} who @returns {Row[]} */
  waiting(who) {
    const mine = this.rows.filter(row => row.state === 'saved' && (row.who === who || row.who === null));
    return [...mine.filter(({ body }) => body.emergency), ...mine.filter(({ body }) => !body.emergency)];
  }

  /** Adds a report behind all others. @param {Partial<Row>} report @returns {Promise<string>} its id */
  async add({ who, kind, body, values = null, follows = null }) {
    const row = { id: body.id, who, kind, body, values, follows, writtenAt: Date.now(), tries: 0, state: 'saved', receipt: null,
      problem: null, replacedBy: null };
    await this.#store.add(row);
    if (body.corrects) {
      await this.#store.change(body.corrects, before => ({ ...before, replacedBy: row.id }));
    }
    await this.#tell();
    return row.id;
  }

  /**
   * Says it otherwise: in its place while nobody else can have it, else by a report of its own behind it that corrects it.
   *
   * @param {string} id
   * @param {{body: object, values: object, follows: string|null}} said
   */
  async edit(id, { body, values, follows }) {
    const changed = await this.#store.change(id, row => row.tries === 0 && row.state === 'saved'
      ? { ...row, body: { ...body, id, ...(row.body.corrects && { corrects: row.body.corrects }) }, values, follows } : undefined);
    if (changed) {
      await this.#tell();
      return;
    }
    const { who, kind } = this.row(id);
    await this.add({ who, kind, body: { ...body, id: newId(), corrects: id }, values, follows });
  }

  /** Takes it back: away while nobody else can have it, else by a report that withdraws it. */
  async withdraw(id, reason) {
    const gone = await this.drop(id, ({ tries, state }) => tries === 0 && state === 'saved');
    if (!gone) {
      const body = { id: newId(), observedAt: new Date().toISOString(), corrects: id, withdrawn: true, ...(reason && { reason }) };
      await this.add({ who: this.row(id).who, kind: 'withdrawal', body });
    }
  }

  /** Takes it off this phone. @returns {Promise<boolean>} whether it was still of the kind that may be */
  async drop(id, may = ({ state }) => state !== 'received') {
    let corrects = null;
    const left = await this.#store.change(id, row => {
      corrects = row.body.corrects ?? null;
      return may(row) ? null : undefined;
    });
    if (left === null && corrects) {
      await this.#store.change(corrects, before => ({ ...before, replacedBy: null }));
    }
    await this.#tell();
    return left === null;
  }

  /** A new report in place of one that was refused. */
  async mend(id, { body, values, follows }) {
    const { who, kind } = this.row(id);
    const { corrects } = this.row(id).body;
    await this.drop(id);
    await this.add({ who, kind, values, follows, body: { ...body, id: newId(), ...(corrects && { corrects }) } });
  }

  /** Gives reports of somebody else to who is signed in now: as new ones, and only those that nobody else can have. */
  async takeOver(from, who) {
    for (const row of this.waiting(from).filter(({ tries }) => tries === 0)) {
      const officers = row.body.officers?.map(line => (line.unit === from ? { ...line, unit: who } : line));
      await this.#store.change(row.id, () => ({ ...row, who, body: { ...row.body, ...(officers && { officers }) } }));
    }
    await this.#tell();
  }

  /**
   * Marks it as sent, and binds it to what the report opened that it follows.
   *
   * @returns {Promise<Row|null|undefined>} as it is to be sent; nothing when it is not to be sent any more
   */
  async claim(id) {
    const opened = this.row(this.row(id)?.follows);
    const subject = opened?.receipt?.incident ? { incident: opened.receipt.incident }
      : opened?.receipt?.protest ? { protest: opened.receipt.protest } : {};
    const row = await this.#store.change(id, before => (before.state !== 'saved' ? undefined
      : { ...before, body: before.tries === 0 ? { ...before.body, ...subject } : before.body, tries: before.tries + 1 }));
    await this.#tell();
    return row;
  }

  async received(id, receipt) {
    await this.#store.change(id, row => ({ ...row, state: 'received', receipt, problem: null }));
    await this.#tell();
  }

  /** It was refused: what was to stand in its place stands for itself, and there is nothing to withdraw. */
  async refuse(id, problem) {
    await this.#store.change(id, row => ({ ...row, state: 'refused', problem }));
    for (const after of this.rows.filter(({ body, tries }) => body.corrects === id && tries === 0)) {
      const { corrects, ...alone } = after.body;
      await this.#store.change(after.id, row => (alone.withdrawn ? null : { ...row, body: alone }));
      await this.#store.change(id, row => (alone.withdrawn ? { ...row, replacedBy: null } : null));
    }
    await this.#tell();
  }

  /** Forgets what was received: who leaves on purpose leaves nothing behind but what was not sent. */
  async forgetReceived() {
    const received = this.rows.filter(({ state }) => state === 'received');
    await Promise.all(received.map(({ id }) => this.#store.change(id, () => null)));
    await this.#tell();
  }

  async #tell() {
    await this.read();
    this.#others?.postMessage('changed');
  }
}
