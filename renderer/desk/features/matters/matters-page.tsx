import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Flex, Typography } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '../../../../shared/contract/hand-over-calls.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { useCardText } from '../../app/use-card-text.ts';
import { useHiddenColumns } from '../../app/use-hidden-columns.ts';
import { useMay } from '../../app/use-may.ts';
import { ColumnChoice } from '../../ui/column-choice.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { type RowChoosing, useRowChoosing } from '../../ui/use-row-choosing.ts';
import { HandOnDialog } from './hand-on-dialog.tsx';
import { type HandOnChoice, handOnScopes } from './hand-on-scopes.ts';
import { HandedToMe } from './handed-to-me.tsx';
import { MatterFilters } from './matter-filters.tsx';
import './matters.css';
import { useMatterColumns } from './use-matter-columns.tsx';
import { useMatterView } from './use-matter-view.ts';

const keyOf = (matter: MatterRow) => matter.matterId;
const wordsOf = (matter: MatterRow) => [matter.name, matter.number, matter.teamName, matter.tierName, matter.handlerName];
const alwaysShown = ['name', 'act'];

/** 办件: what is open and what was done, whose it is, and 交接 from one to another. */
export function MattersPage() {
  const { t } = useTranslation('matters');
  const { choice, change, rows, more, error, isWhole } = useMatterView();
  const choosing = useRowChoosing({ rows, keyOf, wordsOf });
  const open = useOpenMatter();
  const { hidden, toggle } = useHiddenColumns('matters');
  const columns = useMatterColumns(open);
  const shown = useMemo(() => columns.filter(({ key }) => alwaysShown.includes(key) || !hidden.includes(key)), [columns, hidden]);
  return (
    <Page title={t('title')}>
      <RefusalWords error={error} />
      <div className="matters">
        <HandedToMe />
        <Flex gap={8} justify="space-between" wrap>
          <MatterFilters choice={choice} onChange={change} />
          <Flex gap={8}>
            <HandOn choosing={choosing} />
            <ColumnChoice
              word={t('columns')}
              label={t('columnsLabel')}
              columns={columns.filter(({ key }) => !alwaysShown.includes(key))}
              isShown={(column) => !hidden.includes(column)}
              onToggle={toggle}
            />
          </Flex>
        </Flex>
        <RowList
          label={t('title')}
          filterLabel={t('filter')}
          choosing={choosing}
          columns={shown}
          onEnter={open}
          takeText={useCardText()}
          beside={
            <>
              <span>{t('count', { shown: choosing.shown.length, all: choosing.all ?? 0 })}</span>
              <Typography.Text type="secondary">
                {more > 0 ? t('more', { shown: choosing.all ?? 0, more }) : t('help')}
              </Typography.Text>
            </>
          }
          none={t(isWhole ? 'none' : 'noneHere')}
          noHit={t('noHit')}
        />
      </div>
    </Page>
  );
}

/** Whoever may decide goes to the decision of an open one, everybody else to the person. */
function useOpenMatter(): (matter: MatterRow) => void {
  const navigate = useNavigate();
  const mayDecide = useMay('recognition.receive');
  return useCallback(
    ({ personId, open }) =>
      void navigate({ to: mayDecide && open ? '/recognise/$personId' : '/person/$personId', params: { personId } }),
    [navigate, mayDecide],
  );
}

/** The button and key of 交接, absent where nothing here could go to anybody. */
function HandOn({ choosing }: { choosing: RowChoosing<MatterRow> }) {
  const { t } = useTranslation('handOn');
  const may = useMay('matter.hand-on');
  const mayReassign = useMay('matter.reassign');
  const { data } = useQuery(deskQuery.matters.list.queryOptions({ input: { which: 'open' }, enabled: may }));
  const [begun, setBegun] = useState<readonly HandOnChoice[]>();
  const mine = (data?.rows ?? []).filter((row) => row.mine);
  const scopes = may ? handOnScopes({ chosen: choosing.chosen, listed: choosing.shown, mine, mayReassign }) : [];
  const begin = () => setBegun(scopes);
  useKey('handOn', begin, scopes.length > 0);
  return (
    <>
      {scopes.length > 0 && (
        <Button onClick={begin}>
          {t('button')} <kbd>{keys.handOn}</kbd>
        </Button>
      )}
      {begun && <HandOnDialog scopes={begun} onClose={() => setBegun(undefined)} />}
    </>
  );
}
