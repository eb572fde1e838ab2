import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { MatterId, PersonId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ChoosePart } from './choose-part.tsx';
import { DecidePart } from './decide-part.tsx';
import { GrantedPart } from './granted-part.tsx';
import './recognise.css';
import { stageOf } from './stage.ts';

const route = getRouteApi('/recognise/$personId');

/** Recognition (认定) of one person: taken in, decided, and what follows from it. */
export function RecognisePage() {
  const { personId } = route.useParams();
  // Another person is another page: nothing chosen or typed for one may be left for the next.
  return <OnePerson key={personId} personId={personId as PersonId} />;
}

function OnePerson({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('recognise');
  const { data: view, error } = useQuery(deskQuery.talents.get.queryOptions({ input: { personId } }));
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const { pack, error: packError } = usePolicy();
  const may = useMay('recognition.receive');
  return (
    <Page
      title={view ? t('titleOf', { name: view.identity.name }) : t('title')}
      windowTitle={t('title')}
      beside={
        view && <span className="recognise-who">{`${view.document.maskedNumber} · ${view.employment?.employerName ?? ''}`}</span>
      }
      actions={
        <Link to="/person/$personId" params={{ personId }}>
          {t('toPerson')}
        </Link>
      }
    >
      <RefusalWords error={error ?? packError} />
      {!may && <Alert type="info" showIcon title={t('noRight')} />}
      {may && !view && !error && <Skeleton active />}
      {may && view && status && pack && <Stages view={view} today={status.today.date} pack={pack} />}
    </Page>
  );
}

interface StagesProps {
  view: PersonView;
  today: PlainDate;
  pack: PolicyPack;
}

function Stages({ view, today, pack }: StagesProps) {
  const [taken, setTaken] = useState<MatterId>();
  const [decided, setDecided] = useState<MatterId>();
  const stage = stageOf(view.recognitions, today, decided);
  switch (stage.is) {
    case 'choose':
      return <ChoosePart personId={view.id} pack={pack} onTaken={setTaken} />;
    case 'decide':
      return (
        <DecidePart
          key={stage.matter.id}
          view={view}
          matter={stage.matter}
          today={today}
          justTaken={taken === stage.matter.id}
          onDecided={() => setDecided(stage.matter.id)}
        />
      );
    case 'granted':
      return <GrantedPart key={stage.matter.id} view={view} matter={stage.matter} today={today} />;
  }
}
