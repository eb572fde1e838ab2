// A checkbox stands beside a field and says what could also be typed there: Tab reaches it, Enter passes it over.
const controls = ':is(input, textarea, button[data-accept]):not([type=hidden], [type=checkbox], [disabled])';

/**
 * Puts the cursor on the next control after `from`, as Enter does at a counter: fields, one stop for a group of choices, at the end the
 * button that accepts. False where there is none.
 */
export function focusNext(container: HTMLElement, from: HTMLElement): boolean {
  const all = [...container.querySelectorAll<HTMLElement>(controls)].filter((control) => isStop(control, container));
  const here = all.findIndex((control) => control === from || sameGroup(control, from));
  const next = all.slice(here + 1).find((control) => !sameGroup(control, from));
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement && next.type !== 'radio') next.select();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** A group of choices is one stop: its chosen one, or its first where none is chosen. What Tab passes over, Enter passes over. */
function isStop(control: HTMLElement, container: HTMLElement): boolean {
  if (control.tabIndex < 0) return false;
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
  const group = [...container.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((other) =>
    sameGroup(other, control),
  );
  return control === (group.find((other) => other.checked) ?? group[0]);
}

function sameGroup(a: HTMLElement, b: HTMLElement): boolean {
  if (!(a instanceof HTMLInputElement) || !(b instanceof HTMLInputElement)) return false;
  return a.type === 'radio' && b.type === 'radio' && a.name === b.name;
}
