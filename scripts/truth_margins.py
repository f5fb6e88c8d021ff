"""What a town of which every household is known publishes: the margin folder of scripts/effect_coverage.

A member of an ensemble stands for the truth. It was drawn from a folder of margins, and meets the exact and rounded figures
of that folder by construction: published again they are the same, so they stay. Estimates, and tables moved from 2020, it
meets only about. These are tabulated from its households, moved back by the national change, and given the error that
section `errors` of the assumptions says such a figure has; the size of the error is drawn evenly between low and high.
"""
import collections
import math

from margin_folder import Cell, FIVE_YEAR_AGES, margin_files, rows, shown, whole_numbers

# Numbers of the population file (docs/results-format.md).
CHILD, OTHER_MEMBER = 2, 3
ONE_PERSON, COUPLE, COUPLE_WITH_CHILDREN, LONE_PARENT, OTHER = range(5)
STUDENT = 6
SOURCES = {"unemployment": 2, "disability": 3, "social_assistance": 4}
UP_TO = {"up_to_100": 0, "up_to_110": 1, "up_to_120": 2}  # the highest income class of each
LOWEST_40, HIGHEST_20 = 4, 6
ADULTS_FROM = FIVE_YEAR_AGES.index("20-24")  # of 15 to 19 some head a household and the model has none under 18: left alone
PENSION_AGE = 67                             # the model counts persons with a benefit below it
MERGED = {"partner_unmarried_no_children": "couple", "partner_married_no_children": "couple",
          "partner_unmarried_with_children": "parents", "partner_married_with_children": "parents"}  # the model has no marriage
POSITION_OF_TYPE = {ONE_PERSON: "living_alone", COUPLE: "couple", COUPLE_WITH_CHILDREN: "parents", LONE_PARENT: "lone_parent",
                    OTHER: "other_member"}
COMPOSITION = {ONE_PERSON: "one_person", COUPLE: "without_children", OTHER: "without_children",
               COUPLE_WITH_CHILDREN: "with_children", LONE_PARENT: "with_children"}


def merged(position):
    return MERGED.get(position, position)


