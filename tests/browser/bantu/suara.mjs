// What a screen reader says from the start of a page to its end: SITUS=public node tests/browser/bantu/suara.mjs blitar/dinas-sosial/2024/
import { berkas, mulai } from "./situs.mjs";

const PERAN = { heading: "judul", link: "tautan", img: "gambar", image: "gambar", navigation: "navigasi", banner: "kepala", main: "isi utama", contentinfo: "kaki", complementary: "pelengkap", region: "wilayah", list: "daftar", table: "tabel", figure: "figur", button: "tombol", DisclosureTriangle: "lipatan", searchbox: "kotak cari", textbox: "kotak teks", combobox: "pilihan", checkbox: "kotak centang" };

/** The lines of a page, each with how deep it stands. */
export async function suara(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const by = new Map(nodes.map((n) => [n.nodeId, n]));
  const lines = [];
  const prop = (n, name) => n.properties?.find((p) => p.name === name)?.value?.value;
  const count = (n, role) => (n.childIds ?? []).reduce((sum, id) => sum + (by.get(id)?.role?.value === role && !by.get(id).ignored ? 1 : by.get(id)?.role?.value === "rowgroup" || by.get(id)?.ignored ? count(by.get(id), role) : 0), 0);
  /** The words below a node on one line. */
  const kata = (n) => {
    const role = n.role?.value;
    if (role === "StaticText") return n.name.value;
    if (!n.ignored && (role === "link" || role === "img" || role === "image" || role === "button")) return `[${PERAN[role]}: ${n.name.value}${n.description?.value ? `; ${n.description.value}` : ""}]`;
    if (!n.ignored && role === "DisclosureTriangle") return `[lipatan, ${prop(n, "expanded") ? "terbuka" : "tertutup"}: ${n.name.value}]`;
    return (n.childIds ?? []).map((id) => kata(by.get(id))).join(role === "row" ? " | " : "");
  };
  const baca = (n, deep) => {
    const role = n.ignored ? "" : n.role?.value;
    const say = (text) => lines.push("  ".repeat(deep) + text.replace(/\s+/g, " ").trim());
    const below = (d = deep + 1) => (n.childIds ?? []).forEach((id) => baca(by.get(id), d));
    const name = n.name?.value ?? "";
    if (role === "heading") say(`judul tingkat ${prop(n, "level")}: ${kata(n) || name}`);
    else if (role === "img" || role === "image") say(`gambar: ${name}${n.description?.value ? `. ${n.description.value}` : ""}`);
    else if (role === "link" || role === "button" || role === "DisclosureTriangle") say(kata(n));
    else if (role === "StaticText") say(name);
    else if (role === "table") {
      say(`tabel${name ? ` "${name}"` : " tanpa nama"}, ${count(n, "row")} baris`);
      below();
    } else if (role === "row" || role === "paragraph" || role === "term" || role === "definition" || role === "caption") {
      const text = kata(n);
      if (text.trim()) say(text);
    } else if (role === "list") {
      say(`daftar, ${count(n, "listitem")} butir`);
      below();
    } else if (role === "listitem" && !(n.childIds ?? []).some((id) => ["list", "table", "figure", "group"].includes(by.get(id)?.role?.value))) say(`• ${kata(n)}`);
    else if (PERAN[role]) {
      say(`${PERAN[role]}${name ? `: ${name}` : ""}`);
      below();
    } else below(deep);
  };
  baca(nodes[0], 0);
  return lines.filter((line) => line.trim() !== "");
}

if (process.argv[1]?.endsWith("suara.mjs")) {
  const situs = await mulai();
  const { page, tutup } = await situs.buka({ viewport: { width: 360, height: 740 } });
  await page.goto(situs.base + berkas(process.argv[2] ?? ""));
  console.log((await suara(page)).join("\n"));
  await tutup();
  await situs.tutup();
}
