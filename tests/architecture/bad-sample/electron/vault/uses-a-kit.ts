export { kit } from '../../tests/kit.ts';
