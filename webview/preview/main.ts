// Loaded into a preview of markdown that has demos. The first of them brings the language; what says anything comes after.
import { type Language, speak } from '../../src/core/l10n/say';

const language = document.querySelector<HTMLElement>('.coursewright-demo[data-language]')?.dataset.language;
if (language) speak(JSON.parse(language) as Language);
void import('./app').then(({ showDemos }) => showDemos(new URL('./preview-demos.css', import.meta.url).href));
