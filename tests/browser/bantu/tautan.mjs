// Every link of every page leads to a file that exists, and every fragment to an element that exists.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** All files below a folder. */
export function files(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath ?? e.path, e.name));
}

const decode = (text) =>
  text.replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&#x2F;/g, "/").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** Dead links, outside requests and repeated ids of a built site. */
export function deadLinks(root) {
  const wrong = [];
  const ids = new Map();
  const pages = files(root).filter((f) => f.endsWith(".html") && relative(root, f) !== "404.html");
  const idsOf = (file) => {
    if (!ids.has(file)) {
      const html = readFileSync(file, "utf8");
      const list = [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => decode(m[1]));
      const set = new Set(list);
      if (set.size !== list.length) {
        const twice = list.filter((id, i) => list.indexOf(id) !== i);
        wrong.push(`${relative(root, file)}: id twice: ${[...new Set(twice)].slice(0, 3).join(", ")}`);
      }
      ids.set(file, set);
    }
    return ids.get(file);
  };
  let count = 0;
  for (const page of pages) {
    const html = readFileSync(page, "utf8");
    idsOf(page);
    for (const [, attribute, raw] of html.matchAll(/\s(href|src)="([^"]*)"/g)) {
      const url = decode(raw);
      if (/^(https?:|mailto:)/.test(url)) {
        // A page may name other sites, it may not load from them.
        if (attribute === "src") wrong.push(`${relative(root, page)}: loads ${url}`);
        continue;
      }
      count += 1;
      const [path, fragment] = url.split("#");
      const bare = path.split("?")[0];
      let target = bare === "" ? page : resolve(dirname(page), decodeURIComponent(bare));
      if (existsSync(target) && !target.includes(".", target.lastIndexOf("/") + 1)) target = join(target, "index.html");
      if (!existsSync(target)) wrong.push(`${relative(root, page)}: dead link ${url}`);
      else if (fragment && target.endsWith(".html") && !idsOf(target).has(decodeURIComponent(fragment))) {
        wrong.push(`${relative(root, page)}: no such place ${url}`);
      }
    }
  }
  return { pages: pages.length, links: count, wrong };
}
