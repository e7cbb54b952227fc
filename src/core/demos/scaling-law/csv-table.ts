/** A table read from comma-, semicolon- or tab-separated text: its header and its rows of cells. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads CSV (RFC 4180: quotes, doubled quotes inside them); the separator is the commonest one in the header. */
export function readCsv(text: string): CsvTable {
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  const separator = [',', ';', '\t'].reduce((best, next) =>
    firstLine.split(next).length > firstLine.split(best).length ? next : best,
  );
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endLine = () => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') lines.push(cells);
    cells = [];
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[i++];
      else quoted = false;
    } else if (character === '"' && cell.trim() === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') endLine();
    else cell += character;
  }
  endLine();
  const [header = [], ...rows] = lines;
  return { header, rows };
}
