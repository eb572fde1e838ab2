import { type CDPSession, expect, type Page } from '@playwright/test';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

/** An input method at work: letters being composed, an Enter that ends the composition, and the text that it leaves. */
class InputMethod {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<InputMethod> {
    await page.evaluate(`
      window.enters = [];
      window.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.keyCode === 229) window.enters.push(event.isComposing || event.keyCode === 229);
      }, { capture: true });
    `);
    return new InputMethod(page, await page.context().newCDPSession(page));
  }

  async compose(letters: string): Promise<void> {
    const at = letters.length;
    await this.#session.send('Input.imeSetComposition', { text: letters, selectionStart: at, selectionEnd: at });
  }

  /** Enter as an input method takes it: the page hears of a key that is not its own. */
  async enter(): Promise<void> {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
  }

  /** That the page heard the Enter at all, and as one of a composition. */
  async expectHeard(): Promise<void> {
    expect(await this.#page.evaluate('window.enters')).toEqual([true]);
  }
}

test('an input method’s Enter ends a composition and does not go on to the next field', async ({ clerk, page }) => {
  await clerk.beginRegistration();
  const name = clerk.field('identity.name');
  await name.focus();
  const ime = await InputMethod.on(page);
  await ime.compose('ouyang');
  await expect(name).toHaveValue('ouyang');
  await ime.enter();
  await ime.expectHeard();
  await ime.commit('欧阳');
  await expect(name).toHaveValue('欧阳');
  await expect(name).toBeFocused();
  await clerk.press('Enter');
  await expect(name).not.toBeFocused();
});

test('nor does it register anybody, with all fields filled', async ({ clerk, page }) => {
  await clerk.beginRegistration();
  await clerk.fillIn(newcomer());
  const residence = clerk.field('contact.residence');
  await residence.focus();
  const ime = await InputMethod.on(page);
  await ime.compose('hohhot');
  await ime.enter();
  await ime.expectHeard();
  await ime.commit('呼和浩特');
  await expect(residence).toHaveValue('呼和浩特');
  await expect(page.locator('.register')).toBeVisible();
});

test('nor does it take a value from a list that opened meanwhile', async ({ clerk, page }) => {
  await clerk.beginRegistration();
  const level = clerk.field('qualifications.educations.0.level');
  await level.focus();
  const ime = await InputMethod.on(page);
  await ime.compose('21');
  await expect(page.locator('.ant-select-item-option-active:visible')).toBeVisible();
  await ime.enter();
  await ime.expectHeard();
  await ime.commit('本科');
  await expect(level).toHaveValue('本科');
  await expect(level).toBeFocused();
});

test('nor does it open a hit while a name is still being composed in the search box', async ({ clerk, page }) => {
  await clerk.register(newcomer('公孙未定'));
  await page.locator('.frame-nav a').first().press('Enter');
  await clerk.press('F2');
  const ime = await InputMethod.on(page);
  await ime.compose('gongsun');
  await expect(page.getByRole('option').first()).toBeVisible();
  await ime.enter();
  await ime.expectHeard();
  await expect(page.locator('.person-name')).toHaveCount(0);
  await ime.commit('公孙');
  await clerk.press('Enter');
  await expect(page.locator('.person-name')).toHaveText('公孙未定');
});

test('nor does it check a card that is being typed', async ({ clerk, page }) => {
  await clerk.press('F8');
  const box = page.locator('.verify textarea');
  await expect(box).toBeFocused();
  const ime = await InputMethod.on(page);
  await ime.compose('ka');
  await ime.enter();
  await ime.expectHeard();
  await ime.commit('卡');
  await expect(box).toHaveValue('卡');
  await expect(page.locator('.recent li')).toHaveCount(0);
});
