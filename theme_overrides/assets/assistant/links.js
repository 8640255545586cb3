// Makes links for sending a record, with everything filled in as far as the length of addresses allows.

// GitHub refuses addresses of more than 8 KB and encodes them once more on the way to its login.
const MAX_URL = 5000;

const query = (values) =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join("&");

/** An address, or "" if it would be too long. */
const short = (url) => (url.length <= MAX_URL ? url : "");

/** A new file with its text; `full` is "" if the text is too long for an address. */
export function newFile({ new: base }, { path, text }) {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
  const empty = `${base}${folder}?${query({ filename: name })}`;
  return { full: short(`${empty}&value=${encodeURIComponent(text)}`), empty };
}

/** An issue form with its answers: as many as fit, in their order. `title` is the issue's, and the answer to a question of that name. */
export function issueForm({ issue }, template, title, answers) {
  let url = `${issue}?${query({ template, title: title.slice(0, 200) })}`;
  for (const [key, value] of Object.entries(answers)) {
    const more = value && key !== "title" ? `&${query({ [key]: value })}` : "";
    if (url.length + more.length <= MAX_URL) url += more;
  }
  return url;
}

/** A mailto: link with the record in its body, or with a request to paste the copied text if that would be too long. */
export function mail({ mail: to }, subject, text) {
  const full = `mailto:${to}?${query({ subject, body: text.replaceAll("\n", "\r\n") })}`;
  if (full.length <= MAX_URL) return { href: full, isWhole: true };
  return { href: `mailto:${to}?${query({ subject, body: "Fügen Sie hier den kopierten Text ein.\r\n" })}`, isWhole: false };
}
