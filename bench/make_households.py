#!/usr/bin/env python3
"""Writes made-up households as JSON lines, the same on every machine.

usage: bench/make_households.py COUNT > households.jsonl
"""
import json
import random
import sys


def person(draw, is_adult):
    if not is_adult:
        return {"age": draw.randrange(18)}
    age = draw.randrange(18, 90)
    one = {"age": age}
    if age < 66 and draw.random() < 0.6:
        one["wage_per_year"] = draw.randrange(4_000, 70_000)
    elif age < 66 and draw.random() < 0.3:
        one["unemployment_benefit_per_year"] = draw.randrange(6_000, 30_000)
    elif age >= 68:
        one["pension_per_year"] = draw.randrange(0, 25_000)
    return one


def household(draw, number):
    is_couple = draw.random() < 0.45
    persons = [person(draw, True) for _ in range(2 if is_couple else 1)]
    youngest = min(one["age"] for one in persons)
    if youngest >= 36 and draw.random() < 0.5:
        persons += [person(draw, False) for _ in range(draw.randrange(1, 4))]
    is_owner = draw.random() < 0.4
    home = ({"woz_value": draw.randrange(150_000, 500_000), "mortgage_per_month": draw.randrange(0, 1_500),
             "mortgage_interest_per_year": draw.randrange(0, 8_000)} if is_owner
            else {"rent_per_month": round(draw.uniform(350, 900), 2)})
    return {
        "id": f"h{number}",
        "date": draw.choice(["2023-07-01", "2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01"]),
        "municipality": "GM0106",
        "persons": persons,
        "is_couple": is_couple,
        "tenure": "owner" if is_owner else "rent_social",
        **home,
        "energy_per_month": draw.randrange(80, 350),
        "water_per_month": 15,
        "local_taxes_per_year": draw.randrange(300, 1_100),
        "liquid_assets": draw.randrange(0, 30_000),
        "years_on_low_income": draw.randrange(0, 10) if youngest > 27 else 0,
    }


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    draw = random.Random(1)
    for number in range(1, int(sys.argv[1]) + 1):
        sys.stdout.write(json.dumps(household(draw, number)) + "\n")


if __name__ == "__main__":
    main()
