import { type RefObject, useEffect, useRef, useState } from 'react';

interface Taker {
  field: HTMLElement | null;
  take(files: readonly File[]): void;
  held(over: boolean): void;
}
/** Every field on the page that takes files. */
const takers = new Set<Taker>();

/** Whose file it is: the field under it; where there is one field only, that one, wherever on the page it was let go. */
function findTaker(target: EventTarget | null): Taker | undefined {
  const under = [...takers].find(({ field }) => target instanceof Node && field?.contains(target));
  return under ?? (takers.size === 1 ? [...takers][0] : undefined);
}

function onDragOver(event: DragEvent): void {
  event.preventDefault();
  const taker = findTaker(event.target);
  for (const one of takers) one.held(one === taker);
}
function onDragLeave(event: DragEvent): void {
  // Leaving an element for another inside the page is no leaving.
  if (event.relatedTarget === null) for (const { held } of takers) held(false);
}
function onDrop(event: DragEvent): void {
  event.preventDefault();
  for (const { held } of takers) held(false);
  findTaker(event.target)?.take([...(event.dataTransfer?.files ?? [])]);
}
function onPaste(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  const taker = files.length > 0 ? findTaker(event.target) : undefined;
  if (!taker) return;
  event.preventDefault();
  taker.take(files);
}

/**
 * Takes files that are dropped or pasted on the field, or anywhere on the page while it is the only one; true while one is held over
 * it. A file let go beside a field would otherwise replace the whole desk.
 */
export function useFileDrop(field: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): boolean {
  const latest = useRef(take);
  latest.current = take;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const taker: Taker = { field: field.current, take: (files) => latest.current(files), held: setOver };
    if (takers.size === 0) listen();
    takers.add(taker);
    return () => {
      takers.delete(taker);
      if (takers.size === 0) rest();
    };
  }, [field]);
  return over;
}

function listen(): void {
  window.addEventListener('dragover', onDragOver);
  window.addEventListener('dragleave', onDragLeave);
  window.addEventListener('drop', onDrop);
  window.addEventListener('paste', onPaste);
}

function rest(): void {
  window.removeEventListener('dragover', onDragOver);
  window.removeEventListener('dragleave', onDragLeave);
  window.removeEventListener('drop', onDrop);
  window.removeEventListener('paste', onPaste);
}
