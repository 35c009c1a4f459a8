import { existsSync, type FSWatcher, realpathSync, statSync, watch } from "node:fs";
import { dirname, join, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CommandError, reasonOf } from "../command-error.ts";

/** Tells when files change, appear or vanish. */
export interface Follower {
  /**
   * Follows these files instead of those before; they need not exist.
   *
   * @param since a file that changed at this time or later, before it was followed, has changed already;
   *   milliseconds since 1970
   * @throws CommandError when the system follows no more files
   */
  readonly follow: (paths: readonly string[], since: number) => void;
  /** Waits for a change and then for quiet. @returns what changed; nothing once the signal is aborted */
  readonly nextChange: (ended: AbortSignal) => Promise<readonly string[]>;
  readonly close: () => void;
}

interface Following {
  /** Where somebody waits for a change: wakes them. */
  wake: () => void;
  readonly wanted: Set<string>;
  readonly changed: Set<string>;
}

/**
 * Follows files by their folders, for most editors put a new file in the place of the old one.
 *
 * @param options.quietMs how long nothing may change before a change is told
 */
export function createFollower({ quietMs }: { readonly quietMs: number }): Follower {
  const state: Following = { wake: () => {}, wanted: new Set(), changed: new Set() };
  let watchers: readonly FSWatcher[] = [];
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
  };
  return {
    follow(paths, since) {
      const before = new Set(state.wanted);
      const all = new Set(paths.flatMap((path) => [path, ...realPath(path)]));
      const folders = new Set([...all].map(nearestFolder));
      close();
      state.wanted.clear();
      for (const path of all) state.wanted.add(path);
      watchers = [...folders].map((folder) => watchFolder(folder, state));
      for (const path of all) {
        if (!before.has(path) && modifiedAt(path) >= since) state.changed.add(path);
      }
    },
    nextChange: (ended) => nextChange(state, quietMs, ended),
    close,
  };
}

async function nextChange(
  state: Following,
  quietMs: number,
  ended: AbortSignal,
): Promise<readonly string[]> {
  if (state.changed.size === 0) await untilWoken(state, ended);
  let isQuiet = false;
  while (!isQuiet && !ended.aborted) {
    isQuiet = true;
    state.wake = () => {
      isQuiet = false;
    };
    await setTimeout(quietMs);
  }
  const changed = ended.aborted ? [] : [...state.changed].sort();
  state.changed.clear();
  return changed;
}

function untilWoken(state: Following, ended: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const wake = (): void => {
      ended.removeEventListener("abort", wake);
      done();
    };
    state.wake = wake;
    if (ended.aborted) wake();
    else ended.addEventListener("abort", wake);
  });
}

function watchFolder(folder: string, state: Following): FSWatcher {
  const onChange = (_: string, name: string | null): void => {
    const path = name === null ? folder : join(folder, name);
    const isWanted = state.wanted.has(path);
    // A folder on the way to a file
    if (!isWanted && ![...state.wanted].some((one) => one.startsWith(path + sep))) return;
    state.changed.add(path);
    state.wake();
  };
  try {
    // That the folder itself vanished is told as a change of what was in it.
    return watch(folder, onChange).on("error", () => onChange("rename", null));
  } catch (cause) {
    throw new CommandError(`${folder} cannot be watched: ${reasonOf(cause)}`, { cause });
  }
}

function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder);
}

function realPath(path: string): readonly string[] {
  return existsSync(path) ? [realpathSync(path)] : [];
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
