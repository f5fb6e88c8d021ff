// Runs the households of web_native through the WebAssembly module and compares every step, view and grant: to the
// cent. Says whether even the bits are the same, and how fast the module is.
//
// usage: node compare.mjs MODULE HOUSEHOLDS
import { readFileSync } from "node:fs";

const group = { household: 0, need: 1, unclaimed: 2, step: 3, view: 4, eligible: 5, cents_per_year: 6 };
const kinds = { household: Float64Array, step: Float64Array };
const half_a_cent = 0.005;
let faults = 0;

function fault(text) {
  faults += 1;
  if (faults <= 20) {
    console.log(text);
  }
}

// The module with its names read.
function open_module(file) {
  const module = new WebAssembly.Module(readFileSync(file));
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) {
    throw new Error(`the module needs ${imports.map((each) => each.name).join(", ")} from outside`);
  }
  const web = new WebAssembly.Instance(module).exports;
  const bytes = new Uint8Array(web.memory.buffer);
  const text = (address) => new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
  const columns = {};
  for (const [name, number] of Object.entries(group)) {
    columns[name] = new Map();
    for (let k = 0; k < web.column_count(number); ++k) {
      const kind = kinds[name] ?? Int32Array;
      columns[name].set(text(web.column_name(number, k)), new kind(web.memory.buffer, web.column(number, k), web.rows()));
    }
  }
  return { web, text, columns };
}

function set_terms({ web, text }, policy) {
  web.set_rent_allowance_form(policy.rent_allowance_is_of_2026 ? 1 : 0);
  const values = new Float64Array(web.memory.buffer, web.terms(), web.term_count());
  const given = new Map(Object.entries(policy.terms));
  for (let k = 0; k < web.term_count(); ++k) {
    const name = `${text(web.term_section(k))}.${text(web.term_name(k))}`;
    if (!given.has(name)) {
      fault(`${policy.date}: the program has no term ${name}`);
    }
    values[k] = given.get(name);
    given.delete(name);
  }
  for (const name of given.keys()) {
    fault(`${policy.date}: the module has no term ${name}`);
  }
}

// Reads the file of web_native from front to back.
class Reader {
  constructor(file) {
    this.bytes = readFileSync(file);
    this.at = this.bytes.indexOf(10) + 1;
    this.header = JSON.parse(this.bytes.subarray(0, this.at).toString());
  }

  columns(name, names) {
    const kind = kinds[name] ?? Int32Array;
    const length = this.header.households * kind.BYTES_PER_ELEMENT;
    return new Map(
      names.map((each) => {
        const begin = this.bytes.byteOffset + this.at;
        this.at += length;
        return [each, new kind(this.bytes.buffer.slice(begin, begin + length))];
      }),
    );
  }
}

function check_names(name, ours, theirs) {
  if ([...ours.keys()].join() !== [...theirs.keys()].join()) {
    throw new Error(`${name}: the columns are ${[...ours.keys()]} here and ${[...theirs.keys()]} in the program`);
  }
}

const [module_file, households_file] = process.argv.slice(2);
const module = open_module(module_file);
const reader = new Reader(households_file);
const { households, policies, ...names } = reader.header;
const inputs = {
  household: reader.columns("household", names.household),
  need: reader.columns("need", names.need),
  unclaimed: reader.columns("unclaimed", names.scheme),
};
for (const name of Object.keys(inputs)) {
  check_names(name, module.columns[name], inputs[name]);
}

let nanoseconds = 0n;
let values = 0;
let different_bits = 0;
const varies = new Map();

function compare_block(date, name, expected, begin, count) {
  for (const [column, of_program] of expected) {
    const of_module = module.columns[name].get(column);
    for (let row = 0; row < count; ++row) {
      const [here, there] = [of_module[row], of_program[begin + row]];
      values += 1;
      if (!Object.is(here, there)) {
        different_bits += 1;
        if (!(Math.abs(here - there) < half_a_cent)) {
          fault(`${date}, household ${begin + row}: ${name} ${column} is ${here} here and ${there} in the program`);
        }
      }
    }
  }
}

for (const policy of policies) {
  const results = {
    step: reader.columns("step", names.step),
    view: reader.columns("view", names.view),
    eligible: reader.columns("eligible", names.scheme),
    cents_per_year: reader.columns("cents_per_year", names.scheme),
  };
  for (const [name, columns] of Object.entries(results)) {
    check_names(name, module.columns[name], columns);
    for (const [column, of_program] of columns) {
      varies.set(`${name} ${column}`, varies.get(`${name} ${column}`) || of_program.some((value) => value !== of_program[0]));
    }
  }
  set_terms(module, policy);
  for (let begin = 0; begin < households; begin += module.web.rows()) {
    const count = Math.min(module.web.rows(), households - begin);
    for (const [name, columns] of Object.entries(inputs)) {
      for (const [column, of_program] of columns) {
        module.columns[name].get(column).set(of_program.subarray(begin, begin + count));
      }
    }
    const start = process.hrtime.bigint();
    module.web.work_out(count);
    nanoseconds += process.hrtime.bigint() - start;
    for (const [name, columns] of Object.entries(results)) {
      compare_block(policy.date, name, columns, begin, count);
    }
  }
}

for (const [column, is_tried] of varies) {
  if (!is_tried) {
    fault(`${column} is the same for every household on every date, so that nothing is compared`);
  }
}

const per_household = Number(nanoseconds) / (households * policies.length);
console.log(`${policies.length} dates, ${households} households, ${values} values: ${faults} faults, ${different_bits} with other bits`);
console.log(`${per_household.toFixed(0)} ns a household, cold: ${(1e9 / per_household).toFixed(0)} households a second`);
process.exit(faults > 0 ? 1 : 0);
