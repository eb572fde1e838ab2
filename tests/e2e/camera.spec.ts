import { expect, type Page } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { directTier } from '../integration/program-people.ts';
import { Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { filmOf } from './film.ts';
import { newPlace } from './running-desk.ts';

const words = zh.camera;

/** Registered, recognised, with both sides of the card printed; the person's page is open. */
async function withPrintedCard(clerk: Clerk, name: string): Promise<void> {
  await clerk.register(newcomer(name));
  await clerk.takeIn(directTier);
  await clerk.signOff();
  await expect(clerk.page.locator('.granted')).toBeVisible();
  await clerk.press('Ctrl+3');
  await clerk.paperDrawn(2);
  await clerk.press('Ctrl+P');
  await expect(clerk.page.locator('.paper-side .ant-tag-success')).toHaveCount(2);
  await clerk.press('Esc', 'Ctrl+Enter');
  await expect(clerk.page.locator('.person-name-line')).toContainText(zh.cardLife.state.made);
}

const result = (page: Page) => page.locator('.check-word').first();

test('a card held before the camera is verified, and refused as soon as it is known here that it was lost', async ({
  startOwn,
}) => {
  test.setTimeout(150_000);
  const place = newPlace();
  const first = await startOwn(place);
  const clerk = new Clerk(first.page);
  await clerk.beginTrial();
  await clerk.signIn();
  await withPrintedCard(clerk, '镜头之人');
  await clerk.press('Ctrl+7', 'Ctrl+Enter');
  await clerk.paperDrawn(1);
  await clerk.press('Esc');
  await first.close();
  const { page } = await startOwn({ ...place, camera: filmOf(place, 'card-back') });
  const again = new Clerk(page);
  await again.signIn();
  await again.press('F8', 'Ctrl+K');
  await expect(page.locator('.camera video[data-live]')).toBeVisible();
  await expect(result(page)).toContainText(zh.verify.result.valid);
  await expect(page.locator('.check').first()).toContainText('镜头之人');
  await again.press('Ctrl+K');
  await expect(page.locator('.camera')).toHaveCount(0);
  await again.find('镜头之人');
  await expect(page.locator('.person-actions')).toBeVisible();
  await again.press('Ctrl+8');
  await expect(page.getByRole('dialog')).toContainText(zh.cardLife.reason['report-lost'].person);
  await again.press('Space', 'Ctrl+Enter');
  await again.paperDrawn(1);
  await again.press('Esc', 'F8', 'Ctrl+K');
  await expect(result(page)).toContainText(zh.verify.withdrawn.lost.word);
});

test('without a camera the page says so, and what was typed is verified all the same', async ({ clerk, page }) => {
  await clerk.press('F8', 'Ctrl+K');
  await expect(page.getByRole('alert')).toContainText(words.trouble['no-camera']);
  await clerk.press('Ctrl+K');
  await expect(page.getByRole('textbox', { name: zh.verify.box })).toBeVisible();
});
