// The first that an entry of the extension imports: what comes after it is loaded in the person's language.
import { env, l10n } from 'vscode';
import { speak } from '../core/l10n/say';

if (l10n.bundle) speak({ name: env.language, sentences: l10n.bundle as Record<string, string> });
