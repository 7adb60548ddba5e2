import { LitElement } from 'lit';

import { followZone } from '../live/zone.js';

/** An element that renders into the page itself: one stylesheet, one tree of headings and landmarks. */
export class Light extends LitElement {
  constructor() {
    super();
    followZone(this);
  }

  createRenderRoot() {
    return this;
  }
}
