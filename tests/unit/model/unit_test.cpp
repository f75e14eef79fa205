// SPDX-License-Identifier: Apache-2.0
#include "model/unit.h"

#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using figcheck::Conversion;
using figcheck::conversion;
using figcheck::dimension_of;
using figcheck::unit_exists;

TEST_CASE("defined factors come out exact") {
  struct Row {
    std::string from;
    std::string to;
    std::string factor;
    std::string offset;
  };
  const Row rows[] = {
      {"ft", "m", "0.3048", "0"},
      {"m", "m", "1", "0"},
      {"inch", "cm", "2.54", "0"},
      {"yard", "m", "0.9144", "0"},
      {"mile", "km", "1.609344", "0"},
      {"mile", "m", "1609.344", "0"},
      {"nautical_mile", "km", "1.852", "0"},
      {"lb", "kg", "0.45359237", "0"},
      {"tonne", "kg", "1000", "0"},
      {"4046.8564224 m2", "hectare", "0.40468564224", "0"},  // the international acre
      {"acre", "hectare", "0.404687260987425", "0"},         // UDUNITS means the US survey acre
      {"mile^2", "km2", "2.589988110336", "0"},
      {"ft2", "m2", "0.09290304", "0"},
      {"hour", "s", "3600", "0"},
      {"mile/hour", "km/hour", "1.609344", "0"},
      {"km", "mile", "0.621371192237334", "0"},
      {"degC", "degF", "1.8", "32"},
      {"degF", "degC", "0.555555555555556", "-17.7777777778"},
      {"degC", "K", "1", "273.15"},
      {"K", "degC", "1", "-273.15"},
      {"%", "1", "0.01", "0"},
      {"1", "radian", "1", "0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    const std::optional<Conversion> found = conversion(row.from, row.to);
    REQUIRE(found);
    CHECK(found->factor.to_string() == row.factor);
    CHECK(found->offset.to_string() == row.offset);
  }
}

TEST_CASE("units of other dimensions do not convert") {
  struct Row {
    std::string from;
    std::string to;
  };
  const Row rows[] = {
      {"m", "kg"},
      {"m", "m2"},
      {"ft", "no_such_unit"},
      {"no_such_unit", "ft"},
      {"", "m"},
      {"m", ""},
      {"s", "Hz"},  // UDUNITS would give 1 / x
      {"km/litre", "litre/km"},
      {"lg(re mW)", "W"},  // no straight line
      {"s", "seconds since 1970-01-01"},
      {"(", "m"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    CHECK_FALSE(conversion(row.from, row.to));
    CHECK_FALSE(conversion(row.from, row.to));  // the kept answer, too
  }
}

TEST_CASE("a unit exists when UDUNITS can read it") {
  for (const std::string unit :
       {"km", "km2", "m s-1", "degC", "\u00B5m", "\u00B0C", "4046.8564224 m2"}) {
    CAPTURE(unit);
    CHECK(unit_exists(unit));
  }
  for (const std::string unit :
       {"", " ", "furlongs every fortnight", "stone", "km km2 (", "\xFF", "m\xC2"}) {
    CAPTURE(unit);
    CHECK_FALSE(unit_exists(unit));
  }
}

TEST_CASE("units that convert have one dimension") {
  struct Row {
    std::string unit;
    std::string dimension;
  };
  const Row rows[] = {
      {"m", "m"},
      {"mile", "m"},
      {"acre", "m2"},
      {"hectare", "m2"},
      {"litre", "m3"},
      {"km/hour", "m.s-1"},
      {"knot", "m.s-1"},
      {"Pa", "kg.m-1.s-2"},
      {"psi", "kg.m-1.s-2"},
      {"degC", "K"},
      {"degF", "K"},
      {"%", "1"},
      {"radian", "1"},
      {"kg", "kg"},
      {"lb", "kg"},
      {"no_such_unit", ""},
      {"", ""},
      {"lg(re mW)", ""},
      {"seconds since 1970-01-01", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.unit);
    CHECK(dimension_of(row.unit) == row.dimension);
  }
}

TEST_SUITE("threads") {
  TEST_CASE("many threads may convert at once") {
    std::vector<int> right(8);
    std::vector<std::thread> threads;
    for (int& count : right) {
      threads.emplace_back([&count] {
        for (int i = 0; i < 100; ++i) {
          const std::optional<Conversion> feet = conversion(std::to_string(i + 1) + " ft", "m");
          if (feet && unit_exists("km") && dimension_of("mile") == "m") ++count;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const int count : right) CHECK(count == 100);
  }
}
