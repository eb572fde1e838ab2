import { describe, expect, it } from 'vitest';
import { storageFailure } from './storage-failure.ts';

const failed = (name: string, extra: object = {}) => Object.assign(new Error(`${name} happened`), { name, ...extra });

describe('what a failed transaction is reported as', () => {
  it('a full disk is found under the abort that it caused', () => {
    const abort = failed('AbortError', { inner: failed('QuotaExceededError') });
    expect(storageFailure(abort)).toEqual({
      code: 'storage-full',
      data: { name: 'QuotaExceededError', message: 'QuotaExceededError happened' },
    });
  });

  it('a full disk is found among the failures of a bulk call', () => {
    const bulk = failed('BulkError', { failures: [failed('AbortError', { inner: failed('QuotaExceededError') })] });
    expect(storageFailure(bulk).code).toBe('storage-full');
  });

  it('anything else names its innermost cause', () => {
    const abort = failed('AbortError', { inner: failed('UnknownError') });
    expect(storageFailure(abort)).toEqual({
      code: 'database-failed',
      data: { name: 'UnknownError', message: 'UnknownError happened' },
    });
  });

  it('a cause that leads back to itself, or is no error at all, still gets an answer', () => {
    const loop = failed('AbortError');
    Object.assign(loop, { inner: loop });
    expect(storageFailure(loop).data.name).toBe('AbortError');
    expect(storageFailure('gone')).toEqual({ code: 'database-failed', data: { name: 'Error', message: 'gone' } });
  });
});
