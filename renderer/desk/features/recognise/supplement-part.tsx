import { Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import {
  openSupplement,
  outstandingItems,
  type SupplementItem,
  supplementSubject,
} from '../../../../shared/domain/matter/supplement.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useStoresUnderWay } from '../../ui/scan/stores-under-way.ts';
import { useAct } from '../../ui/use-act.ts';
import { MaterialTable } from './material-table.tsx';
import { handedMaterials, type ReceiveForm, readReceiveForm, writtenAspects } from './receive-form.ts';
import type { Matter } from './stage.ts';
import { useAskAgain } from './use-ask-again.ts';
import { useItemName } from './use-item-name.ts';
import { type KeptForm, useKeptForm, useKeptText } from './use-kept-form.ts';

export interface SupplementPartProps {
  view: PersonView;
  matter: Matter;
  today: PlainDate;
  focused: boolean;
}

/** 补正中: what was asked for, and what of it came in today. Ctrl+Enter records it. */
export function SupplementPart(props: SupplementPartProps) {
  const kept = useKeptText(props.view.id, 'supplement');
  // Once a part came in the form begins anew.
  return kept ? <Waiting key={props.matter.version} {...props} kept={kept.text} /> : null;
}

function Waiting({ view, matter, today, focused, kept }: SupplementPartProps & { kept: string }) {
  const { t } = useTranslation('application');
  const paperDesk = usePaperDesk();
  const open = openSupplement(matter);
  const left = open ? outstandingItems(open) : [];
  const keeping = useKeptForm({ personId: view.id, form: 'supplement' }, readReceiveForm(kept));
  const [goOn, setGoOn] = useState(false);
  const came = left.filter((item) => keeping.form.words[`came/${keyOf(item)}`] === 'yes');
  const materials = matter.asked.filter(({ code }) => came.some((item) => item.what === 'material' && item.code === code));
  const act = useBring({ view, matter, keeping, came, materials, goOn });
  const storing = useStoresUnderWay() > 0;
  const bring = () => !storing && (came.length > 0 || goOn) && act.begin();
  useKey('accept', bring);
  const print = () => paperDesk.open({ personId: view.id, subjects: [{ kind: 'notice-supplement', matterId: matter.id }] });
  if (!open) return null;
  return (
    <section className="recognise-block" aria-label={t('supplement.title')}>
      <h2>
        {t('supplement.title')} {open.dueOn < today && <Tag color="error">{t('supplement.overdue')}</Tag>}
      </h2>
      <p>
        {t('supplement.askedOn', { date: open.askedOn, due: open.dueOn })}
        {open.weekendsOnly && <small className="recognise-quiet"> {t('supplement.weekendsOnly')}</small>}
      </p>
      <Items matter={matter} left={left} keeping={keeping} focused={focused} />
      {materials.length > 0 && (
        <MaterialTable
          asked={materials}
          rows={keeping.form.rows}
          onRecord={[]}
          onChange={(code, row) => keeping.change({ rows: { ...keeping.form.rows, [code]: row } })}
        />
      )}
      <RefusalWords error={act.error} />
      <div className="supplement-foot">
        <Button
          type="primary"
          size="large"
          disabled={came.length === 0 && !goOn}
          loading={act.pending || storing}
          onClick={bring}
        >
          {t('supplement.bring')} <kbd>{keys.accept}</kbd>
        </Button>
        <Button size="large" onClick={print}>
          {t('supplement.notice')}
        </Button>
        <Checkbox checked={goOn} onChange={(event) => setGoOn(event.target.checked)}>
          {t('supplement.goOn')}
        </Checkbox>
      </div>
    </section>
  );
}

interface BringOptions {
  view: PersonView;
  matter: Matter;
  keeping: KeptForm<ReceiveForm>;
  came: readonly SupplementItem[];
  materials: Matter['asked'];
  goOn: boolean;
}

function useBring({ view, matter, keeping, came, materials, goOn }: BringOptions) {
  const askAgain = useAskAgain(view.id);
  return useAct({
    mutationFn: () => {
      const handed = handedMaterials(materials, keeping.form.rows);
      const aspects = writtenAspects(keeping.form.words);
      return desk.recognitions.bringSupplement({
        matterId: matter.id,
        ...(came.length > 0 && { items: came.map(({ what, code }) => supplementSubject.parse({ what, code })) }),
        ...(handed.length > 0 && { materials: handed }),
        ...(aspects && { aspects }),
        ...(goOn && { goOn }),
      });
    },
    onSuccess: () => {
      keeping.stop();
      return askAgain();
    },
  });
}

interface ItemsProps {
  matter: Matter;
  left: readonly SupplementItem[];
  keeping: KeptForm<ReceiveForm>;
  focused: boolean;
}

function Items({ matter, left, keeping, focused }: ItemsProps) {
  const { t } = useTranslation('application');
  const { form, change } = keeping;
  const nameOf = useItemName(matter);
  return (
    <ul className="supplement-list">
      {left.map((item, at) => {
        const key = `came/${keyOf(item)}`;
        return (
          <li key={key}>
            <Checkbox
              autoFocus={focused && at === 0}
              checked={form.words[key] === 'yes'}
              onChange={(event) => change({ words: { ...form.words, [key]: event.target.checked ? 'yes' : '' } })}
            >
              {t('supplement.came')}：{nameOf(item)}（{t(`supplement.reasons.${item.reason}`)}
              {item.words && `，${item.words}`}）
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
}

const keyOf = ({ what, code }: SupplementItem) => `${what}/${code}`;
