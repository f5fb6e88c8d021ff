// Packages worked out in the page: the rules of the program, as WebAssembly, on an embedded population.
//
//   const engine = await MinimasimWhatIf.open(module, payload);   // Uint8Array both, the payload uncompressed
//   engine.description   municipality, date, seed, replicates, households, embedded_households, population_digest,
//                        schemes, terms (sliders), packages of the run (presets), leaves_out
//   engine.evaluate({ changes: { "child_package.income_limit_share": 1.4 }, take_up: { child_package: 0.9 } })
//                        -> { milliseconds, figures, nearest_package }
//   engine.scenario({ changes, take_up, title })   -> the text of a scenario file for minimasim check and run
//
// A change has the value of a term of description.terms. Take-up is a share of the entitled users, or a rise as a
// scenario file writes it ("+25 %", "+25 points"); ex_officio, when given, lists schemes that recipients of assistance
// get without asking.
"use strict";

globalThis.MinimasimWhatIf = (() => {
  const take_up_kinds = { share: 1, relative_rise: 2, rise_in_points: 3 };
  const numbers_of_figure = ["estimate", "low", "high", "difference", "difference_low", "difference_high"];
  const rise_text = /^([+-]\d+(?:\.\d+)?) ?(%|points)$/;

  function take_up_change(value) {
    if (typeof value === "number") {
      return { kind: take_up_kinds.share, value };
    }
    const found = rise_text.exec(value);
    if (found === null) {
      throw new Error(`${value} is no change of take-up`);
    }
    const kind = found[2] === "%" ? take_up_kinds.relative_rise : take_up_kinds.rise_in_points;
    return { kind, value: Number(found[1]) / 100 };
  }

  class Engine {
    #web;
    #places;   // of terms by name
    #schemes;  // keys in the order of the module

    constructor(web, description) {
      this.#web = web;
      this.description = description;
      this.#places = new Map(description.terms.map((term) => [term.name, term.number]));
      this.#schemes = description.schemes.filter((scheme) => !scheme.is_measure).map((scheme) => scheme.key);
      this.#schemes.forEach((key, k) => {
        description.schemes.find((scheme) => scheme.key === key).take_up = web.share_of_users(k);
      });
    }

    #text(address) {
      const bytes = new Uint8Array(this.#web.memory.buffer);
      return new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
    }

    #ask({ changes = {}, take_up = {}, ex_officio = [] }) {
      const web = this.#web;
      const values = new Float64Array(web.memory.buffer, web.values(), web.value_count()).fill(NaN);
      for (const [name, value] of Object.entries(changes)) {
        if (!this.#places.has(name)) {
          throw new Error(`${name} cannot be changed here`);
        }
        values[this.#places.get(name)] = value;
      }
      const count = this.#schemes.length;
      const kinds = new Int32Array(web.memory.buffer, web.take_up_kinds(), count).fill(0);
      const rises = new Float64Array(web.memory.buffer, web.take_up_changes(), count).fill(0);
      const granted = new Int32Array(web.memory.buffer, web.ex_officio(), count).fill(0);
      for (const [scheme, value] of Object.entries(take_up)) {
        const change = take_up_change(value);
        kinds[this.#place_of(scheme)] = change.kind;
        rises[this.#place_of(scheme)] = change.value;
      }
      ex_officio.forEach((scheme) => { granted[this.#place_of(scheme)] = 1; });
    }

    #place_of(scheme) {
      const place = this.#schemes.indexOf(scheme);
      if (place < 0) {
        throw new Error(`${scheme} is no scheme`);
      }
      return place;
    }

    evaluate(asked) {
      const start = performance.now();
      this.#ask(asked);
      const web = this.#web;
      const count = web.evaluate();
      const figures = [];
      for (let i = 0; i < count; ++i) {
        const figure = { outcome: this.#text(web.figure_outcome(i)), scheme: this.#text(web.figure_scheme(i)),
          unit: this.#text(web.figure_unit(i)) };
        const numbers = new Float64Array(web.memory.buffer, web.figure_numbers(i), numbers_of_figure.length);
        numbers_of_figure.forEach((name, k) => { figure[name] = numbers[k]; });
        figures.push(figure);
      }
      return { milliseconds: performance.now() - start, figures, nearest_package: this.#nearest_package(asked) };
    }

    // How far a package of the run lies from what is asked: the sum of the parts of the sliders between them.
    #distance({ changes = {}, take_up = {}, ex_officio = [] }, shipped) {
      let distance = 0;
      for (const term of this.description.terms) {
        const [here, there] = [changes, shipped.changes].map((each) => each[term.name] ?? term.baseline);
        distance += Math.abs(here - there) / (term.highest - term.lowest);
      }
      for (const scheme of this.description.schemes) {
        const [here, there] = [take_up, shipped.take_up].map((each) => this.#share(scheme, each[scheme.key]));
        distance += Math.abs(here - there);
        const [is_here, is_there] = [ex_officio, shipped.ex_officio].map((each) => each.includes(scheme.key));
        distance += is_here === is_there ? 0 : 1;
      }
      return distance;
    }

    #share(scheme, value) {
      if (value === undefined) {
        return scheme.take_up;
      }
      const change = take_up_change(value);
      const share = change.kind === take_up_kinds.share ? change.value
        : change.kind === take_up_kinds.relative_rise ? scheme.take_up * (1 + change.value) : scheme.take_up + change.value;
      return Math.min(1, share);
    }

    // The shipped package, other than current policy, that is most like what is asked; "" when there is none.
    #nearest_package(asked) {
      let nearest = { id: "", distance: Infinity };
      for (const shipped of this.description.packages.filter((each) => Object.keys(each.half_widths).length > 0)) {
        const distance = this.#distance(asked, shipped);
        nearest = distance < nearest.distance ? { id: shipped.id, distance } : nearest;
      }
      return nearest.id;
    }

    scenario({ changes = {}, take_up = {}, ex_officio = [], title = "" }) {
      const terms = new Map(this.description.terms.map((term) => [term.name, term]));
      const different = Object.entries(changes).filter(([name, value]) => value !== terms.get(name).baseline);
      const text_of = (name, value) => (terms.get(name).unit === "yes_no" ? String(value > 0.5) : String(value));
      const lines = [`title  = ${JSON.stringify(title || "What-if")}`, `source = "what-if"`,
        `date   = ${this.description.date}`];
      if (ex_officio.length > 0) {
        lines.push(`ex_officio = ${JSON.stringify(ex_officio)}`);
      }
      if (different.length === 0 && Object.keys(take_up).length === 0 && ex_officio.length === 0) {
        lines.push("changes_nothing = true");
      }
      if (different.length > 0) {
        lines.push("", "[changes]", ...different.map(([name, value]) => `${name} = ${text_of(name, value)}`));
      }
      if (Object.keys(take_up).length > 0) {
        lines.push("", "[take_up]", ...Object.entries(take_up).map(([key, value]) => `${key} = ${JSON.stringify(value)}`));
      }
      return lines.join("\n") + "\n";
    }
  }

  return {
    async open(module_bytes, payload_bytes) {
      const { instance } = await WebAssembly.instantiate(module_bytes, {});
      const web = instance.exports;
      const room = web.room_for_payload(payload_bytes.length);
      new Uint8Array(web.memory.buffer, room, payload_bytes.length).set(payload_bytes);
      if (web.open_payload() !== 1) {
        throw new Error("the embedded population is not of the form that this page knows");
      }
      const text = new Uint8Array(web.memory.buffer, web.description(), web.description_length());
      return new Engine(web, JSON.parse(new TextDecoder().decode(text)));
    },
  };
})();
