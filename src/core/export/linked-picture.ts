import { xml } from '../markup/xml';

/** How a picture begins that the panel saves: its title and its background, which XML's own writer leaves no stray `<` or `>` in. */
const opening = /^(<svg [^>]*><title>[^<]*<\/title>)(<rect [^>]*\/>)/;

/**
 * A picture that the panel saves, with its background made a link to the line that it is made from.
 * @param href where its source stands, as seen from the file: `../moe.md#L12`
 * @param place the same for people
 * @returns the text as it is where it does not begin as such a picture does
 */
export const linkedPicture = (svg: string, href: string, place: string): string =>
  svg.replace(
    opening,
    (_, start: string, background: string) =>
      `${start}<a href="${xml(href)}"><title>${xml(place)}</title>${background}</a>`,
  );
