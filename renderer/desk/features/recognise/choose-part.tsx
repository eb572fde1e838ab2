import { Button, Radio } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MatterId, PersonId } from '../../../../shared/domain/ids.ts';
import type { PolicyPack, Route } from '../../../../shared/domain/policy/pack.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { TierChoice, type TierCode } from './tier-choice.tsx';
import { TierFacts } from './tier-facts.tsx';
import { useAskAgain } from './use-ask-again.ts';

export interface ChoosePartProps {
  personId: PersonId;
  pack: PolicyPack;
  onTaken(matterId: MatterId): void;
}

/** What the person applies for: tier and route, and beside them what the pack says of both. Ctrl+Enter takes it in. */
export function ChoosePart({ personId, pack, onTaken }: ChoosePartProps) {
  const { t } = useTranslation('recognise');
  const part = useRef<HTMLDivElement>(null);
  const [tier, setTier] = useState<TierCode>();
  const [route, setRoute] = useState<Route>();
  const [asked, setAsked] = useState(false);
  const askAgain = useAskAgain(personId);
  const receive = useAct({
    mutationFn: (chosen: TierCode & { route: Route }) => desk.recognitions.receive({ personId, ...chosen }),
    onSuccess: ({ matterId }) => {
      onTaken(matterId);
      return askAgain();
    },
  });
  const accept = () => {
    flushSync(() => setAsked(true));
    if (tier && route) receive.begin({ ...tier, route });
    else if (part.current) focusFirstProblem(part.current);
  };
  useKey('accept', accept);
  return (
    <div className="choose" ref={part}>
      <TierChoice pack={pack} value={tier} onChange={setTier} problem={asked && !tier ? 'required' : undefined} />
      <div className="recognise-block">
        <RouteChoice pack={pack} value={route} onChange={setRoute} problem={asked && !route ? 'required' : undefined} />
      </div>
      <TierFacts pack={pack} tier={tier} route={route} />
      <div className="choose-accept">
        <RefusalWords error={receive.error} />
        <Button type="primary" size="large" loading={receive.pending} onClick={accept}>
          {t('choose.receive')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
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
              {said(one.name)}
            </Radio>
          ))}
        </Radio.Group>
      )}
    </Field>
  );
}
