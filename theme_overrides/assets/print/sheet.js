// The print view of a district: hides the parts that are not ticked, without loading anything.

const form = document.getElementById("auswahl");
const status = document.getElementById("umfang");
const boxes = [...form.elements.teil];

function apply() {
  for (const box of boxes) {
    document.querySelector(`[data-teil="${box.value}"]`).hidden = !box.checked;
  }
  const wanted = boxes.filter((box) => box.checked).length;
  status.textContent = wanted === boxes.length ? "Alles kommt auf das Blatt." : `${wanted} von ${boxes.length} Teilen kommen auf das Blatt.`;
}

form.addEventListener("change", apply);
document.getElementById("drucken").addEventListener("click", () => window.print());
form.hidden = false;
// A browser that comes back to the page keeps the boxes as they were.
if (boxes.some((box) => !box.checked)) apply();
