import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { approvedTier, directTier } from '../integration/program-people.ts';
import { Clerk, newcomer } from './clerk.ts';
import { damage } from './damage.ts';
import { test } from './desk-test.ts';
import { filmOf } from './film.ts';
import { look } from './look.ts';
import { newPlace } from './running-desk.ts';
import { speak } from './speak.ts';

const languages = [
  ['zh', zh],
  ['en', en],
] as const;

for (const [language, words] of languages) {
  const see = (page: Page, name: string, testInfo: TestInfo) => look(page, `${name}-${language}`, testInfo);

  test(`before the desk, each screen can be used by everybody (${language})`, async ({ startOwn }, testInfo) => {
    test.setTimeout(120_000);
    const own = await startOwn();
    const { page } = own;
    const clerk = new Clerk(page);
    await speak(page, language);
    await see(page, 'enrol', testInfo);
    await page.locator('.entrance button.ant-btn-primary').press('Enter');
    await expect(page.locator('.sample-staff')).toBeVisible();
    await see(page, 'sign-in', testInfo);
    await expect(page.getByRole('textbox').first()).toBeFocused();
    await clerk.type(member('clerk').number);
    await clerk.press('Tab');
    await clerk.type('424242');
    await clerk.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await see(page, 'sign-in-refused', testInfo);
    await clerk.type(member('clerk').pin);
    await clerk.press('Enter');
    await expect(page.locator('.frame-status')).toBeVisible();
    await see(page, 'home-of-a-first-day', testInfo);
    for (const key of ['F4', 'F6', 'F7'] as const) {
      await clerk.press(key);
      await expect(page.locator('.frame-work .ant-empty')).toBeVisible();
      await see(page, `nothing-to-do-${key}`, testInfo);
    }
    await clerk.chooseFromMenu(words.diagnostics.open);
    await expect(page.getByRole('dialog').locator('tbody tr.ant-table-row').first()).toBeVisible();
    await see(page, 'diagnostics', testInfo);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await clerk.chooseFromMenu(words.shell.lock);
    await expect(page.locator('.entrance')).toBeVisible();
    await see(page, 'locked', testInfo);
    await own.close();
    damage(own.place.data, 'trial');
    const again = await startOwn(own.place);
    await speak(again.page, language);
    await again.page.locator('form input').first().focus();
    await again.page.keyboard.type(member('clerk').number);
    await again.page.keyboard.press('Tab');
    await again.page.keyboard.type(member('clerk').pin);
    await again.page.keyboard.press('Enter');
    await expect(again.page.getByRole('alert')).toContainText(words.signIn.stopped.reason['journal-damaged']);
    await expect(again.page.locator('code')).toHaveText(/^own\/\d{16}-\d{10}\.tcj$/);
    await see(again.page, 'stopped', testInfo);
  });

  test(`on a person’s way, each screen can be used by everybody (${language})`, async ({ clerk, page }, testInfo) => {
    test.setTimeout(180_000);
    await speak(page, language);
    await clerk.beginRegistration();
    await see(page, 'register-empty', testInfo);
    await clerk.press('Ctrl+Enter');
    await expect(page.locator('.field[data-invalid]').first()).toBeVisible();
    await see(page, 'register-refused', testInfo);
    await clerk.beginAnother();
    const facts = newcomer('阿拉坦其其格');
    await clerk.fillIn(facts);
    await see(page, 'register-filled', testInfo);
    await clerk.press('Ctrl+Enter');
    await expect(page.locator('.person-name')).toHaveText(facts.identity.name);
    await tabs(page, (at) => see(page, `person-new-${at}`, testInfo));
    await clerk.press('Ctrl+U');
    await expect(page.getByRole('dialog')).toBeVisible();
    await see(page, 'uncover', testInfo);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await clerk.press('Ctrl+1');
    await expect(page.locator('.choose')).toBeVisible();
    await see(page, 'choose', testInfo);
    await clerk.press('Ctrl+Enter');
    await expect(page.locator('.field[data-invalid]').first()).toBeVisible();
    await see(page, 'choose-refused', testInfo);
    await clerk.press('Esc');
    await expect(page.locator('.person-name')).toBeVisible();
    await clerk.takeIn(directTier);
    await see(page, 'decide-directly', testInfo);
    await clerk.press('Ctrl+4');
    await clerk.paperDrawn();
    await see(page, 'preview', testInfo);
    await clerk.press('Ctrl+P');
    await expect(page.locator('.paper-side .ant-alert-success')).toBeVisible();
    await see(page, 'preview-sent', testInfo);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await clerk.signOff(member('clerk'));
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    await see(page, 'sign-off-refused', testInfo);
    await page.getByRole('dialog').locator('input').first().fill(member('supervisor').number);
    await page.getByRole('dialog').locator('input[type=password]').fill(member('supervisor').pin);
    await clerk.press('Ctrl+Enter');
    await expect(page.locator('.granted')).toBeVisible();
    await see(page, 'granted', testInfo);
    await clerk.press('Ctrl+3');
    await clerk.paperDrawn(2);
    await see(page, 'preview-card', testInfo);
    await clerk.press('Ctrl+P');
    await expect(page.locator('.paper-side .ant-tag-success')).toHaveCount(2);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await clerk.press('Esc');
    await expect(page.locator('.person-name')).toBeVisible();
    await tabs(page, (at) => see(page, `person-${at}`, testInfo));
    await clerk.press('Ctrl+4');
    await clerk.paperDrawn();
    await see(page, 'preview-again', testInfo);
    await clerk.press('Esc');
  });

  test(`lists, drawers and checks can be used by everybody (${language})`, async ({ clerk, page }, testInfo) => {
    test.setTimeout(180_000);
    await speak(page, language);
    const scan = testInfo.outputPath('scan.pdf');
    await writeFile(scan, await sampleApproval('screens'));
    await clerk.register(newcomer('待批准之人'));
    await clerk.takeIn(approvedTier);
    await clerk.press('Ctrl+Enter');
    await expect(page.locator('.field[data-invalid]').first()).toBeVisible();
    await see(page, 'approval-refused', testInfo);
    await clerk.field('approval.document').setInputFiles(scan);
    await expect(page.locator('.scan strong')).toBeVisible();
    await see(page, 'approval', testInfo);
    await clerk.register(newcomer('待签核之人'));
    await clerk.takeIn(directTier);
    await clerk.register(newcomer('待发卡之人'));
    await clerk.takeIn(directTier);
    await clerk.signOff();
    await expect(page.locator('.granted')).toBeVisible();
    for (const key of ['F4', 'F6', 'F7'] as const) {
      await clerk.press(key);
      await expect(page.locator('.rows tbody tr').first()).toBeVisible();
      await see(page, `list-${key}`, testInfo);
    }
    await page.locator('.frame-nav a').first().press('Enter');
    await see(page, 'home', testInfo);
    await clerk.press('F2');
    await clerk.type('dai');
    await expect(page.getByRole('option').first()).toBeVisible();
    await see(page, 'search', testInfo);
    await clerk.press('Esc');
    await clerk.press('F8');
    await see(page, 'verify', testInfo);
    for (const text of ['https://example.invalid/card/1', 'NCF%RN%TSMAHN-HXYCQ8L-%9SC1*2R0000']) {
      await page.keyboard.insertText(text);
      await clerk.press('Enter');
    }
    await expect(page.locator('.recent li')).toHaveCount(2);
    await see(page, 'verify-answered', testInfo);
    await page.locator('.frame-nav a').first().focus();
    await clerk.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await see(page, 'keys', testInfo);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toBeHidden();
    await drawers(page, clerk, (name) => see(page, name, testInfo));
    await page.evaluate(`location.hash = '#/papers'`);
    await expect(page.locator('.frame-work h1')).toHaveText(words.papers.queue.title);
    await see(page, 'queue-page', testInfo);
    await page.evaluate(`location.hash = '#/nowhere'`);
    await expect(page.locator('.frame-work')).toContainText(words.shell.missing.title);
    await see(page, 'missing', testInfo);
  });

  test(`advice, old cards and long forms can be used by everybody (${language})`, async ({ clerk, page }, testInfo) => {
    test.setTimeout(180_000);
    await speak(page, language);
    await clerk.press('F5');
    await expect(page.locator('.matter-facts')).toBeVisible();
    await clerk.press('Enter');
    await expect(page.locator('.consult-topics button')).toHaveCount(1);
    await see(page, 'consult', testInfo);
    await page.evaluate(`location.hash = '#/take-over'`);
    await expect(page.locator('.take-over input[type=file]')).toBeFocused();
    await see(page, 'take-over-empty', testInfo);
    await page.locator('.take-over input[type=file]').setInputFiles(ledger);
    await expect(page.locator('.ledger-rows tbody tr')).toHaveCount(30);
    await see(page, 'take-over', testInfo);
    await clerk.press('Ctrl+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await see(page, 'take-over-sign-off', testInfo);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toBeHidden();
    await rowsOpen(clerk);
    await see(page, 'register-rows', testInfo);
    await clerk.beginAnother();
    await clerk.register(newcomer('材料之人'));
    await clerk.press('Ctrl+1');
    await expect(page.locator('.choose input[type=radio]').first()).toBeFocused();
    await clerk.press('Space', 'Tab', 'Space');
    await expect(page.locator('.material-table tbody tr').first()).toBeVisible();
    await see(page, 'choose-materials', testInfo);
  });

  test(`settings and the camera can be used by everybody (${language})`, async ({ startOwn, shared }, testInfo) => {
    test.setTimeout(120_000);
    const place = newPlace();
    const clerkOfShared = new Clerk(shared.page);
    await clerkOfShared.backToStart();
    await clerkOfShared.register(newcomer('镜头前之人'));
    await clerkOfShared.takeIn(directTier);
    await clerkOfShared.print('Ctrl+4');
    const own = await startOwn({
      ...place,
      camera: filmOf({ papers: shared.place.papers, dir: testInfo.outputPath() }, 'receipt'),
    });
    const { page } = own;
    const clerk = new Clerk(page);
    await clerk.beginTrial();
    await clerk.signIn(member('administrator'));
    await speak(page, language);
    await page.locator('.frame-nav a').last().press('Enter');
    await expect(page.locator('.settings tbody tr.ant-table-row').first()).toBeVisible();
    await tabs(page, (at) => see(page, `settings-${at}`, testInfo));
    await page.getByRole('link', { name: words.shell.nav.audit }).press('Enter');
    await expect(page.locator('.audit-list tbody tr.ant-table-row').first()).toBeVisible();
    await see(page, 'audit', testInfo);
    await clerk.signOut(words);
    await clerk.signIn();
    await clerk.press('F8', 'Ctrl+K');
    await expect(page.locator('.camera video[data-live]')).toBeVisible();
    await see(page, 'verify-camera', testInfo);
  });
}

const ledger = join(import.meta.dirname, '..', 'fixtures', 'ledgers', 'old-cards.csv');

/** A registration in which each list has a row. */
async function rowsOpen(clerk: Clerk): Promise<void> {
  const { page } = clerk;
  await clerk.beginRegistration();
  await clerk.fillIn(newcomer());
  for (const list of ['qualifications.titles', 'qualifications.skills', 'evidence']) {
    await page.locator(`[data-adds="${list}"]`).press('Enter');
    await expect(page.locator(`[data-row="${list}.0"]`)).toBeVisible();
  }
  await clerk.field('qualifications.educations.0.school').fill('内蒙古大学');
  await page.locator('[data-row="qualifications.educations.0"]').locator('.register-row-acts button').first().press('Enter');
  await expect(clerk.field('qualifications.educations.0.certificateNumber')).toBeVisible();
}

/** Each tab of a person's page. */
async function tabs(page: Page, seen: (at: number) => Promise<void>): Promise<void> {
  const all = await page.getByRole('tab').all();
  expect(all.length).toBeGreaterThan(1);
  for (const [at, tab] of all.entries()) {
    await tab.press('Enter');
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await seen(at);
  }
}

/** What the status bar's items lead to. */
async function drawers(page: Page, clerk: Clerk, see: (name: string) => Promise<void>): Promise<void> {
  const items = await page.locator('.frame-status button').all();
  expect(items.length).toBeGreaterThan(2);
  for (const [at, item] of items.entries()) {
    await item.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await see(`status-${at}`);
    await clerk.press('Esc');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}
