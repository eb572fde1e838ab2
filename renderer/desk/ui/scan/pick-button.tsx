import { Button } from 'antd';
import { useId, useRef } from 'react';

export interface PickButtonProps {
  words: string;
  /** As a file input takes it: `.pdf,.jpg`. */
  accept: string;
  busy: boolean;
  onPick(files: readonly File[]): void;
}

/** A button that chooses a file: the system's own control has the focus, the button beside it the looks. */
export function PickButton({ words, accept, busy, onPick }: PickButtonProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {words}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        className="scan-input visually-hidden"
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          // The same file chosen again after a refusal is a choice, too.
          event.target.value = '';
        }}
      />
      <Button tabIndex={-1} aria-hidden="true" loading={busy} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
}
