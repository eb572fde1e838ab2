import { writeFile } from 'node:fs/promises';
import type { PolicyPack } from '../../../shared/domain/policy/pack.ts';
import type { IdKind } from '../../../shared/domain/talent/id-kind.ts';
import type { EngagementKind, PersonFacts } from '../../../shared/domain/talent/person.ts';
import type { Trial } from '../trial.ts';
import type { DemoPerson } from './demo-people.ts';
import { scanFile } from './demo-summary.ts';
import type { ClerkHands } from './desk-hands.ts';
import { sampleApproval } from './sample-approval.ts';

export interface ScreenClerkOptions {
  readonly hands: ClerkHands;
  readonly trial: Trial;
  /** The demo's folder; a scan to be chosen lies there for the day. */
  readonly folder: string;
}

/** What the desk calls things: a clerk reads them on the screen. */
const idKinds: Record<IdKind, string> = {
  'resident-id': '居民身份证',
  'hk-macao-residence': '港澳居民居住证',
  'taiwan-residence': '台湾居民居住证',
  'hk-macao-travel': '港澳居民来往内地通行证',
  'taiwan-travel': '台湾居民来往大陆通行证',
  'foreign-pr': '外国人永久居留身份证',
  'foreign-pr-2004': '外国人永久居留证',
  passport: '护照',
};
const engagements: Record<EngagementKind, string> = {
  'full-time': '全职',
  enclave: '飞地引才',
  project: '项目合作',
  guidance: '技术指导',
  'short-term': '短期聘用',
};
const approvalWord = '录入批准';

/** A clerk who works at the screens: keys, clicks and looks, nothing else. */
export class ScreenClerk {
  readonly #hands: ClerkHands;
  readonly #trial: Trial;
  readonly #folder: string;

  constructor({ hands, trial, folder }: ScreenClerkOptions) {
    this.#hands = hands;
    this.#trial = trial;
    this.#folder = folder;
  }

  /** A fresh computer: the trial is begun, and the sign-in page stands there. */
  async arrive(): Promise<void> {
    const hands = this.#hands;
    await hands.see('.entrance button');
    await hands.picture('first-start');
    await hands.click('.entrance button.ant-btn-primary');
    await hands.see('.sample-staff');
  }

  async signIn(): Promise<void> {
    const hands = this.#hands;
    await hands.picture('sign-in');
    await hands.click('.sample-staff button', this.#trial.staff[0]?.name);
    await hands.click('button[type=submit]');
    await hands.see('.frame-status');
    await hands.picture('home');
  }

  /** From the first word to the card in hand, by the keys that the screens name. */
  async serve(person: DemoPerson, pack: PolicyPack): Promise<void> {
    const hands = this.#hands;
    await this.#register(person.facts);
    await hands.press('Ctrl+1');
    await this.#receive(person);
    await this.#print('Ctrl+4', 'receipt');
    if (person.way === 'direct') await this.#signOff();
    else await this.#enterApproval(person, pack);
    await hands.see('.granted');
    await hands.picture('granted');
    await this.#print('Ctrl+5', 'certificate');
    await this.#print('Ctrl+3', 'card');
    await hands.press('Ctrl+Enter');
    await hands.see('.person-actions');
    await hands.picture('person');
    await this.#handOver();
  }

  /** 本人 is chosen already; the receipt to be signed opens by itself. */
  async #handOver(): Promise<void> {
    const hands = this.#hands;
    const offered = `[...document.querySelectorAll('.person-actions kbd')].some(({ textContent }) => textContent === 'Ctrl+7')`;
    await hands.waitFor('the card to be made', offered);
    await hands.press('Ctrl+7');
    await hands.see('.ant-modal input[type=radio]');
    await hands.press('Ctrl+Enter');
    await this.#printShown('delivery');
    await hands.see('.person-actions');
    await hands.picture('collected');
  }

