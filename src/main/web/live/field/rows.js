/**
 * The reports of this phone, in IndexedDB; those that it does not take, and all where there is none, in memory. Every tab sees
 * the same ones but for those in memory.
 */

const NAME = 'muster-field';
const STORE = 'reports';

/** A browser that neither opens nor refuses within this is taken to refuse. */
const OPEN_WITHIN_MILLIS = 4_000;

function opened() {
  return new Promise((resolve, reject) => {
    setTimeout(reject, OPEN_WITHIN_MILLIS);
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = event => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

/** One transaction; done when it is on disk as far as the browser tells. */
function within(db, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode, { durability: 'strict' });
    let request;
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    request = work(transaction.objectStore(STORE));
  });
}

const all = store => store.getAll();
const lastOrder = rows => Math.max(0, ...rows.map(({ order }) => order));

export class Rows {
  /** What is not on disk yet, or was not taken by it; newer than what the disk has of it. @type {Map<string, object>} */
  #memory = new Map();
  /** @type {IDBDatabase|null} */
  #db = null;
  /** Whether a report would not outlive the page: there is no storage, or it is full. */
  refused = true;

  /** Opens the phone's storage and takes there what was added before. Never fails. */
  async open() {
    const db = await opened().catch(() => null);
    if (db === null) {
      return;
    }
    db.onversionchange = () => db.close();
    const before = lastOrder(await within(db, 'readonly', all).catch(() => this.#lost()));
    this.#memory.forEach((row, id) => this.#memory.set(id, { ...row, order: row.order + before }));
    this.#db = db;
    this.refused = false;
    await Promise.all([...this.#memory.keys()].map(id => this.#keep(id)));
  }

  /** @returns {Promise<object[]>} all, the oldest first */
  async all() {
    const stored = this.#db ? await within(this.#db, 'readonly', all).catch(() => this.#lost()) : [];
    const rows = new Map([...stored.map(row => [row.id, row]), ...this.#memory]);
    return [...rows.values()].sort((a, b) => a.order - b.order);
  }

  /** Adds one behind all others: in memory at once where there is no storage yet, so that none falls between. */
  async add(row) {
    const others = this.#db ? await this.all() : [...this.#memory.values()];
    this.#memory.set(row.id, { ...row, order: lastOrder(others) + 1 });
    if (this.#db) {
      await this.#keep(row.id);
    }
  }

  /** Takes one to the disk in its newest form, however often it changes meanwhile. What the disk does not take stays in memory. */
  async #keep(id) {
    try {
      let taken;
      do {
        await within(this.#db, 'readwrite', store => {
          taken = this.#memory.get(id);
          return taken ? store.put(taken) : store.delete(id);
        });
      } while (this.#memory.get(id) !== taken);
      this.#memory.delete(id);
      this.refused = false;
    } catch {
      this.refused = true;
    }
  }

  /**
   * Changes one without anybody between.
   *
   * @param {string} id
   * @param {(row: object) => object|null|undefined} change its new form; null takes it away, nothing leaves it
   * @returns {Promise<object|null|undefined>} what `change` gave; undefined when there is no such row
   */
  async change(id, change) {
    const held = this.#memory.get(id);
    if (held || !this.#db) {
      return held && this.#put(held, change);
    }
    let next;
    await within(this.#db, 'readwrite', store => {
      const read = store.get(id);
      read.onsuccess = () => {
        next = read.result && change(read.result);
        if (next === null) {
          store.delete(id);
        } else if (next) {
          store.put(next);
        }
      };
      return read;
    }).catch(() => {
      // Full, or taken away: what became of it is at least known here.
      if (next) {
        this.#memory.set(id, next);
        this.refused = true;
      }
    });
    return next;
  }

  #put(row, change) {
    const next = change(row);
    if (next === null) {
      this.#memory.delete(row.id);
    } else if (next) {
      this.#memory.set(row.id, next);
    }
    return next;
  }

  #lost() {
    this.refused = true;
    return [];
  }
}
