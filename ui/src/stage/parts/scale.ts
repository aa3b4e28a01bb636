import type { ProfileShare } from "../../protocol/generated";

/** The right end of the shares' common axis: the largest figure shown, rounded up to the next ten. */
export function axisEnd(profiles: ProfileShare[]): number {
  const largest = Math.max(0, ...profiles.map((profile) => Math.max(profile.percent, profile.reference ?? 0)));
  return Math.min(100, Math.max(10, Math.ceil(largest / 10) * 10));
}
