export { hit } from '../search/hit.ts';