  async #register({ document, identity, employment, contact }: PersonFacts): Promise<void> {
    const hands = this.#hands;
    await hands.press('F3');
    await hands.see(field('document.number'));
    await this.#fill('document.kind', idKinds[document.kind]);
    await this.#fill('document.number', document.number);
    await this.#fill('identity.name', identity.name);
    await this.#fill('employment.employerName', employment.employerName);
    await this.#fill('employment.uscc', employment.uscc);
    await this.#fill('employment.position', employment.position ?? '');
    await hands.click('[data-path="employment.engagement"] label', engagements[employment.engagement]);
    await this.#fill('contact.phone', contact.phone);
    await this.#fill('contact.residence', contact.residence ?? '');
    await hands.press('Ctrl+I');
    await hands.see('[data-path="intake.notice.givenOn"] input[type=text]');
    await hands.picture('register');
    await hands.press('Ctrl+Enter');
    // What the number filled in is shown once more before the first acceptance counts.
    await hands.waitFor(
      'the person or the fields to look at',
      `document.querySelector('.person-actions, .accept-said .ant-typography-warning')`.concat(' !== null'),
    );
    if (!(await hands.evaluate(`document.querySelector('.person-actions') !== null`))) await hands.press('Ctrl+Enter');
    await hands.see('.person-actions');
    await hands.picture('registered');
  }

  /** A list that a field opens covers what stands below; leaving the field closes it. */
  async #fill(path: string, text: string): Promise<void> {
    if (text === '') return;
    await this.#hands.fill(field(path), text);
    await this.#hands.press('Tab');
  }

  async #receive({ team, tier, route }: DemoPerson): Promise<void> {
    const hands = this.#hands;
    await hands.click(`label:has(input[value="${team}/${tier}"])`);
    await hands.click(`label:has(input[value="${route}"])`);
    await hands.picture('recognise');
    await hands.press('Ctrl+Enter');
    await hands.see('.decide');
  }

  async #print(key: string, what: string): Promise<void> {
    const hands = this.#hands;
    await hands.press(key);
    await this.#printShown(what);
  }

  async #printShown(what: string): Promise<void> {
    const hands = this.#hands;
    await hands.see('.paper-preview canvas');
    await hands.see('.paper-side .ant-btn-primary:not([disabled])');
    await hands.picture(`preview-${what}`);
    await hands.press('Ctrl+P');
    await hands.see('.paper-side .ant-alert-success');
    await hands.press('Escape');
    await hands.waitFor('the preview to close', `document.querySelector('.paper-preview') === null`);
  }

  async #signOff(): Promise<void> {
    const hands = this.#hands;
    const supervisor = this.#trial.staff.find(({ role }) => role === 'supervisor');
    await hands.press('Ctrl+Enter');
    await hands.see('.ant-modal form');
    await hands.fill('.ant-modal form input[type=text]', supervisor?.number ?? '');
    await hands.fill('.ant-modal form input[type=password]', supervisor?.pin ?? '');
    await hands.picture('sign-off');
    await hands.press('Ctrl+Enter');
  }

  async #enterApproval({ route }: DemoPerson, pack: PolicyPack): Promise<void> {
    const hands = this.#hands;
    if (await hands.evaluate(`document.querySelector('.decide-way .ant-segmented') !== null`))
      await hands.click('.decide-way .ant-segmented-item', approvalWord);
    const year = new Date().getFullYear();
    const body = pack.routes.find(({ code }) => code === route)?.approvers.at(-1)?.zh ?? '';
    await this.#fill('approval.body', body);
    await this.#fill('approval.reference', `示例〔${year}〕1号`);
    await this.#fill('approval.approvedOn', (await this.#today()).replaceAll('-', ''));
    const scan = scanFile(this.#folder);
    await writeFile(scan, await sampleApproval('screens'));
    await hands.choose('[data-path="approval.document"] input[type=file]', [scan]);
    await hands.seeText('approval.pdf');
    await hands.picture('approval');
    await hands.press('Ctrl+Enter');
  }

  /** China's date, as the counter has it. */
  async #today(): Promise<string> {
    const script = `new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())`;
    return String(await this.#hands.evaluate(script));
  }
}

const field = (path: string) => `[data-path="${path}"] input`;
