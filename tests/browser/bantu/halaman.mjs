// Questions asked of a page from inside; each function runs in the browser and names what is wrong.

/** Headings: exactly one h1, first of all, and no level skipped on the way down. */
export function judul() {
  const wrong = [];
  const shown = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")];
  const h1 = shown.filter((h) => h.tagName === "H1");
  if (h1.length !== 1) wrong.push(`${h1.length} h1`);
  let last = 0;
  for (const h of shown) {
    const level = Number(h.tagName[1]);
    if (level > last + 1) wrong.push(`h${last} is followed by h${level} "${h.textContent.trim().slice(0, 40)}"`);
    if (h.textContent.trim() === "") wrong.push(`an empty h${level}`);
    last = level;
  }
  return wrong;
}

/** Landmarks: one header, main and footer; every nav with a name of its own. */
export function tengara() {
  const wrong = [];
  const inside = (e) => e.closest("main,article,section,aside,nav") !== null;
  for (const [name, list] of [
    ["header", [...document.querySelectorAll("header,[role=banner]")].filter((e) => !inside(e))],
    ["main", [...document.querySelectorAll("main,[role=main]")]],
    ["footer", [...document.querySelectorAll("footer,[role=contentinfo]")].filter((e) => !inside(e))],
  ]) {
    if (list.length !== 1) wrong.push(`${list.length} ${name}`);
  }
  const label = (e) => e.getAttribute("aria-label") ?? document.getElementById(e.getAttribute("aria-labelledby"))?.textContent ?? "";
  const navs = [...document.querySelectorAll("nav")].map((e) => label(e).trim());
  if (navs.length === 0) wrong.push("no nav");
  if (navs.includes("")) wrong.push("a nav without a name");
  if (new Set(navs).size !== navs.length) wrong.push(`two nav of one name: ${navs.join(", ")}`);
  return wrong;
}

/** Charts: role, title, a description that holds every value of the table beside it. */
export function grafik() {
  const wrong = [];
  let charts = 0;
  const en = document.documentElement.lang === "en";
  // A chart writes long amounts in short: Rp8.551.166.400 is drawn, and said, as Rp8,55 miliar.
  const ringkas = (text) => {
    if (!text.startsWith("Rp")) return [];
    const amount = Number(text.slice(2).replace(/[−-]/, "").replaceAll(en ? "," : ".", "").replace(",", "."));
    return [[1e12, "triliun", "trillion"], [1e9, "miliar", "billion"], [1e6, "juta", "million"]].map(([size, id, inggris]) => {
      const short = (Math.round((amount / size) * 100 + 1e-9) / 100).toFixed(2);
      return en ? `Rp${short} ${inggris}` : `Rp${short.replace(".", ",")} ${id}`;
    });
  };
  // A drawing in a cell is named by what it shows; the words beside it say the same.
  for (const svg of document.querySelectorAll("svg.c-sel[role=img]")) {
    if (!/\d/.test(svg.getAttribute("aria-label") ?? "")) wrong.push("a drawing in a cell has no name");
  }
  for (const svg of document.querySelectorAll("svg[role=img]:not(.c-sel)")) {
    charts += 1;
    const id = svg.closest("figure")?.id ?? "";
    const title = svg.querySelector(":scope > title")?.textContent.trim() ?? "";
    // The two widths of one chart share the long description, which stands in one of them: what a screen reader reads is what the name leads to.
    const desc = [...(svg.getAttribute("aria-describedby") ?? "").split(/\s+/)].map((name) => document.getElementById(name)?.textContent ?? "").join(" ");
    if (title === "") wrong.push(`${id}: no title`);
    if (desc.trim() === "") wrong.push(`${id}: no description`);
    const rows = [...(svg.closest("figure")?.querySelectorAll("table tbody tr") ?? [])];
    // An embed page carries its numbers as a download beside the description.
    // The first rows of a chart lead to the whole of it, which has its table.
    const whole = svg.closest("figure.ringkas-gambar")?.querySelector(".lanjut a[href*='#grafik-']");
    if (rows.length === 0 && !whole && !document.querySelector("a[download][href$='.csv']")) wrong.push(`${id}: no table beside it`);
    const said = desc.replace(/\s+/g, " ");
    const lost = rows
      .flatMap((row) => [...row.querySelectorAll("td")].flatMap((td) => td.textContent.match(/(Rp)?[−-]?\d[\d.,]*\d|\d/g) ?? []))
      .filter((number) => !said.includes(number) && !ringkas(number).some((short) => said.includes(short)));
    if (lost.length) wrong.push(`${id}: its description lacks ${[...new Set(lost)].slice(0, 4).join(" | ")}`);
  }
  for (const svg of document.querySelectorAll("svg:not([role=img])")) {
    if (!svg.closest("[aria-hidden=true]") && !svg.closest("svg[role=img]") && svg.getAttribute("role") !== "presentation") wrong.push("an svg that is neither a chart nor hidden from screen readers");
  }
  return { charts, wrong };
}

