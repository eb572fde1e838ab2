import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PersonId, RequestId } from '../../../../shared/domain/ids.ts';
import { type CorrectedField, detailField, identityField, isIdentityField } from '../../../../shared/domain/talent/correction.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { toTrouble } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { CorrectFields } from './correct-fields.tsx';
import { CorrectSignOff } from './correct-sign-off.tsx';
import './correct.css';

const route = getRouteApi('/correct/$personId');

/** 更正: what is wrong in a person's record, field by field; identity beside a supervisor. */
export function CorrectPage() {
  const { personId } = route.useParams();
  const { request } = route.useSearch();
  const { t } = useTranslation('requests');
  const { data: view, error } = useQuery(deskQuery.talents.get.queryOptions({ input: { personId: personId as PersonId } }));
  return (
    <Page
      title={view ? t('correct.of', { name: view.identity.name }) : t('correct.title')}
      windowTitle={t('correct.title')}
      actions={
        <Link to="/person/$personId" params={{ personId }}>
          {t('back')}
        </Link>
      }
    >
      <RefusalWords error={error} />
      {view && <CorrectForm key={personId} view={view} requestId={request} />}
    </Page>
  );
}

export type Typed = Partial<Record<CorrectedField, string>>;

function CorrectForm({ view, requestId }: { view: PersonView; requestId: RequestId | undefined }) {
  const { t } = useTranslation('requests');
  const form = useCorrecting(view, requestId);
  const { typed, act, problems, alike, signing } = form;
  return (
    <div className="correct">
      <p>{t('correct.intro')}</p>
      <CorrectFields
        title={t('correct.identity')}
        fields={identityField.options}
        {...{ view, typed, problems }}
        onType={form.type}
      />
      {problems['document.number'] === 'id-check-digit' && (
        <Checkbox checked={form.acceptNumber} onChange={(event) => form.setAcceptNumber(event.target.checked)}>
          {t('correct.acceptNumber')}
        </Checkbox>
      )}
      <CorrectFields
        title={t('correct.details')}
        fields={detailField.options}
        {...{ view, typed, problems }}
        onType={form.type}
      />
      {form.asked && Object.keys(form.fields).length === 0 && <p role="alert">{t('correct.nothing')}</p>}
      <RefusalWords error={act.error} />
      {alike.length > 0 && (
        <Checkbox checked={form.told} onChange={(event) => form.setTold(event.target.checked)}>
          {t('correct.alike')}
        </Checkbox>
      )}
      <Flex gap={8}>
        <Button type="primary" loading={act.pending} onClick={form.submit}>
          {t('correct.button')}
        </Button>
      </Flex>
      {signing && (
        <CorrectSignOff personId={view.id} correct={form.correct} onClose={() => form.setSigning(false)} onDone={form.leave} />
      )}
    </div>
  );
}

function useCorrecting(view: PersonView, requestId: RequestId | undefined) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>({});
  const [acceptNumber, setAcceptNumber] = useState(false);
  const [told, setTold] = useState(false);
  const [asked, setAsked] = useState(false);
  const [signing, setSigning] = useState(false);
  const fields = Object.fromEntries(
    Object.entries(typed)
      .map(([field, value]) => [field, value.trim()])
      .filter(([, value]) => value),
  ) as Typed;
  const [alike, setAlike] = useState<PersonId[]>([]);
  const correct = (proof?: { ticket: string; image: string }) =>
    desk.corrections.correct({
      personId: view.id,
      fields,
      ...(proof && { proof: proof as never }),
      ...(acceptNumber && { acceptNumber }),
      ...(told && { toldFrom: alike }),
      ...(requestId && { requestId }),
    });
  const leave = async () => {
    await queries.invalidateQueries();
    await navigate(
      requestId
        ? { to: '/requests/$personId', params: { personId: view.id } }
        : { to: '/person/$personId', params: { personId: view.id } },
    );
  };
  const act = useAct({
    mutationFn: () => correct(),
    onSuccess: leave,
    onError: (error) => {
      const trouble = toTrouble(error);
      if (trouble.kind !== 'refusal') return;
      // Everything else is in order: now the second person is asked for.
      if (trouble.code === 'sign-off-needed') setSigning(true);
      if (trouble.code === 'alike-undecided') setAlike(trouble.details.people.map(({ personId }) => personId as PersonId));
    },
  });
  const submit = () => {
    setAsked(true);
    if (Object.keys(fields).length > 0) act.begin();
  };
  const type = (field: CorrectedField, value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const shown = signing ? { ...act, error: null } : act;
  const state = { typed, fields, type, acceptNumber, setAcceptNumber, told, setTold, asked, signing, setSigning };
  return {
    ...state,
    act: shown,
    alike,
    correct,
    leave,
    submit,
    problems: problemsOf(act.error),
    isIdentity: anyIdentity(fields),
  };
}

const anyIdentity = (fields: Typed) => (Object.keys(fields) as CorrectedField[]).some(isIdentityField);

/** Why fields were refused, by their path. */
function problemsOf(error: unknown): Partial<Record<string, string>> {
  if (!error) return {};
  const trouble = toTrouble(error);
  if (trouble.kind !== 'refusal' || trouble.code !== 'field-refused') return {};
  return Object.fromEntries(trouble.details.fields.map(({ path, code }) => [path, code]));
}
