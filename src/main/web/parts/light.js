import { LitElement } from 'lit';

/** An element that renders into the page itself: one stylesheet, one tree of headings and landmarks. */
export class Light extends LitElement {
  createRenderRoot() {
    return this;
  }
}
