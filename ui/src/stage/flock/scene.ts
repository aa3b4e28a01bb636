import type { BreakdownView, MaskedView, ObservedView, ProfileCard } from "../../protocol/generated";
import { apportion, gridFor, peoplePerBird, seatOf, type Grid } from "./arrange";

/** One bird of the breakdown. Its key stays the same from step to step, so that it flies instead of being redrawn. */
export interface Placed {
  key: string;
  /** Its drawing; null for somebody between two, who is no bird in particular. */
  bird: string | null;
  /** The bird it pretended to be: a mask that falls. */
  mask: string | null;
  /** Which mask this is, of those that fall one after the other. */
  beat: number;
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
  /** The wire on which the flocks stand. */
  baseline: number;
}

/** The wire on which the flocks stand, and where the sky over it ends: under the title. */
export const BASELINE = 752;
/** What stands under the birds that were seen is higher. */
const SEEN_BASELINE = 640;
const SKY = 214;
/** The drawings leave a little air under their feet. */
const FEET = 3;
/** From edge to edge: the birds are the slide. */
export const LEFT = 84;
export const WIDTH = 1752;
/** What a column's birds may take of its width. */
const WHOLE = 0.9;
/** Of that, the reference has a narrow strip beside the room, which is what the slide shows; where the room's birds leave more, it has that. */
const STRIP = 0.16;
/** The reference's birds are at most this large and stand at most this high, as shares of the room's. */
const REFERENCE_SIZE = 0.5;
const REFERENCE_HEIGHT = 0.6;
/** Between the two. */
const AIR = 8;
/** Where the groups behind the masks stand. */
export const MASKED = { left: 620, width: 1216 };
/** How wide a group behind the masks may be: not so wide that it is no column any more. */
const WIDEST = 300;

/** The middle of column `n` of `count`. */
export function columnAt(n: number, count: number, left = LEFT, width = WIDTH): number {
  return left + ((n + 0.5) * width) / Math.max(1, count);
}

/** How many columns the room has: one for each profile, and one for those between two. */
export function columnsOf(view: BreakdownView): number {
  return (view.profiles?.length ?? 0) + (view.mixed > 0 ? 1 : 0);
}

/** Places every bird of the breakdown's present step. */
export function sceneOf(view: BreakdownView, baseline = BASELINE): Scene {
  const profiles = view.profiles ?? [];
  const people = view.classified;
  const largest = Math.max(0, ...profiles.map((profile) => Math.max(profile.percent, profile.reference ?? 0)));
  const per = peoplePerBird(people, largest);
  const total = Math.max(people > 0 ? 1 : 0, Math.round(people / per));
  const columns = columnsOf(view);
  // Nobody is half a bird: who is between two stands with the others who are.
  const room = apportion([...profiles.map((profile) => profile.alone), view.mixed], total);
  const between = room.pop() ?? 0;
  const reference = view.reference_shown ? apportion(profiles.map((profile) => profile.reference ?? 0), total) : [];
  const wide = WIDTH / Math.max(1, columns);
  const sky = baseline - SKY;
  const grid = gridFor(Math.max(...room, between, 1), (view.reference_shown ? WHOLE - STRIP : WHOLE) * wide, sky);
  const across = grid.columns * grid.cell;
  const small = gridFor(Math.max(...reference, 1), WHOLE * wide - across - AIR, REFERENCE_HEIGHT * sky, REFERENCE_SIZE * grid.cell);
  const aside = view.reference_shown ? small.columns * small.cell + AIR : 0;
  const place = { grid, feet: baseline + FEET, shown: view.masked === null };

  const birds = profiles.flatMap((profile, n) => [
    ...flock(`room ${profile.id}`, profile.bird, room[n] ?? 0, columnAt(n, columns) - aside / 2, place),
    ...flock(`reference ${profile.id}`, profile.bird, reference[n] ?? 0, columnAt(n, columns) + (across + AIR) / 2, { ...place, grid: small, reference: true }),
  ]);
  birds.push(...flock("between", null, between, columnAt(profiles.length, columns), place));
  return { birds: view.masked ? unmask(birds, view) : birds, per, baseline };
}

/** Where no votes are shown: a bird for each attitude that was seen in the room. */
export function sceneOfSeen(seen: ObservedView, cards: ProfileCard[]): Scene {
  const profiles = seen.profiles.map((share) => {
    const { name = "", bird = "" } = cards.find((card) => card.id === share.id) ?? {};
    return { ...share, name, bird, alone: share.count, reference: null };
  });
  const nothing = { people: seen.total, unclassified: 0, mixed: 0, minimum: 0, reference_shown: false, masked: null, masked_too_few: false };
  return sceneOf({ ...nothing, classified: seen.total, profiles }, SEEN_BASELINE);
}

interface Place {
  grid: Grid;
  feet: number;
  shown: boolean;
  reference?: boolean;
}

function flock(group: string, bird: string | null, count: number, x: number, { grid, feet, shown, reference = false }: Place): Placed[] {
  return Array.from({ length: count }, (_, n) => ({
    key: `${group} ${n}`,
    bird,
    mask: null,
    beat: 0,
    reference,
    shown,
    size: grid.cell,
    ...seatOf(n, count, x, feet, grid),
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

/** How many people a group is, where they are whole: nobody on the projector is half a person. */
export function wholeOf(count: number): number | null {
  return Number.isInteger(count) ? count : null;
}

/** The masking profiles' birds move to the groups behind the masks; the others leave. */
function unmask(birds: Placed[], view: BreakdownView): Placed[] {
  const masked = view.masked;
  if (!masked) return birds;
  const masking = new Set(masked.behind.map((id) => `room ${id} `));
  const isMasking = (bird: Placed) => [...masking].some((start) => bird.key.startsWith(start));
  const groups = behindOf(view, masked);
  const parts = apportion(groups.map((group) => group.count), birds.filter(isMasking).length);
  const wide = Math.min(WIDEST, (MASKED.width / Math.max(1, groups.length)) * WHOLE);
  const grid = gridFor(Math.max(...parts, 1), wide, BASELINE - SKY - 100);
  const seats = groups.flatMap((group, n) => {
    const count = parts[n] ?? 0;
    const x = columnAt(n, groups.length, MASKED.left, MASKED.width);
    const hides = group.kind === "profile";
    return Array.from({ length: count }, (_, seat) => ({ hides, beat: n, bird: group.bird, size: grid.cell, ...seatOf(seat, count, x, BASELINE + FEET, grid) }));
  });
  let next = 0;
  return birds.map((bird) => {
    const seat = isMasking(bird) ? seats[next++] : undefined;
    if (!seat) return bird;
    const { hides, ...place } = seat;
    return { ...bird, ...place, mask: hides ? bird.bird : null, shown: true };
  });
}
