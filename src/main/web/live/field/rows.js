/**
 * The reports of this phone, in IndexedDB; those that it does not take, and all where there is none, in memory. Every tab sees
 * the same ones but for those in memory.
 */

const NAME = 'muster-field';
const STORE = 'reports';

/** A browser that neither opens nor refuses within this is taken to refuse. */
const OPEN_WITHIN_MILLIS = 4_000;

/** @returns {Promise<Rows>} never fails */
export async function openRows() {
  try {
    return new Rows(await opened());
  } catch {
    return new Rows(null);
  }
}

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

export class Rows {
  #memory = new Map();

  /** @param {IDBDatabase|null} db */
  constructor(db) {
    this.db = db;
    /** Whether a report would not outlive the page: there is no storage, or it is full. */
    this.refused = db === null;
    if (db) {
      db.onversionchange = () => db.close();
    }
  }

  /** @returns {Promise<object[]>} all, the oldest first */
  async all() {
    const stored = this.db ? await this.#within('readonly', store => store.getAll()).catch(() => this.#lost()) : [];
    return [...stored, ...this.#memory.values()].sort((a, b) => a.order - b.order);
  }

  /** Adds one behind all others. @returns {Promise<boolean>} whether it outlives the page */
  async add(row) {
    const order = Math.max(0, ...(await this.all()).map(other => other.order)) + 1;
    const placed = { ...row, order };
    try {
      await this.#within('readwrite', store => store.add(placed));
      this.refused = false;
      return true;
    } catch {
      this.#memory.set(row.id, placed);
      this.refused = true;
      return false;
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
    if (held || !this.db) {
      return held && this.#put(held, change);
    }
    let next;
    await this.#within('readwrite', store => {
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

  /** One transaction; done when it is on disk as far as the browser tells. */
  #within(mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.db.transaction(STORE, mode, { durability: 'strict' });
      let request;
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      request = work(transaction.objectStore(STORE));
    });
  }
}
