// SPDX-License-Identifier: Apache-2.0
#include "extract/token.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/text.h"

namespace figcheck::extract {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The right single quotation mark, which also is the apostrophe.
constexpr std::string_view kRightQuote = "\xE2\x80\x99";

/// Whether a byte that is no letter, digit or white space always is a mark by itself.
bool is_lone_mark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c != '-' && c != '.' && c != '\'';
}

struct Cutter {
  std::string_view text;
  std::size_t end;
  std::vector<Token>& tokens;
  Numbers& numbers;
  std::size_t at;
  std::size_t last_end = static_cast<std::size_t>(-1);

  char look(std::size_t ahead = 0) const { return at + ahead < end ? text[at + ahead] : '\0'; }
  char peek(std::size_t where) const { return where < end ? text[where] : '\0'; }

  void push(const Token& made) {
    Token& token = tokens.emplace_back(made);
    token.glued = token.span.start == last_end;
    last_end = token.span.end;
    at = token.span.end;
  }

  void push_number(const Number& number, const Span& span) {
    Token token;
    token.kind = TokenKind::number;
    token.span = span;
    token.number = numbers.add(number);
    push(token);
  }

  void push_identifier(const Span& span) {
    Token token;
    token.kind = TokenKind::identifier;
    token.span = span;
    push(token);
  }

  /// Whether a word of ASCII letters, more than one of them, ends before what stands at `where`,
  /// whatever comes behind.
  bool ends_word(std::size_t where) const {
    if (where >= end) return true;
    const char c = text[where];
    if (c == ' ' || c == ',' || c == '.' || c == '\n') return true;
    if (c == '-') return !is_digit(peek(where + 1));
    return c == ';' || c == ')' || c == '"' || c == '?' || c == '!';
  }

  /// Takes a word of ASCII letters and nothing else, as most tokens are. False where anything else
  /// stands there, or might.
  bool plain_word() {
    WordKey key;
    const std::size_t letters = read_letters(text, at, key);
    const std::size_t stop = at + letters;
    if (stop > end || !ends_word(stop)) return false;
    if (letters == 1 && peek(stop) == '.') return false;
    Token& token = tokens.emplace_back();
    token.kind = TokenKind::word;
    token.span = {at, stop};
    token.key = key;
    token.glued = at == last_end;
    token.capital = is_capital(text[at]);
    last_end = at = stop;
    return true;
  }

  std::size_t digits_from(std::size_t where) const {
    std::size_t i = where;
    while (i < end && is_digit(text[i])) ++i;
    return i - where;
  }

  bool letter_at(std::size_t where, std::size_t& next) const {
    if (where >= end) return false;
    const char c = text[where];
    if (is_ascii_letter(c)) {
      next = where + 1;
      return true;
    }
    if (static_cast<unsigned char>(c) < 0x80) return false;
    std::size_t after = where;
    if (!is_letter(next_code_point(text, after))) return false;
    next = after;
    return true;
  }

  /// The length of an apostrophe at `where`, or 0.
  std::size_t apostrophe_at(std::size_t where) const {
    const char c = peek(where);
    if (c == '\'') return 1;
    if (c != kRightQuote[0]) return 0;
    return text.substr(where, std::min<std::size_t>(3, end - where)) == kRightQuote ? 3 : 0;
  }

  /// A group separator at `where` followed by digits: the bytes of the separator, or 0.
  std::size_t group_separator(std::size_t where) const {
    if (peek(where) == ',') return 1;
    // No-break, narrow no-break and thin space: 30 000.
    if (text.substr(where, 2) == "\xC2\xA0") return 2;
    const std::string_view three = text.substr(where, 3);
    return three == "\xE2\x80\xAF" || three == "\xE2\x80\x89" ? 3 : 0;
  }

