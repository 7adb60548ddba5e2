import { html } from 'lit';

/**
 * A row of tabs: one of them is a stop of the Tab key, the arrow keys choose among them, each to its own side.
 *
 * @param {object} of
 * @param {string} of.name of the row, the first part of ids
 * @param {string} of.label
 * @param {{id: string, label: unknown}[]} of.tabs
 * @param {string} of.chosen
 * @param {(id: string) => void} of.choose
 */
export function tabs({ name, label, tabs: all, chosen, choose }) {
  const moved = event => {
    const at = all.findIndex(({ id }) => id === chosen);
    const on = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const to = { ArrowLeft: at - on, ArrowRight: at + on, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const { id } = all.at(to % all.length);
      choose(id);
      event.currentTarget.querySelector(`#tab-${name}-${id}`).focus();
    }
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${label} @keydown=${moved}>${all.map(tab => html`
      <button type="button" role="tab" id="tab-${name}-${tab.id}" aria-controls="tabpanel-${name}-${tab.id}"
        aria-selected=${String(tab.id === chosen)} tabindex=${tab.id === chosen ? 0 : -1}
        @click=${() => choose(tab.id)}>${tab.label}</button>`)}
    </div>`;
}

/** What a tab shows; it stays in the page when another tab is chosen. */
export function tabPanel({ name, id, chosen }, content) {
  return html`
    <div class="tabpanel" role="tabpanel" id="tabpanel-${name}-${id}" aria-labelledby="tab-${name}-${id}"
      ?hidden=${id !== chosen}>${content}</div>`;
}
