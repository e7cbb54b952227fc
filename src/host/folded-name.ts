/** Names that differ only in case or Unicode form are one here, as they are on Windows and macOS. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');
