import type { KeyboardEvent } from 'react';
import { focusNext } from '../../ui/focus-next.ts';
import { isImeKey } from '../../ui/ime-key.ts';

/** Enter goes to the next field. One that an input method or an open list takes is not ours. */
export function onEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (isImeKey(event.nativeEvent) || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
  if (isListsEnter(target)) return;
  if (goOn(currentTarget, target)) event.preventDefault();
}

/** After a value was taken from a list: on from that control, once the page has drawn what follows from it. */
export function goOnFrom(controlId: string): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(controlId);
    const form = control?.closest<HTMLElement>('.register-form');
    // A click elsewhere has already put the cursor where it is wanted.
    if (control instanceof HTMLInputElement && form && document.activeElement === control) goOn(form, control);
  });
}

/**
 * The next stop. Files and what fills itself (`data-pass`) are passed over, and an empty first field of an optional run (`data-run`) passes
 * over all of the run: who needs a later one of it goes there by Tab.
 */
function goOn(form: HTMLElement, from: HTMLInputElement): boolean {
  const run = runOf(from);
  const first = run !== undefined && form.querySelector(`[data-run="${run}"] input`) === from;
  const passesRun = first && from.value === '';
  const skip = (control: HTMLElement) =>
    control.matches('[type=file]') || control.closest('[data-pass]') !== null || (passesRun && runOf(control) === run);
  return focusNext(form, from, skip);
}

function runOf(control: HTMLElement): string | undefined {
  return control.closest<HTMLElement>('[data-run]')?.dataset['run'];
}

/** An open list takes Enter for what the arrows, or the first letters, have chosen in it. */
function isListsEnter(input: HTMLInputElement): boolean {
  if (input.getAttribute('aria-expanded') !== 'true') return false;
  return [...document.querySelectorAll('.ant-select-item-option-active')].some((option) => option.checkVisibility());
}