class Truth:
    """Tables of a population file: persons by position and five-year age, households by size and by neighbourhood."""

    def __init__(self, file):
        import h5py
        self.positions = collections.Counter()
        self.sizes = collections.Counter()  # by the smaller of five and the persons
        self.areas = collections.defaultdict(collections.Counter)  # by number of the neighbourhood; None is all together
        with h5py.File(file, "r") as stored:
            households = {name: stored["households"][name][:].tolist() for name in
                          ("person_begin", "neighbourhood", "type", "main_source", "income_class")}
            persons = {name: stored["persons"][name][:].tolist() for name in ("age", "role", "source")}
        begin = households.pop("person_begin")
        for first, last, household in zip(begin, begin[1:], zip(*households.values())):
            self.count(household, [{name: column[i] for name, column in persons.items()} for i in range(first, last)])

    def count(self, household, members):
        neighbourhood, kind, main_source, income_class = household
        counted = collections.Counter(["households", ("composition", COMPOSITION[kind])])
        if main_source != STUDENT:  # published shares of income leave students out
            counted["with_income"] += 1
            counted.update(("social_minimum", name) for name, highest in UP_TO.items() if income_class <= highest)
            counted["income_group", "lowest_40"] += income_class <= LOWEST_40
            counted["income_group", "highest_20"] += income_class == HIGHEST_20
        for person in members:
            role = person["role"]
            position = ("child_at_home" if role == CHILD else "other_member" if role == OTHER_MEMBER else
                        POSITION_OF_TYPE[kind])
            self.positions[position, min(person["age"] // 5, len(FIVE_YEAR_AGES) - 1)] += 1
            if 18 <= person["age"] < PENSION_AGE:
                counted.update(("benefits", name) for name, source in SOURCES.items() if person["source"] == source)
        if len(members) > 1:
            self.sizes[min(len(members), 5)] += 1
        for area in (neighbourhood, None):
            self.areas[area].update(counted)


class Errors:
    """Errors of published figures: the deviation of each kind is drawn once, evenly over its interval."""

    def __init__(self, assumptions, draw):
        self.draw = draw
        self.deviations = {row["parameter"]: draw.uniform(float(row["low"]), float(row["high"]))
                           for row in rows(assumptions) if row["section"] == "errors"}

    def __call__(self, kind):
        return self.draw.gauss(0, self.deviations[kind])


def cells_of(folder):
    """File name without suffix -> the rows of a margin folder."""
    by_file = {}
    for name in ("persons", "households", "dwellings", "income", "education"):
        by_file[name] = [Cell(row["area"], row["universe"], row["attribute"], row["category"], int(row["year"]), row["value"],
                              row["unit"], row["rounding"], row["class"], row["status"], row["source"])
                         for row in rows(folder / f"{name}.csv")]
    return by_file


def size_changes(national, sizes):
    """Households of the country by size in 2020 over those of 2023."""
    then = collections.Counter()
    for row in rows(national / "municipalities_households_type_size_2020.csv"):
        then.update({size: int(row[f"{size}_n"] or 0) for size in sizes})
    now = next(row for row in rows(national / "nl_households_2023_2024.csv") if row["year_1jan"] == "2023")
    return [then[size] / int(now[f"{size}_n"]) for size in sizes]


def positions_of_2020(country_tools, nation, published, truth, errors):
    """Persons by position and age of 2020: the truth moved back by the national change, each cell with its error."""
    expected = collections.Counter()
    for (position, place), count in published.items():
        expected[merged(position), place] += count / nation.change((position, place), 2020)
    error_of = {cell: math.exp(errors("position_age")) for cell in sorted(expected)}
    moved = {}
    for place in range(len(FIVE_YEAR_AGES)):
        here = {position: published[position, place] for position in country_tools.POSITIONS}
        if place >= ADULTS_FROM:
            weights = []
            for position in country_tools.POSITIONS:
                cell = merged(position), place
                ratio = truth.positions[cell] / expected[cell] if expected[cell] else 0
                weights.append(here[position] * ratio * error_of[cell])
            total = sum(here.values())
            here = dict(zip(country_tools.POSITIONS, whole_numbers(weights, total) if sum(weights) else here.values()))
        moved |= {(position, place): count for position, count in here.items()}
    return country_tools.with_whole_couples([moved[cell] for cell in country_tools.CELLS])


def with_value(cell, value):
    return cell._replace(value=value)


def households_again(cells, types, sizes):
    """The household tables of the municipality of 2020 with other types and sizes."""
    by_category = {**types, **sizes, "total": sum(types.values())}
    return [with_value(cell, by_category[cell.category]) if cell.year == 2020 and cell.area[:2] == "GM" else cell
            for cell in cells]


def neighbourhood_value(cell, here, town, published, errors):
    """A figure of a neighbourhood that is an estimate: the truth and an error; None where it is no such figure."""
    key = cell.attribute, cell.category
    if cell.attribute == "composition":
        return here[key] / here["households"] + errors("neighbourhood_composition")
    if cell.attribute == "social_minimum":
        # Its share of 2020: the change of the municipality since then is that of its neighbourhoods.
        change = town[key] / town["with_income"] / published[key]
        return here[key] / here["with_income"] / change + errors("neighbourhood_low_income")
    if cell.attribute == "income_group":
        return here[key] / here["with_income"] + errors("neighbourhood_income_group")
    if cell.attribute == "benefits" and cell.category in SOURCES:
        return here[key] / town[key] * published[key] * math.exp(errors("neighbourhood_benefits"))
    return None


def neighbourhoods_again(cells, number_of, truth, errors):
    """The estimates of neighbourhoods, rounded as they were; parts of a whole add up, shares to a limit do not fall."""
    published = {(cell.attribute, cell.category): float(cell.value) for cell in cells
                 if cell.area[:2] == "GM" and cell.year == 2020}
    town = truth.areas[None]
    again = []
    highest = 0.0
    for cell in cells:
        value = None
        if cell.area in number_of:
            value = neighbourhood_value(cell, truth.areas[number_of[cell.area]], town, published, errors)
        if value is None:
            again.append(cell)
        elif cell.attribute == "benefits":
            step = int(cell.rounding)
            again.append(with_value(cell, step * round(value / step)))
        else:
            highest = 0.0 if cell.category == "up_to_100" or cell.attribute != "social_minimum" else highest
            highest = value = min(max(value, highest, 0.001), 0.999)
            again.append(with_value(cell, shown(value, 3)))
    return again


def compositions_made_whole(cells):
    """Shares of a composition that add up to one."""
    by_area = collections.defaultdict(list)
    for cell in cells:
        if cell.attribute == "composition" and cell.area[:2] == "WK":
            by_area[cell.area].append(cell)
    whole = {}
    for parts in by_area.values():
        for cell, share in zip(parts, whole_numbers([float(part.value) for part in parts], 1000)):
            whole[cell] = with_value(cell, shown(share / 1000, 3))
    return [whole.get(cell, cell) for cell in cells]


def published_again(data, code, country_tools, truth, draw):
    """File name -> text of the margin folder that the truth publishes. `country_tools` is scripts/make_test_country."""
    folder = data / "margins" / code
    cells = cells_of(folder)
    errors = Errors(data / "assumptions" / "population.csv", draw)
    nation = country_tools.Nation(data / "national")
    names = [(row["code"], row["name"]) for row in rows(folder / "neighbourhoods.csv")]
    number_of = {area: number for number, (area, _) in enumerate(names)}
    published = {(cell.category.split(":")[0], FIVE_YEAR_AGES.index(cell.category.split(":")[1])): int(cell.value)
                 for cell in cells["persons"] if cell.attribute == "position_age"}
    then = positions_of_2020(country_tools, nation, published, truth, errors)
    by_cell = {f"{position}:{FIVE_YEAR_AGES[place]}": count for (position, place), count in zip(country_tools.CELLS, then)}
    by_age = {age: sum(count for (_, here), count in zip(country_tools.CELLS, then) if here == place)
              for place, age in enumerate(FIVE_YEAR_AGES)}
    cells["persons"] = [with_value(cell, (by_cell if cell.attribute == "position_age" else by_age)[cell.category])
                        if cell.universe == "persons_in_households" else cell for cell in cells["persons"]]
    types, sizes = country_tools.households_of_positions(nation, then)
    moved_back = [truth.sizes[persons] * change * math.exp(errors("size"))
                  for persons, change in enumerate(size_changes(data / "national", tuple(sizes)), start=2)]
    sizes = dict(zip(sizes, whole_numbers(moved_back, sum(sizes.values()))))
    cells["households"] = compositions_made_whole(neighbourhoods_again(
        households_again(cells["households"], types, sizes), number_of, truth, errors))
    cells["income"] = neighbourhoods_again(cells["income"], number_of, truth, errors)
    return margin_files(cells, names)

