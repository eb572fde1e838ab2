// A checkbox stands beside a field and says what could also be typed there: Tab reaches it, Enter passes it over, but for one that is an
// act of its own (`data-stop`).
const controls =
  ':is(input:not([type=checkbox]), [data-stop] input[type=checkbox], textarea, button[data-accept]):not([type=hidden], [disabled])';

/**
 * Puts the cursor on the next control after `from`, as Enter does at a counter: fields, one stop for a group of choices, at the end the
 * button that accepts. `skip` names further controls to be passed over. False where there is none.
 */
export function focusNext(container: HTMLElement, from: HTMLElement, skip: (control: HTMLElement) => boolean = none): boolean {
  const all = [...container.querySelectorAll<HTMLElement>(controls)].filter((control) => isStop(control, container));
  const next = all.find((control) => comesAfter(control, from) && !sameGroup(control, from) && !skip(control));
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement && !['radio', 'checkbox'].includes(next.type)) next.select();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

const none = () => false;

/** In the page's order, which also holds for a control that is no stop itself, such as a checkbox that Enter was pressed on. */
function comesAfter(control: HTMLElement, from: HTMLElement): boolean {
  return (from.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
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
