import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Checkbox, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PersonId, RequestId } from '../../../../shared/domain/ids.ts';
import { type CorrectedField, detailField, identityField } from '../../../../shared/domain/talent/correction.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { CorrectFields } from './correct-fields.tsx';
import { CorrectSignOff } from './correct-sign-off.tsx';
import './correct.css';
import { problemsOf, useCorrecting } from './use-correcting.ts';

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

function CorrectForm({ view, requestId }: { view: PersonView; requestId: RequestId | undefined }) {
  const { t } = useTranslation(['requests', 'signOff']);
  const form = useCorrecting(view, requestId);
  useKey('accept', form.submit, !form.signing);
  const { typed, alike, signing, error } = form;
  const problems = problemsOf(error);
  const fields = (Object.keys(form.fields) as CorrectedField[]).map((field) => t(`field.${field}`)).join('、');
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
      <RefusalWords error={error} />
      {alike.length > 0 && (
        <Checkbox checked={form.told} onChange={(event) => form.setTold(event.target.checked)}>
          {t('correct.alike')}
        </Checkbox>
      )}
      <Flex gap={8}>
        <Button type="primary" loading={form.pending} onClick={form.submit}>
          {t('correct.button')} <kbd>{keys.accept}</kbd>
        </Button>
      </Flex>
      {signing && (
        <CorrectSignOff
          personId={view.id}
          fields={form.fields}
          what={t('signOff:what.correction', { name: view.identity.name, fields })}
          correct={form.correct}
          onClose={() => form.setSigning(false)}
          onDone={form.leave}
        />
      )}
    </div>
  );
}
