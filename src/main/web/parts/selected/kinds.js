import { alertKind } from './alert.js';
import { areaKind } from './area.js';
import { incidentKind } from './incident.js';
import { protestKind } from './protest.js';
import { unitKind } from './unit.js';

/**
 * How a type of thing is shown in full.
 *
 * @typedef {object} Kind
 * @property {(id: string, picture: import('../../live/store.js').State) => object|undefined} find
 * @property {(object: object) => string} title
 * @property {(object: object, nowMillis: number) => unknown} chips its state, above all else
 * @property {(object: object, picture: import('../../live/store.js').State, nowMillis: number, session: object,
 *   staleAt: number|null) => unknown} content
 */

/** @type {Record<import('../../live/selection.js').Type, Kind>} */
export const KINDS = { area: areaKind, incident: incidentKind, protest: protestKind, unit: unitKind, alert: alertKind };
