import { pictureColours } from '../core/export/picture-colours';
import type { DrawnPicture, PictureDrawer } from '../core/picture-drawer';

/** How long a person rests on a word for a picture, in milliseconds; what takes longer is given up. */
const patience = 1500;

/** Draws diagrams for hovers, on dark where the editor's text is light; undefined where there is no picture in time. */
export const hoverPictures =
  (pictures: PictureDrawer, foreground: () => string) =>
  async (text: string): Promise<DrawnPicture | undefined> => {
    const end = Date.now() + patience;
    const cancellation = {
      get aborted() {
        return Date.now() > end;
      },
    };
    const colours = isLight(foreground()) ? pictureColours.dark : pictureColours.light;
    const drawn = await pictures.draw({ text, colours }, cancellation);
    return 'why' in drawn ? undefined : drawn;
  };

/** Of `#rrggbb`; other ways to write a colour are taken for dark. */
function isLight(colour: string): boolean {
  const [, r = '0', g = '0', b = '0'] = /^#(..)(..)(..)/.exec(colour) ?? [];
  const part = (hex: string) => Number.parseInt(hex, 16) || 0;
  return 0.3 * part(r) + 0.59 * part(g) + 0.11 * part(b) > 127;
}
