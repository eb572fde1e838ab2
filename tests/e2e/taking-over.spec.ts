import { join } from 'node:path';
import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';

const words = zh.takeOver;
const ledger = join(import.meta.dirname, '..', 'fixtures', 'ledgers', 'old-cards.csv');

test('a ledger is taken over by keyboard: every row answered, signed off, and found by its old number', async ({
  clerk,
  page,
}, testInfo) => {
  // Seven screens are looked at in two sizes.
  test.setTimeout(150_000);
  await page.locator('.frame-nav a').last().press('Enter');
  const file = page.locator('.take-over input[type=file]');
  await expect(file).toBeFocused();
  await look(page, 'take-over-empty-zh', testInfo);
  await file.setInputFiles(ledger);
  const answers = page.locator('.take-over .ant-radio-button-wrapper');
  await expect(answers.first()).toContainText('30');
  const rows = page.locator('.ledger-rows tbody tr');
  await expect(rows).toHaveCount(30);
  await expect(rows.nth(2)).toContainText(words.code['supervisor-needed']);
  await expect(rows.nth(4)).toContainText(words.code['digits-lost']);
  await expect(rows.nth(8)).toContainText(words.code['word-unexplained']);
  await look(page, 'take-over-zh', testInfo);

  // The one word that explains itself to nobody: its place is the first that is marked.
  const word = page.locator('.ledger-word', { hasText: '丢了' }).getByRole('combobox');
  await word.focus();
  await clerk.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(rows.nth(8)).not.toContainText(words.code['word-unexplained']);
  await clerk.press('Ctrl+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.signOff.title);
  await look(page, 'take-over-sign-off-zh', testInfo);
  const { number, pin } = member('supervisor');
  await expect(dialog.locator('input').first()).toBeFocused();
  await clerk.type(number);
  await clerk.press('Tab');
  await clerk.type(pin);
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.ledger-progress')).toContainText(/收了 23 行；7 行没有收/);
  await expect(page.locator('.take-over .ant-radio-button-wrapper', { hasText: words.answer.taken })).toBeVisible();
  await look(page, 'take-over-done-zh', testInfo);

  await page.locator('button[lang]').press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await look(page, 'take-over-done-en', testInfo);
  await page.locator('button[lang]').press('Enter');

  await clerk.find('RC-2022-0001');
  await expect(page.locator('.person-name')).toHaveText('白音孟和');
  await page.getByRole('tab', { name: zh.person.tabs.cards }).press('Enter');
  await expect(page.locator('.person-block').first()).toContainText('RC-2022-0001');
  await expect(page.locator('.person-block').first()).toContainText(words.oldCard);
  await look(page, 'take-over-person-zh', testInfo);
});
