import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { PhotoField } from '../../ui/camera/photo-field.tsx';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import { CodeField } from './code-field.tsx';
import { DateText, TextField, TickField } from './fields.tsx';
import { usePackMaterials } from './pack-materials.ts';
import { textOf } from './registration-fields.ts';
import { type ColumnOf, rowName } from './row-lists.ts';
import { AddButton, Row, useRowsOf } from './rows-list.tsx';
import { MoreButton, Section, useFolding } from './section.tsx';
import { fileText, readFileText, readPhotoText, seenBy, seenText } from './stored-file.ts';
import { useThisRegistration } from './use-registration.ts';

export function EvidenceSection() {
  const { t } = useTranslation('register');
  const { form, choose } = useThisRegistration();
  const rows = useRowsOf('evidence');
  return (
    <Section name="evidence" acts={<AddButton list="evidence" />}>
      <div className="evidence">
        <PhotoField
          label={t('field.photo')}
          value={readPhotoText(form.fields.photo)}
          onStored={(photo) => choose('photo', fileText(photo))}
          onRemoved={() => choose('photo', '')}
        />
        <div className="evidence-rows">
          {rows.length === 0 && <p className="quiet">{t('evidence.none')}</p>}
          {rows.map((at) => (
            <EvidenceRow key={at} at={at} />
          ))}
        </div>
      </div>
    </Section>
  );
}

function EvidenceRow({ at }: { at: number }) {
  const { t } = useTranslation('register');
  const { form, problems, choose } = useThisRegistration();
  const name = (column: ColumnOf<'evidence'>) => rowName('evidence', at, column);
  const folding = useFolding([name('expiresOn'), name('translator'), name('note')]);
  return (
    <Row list="evidence" at={at} acts={<MoreButton folding={folding} what={t('more.evidence')} />}>
      <div className="register-grid">
        <CodeField name={name('kind')} table="evidence.kind" more={usePackMaterials()} span={7} />
        <TextField name={name('originals')} span={4} className="number" />
        <TextField name={name('copies')} span={4} className="number" />
        <SeenField at={at} />
        <div style={{ gridColumn: 'span 24' }}>
          <ScanField
            label={t('field.evidence.file')}
            path={name('file')}
            value={readFileText(textOf(form.fields, name('file')))}
            problem={problems[name('file')]}
            onStored={(file) => choose(name('file'), fileText(file))}
          />
        </div>
        {folding.open && (
          <>
            <DateText name={name('expiresOn')} span={5} />
            <TextField name={name('translator')} span={7} />
            <TickField name={name('sealed')} span={5} words={t('evidence.sealedTick')} yes="yes" />
            <TextField name={name('note')} span={7} />
          </>
        )}
      </div>
    </Row>
  );
}

/** 原件已核对: by whoever ticks it, today. Another clerk's look isn't taken over with their draft. */
function SeenField({ at }: { at: number }) {
  const { t } = useTranslation('register');
  const { staff } = useSession();
  const { form, today } = useThisRegistration();
  const name = rowName('evidence', at, 'seen');
  const text = textOf(form.fields, name);
  const on = seenBy(text, staff?.id);
  return (
    <TickField
      name={name}
      span={9}
      words={t('evidence.seenTick')}
      yes={staff ? seenText(staff.id, today) : ''}
      ticked={on !== undefined}
      note={on ? t('evidence.seenOn', { date: on }) : text !== '' && t('evidence.seenByOther')}
    />
  );
}
