"""Folders of margins in the format of data/margins: what import_statline, make_municipality and make_test_country share."""
import collections
import csv
import hashlib
import io
import pathlib
import shutil
import tempfile
from typing import NamedTuple

COLUMNS = ("area", "universe", "attribute", "category", "year", "value", "unit", "rounding", "class", "status", "source")
TARGET_COLUMNS = ("target", "area", "universe", "attribute", "category", "year", "rounding", "class", "use", "counterpart")
FILES = ("persons", "households", "dwellings", "income", "education", "debts", "energy")

AGES = ("0-4", "5-9", "10-14", "15-19", "20-24", "25-44", "45-64", "65-79", "80+")  # of a municipality
AGE_STARTS = (0, 5, 10, 15, 20, 25, 45, 65, 80)
WIDE_AGES = ("0-14", "15-24", "25-44", "45-64", "65+")  # of a neighbourhood
WIDE_STARTS = (0, 15, 25, 45, 65)
FIVE_YEAR_AGES = tuple(f"{a}-{a + 4}" for a in range(0, 95, 5)) + ("95+",)
POSITIONS = ("child_at_home", "living_alone", "partner_unmarried_no_children", "partner_married_no_children",
             "partner_unmarried_with_children", "partner_married_with_children", "lone_parent", "other_member")
# What a table is for, as in the register of Assen: fitted by default, or not. (area, universe, attribute, category or "")
NOT_FITTED = {
    ("GM", "residents", "total", 2020): "context", ("GM", "residents", "sex", 2020): "context",
    ("GM", "private_households", "total", 2020): "context", ("GM", "dwellings", "woz", None): "compare",
    ("GM", "dwellings", "total", None): "context", ("WK", "dwellings", "total", None): "context",
    ("GM", "private_households", "low_income", None): "hold out",
    ("GM", "private_households", "standardised_income", None): "hold out",
    ("GM", "private_households", "wealth", None): "context", ("GM", "residents", "personal_income_group", None): "compare",
    ("WK", "residents", "personal_income_group", None): "compare",
    ("GM", "residents", "benefits:state_pension", None): "hold out",
    ("WK", "residents", "benefits:state_pension", None): "context"}
FITTED_YEARS = {("WK", "private_households", "composition"): 2022, ("GM", "private_households", "composition"): 2020,
                ("GM", "private_households", "social_minimum"): 2020, ("WK", "private_households", "social_minimum"): 2020,
                ("GM", "private_households", "income_group"): 2020, ("WK", "private_households", "income_group"): 2020,
                ("GM", "dwellings", "tenure"): 2022, ("WK", "dwellings", "tenure"): 2022, ("WK", "dwellings", "woz"): 2022,
                ("GM", "residents", "benefits"): 2020, ("WK", "residents", "benefits"): 2020,
                ("GM", "residents", "education"): 2020, ("WK", "residents", "total"): 2022, ("WK", "residents", "sex"): 2022,
                ("WK", "residents", "age"): 2022, ("WK", "private_households", "total"): 2022,
                ("GM", "residents", "education_share"): 2022, ("WK", "residents", "education_share"): 2022,
                ("WK", "residents", "net_participation"): 2022, ("GM", "persons_in_households", "age"): 2020,
                ("GM", "persons_in_households", "position_age"): 2020, ("GM", "private_households", "type"): 2020,
                ("GM", "private_households", "size"): 2020}
MODEL_TOWN = "GM0106"  # Assen, the municipality with published margins and schemes


class Cell(NamedTuple):
    """A row of a margin file; `value` and `rounding` as they are to be printed."""
    area: str
    universe: str
    attribute: str
    category: str
    year: int
    value: object
    unit: str
    rounding: object
    evidence_class: str
    status: str
    source: str


def group_of(age, starts):
    """The place of an age among groups that begin at `starts`."""
    return max(place for place, start in enumerate(starts) if start <= age)


