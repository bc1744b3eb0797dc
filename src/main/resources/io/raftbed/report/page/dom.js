// Elements of the page.

const byId = id => document.getElementById(id);

function element(tag, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}

/** A list of names and values; what is undefined is left out. */
function facts(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) {
    if (value !== undefined) list.append(element("dt", {}, name), element("dd", {}, value));
  }
  return list;
}

/** Fills a menu; the value of an entry is its index. */
function fillMenu(menu, entries, onPick) {
  menu.append(...entries.map(([value, label]) => element("option", { value }, label)));
  menu.addEventListener("change", () => onPick(Number(menu.value)));
}

/** Calls back when the picture needs other colours, and around printing, which is always light. */
function onColors(recolor, beforePrint) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolor);
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.print = "";
    recolor();
    beforePrint();
  });
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    recolor();
  });
}
