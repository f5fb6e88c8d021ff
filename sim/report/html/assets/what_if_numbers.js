// Numbers as people of a language read and write them. Rounding is that of sim/report/number_text.hpp: by size, and
// coarser where the interval is wide.
function numbers_in(language) {
  const is_dutch = language === "nl";
  const locale = is_dutch ? "nl-NL" : "en-GB";
  const minus = "\u2212";
  const space = "\u00a0";
  const quantities = { euro: "euro", euro_per_year: "euro", euro_per_month: "euro", share: "share" };

  // What a number of a unit is; the change of a share is so many percentage points.
  function quantity_of(unit, is_change = false) {
    return unit === "share" && is_change ? "points" : quantities[unit] ?? "count";
  }

  // Halves away from zero, never minus zero.
  function round_half_up(value) {
    return Math.sign(value) * Math.floor(Math.abs(value) + 0.5) || 0;
  }

  function rounded(value, step) {
    return step < 1 ? round_half_up(value / step) / Math.round(1 / step) : round_half_up(value / step) * step;
  }

  function step_by_size(quantity, size) {
    if (quantity === "euro") {
      return size < 10000 ? 100 : size < 1000000 ? 1000 : 10000;
    }
    if (quantity === "count") {
      return size < 100 ? 5 : size < 10000 ? 10 : 100;
    }
    return 0.001;
  }

  function rounding_step(quantity, { estimate, low, high }) {
    const size = Math.abs(estimate);
    const by_size = step_by_size(quantity, Math.abs(rounded(size, step_by_size(quantity, size))));
    const half_width = (high - low) / 2;
    if (!(half_width > 0) || !Number.isFinite(half_width)) {
      return by_size;
    }
    return Math.max(by_size, 10 ** Math.floor(Math.log10(half_width / 2) + 1e-9));
  }

  function plain(value, decimals = 0, least_decimals = decimals) {
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least_decimals,
      maximumFractionDigits: decimals,
      useGrouping: true,
    });
    return format.format(value);
  }

  function with_unit(quantity, size, decimals, least_decimals) {
    if (quantity === "euro") {
      return (is_dutch ? "€" + space : "€") + plain(size, decimals, least_decimals);
    }
    if (quantity === "share") {
      return plain(size * 100, decimals, least_decimals) + (is_dutch ? space + "%" : "%");
    }
    if (quantity === "points") {
      return plain(size * 100, decimals, least_decimals);
    }
    return plain(size, decimals, least_decimals);
  }

  function sign_of(value, is_change) {
    return value < 0 ? minus : is_change && value > 0 ? "+" : "";
  }

  // A result rounded to a step; with step 0 as it is, euros to the cent.
  function result_text(quantity, value, step, is_change) {
    const is_share = quantity === "share" || quantity === "points";
    const exact_decimals = quantity === "euro" ? 2 : 3;
    const unit = step > 0 ? step : 10 ** -(is_share ? 5 : exact_decimals);
    const shown = rounded(value, unit);
    const decimals = step > 0 ? (is_share ? 1 : 0) : exact_decimals;
    return sign_of(shown, is_change) + with_unit(quantity, Math.abs(shown), decimals);
  }

  // { estimate, interval } as texts; the interval "" where nothing is uncertain.
  function with_interval(quantity, interval, is_change, is_exact) {
    const step = is_exact ? 0 : rounding_step(quantity, interval);
    const [estimate, low, high] = [interval.estimate, interval.low, interval.high].map((value) =>
      result_text(quantity, value, step, is_change),
    );
    const has_sign = is_change || low.startsWith(minus) || high.startsWith(minus);
    const to = has_sign ? (is_dutch ? " tot " : " to ") : " – ";
    return { estimate, interval: low === high && low === estimate ? "" : low + to + high };
  }

  // A value of a term: "120 %", "€ 349", "€ 112,50", "3"; a number of points has its sign.
  function term_text(unit, value) {
    const quantity = quantity_of(unit);
    const has_cents = quantity === "euro" && value % 1 !== 0;
    return sign_of(value, unit === "points") + with_unit(quantity, Math.abs(value), has_cents ? 2 : 1, has_cents ? 2 : 0);
  }

  // The value of a term as it stands in its field: shares in per cents, no unit.
  function field_text(unit, value) {
    return plain(unit === "share" ? Number((value * 100).toFixed(6)) : value, 6, 0);
  }

  // What somebody typed, as a term's value; NaN when it is no number. One mark before exactly three figures separates
  // thousands when it is the mark of the language for that; any other single mark is the decimal one.
  function value_of_text(unit, text) {
    const bare = text.replace(/[\s\u00a0€%]/g, "").replace(minus, "-");
    const thousands = is_dutch ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
    const separator = is_dutch ? /\./g : /,/g;
    const plain_text = (thousands.test(bare) ? bare.replace(separator, "") : bare).replace(",", ".");
    if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(plain_text)) {
      return NaN;
    }
    const value = Number(plain_text);
    return unit === "share" ? Number((value / 100).toFixed(10)) : value;
  }

  return { quantity_of, with_interval, term_text, field_text, value_of_text, plain, rounding_step, rounded, result_text };
}
