// Brings in the progress of an import every second; the "Look again" link does the same without script.
const look = async () => {
  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("progress");
  if (!now) return location.reload();
  document.getElementById("progress").replaceChildren(...now.childNodes);
  setTimeout(look, 1000);
};
setTimeout(look, 1000);
