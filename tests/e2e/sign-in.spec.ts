import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { Clerk } from './clerk.ts';
import { test } from './desk-test.ts';

test('a fresh computer is tried out, and a clerk signs in by number and PIN, without a mouse', async ({ startOwn }) => {
  const { page } = await startOwn();
  const clerk = new Clerk(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.signIn.enrol.title);
  await clerk.beginTrial();
  await clerk.signIn();
  await expect(page.locator('.frame-staff')).toContainText(member('clerk').name);
  // The search box has the cursor when nothing else has.
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('a wrong PIN is told with the attempts that are left, and the cursor is where the next one is typed', async ({
  clerk,
  page,
}) => {
  await clerk.signOut();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.signIn.title);
  await clerk.type(member('clerk').number);
  await clerk.press('Tab');
  await clerk.type('424242');
  await clerk.press('Enter');
  await expect(page.getByRole('alert')).toContainText('4');
  await expect(page.locator('.entrance input[type=password]')).toHaveValue('');
});
