import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n/language.ts';
import '../ui/desk.css';
import './frame.css';
import { App, queries } from './app.tsx';
import { followChanges } from './changes.ts';
import { listenForKeys } from './keys.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

startWords();
listenForKeys(window);
void followChanges(queries);
createRoot(root).render(<App />);
