// Shows how far an export has come; the browser itself takes the file.
export function startExports() {
  const form = document.getElementById("export");
  if (!form) {
    return;
  }
  form.addEventListener("submit", () => {
    const place = document.getElementById("progress");
    const bar = place.querySelector("progress");
    const written = place.querySelector("[data-written]");
    const button = form.querySelector("button");
    const show = (count) => {
      bar.value = count;
      written.textContent = count.toLocaleString();
    };
    place.hidden = false;
    button.disabled = true;
    const events = new EventSource(form.dataset.progress);
    const end = () => {
      events.close();
      button.disabled = false;
    };
    events.addEventListener("progress", ({ data }) => show(Number(data)));
    events.addEventListener("done", ({ data }) => { show(Number(data)); place.classList.add("done"); end(); });
    events.addEventListener("failed", end);
    events.addEventListener("error", end);
  });
}
