import { LitElement, html } from 'lit';

/** Stands in for the dashboard. */
class MusterPage extends LitElement {
  createRenderRoot() {
    return this;
  }

  render() {
    return html`<h1>Muster</h1>`;
  }
}

customElements.define('muster-page', MusterPage);
