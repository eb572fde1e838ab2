import type { KeyboardEvent } from 'react';
import { focusNext } from './focus-next.ts';
import { isImeKey } from './ime-key.ts';

/** For a form's container: Enter in a field goes on to the next one, and at the end to the button that accepts. */
export function nextOnEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key, ctrlKey, metaKey } = event;
  if (key !== 'Enter' || ctrlKey || metaKey || isImeKey(event.nativeEvent)) return;
  if (!(target instanceof HTMLInputElement)) return;
  if (focusNext(currentTarget, target)) event.preventDefault();
}
