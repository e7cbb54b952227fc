interface Frame {
  readonly entityIdentifier?: string;
  readonly dataInlineValue?: string;
  readonly dataReference?: { readonly $refText: string };
}

interface Model {
  readonly frames: readonly Frame[];
  readonly dataEntities: readonly { readonly name: string; readonly dataBlockValue: string }[];
}

/** A frame as the picture says it: its name, the lane that it has to itself, and the example below it. */
export interface DrawnFrame {
  readonly name: string;
  readonly lane?: string;
  readonly data?: string;
}

/** The database of event models, where what it was given can be asked for. */
export interface ModelDatabase {
  setAst(model: Model): void;
  getFrames?: () => readonly DrawnFrame[];
}

/**
 * Lets a database of event models say what it draws. It gives out no text before a page has measured it, so that what is
 * parsed is caught on its way in, and cut as the database cuts it (Mermaid 12.3, `calculateTextProps`).
 * True where it could not be asked until now: what it was given before is not known.
 */
export function openModels(db: ModelDatabase): boolean {
  if (db.getFrames) return false;
  const keep = db.setAst;
  let frames: readonly DrawnFrame[] = [];
  db.setAst = (model) => {
    keep(model);
    frames = model.frames.map((frame) => drawnFrame(frame, model));
  };
  db.getFrames = () => frames;
  return true;
}

function drawnFrame({ entityIdentifier = '', dataInlineValue, dataReference }: Frame, model: Model): DrawnFrame {
  const parts = entityIdentifier.split('.');
  const entity = model.dataEntities.find(({ name }) => name === dataReference?.$refText);
  const data = entity === undefined ? dataInlineValue && cut(dataInlineValue, '{') : cut(entity.dataBlockValue, '{\n');
  return {
    name: parts.length === 2 ? parts[1]! : entityIdentifier,
    ...(parts.length === 2 && { lane: parts[0]! }),
    ...(data && { data }),
  };
}

/** From behind what opens to one character before the last brace: `{a}` loses its `a`, and a text in quotes is lost. */
function cut(data: string, opener: string): string {
  const inner = data.slice(data.indexOf(opener) + opener.length);
  return inner.slice(0, Math.max(0, inner.lastIndexOf('}') - 1));
}
