import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

const { draft } = zh.register;

test('an unfinished registration is there after the page was loaded anew, with what was still to be confirmed', async ({
  clerk,
  page,
}) => {
  const { document, identity } = newcomer('半份登记');
  await clerk.beginRegistration();
  await clerk.type(document.number);
  await clerk.press('Enter');
  await clerk.field('identity.name').focus();
  await clerk.type(identity.name);
  await clerk.press('Tab');
  await expect(page.locator('.accept-said')).toContainText(draft.saved);
  await page.reload();
  await expect(clerk.field('identity.name')).toHaveValue(identity.name);
  await expect(clerk.field('document.number')).toHaveValue(document.number);
  await expect(clerk.said('identity.birthDate')).toHaveText(zh.register.filled['to-confirm']);
});

test('after a power cut the clerk is back at the unfinished registration, and it is offered wherever another one is begun', async ({
  startOwn,
}) => {
  const first = await startOwn();
  const before = new Clerk(first.page);
  await before.beginTrial();
  await before.signIn();
  const { document, identity, contact } = newcomer('断电之人');
  await before.beginRegistration();
  await before.type(document.number);
  await before.press('Enter');
  await before.field('identity.name').focus();
  await before.type(identity.name);
  await before.press('Tab');
  await before.field('contact.phone').focus();
  await before.type(contact.phone);
  await before.press('Tab');
  await expect(first.page.locator('.accept-said')).toContainText(draft.saved);
  await first.kill();

  const { page } = await startOwn(first.place);
  const clerk = new Clerk(page);
  await clerk.signIn();
  await expect(clerk.field('identity.name')).toHaveValue(identity.name);
  await expect(clerk.field('contact.phone')).toHaveValue(contact.phone);
  await page.locator('.frame-nav a').first().press('Enter');
  await clerk.beginRegistration();
  await expect(clerk.field('identity.name')).toHaveValue('');
  const offered = page.getByRole('link', { name: draft.open.replace('{{title}}', identity.name) });
  await offered.press('Enter');
  await expect(clerk.field('identity.name')).toHaveValue(identity.name);
  await expect(clerk.field('document.number')).toHaveValue(document.number);
});

test('a registration that was finished leaves no draft', async ({ clerk, page }) => {
  await clerk.register(newcomer('办完之人'));
  await clerk.beginRegistration();
  await expect(page.locator('.register-side')).not.toContainText('办完之人');
});
