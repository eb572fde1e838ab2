export interface StorageFailure {
  readonly code: 'storage-full' | 'database-failed';
  readonly data: { name: string; message: string };
}

interface Failed {
  name?: unknown;
  message?: unknown;
  inner?: unknown;
  failures?: unknown;
}

/**
 * What really failed. Dexie wraps: an aborted transaction bears its cause as `inner`, a bulk call its first failure in `failures`,
 * and a full disk shows at any depth.
 */
export function storageFailure(error: unknown): StorageFailure {
  const chain: Failed[] = [];
  for (let at: unknown = error; typeof at === 'object' && at !== null && !chain.includes(at as Failed); at = next(at as Failed)) {
    chain.push(at as Failed);
  }
  const full = chain.find(({ name }) => name === 'QuotaExceededError');
  const innermost = full ?? chain.at(-1) ?? { name: 'Error', message: String(error) };
  const data = { name: String(innermost.name).slice(0, 100), message: String(innermost.message).slice(0, 500) };
  return { code: full ? 'storage-full' : 'database-failed', data };
}

function next({ inner, failures }: Failed): unknown {
  if (inner !== undefined && inner !== null) return inner;
  return Array.isArray(failures) ? failures[0] : undefined;
}
