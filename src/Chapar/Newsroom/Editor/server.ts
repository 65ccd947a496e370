// What the editor asks its page for. Every answer is JSON; a request that changes something carries the page's token.

import type { Check } from "./story.ts";
import { say } from "./words.ts";

export interface Found { value: string; text: string; hint: string; id: string }
export interface FoundPicture extends Found { alt: string; caption: string; credit: string; decorative: boolean; thumbnail: string; rights: string | null }

/** A picture that was brought in: a new one, or the one that is the same file; others that may be the same picture. */
export interface Arrival { picture: FoundPicture; isNew: boolean; looksLike: FoundPicture[] }

/** What is to be said of the right to show a picture, by its id: of those that the page was opened with and those found since. */
export const rights = new Map<string, string>();

function know(picture: FoundPicture): FoundPicture {
  if (picture.rights) rights.set(picture.id, picture.rights);
  return picture;
}

const token = () => document.querySelector<HTMLInputElement>("input[name=form]")?.value ?? "";

/** A question to a handler of this page. */
export async function read<T>(handler: string, query: Record<string, string>): Promise<T> {
  const answer = await fetch(`?${new URLSearchParams({ handler, ...query })}`, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${handler} answered ${answer.status}`);
  return await answer.json() as T;
}

/** Sends something to a handler of this page; the answer as it comes, whatever its status. */
export function send(handler: string, body: unknown, keepalive = false): Promise<Response> {
  return fetch(`?handler=${handler}`, {
    method: "POST", keepalive, body: JSON.stringify(body),
    headers: { "content-type": "application/json", accept: "application/json", "X-Form": token() },
  });
}

/** Leaves a name as it is written in this story, or lets it be asked about again; the checklist then. Throws when the server did not take it. */
export async function leave(way: string, asked: boolean): Promise<Check[]> {
  const answer = await fetch("?handler=Leave", { method: "POST", body: new URLSearchParams({ way, asked: String(asked) }), headers: { accept: "application/json", "X-Form": token() } });
  if (answer.redirected || !answer.ok) throw new Error(`Leave answered ${answer.status}`);
  return await answer.json() as Check[];
}

/** Brings a picture into the library; throws with the server's reason when it is refused. */
export async function upload(file: File): Promise<Arrival> {
  const answer = await fetch(`?${new URLSearchParams({ handler: "Upload", name: file.name })}`, { method: "POST", body: file, headers: { accept: "application/json", "X-Form": token() } });
  if (answer.redirected || answer.status === 403) throw new Error(say("editor.image.notYours"));
  const given = await answer.json().catch(() => ({ reason: `${answer.status}` })) as Arrival & { reason?: string };
  if (!answer.ok) throw new Error(given.reason);
  know(given.picture);
  return given;
}

/** Tells the library what a picture shows and who made it; throws with the reason when it is refused. */
export async function describe(picture: string, words: { credit: string; alt: string; caption: string }): Promise<FoundPicture> {
  const answer = await send("Describe", { picture, ...words });
  if (answer.redirected || answer.status === 403) throw new Error(say("editor.image.notYours"));
  const given = await answer.json().catch(() => ({ reason: `${answer.status}` })) as FoundPicture & { reason?: string };
  if (!answer.ok) throw new Error(given.reason);
  return know(given);
}

/** What a picture of the library gives to a node of the text. */
export const imageOf = (picture: FoundPicture) => ({
  media: picture.id, alt: picture.alt || null, caption: picture.caption || null, credit: picture.credit || null, decorative: picture.decorative || null,
});

export const findStories = (words: string) => read<Found[]>("Stories", { q: words });
export const findPictures = async (words: string, from: number) => (await read<FoundPicture[]>("Pictures", { q: words, from: String(from) })).map(know);
