import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayDo } from '../../../shared/domain/staff/staff.ts';
import { keys, useKey } from './keys.ts';
import { type NavEntry, navEntries } from './nav-entries.ts';
import { useSession } from './session.ts';

/** The pages that this staff member may open, each with its key. */
export function Nav() {
  const { t } = useTranslation('shell');
  const { staff } = useSession();
  const entries = navEntries.filter((entry) => staff && mayDo(staff.role, entry.right));
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      {entries.map((entry) => (
        <NavLink key={entry.name} entry={entry} />
      ))}
    </nav>
  );
}

function NavLink({ entry }: { entry: NavEntry }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  useKey(entry.keyName ?? 'help', () => void navigate({ to: entry.to }), entry.keyName !== undefined);
  return (
    <Link
      to={entry.to}
      className="nav-entry"
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ exact: entry.to === '/' }}
    >
      <span>{t(`nav.${entry.name}`)}</span>
      {entry.keyName && <kbd>{keys[entry.keyName]}</kbd>}
    </Link>
  );
}
