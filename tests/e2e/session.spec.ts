import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

test('a locked desk shows nobody’s data, and opens where it was with the clerk’s PIN', async ({ clerk, page }) => {
  await clerk.register(newcomer('锁前之人'));
  await clerk.chooseFromMenu(zh.shell.lock);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.signIn.locked.title);
  await expect(page.locator('body')).not.toContainText('锁前之人');
  await expect(page.locator('.entrance')).toContainText(member('clerk').name);
  await clerk.type(member('clerk', true).pin);
  await clerk.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.entrance input')).toHaveValue('');
  await clerk.type(member('clerk').pin);
  await clerk.press('Enter');
  await expect(page.locator('.person-name')).toHaveText('锁前之人');
});

test('no key of the desk works while it is locked', async ({ clerk, page }) => {
  await clerk.chooseFromMenu(zh.shell.lock);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.signIn.locked.title);
  await clerk.press('F3', 'F2', 'F8', 'Ctrl+1', 'Ctrl+P', 'Esc');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.signIn.locked.title);
  await expect(page.locator('.frame')).toHaveCount(0);
});

test('a clerk signs out, another signs in and finds the day as it was', async ({ clerk, page }) => {
  const facts = newcomer('交班之人');
  await clerk.register(facts);
  await clerk.signOut();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.signIn.title);
  await expect(page.locator('body')).not.toContainText('交班之人');
  const next = member('clerk', true);
  await clerk.signIn(next);
  await expect(page.locator('.frame-staff')).toContainText(next.name);
  await clerk.find('交班');
  await expect(page.locator('.person-name')).toHaveText('交班之人');
  await clerk.signOut();
  await clerk.signIn();
});

test('whoever is no clerk sees no way to what they may not do', async ({ clerk, page }) => {
  await clerk.signOut();
  await clerk.signIn(member('administrator'));
  await expect(page.locator('.frame-nav')).not.toContainText(zh.shell.nav.register);
  await clerk.signOut();
  await clerk.signIn();
  await expect(page.locator('.frame-nav')).toContainText(zh.shell.nav.register);
});
