import { useEffect, useRef } from 'react';
import { isTextField } from '../../app/keys.ts';

/** What of a key press says that it is typing and no command. */
export interface StrayPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

/**
 * Whether a key typed where no text can be typed belongs into the search box: any sign but `?` (the keys' list) and the space
 * (which presses buttons). A scanner is a keyboard: its first sign moves the focus, and the rest follows it there.
 */
export function isStray(press: StrayPress): boolean {
  if (press.ctrlKey || press.altKey || press.metaKey) return false;
  // An IME's first key comes as `Process`; moved in time, the composition begins in the box.
  if (press.key === 'Process') return true;
  return [...press.key].length === 1 && !press.isComposing && !['?', '？', ' '].includes(press.key);
}

/** Calls `focus` before a stray sign is written, so that it lands where the focus then is. */
export function useStrayTyping(focus: () => void): void {
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTextField(event.target) || !isStray(event)) return;
      // Within a dialog the focus stays: what it asks goes first.
      if (event.target instanceof HTMLElement && event.target.closest('[role=dialog], [role=menu], [role=listbox]')) return;
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
