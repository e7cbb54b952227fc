const picture = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;

/** Whether a path or address is that of a picture, by its ending. */
export const isPicture = (path: string): boolean => picture.test(path);
