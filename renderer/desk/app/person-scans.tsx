import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId, Sha256Hex } from '../../../shared/domain/ids.ts';
import { type Attachments, AttachmentsContext, useAttachments } from '../ui/scan/attachments.ts';
import { findRefusal } from '../ui/trouble.ts';
import { useAct } from '../ui/use-act.ts';
import { desk } from './desk-client.ts';
import { UncoverDialog } from './uncover-dialog.tsx';

type Scan = Awaited<ReturnType<Attachments['get']>>;

/** A scan that shows a whole number, while its reason is being asked. */
interface Waiting {
  sha256: Sha256Hex;
  show(scan: Scan): void;
  leave(): void;
}

/** Scans within are looked at as this person's: where one shows a whole number, the reason is asked first, as for the number itself. */
export function PersonScans({ personId, children }: { personId: PersonId; children: ReactNode }) {
  const { t } = useTranslation('person');
  const { put } = useAttachments();
  const [waiting, setWaiting] = useState<Waiting>();
  const scans = useMemo<Attachments>(
    () => ({
      put,
      get: ({ sha256 }) =>
        desk.attachments.get({ sha256, personId }).catch((error: unknown) => {
          if (!findRefusal(error, 'reason-needed')) throw error;
          return new Promise<Scan>((show, refuse) => setWaiting({ sha256, show, leave: () => refuse(error) }));
        }),
    }),
    [put, personId],
  );
  const close = () => setWaiting(undefined);
  const looking = useAct({
    mutationFn: async (reason: string) => waiting && desk.attachments.get({ sha256: waiting.sha256, personId, reason }),
    onSuccess: (scan) => {
      if (scan) waiting?.show(scan);
      close();
    },
    gcTime: 0,
  });
  return (
    <AttachmentsContext value={scans}>
      {children}
      {waiting && (
        <UncoverDialog
          title={t('uncover.scanTitle')}
          uncovered={{ ask: looking.begin, asking: looking.pending, error: looking.error }}
          onClose={() => {
            waiting.leave();
            close();
          }}
        />
      )}
    </AttachmentsContext>
  );
}
