import { expect, type Page } from '@playwright/test';

/** Turns the desk to that language by its own button. */
export async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  // The button says what it switches to, and is marked with that language. A screen that comes meanwhile brings another one.
  const button = page.locator('button[lang]');
  await expect(async () => {
    if ((await button.getAttribute('lang'))?.startsWith(language)) await button.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`), { timeout: 1_000 });
  }).toPass();
}
