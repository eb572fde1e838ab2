import { Radio, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { JudgedRowView } from '../../../../shared/contract/taking-over-calls.ts';
import { shownAtOnce } from '../../../../shared/contract/taking-over-calls.ts';
import { rowAnswers } from '../../../../shared/domain/taking-over/judge-row.ts';
import type { Decision } from './ledger-understanding.ts';
import { RowSaid } from './row-said.tsx';
import type { Answer, Ledger } from './use-ledger.ts';

const colours: Record<Answer, 'success' | 'processing' | 'warning' | 'error' | 'default'> = {
  ready: 'success',
  'same-person': 'processing',
  undecided: 'warning',
  duplicate: 'warning',
  problem: 'error',
  taken: 'default',
};

/** Every row with its answer; filtered by answer, the first 500 of them. */
export function AnswerTable({ ledger, disabled }: { ledger: Ledger; disabled: boolean }) {
  const { t } = useTranslation('takeOver');
  const { plan, preview, show, setShow } = ledger;
  if (!plan || !preview) return null;
  const { counts, total, rows } = preview;
  const matching = show === undefined ? total : counts[show];
  return (
    <section className="ledger-block" aria-label={t('preview.title')}>
      <h2>{t('preview.title')}</h2>
      <Radio.Group
        size="small"
        aria-label={t('preview.answer')}
        value={show ?? 'all'}
        onChange={(event) => setShow(event.target.value === 'all' ? undefined : (event.target.value as Answer))}
      >
        <Radio.Button value="all">{t('preview.all', { count: total })}</Radio.Button>
        {rowAnswers
          .filter((answer) => counts[answer] > 0 || answer === show)
          .map((answer) => (
            <Radio.Button key={answer} value={answer}>
              {t(`answer.${answer}`)} {counts[answer]}
            </Radio.Button>
          ))}
      </Radio.Group>
      {matching > shownAtOnce && <span className="ledger-hint">{t('preview.firstRows', { count: shownAtOnce })}</span>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled */}
      <section className="ledger-rows" tabIndex={0} aria-label={t('preview.list')}>
        <table className="rows">
          <thead>
            <tr>
              {(['row', 'name', 'idNumber', 'cardNumber', 'answer', 'said'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`preview.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <OneRow key={row.row} {...{ row, disabled, decision: plan.decisions[row.row], decide: ledger.decide }} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="ledger-hint">{t('preview.none')}</p>}
      </section>
    </section>
  );
}

interface OneRowProps {
  row: JudgedRowView;
  decision: Decision | undefined;
  disabled: boolean;
  decide(row: number, decision: Decision | undefined): void;
}

function OneRow({ row, decision, disabled, decide }: OneRowProps) {
  const { t } = useTranslation('takeOver');
  // What was decided stays open to be decided otherwise.
  const askable = row.answer === 'undecided' || decision !== undefined;
  return (
    <tr>
      <td className="ledger-number">{row.row}</td>
      <td className="name">{row.name}</td>
      <td className="number">{row.maskedIdNumber}</td>
      <td className="number">{row.cardNumber}</td>
      <td>
        <Tag color={colours[row.answer]}>{t(`answer.${row.answer}`)}</Tag>
      </td>
      <td>
        <RowSaid row={row} />
        {askable && <DecisionChoice {...{ row, decision, disabled, decide }} />}
      </td>
    </tr>
  );
}

const leave = 'leave';

function DecisionChoice({ row, decision, disabled, decide }: OneRowProps) {
  const { t } = useTranslation('takeOver');
  const options = [
    { value: leave, label: t('decide.leave') },
    ...row.people.map(({ personId, name, maskedIdNumber }) => ({
      value: personId as string,
      label: t('decide.same', { name, id: maskedIdNumber }),
    })),
    // With the very number of somebody else a row can't be another person's.
    ...(row.why === 'name-differs' ? [] : [{ value: 'another', label: t('decide.another') }]),
  ];
  return (
    <Select
      size="small"
      className="ledger-decision"
      aria-label={t('decide.label', { row: row.row })}
      options={options}
      value={(decision as string | undefined) ?? leave}
      disabled={disabled}
      onChange={(chosen) => decide(row.row, chosen === leave ? undefined : (chosen as Decision))}
    />
  );
}
