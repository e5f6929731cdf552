// What a page weighs on its way to a phone: compressed bytes of its HTML, its CSS and its scripts, and its requests.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { SITUS, berkas } from "./situs.mjs";

const sizes = new Map();
/** Compressed size of a file, as a host sends it. */
function gz(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(file)).length);
  return sizes.get(file);
}

const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];

/** What one page loads by itself: { html, css, skrip, permintaan, lain, salah }, sizes in bytes. */
export function timbang(alamat) {
  const page = join(SITUS, berkas(alamat));
  const html = readFileSync(page, "utf8");
  const salah = [];
  const berat = { alamat, html: gz(page), css: 0, skrip: 0, permintaan: 1, salah };
  // A font named ahead and by its sheet is asked for once.
  const diminta = new Set();
  const tautan = (url, dari = page) => {
    if (/^(\w+:)?\/\//.test(url)) salah.push(`asks another host: ${url}`);
    const file = resolve(dirname(dari), url.split(/[?#]/)[0]);
    berat.permintaan += diminta.has(file) ? 0 : 1;
    diminta.add(file);
    return file;
  };
  for (const [tag] of html.matchAll(/<(?:link|script|img|source|iframe|video|audio|object|embed)\b[^>]*>/g)) {
    const url = attribute(tag, "href") ?? attribute(tag, "src") ?? attribute(tag, "data") ?? attribute(tag, "srcset");
    if (tag.startsWith("<link")) {
      const rel = attribute(tag, "rel");
      if (rel === "stylesheet") {
        const file = tautan(url);
        // The heading face is a font, fetched once for the whole site.
        if (!file.endsWith("/huruf.css")) berat.css += gz(file);
        // A sheet that loads another or a font costs a round trip that the page does not show.
        for (const [, inner] of readFileSync(file, "utf8").matchAll(/(?:@import\s+|url\()\s*["']?([^"')]+)/g)) if (!inner.startsWith("data:") && !inner.startsWith("#")) tautan(inner, file);
      } else if (/icon|preload|modulepreload|manifest/.test(rel ?? "")) tautan(url);
    } else if (tag.startsWith("<script")) {
      const type = attribute(tag, "type") ?? "";
      if (url) {
        berat.skrip += gz(tautan(url));
        // The last thing of a page stands in nobody's way.
        const terakhir = /^[^<]*<\/script>\s*(<\/(body|html)>\s*)*$/.test(html.slice(html.indexOf(tag) + tag.length));
        if (!/\s(defer|async)\b/.test(tag) && type !== "module" && !terakhir) salah.push(`a script stands in the way of the first paint: ${tag}`);
      } else if (!/json/.test(type) && type !== "module" && html.indexOf(tag) < html.indexOf("</head>")) salah.push("an inline script in the head stands in the way of the first paint");
    } else if (url && !url.startsWith("data:") && attribute(tag, "loading") !== "lazy") tautan(url);
  }
  if (/<style[^>]*>[^<]*(@import|url\(["']?https?:)/.test(html)) salah.push("a style inside the page loads from elsewhere");
  return berat;
}

/** A table in Markdown. */
export const tabel = (kepala, baris) => [kepala, kepala.map((_, i) => (i === 0 ? "---" : "--:")), ...baris].map((b) => `| ${b.join(" | ")} |`).join("\n");

/** kB of 1000 bytes with one decimal. */
export const kB = (bytes) => (bytes / 1000).toFixed(1);

/** Where a file of the repository stands, from here. */
export const diRepo = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
