// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

using figcheck::append_utf8;
using figcheck::find_invalid_utf8;
using figcheck::fold_space;
using figcheck::is_letter;
using figcheck::is_space;
using figcheck::line_at;
using figcheck::lower_case;
using figcheck::nearest_name;
using figcheck::next_code_point;
using figcheck::read_file;

TEST_CASE("the first byte that is not UTF-8 is found wherever it stands") {
  struct Row {
    std::string text;
    std::optional<std::size_t> offset;
  };
  const Row rows[] = {
      {"", std::nullopt},
      {"plain ASCII of more than eight bytes", std::nullopt},
      {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", std::nullopt},
      {std::string("\0", 1), std::nullopt},
      {"12345678\xFF", 8},
      {"1234567\x80", 7},
      {"a\xC3", 1},  // cut short
      {"a\xE2\x82", 1},
      {"\xC0\xAF", 0},  // overlong
      {"\xE0\x80\xAF", 0},
      {"\xF0\x80\x80\xAF", 0},
      {"\xED\xA0\x80", 0},  // a surrogate
      {"\xED\x9F\xBF", std::nullopt},
      {"\xF4\x8F\xBF\xBF", std::nullopt},
      {"\xF4\x90\x80\x80", 0},  // past the last code point
      {"\xF5\x80\x80\x80", 0},
      {"\xE2\x28\xA1", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(find_invalid_utf8(row.text) == row.offset);
  }
}

TEST_CASE("a code point that is written is read back") {
  for (const char32_t code_point : {U'\0', U'a', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uD7FF',
                                    U'\uE000', U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, code_point);
    std::size_t offset = 0;
    CHECK(next_code_point(text, offset) == code_point);
    CHECK(offset == text.size());
    CHECK(find_invalid_utf8(text) == std::nullopt);
  }
}

TEST_CASE("what is no code point is written as U+FFFD") {
  for (const char32_t code_point : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    std::string text;
    append_utf8(text, code_point);
    CHECK(text == "\xEF\xBF\xBD");
  }
}

TEST_CASE("a bad byte is read as U+FFFD and passed alone") {
  std::size_t offset = 1;
  CHECK(next_code_point("a\xE2\x82", offset) == char32_t{0xFFFD});
  CHECK(offset == 2);
}

TEST_CASE("spaces of print are white space and zero-width marks are not") {
  for (const char32_t space :
       {U' ', U'\t', U'\n', U'\r', U'\u00A0', U'\u2009', U'\u202F', U'\u3000'}) {
    CHECK(is_space(space));
  }
  for (const char32_t other : {U'a', U'_', U'\u200B', U'\u200C', U'\u2010', U'\uFEFF'}) {
    CHECK_FALSE(is_space(other));
  }
}

TEST_CASE("letters are what a word is made of") {
  for (const char32_t letter : {U'a', U'Z', U'\u00E9', U'\u00DF', U'\u0131', U'\u03B1', U'\u0416',
                                U'\u0301', U'\u4E2D', U'\uAC00', U'\uFF21'}) {
    CAPTURE(static_cast<unsigned>(letter));
    CHECK(is_letter(letter));
  }
  for (const char32_t other :
       {U'0', U'-', U'\'', U'\u00A0', U'\u00B7', U'\u00D7', U'\u00F7', U'\u2013', U'\u2019',
        U'\u20AC', U'\u2212', U'\u3001', U'\uE000', U'\uFE0F', U'\uFF10', U'\uFFFD', U'\U0001F600',
        U'\U000F0000', U'\U0010FFFD'}) {
    CAPTURE(static_cast<unsigned>(other));
    CHECK_FALSE(is_letter(other));
  }
}

TEST_CASE("small letters take the place of capitals byte for byte") {
  struct Row {
    std::string text;
    std::string lower;
  };
  const Row rows[] = {
      {"", ""},
      {"GMT and 13.00", "gmt and 13.00"},
      {"\u00C9TAT \u00D8 \u00DE \u00C0", "\u00E9tat \u00F8 \u00FE \u00E0"},
      {"\u00D7 \u00DF \u00F7", "\u00D7 \u00DF \u00F7"},  // signs and the sharp s stay
      {"\u0141\u00F3d\u017A \u0139 \u013F \u0147", "\u0142\u00F3d\u017A \u013A \u0140 \u0148"},
      {"\u0160 \u017D \u0178 \u0100 \u0132 \u014A", "\u0161 \u017E \u00FF \u0101 \u0133 \u014B"},
      {"\u0130 \u0131 \u0138 \u0149 \u017F", "\u0130 \u0131 \u0138 \u0149 \u017F"},
      {"\u0391\u0416 \u20AC", "\u0391\u0416 \u20AC"},
      {"A\xC3", "a\xC3"},  // a cut code point stays
      {"\xC3\x41", "\xC3\x61"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(lower_case(row.text) == row.lower);
    CHECK(lower_case(row.text).size() == row.text.size());
  }
}

TEST_CASE("runs of white space fold into one space") {
  CHECK(fold_space("") == "");
  CHECK(fold_space(" \t\n ") == "");
  CHECK(fold_space("  5\u00A0\u2009km \r\n away\n") == "5 km away");
  CHECK(fold_space("a\xFF b") == "a\xFF b");
}

TEST_CASE("a suggestion is near enough to be meant") {
  struct Row {
    std::string word;
    std::vector<std::string> known;
    std::string nearest;
  };
  const Row rows[] = {
      {"part", {"whole", "part"}, "part"},
      {"prt", {"whole", "part"}, "part"},
      {"prat", {"whole", "part"}, "part"},  // a swap is one edit
      {"mesage", {"level", "message"}, "message"},
      {"percnt", {"percent", "points"}, "percent"},
      {"cat", {"bat", "rat"}, "bat"},  // the first of two equally near
      {"kinds", {"kins", "kind", "kinds"}, "kinds"},
      {"x", {"y"}, ""},  // one letter says nothing
      {"whole", {"level", "message"}, ""},
      {"", {""}, ""},
      {"part", {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest_name(row.word, row.known) == row.nearest);
  }
}

TEST_CASE("a very long word has no nearest name") {
  CHECK(nearest_name(std::string(1'000'000, 'a'), {std::string(1'000'000, 'a')}).empty());
  CHECK(nearest_name("aaa", {std::string(1'000'000, 'a')}).empty());
}

TEST_CASE("a line is shown without its end") {
  struct Row {
    std::string text;
    std::size_t offset;
    std::string line;
  };
  const Row rows[] = {
      {"", 0, ""},
      {"one", 3, "one"},
      {"one\ntwo\nthree", 0, "one"},
      {"one\ntwo\nthree", 3, "one"},  // the line end belongs to the line before it
      {"one\ntwo\nthree", 4, "two"},
      {"one\r\ntwo\r\n", 1, "one"},
      {"one\r\ntwo\r\n", 10, ""},
      {"one\ntwo", 99, "two"},
      {"a\n\nb", 2, ""},
      {"x\xFFy", 0, "x\uFFFDy"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.offset);
    CHECK(line_at(row.text, row.offset) == row.line);
  }
}

TEST_CASE("a long line is cut between code points") {
  const std::string euros = [] {
    std::string text = "ab";
    for (int i = 0; i < 200; ++i) text += "\u20AC";
    return text;
  }();
  const std::string line = line_at(euros, 0);
  CHECK(line == euros.substr(0, 398));
  CHECK(find_invalid_utf8(line) == std::nullopt);
}

TEST_CASE("reading tells a missing file from a folder and from an unreadable one") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path();
  CHECK(read_file((folder / "figcheck-no-such-file").string()).error().to_string() ==
        (folder / "figcheck-no-such-file").string() + ": error: no such file [F001]");
  CHECK(read_file(folder.string()).error().to_string() ==
        folder.string() + ": error: this is a folder [F002]");
  CHECK(read_file("").error().code == "F001");
  CHECK(read_file(std::string(10'000, 'a')).error().to_string() ==
        std::string(10'000, 'a') + ": error: the file cannot be read: File name too long [F003]");
}

TEST_CASE("a file is read with all its bytes") {
  std::string path =
      (std::filesystem::temp_directory_path() / "figcheck-text-test-XXXXXX").string();
  const int file = mkstemp(path.data());
  REQUIRE(file >= 0);
  close(file);
  std::string bytes("a\0b\r\n\xFF", 6);
  bytes.append(200'000, 'x');
  std::ofstream(path, std::ios::binary) << bytes;
  const auto result = read_file(path);
  std::filesystem::remove(path);
  REQUIRE(result.ok());
  CHECK(result.value() == bytes);
}
