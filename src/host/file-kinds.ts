const image = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$/i;
const table = /\.(?:csv|tsv)$/i;

/** Whether a file is a picture, by its name or URI. */
export const isImage = (name: string): boolean => image.test(name);

/** Whether a file is a table that demos may read, by its name or URI. */
export const isTable = (name: string): boolean => table.test(name);
