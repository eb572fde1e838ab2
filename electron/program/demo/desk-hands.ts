import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskHands } from '../../host/host.ts';

const patienceMs = 30_000;
const pollMs = 40;

/** Keys by the name that the desk's key table gives them. */
const virtualKeys: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  Tab: 9,
  ArrowDown: 40,
  ArrowUp: 38,
  F2: 113,
  F3: 114,
  F4: 115,
  F6: 117,
  F7: 118,
  F8: 119,
};
const controlModifier = 2;

/** Types, clicks and looks as a clerk does: real key and mouse events on the desk's page, and pictures of what is on it. */
export class ClerkHands {
  readonly #page: DeskHands;
  readonly #pictures: string;
  #pictured = 0;

  constructor(page: DeskHands, pictures: string) {
    this.#page = page;
    this.#pictures = pictures;
  }

  /** The screen that a counter has at least. */
  async setScreen(): Promise<void> {
    const screen = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false };
    await this.#page.send('Emulation.setDeviceMetricsOverride', screen);
  }

  /** Resolves with the script's value when it is truthy. Throws where that takes too long, naming what was waited for. */
  async waitFor(what: string, script: string): Promise<unknown> {
    for (const until = performance.now() + patienceMs; ; await sleep(pollMs)) {
      const value = await this.evaluate(script).catch(() => undefined);
      if (value) return value;
      if (performance.now() > until) {
        await this.picture('what-was-there-instead');
        throw new Error(`The desk did not show ${what}`);
      }
    }
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#page.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (answer['exceptionDetails']) throw new Error('a look at the desk failed');
    return (answer['result'] as { value?: unknown }).value;
  }

  async see(selector: string): Promise<void> {
    await this.waitFor(selector, `(${visible})(${JSON.stringify(selector)})`);
  }

  async seeText(text: string): Promise<void> {
    await this.waitFor(`“${text}”`, `document.body.innerText.includes(${JSON.stringify(text)})`);
  }

  /** Clicks the first visible element that matches and, if given, bears exactly that text. */
  async click(selector: string, text?: string): Promise<void> {
    const at = (await this.waitFor(
      `${selector} ${text ?? ''}`,
      `(${placeOf})(${JSON.stringify(selector)}, ${JSON.stringify(text ?? null)})`,
    )) as { x: number; y: number };
    const mouse = { ...at, button: 'left', clickCount: 1 };
    await this.#page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
    await this.#page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
    await this.#page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
  }

  /** Puts the text into the field in place of what is there, as an input method does. */
  async fill(selector: string, text: string): Promise<void> {
    // A dialog that still moves into its place may not be where the hand went: a person looks where the cursor is, and clicks again.
    const isThere = `document.activeElement?.matches(${JSON.stringify(selector)}) === true`;
    do await this.click(selector);
    while (!(await this.evaluate(isThere)));
    await this.evaluate(`(() => { const field = document.activeElement; if (field && 'select' in field) field.select(); })()`);
    await this.#page.send('Input.insertText', { text });
  }

  /** Types where the cursor is. */
  async type(text: string): Promise<void> {
    await this.#page.send('Input.insertText', { text });
  }

  async press(name: string): Promise<void> {
    const control = name.startsWith('Ctrl+');
    const key = control ? name.slice(5) : name;
    const code = key.length === 1 ? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`) : key;
    const stroke = {
      key: key.length === 1 ? key.toLowerCase() : key,
      code,
      windowsVirtualKeyCode: virtualKeys[key] ?? key.toUpperCase().charCodeAt(0),
      modifiers: control ? controlModifier : 0,
      ...(key === 'Enter' && !control && { text: '\r' }),
    };
    await this.#page.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke });
    await this.#page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  }

  /** Chooses files in a file field, as the system's dialog would. */
  async choose(selector: string, files: readonly string[]): Promise<void> {
    await this.waitFor(selector, `document.querySelector(${JSON.stringify(selector)}) !== null`);
    const { result } = (await this.#page.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
    })) as { result: { objectId: string } };
    await this.#page.send('DOM.setFileInputFiles', { files: [...files], objectId: result.objectId });
  }

  /** A hand on the mouse. */
  async stir(): Promise<void> {
    await this.#page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 3, y: 3 });
    await this.#page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 4, y: 4 });
  }

  /** A picture of the desk, numbered in the order of the day. */
  async picture(name: string): Promise<void> {
    // Two frames, so that what was just changed has been drawn.
    await this.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))');
    const { data } = (await this.#page.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    this.#pictured += 1;
    const file = `${String(this.#pictured).padStart(2, '0')}-${name}.png`;
    await writeFile(join(this.#pictures, file), Buffer.from(data, 'base64'));
  }
}

const visible = `(selector) => [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0)`;

const placeOf = `async (selector, text) => {
  const fits = (element) => element.getClientRects().length > 0 && !element.disabled && (text === null || element.textContent.trim().startsWith(text));
  const element = [...document.querySelectorAll(selector)].find(fits);
  if (!element) return undefined;
  element.scrollIntoView({ block: 'center', inline: 'nearest' });
  const before = element.getBoundingClientRect();
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const { x, y, width, height } = element.getBoundingClientRect();
  // A dialog that is still opening would have moved on before the click comes.
  if (x !== before.x || y !== before.y || width !== before.width) return undefined;
  const at = { x: x + width / 2, y: y + height / 2 };
  // Something on its way over it (a drawer that is just closing) would take the click instead.
  const top = document.elementFromPoint(at.x, at.y);
  return top && (element.contains(top) || top.contains(element)) ? at : undefined;
}`;
