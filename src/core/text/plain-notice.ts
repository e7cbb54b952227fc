/**
 * A message in which nothing is a link. Editors make links of `[a](command:b)` in what they are told to show, and a file may
 * have such a name: an invisible sign that joins words keeps the two brackets apart.
 */
export const plainNotice = (message: string): string => message.replaceAll('](', ']\u2060(');
