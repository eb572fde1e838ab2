import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Radio, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MatterId, PersonId } from '../../../../shared/domain/ids.ts';
import { isHandedIn } from '../../../../shared/domain/matter/application-facts.ts';
import { findTier, materialsAsked, type PolicyPack, type Route } from '../../../../shared/domain/policy/pack.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useStoresUnderWay } from '../../ui/scan/stores-under-way.ts';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { MaterialTable } from './material-table.tsx';
import { handedMaterials, type ReceiveForm, readReceiveForm, writtenAspects, writtenRouteFacts } from './receive-form.ts';
import { TierChoice } from './tier-choice.tsx';
import { TierFacts } from './tier-facts.tsx';
import { useAskAgain } from './use-ask-again.ts';
import { type KeptForm, useKeptForm, useKeptText } from './use-kept-form.ts';
import { AspectFields, RouteFields } from './written-fields.tsx';

export interface ChoosePartProps {
  personId: PersonId;
  pack: PolicyPack;
  onTaken(matterId: MatterId): void;
}

/** What the person applies for: tier and route, how the conditions stand, and what lies on the counter. Ctrl+Enter takes it in. */
export function ChoosePart(props: ChoosePartProps) {
  const kept = useKeptText(props.personId, 'receive');
  return kept ? <Chosen {...props} kept={kept.text} /> : <Skeleton active />;
}

function Chosen({ personId, pack, onTaken, kept }: ChoosePartProps & { kept: string }) {
  const { t } = useTranslation('recognise');
  const words = useTranslation('application').t;
  const part = useRef<HTMLDivElement>(null);
  const keeping = useKeptForm({ personId, form: 'receive' }, readReceiveForm(kept));
  const { form, change } = keeping;
  const [asked, setAsked] = useState(false);
  const { receive, route, materials } = useReceive({ personId, pack, keeping, onTaken });
  const outlook = useOutlook(personId, form, materials);
  const refused = refusedFields(receive.error);
  const storing = useStoresUnderWay() > 0;
  const accept = () => {
    // Sent now it would go without the scan that is still on its way.
    if (storing) return;
    flushSync(() => setAsked(true));
    if (form.tier && form.route) receive.begin();
    else if (part.current) focusFirstProblem(part.current);
  };
  useKey('accept', accept);
  const lacks = (what: unknown) => (asked && !what ? 'required' : undefined);
  const write = (code: string, text: string) => change({ words: { ...form.words, [code]: text } });
  const { tier } = form;
  return (
    <div className="choose" ref={part}>
      <TierChoice
        pack={pack}
        value={tier}
        outlook={outlook?.tiers}
        onChange={(one) => change({ tier: one })}
        problem={lacks(tier)}
      />
      <div className="recognise-block">
        <RouteChoice pack={pack} value={form.route} onChange={(one) => change({ route: one })} problem={lacks(form.route)} />
        <RouteFields route={route} words={form.words} refused={refused} onChange={write} />
      </div>
      <TierFacts
        pack={pack}
        tier={tier}
        route={form.route}
        asked={materials}
        outlook={outlook?.tiers.find((one) => one.team === tier?.team && one.tier === tier?.tier)}
      />
      <section className="recognise-block choose-wide" aria-label={words('materials')}>
        <h2>{words('materials')}</h2>
        <MaterialTable
          asked={materials}
          rows={form.rows}
          onRecord={outlook?.onRecord ?? []}
          onChange={(code, row) => change({ rows: { ...form.rows, [code]: row } })}
        />
      </section>
      <AspectFields words={form.words} refused={refused} onChange={write} />
      <div className="choose-accept">
        <RefusalWords error={receive.error} />
        <Button type="primary" size="large" loading={receive.pending || storing} onClick={accept}>
          {t('choose.receive')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}

interface ReceiveOptions extends ChoosePartProps {
  keeping: KeptForm<ReceiveForm>;
}

/** The one call that takes it in, from what the form says at that moment. */
function useReceive({ personId, pack, keeping, onTaken }: ReceiveOptions) {
  const { form, stop } = keeping;
  const askAgain = useAskAgain(personId);
  const route = pack.routes.find(({ code }) => code === form.route);
  const found = form.tier && findTier(pack, form.tier.team, form.tier.tier);
  const materials = found ? materialsAsked(found.tier.evidence, route?.evidence ?? []) : [];
  const receive = useAct({
    mutationFn: () => {
      if (!form.tier || !form.route) throw new Error('an application is taken in with its tier and route');
      const routeFacts = writtenRouteFacts(route, form.words);
      const aspects = writtenAspects(form.words);
      const handed = handedMaterials(materials, form.rows);
      const told = {
        ...(routeFacts && { routeFacts }),
        ...(aspects && { aspects }),
        ...(handed.length > 0 && { materials: handed }),
      };
      return desk.recognitions.receive({ personId, ...form.tier, route: form.route, ...told });
    },
    onSuccess: ({ matterId }) => {
      stop();
      onTaken(matterId);
      return askAgain();
    },
  });
  return { receive, route, materials };
}

/** How every tier's conditions stand with the materials of this moment. */
function useOutlook(personId: PersonId, { rows }: ReceiveForm, asked: Parameters<typeof handedMaterials>[0]) {
  const materials = handedMaterials(asked, rows)
    .filter(isHandedIn)
    .map(({ kind }) => kind);
  const input = { personId, ...(materials.length > 0 && { materials }) };
  return useQuery(deskQuery.recognitions.outlook.queryOptions({ input, placeholderData: keepPreviousData })).data;
}

interface RouteChoiceProps {
  pack: PolicyPack;
  value: Route | undefined;
  onChange(route: Route): void;
  problem: string | undefined;
}

function RouteChoice({ pack, value, onChange, problem }: RouteChoiceProps) {
  const { t } = useTranslation('recognise');
  const { said } = usePolicy();
  return (
    <Field label={t('choose.route')} required group problem={problem}>
      {({ 'aria-labelledby': labelledBy }) => (
        <Radio.Group
          aria-labelledby={labelledBy}
          className="choose-list"
          value={value ?? null}
          onChange={(event) => onChange(event.target.value as Route)}
        >
          {pack.routes.map((one) => (
            <Radio key={one.code} value={one.code}>
              {said(one.name)} <small>{t('choose.article', { article: one.article })}</small>
            </Radio>
          ))}
        </Radio.Group>
      )}
    </Field>
  );
}
