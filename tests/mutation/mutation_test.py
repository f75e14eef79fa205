# SPDX-License-Identifier: Apache-2.0
"""Changes one figure of a claim that holds, and counts how often the program sees it.

    FIGCHECK_PROGRAM=build/release/figcheck python3 tests/mutation/mutation_test.py

Every kind of claim has sentences that hold by construction. A mutant has one figure that no wording
allows; a variant has one that the wording still allows: rounded, hedged or another good one. At least
95 in 100 mutants must be found, and neither a sound sentence nor a variant may be flagged. Numbers
come from a generator with a fixed seed, so that every run is the same.
"""

import collections
import datetime
import json
import os
import random
import subprocess
import sys

PROGRAM = os.path.abspath(os.environ.get("FIGCHECK_PROGRAM", "build/release/figcheck"))
EACH = 25
LEAST = 0.95
DATE = "2024-05-14"

Sample = collections.namedtuple("Sample", "sound mutant variant")


def grouped(number):
    return f"{number:,}"


def part_of_whole(rng):
    whole = rng.randrange(201, 4999)
    part = rng.randrange(20, whole - 20)
    text = "The ferry carried {} passengers, including {} children."
    return Sample(text.format(grouped(whole), part), text.format(grouped(whole), grouped(whole + part)),
                  text.format(grouped(whole), "at least " + str(part)))


def percent_change(rng):
    old = rng.randrange(200, 900)
    percent = rng.randrange(3, 60)
    new = round(old * (1 + percent / 100), 2)
    text = "The fare rose {}% to ${} from ${}."
    return Sample(text.format(percent, f"{new:.2f}", f"{old:.2f}"),
                  text.format(percent + rng.choice([3, 5, 9]), f"{new:.2f}", f"{old:.2f}"),
                  text.format("about " + str(percent), f"{new:.2f}", f"{old:.2f}"))


def share(rng):
    whole = rng.randrange(200, 990)
    part = rng.randrange(30, whole - 30)
    percent = 100 * part / whole
    text = "Of the {} tenants, {}, or {}, had no lease."
    return Sample(text.format(whole, part, f"{percent:.1f}%"),
                  text.format(whole, part, f"{percent + rng.choice([2.5, 7, 11]):.1f}%"),
                  text.format(whole, part, f"{percent:.0f}%"))


def conversion(rng):
    unit, other, factor = rng.choice([("miles", "km", 1.609344), ("feet", "metres", 0.3048),
                                      ("pounds", "kg", 0.45359237)])
    amount = rng.randrange(21, 390)
    converted = amount * factor
    noun = {"miles": "The canal is {} {} ({} {}) long.", "feet": "The mast is {} {} ({} {}) high.",
            "pounds": "The bell weighs {} {} ({} {})."}[unit]
    return Sample(noun.format(amount, unit, f"{converted:.1f}", other),
                  noun.format(amount, unit, f"{converted * 1.3:.1f}", other),
                  noun.format(amount, unit, f"{converted:.0f}", other))


def weekday_date(rng):
    day = datetime.date(2001, 1, 1) + datetime.timedelta(rng.randrange(8000))
    wrong = day + datetime.timedelta(rng.randrange(1, 7))
    written = f"{day.day} {day:%B} {day.year}"
    text = "The vestry met on {}, {}."
    return Sample(text.format(f"{day:%A}", written), text.format(f"{wrong:%A}", written),
                  text.format(f"{day:%a}", written))


def age_and_birth(rng):
    born = rng.randrange(1931, 1990)
    age = 2024 - born - 1
    text = "Mara Kemp, {}, born in {}, has left the inn."
    return Sample(text.format(age, born), text.format(age + rng.choice([-3, 4, 10]), born),
                  text.format(age + 1, born))


def zone_pair(rng):
    place, zone = rng.choice([("Tokyo", 9), ("Nairobi", 3), ("Dubai", 4)])
    hour, minute = rng.randrange(9, 23), rng.randrange(0, 60, 5)
    text = "The launch is at {:02}:{:02} in " + place + " ({:02}:{:02} GMT)."
    other = (hour - zone) % 24
    return Sample(text.format(hour, minute, other, minute),
                  text.format(hour, minute, (other + rng.choice([1, 2, 3])) % 24, minute),
                  text.format(hour, minute, other, minute).replace("GMT", "UTC"))


