import { useEffect, useRef } from 'react';
import { isImeKey } from '../ui/ime-key.ts';

/** The one key table. What the keys are called on screen is what stands here. */
export const keys = {
  search: 'F2',
  register: 'F3',
  matters: 'F4',
  issue: 'F6',
  review: 'F7',
  verify: 'F8',
  accept: 'Ctrl+Enter',
  print: 'Ctrl+P',
  recognise: 'Ctrl+1',
  decide: 'Ctrl+2',
  issueCard: 'Ctrl+3',
  printReceipt: 'Ctrl+4',
  printCertificate: 'Ctrl+5',
  printCard: 'Ctrl+6',
  handOver: 'Ctrl+7',
  reportLost: 'Ctrl+8',
  replaceCard: 'Ctrl+9',
  uncover: 'Ctrl+U',
  back: 'Esc',
  help: '?',
} as const;
export type KeyName = keyof typeof keys;

/** Keys that a browser would act on and that mean nothing, or something of ours, here. */
const swallowed = new Set([
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
]);
/** Keys of the frame and of a page's own acts: under a dialog they rest, so that nothing is begun beneath it unseen. */
const restingUnderDialogs = new Set<KeyName>([
  'search',
  'register',
  'matters',
  'issue',
  'review',
  'verify',
  'help',
  'recognise',
  'decide',
  'issueCard',
  'printReceipt',
  'printCertificate',
  'printCard',
  'handOver',
  'reportLost',
  'replaceCard',
  'uncover',
]);
const nameOf = new Map<string, KeyName>(Object.entries(keys).map(([name, key]) => [key, name as KeyName]));

type Handler = () => void;
interface Taker {
  handler: Handler;
  enabled: boolean;
}
/** Who takes each key, in the order in which they were mounted. */
const takers = new Map<KeyName, Taker[]>();

/** What matters of a keyboard event, so that the rules below can be tested without a page. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** How the table writes a key press: `Ctrl+Enter`, `F3`, `Esc`, `?`. An IME's keys are never ours (keyCode 229). */
export function keyLabel(press: KeyPress): string | undefined {
  if (isImeKey(press) || press.altKey) return undefined;
  if (press.key === 'Escape') return 'Esc';
  if (press.key === '?' || press.key === '？') return '?';
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const withShift = press.shiftKey ? 'Shift+' : '';
  return (press.ctrlKey || press.metaKey ? 'Ctrl+' : '') + withShift + key;
}

/** Whether keys typed there are text: `?` is then a sign and no command. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])');
}

function onKeyDown(event: KeyboardEvent): void {
  const label = keyLabel(event);
  if (!label) return;
  if (swallowed.has(label)) event.preventDefault();
  const name = nameOf.get(label);
  if (!name) return;
  if (name === 'help' && isTextField(event.target)) return;
  if (name === 'back' && escIsTaken) return;
  const taker = takers.get(name)?.findLast(({ enabled }) => enabled);
  if (!taker) return;
  event.preventDefault();
  if (restingUnderDialogs.has(name) && isDialogOpen()) return;
  if (!event.repeat) taker.handler();
}

/** Whether a dialog or a drawer lies over the page. */
export function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) => dialog.checkVisibility());
}

/** A dialog, a drawer or an open list takes Esc for itself, wherever the focus is; going back from the page too would be one step too many. */
function isTakenAbove(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.closest('[aria-expanded=true]')) return true;
  return [...document.querySelectorAll('[role=dialog], [role=menu]')].some((above) => above.checkVisibility());
}

/** Decided before anybody has acted on the press: a dialog that closes on it is gone by the time the page hears of it. */
let escIsTaken = false;

/** Begins to listen; called once, before the first screen. Nothing else in the desk listens for these keys. */
export function listenForKeys(page: Window): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') escIsTaken = isTakenAbove(event.target);
    },
    { capture: true },
  );
  page.addEventListener('keydown', onKeyDown);
}

/** Does `handler` on that key while the component is shown. The one mounted last goes first, so a drawer's key wins over its page's. */
export function useKey(name: KeyName, handler: Handler, enabled = true): void {
  const taker = useRef<Taker>({ handler, enabled });
  taker.current.handler = handler;
  taker.current.enabled = enabled;
  useEffect(() => {
    const own = taker.current;
    // It keeps its place while it is disabled: enabled beneath a dialog, a page's key must not get before the dialog's.
    takers.set(name, [...(takers.get(name) ?? []), own]);
    return () => {
      takers.set(
        name,
        (takers.get(name) ?? []).filter((other) => other !== own),
      );
    };
  }, [name]);
}