/** Pointer targets smaller than 24 px that are no links inside a sentence. */
export function sasaran() {
  const wrong = [];
  for (const e of document.querySelectorAll("a[href],button,summary,input:not([type=hidden]),select,[tabindex='0'][role]")) {
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    let box = e.getBoundingClientRect();
    // A label is part of the target of its field.
    for (const label of e.labels ?? []) {
      const l = label.getBoundingClientRect();
      box = { width: Math.max(box.width, l.width), height: Math.max(box.height, l.height) };
    }
    if (box.width === 0 || box.right <= 0 || (box.width >= 23.5 && box.height >= 23.5)) continue;
    let block = e.parentElement;
    while (block && getComputedStyle(block).display.startsWith("inline") && block.parentElement) block = block.parentElement;
    const own = block.cloneNode(true);
    own.querySelectorAll("a,button,summary").forEach((x) => x.remove());
    const sentence = getComputedStyle(e).display === "inline" && own.textContent.replace(/[\s,.;:()|]+/g, "").length >= 4;
    if (!sentence) wrong.push(`${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.replace(/\s+/g, " ").slice(0, 100)}`);
  }
  return wrong;
}

/** Text that cannot be read to its end: cut by its box, or out of the window with no way to scroll there. */
export function terpotong() {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) wrong.push(`the page is ${document.documentElement.scrollWidth - width} px too wide`);
  const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  for (const e of document.querySelectorAll("body *")) {
    if (e.closest("svg") || !e.checkVisibility({ visibilityProperty: true })) continue;
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== "")) continue;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    if (box.width <= 2 || box.height <= 2) continue; // only for screen readers
    const name = `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 40)}"`;
    if (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1) wrong.push(`${name} is cut at its side`);
    if (/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 3) wrong.push(`${name} is cut below`);
    if (box.right > width + 1 && style.position !== "absolute" && style.position !== "fixed" && !scrolls(e)) wrong.push(`${name} ends ${Math.round(box.right - width)} px beyond the window`);
  }
  return wrong;
}

/** Movement that would run although the reader asked for none. */
export function gerak() {
  const moving = (text) => text.split(",").some((t) => Number.parseFloat(t) > 0.01);
  const wrong = document.getAnimations().map((a) => `an animation runs on ${a.effect?.target?.tagName}`);
  for (const e of [document.documentElement, ...document.querySelectorAll("body *")]) {
    for (const pseudo of [undefined, "::before", "::after"]) {
      const style = getComputedStyle(e, pseudo);
      if (pseudo && style.content === "none") continue;
      if (moving(style.transitionDuration) || (style.animationName !== "none" && moving(style.animationDuration))) wrong.push(`${e.tagName.toLowerCase()}${pseudo ?? ""} would move`);
    }
  }
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") wrong.push("the page scrolls smoothly");
  return wrong;
}

/**
 * Text of the other language without its mark: two small words of that language and none of the page's own. A sentence of the
 * page that quotes a name is its own language; so is a title, which cannot be marked in part.
 */
export function bahasaSalah([bahasa, asing, sendiri]) {
  const wrong = [];
  const words = (text, list) => new Set((text.match(new RegExp(`(?<![\\p{L}-])(${list})(?![\\p{L}-])`, "giu")) ?? []).map((w) => w.toLowerCase())).size;
  const foreign = (text) => words(text, asing) >= 2 && words(text, sendiri) === 0;
  const marked = (e) => e.closest("[lang]")?.lang === bahasa;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (e.closest("script,style,pre,code,head") || !marked(e)) continue;
    if (foreign(node.textContent)) wrong.push(`${e.tagName.toLowerCase()}: ${node.textContent.trim().replace(/\s+/g, " ").slice(0, 90)}`);
  }
  for (const e of document.querySelectorAll("[aria-label],[alt],[placeholder]")) {
    const text = ["aria-label", "alt", "placeholder"].map((a) => e.getAttribute(a) ?? "").join(" ");
    if (marked(e) && foreign(text)) wrong.push(`${e.tagName.toLowerCase()} label: ${text.trim().slice(0, 90)}`);
  }
  return wrong;
}

/** Forced colours: text that keeps colours of its own against the reader's choice. */
export function terpaksa() {
  return [...document.querySelectorAll("body *")]
    .filter((e) => getComputedStyle(e).forcedColorAdjust === "none" && e.checkVisibility() && e.textContent.trim() !== "" && !e.closest("svg"))
    .map((e) => `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 40)}" keeps its own colours`);
}

/** What has the focus, and whether a person sees it. */
export function fokus() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  const outline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1.5;
  const box = e.getBoundingClientRect();
  const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { name: `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 30)}"`, seen: outline && inWindow, outline, inWindow, where: e.closest("main,footer,header,nav")?.tagName, id: e.id };
}
