/**
 * A Vite plugin that gives each module that comes later a copy of its own of what it imports. None can import from the page, which is no
 * module, and a kind of question that waited for a file it shares with another would not be in one response.
 */
export function ownCopies() {
  return {
    name: "gazouillis:own-copies",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const [path, query] = (importer ?? "").split("?");
      const owner = /^for=(.+)$/.exec(query ?? "")?.[1] ?? /\/src\/phone\/(?:kinds\/)?(later|survey|play|upvotes|keepsake|(?<=kinds\/)[^/]+)\/[^/]+$/.exec(path ?? "")?.[1];
      if (!owner) return null;
      const found = await this.resolve(source, path, { ...options, skipSelf: true });
      return found && !found.external && /\.ts$/.test(found.id) ? { ...found, id: `${found.id}?for=${owner}` } : found;
    },
  };
}
