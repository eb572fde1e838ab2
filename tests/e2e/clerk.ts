import { expect, type Locator, type Page } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import { organisationCheckCharacter, usccCheckCharacter } from '../../shared/standards/gb-32100.ts';
import { member } from '../integration/program-kit.ts';
import { somebody } from '../integration/program-people.ts';

let seen = 0;
/** Somebody who was never at this counter, of an employer that wasn't either: a known one opens a list of its own. */
export function newcomer(name?: string): PersonFacts {
  const facts = somebody(++seen, name);
  const organisation = `MA${String(seen).padStart(6, '0')}`;
  const places = `91150100${organisation}${organisationCheckCharacter(organisation)}`;
  const employment = { ...facts.employment, employerName: `${seen}号示例企业`, uscc: places + usccCheckCharacter(places) };
  return { ...facts, employment };
}

/** A clerk with a keyboard and no mouse; looks at the screen between keys as people do. */
export class Clerk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A key as the desk's own table writes it: `F3`, `Ctrl+Enter`, `Esc`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key.replace('Ctrl', 'Control').replace('Esc', 'Escape'));
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The control of a field, by its path in the contract. */
  field(path: string): Locator {
    return this.page.locator(`[data-path="${path}"]`).locator('input');
  }

  /** What is said beside a field. */
  said(path: string): Locator {
    return this.page.locator(`[data-path="${path}"] .field-said`);
  }

  async beginTrial(): Promise<void> {
    await expect(this.page.locator('.entrance button.ant-btn-primary')).toBeFocused();
    await this.press('Enter');
    await expect(this.page.locator('.sample-staff')).toBeVisible();
  }

  async signIn({ number, pin }: { number: string; pin: string } = member('clerk')): Promise<void> {
    await expect(this.page.locator('form input').first()).toBeFocused();
    await this.type(number);
    await this.press('Tab');
    await this.type(pin);
    await this.press('Enter');
    await expect(this.page.locator('.frame-status')).toBeVisible();
  }

  /** Wherever the test before left the desk: home, in Chinese, with the clerk at it and nothing open. */
  async backToStart(): Promise<void> {
    const { page } = this;
    // A new address would be asked for the place that was kept; this one is it.
    await page.evaluate(`location.hash = '#/'`);
    await page.reload();
    await page.locator('.frame-status, .entrance form').first().waitFor();
    if (await page.locator('.entrance').isVisible()) await this.takeOver();
    await expect(page.locator('.frame-work h1')).toBeVisible();
    // Where the reload was faster than the keeping of it, the place of before was opened.
    await page.evaluate(`location.hash = '#/'`);
    await expect(page.locator('.frame-work h1')).toHaveText(new RegExp(`^(${zh.home.title}|${en.home.title})$`));
  }

  async takeOver(): Promise<void> {
    const { page } = this;
    const locked = (await page.locator('.entrance form input').count()) === 1;
    if (!locked) return this.signIn();
    await page.locator('.entrance form input').fill(member('clerk').pin);
    await this.press('Enter');
    await expect(page.locator('.frame-status')).toBeVisible();
  }

  /** The menu under the clerk's own name, by its keys. */
  async chooseFromMenu(item: string): Promise<void> {
    await this.page.locator('.frame-staff').getByRole('button').last().press('Enter');
    const items = this.page.getByRole('menuitem');
    await expect(items.first()).toBeFocused();
    const at = (await items.allInnerTexts()).indexOf(item);
    for (let step = 0; step < at; step += 1) await this.press('ArrowDown');
    await expect(items.nth(at)).toBeFocused();
    await this.press('Enter');
  }

  /** Signs out, over whatever is still open: it is told, and keeps nobody. */
  async signOut(words: Pick<typeof zh, 'shell'> | Pick<typeof en, 'shell'> = zh): Promise<void> {
    const { page } = this;
    await this.chooseFromMenu(words.shell.signOut);
    const dialog = page.getByRole('dialog');
    await expect(page.locator('.entrance').or(dialog)).toBeVisible();
    if (!(await dialog.isVisible())) return;
    await expect(dialog.getByRole('button', { name: words.shell.signOutAnyway })).toBeFocused();
    await this.press('Enter');
  }

  /** Opens a new registration; the cursor waits for the number. */
  async beginRegistration(): Promise<void> {
    await this.press('F3');
    await expect(this.field('document.number')).toBeFocused();
  }

  /** Leaves this registration for an empty one. */
  async beginAnother(): Promise<void> {
    await this.page.locator('.frame-nav a').first().press('Enter');
    await expect(this.page.locator('.register')).toHaveCount(0);
    await this.beginRegistration();
  }

  /** Fills a registration from the first field to the last by Enter alone, as hands do that know the page. */
  async fillIn(facts: PersonFacts): Promise<void> {
    await this.line('document.number', facts.document.number);
    // Enter at an empty optional run passes over all of it.
    await this.pass('document.issuer');
    await this.line('identity.name', facts.identity.name);
    // Sex and birth date came with the number: going through them confirms them.
    await expect(this.page.locator('[data-path="identity.sex"] input:checked')).toBeFocused();
    await this.press('Enter');
    await this.pass('identity.birthDate', 'identity.householdPlace', 'qualifications.educations.0.level');
    await this.line('employment.employerName', facts.employment.employerName);
    await this.line('employment.uscc', facts.employment.uscc);
    await this.line('employment.position', facts.employment.position ?? '');
    // 全职 is the first choice.
    await this.press('Space', 'Enter');
    await this.pass('employment.startsOn');
    await this.line('contact.phone', facts.contact.phone);
    // The notice was given and its receipt signed.
    await this.press('Ctrl+I');
    await expect(this.field('intake.notice.givenOn').last()).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  }

  /** From the search box to the person's page, all by keyboard. */
  async register(facts: PersonFacts): Promise<void> {
    await this.beginRegistration();
    await this.fillIn(facts);
    await this.press('Ctrl+Enter');
    await expect(this.page.locator('.person-name')).toHaveText(facts.identity.name);
  }

  /** From the person's page: takes in an application for that tier, with arrows and the space bar. */
  async takeIn(tier: { team: string; tier: string; route: string }): Promise<void> {
    const { page } = this;
    const wanted = page.locator(`input[value="${tier.team}/${tier.tier}"]`);
    await this.press('Ctrl+1');
    await expect(page.locator('.choose input[type=radio]').first()).toBeFocused();
    // Nothing is chosen beforehand; the first arrow goes to the second tier, so the first one is taken with the space bar.
    await this.press('Space');
    while (!(await wanted.isChecked())) await this.press('ArrowDown');
    await this.press('Tab', 'Space');
    while (!(await page.locator(`input[value="${tier.route}"]`).isChecked())) await this.press('ArrowDown');
    await this.press('Ctrl+Enter');
    // What Ctrl+Enter does next is there as soon as its button is: what was kept of a form comes a moment after the page.
    await expect(page.locator('.decide .ant-btn-primary')).toBeVisible();
  }

  /** The supervisor comes over and types into the dialog. */
  async signOff({ number, pin }: { number: string; pin: string } = member('supervisor')): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await this.press('Ctrl+Enter');
    await expect(dialog.locator('input').first()).toBeFocused();
    await this.type(number);
    await this.press('Tab');
    await this.type(pin);
    await this.press('Ctrl+Enter');
  }

  /** Shows the paper of that key, waits until it is drawn, prints it, and closes the preview. */
  async print(key: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await this.press(key);
    await this.paperDrawn();
    await this.press('Ctrl+P');
    await expect(dialog.locator('.ant-alert-success')).toBeVisible();
    await this.press('Esc');
    await expect(dialog).toHaveCount(0);
  }

  /** A preview stands there with ink on each of its sheets. */
  async paperDrawn(sheets = 1): Promise<void> {
    const canvases = this.page.locator('.paper-preview canvas');
    await expect(canvases).toHaveCount(sheets);
    for (const canvas of await canvases.all()) expect(await canvas.evaluate(inkOnCanvas)).toBeGreaterThan(0.001);
    await expect(this.page.locator('.paper-side-end .ant-btn-primary')).toBeEnabled();
  }

  /** Looks somebody up and opens the first who is found. */
  async find(text: string): Promise<void> {
    await this.press('F2');
    await this.type(text);
    await expect(this.page.getByRole('option').first()).toBeVisible();
    await this.press('Enter');
  }

  /** Types into the field that has the cursor, and goes on. */
  private async line(path: string, text: string): Promise<void> {
    await expect(this.field(path)).toBeFocused();
    await this.type(text);
    await this.press('Enter');
  }

  private async pass(...paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      await expect(this.field(path).first()).toBeFocused();
      await this.press('Enter');
    }
  }
}

/** The share of a canvas that is darker than paper. Runs in the page. */
function inkOnCanvas(element: unknown): number {
  const canvas = element as {
    width: number;
    height: number;
    getContext(kind: '2d'): { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
  };
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) dark += 1;
  return dark / (data.length / 4);
}
