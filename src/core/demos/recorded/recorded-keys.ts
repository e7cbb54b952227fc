import { say } from '../../l10n/say';
import { record, text, whole } from '../schema/key';

/** `data` of a demo that shows what a real model did beside what is computed. */
export const recordedData = (columns: string) =>
  record(
    {
      path: text({ meaning: say`A CSV file beside the lesson, inside the course, with a header row: ${columns}` }),
      layer: whole(0, 10_000, {
        meaning: say`The rows with this number in the column \`layer\`.`,
        otherwise: say`all rows, where there is no such column or it holds one number alone`,
      }),
    },
    {
      shorthand: 'path',
      meaning: say`What a real model did, recorded, shown beside what is computed.`,
      otherwise: say`none`,
    },
  );
