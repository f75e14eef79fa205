// SPDX-License-Identifier: Apache-2.0
#include "report/lines.h"

#include <cstddef>
#include <string>

#include <doctest/doctest.h>

using figcheck::Position;
using figcheck::position_of;
using figcheck::report::Lines;

TEST_CASE("positions are those of position_of in whatever order they are asked for") {
  const std::string source = "one\r\n\u20ACtwo \u00E9\n\n\U0001F600 three";
  Lines lines(source);
  const auto check = [&](std::size_t offset) {
    CAPTURE(offset);
    const Position expected = position_of(source, offset);
    const Position found = lines.position(offset);
    CHECK(found.line == expected.line);
    CHECK(found.column == expected.column);
  };
  for (std::size_t i = 0; i <= source.size() + 1; ++i) check(i);
  for (std::size_t i = source.size() + 2; i > 0; --i) check(i - 1);
  for (std::size_t i = 0; i < source.size(); ++i) check(i * 7 % source.size());
}

TEST_CASE("the text of a line goes without its end") {
  const Lines lines("one\r\n\ntwo\n");
  CHECK(lines.text_of(1) == "one");
  CHECK(lines.text_of(2) == "");
  CHECK(lines.text_of(3) == "two");
  CHECK(lines.text_of(4) == "");
  CHECK(lines.number_of(99) == 4);
}
