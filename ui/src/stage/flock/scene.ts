import type { BreakdownView, MaskedView, ObservedView, ProfileCard, ProfileShare } from "../../protocol/generated";
import { apportion, gridFor, peoplePerBird, seatOf, type Grid } from "./arrange";

/** One bird of the breakdown. Its key stays the same from step to step, so that it flies instead of being redrawn. */
export interface Placed {
  key: string;
  bird: string;
  /** The bird it pretended to be: a mask that falls. */
  mask: string | null;
  /** It belongs to the reference flock, drawn in outline. */
  reference: boolean;
  shown: boolean;
  x: number;
  y: number;
  /** Side in stage units. */
  size: number;
}

export interface Scene {
  birds: Placed[];
  /** How many people one bird stands for. */
  per: number;
}

/** The wire on which the flocks stand, and how high they may grow. */
export const BASELINE = 580;
/** The drawings leave a little air under their feet. */
const FEET = BASELINE + 3;
const HEIGHT = 386;
const LEFT = 120;
const WIDTH = 1680;
/** What a column's birds may take: alone, and beside the reference. */
const WHOLE = 204;
const HALF = 98;
/** Where the groups behind the masks stand. */
export const MASKED = { left: 640, width: 1160 };

/** The middle of column `n` of `count`. */
export function columnAt(n: number, count: number, left = LEFT, width = WIDTH): number {
  return left + ((n + 0.5) * width) / Math.max(1, count);
}

/** Places every bird of the breakdown's present step. */
export function sceneOf(view: BreakdownView): Scene {
  const profiles = view.profiles ?? [];
  const people = view.classified;
  const largest = Math.max(0, ...profiles.map((profile) => Math.max(profile.percent, profile.reference ?? 0)));
  const per = peoplePerBird(people, largest);
  const total = Math.max(people > 0 ? 1 : 0, Math.round(people / per));
  const room = apportion(profiles.map((profile) => profile.count), total);
  const reference = view.reference_shown ? apportion(profiles.map((profile) => profile.reference ?? 0), total) : [];
  const grid = gridFor(Math.max(...room, ...reference, 1), view.reference_shown ? HALF : WHOLE, HEIGHT);
  const aside = view.reference_shown ? HALF / 2 + 3 : 0;

  const birds = profiles.flatMap((profile, n) => [
    ...flock(profile, room[n] ?? 0, columnAt(n, profiles.length) - aside, grid, false, view),
    ...flock(profile, reference[n] ?? 0, columnAt(n, profiles.length) + aside, grid, true, view),
  ]);
  return { birds: view.masked ? unmask(birds, view) : birds, per };
}

/** Where no votes are shown: a bird for each attitude that was seen in the room. */
export function sceneOfSeen(seen: ObservedView, cards: ProfileCard[]): Scene {
  const profiles = seen.profiles.map((share) => {
    const { name = "", bird = "" } = cards.find((card) => card.id === share.id) ?? {};
    return { ...share, name, bird, reference: null };
  });
  const nothing = { people: seen.total, unclassified: 0, mixed: 0, minimum: 0, reference_shown: false, masked: null, masked_too_few: false };
  return sceneOf({ ...nothing, classified: seen.total, profiles });
}

function flock(profile: ProfileShare, count: number, x: number, grid: Grid, reference: boolean, view: BreakdownView): Placed[] {
  return Array.from({ length: count }, (_, n) => ({
    key: `${reference ? "reference" : "room"} ${profile.id} ${n}`,
    bird: profile.bird,
    mask: null,
    reference,
    shown: view.masked === null,
    size: grid.cell,
    ...seatOf(n, count, x, FEET, grid),
  }));
}

/** A group behind the masks: a profile, those behind whom nothing was found, or the rest. */
export interface Behind {
  kind: "profile" | "simply" | "untold";
  id: string;
  name: string;
  bird: string;
  count: number;
  percent: number;
}

/** The groups behind the masks. Those who hide nothing, and those who cannot be told apart, keep the mask's own bird. */
export function behindOf(view: BreakdownView, masked: MaskedView): Behind[] {
  const mask = view.profiles?.find((profile) => masked.behind.includes(profile.id))?.bird ?? "deborde";
  const named = masked.profiles.map((profile) => ({ kind: "profile" as const, ...profile }));
  const rest = (["simply", "untold"] as const).flatMap((kind) => {
    const part = masked[kind];
    return part ? [{ kind, id: kind, name: "", bird: mask, ...part }] : [];
  });
  return [...named, ...rest];
}

/** The masking profiles' birds move to the groups behind the masks; the others leave. */
function unmask(birds: Placed[], view: BreakdownView): Placed[] {
  const masked = view.masked;
  if (!masked) return birds;
  const masking = new Set(masked.behind.map((id) => `room ${id} `));
  const isMasking = (bird: Placed) => [...masking].some((start) => bird.key.startsWith(start));
  const groups = behindOf(view, masked);
  const parts = apportion(groups.map((group) => group.count), birds.filter(isMasking).length);
  const grid = gridFor(Math.max(...parts, 1), WHOLE, HEIGHT - 40);
  const seats = groups.flatMap((group, n) => {
    const count = parts[n] ?? 0;
    const x = columnAt(n, groups.length, MASKED.left, MASKED.width);
    const masked = group.kind === "profile";
    return Array.from({ length: count }, (_, seat) => ({ masked, bird: group.bird, size: grid.cell, ...seatOf(seat, count, x, FEET, grid) }));
  });
  let next = 0;
  return birds.map((bird) => {
    const seat = isMasking(bird) ? seats[next++] : undefined;
    if (!seat) return bird;
    const { masked: hides, ...place } = seat;
    return { ...bird, ...place, mask: hides ? bird.bird : null, shown: true };
  });
}
