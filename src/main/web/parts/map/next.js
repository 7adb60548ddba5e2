/** How much a way aside counts beside a way ahead. */
const ASIDE = 2;

/** Things at one place are told apart by this much, so that each can be reached. Map units. */
const APART = 1e-4;

const AHEAD = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The nearest thing in a direction. Things at the same place lie side by side from left to right, in their order.
 *
 * @template {{type: string, id: string, x: number, y: number}} T
 * @param {string} key an arrow key
 * @param {T[]} things
 * @param {{type?: string, id?: string, x: number, y: number}} from
 * @returns {T|null}
 */
export function nextIn(key, things, from) {
  const [ux, uy] = AHEAD[key];
  const at = things.findIndex(({ type, id }) => type === from.type && id === from.id);
  let best = null;
  let least = Infinity;
  things.forEach((thing, index) => {
    if (index !== at) {
      const dx = thing.x - from.x + (at === -1 ? 0 : (index - at) * APART);
      const dy = thing.y - from.y;
      const ahead = dx * ux + dy * uy;
      const aside = Math.abs(dx * uy - dy * ux);
      const way = ahead + ASIDE * aside;
      if (ahead > 0 && aside <= ahead && way < least) {
        best = thing;
        least = way;
      }
    }
  });
  return best;
}
