export { page } from '../../records/page.ts';
