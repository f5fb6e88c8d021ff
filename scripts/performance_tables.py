"""Tables and picture of docs/performance.md from a measurement. Used by scripts/update_performance."""
import math
import re

import performance_goals
from performance_goals import GOALS, PACKAGES_OF_ASSEN, quotient

ABSENT = "–"


def number(value, digits=2):
    """At least so many decimals, and never fewer than two figures."""
    if value is None:
        return ABSENT
    if value != 0 and abs(value) < 10:
        digits = max(digits, 1 - math.floor(math.log10(abs(value))))
    return f"{value:,.{digits}f}"


def limit(value):
    return f"{value:g}"


def table(header, rows):
    aligned = "|".join("---" if i == 0 else "---:" for i in range(len(header)))
    return "\n".join(["| " + " | ".join(header) + " |", f"|{aligned}|", *("| " + " | ".join(row) + " |" for row in rows)])


def verdict(goal, value):
    if value is None:
        return "not measured"
    if not goal.is_met(value, goal.must):
        return "**not met**"
    return "stretch met" if goal.is_met(value, goal.stretch) else "met"


def goal_table(measured):
    kernels = [measured.rate(name) for name in (performance_goals.KERNEL, performance_goals.FASTEST_KERNEL)]
    rows = []
    for goal in GOALS:
        value = goal.value(measured)
        ratios = [number(quotient(goal.evaluations_per_second(measured), kernel)) for kernel in kernels]
        texts = [limit(goal.must), limit(goal.stretch), number(value, goal.digits)]
        rows.append([f"{goal.name} ({goal.measure})",
                     *(text if text == ABSENT else f"{text} {goal.unit}".strip() for text in texts), *ratios,
                     verdict(goal, value)])
    return table(["goal", "must", "stretch", "measured", "times the plain kernel", "times it with -Ofast -march=native",
                  "verdict"], rows)


def open_goals(measured):
    """What is not met, in sentences: nobody should have to look for it."""
    def named(text, chosen):
        return f"{text}: " + "; ".join(goal.name for goal in chosen) + "." if chosen else ""
    values = [(goal, goal.value(measured)) for goal in GOALS]
    missed = [goal for goal, value in values if value is not None and not goal.is_met(value, goal.must)]
    no_stretch = [goal for goal, value in values if value is not None and goal not in missed
                  and not goal.is_met(value, goal.stretch)]
    unknown = [goal for goal, value in values if value is None]
    lines = [named("Musts that are not met", missed) or "Every must that was measured is met.",
             named("Musts that are met without their stretch", no_stretch), named("Not measured", unknown)]
    return "\n\n".join(line for line in lines if line)


def package_table(measured):
    rows = []
    for name in sorted(measured.benchmarks):
        if re.match(r"(packages|plain_kernel|ten_thousand_packages)/", name):
            peak = measured.peak(name)
            rows.append([f"`{name}`", number(quotient(measured.rate(name), 1e6), 0),
                         number(measured.counter(name, "plain/this")), number(measured.counter(name, "ofast/this")),
                         ABSENT if peak is None else number(peak / 2**20, 0)])
    return table(["benchmark", "M evaluations/s", "plain/this", "ofast/this", "peak MiB"], rows)


def rule_table(measured):
    """Every rule and scheme many at a time, beside one at a time in the same run."""
    rows = []
    for name in measured.benchmarks:
        plain = (name.removesuffix("/vectorised") + "/plain" if name.endswith("/vectorised")
                 else re.sub("^scheme/", "scheme_plain/", name))
        if plain != name and plain in measured.benchmarks:
            ours, theirs = (1e9 / measured.rate(one) for one in (name, plain))
            rows.append([f"`{name.removesuffix('/vectorised')}`", number(ours), number(theirs), number(theirs / ours, 1)])
    return table(["rule", "ns a household", "plain, ns", "plain / this"], rows)


