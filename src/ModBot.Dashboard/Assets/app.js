// The page works without this: it adds keys, live updates, local times and progress.
import { startQueue } from "./queue.js";
import { startLive } from "./live.js";
import { startExports } from "./exports.js";

/** Times are written in UTC; show them as the reader's clock does. */
export function showTimes(root) {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  for (const time of root.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime()) && !time.dataset.shown) {
      time.textContent = format.format(at);
      time.dataset.shown = "1";
    }
  }
}

/** Tells those who do not see the page. */
export function say(text) {
  const place = document.getElementById("said");
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
}

/** The card of a case as the server draws it now; null where it is not to be had. */
export async function fetchCard(number, options = {}) {
  const { guild } = document.body.dataset;
  const answer = await fetch(options.url ?? `/g/${guild}/cases/${number}/card`, {
    headers: { "X-Fragment": "1" }, redirect: "error", ...options.request,
  });
  if (!answer.ok) {
    return { error: await faultOf(answer) };
  }
  return { card: parse(await answer.text()).querySelector(".card") };
}

/** What the server says went wrong, as text. */
async function faultOf(answer) {
  const text = parse(await answer.text()).querySelector("main p");
  return text ? text.textContent : "That did not work. Load the page anew and try again.";
}

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

showTimes(document);
for (const button of document.querySelectorAll("[data-opens]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    const box = document.querySelector('[data-key="/"]');
    if (box) {
      event.preventDefault();
      box.focus();
    }
  }
});

/** True where a key writes a letter. */
export function isTyping(element) {
  return element instanceof HTMLElement
    && (element.isContentEditable || element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"));
}

startQueue();
startLive();
startExports();