def words_and_digits(rng):
    words = ["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"]
    at = rng.randrange(len(words))
    text = "The tenant has {} ({}) days to reply."
    return Sample(text.format(words[at], at + 12), text.format(words[at], at + 12 + rng.choice([1, 2, 10])),
                  text.format(words[at].capitalize(), at + 12))


def list_count(rng):
    towns = rng.sample(["Derby", "Leeds", "Exeter", "Truro", "Ripon", "Wells"], 4)
    listed = f"{towns[0]}, {towns[1]}, {towns[2]} and {towns[3]}."
    text = "The band will play in {} towns: "
    return Sample(text.format("four") + listed, text.format(rng.choice(["three", "five", "six"])) + listed,
                  text.format("4") + listed)


def stale_mention(rng):
    was, now = rng.sample(range(12, 99), 2)
    text = "The storm felled {} oaks. Owners of the {} oaks want them back."
    old = text.format(was, was)
    return Sample((old, text.format(now, now)), (old, text.format(now, was)),
                  (old, "The storm felled {} oaks. Their owners want them back.".format(now)))


def stale_total(rng):
    first, second = rng.sample(range(11, 60), 2)
    text = "The mill lost {} looms in the fire and {} looms in the flood. All {} were insured."
    old = text.format(first, second, first + second)
    more = rng.randrange(2, 9)
    return Sample((old, text.format(first + more, second, first + second + more)),
                  (old, text.format(first + more, second, first + second)),
                  (old, text.format(first + more, second - more, first + second)))


KINDS = [part_of_whole, percent_change, share, conversion, weekday_date, age_and_birth, zone_pair,
         words_and_digits, list_count, stale_mention, stale_total]


def flagged(samples):
    """Whether the program finds an error or warning in each of the texts, or pairs of versions."""
    answers = []
    for verb, is_pair in (("check", False), ("diff", True)):
        lines = []
        for number, sample in enumerate(samples):
            if isinstance(sample, tuple) != is_pair:
                continue
            body = {"old": {"text": sample[0]}, "new": {"text": sample[1]}} if is_pair else {"text": sample}
            if not is_pair:
                body["date"] = DATE
            lines.append(json.dumps({"id": str(number), **body}))
        done = subprocess.run([PROGRAM, verb, "--input", "jsonl", "--format", "jsonl", "-"],
                              input="\n".join(lines).encode(), capture_output=True, check=False)
        if done.returncode > 1:
            sys.exit(done.stderr.decode())
        answers += [json.loads(line) for line in done.stdout.splitlines()]
    found = {int(answer["id"]): any(f["level"] != "note" for f in answer["findings"]) for answer in answers}
    return [found[number] for number in range(len(samples))]


def main():
    rng = random.Random(20240514)
    samples = [(kind.__name__, kind(rng)) for kind in KINDS for _ in range(EACH)]
    columns = [flagged([getattr(sample, name) for _, sample in samples]) for name in Sample._fields]
    table = collections.OrderedDict((kind.__name__, [0, 0, 0]) for kind in KINDS)
    missed = []
    for (kind, sample), flags in zip(samples, zip(*columns)):
        for column, flag in enumerate(flags):
            table[kind][column] += flag
        for name, flag in zip(Sample._fields, flags):
            if flag != (name == "mutant"):
                missed.append(f"  {kind}, {name}: {getattr(sample, name)}")
    print(f"{'claim':18} {'mutants found':>14} {'sound flagged':>14} {'variants flagged':>17}")
    for kind, (sound, mutant, variant) in table.items():
        print(f"{kind:18} {mutant:>9}/{EACH:<4} {sound:>9}/{EACH:<4} {variant:>12}/{EACH:<4}")
    found = sum(row[1] for row in table.values())
    alarms = sum(row[0] + row[2] for row in table.values())
    print(f"mutants found {100 * found / len(samples):.1f}%, false alarms {alarms}")
    good = found >= LEAST * len(samples) and alarms == 0
    if not good or "--show" in sys.argv:
        print("\n".join(missed))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
