export { hit } from '../features/search/hit.ts';
