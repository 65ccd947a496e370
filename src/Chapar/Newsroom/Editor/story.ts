// A story as page and server exchange it.
import type { JSONContent } from "@tiptap/core";
import type { Translating } from "./translating.ts";

export interface Signing { author: string; role: "writer" | "photographer" | "translator" }

/** As Chapar.Articles.Particulars in JSON. */
export interface Particulars {
  format: string;
  section?: string | null;
  bylines: Signing[];
  places: string[];
  topics: string[];
  lead?: string | null;
  leadCaption?: string | null;
  leadAlternativeText?: string | null;
}

/** What is written, and how many suggestions stand beside it. */
export interface Text { headline: string; deck: string; body: JSONContent; particulars: Particulars; suggestions?: number }

/** A state that the server has. */
export interface Version extends Text { key: string; by: string; at: string }

/** Where a spelling stands: its line is found again by what is around it. */
export interface Spelled { part: "headline" | "deck" | "text"; before: string; written: string; after: string }

/** A line of the checklist; of a spelling also what would stand there, and where. Of what is not yet known, that it is asked again. Of a name that can be left as it stands, or was, how it is written. */
export interface Check { isBar: boolean; text: string; isPending: boolean; replacement: string | null; places: Spelled[] | null; way: string | null; isLeft: boolean }

export interface Choice { id: string; name: string }

/** Something that was said: the first of a thread, or an answer. */
export interface Said { id: string; by: string; at: string; when: string; text: string; mentions: string[]; isForMe: boolean; isMine: boolean }

/** What was said about one passage, with where it stood then. */
export interface Thread { quote: string; anchor: string; resolved: string | null; said: Said[] }

export interface Comments { stamp: string; threads: Thread[] }

/** What the page was opened with. */
export interface Opening extends Version {
  id: string;
  language: string;
  me: string;
  closed: boolean;
  choices: { authors: Choice[]; places: Choice[]; topics: Choice[] };
  /** What is to be said of the rights to its pictures, by their ids. */
  rights: Record<string, string>;
  /** The log of the shared text; null when nobody has begun one. */
  shared: { lineage: string; key: string; savedThrough: number; changes: { sequence: number; state: string | null; bytes: string }[] } | null;
  comments: Comments;
  /** The names of those who may read the story. */
  colleagues: string[];
  /** The publication's, as browsers name it. */
  zone: string;
  /** Its source; null when it is no translation. */
  translation: Translating | null;
  leadFace: { alt: string; caption: string; credit: string } | null;
}

export const textOf = ({ headline, deck, body, particulars }: Text): Text => ({ headline, deck, body, particulars });

/** Whether two texts say the same, whatever the order of their fields. */
export const same = (a: Text, b: Text) => plain(textOf(a)) === plain(textOf(b));

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part) => part && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).filter(([, inner]) => inner !== null && inner !== undefined).sort(([a], [b]) => a < b ? -1 : 1)) : part);
}

/** A new name for a state. randomUUID is missing where the site is reached without https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6]! & 0x0f | 0x40;
  bytes[8] = bytes[8]! & 0x3f | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
