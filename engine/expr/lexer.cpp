// SPDX-License-Identifier: Apache-2.0
#include "expr/lexer.h"

#include <array>

namespace figcheck::expr {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What people write who know other languages, and what it is here.
struct Foreign {
  std::string_view written;
  const char* here;
};
constexpr Foreign kForeign[] = {{"==", "="}, {"<>", "!="}, {"&&", "and"}, {"||", "or"},
                                {"=~", "~"}, {"!", "not"}, {"&", "and"},  {"|", "or"}};

constexpr std::array<std::string_view, 4> kLongSymbols = {"<=", ">=", "!=", "!~"};
constexpr std::string_view kSymbols = "()[],.+-*/<>=~";

class Lexer {
 public:
  Lexer(std::string_view source, std::vector<Token>& tokens, std::vector<Mistake>& mistakes)
      : source_(source), tokens_(tokens), mistakes_(mistakes) {}

  bool run() {
    while (true) {
      while (place_ < source_.size() && is_blank(source_[place_])) ++place_;
      if (place_ == source_.size()) break;
      const char c = source_[place_];
      const bool read = is_digit(c)               ? number()
                        : is_name_start(c)        ? name()
                        : (c == '\'' || c == '"') ? text(c)
                                                  : symbol();
      if (!read) return false;
    }
    tokens_.push_back({TokenKind::end, "", source_.size()});
    return true;
  }

 private:
  bool complain(std::string code, std::string message, std::string hint, std::size_t offset) {
    mistakes_.push_back({std::move(code), std::move(message), std::move(hint), offset});
    return false;
  }

  std::string_view rest() const { return source_.substr(place_); }

  bool number() {
    const std::size_t start = place_;
    while (place_ < source_.size() && is_digit(source_[place_])) ++place_;
    if (place_ + 1 < source_.size() && source_[place_] == '.' && is_digit(source_[place_ + 1])) {
      ++place_;
      while (place_ < source_.size() && is_digit(source_[place_])) ++place_;
    }
    const std::string digits(source_.substr(start, place_ - start));
    if (!Decimal::parse(digits)) {
      return complain("E004", "the number has too many digits", "at most 18", start);
    }
    if (place_ < source_.size() && is_name_start(source_[place_])) {
      return complain("E005", "a number is followed by a letter",
                      "a number with a unit is written quantity(5, 'km')", place_);
    }
    std::size_t after = place_;
    while (after < source_.size() && is_blank(source_[after])) ++after;
    const bool percent = after < source_.size() && source_[after] == '%';
    if (percent) place_ = after + 1;
    tokens_.push_back({percent ? TokenKind::percent : TokenKind::number, digits, start});
    return true;
  }

  bool name() {
    const std::size_t start = place_;
    while (place_ < source_.size() && is_name_part(source_[place_])) ++place_;
    tokens_.push_back({TokenKind::name, std::string(source_.substr(start, place_ - start)), start});
    return true;
  }

  bool text(char quote) {
    const std::size_t start = place_;
    const std::size_t end = source_.find(quote, start + 1);
    if (end == std::string_view::npos) {
      return complain("E003", "the text has no closing quote", "", start);
    }
    tokens_.push_back(
        {TokenKind::text, std::string(source_.substr(start + 1, end - start - 1)), start});
    place_ = end + 1;
    return true;
  }

  bool symbol() {
    for (const Foreign& foreign : kForeign) {
      if (!rest().starts_with(foreign.written)) continue;
      if (foreign.written == "!" && (rest().starts_with("!=") || rest().starts_with("!~")))
        continue;
      return complain("E002", "\"" + std::string(foreign.written) + "\" is no operator here",
                      "did you mean \"" + std::string(foreign.here) + "\"?", place_);
    }
    std::size_t size = kSymbols.find(source_[place_]) != std::string_view::npos ? 1 : 0;
    for (const std::string_view symbol : kLongSymbols) {
      if (rest().starts_with(symbol)) size = symbol.size();
    }
    if (size == 0) return unexpected();
    tokens_.push_back({TokenKind::symbol, std::string(rest().substr(0, size)), place_});
    place_ += size;
    return true;
  }

  bool unexpected() {
    // A whole UTF-8 character, so that the message stays valid text.
    std::size_t size = 1;
    while (place_ + size < source_.size() &&
           (static_cast<unsigned char>(source_[place_ + size]) & 0xC0U) == 0x80U) {
      ++size;
    }
    const std::string character(source_.substr(place_, size));
    return complain("E002", "\"" + character + "\" has no meaning here", "", place_);
  }

  std::string_view source_;
  std::vector<Token>& tokens_;
  std::vector<Mistake>& mistakes_;
  std::size_t place_ = 0;
};

}  // namespace

bool tokenize(std::string_view source, std::vector<Token>& tokens, std::vector<Mistake>& mistakes) {
  return Lexer(source, tokens, mistakes).run();
}

}  // namespace figcheck::expr
