import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachments, AttachmentsContext } from '../ui/scan/attachments.ts';
import { trackStore } from '../ui/scan/stores-under-way.ts';
import { giveStylesTheirNonce, styleNonce } from '../ui/style-nonce.ts';
import { deskTheme } from '../ui/theme.ts';
import { desk, linkState } from './desk-client.ts';
import { ErrorDoor } from './error-door.tsx';
import { Gate } from './gate.tsx';
import { createQueries } from './query-client.ts';
import { ReconnectingBand } from './reconnecting-band.tsx';

/** The one memory of answers, made once with the page. */
export const queries = createQueries();
const nonce = styleNonce(document);
if (nonce !== undefined) giveStylesTheirNonce(document, nonce);
const csp = nonce === undefined ? {} : { csp: { nonce } };

const attachments: Attachments = {
  put: (file) => trackStore(desk.attachments.put(file)),
  get: (which) => desk.attachments.get(which),
};

/** The whole desk: words, look, the program's answers, and the gate that shows what the session allows. */
export function App() {
  const { i18n } = useTranslation();
  const link = useSyncExternalStore(linkState.subscribe, linkState.get);
  return (
    <ConfigProvider
      theme={deskTheme(i18n.language)}
      locale={i18n.language === 'en' ? enGB : zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...csp}
    >
      <AntApp className="desk-app" message={{ maxCount: 1 }}>
        <QueryClientProvider client={queries}>
          <ErrorDoor>
            <AttachmentsContext value={attachments}>
              <Gate />
            </AttachmentsContext>
            {link === 'lost' && <ReconnectingBand />}
          </ErrorDoor>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
