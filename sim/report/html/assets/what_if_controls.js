// A slider and a number field for one value, linked, with label, unit, range and what is wrong with what was typed.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

// A text of the page with its places {1}, {2}, ... filled in.
function filled(text, ...values) {
  return text.replace(/\{(\d)\}/g, (whole, place) => values[place - 1] ?? whole);
}

// What the unit of a term is called behind its field.
function unit_text(unit, texts) {
  return texts["unit_" + unit] ?? "";
}

// on_change(value) hears of every valid value that a person gives.
function make_number_control({ id, label, unit, lowest, highest, step, now, context, numbers, texts, on_change,
  blank = texts.mixed }) {
  const slider = element("input", {
    type: "range", id: id + "-slider", min: lowest, max: highest, step,
    "aria-labelledby": [context, id + "-label", id + "-kind"].filter(Boolean).join(" "),
  });
  const field = element("input", {
    type: "text", id, class: "utrecht-textbox", inputmode: "decimal", autocomplete: "off", spellcheck: "false",
    "aria-describedby": `${id}-hint ${id}-fault`,
    "aria-labelledby": [context, id + "-label"].filter(Boolean).join(" "),
  });
  const range = [numbers.term_text(unit, lowest), numbers.term_text(unit, highest)];
  const hint = element("p", { id: id + "-hint", class: "utrecht-form-field-description what-if-hint" },
    now === undefined ? filled(texts.range, ...range) : filled(texts.now_and_range, ...range, now));
  const fault = element("p", { id: id + "-fault", class: "what-if-fault", role: "alert" });
  const words = unit === "share" ? "" : unit_text(unit, texts);
  const kind = element("span", { id: id + "-kind", hidden: true }, texts.slider);
  const line = element("div", { class: "utrecht-form-field what-if-control" },
    element("label", { for: id, id: id + "-label", class: "utrecht-form-label" }, label), kind,
    element("div", { class: "what-if-inputs" }, slider, field,
      element("span", { class: "what-if-unit" }, unit_text(unit, texts))),
    hint, fault);

  function say_fault(text) {
    fault.textContent = text;
    field.setAttribute("aria-invalid", text === "" ? "false" : "true");
  }

  // Shows a value; null says that the things it stands for differ, the slider then stands at their mean. A field in
  // which somebody types is left alone.
  function show(value, { mean = (lowest + highest) / 2, keeps_field = document.activeElement === field } = {}) {
    say_fault("");
    slider.value = value ?? mean;
    const text = value === null ? blank : (numbers.term_text(unit, value) + " " + words).trim();
    slider.setAttribute("aria-valuetext", text);
    slider.classList.toggle("what-if-mixed", value === null);
    if (!keeps_field) {
      field.value = value === null ? "" : numbers.field_text(unit, value);
      field.placeholder = value === null ? blank : "";
    }
  }

  slider.addEventListener("input", () => {
    const value = Number(Number(slider.value).toFixed(10));
    on_change(value);
  });
  field.addEventListener("input", () => {
    const value = numbers.value_of_text(unit, field.value);
    if (value >= lowest && value <= highest) {
      on_change(value);
    }
  });
  field.addEventListener("change", () => {
    const value = numbers.value_of_text(unit, field.value);
    if (Number.isNaN(value)) {
      say_fault(filled(texts.no_number, ...range));
    } else if (value < lowest || value > highest) {
      say_fault(filled(texts.out_of_range, ...range));
    } else {
      show(value, { keeps_field: false });
    }
  });
  return { line, show };
}

// A box to tick: is a scheme there, does a test apply.
function make_yes_no_control({ id, label, now, context, texts, on_change }) {
  const box = element("input", {
    type: "checkbox", id, class: "utrecht-checkbox", "aria-describedby": id + "-hint",
    "aria-labelledby": [context, id + "-label"].filter(Boolean).join(" "),
  });
  const line = element("div", { class: "utrecht-form-field utrecht-form-field--checkbox what-if-control" },
    element("div", { class: "what-if-box" }, box,
      element("label", { for: id, id: id + "-label", class: "utrecht-form-label" }, label)),
    element("p", { id: id + "-hint", class: "utrecht-form-field-description what-if-hint" },
      filled(texts.now_only, now)));
  box.addEventListener("change", () => on_change(box.checked ? 1 : 0));
  return { line, show: (value) => { box.checked = value > 0.5; } };
}
