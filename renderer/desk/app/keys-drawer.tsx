import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { type KeyName, keys } from './keys.ts';

/** All keys, from the one table. */
export function KeysDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Drawer title={t('allKeys')} open={open} onClose={onClose} size={760}>
      <dl className="key-list">
        {(Object.keys(keys) as KeyName[]).map((name) => (
          <div key={name}>
            <dt>
              <kbd>{keys[name]}</kbd>
            </dt>
            <dd>{t(`key.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
