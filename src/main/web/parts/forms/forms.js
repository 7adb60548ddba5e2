import { html } from 'lit';

import { catalogue, NO_CATALOGUE } from '../../live/catalogue.js';
import { asked, Picking } from '../../live/pick.js';
import messages from '../../messages/en-forms.js';
import '../../page.js';
import { know } from '../../text/text.js';
import '../help.js';
import { Part } from '../part.js';
import './cancel.js';
import './plan.js';
import './report.js';
import './withdraw.js';

know(messages);

/** The page's forms and its help. */
class Forms extends Part {
  static properties = {
    catalogue: { state: true },
  };

  #picking = new Picking(this);

  constructor() {
    super();
    this.catalogue = NO_CATALOGUE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads the catalogue: at first, and when the feed is back, since it may be another one then. */
  willUpdate(changed) {
    if (changed.has('staleAt') && this.staleAt === null && this.catalogue !== NO_CATALOGUE) {
      this.load();
    }
  }

  async load() {
    this.catalogue = await catalogue() ?? this.catalogue;
  }

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    return html`
      <div class="forms" ?data-picking=${asked()}>
        <muster-report-form .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}
          .catalogue=${this.catalogue}></muster-report-form>
        <muster-plan-form .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}
          .catalogue=${this.catalogue}></muster-plan-form>
        <muster-cancel-form .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
        </muster-cancel-form>
        <muster-withdraw-form .session=${session} .staleAt=${staleAt}></muster-withdraw-form>
        <muster-help></muster-help>
      </div>`;
  }

  /**
   * @param {'report'|'plan'|'change'|'cancel'|'correct'|'withdraw'|'help'} what
   * @param {string|object} [of] the protest's id; the report's entry, as it was recorded or as it was told
   */
  open(what, of) {
    if (this.catalogue === NO_CATALOGUE) {
      this.load();
    }
    switch (what) {
      case 'change':
        this.querySelector('muster-plan-form').change(of);
        break;
      case 'cancel':
        this.querySelector('muster-cancel-form').cancel(of);
        break;
      case 'correct':
        this.querySelector('muster-report-form').correct(of);
        break;
      case 'withdraw':
        this.querySelector('muster-withdraw-form').withdraw(of);
        break;
      case 'help':
        this.help();
        break;
      default:
        this.querySelector(`muster-${what}-form`).open();
    }
  }

  /** Asked for again, it closes. */
  help() {
    const help = this.querySelector('muster-help');
    if (help.shown) {
      help.close();
    } else {
      help.open();
    }
  }
}

customElements.define('muster-forms', Forms);
