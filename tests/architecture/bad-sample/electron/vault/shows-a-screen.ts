export { button } from '../../renderer/desk/ui/button.ts';
