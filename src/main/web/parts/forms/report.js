import { dropDraft, keepDraft, keptDraft } from '../../live/drafts.js';
import { newId } from '../../live/ids.js';
import { selected } from '../../live/selection.js';
import { ask, clock } from '../../live/session.js';
import { isOpen } from '../../live/store.js';
import { typed } from '../../text/parse.js';
import { referring } from '../../text/refusal.js';
import { say } from '../../text/text.js';
import { labelOf } from './about.js';
import { question, whatItDoes } from './ask.js';
import { Form } from './form.js';
import { pickPlace } from './pick.js';
import { receipt } from './receipt.js';
import { formOf, reportAgain } from './report-again.js';
import { blankArrests, blankReport, fieldOf } from './report-body.js';
import { reportFields } from './report-fields.js';

const CALL_SIGN = 'callSign';

/** A report taken by radio: what a unit says is entered on its behalf. */
class ReportForm extends Form {
  static properties = {
    catalogue: { attribute: false },
    receipt: { state: true },
    asked: { state: true },
  };

  /** What was confirmed of the report that is being written. */
  #confirmed = '';

  constructor() {
    super('report');
    /** What the service answered to the last report that was sent. @type {object|null} */
    this.receipt = null;
    /** What the report would do that cannot be undone, while that is asked. @type {string[]} */
    this.asked = [];
  }

  heading() {
    return say(this.values.corrects ? 'report.headingCorrects' : 'report.heading');
  }

  /** Begins with what is selected: an update of it, or what the unit says. */
  blank() {
    const { session, picture } = this;
    const chosen = selected();
    const subject = chosen?.type === 'alert' ? picture.alerts.get(chosen.id)?.subject ?? null : chosen;
    const callSign = subject?.type === 'unit' ? subject.id : keptDraft(CALL_SIGN, session.name) ?? '';
    const now = Date.now() + clock.offsetMillis();
    const values = blankReport(newId(now), now, callSign);
    const open = subject && picture[`${subject.type}s`]?.get(subject.id);
    if ((subject?.type === 'incident' || subject?.type === 'protest') && open && isOpen(open)) {
      return { ...values, about: `${subject.type}:${subject.id}`, aboutText: labelOf(open) };
    }
    return values;
  }

  async open(values) {
    if (values || !this.shown) {
      this.receipt = null;
      this.asked = [];
      this.#confirmed = '';
    }
    await super.open(values);
  }

  /** Each report that is corrected has a draft of its own. */
  get draft() {
    return draftOf(this.values.before?.id);
  }

  /** Shows what was sent, or what was written of its correction and not sent. @param {object} entry of the report */
  correct(entry) {
    const kept = keptDraft(draftOf(entry.body.report.id), this.session.name);
    return this.open(kept ?? formOf(entry, newId(), this.picture, this.catalogue));
  }

  /** With the call sign remembered, what it is about comes first to be changed; of what was sent the figures. */
  focusFirst() {
    const first = this.receipt ? '.receipt .primary' : this.values.before ? '[name="crowd"]' : '[name="callSign"]';
    const field = this.querySelector(first);
    field?.focus();
    field?.select?.();
  }

  content() {
    return this.receipt ? receipt(this.receipt, this) : super.content();
  }

  buttons() {
    return this.asked.length > 0 ? question(this) : super.buttons();
  }

  fields() {
    return reportFields(this);
  }

  chosen({ detail }) {
    this.values = { ...this.values, aboutText: detail?.label ?? '' };
    this.set('about', detail?.value ?? '');
  }

  async addArrests() {
    const { arrests } = this.values;
    this.set('arrests', [...arrests, blankArrests()]);
    await this.updateComplete;
    this.querySelector(`[name="arrests.${arrests.length}.count"]`).focus();
  }

  /** A line of arrests is part of its list. */
  set(name, value) {
    this.asked = [];
    const [, index, member] = /^arrests\.(\d+)\.(\w+)$/.exec(name) ?? [];
    if (member) {
      const arrests = this.values.arrests.map((arrest, at) => (at === Number(index) ? { ...arrest, [member]: value } : arrest));
      this.faults.delete(name);
      super.set('arrests', arrests);
    } else {
      super.set(name, value);
    }
  }

  value(name) {
    const [, index, member] = /^arrests\.(\d+)\.(\w+)$/.exec(name) ?? [];
    return member ? this.values.arrests[index][member] : super.value(name);
  }

  async pick() {
    const position = await pickPlace();
    if (position) {
      this.set('position', typed(position));
    }
    await this.updateComplete;
    this.querySelector('[name="position"]')?.focus();
  }

  async submit() {
    const { report, faults } = this.said();
    if (faults.length > 0) {
      await this.refuse(faults);
      return;
    }
    const does = whatItDoes(report, this.values);
    if (does.length > 0 && this.#confirmed !== does.join(' ')) {
      await this.putQuestion(does);
      return;
    }
    this.set('sent', { written: this.written(), report });
    const answer = await ask('POST', '/reports', report);
    if (answer.ok) {
      this.recorded(answer.body);
    } else if (answer.status === 409 && answer.body?.code === 'id-taken') {
      this.takenBefore();
    } else if (answer.body?.code === 'superseded') {
      this.tell(referring(say('report.superseded'), answer));
    } else {
      await this.refused(answer);
    }
  }

  /** Asks once, before anything is sent: the answer has the focus, and says what it answers. */
  async putQuestion(does) {
    this.asked = does;
    await this.updateComplete;
    this.querySelector('.form-asks .primary').focus();
  }

  async confirm() {
    if (this.asked.length === 0) {
      return;
    }
    this.#confirmed = this.asked.join(' ');
    await this.back();
    this.querySelector('form').requestSubmit();
  }

  /** To what was written, with nothing sent. */
  async back() {
    this.asked = [];
    await this.updateComplete;
    this.querySelector('.form-buttons [type="submit"]').focus();
  }

  /** The report; while nothing was written since it was sent it is the same to the letter, wherever its unit is by now. */
  said() {
    const { sent } = this.values;
    return sent?.written === this.written() ? { report: sent.report, faults: [] } : reportAgain(this.values, this.picture);
  }

  written() {
    return JSON.stringify({ ...this.values, sent: null });
  }

  recorded(body) {
    const { callSign, aboutText } = this.values;
    this.#confirmed = '';
    dropDraft(this.draft);
    keepDraft(CALL_SIGN, this.session.name, callSign.trim());
    this.receipt = { ...body, callSign, aboutText };
    this.updateComplete.then(() => this.focusFirst());
  }

  /** It had been recorded before the answer was lost, and was changed since: it goes in its place. */
  takenBefore() {
    const { id } = this.values;
    this.values = { ...this.values, corrects: id };
    this.set('id', newId());
    this.tell(say('report.recordedBefore'));
  }

  /** To an empty form; of a correction to what was sent. */
  discard() {
    const { filled } = this.values;
    this.#confirmed = '';
    super.discard();
    this.values = filled ? { ...filled, filled } : this.values;
  }

  placeOf(pointer) {
    return fieldOf(pointer, this.values);
  }

  another() {
    this.values = { ...this.blank(), about: '', aboutText: '' };
    this.receipt = null;
    this.updateComplete.then(() => this.focusFirst());
  }
}

function draftOf(id) {
  return id ? `report.${id}` : 'report';
}

customElements.define('muster-report-form', ReportForm);
