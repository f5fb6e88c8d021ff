// Contrast of the text in SVG pictures, which axe does not look at: the colour of a text against the pixels that stand
// behind it, taken from a picture of the page without its texts.
const least_contrast = 4.5;  // WCAG 2.2, 1.4.3
const least_contrast_large = 3;
const large_text_pixels = 24;
const large_bold_text_pixels = 18.66;
const share_of_pixels = 0.15;  // so many may be of a line that a text crosses: a short one, "€ 0" at the axis, most

// In the page: the texts of every visible picture with their colour, place and size; numbers the pictures.
function pictures_of() {
  const pictures = [];
  for (const svg of document.querySelectorAll("svg")) {
    const box = svg.getBoundingClientRect();
    const texts = [];
    for (const text of svg.checkVisibility() ? svg.querySelectorAll("text, tspan") : []) {
      const own = [...text.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
      const place = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      if (!own || place.width === 0 || style.visibility === "hidden") {
        continue;
      }
      let opacity = Number(style.fillOpacity);
      for (let each = text; each !== svg.parentNode; each = each.parentNode) {
        opacity *= Number(getComputedStyle(each).opacity);
      }
      texts.push({
        text: text.textContent.trim().slice(0, 40),
        picture: svg.querySelector("title")?.id ?? "without title",
        fill: style.fill,
        opacity,
        pixels: parseFloat(style.fontSize) * (Math.abs(text.getScreenCTM().a) || 1),
        is_bold: Number(style.fontWeight) >= 700,
        left: place.left - box.left,
        top: place.top - box.top,
        width: place.width,
        height: place.height,
      });
    }
    if (texts.length > 0) {
      svg.dataset.picture = pictures.length;
      pictures.push(texts);
    }
  }
  return pictures;
}

// In a page of our own: the contrasts of texts with the pixels behind them.
async function contrasts_with(data) {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data.png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return data.texts.map((text) => {
    const [red, green, blue, alpha = 1] = text.fill.match(/[\d.]+/g).map(Number);
    const cover = alpha * text.opacity;
    const left = Math.max(0, Math.floor(text.left));
    const top = Math.max(0, Math.floor(text.top));
    const width = Math.min(image.width - left, Math.ceil(text.width));
    const height = Math.min(image.height - top, Math.ceil(text.height));
    if (width <= 0 || height <= 0) {
      return { ...text, contrast: 0 };
    }
    const { data: pixels } = context.getImageData(left, top, width, height);
    const found = [];
    for (let i = 0; i < pixels.length; i += 4) {
      const behind = [pixels[i], pixels[i + 1], pixels[i + 2]];
      const seen = [red, green, blue].map((value, k) => cover * value + (1 - cover) * behind[k]);
      found.push(contrast(luminance(seen), luminance(behind)));
    }
    found.sort((a, b) => a - b);
    return { ...text, contrast: found[Math.floor(found.length * data.share_of_pixels)] };
  });
}

// Finds texts of pictures with too little contrast; returns how many texts it looked at.
export async function check_svg_contrast(page, helper, findings, look) {
  // As high as the highest picture: what lies beyond the window is not drawn.
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: 1200 });
  const pictures = await page.evaluate(pictures_of);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("svg text, svg tspan { fill: transparent !important; }");
    document.adoptedStyleSheets = [sheet];
  });
  const devtools = await page.context().newCDPSession(page);
  let count = 0;
  for (const [number, texts] of pictures.entries()) {
    const clip = await page.evaluate((wanted) => {
      const svg = document.querySelector(`svg[data-picture="${wanted}"]`);
      svg.scrollIntoView({ block: "start", behavior: "instant" });
      const { left, top, width, height } = svg.getBoundingClientRect();
      return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 };
    }, number);
    const { data: png } = await devtools.send("Page.captureScreenshot", { format: "png", clip, optimizeForSpeed: true });
    for (const text of await helper.evaluate(contrasts_with, { png, texts, share_of_pixels })) {
      const is_large = text.pixels >= large_text_pixels || (text.is_bold && text.pixels >= large_bold_text_pixels);
      const least = is_large ? least_contrast_large : least_contrast;
      count += 1;
      findings.expect(text.contrast >= least,
        `${look}: “${text.text}” in ${text.picture} has contrast ${text.contrast.toFixed(2)}, at least ${least} is needed`);
    }
  }
  return count;
}
