// Entry of the panel's page. It is told its language in a script of data, and loads what says anything after that.
import { type Language, speak } from '../src/core/l10n/say';

const language = document.querySelector('#language');
if (language) speak(JSON.parse(language.textContent ?? '') as Language);
void import('./app');
