import { say } from '../../l10n/say';
import { slips } from './slip';

/** Comments in another language's way, or in Mermaid's but where it takes none. */
export const comments = slips([
  {
    line: /^\s*(?<here>\/\/|#(?=\s)|--(?=\s+\p{L})|<!--|\/\*)/du,
    message: ({ here }) => say`A comment begins with %%, not with ${here}.`,
    title: say`Write %%`,
    mend: '%%',
    safe: true,
  },
  {
    line: /^(?<margin>\s*)\S.*?(?<mend>\s+(?<here>%%)(?<comment>.*))$/du,
    message: say`A comment needs a line of its own.`,
    title: say`Put it on a line of its own`,
    mend: ({ margin, comment }) => `\n${margin}%%${comment}`,
    safe: true,
  },
  {
    line: /^(?<margin>\s*)\S.*?(?<mend>\s+(?<here>\/\/|<!--|\/\*|#|%(?!%))(?<comment>\s.*))$/du,
    message: ({ here }) => say`A comment begins with %%, not with ${here}, and needs a line of its own.`,
    title: say`Make it a comment on a line of its own`,
    mend: ({ margin, comment }) => `\n${margin}%%${comment}`,
    safe: true,
  },
]);