def country_rows(measured):
    """(households, ns per household and package, peak bytes) of every size that was measured on two threads."""
    found = []
    for name in measured.benchmarks:
        size = re.match(r"country_pass/(\d+)/2(/|$)", name)
        if size:
            found.append((int(size[1]), 1e9 / measured.rate(name) / PACKAGES_OF_ASSEN, measured.peak(name)))
    return sorted(found)


def country_table(measured):
    rows = [[f"{households:,}", number(cost), ABSENT if peak is None else number(peak / 2**20, 0)]
            for households, cost, peak in country_rows(measured)]
    if not rows:
        return "This build has no benchmark of a country."
    text = table(["households", "ns per household and package", "peak MiB"], rows)
    return text + "\n\n![Cost per household from 10,000 to 10 million households](pictures/cost-per-household.svg)"


def country_picture(measured):
    """Cost per household by the number of households as SVG; None where that was not measured."""
    rows = country_rows(measured)
    if len(rows) < 2:
        return None
    width, height, left, right, top, bottom = 640, 320, 70, 45, 40, 50
    first, last = (math.log10(rows[i][0]) for i in (0, -1))
    highest = 1.25 * max(cost for _, cost, _ in rows)

    def x(households):
        return left + (math.log10(households) - first) / (last - first) * (width - left - right)

    def y(cost):
        return height - bottom - cost / highest * (height - top - bottom)

    step = 10 ** math.floor(math.log10(highest))
    marks = [step * i for i in range(int(highest / step) + 1)]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
             f'<rect width="{width}" height="{height}" fill="white"/>',
             f'<text x="{left}" y="22" font-size="14">ns per household and package, 12 packages, 2 threads</text>']
    for mark in marks:
        parts.append(f'<line x1="{left}" x2="{width - right}" y1="{y(mark):.1f}" y2="{y(mark):.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y(mark) + 4:.1f}" text-anchor="end">{limit(mark)}</text>')
    for power in range(math.ceil(first), math.floor(last) + 1):
        parts.append(f'<text x="{x(10 ** power):.1f}" y="{height - bottom + 20}" text-anchor="middle">{10 ** power:,}</text>')
    parts.append(f'<text x="{(left + width - right) / 2:.0f}" y="{height - 10}" text-anchor="middle">households</text>')
    points = " ".join(f"{x(households):.1f},{y(cost):.1f}" for households, cost, _ in rows)
    parts.append(f'<polyline points="{points}" fill="none" stroke="#0b5394" stroke-width="2"/>')
    for households, cost, _ in rows:
        parts.append(f'<circle cx="{x(households):.1f}" cy="{y(cost):.1f}" r="4" fill="#0b5394"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def run_table(measured):
    return table(["whole process", "s"], [[name, number(measured.program_seconds.get(key))]
                                          for key, name in performance_goals.WHOLE_RUNS.items()])


def machine_text(document):
    machine = document["machine"]
    return (f"Measured on {document['date']}: {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB, "
            f"{machine['system']}, {machine['compiler']}, {machine['instructions']}; load before {machine['load']:.2f}; "
            f"medians, repetitions: {document['repetitions']}.")


def put_between(text, marker, content):
    """Replaces what stands between a marker and its end."""
    made, count = re.subn(rf"(<!-- {marker} -->\n).*?(<!-- END OF {marker} -->)",
                          lambda found: f"{found[1]}{content}\n{found[2]}", text, flags=re.S)
    if count != 1:
        raise ValueError(f"the page has {count} places for {marker}, not one")
    return made


def page(text, document):
    """The page with every table from this measurement."""
    measured = performance_goals.Measured(document)
    for marker, content in (("MACHINE", machine_text(document)), ("GOALS", goal_table(measured)),
                            ("OPEN GOALS", open_goals(measured)), ("RUNS", run_table(measured)), ("PACKAGES", package_table(measured)),
                            ("RULES", rule_table(measured)), ("COUNTRY", country_table(measured))):
        text = put_between(text, marker, content)
    return text
