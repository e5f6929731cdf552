// Pictures small enough to keep: shrunk by averaging, few colours, compared with room for how letters are drawn.
import * as zlib from "node:zlib";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** A picture as plain pixels: { width, height, data } with four bytes a pixel. */
export const baca = (bytes) => PNG.sync.read(bytes);

/** Shrinks a picture `kali` times: each pixel is the average of a square. */
export function kecilkan({ width, height, data }, kali) {
  const [w, h] = [Math.floor(width / kali), Math.floor(height / kali)];
  const out = Buffer.alloc(w * h * 4, 255);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      for (let c = 0; c < 3; c += 1) {
        let sum = 0;
        for (let j = 0; j < kali; j += 1) for (let i = 0; i < kali; i += 1) sum += data[((y * kali + j) * width + x * kali + i) * 4 + c];
        out[(y * w + x) * 4 + c] = Math.round(sum / (kali * kali));
      }
    }
  }
  return { width: w, height: h, data: out };
}

/** The most frequent colours, first those that a picture is made of, then the nearest for all others. */
function palet({ data }, banyak) {
  const counts = new Map();
  // Sixteen steps a channel: what differs less is one colour.
  const step = (v) => Math.min(255, Math.round(v / 17) * 17);
  const key = (i) => (step(data[i]) << 16) | (step(data[i + 1]) << 8) | step(data[i + 2]);
  for (let i = 0; i < data.length; i += 4) counts.set(key(i), (counts.get(key(i)) ?? 0) + 1);
  const colours = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, banyak).map(([c]) => c);
  const nearest = new Map(colours.map((c, i) => [c, i]));
  const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const index = (i) => {
    const c = key(i);
    if (!nearest.has(c)) nearest.set(c, colours.reduce((best, other, n) => (distance(c, other) < distance(c, colours[best]) ? n : best), 0));
    return nearest.get(c);
  };
  return { colours, index };
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc = zlib.crc32 ?? ((bytes) => (bytes.reduce((c, b) => TABLE[(c ^ b) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0);

function chunk(type, body) {
  const head = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  head.copy(out, 4);
  out.writeUInt32BE(crc(head), body.length + 8);
  return out;
}

/** A PNG of at most 16 colours, four bits a pixel. */
export function tulis(gambar) {
  const { width, height } = gambar;
  const { colours, index } = palet(gambar, 16);
  const row = Math.ceil(width / 2) + 1;
  const raw = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) raw[y * row + 1 + (x >> 1)] |= index((y * width + x) * 4) << (x & 1 ? 0 : 4);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  const plte = Buffer.from(colours.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("PLTE", plte), chunk("IDAT", zlib.deflateSync(raw, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

/** Averages every pixel with its neighbours, so that a letter half a pixel further is still the same grey. */
function haluskan({ width, height, data }) {
  const out = Buffer.from(data);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      for (let c = 0; c < 3; c += 1) {
        let sum = 0;
        for (let j = -1; j < 2; j += 1) for (let i = -1; i < 2; i += 1) sum += data[((y + j) * width + x + i) * 4 + c];
        out[(y * width + x) * 4 + c] = sum / 9;
      }
    }
  }
  return out;
}

/** Which part of two pictures differs: 0 same, 1 nothing in common; pictures of other sizes have nothing in common. */
export function beda(lama, baru) {
  if (lama.width !== baru.width || lama.height !== baru.height) return 1;
  const { width, height } = lama;
  const wrong = pixelmatch(haluskan(lama), haluskan(baru), undefined, width, height, { threshold: 0.12, includeAA: true });
  return wrong / (width * height);
}
