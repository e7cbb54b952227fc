import { reaches } from './stated-version';

/** From which release on a tool draws with which Mermaid, the newest first. */
type Releases = readonly (readonly [since: string, mermaid: string])[];

/** From its change log, and the address that the theme loads: since 9.5.21 a major version without the rest. */
const material: Releases = [
  ['9.5.34', '11'],
  ['9.5.21', '10'],
  ['9.5.5', '10.7.0'],
  ['9.4.13', '10.6.1'],
  ['9.1.5', '9.4.3'],
  ['9.0.3', '9.3.0'],
  ['8.5.2', '9.1.7'],
  ['8.2.10', '9.0.1'],
];

/** From its change logs and the script that each release carries. */
const quarto: Releases = [
  ['1.9.0', '11.12.0'],
  ['1.8.0', '11.6.0'],
  ['1.6.0', '11.2.0'],
  ['1.4.0', '10.2.0'],
  ['1.3.0', '9.2.2'],
];

/** From its change log. What is older loads the newest Mermaid, or states its own. */
const sphinx: Releases = [
  ['1.1.0', '11.12.1'],
  ['1.0.0', '11.2.0'],
];

const mermaidOf = (releases: Releases, version: string): string | undefined =>
  releases.find(([since]) => reaches(version, since))?.[1];

export const materialMermaid = (version: string): string => mermaidOf(material, version) ?? '8';
export const quartoMermaid = (version: string): string => mermaidOf(quarto, version) ?? '9';
export const sphinxMermaid = (version: string): string | undefined => mermaidOf(sphinx, version);
