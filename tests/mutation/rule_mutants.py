# SPDX-License-Identifier: Apache-2.0
"""Changes the figures of the shipped rules' own tests that hold, one at a time.

Every figure that a rule checked in such a text is made four times as much and a quarter as much. A
rule that asks for equality must see at least one of the two, mostly both; one that asks for an order
can see only one. With "about" before it, the same figure must stay unflagged: a hedge only widens.
"""

import collections
import json
import pathlib
import re
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = {"count", "money", "percent", "measure", "number", "duration", "multiple", "points", "ratio"}
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
FACTOR = 4

Mutant = collections.namedtuple("Mutant", "rule figure more less hedged")


def sound_articles():
    """The tests of shipped rules in which nothing is to be found, with the rule that each is of."""
    for path in sorted((ROOT / "rules" / "core").rglob("*.yaml")):
        rule = yaml.safe_load(path.read_text(encoding="utf-8"))
        for test in rule.get("tests", []):
            if test.get("finds") != "nothing" or "documents" in test or "old" in test:
                continue
            if "text" in test:
                yield rule["rule"], {key: str(test[key]) for key in ("title", "text", "date", "place") if key in test}


def scaled(written, factor):
    """The same way of writing a number, with another value; None where nothing would change."""
    decimals = len(written.partition(".")[2])
    value = float(written.replace(",", "")) * factor
    text = f"{value:,.{decimals}f}" if "," in written or value >= 10000 else f"{value:.{decimals}f}"
    return None if float(text.replace(",", "")) in (0.0, float(written.replace(",", ""))) else text


def ask(program, verb, articles):
    lines = [json.dumps({"id": str(number), **article}) for number, article in enumerate(articles)]
    done = subprocess.run([program, verb, "--no-config", "--input", "jsonl", "--format", "jsonl", "-"],
                          input="\n".join(lines).encode(), capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.splitlines()]


def mutants(program):
    sound = list(sound_articles())
    for (rule, article), answer in zip(sound, ask(program, "figures", [article for _, article in sound])):
        raw = article["text"].encode()
        for figure in answer["figures"]:
            if figure["section"] != "text" or figure["kind"] not in KINDS or rule not in figure["rules"]:
                continue
            written = raw[figure["start"]:figure["end"]].decode()
            numbers = DIGITS.findall(written)
            if len(numbers) != 1:
                continue
            def changed(new):
                text = raw[:figure["start"]] + new.encode() + raw[figure["end"]:]
                return {**article, "text": text.decode()}
            values = [scaled(numbers[0], factor) for factor in (FACTOR, 1 / FACTOR)]
            more, less = [value and changed(written.replace(numbers[0], value)) for value in values]
            hedged = changed("about " + written) if figure["hedge"] == "none" else None
            if more and less:
                yield Mutant(rule, written, more, less, hedged)


def run(program, show=False):
    """Returns how many mutants there are, how many were found, and how many hedged figures flagged."""
    made = list(mutants(program))
    articles = [article for mutant in made for article in mutant[2:] if article]
    answers = iter(ask(program, "check", articles))
    table = collections.OrderedDict()
    lines = []
    for mutant in made:
        flags = [any(f["level"] != "note" for f in next(answers)["findings"]) if article else False
                 for article in mutant[2:]]
        row = table.setdefault(mutant.rule, [0, 0, 0, 0])
        row[0] += 1
        row[1] += flags[0] or flags[1]
        row[2] += flags[0] and flags[1]
        row[3] += flags[2]
        if not (flags[0] or flags[1]) or flags[2]:
            what = "hedged and flagged" if flags[2] else "missed"
            lines.append(f"  {mutant.rule}, {what}: {mutant.figure} in {mutant.more['text']}")
    print(f"{'rule':32} {'mutants':>8} {'found':>6} {'both ways':>10} {'hedged, flagged':>16}")
    for rule, row in table.items():
        print(f"{rule:32} {row[0]:>8} {row[1]:>6} {row[2]:>10} {row[3]:>16}")
    total = [sum(row[i] for row in table.values()) for i in range(4)]
    print(f"of {total[0]} figures that a rule's own tests check, {total[1]} are found when changed, "
          f"{total[2]} both ways; {total[3]} are flagged when hedged")
    if show:
        print("\n".join(lines))
    return total
