// Cases as they arrive, by EventSource: the queue gets their cards, the log says how many there are.
import { fetchCard, say, showTimes } from "./app.js";

const kinds = { flag: "warn", delete: "bad", log: "mute" };

export function startLive() {
  const { guild, tab } = document.body.dataset;
  if (!guild || (tab !== "queue" && tab !== "log")) {
    return;
  }
  const events = new EventSource(`/g/${guild}/events`);
  const waiting = new Set();
  events.addEventListener("open", () => document.body.classList.add("live"));
  events.addEventListener("error", () => document.body.classList.remove("live"));
  events.addEventListener("opened", ({ data }) => (tab === "queue" ? addCard(data, waiting) : countNew(data, waiting)));
  events.addEventListener("reviewed", ({ data }) => refresh(data));
  addEventListener("pagehide", () => events.close());
}

/** Puts a new card on top of the first page of its queue; elsewhere says that there is one. */
async function addCard(number, waiting) {
  const list = document.getElementById("queue");
  if (list.querySelector(`[data-case="${CSS.escape(number)}"]`)) {
    return;
  }
  const { card } = await fetchCard(number).catch(() => ({}));
  if (!card || card.dataset.state !== "open" || !card.querySelector(`header .badge.${kinds[list.dataset.kind]}`)) {
    return;
  }
  if (new URLSearchParams(location.search).has("at")) {
    countNew(number, waiting);
    return;
  }
  if (list.querySelector(`[data-case="${CSS.escape(number)}"]`)) {
    return;
  }
  const item = document.createElement("li");
  item.className = "arrived";
  item.append(card);
  showTimes(card);
  list.prepend(item);
  document.getElementById("empty")?.setAttribute("hidden", "");
  say(`Case ${number} has come in.`);
}

function countNew(number, waiting) {
  waiting.add(number);
  const fresh = document.getElementById("fresh");
  if (fresh) {
    fresh.querySelector("[data-fresh]").textContent = String(waiting.size);
    fresh.hidden = false;
  }
}

/** Somebody decided: show it, unless this page's own decision is under way. */
async function refresh(number) {
  const card = document.querySelector(`#queue .card[data-case="${CSS.escape(number)}"]`);
  if (!card || card.dataset.state !== "open" || card.classList.contains("busy")) {
    return;
  }
  const { card: fresh } = await fetchCard(number).catch(() => ({}));
  if (fresh && card.isConnected && !card.classList.contains("busy") && card.dataset.state === "open") {
    fresh.classList.toggle("current", card.classList.contains("current"));
    showTimes(fresh);
    card.replaceWith(fresh);
  }
}