def rows(file):
    """The rows of a CSV file as dictionaries."""
    with open(file, encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def text_of(header, records):
    """CSV text with the quoting of data/: only where a comma or a quote asks for it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(records)
    return stream.getvalue()


def margin_files(cells_by_file, neighbourhoods):
    """File name -> text of a whole margin folder; a file without cells has its header alone."""
    files = {f"{name}.csv": text_of(COLUMNS, cells_by_file.get(name, ())) for name in FILES}
    if any(cells_by_file.values()):
        targets = targets_of([cell for cells in cells_by_file.values() for cell in cells])
        files["targets.csv"] = text_of(TARGET_COLUMNS, targets)
        files["targets.sha256"] = digest_of_split(targets) + "\n"
        files["values.sha256"] = frozen_values(
            [dict(zip(TARGET_COLUMNS, map(str, row))) for row in targets],
            [dict(zip(COLUMNS, map(str, cell))) for cells in cells_by_file.values() for cell in cells])
    files["neighbourhoods.csv"] = text_of(("code", "name"), neighbourhoods)
    return files


def use_of(kind, cell):
    """What a cell is for: fit, hold out, compare or context. An estimate of our own is never held out: it judges nothing."""
    if FITTED_YEARS.get((kind, cell.universe, cell.attribute), cell.year) != cell.year:
        return "context"
    for attribute in (f"{cell.attribute}:{cell.category}", cell.attribute):
        for year in (cell.year, None):
            use = NOT_FITTED.get((kind, cell.universe, attribute, year))
            if use:
                return "context" if use == "hold out" and cell.evidence_class == "SOFT" else use
    return "fit"


def targets_of(cells):
    """Rows of targets.csv: one for every table, or for every category where categories differ in rounding, class or use."""
    tables = collections.defaultdict(dict)
    for cell in cells:
        kind = cell.area[:2]
        use = use_of(kind, cell)
        evidence_class = "HELD OUT" if use == "hold out" else cell.evidence_class
        area = "WK*" if kind == "WK" else cell.area
        table = tables[area, cell.universe, cell.attribute, cell.year]
        if table.setdefault(cell.category, (str(cell.rounding), evidence_class, use)) != (str(cell.rounding), evidence_class, use):
            raise ValueError(f"{cell.attribute} = {cell.category} of {area} ({cell.year}) has more than one rounding or class")
    rows_of_register = []
    for (area, universe, attribute, year), table in tables.items():
        name = "_".join((*(("neighbourhood",) if area == "WK*" else ()), universe, attribute, str(year)))
        if len(set(table.values())) == 1:
            rows_of_register.append((name, area, universe, attribute, "*", year, *next(iter(table.values())), ""))
        else:
            rows_of_register += [(f"{name}_{category}", area, universe, attribute, category, year, *facts, "")
                                 for category, facts in table.items()]
    return rows_of_register


def digest_of_split(targets):
    """SHA-256 of the sorted rows area,universe,attribute,category,year,class,use: the split is frozen as it was made."""
    keys = sorted(",".join(map(str, (area, universe, attribute, category, year, evidence_class, use)))
                  for _, area, universe, attribute, category, year, _, evidence_class, use, _ in targets)
    return hashlib.sha256("".join(f"{key}\n" for key in keys).encode()).hexdigest()


def frozen_values(targets, cells):
    """The text of values.sha256: for each target the SHA-256 of the sorted lines
    area,universe,attribute,category,year,value,unit,rounding,class of its cells, numbers with six decimals."""
    tables = collections.defaultdict(list)
    for cell in cells:
        tables[cell["universe"], cell["attribute"], cell["year"]].append(cell)
    text = ""
    for target in targets:
        lines = sorted(line_of_value(cell) for cell in tables[target["universe"], target["attribute"], target["year"]]
                       if is_like(target["area"], cell["area"]) and is_like(target["category"], cell["category"]))
        text += f"{hashlib.sha256(''.join(lines).encode()).hexdigest()}  {target['target']}\n"
    return text


def is_like(pattern, text):
    """Whether a text is the pattern, whose last * stands for anything."""
    return text.startswith(pattern[:-1]) if pattern.endswith("*") else text == pattern


def line_of_value(cell):
    """What is frozen of a cell."""
    return ",".join((cell["area"], cell["universe"], cell["attribute"], cell["category"], cell["year"],
                     f"{float(cell['value']):.6f}", cell["unit"], f"{float(cell['rounding']):.6f}", cell["class"][0])) + "\n"


def write_folder(folder, files):
    """Writes all files or none: into a folder beside it that gets the name when it is whole."""
    folder = pathlib.Path(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    building = pathlib.Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        building.chmod(0o755)
        for name, text in files.items():
            (building / name).write_text(text, encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        building.rename(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def whole_numbers(values, total=None):
    """Whole numbers nearest to `values` with the sum `total`: the largest remainders go up."""
    total = round(sum(values)) if total is None else total
    scale = total / sum(values) if sum(values) else 0
    exact = [value * scale for value in values]
    whole = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    for place in order[:total - sum(whole)]:
        whole[place] += 1
    return whole


def shown(value, digits):
    """A number without needless noughts: 0.4, 0.069, 29900."""
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def benefit_rates(data):
    """Assen's persons with a benefit per resident of the ages that may have it."""
    folder = data / "margins" / MODEL_TOWN
    residents = {row["category"]: float(row["value"]) for row in rows(folder / "persons.csv")
                 if (row["area"], row["universe"], row["attribute"], row["year"]) == (MODEL_TOWN, "residents", "age", "2020")}
    working = sum(residents[age] for age in ("20-24", "25-44", "45-64"))
    old = residents["65-79"] + residents["80+"]
    return {row["category"]: float(row["value"]) / (old if row["category"] == "state_pension" else working)
            for row in rows(folder / "income.csv") if row["area"] == MODEL_TOWN and row["attribute"] == "benefits"}


def policy_files(data, code, name):
    """The folder of data/municipalities: Assen's terms as a thought experiment."""
    town = data / "municipalities" / MODEL_TOWN
    borrowed = f"amount of Assen, not of {name}: a thought experiment; there "
    facts = [(row["key"], row["value"], row["source"]) for row in rows(town / "municipality.csv")
             if row["key"] not in ("code", "name", "province", "figures", "shown_packages")]
    measures = list(rows(town / "measures.csv"))
    budgets = {row["measure"] for row in measures}
    schemes = []
    for row in rows(town / "schemes.csv"):
        if row["scheme"] in budgets:
            row |= {"value": "0", "source": f"budget lines of {name} are not known: none is counted"}
        else:
            row["source"] = borrowed + f"{row['status']}: {row['source']}"
        schemes.append(row | {"status": "estimated"})
    uncertain = [row | {"source": borrowed + row["source"]} for row in rows(town / "uncertainty.csv")]
    lines = [row | {"source": f"the line of Assen, with a budget of nought: what {name} spends is not known"}
             for row in measures]
    fields = [row | {"status": "estimated", "source": f"as in Assen, not verified for {name}; there {row['status']}: {row['source']}"}
              for row in rows(town / "task_fields.csv")]
    calibration = ("scheme", "users", "counted_in", "other_reading", "year", "status", "source")
    return {"municipality.csv": text_of(("key", "value", "source"),
                                        [("code", code, "CBS"), ("name", name, "CBS 71486ned"), *facts]),
            "calibration.csv": text_of(calibration, []),
            **{file: text_of(records[0].keys(), [record.values() for record in records])
               for file, records in (("schemes.csv", schemes), ("measures.csv", lines), ("task_fields.csv", fields),
                                     ("uncertainty.csv", uncertain))}}
