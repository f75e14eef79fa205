// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace figcheck {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kLongestShownLine = 400;
/// No name of ours is longer; a longer word is no slip for one.
constexpr std::size_t kLongestName = 64;

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

/// A code point and the number of its bytes; no bytes when they are not valid UTF-8.
struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t size = 0;
};

Decoded decode(std::string_view text, std::size_t offset) {
  const unsigned first = byte_at(text, offset);
  if (first < 0x80) return {first, 1};
  // 80-BF continue a code point; C0 and C1 could only be overlong.
  if (first < 0xC2 || first > 0xF4) return {};
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() - offset < size) return {};
  char32_t code_point = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned next = byte_at(text, offset + i);
    if ((next & 0xC0U) != 0x80U) return {};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  const bool overlong = (size == 3 && code_point < 0x800) || (size == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {};
  return {code_point, size};
}

struct Range {
  char32_t first;
  char32_t last;
};

/// From U+00C0 on, what stands beside words and not in them. Private use is among it: the engine
/// writes markers there.
constexpr std::array<Range, 15> kNotLetters = {{
    {0x00D7, 0x00D7},    // multiplication sign
    {0x00F7, 0x00F7},    // division sign
    {0x02C2, 0x02C5},    // modifier arrowheads
    {0x02D2, 0x02DF},    // spacing accents
    {0x037E, 0x037E},    // Greek question mark
    {0x1680, 0x1680},    // Ogham space
    {0x2000, 0x2BFF},    // general punctuation to miscellaneous symbols and arrows
    {0x2E00, 0x2E7F},    // supplemental punctuation
    {0x3000, 0x303F},    // CJK punctuation
    {0xD800, 0xF8FF},    // surrogates, private use
    {0xFE00, 0xFE6F},    // variation selectors, small and vertical forms
    {0xFEFF, 0xFF20},    // byte order mark, full-width punctuation and digits
    {0xFFE0, 0xFFFF},    // full-width signs, specials
    {0x1F000, 0x1FAFF},  // emoji and other pictographs
    {0xE0000, 0x10FFFF}  // tags, private use
}};

/// Returns what to add to the second byte of a capital of U+00C0 to U+017F to make it small, given
/// both bytes; U+0130 and U+0178 are not among these.
unsigned step_to_small(unsigned lead, unsigned next) {
  const unsigned code = ((lead & 0x1FU) << 6U) | (next & 0x3FU);
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return 0x20;
  const bool even_capitals = (code >= 0x100 && code <= 0x12F) || (code >= 0x132 && code <= 0x137) ||
                             (code >= 0x14A && code <= 0x177);
  const bool odd_capitals = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  if (even_capitals) return code % 2 == 0 ? 1 : 0;
  if (odd_capitals) return code % 2 == 1 ? 1 : 0;
  return 0;
}

/// Returns the edit distance of two words when it is at most `limit`, else a larger number. A swap
/// of neighbours is one edit, as it is the commonest slip of the keyboard.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  using Row = std::array<std::size_t, 2 * kLongestName + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    // A swap reaches back two rows, but costs one more than it finds there.
    if (least > limit + 1) return limit + 1;
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

Diagnostic file_problem(const char* code, const std::string& path, std::string message) {
  Diagnostic problem;
  problem.code = code;
  problem.file = path;
  problem.message = std::move(message);
  return problem;
}

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    // Articles are mostly ASCII: eight bytes at a time.
    std::uint64_t eight = 0;
    if (text.size() - offset >= sizeof eight) {
      std::memcpy(&eight, text.data() + offset, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        offset += sizeof eight;
        continue;
      }
    }
    const std::size_t size = decode(text, offset).size;
    if (size == 0) return offset;
    offset += size;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode(text, offset);
  offset += std::max<std::size_t>(decoded.size, 1);
  return decoded.code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) return append_utf8(out, kReplacement);
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point <= 0x10FFFF) {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    append_utf8(out, kReplacement);
  }
}

bool is_space(char32_t code_point) {
  switch (code_point) {
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case 0x0085:  // next line
    case 0x00A0:  // no-break space
    case 0x1680:  // Ogham space
    case 0x2028:  // line separator
    case 0x2029:  // paragraph separator
    case 0x202F:  // narrow no-break space
    case 0x205F:  // mathematical space
    case 0x3000:  // ideographic space
      return true;
    default:
      return code_point >= 0x2000 && code_point <= 0x200A;  // en quad to hair space
  }
}

bool is_letter(char32_t code_point) {
  if (code_point < 0xC0) {
    return (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z');
  }
  return std::none_of(kNotLetters.begin(), kNotLetters.end(), [code_point](const Range& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const unsigned lead = byte_at(out, i);
    if (lead >= 'A' && lead <= 'Z') {
      out[i] = static_cast<char>(lead + 0x20);
      continue;
    }
    if (lead < 0xC3 || lead > 0xC5 || i + 1 == out.size()) continue;
    const unsigned next = byte_at(out, i + 1);
    if ((next & 0xC0U) != 0x80U) continue;
    if (lead == 0xC5 && next == 0xB8) {  // the capital of U+00FF, far from it
      out[i] = static_cast<char>(0xC3);
      out[i + 1] = static_cast<char>(0xBF);
    } else {
      const unsigned moved = next + step_to_small(lead, next);
      out[i] = static_cast<char>(lead + (moved > 0xBF ? 1 : 0));
      out[i + 1] = static_cast<char>(moved > 0xBF ? moved - 0x40 : moved);
    }
    ++i;
  }
  return out;
}

std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    if (is_space(next_code_point(text, offset))) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out.append(text, start, offset - start);
  }
  return out;
}

std::string nearest_name(std::string_view word, const std::vector<std::string>& known) {
  if (word.empty() || word.size() > kLongestName) return {};
  const std::string* nearest = nullptr;
  std::size_t limit = word.size() / 3;
  for (const std::string& name : known) {
    const std::size_t distance = edit_distance(word, name, limit);
    if (distance > limit) continue;
    nearest = &name;
    if (distance == 0) break;
    limit = distance - 1;  // a later name must be nearer still
  }
  return nearest != nullptr ? *nearest : std::string();
}

std::string line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  std::size_t start = 0;
  if (offset > 0) {
    const std::size_t before = text.rfind('\n', offset - 1);
    if (before != std::string_view::npos) start = before + 1;
  }
  std::string_view line = text.substr(start, text.find('\n', start) - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);

  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t first = at;
    const char32_t code_point = next_code_point(line, at);
    const std::size_t size = code_point == kReplacement ? 3 : at - first;
    if (out.size() + size > kLongestShownLine) break;
    append_utf8(out, code_point);
  }
  return out;
}

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return file_problem("F001", path, "no such file");
  }
  if (std::filesystem::is_directory(status)) return file_problem("F002", path, "this is a folder");

  const auto unreadable = [&path](int number) {
    return file_problem("F003", path,
                        "the file cannot be read: " + std::generic_category().message(number));
  };
  errno = 0;
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return unreadable(errno);
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), count);
  }
  if (std::ferror(file.get()) != 0) return unreadable(errno);
  return bytes;
}

}  // namespace figcheck
