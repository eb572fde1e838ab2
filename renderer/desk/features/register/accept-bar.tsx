import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../app/keys.ts';
import { shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useStoresUnderWay } from '../../ui/scan/stores-under-way.ts';
import { findRefusal } from '../../ui/trouble.ts';
import { useNow } from '../../ui/use-now.ts';
import { allNames, type FieldName, keyOf, missingFields, textOf } from './registration-fields.ts';
import { useThisRegistration } from './use-registration.ts';

/** Up to this many lacking fields are named; more are only counted. */
const mostNamed = 4;

/** Always at the form's foot: what is still lacking, how the draft stands, and the one way on. */
export function AcceptBar() {
  const { t } = useTranslation('register');
  const { accepting, draft } = useThisRegistration();
  return (
    <div className="accept-bar">
      <RefusalWords error={accepting.error} />
      {!accepting.error && draft.phase === 'failed' && findRefusal(draft.error, 'disk-full') && (
        <RefusalWords error={draft.error} />
      )}
      <div className="accept-line">
        <div className="accept-said" aria-live="polite">
          <Lacking />
          <DraftPhase />
        </div>
        <Button type="primary" size="large" data-accept="" loading={accepting.sending} onClick={accepting.accept}>
          {t('accept')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}

function Lacking() {
  const { t } = useTranslation('register');
  const { form, accepting, alike, problems } = useThisRegistration();
  const storing = useStoresUnderWay();
  const missing = missingFields(form.fields);
  const refused = allNames(form.fields).filter((name) => problems[name] !== undefined && textOf(form.fields, name) !== '');
  const named = (names: readonly FieldName[]) => names.map((name) => t(`field.${keyOf(name)}`)).join(t('and'));
  if (storing > 0) return <Typography.Text type="warning">{t('storing', { count: storing, key: keys.accept })}</Typography.Text>;
  if (accepting.toLook > 0)
    return <Typography.Text type="warning">{t('look', { count: accepting.toLook, key: keys.accept })}</Typography.Text>;
  if (accepting.toDecide > 0 && alike.waiting.length > 0)
    return <Typography.Text type="warning">{t('likely.undecided', { count: alike.waiting.length })}</Typography.Text>;
  if (refused.length > 0) return <Typography.Text type="danger">{t('troubled', { fields: named(refused) })}</Typography.Text>;
  if (missing.length === 0) return <span>{t('complete')}</span>;
  if (missing.length > mostNamed) return <span>{t('missingCount', { count: missing.length })}</span>;
  return <span>{t('missing', { fields: named(missing) })}</span>;
}

function DraftPhase() {
  const { t } = useTranslation('register');
  const now = useNow(60_000);
  const { draft, keptAt } = useThisRegistration();
  const { phase } = draft;
  if (phase === undefined && keptAt)
    return <span className="quiet">{t('draft.restored', { time: shortMoment(keptAt, now) })}</span>;
  if (phase === 'failed') return <Typography.Text type="danger">{t('draft.failed')}</Typography.Text>;
  return <span className="quiet">{t(`draft.${phase ?? 'none'}`)}</span>;
}
