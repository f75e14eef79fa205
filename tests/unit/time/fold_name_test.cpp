// SPDX-License-Identifier: Apache-2.0
#include "time/fold_name.h"

#include <string>

#include <doctest/doctest.h>

using figcheck::time::fold_name;
using figcheck::time::is_all_capital;
using figcheck::time::without_accents;

TEST_CASE("spellings of one place name fold to one form") {
  struct Row {
    std::string name;
    std::string folded;
  };
  const Row rows[] = {
      {"Baku", "baku"},
      {"BAKU", "baku"},
      {"São Paulo", "sao paulo"},
      {"Port-au-Prince", "port au prince"},
      {"Nagorno\u2013Karabakh", "nagorno karabakh"},
      {"Xi\u2019an", "xian"},
      {"Xi'an", "xian"},
      {"N\u02BBDjamena", "ndjamena"},
      {"Łódź", "lodz"},
      {"İzmir", "izmir"},
      {"Cần Thơ", "can tho"},
      {"Ḩamāh", "hamah"},
      {"Straße", "strasse"},
      {"Iași", "iasi"},
      {"Ba\u0301lint", "balint"},
      {"New\u00A0 York", "new york"},
      {" Oslo ", "oslo"},
      {"U.S.", "u.s."},
      {"Москва", "Москва"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(fold_name(row.name) == row.folded);
  }
}

TEST_CASE("a name without accents keeps its capitals, hyphens and apostrophes") {
  CHECK(without_accents("São Tomé-et-N'Príncipe") == "Sao Tome-et-N'Principe");
  CHECK(without_accents("Åre") == "Are");
  CHECK(without_accents("Baku") == "Baku");
}

TEST_CASE("a name is all capital when it has letters and none of them is small") {
  CHECK(is_all_capital("US"));
  CHECK(is_all_capital("U.S."));
  CHECK_FALSE(is_all_capital("Us"));
  CHECK_FALSE(is_all_capital("W.Va."));
  CHECK_FALSE(is_all_capital("123"));
  CHECK_FALSE(is_all_capital("Åre"));
}
