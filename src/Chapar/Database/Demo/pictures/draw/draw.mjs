// Draws the sample illustrations. `npm install sharp` in a folder of your own, then
// `node draw.mjs [name ...]` writes the JPEG files beside this folder.
import sharp from 'sharp';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as lands from './lands.mjs';
import * as works from './works.mjs';
import * as towns from './towns.mjs';
import { portraits } from './portraits.mjs';

const scenes = { ...lands, ...works, ...towns, ...portraits }, wanted = process.argv.slice(2);
for (const [name, draw] of Object.entries(scenes)) {
  const file = name.replaceAll(/[A-Z]/g, (c) => '-' + c.toLowerCase());
  if (wanted.length && !wanted.includes(file)) continue;
  const out = fileURLToPath(new URL(`../${file}.jpg`, import.meta.url));
  const drawn = await sharp(Buffer.from(String(draw()))).flatten().png().toBuffer();
  let quality = 82, jpeg;
  do jpeg = await sharp(drawn).jpeg({ quality: quality -= 4, mozjpeg: true }).toBuffer(); while (jpeg.length > 136 * 1024);
  await writeFile(out, jpeg);
  console.log(file.padEnd(20), quality, Math.round(jpeg.length / 1024) + ' KB');
}
