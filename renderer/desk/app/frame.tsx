import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDeskProvider } from '../features/card-life/card-desk-provider.tsx';
import { PaperDeskProvider } from '../features/papers/paper-desk-provider.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { StatusBar, type StatusTopic } from '../features/status/status-bar.tsx';
import { StatusDrawer } from '../features/status/status-drawer.tsx';
import { useKey } from './keys.ts';
import { KeysDrawer } from './keys-drawer.tsx';
import { Nav } from './nav.tsx';
import { useOfficeName } from './office-name.ts';
import { usePaperDesk } from './paper-desk.ts';
import { useSession } from './session.ts';
import { StaffMenu } from './staff-menu.tsx';
import { type StatusDesk, StatusDeskContext } from './status-desk.ts';

/** Every screen's frame: one line above, the pages at the left, the truth below, the work in between. */
export function Frame() {
  return (
    <PaperDeskProvider>
      <CardDeskProvider>
        <FrameLines />
      </CardDeskProvider>
    </PaperDeskProvider>
  );
}

function FrameLines() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const officeName = useOfficeName(session.office);
  const { history } = useRouter();
  const navigate = useNavigate();
  const paperDesk = usePaperDesk();
  const [topic, setTopic] = useState<Exclude<StatusTopic, 'printer'>>();
  const statusDesk = useMemo<StatusDesk>(() => ({ open: setTopic }), []);
  const [showsKeys, setShowsKeys] = useState(false);
  useKey('help', () => setShowsKeys(true));
  // Beyond the first page lies whatever was before the program.
  useKey('back', () => (history.canGoBack() ? history.back() : void navigate({ to: '/' })));
  return (
    <div className={session.trial ? 'frame frame-trial' : 'frame'}>
      <header className="frame-top">
        <strong className="frame-office" title={officeName}>
          {officeName}
        </strong>
        {session.trial && (
          <span className="trial-mark" title={t('trialMeaning')}>
            {t('trial')}
          </span>
        )}
        <SearchBox />
        <StaffMenu />
      </header>
      <Nav />
      <main className="frame-work">
        <StatusDeskContext value={statusDesk}>
          <Outlet />
        </StatusDeskContext>
      </main>
      <StatusBar onOpen={(chosen) => (chosen === 'printer' ? paperDesk.openQueue() : setTopic(chosen))} />
      <StatusDrawer topic={topic} onClose={() => setTopic(undefined)} />
      <KeysDrawer open={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}
