import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

test('people are found as one types pinyin, chosen with arrows and opened with Enter', async ({ clerk, page }) => {
  const [first, second] = [newcomer('司徒望北'), newcomer('司徒望北')];
  for (const facts of [first, second]) await clerk.register(facts);
  await clerk.press('F2');
  await clerk.type('stwb');
  const hits = page.getByRole('option');
  await expect(hits).toHaveCount(2);
  await expect(hits.first()).toContainText(zh.search.reason.pinyin);
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
  // The newest stands first; the arrow goes on to the one before.
  await clerk.press('ArrowDown');
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true');
  await clerk.press('Enter');
  await expect(page.locator('.person-identity')).toContainText(first.document.number.slice(-4));
  await clerk.press('F2');
  await clerk.type(second.document.number.slice(-6));
  await expect(hits).toHaveCount(1);
  await expect(hits.first().locator('mark')).toHaveText(second.document.number.slice(-4));
  await clerk.press('Enter');
  await expect(page.locator('.person-identity')).toContainText(second.document.number.slice(-4));
});

test('Esc empties the box first, and nobody is found by nonsense', async ({ clerk, page }) => {
  await clerk.press('F2');
  await clerk.type('zzzzqqqq');
  await expect(page.locator('.search-none')).toHaveText(zh.search.none);
  await clerk.press('Esc');
  await expect(page.getByRole('combobox')).toHaveValue('');
  await expect(page.locator('.frame-work h1')).toHaveText(zh.home.title);
});

test('what a scanner types lands in the box wherever the focus is', async ({ clerk, page }) => {
  const facts = newcomer('扫码之人');
  await clerk.register(facts);
  await page.locator('.person-actions button').first().focus();
  // A scanner types the whole number faster than any list can follow, and its Enter opens the one it means.
  await page.keyboard.type(facts.contact.phone);
  await clerk.press('Enter');
  await expect(page.locator('.person-name')).toHaveText('扫码之人');
});
