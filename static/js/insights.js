/* Insights: a picture of the search as PNG. */
(() => {
  "use strict";

  const SHARP = 2; // pixels of the file for one of the page

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const asFile = (svg) => {
    const copy = svg.cloneNode(true);
    copy.setAttribute("color", "#1b2422");
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  };

  const toPng = (svg, name) => {
    const { width, height } = svg.viewBox.baseVal;
    const image = new Image(width * SHARP, height * SHARP);
    image.onload = () => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: image.width, height: image.height });
      const paper = canvas.getContext("2d");
      paper.fillStyle = "#fff";
      paper.fillRect(0, 0, canvas.width, canvas.height);
      paper.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, name), "image/png");
    };
    image.src = asFile(svg);
  };

  for (const button of document.querySelectorAll("[data-png]")) {
    button.hidden = false;
    button.addEventListener("click", () => toPng(document.querySelector(".flow-drawing"), button.dataset.png));
  }
})();
