/** Puts the cursor on the first refused field within, in the order of the page; false where none is marked. */
export function focusFirstProblem(container: HTMLElement): boolean {
  const control = container.querySelector<HTMLElement>(
    '.field[data-invalid] :is(input:not([type=radio]), textarea, input:checked, input[type=radio])',
  );
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
  return control !== null;
}
