import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { startWords } from '../i18n/language.ts';
import { addOwnFonts } from '../ui/own-fonts.ts';
import '../ui/desk.css';
import './frame.css';
import { App, queries } from './app.tsx';
import { followChanges } from './changes.ts';
import { listenForKeys } from './keys.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

// zod would try to make code at run time, which the page's Content-Security-Policy refuses and reports.
config({ jitless: true });
addOwnFonts(document);
startWords();
listenForKeys(window);
void followChanges(queries);
createRoot(root).render(<App />);
