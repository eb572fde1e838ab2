import { expect, type Page } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { directTier } from '../integration/program-people.ts';
import { Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';
import { speak } from './speak.ts';

type Words = typeof zh | typeof en;
type See = (name: string) => Promise<void>;
const dialogOf = (page: Page) => page.getByRole('dialog').last();
const newMember = { number: '2003', name: '包文', pin: '640273' };

for (const [language, words] of [
  ['zh', zh],
  ['en', en],
] as const) {
  test(`what is signed stands in words, a scan asks why, and what can’t be done any more is closed (${language})`, async ({
    startOwn,
  }, testInfo) => {
    test.setTimeout(300_000);
    const { page } = await startOwn();
    const clerk = new Clerk(page);
    const see: See = (name) => look(page, `${name}-${language}`, testInfo);
    await clerk.beginTrial();
    await clerk.signIn();
    await speak(page, language);
    await lookAtDocument(clerk, words, see);
    await leaveAndWithdraw(clerk, words, see);
    await clerk.signOut(words);
    await clerk.signIn(member('supervisor'));
    await clerk.press('F7');
    await page.locator('.rows tbody tr button').first().press('Enter');
    await expect(dialogOf(page)).toContainText(words.approvals.moot.close);
    await see('request-moot');
    await clerk.press('Ctrl+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('.rows tbody tr')).toHaveCount(0);
    await clerk.signOut(words);
    await clerk.signIn(member('administrator'));
    await resetPin(clerk, words, see);
  });
}

/** Somebody whose document was scanned: it is shown after a reason was given. */
async function lookAtDocument(clerk: Clerk, words: Words, see: See): Promise<void> {
  const { page } = clerk;
  await clerk.beginRegistration();
  await clerk.fillIn(newcomer('证件之人'));
  await page.getByRole('button', { name: words.register.rows.evidence.add }).press('Enter');
  const row = page.locator('[data-section=evidence]');
  await row.getByRole('combobox').first().fill(words.register.evidenceKind['id-document']);
  await clerk.press('Enter');
  await row.getByLabel(words.register.field.evidence.copies, { exact: true }).fill('1');
  await row.locator('[data-path$=".file"] input[type=file]').setInputFiles('tests/fixtures/scans/document.png');
  await expect(row).toContainText('KB');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.person-actions')).toBeVisible();
  await page.getByRole('tab', { name: words.person.tabs.record }).press('Enter');
  const view = page.getByRole('tabpanel').getByRole('button', { name: words.person.record.view });
  await view.press('Enter');
  await expect(page.getByText(words.person.uncover.scanTitle)).toBeVisible();
  await see('scan-reason');
  await dialogOf(page).getByRole('radio').first().check();
  await clerk.press('Ctrl+Enter');
  await expect(page.getByRole('dialog').getByRole('img', { name: /document\.png/ })).toBeVisible();
  await clerk.press('Esc');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.timeline, [class*=timeline]').first()).toContainText(words.person.onScan);
  await see('scan-in-history');
  // Explained once, it is shown at once.
  await view.press('Enter');
  await expect(page.getByRole('dialog').getByRole('img', { name: /document\.png/ })).toBeVisible();
  await clerk.press('Esc');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A direct grant is left for the supervisor, and then the applicant takes the application back. */
async function leaveAndWithdraw(clerk: Clerk, words: Words, see: See): Promise<void> {
  const { page } = clerk;
  await clerk.takeIn(directTier);
  await clerk.press('Ctrl+Enter');
  await expect(dialogOf(page).locator('input').first()).toBeFocused();
  await expect(dialogOf(page)).toContainText('证件之人');
  await see('sign-off');
  await clerk.press('Ctrl+Shift+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: words.application.withdraw.button, exact: true }).press('Enter');
  await expect(dialogOf(page).locator('input')).toBeFocused();
  await clerk.type('申请人撤回');
  await clerk.press('Ctrl+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A new member forgets their PIN: they type another, and the supervisor signs beside the administrator. */
async function resetPin(clerk: Clerk, words: Words, see: See): Promise<void> {
  const { page } = clerk;
  await page.locator('.frame-nav a', { hasText: words.shell.nav.settings }).press('Enter');
  await page.locator('.settings-head button').press('Enter');
  await clerk.field('number').fill(newMember.number);
  await clerk.field('name').fill(newMember.name);
  for (const path of ['pin', 'pinAgain']) await clerk.field(path).fill(newMember.pin);
  await clerk.press('Ctrl+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page
    .getByRole('button', { name: `${words.settings.people.resetPin} ${newMember.number} ${newMember.name}` })
    .press('Enter');
  await expect(clerk.field('pin')).toBeFocused();
  for (const path of ['pin', 'pinAgain']) await clerk.field(path).fill('918273');
  const { number, pin } = member('supervisor');
  await dialogOf(page).getByLabel(words.signOff.witness.staffNumber).fill(number);
  await see('reset-pin');
  await dialogOf(page).getByLabel(words.signOff.witness.pin).fill(pin);
  await clerk.press('Ctrl+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
