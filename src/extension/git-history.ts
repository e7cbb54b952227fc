/** What VS Code's own Git extension offers of a repository, as far as it is asked here. */
export interface GitRepository {
  show(ref: string, path: string): Promise<string>;
  getRefs?(query: { readonly sort?: 'committerdate' }): Promise<readonly { readonly name?: string }[]>;
}

/** The exports of VS Code's Git extension. It refuses where a setting has Git switched off. */
export interface GitExtension {
  getAPI(version: 1): { getRepository(file: unknown): GitRepository | null };
}

/** Why there is no earlier text. */
export type NoHistory = 'no-git' | 'no-repository' | 'not-in-revision';

/**
 * The repository that a file lies in.
 * @param git activates the Git extension; undefined where there is none
 */
export async function repositoryOf(
  git: (() => PromiseLike<GitExtension>) | undefined,
  file: unknown,
): Promise<GitRepository | NoHistory> {
  if (!git) return 'no-git';
  try {
    return (await git()).getAPI(1).getRepository(file) ?? 'no-repository';
  } catch {
    return 'no-git';
  }
}

/** A file's text in a revision: a commit, a branch, a tag or `HEAD`. */
export async function textIn(
  repository: GitRepository,
  revision: string,
  path: string,
): Promise<{ readonly text: string } | NoHistory> {
  try {
    return { text: await repository.show(revision, path) };
  } catch {
    return 'not-in-revision';
  }
}

/** Branches and tags, the latest first, each once. */
export async function revisionNames(repository: GitRepository): Promise<readonly string[]> {
  const refs = (await repository.getRefs?.({ sort: 'committerdate' }).catch(() => [])) ?? [];
  return [...new Set(refs.flatMap(({ name }) => name ?? []))];
}
