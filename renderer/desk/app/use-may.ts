import { mayDo, type Right } from '../../../shared/domain/staff/staff.ts';
import { useSession } from './session.ts';

/** Whether whoever is signed in has that right. Main checks it again on every call. */
export function useMay(right: Right): boolean {
  const { staff } = useSession();
  return staff !== undefined && mayDo(staff.role, right);
}
