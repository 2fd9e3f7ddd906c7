// Reviewing by keyboard: j and k move, u upholds, o overturns, r writes a reason, Enter opens, ? lists the keys.
import { fetchCard, isTyping, say, showTimes } from "./app.js";

let list = null;

export function startQueue() {
  list = document.getElementById("queue");
  const single = document.querySelector("article.case");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) {
      return;
    }
    if (event.key === "Enter" && event.target.closest("a, button, summary")) {
      return;
    }
    const action = list ? queueKeys[event.key] : single ? caseKeys[event.key] : undefined;
    if (action) {
      event.preventDefault();
      action();
    }
  });
  if (list) {
    list.addEventListener("submit", (event) => {
      event.preventDefault();
      decide(event.target, event.submitter);
    });
    const first = list.querySelector('.card[data-state="open"]');
    if (first) {
      choose(first, { scroll: false });
    }
  }
}

const queueKeys = {
  j: () => move(1),
  k: () => move(-1),
  u: () => press("upheld"),
  o: () => press("overturned"),
  r: () => current()?.querySelector("[name=reason]")?.focus(),
  Enter: () => { const link = current()?.querySelector("a.number"); if (link) { location.href = link.href; } },
  "?": () => document.getElementById("keys").showModal(),
};

const caseKeys = {
  u: () => document.querySelector("article.case button.uphold")?.click(),
  o: () => document.querySelector("article.case button.overturn")?.click(),
  r: () => document.querySelector("article.case [name=reason]")?.focus(),
};

function current() {
  return list.querySelector(".card.current");
}

function choose(card, { scroll = true } = {}) {
  current()?.classList.remove("current");
  card.classList.add("current");
  card.focus({ preventScroll: true });
  if (scroll) {
    card.scrollIntoView({ block: "nearest" });
  }
}

function move(step) {
  const cards = [...list.querySelectorAll(".card")];
  const at = cards.indexOf(current());
  const next = cards[at < 0 ? 0 : at + step];
  if (next) {
    choose(next);
  }
}

function press(decision) {
  current()?.querySelector(`button[value="${decision}"]`)?.click();
}

/** Sends the decision and puts what the server answers in the card's place. */
async function decide(form, button) {
  const card = form.closest(".card");
  if (card.classList.contains("busy")) {
    return;
  }
  const body = new URLSearchParams(new FormData(form));
  body.set(button.name, button.value);
  card.classList.add("busy");
  form.querySelector(".fault")?.remove();
  let outcome;
  try {
    outcome = await fetchCard(card.dataset.case, { url: form.action, request: { method: "POST", body } });
  } catch {
    outcome = { error: "The server did not answer. Nothing is known to have changed; try again." };
  }
  card.classList.remove("busy");
  if (outcome.error) {
    const fault = document.createElement("p");
    fault.className = "fault";
    fault.setAttribute("role", "alert");
    fault.textContent = outcome.error;
    form.append(fault);
    return;
  }
  const wasCurrent = card.classList.contains("current") || card.contains(document.activeElement);
  const next = nextOpen(card);
  showTimes(outcome.card);
  card.replaceWith(outcome.card);
  say(`Case ${outcome.card.dataset.case} is ${outcome.card.dataset.state}.`);
  if (wasCurrent) {
    choose(next ?? outcome.card);
  }
}

/** The next card that waits, below the given one or else above it. */
function nextOpen(card) {
  const cards = [...list.querySelectorAll(".card")];
  const at = cards.indexOf(card);
  const open = (candidate) => candidate !== card && candidate.dataset.state === "open";
  return cards.slice(at).find(open) ?? cards.slice(0, at).reverse().find(open);
}