  std::int16_t part(std::size_t from, std::size_t count) const {
    if (count == 0 || count > 4) return -1;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[from + i] - '0');
    return static_cast<std::int16_t>(value);
  }

  /// Cuts parts separated by `mark`, such as 13:00 or 20/9/2023. Returns how many there are.
  int cut_parts(char mark, std::size_t start, Number& number, std::size_t& stop) const {
    std::size_t i = start;
    int count = 0;
    while (count < 3) {
      const std::size_t n = digits_from(i);
      if (n == 0 || n > 4) break;
      number.parts[count++] = part(i, n);
      stop = i + n;
      if (peek(stop) != mark || !is_digit(peek(stop + 1))) break;
      i = stop + 1;
    }
    return count;
  }

  /// The code points that are fractions: the value is a numerator and a denominator, or zeros.
  static std::pair<int, int> fraction_of(char32_t code) {
    switch (code) {
      case 0xBC:
        return {1, 4};
      case 0xBD:
        return {1, 2};
      case 0xBE:
        return {3, 4};
      case 0x2153:
        return {1, 3};
      case 0x2154:
        return {2, 3};
      case 0x2155:
        return {1, 5};
      case 0x2156:
        return {2, 5};
      case 0x2157:
        return {3, 5};
      case 0x2158:
        return {4, 5};
      case 0x2159:
        return {1, 6};
      case 0x215A:
        return {5, 6};
      case 0x215B:
        return {1, 8};
      case 0x215C:
        return {3, 8};
      case 0x215D:
        return {5, 8};
      case 0x215E:
        return {7, 8};
      default:
        return {0, 0};
    }
  }

  bool fraction(char32_t code, std::size_t after) {
    const auto [top, bottom] = fraction_of(code);
    if (bottom == 0) return false;
    Number number;
    number.shape = Shape::slash_pair;
    number.parts[0] = static_cast<std::int16_t>(top);
    number.parts[1] = static_cast<std::int16_t>(bottom);
    push_number(number, {at, after});
    return true;
  }

  /// The minus sign or hyphen of "-36" at `where`: its length when digits follow at once and
  /// nothing that it could join stands before it; else 0.
  std::size_t minus_at(std::size_t where) const {
    std::size_t width = 0;
    if (peek(where) == '-') width = 1;
    const std::string_view three = text.substr(where, std::min<std::size_t>(3, end - where));
    if (three == "\xE2\x88\x92" || three == "\xE2\x80\x93") width = 3;
    const std::size_t next = where + width;
    if (width == 0 || !(is_digit(peek(next)) || (peek(next) == '.' && is_digit(peek(next + 1)))))
      return 0;
    if (tokens.empty() || where == 0) return width;
    const Token& before = tokens.back();
    const char previous = text[where - 1];
    if (previous == '(' || previous == '"' || previous == '$') return width;
    const bool spaced = previous == ' ' || previous == '\n' || previous == '\t';
    return spaced && before.kind != TokenKind::number ? width : 0;
  }

  void take_number(std::size_t sign = 0) {
    const std::size_t start = at + sign;
    Number number;
    const std::size_t first = digits_from(start);
    std::size_t stop = start + first;
    std::string digits(text.substr(start, first));
    number.shape = Shape::integer;
    number.digits = static_cast<std::uint8_t>(std::min<std::size_t>(first, 255));

    // 2023-09-20
    if (first == 4 && peek(stop) == '-' && digits_from(stop + 1) == 2 && peek(stop + 3) == '-' &&
        digits_from(stop + 4) == 2) {
      cut_parts('-', start, number, stop);
      number.shape = Shape::iso_date;
    } else if (peek(stop) == '/' && is_digit(peek(stop + 1))) {
      const int parts = cut_parts('/', start, number, stop);
      number.shape = parts == 3 ? Shape::slash_date : Shape::slash_pair;
    } else if (peek(stop) == ':' && is_digit(peek(stop + 1))) {
      const int parts = cut_parts(':', start, number, stop);
      number.shape = parts == 3 ? Shape::colon_triple : Shape::colon_pair;
      if (peek(stop) == '.' && is_digit(peek(stop + 1))) stop += 1 + digits_from(stop + 1);
    } else {
      // Groups of three, or of two before a last group of three as in 12,34,567.
      std::size_t i = stop;
      std::string grouped = digits;
      bool any = false;
      while (first <= 3) {
        const std::size_t width = group_separator(i);
        if (width == 0) break;
        const std::size_t n = digits_from(i + width);
        const bool indian = n == 2 && group_separator(i + width + 2) == width && first <= 2;
        if (n != 3 && !indian) break;
        grouped += text.substr(i + width, n);
        i += width + n;
        any = true;
      }
      if (any) {
        stop = i;
        digits = grouped;
        number.shape = Shape::grouped;
      }
      if (peek(stop) == '.' && is_digit(peek(stop + 1))) {
        const std::size_t fraction = digits_from(stop + 1);
        const std::size_t after = stop + 1 + fraction;
        if (peek(after) == '.' && is_digit(peek(after + 1))) {
          std::size_t last = after;
          const int parts = cut_parts('.', start, number, last);
          if (parts == 3 && number.parts[2] > 99 &&
              !(peek(last) == '.' && is_digit(peek(last + 1)))) {
            number.shape = Shape::dotted_date;
            stop = last;
          } else {
            // 13.00.1, 192.168.1.2: no number at all.
            while (is_digit(peek(last)) || (peek(last) == '.' && is_digit(peek(last + 1)))) ++last;
            push_identifier({at, last});
            return;
          }
        } else {
          digits += text.substr(stop, 1 + fraction);
          number.shape = Shape::decimal;
          if (!any) {
            number.parts[0] = part(start, first);
            number.parts[1] = fraction == 2 ? part(stop + 1, 2) : std::int16_t{-1};
          }
          stop = after;
        }
      }
    }
    // 4x4, 7e7
    if (number.shape == Shape::integer && (peek(stop) == 'x' || peek(stop) == 'e') &&
        is_digit(peek(stop + 1))) {
      ++stop;
      while (is_digit(peek(stop)) || is_ascii_letter(peek(stop))) ++stop;
      push_identifier({at, stop});
      return;
    }
    const auto value = Decimal::parse(digits);
    if (!value) {
      push_identifier({at, stop});
      return;
    }
    number.value = sign > 0 ? value->negated() : *value;
    if (number.shape == Shape::decimal) {
      number.place = -value->decimals();
    } else if (number.shape == Shape::integer || number.shape == Shape::grouped) {
      number.place = value->last_nonzero_place();
    }
    push_number(number, {at, stop});
  }

  /// Whether the letters at [from, to) and the digits behind them are one name: MH370, A380, F-16.
  bool digits_belong(std::size_t from, std::size_t to) const {
    if (is_digit(peek(to))) return true;
    return peek(to) == '-' && is_digit(peek(to + 1)) && to - from <= 4 &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                       text.begin() + static_cast<std::ptrdiff_t>(to), is_capital);
  }

  void word() {
    const std::size_t start = at;
    Token token;
    token.kind = TokenKind::word;
    std::size_t first_end = start;
    const char32_t first = next_code_point(text, first_end);
    token.capital = is_capital(text[start]) || (first >= 0xC0 && first <= 0xDE);
    std::size_t i = start;
    while (i < end && is_ascii_letter(text[i])) ++i;
    std::size_t next = i;
    while (letter_at(i, next)) i = next;
    // p.m., U.S., e.g.: single letters with a stop each.
    if (i - start == 1 && peek(i) == '.' && is_ascii_letter(peek(i + 1)) && peek(i + 2) == '.') {
      while (is_ascii_letter(peek(i + 1)) && peek(i) == '.' && !is_ascii_letter(peek(i + 2)))
        i += 2;
      if (peek(i) == '.') ++i;
    } else if (i - start == 1 && peek(i) == '.' && is_ascii_letter(peek(i + 1)) &&
               !is_ascii_letter(peek(i + 2))) {
      i += 2;  // "p.m" with the last stop left out.
    } else {
      // o'clock, l'Aquila, but not the possessive of Tuesday's.
      for (;;) {
        const std::size_t width = apostrophe_at(i);
        if (width == 0 || !letter_at(i + width, next)) break;
        std::size_t stop = i + width;
        while (letter_at(stop, next)) stop = next;
        if (stop - (i + width) == 1 && (text[i + width] == 's' || text[i + width] == 'S')) break;
        i = stop;
      }
    }
    token.span = {start, i};
    WordKey key;
    if (read_letters(text, start, key) == i - start) token.key = key;
    // An address on the web is one word, whatever digits it has.
    if (peek(i) == ':' && peek(i + 1) == '/' && peek(i + 2) == '/') {
      while (i<end&& static_cast<unsigned char>(text[i])> ' ') ++i;
      token.kind = TokenKind::identifier;
      token.span = {start, i};
      push(token);
      return;
    }
    if (digits_belong(start, i)) {
      // Left to the vocabulary: RM50 and EUR20 are money. The digits follow as a glued number.
      std::size_t stop = i;
      const std::size_t figures = digits_from(stop);
      while (is_digit(peek(stop)) || is_ascii_letter(peek(stop)) ||
             (peek(stop) == '-' && is_digit(peek(stop + 1)))) {
        ++stop;
      }
      // CHF3.04, EUR2,000
      while (figures > 0 && stop >= i + figures && (peek(stop) == '.' || peek(stop) == ',') &&
             is_digit(peek(stop + 1)) && is_digit(peek(stop - 1)) &&
             (peek(stop) == '.' || digits_from(stop + 1) == 3)) {
        stop += 1 + digits_from(stop + 1);
      }
      token.kind = TokenKind::identifier;
      token.letters = static_cast<std::uint8_t>(std::min<std::size_t>(i - start, 255));
      token.span = {start, stop};
    }
    push(token);
  }

  void run() {
    while (at < end) {
      const char c = text[at];
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        ++at;
        continue;
      }
      if (is_ascii_letter(c)) {
        if (plain_word()) continue;
        word();
        continue;
      }
      if (is_digit(c)) {
        take_number();
        continue;
      }
      if (is_lone_mark(c)) {
        Token token;
        token.span = {at, at + 1};
        push(token);
        continue;
      }
      if (const std::size_t sign = minus_at(at); sign > 0) {
        take_number(sign);
        continue;
      }
      // .77
      if (c == '.' && is_digit(look(1)) &&
          (last_end != at || (!tokens.empty() && tokens.back().kind == TokenKind::mark))) {
        take_number();
        continue;
      }
      std::size_t next = at;
      if (letter_at(at, next)) {
        word();
        continue;
      }
      // The possessive: 's is a token by itself.
      const std::size_t width = apostrophe_at(at);
      if (width > 0 && (peek(at + width) == 's') && !letter_at(at + width + 1, next) &&
          last_end == at) {
        Token token;
        token.kind = TokenKind::word;
        token.span = {at, at + width + 1};
        token.key = key_of(text.substr(at, width + 1));
        push(token);
        continue;
      }
      std::size_t after = at;
      const char32_t code = next_code_point(text.substr(0, end), after);
      if (code >= 0x80 && fraction(code, after)) continue;
      if (code >= 0x80 && is_space(code)) {
        at = after;
        continue;
      }
      Token token;
      token.span = {at, after};
      // "--" is a long dash and "..." one mark.
      while (token.span.end < end && text[token.span.end] == c && (c == '-' || c == '.')) {
        ++token.span.end;
      }
      push(token);
    }
  }
};

}  // namespace

void tokenize(std::string_view text, const Span& span, Tokens& tokens) {
  Cutter cutter{text, std::min(span.end, text.size()), tokens.list, tokens.numbers, span.start};
  cutter.run();
}

std::string_view folded_mark(std::string_view mark) {
  if (mark.size() == 1) return mark;
  // Hyphens, figure dash, en dash and minus.
  if (mark == "\xE2\x80\x90" || mark == "\xE2\x80\x91" || mark == "\xE2\x80\x92" ||
      mark == "\xE2\x80\x93" || mark == "\xE2\x88\x92") {
    return "-";
  }
  if (mark == "\xE2\x80\x94" || mark == "\xE2\x80\x95" || mark.substr(0, 2) == "--")
    return "\xE2\x80\x94";
  if (mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x9E" ||
      mark == "\xC2\xAB" || mark == "\xC2\xBB") {
    return "\"";
  }
  if (mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99") return "'";
  return mark;
}

}  // namespace figcheck::extract
