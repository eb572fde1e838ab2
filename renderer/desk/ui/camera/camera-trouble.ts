/** Why there is no picture. */
export type CameraTrouble = 'no-camera' | 'refused' | 'in-use' | 'unplugged';

/** What the browser's error means for the clerk: nothing there, not allowed, or another program has it. */
export function cameraTrouble(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-camera';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  // NotReadableError, AbortError, and what a driver thinks up: the device is there and gives nothing.
  return 'in-use';
}
