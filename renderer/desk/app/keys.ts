import { useEffect, useRef } from 'react';
import { isImeKey } from '../ui/ime-key.ts';

/** The one key table. What the keys are called on screen is what stands here. */
export const keys = {
  search: 'F2',
  register: 'F3',
  matters: 'F4',
  consult: 'F5',
  issue: 'F6',
  review: 'F7',
  verify: 'F8',
  accept: 'Ctrl+Enter',
  leaveForReview: 'Ctrl+Shift+Enter',
  decline: 'Ctrl+D',
  handOn: 'Ctrl+H',
  inform: 'Ctrl+I',
  different: 'Ctrl+M',
  batch: 'Ctrl+B',
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
  camera: 'Ctrl+K',
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
  'Ctrl+D',
  'Ctrl+H',
  'Ctrl+K',
  'Ctrl+B',
  'Ctrl+I',
  'Ctrl+M',
]);
const nameOf = new Map<string, KeyName>(Object.entries(keys).map(([name, key]) => [key, name as KeyName]));

type Handler = () => void;
interface Taker {
  handler: Handler;
  enabled: boolean;
  inDialog: boolean;
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
  const all = takers.get(name)?.filter(({ enabled }) => enabled) ?? [];
  if (all.length === 0) return;
  event.preventDefault();
  // Under a dialog the keys of page and frame rest, so that nothing is begun beneath it unseen.
  const taker = (isDialogOpen() ? all.filter(({ inDialog }) => inDialog) : all).at(-1);
  if (!event.repeat) taker?.handler();
}

/** Whether a dialog or a drawer lies over the page. */
function isDialogOpen(): boolean {
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

/** Does `handler` on that key while the component is shown and no dialog lies over it. The one mounted last goes first. */
export function useKey(name: KeyName, handler: Handler, enabled = true): void {
  useTaker(name, { handler, enabled, inDialog: false });
}

/** The same for a component inside a dialog. */
export function useDialogKey(name: KeyName, handler: Handler): void {
  useTaker(name, { handler, enabled: true, inDialog: true });
}

function useTaker(name: KeyName, now: Taker): void {
  const taker = useRef(now);
  Object.assign(taker.current, now);
  useEffect(() => {
    const own = taker.current;
    // It keeps its place while it is disabled: one that is enabled again does not get before those that came later.
    takers.set(name, [...(takers.get(name) ?? []), own]);
    return () => {
      takers.set(
        name,
        (takers.get(name) ?? []).filter((other) => other !== own),
      );
    };
  }, [name]);
}
