import { Drawer } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperDesk, PaperDeskContext, type PaperRequest } from '../../app/paper-desk.ts';
import { JobList } from './job-list.tsx';
import { PaperPreview } from './paper-preview.tsx';

/** Stands around every page, so that each can show a paper or the queue without knowing this feature. */
export function PaperDeskProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('papers');
  const [request, setRequest] = useState<PaperRequest>();
  const [queueOpen, setQueueOpen] = useState(false);
  const paperDesk = useMemo<PaperDesk>(() => ({ open: setRequest, openQueue: () => setQueueOpen(true) }), []);
  return (
    <PaperDeskContext value={paperDesk}>
      {children}
      {request && <PaperPreview request={request} onClose={() => setRequest(undefined)} onOpenQueue={() => setQueueOpen(true)} />}
      <Drawer
        open={queueOpen}
        onClose={() => setQueueOpen(false)}
        title={t('queue.title')}
        size={520}
        closable={{ 'aria-label': t('queue.close') }}
        destroyOnHidden
      >
        <JobList />
      </Drawer>
    </PaperDeskContext>
  );
}
