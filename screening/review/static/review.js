"use strict";
// Keys, ticks and the way back; everything else is links, forms and htmx.
const isTyping = (node) => node.closest("input:not([type=checkbox]), select, textarea") !== null;

function go(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
}

function move(by) {
  const links = [...document.querySelectorAll("ol.queue a.who")];
  const place = links.indexOf(document.activeElement);
  const target = links[place < 0 ? 0 : Math.max(0, Math.min(links.length - 1, place + by))];
  if (target) target.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
  const isQueue = document.querySelector("#filter") !== null;
  const keys = {
    j: () => (isQueue ? move(1) : go("nav.around a[rel=next]")),
    k: () => (isQueue ? move(-1) : go("nav.around a[rel=prev]")),
    d: () => document.querySelector("#decision")?.focus(),
    "/": () => document.querySelector("#words")?.focus(),
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-tick-all]")) return;
  document.querySelectorAll("input[name=pick]").forEach((box) => { box.checked = event.target.checked; });
});

// Behind a language chosen the same page is shown again; a page made by a form has no address to go back to.
document.addEventListener("submit", (event) => {
  const back = event.target.querySelector("[data-back]");
  if (back) back.value = ["/bulk/preview", "/bulk/confirm"].includes(location.pathname) ? "/" : location.pathname + location.search;
});
