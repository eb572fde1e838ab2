import { expect, type Page } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { directTier } from '../integration/program-people.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

/** Marks this load of the page, and notes what becomes of each key press once everybody has had it. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(`
    window.sameLoad = true;
    window.printed = 0;
    window.print = () => { window.printed += 1; };
    window.left = [];
    window.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented && !['Control', 'Shift'].includes(event.key)) window.left.push(event.key);
    });
  `);
}

test('a key that means something to a browser means only ours: nothing reloads, prints, closes or searches the page', async ({
  clerk,
  page,
}) => {
  await watchKeys(page);
  const pages = page.context().pages().length;
  for (const focus of ['.search input', '.frame-nav a', '.frame-staff button']) {
    await page.locator(focus).first().focus();
    await clerk.press(
      'F1',
      'F3',
      'F5',
      'F6',
      'F7',
      'Ctrl+P',
      'Ctrl+W',
      'Ctrl+R',
      'Ctrl+S',
      'Ctrl+F',
      'Ctrl+G',
      'Ctrl+T',
      'Ctrl+N',
    );
  }
  expect(await page.evaluate('window.left')).toEqual([]);
  expect(await page.evaluate('[window.sameLoad, window.printed]')).toEqual([true, 0]);
  expect(page.context().pages()).toHaveLength(pages);
  expect(page.isClosed()).toBe(false);
});

test('each page has its key, from wherever the focus is', async ({ clerk, page }) => {
  const heading = page.locator('.frame-work h1');
  for (const [key, title] of [
    ['F3', zh.register.title],
    ['F4', zh.matters.title],
    ['F6', zh.issue.title],
    ['F7', zh.review.title],
    ['F8', zh.verify.title],
  ] as const) {
    await clerk.press(key);
    await expect(heading).toHaveText(title);
  }
  await clerk.press('F2');
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('Esc closes what lies on top and nothing more, and no key begins anything beneath it', async ({ clerk, page }) => {
  await clerk.register(newcomer('浮层之下'));
  await clerk.takeIn(directTier);
  const dialog = page.getByRole('dialog');
  await clerk.press('Ctrl+4');
  await clerk.paperDrawn();
  await clerk.press('F3', 'F4', 'F8', 'Ctrl+1', 'Ctrl+Enter');
  await expect(page.locator('.decide')).toHaveCount(1);
  await expect(page.locator('.paper-preview')).toBeVisible();
  await clerk.press('Esc');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.decide')).toBeVisible();
  // The list of keys, over the same page.
  await page.locator('.frame-nav a').first().focus();
  await clerk.press('?');
  await expect(dialog).toContainText(zh.shell.key.verify);
  await clerk.press('Esc');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.decide')).toBeVisible();
  await clerk.press('Esc');
  await expect(page.locator('.person-name')).toHaveText('浮层之下');
});

test('Esc closes an open menu or list, and the page stays where it is', async ({ clerk, page }) => {
  const facts = newcomer();
  await clerk.register(facts);
  await clerk.press('F8');
  await expect(page.locator('.frame-work h1')).toHaveText(zh.verify.title);
  await page.locator('.frame-staff').getByRole('button').last().press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await clerk.press('Esc');
  await expect(page.getByRole('menuitem').first()).toBeHidden();
  await expect(page.locator('.frame-work h1')).toHaveText(zh.verify.title);
  await clerk.beginRegistration();
  await clerk.field('employment.employerName').focus();
  await clerk.type(facts.employment.employerName.slice(0, 3));
  await expect(page.locator('.employer-line').first()).toBeVisible();
  await clerk.press('Esc');
  await expect(page.locator('.employer-line').first()).toBeHidden();
  await expect(page.locator('.frame-work h1')).toHaveText(zh.register.title);
  // With nothing open it goes back.
  await clerk.press('Esc');
  await expect(page.locator('.frame-work h1')).toHaveText(zh.verify.title);
});

test('a question mark is a sign where text is typed', async ({ clerk, page }) => {
  await clerk.press('F2');
  await clerk.type('?');
  await expect(page.getByRole('combobox')).toHaveValue('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
