import { useEffect, useState } from 'react';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { useAttachments } from './attachments.ts';

export interface StoredFile {
  file: Blob | undefined;
  error: unknown;
}

/** A stored scan or photo, to be looked at; in memory only while somebody looks. */
export function useStoredFile(sha256: EvidenceFile['sha256'] | undefined): StoredFile {
  const attachments = useAttachments();
  const [stored, setStored] = useState<StoredFile>(nothing);
  useEffect(() => {
    setStored(nothing);
    if (sha256 === undefined) return;
    let over = false;
    attachments.get({ sha256 }).then(
      ({ file }) => over || setStored({ file, error: undefined }),
      (error: unknown) => over || setStored({ file: undefined, error }),
    );
    return () => {
      over = true;
    };
  }, [attachments, sha256]);
  return stored;
}

const nothing: StoredFile = { file: undefined, error: undefined };

/** An address under which the page itself can show the file; gone with the component. */
export function useFileAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return setAddress(undefined);
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
