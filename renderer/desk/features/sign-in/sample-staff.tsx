import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../../shared/contract/session-calls.ts';

type Sample = NonNullable<SessionState['sampleStaff']>[number];

/** 试用: who there is to sign in as, PINs included, so that anyone can try each role. */
export function SampleStaff({ staff, onChoose }: { staff: readonly Sample[]; onChoose: (chosen: Sample) => void }) {
  const { t } = useTranslation(['signIn', 'shell']);
  return (
    <table className="sample-staff">
      <caption>{t('sample.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('staffNumber')}</th>
          <th scope="col">{t('sample.name')}</th>
          <th scope="col">{t('sample.role')}</th>
          <th scope="col">{t('pin')}</th>
        </tr>
      </thead>
      <tbody>
        {staff.map((sample) => (
          <tr key={sample.number}>
            <td className="number">{sample.number}</td>
            <td>
              <Button type="link" size="small" onClick={() => onChoose(sample)}>
                {sample.name}
              </Button>
            </td>
            <td>{t(`shell:role.${sample.role}`)}</td>
            <td className="number">{sample.pin}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
