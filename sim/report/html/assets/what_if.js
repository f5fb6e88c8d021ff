// The page that works out a package of the reader's own: reads the controls, asks the engine, shows the answer.
const limit_term = "income_limit_share";
const spoken_delay_milliseconds = 900;
const take_up_prefix = "take_up.";

function bytes_of(id) {
  const text = atob(document.getElementById(id).textContent.trim());
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function start_what_if(engine, root, texts, language) {
  const numbers = numbers_in(language);
  const { description } = engine;
  const place = Object.fromEntries([...root.querySelectorAll("[data-place]")].map((each) => [each.dataset.place, each]));
  const results = make_results({ description, language, texts, numbers, place });
  const name_of = (each) => (language === "nl" ? each.dutch : each.english);
  const title_of = (each) => (language === "nl" ? each.title : each.title_en || each.title);
  const terms = new Map(description.terms.map((term) => [term.name, term]));
  const schemes = new Map(description.schemes.map((scheme) => [scheme.key, scheme]));
  const state = { changes: new Map(), take_up: new Map(), ex_officio: [] };
  const controls = [];  // functions that show what is set

  function value_of(name) {
    return state.changes.get(name) ?? terms.get(name).baseline;
  }

  function set_term(name, value) {
    if (value === terms.get(name).baseline) {
      state.changes.delete(name);
    } else {
      state.changes.set(name, value);
    }
  }

  function text_of(term, value) {
    return term.unit === "yes_no" ? texts[value > 0.5 ? "yes" : "no"] : numbers.term_text(term.unit, value);
  }

  // One control that sets all of these terms to one value.
  function control_for(names, { id, label, context }) {
    const term = terms.get(names[0]);
    const given = names.map((name) => terms.get(name));
    const is_same = given.every((each) => each.baseline === term.baseline);
    const on_change = (value) => {
      names.forEach((name) => set_term(name, value));
      changed();
    };
    const now = is_same ? text_of(term, term.baseline)
      : filled(texts.mixed_now, ...[Math.min, Math.max].map((end) =>
        text_of(term, end(...given.map((each) => each.baseline)))));
    const made = term.unit === "yes_no"
      ? make_yes_no_control({ id, label, now, context, texts, on_change })
      : make_number_control({ id, label, unit: term.unit, context, now, numbers, texts, on_change,
        lowest: Math.max(...given.map((each) => each.lowest)), highest: Math.min(...given.map((each) => each.highest)),
        step: term.step });
    controls.push(() => {
      const values = names.map(value_of);
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      made.show(values.every((each) => each === values[0]) ? values[0] : null, { mean });
    });
    return made.line;
  }

  // The share of a scheme's entitled users who use it, in the mean of the draws; a change of it is a share, or a rise as
  // a scenario file writes it.
  function share_of(scheme, change = scheme.take_up) {
    const rise = /^([+-][\d.]+) ?(%|points)$/.exec(change);
    const share = rise === null ? change : scheme.take_up + (rise[1] / 100) * (rise[2] === "%" ? scheme.take_up : 1);
    return Number(Math.min(1, Math.max(0, share)).toFixed(6));
  }

  // A scheme that is not in force has no users now.
  function take_up_control(scheme, context) {
    const has_users = scheme.take_up > 0;
    const made = make_number_control({
      id: "what-if-take-up-" + scheme.key, label: texts.take_up, unit: "share", context, numbers, texts,
      lowest: 0, highest: 1, step: 0.01, blank: texts.assumed,
      now: has_users ? numbers.term_text("share", share_of(scheme)) : undefined,
      on_change(value) {
        state.take_up.set(scheme.key, value);
        changed();
      },
    });
    controls.push(() => {
      made.show(has_users || state.take_up.has(scheme.key) ? share_of(scheme, state.take_up.get(scheme.key)) : null);
    });
    return made.line;
  }

  // Moves the take-up of every scheme by as many points, between nothing and everybody.
  function all_take_up_control() {
    const all = description.schemes.filter((scheme) => scheme.take_up > 0);
    const moved = (points) => (points > 0 ? "+" : "") + points + " points";
    const made = make_number_control({
      id: "what-if-take-up", label: texts.all_take_up, unit: "points", numbers, texts,
      lowest: 0, highest: 50, step: 1, now: undefined,
      on_change(points) {
        all.forEach((scheme) => state.take_up.delete(scheme.key));
        if (points !== 0) {
          all.forEach((scheme) => state.take_up.set(scheme.key, moved(points)));
        }
        changed();
      },
    });
    controls.push(() => {
      const first = state.take_up.get(all[0]?.key);
      const points = first === undefined ? 0 : Number.parseFloat(first);
      const is_moved = all.every((scheme) => state.take_up.get(scheme.key) === (points === 0 ? undefined : moved(points)));
      made.show(is_moved ? points : null);
    });
    return made.line;
  }

  // The limits that a council moves together: of schemes in force, and not held down by law.
  function common_limits() {
    const active = (scheme) => (terms.get(scheme + ".is_active")?.baseline ?? 1) > 0.5;
    return description.terms.filter((term) => term.term === limit_term && term.highest > 1 && active(term.scheme))
      .map((term) => term.name);
  }

  function quick_controls() {
    const lines = [];
    const limits = common_limits();
    if (limits.length > 0) {
      lines.push(control_for(limits, { id: "what-if-all-limits", label: texts.all_limits }));
    }
    const chosen = ["income_supplement.amount_single", "income_supplement.amount_single_parent",
      "income_supplement.amount_couple", "participation_budget.is_active", "adult_fund.is_active"];
    for (const name of chosen.filter((each) => terms.has(each))) {
      const term = terms.get(name);
      const label = term.unit === "yes_no" ? name_of(schemes.get(term.scheme))
        : name_of(schemes.get(term.scheme)) + ", " + name_of(term);
      lines.push(control_for([name], { id: "what-if-quick-" + name.replace(/\W/g, "-"), label }));
    }
    lines.push(all_take_up_control());
    place.quick.append(...lines);
  }

  // Terms and take-up under one heading, folded away.
  function folded_controls(key, title, own, lines) {
    const count = element("span", { class: "what-if-count" });
    controls.push(() => {
      const changes = own.filter((term) => state.changes.has(term.name)).length + state.take_up.has(key);
      count.textContent = changes === 0 ? "" : " " + filled(texts.changed_count, changes);
    });
    return element("details", { class: "what-if-scheme" }, element("summary", {}, title, count),
      element("fieldset", { class: "utrecht-form-fieldset" },
        element("legend", { id: `what-if-${key}-legend`, class: "what-if-legend" }, title), ...lines));
  }

  function scheme_controls(scheme) {
    const own = description.terms.filter((term) => term.scheme === scheme.key);
    const context = `what-if-${scheme.key}-legend`;
    const lines = own.map((term) => control_for([term.name],
      { id: `what-if-${scheme.key}-${term.term.replace(/\W/g, "-")}`, label: name_of(term), context }));
    return folded_controls(scheme.key, name_of(scheme), own, [...lines, take_up_control(scheme, context)]);
  }

  // The budget lines that follow no rule.
  function measure_controls(measures) {
    const keys = new Set(measures.map((measure) => measure.key));
    const own = description.terms.filter((term) => keys.has(term.scheme));
    const lines = own.map((term) => control_for([term.name],
      { id: "what-if-" + term.name.replace(/\W/g, "-"), label: name_of(schemes.get(term.scheme)) }));
    return folded_controls("measures", texts.measures, own, lines);
  }

  function change_texts() {
    const of_terms = [...state.changes].map(([name, value]) => {
      const term = terms.get(name);
      const scheme = schemes.get(term.scheme);
      const what = scheme.is_measure ? name_of(scheme) : `${name_of(scheme)}, ${name_of(term)}`;
      return `${what}: ${text_of(term, term.baseline)} → ${text_of(term, value)}`;
    });
    const of_take_up = [...state.take_up].map(([key, value]) => {
      const scheme = schemes.get(key);
      const [now, to] = [undefined, value].map((each) => numbers.term_text("share", share_of(scheme, each)));
      const from = scheme.take_up > 0 ? now : texts.assumed;
      return `${name_of(scheme)}, ${texts.take_up}: ${from} → ${to}`;
    });
    const of_grants = state.ex_officio.map((key) => `${name_of(schemes.get(key))}: ${texts.ex_officio}`);
    return [...of_terms, ...of_take_up, ...of_grants];
  }

  function shipped_package() {
    const is_equal = (map, object) => map.size === Object.keys(object).length &&
      Object.entries(object).every(([key, value]) => map.get(key) === value);
    return description.packages.find((each) => each.left_out === "" && is_equal(state.changes, each.changes) &&
      is_equal(state.take_up, each.take_up) && String(state.ex_officio) === String(each.ex_officio ?? []));
  }

  function asked() {
    return { changes: Object.fromEntries(state.changes), take_up: Object.fromEntries(state.take_up),
      ex_officio: state.ex_officio };
  }

  // A package of which no figure differs must say that this is meant, or the program refuses it.
  function scenario_text(title, figures) {
    const text = engine.scenario({ ...asked(), title });
    const is_noticed = figures.some((each) => each.difference_low !== 0 || each.difference_high !== 0);
    return is_noticed || /^changes_nothing/m.test(text) ? text : text.replace("\n\n[", "\nchanges_nothing = true\n\n[");
  }

  let spoken;
  function work_out() {
    const changes = change_texts();
    const answer = engine.evaluate(asked());
    results.show(answer);
    const shipped = shipped_package();
    place.changes.replaceChildren(...(changes.length > 0 ? changes : [texts.no_changes])
      .map((text) => element("li", { class: "utrecht-unordered-list__item" }, text)));
    const published = shipped?.published_cost_euro ?? null;
    place.published.textContent = published === null ? ""
      : filled(texts.published, numbers.result_text("euro", published, 1, false));
    place.preset.value = changes.length === 0 ? "" : shipped?.id ?? "own";
    place.file.value = scenario_text(shipped ? title_of(shipped) : texts.own_title, answer.figures);
    place.copied.textContent = "";
    clearTimeout(spoken);
    spoken = setTimeout(() => { place.spoken.textContent = results.sentence(); }, spoken_delay_milliseconds);
  }

  let is_due = false;
  function changed() {
    controls.forEach((show) => show());
    if (!is_due) {
      is_due = true;
      requestAnimationFrame(() => {
        is_due = false;
        work_out();
      });
    }
  }

  function take_package(shipped) {
    state.changes = new Map(Object.entries(shipped?.changes ?? {}));
    state.take_up = new Map(Object.entries(shipped?.take_up ?? {}));
    state.ex_officio = shipped?.ex_officio ?? [];
    changed();
  }

  function changes_something({ changes, take_up, ex_officio = [] }) {
    return Object.keys(changes).length + Object.keys(take_up).length + ex_officio.length > 0;
  }

  function presets() {
    place.preset.append(element("option", { value: "" }, texts.current_policy),
      ...description.packages.filter((each) => each.left_out === "" && changes_something(each))
        .map((each) => element("option", { value: each.id }, title_of(each))),
      element("option", { value: "own", disabled: true }, texts.own_package));
    place.preset.addEventListener("change", () =>
      take_package(description.packages.find((each) => each.id === place.preset.value)));
    place.reset.addEventListener("click", () => take_package(undefined));
  }

  // Copying needs leave of the browser; the text stands selected all the same.
  function scenario_file() {
    place.copy.addEventListener("click", async () => {
      place.file.focus();
      place.file.select();
      try {
        await navigator.clipboard.writeText(place.file.value);
        place.copied.textContent = texts.copied;
      } catch {
        place.copied.textContent = texts.selected;
      }
    });
    place.save.addEventListener("click", () => {
      const address = URL.createObjectURL(new Blob([place.file.value], { type: "application/toml" }));
      const link = element("a", { href: address, download: texts.file_name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    });
  }

  function leaves_out() {
    const missing = description.packages.filter((each) => each.left_out !== "")
      .map((each) => filled(texts.package_left_out, title_of(each),
        language === "nl" ? each.left_out : each.left_out_en));
    place.leaves_out.append(...[...description.leaves_out.map(name_of), ...missing]
      .map((text) => element("li", { class: "utrecht-unordered-list__item" }, text)));
  }

  presets();
  quick_controls();
  place.per_scheme.append(...description.schemes.filter((each) => !each.is_measure).map(scheme_controls),
    measure_controls(description.schemes.filter((each) => each.is_measure)));
  leaves_out();
  scenario_file();
  place.exact.addEventListener("change", () => results.show_exact(place.exact.checked));
  take_package(undefined);
  return { asked, evaluate: (package_) => engine.evaluate(package_), set: take_package };
}

async function open_what_if() {
  const root = document.getElementById("what-if-page");
  if (root === null) {
    return;
  }
  const texts = JSON.parse(document.getElementById("what-if-texts").textContent);
  const status = document.getElementById("what-if-status");
  status.textContent = texts.loading;
  try {
    const [module, data] = await Promise.all(["what-if-module", "what-if-data"].map((id) => unpacked(bytes_of(id))));
    const engine = await MinimasimWhatIf.open(module, data);
    root.hidden = false;
    window.MinimasimPage = start_what_if(engine, root, texts, document.documentElement.lang.slice(0, 2));
    status.remove();
    root.dataset.state = "ready";
  } catch (fault) {
    root.hidden = true;
    status.textContent = texts.failed;
    status.dataset.fault = String(fault);
  }
}

open_what_if();
