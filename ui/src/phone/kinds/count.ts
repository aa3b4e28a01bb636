/** Words for a number of things, `#` being the number; a kind that imports it gets a copy. */
export const count = (one: string, many: string) => (n: number) => (n < 2 ? one : many).replace("#", `${n}`);
