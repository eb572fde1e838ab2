import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { chinaDateAt } from '../../shared/domain/plain-date.ts';
import { member } from '../integration/program-kit.ts';
import { approvedTier, directTier } from '../integration/program-people.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

test('somebody is recognised at the counter with the supervisor’s PIN, by keyboard alone', async ({ clerk, page }) => {
  await clerk.register(newcomer('直接之人'));
  await clerk.takeIn(directTier);
  await clerk.signOff();
  await expect(page.locator('.granted')).toContainText(zh.recognise.granted.title);
  await expect(page.locator('.granted .number').first()).toHaveText(/^\d{12}$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the clerk’s own PIN signs nothing off, and the dialog stays with the PIN’s field empty', async ({ clerk, page }) => {
  await clerk.register(newcomer());
  await clerk.takeIn(directTier);
  await clerk.signOff(member('clerk'));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(zh.refusals['second-person-needed'].happened);
  await expect(dialog.locator('input[type=password]')).toHaveValue('');
  await expect(dialog.locator('input[type=password]')).toBeFocused();
  await clerk.press('Esc');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.decide')).toBeVisible();
});

test('an approval is entered with its scan; one without, or of tomorrow, is not', async ({ clerk, page }, testInfo) => {
  const scan = testInfo.outputPath('批复.pdf');
  await writeFile(scan, await sampleApproval('e2e'));
  const today = chinaDateAt(Date.now());
  const tomorrow = chinaDateAt(Date.now() + 86_400_000);
  await clerk.register(newcomer());
  await clerk.takeIn(approvedTier);
  // The usual body of this route stands there already.
  await expect(clerk.field('approval.body')).not.toHaveValue('');
  await clerk.field('approval.reference').focus();
  await clerk.type('和新人才〔2026〕7号');
  await clerk.press('Tab');
  await clerk.type(tomorrow.replaceAll('-', ''));
  await clerk.press('Ctrl+Enter');
  await expect(clerk.said('approval.approvedOn')).toContainText(zh.fieldCodes['in-the-future']);
  await expect(clerk.said('approval.document')).toContainText(zh.fieldCodes.required);
  await expect(clerk.field('approval.approvedOn')).toBeFocused();
  await page.keyboard.press('Control+A');
  await clerk.type(today.replaceAll('-', ''));
  await clerk.field('approval.document').setInputFiles(scan);
  await expect(page.locator('.scan strong')).toHaveText('批复.pdf');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.granted')).toBeVisible();
});

test('a program that calls itself a scan is refused in words, and can’t be entered', async ({ clerk, page }, testInfo) => {
  const scan = testInfo.outputPath('批复.pdf');
  await writeFile(scan, 'MZ\u0090\u0000This program cannot be run in DOS mode.');
  await clerk.register(newcomer());
  await clerk.takeIn(approvedTier);
  await clerk.field('approval.document').setInputFiles(scan);
  await expect(page.locator('.scan').getByRole('alert')).toContainText(zh.refusals['file-not-accepted'].happened.slice(0, 4));
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.granted')).toHaveCount(0);
});
