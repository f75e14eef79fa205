// SPDX-License-Identifier: Apache-2.0
#include "project/pattern_words.h"

#include <cctype>

namespace figcheck::project {
namespace {

/// The words that a part of a pattern may begin and end with, and whether it may be empty. What is
/// no literal word (a slot, a group) stands in neither set.
struct Part {
  std::set<std::string> first;
  std::set<std::string> last;
  bool empty = false;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  PatternWords read() {
    choice();
    return std::move(out_);
  }

 private:
  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  void skip_space() {
    while (at(' ') || at('\n') || at('\t')) ++at_;
  }

  Part choice() {
    Part all = sequence();
    while (at('|')) {
      ++at_;
      Part next = sequence();
      all.first.merge(next.first);
      all.last.merge(next.last);
      all.empty = all.empty || next.empty;
    }
    return all;
  }

  Part sequence() {
    Part all;
    all.empty = true;
    for (skip_space(); at_ < text_.size() && !at('|') && !at(')'); skip_space())
      append(all, item());
    return all;
  }

  void append(Part& all, Part next) {
    for (const std::string& left : all.last) {
      for (const std::string& right : next.first) {
        out_.neighbours.emplace(left, right);
      }
    }
    if (all.empty) all.first.insert(next.first.begin(), next.first.end());
    if (!next.empty) all.last.clear();
    all.last.insert(next.last.begin(), next.last.end());
    all.empty = all.empty && next.empty;
  }

  Part item() {
    Part part = atom();
    if (at('?') || at('*') || at('+')) {
      if (!at('?')) {
        Part once = part;
        append(part, std::move(once));
      }
      part.empty = part.empty || !at('+');
      ++at_;
    }
    return part;
  }

  std::string name() {
    const std::size_t start = at_;
    while (at_ < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[at_])) || at('-') || at('_'))) {
      ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  /// Takes what stands up to `close`, and the classes behind the first of `marks`.
  void classes_up_to(char close, bool named) {
    ++at_;
    if (named) {
      name();
      if (!at(':')) {
        while (at_ < text_.size() && !at(close)) ++at_;
        ++at_;
        return;
      }
      ++at_;
    }
    while (at_ < text_.size() && !at(close)) {
      out_.groups.insert(name());
      if (at('|')) ++at_;
    }
    ++at_;
  }

  Part atom() {
    const char c = text_[at_];
    if (c == '(') {
      ++at_;
      Part inner = choice();
      if (at(')')) ++at_;
      return inner;
    }
    if (c == '{') return classes_up_to('}', true), Part{};
    if (c == '<') return classes_up_to('>', false), Part{};
    if (c == '@') {
      ++at_;
      out_.groups.insert(name());
      if (at(':')) {
        ++at_;
        name();
      }
      return {};
    }
    if (c == '_' || c == '^' || c == '$') {
      ++at_;
      return {};
    }
    if (text_.substr(at_, 3) == "///" || text_.substr(at_, 2) == "##") {
      at_ += text_[at_] == '/' ? 3U : 2U;
      Part far;
      far.empty = false;
      return far;
    }
    if (text_.substr(at_, 3) == "...") {
      at_ += text_.substr(at_, 4) == "...." ? 4U : 3U;
      while (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_]))) ++at_;
      Part gap;
      gap.empty = true;
      return gap;
    }
    std::string word;
    if (c == '\\' && at_ + 1 < text_.size()) {
      word = text_[at_ + 1];
      at_ += 2;
    } else if (is_word_byte(c)) {
      while (at_ < text_.size() && (is_word_byte(text_[at_]) || at('.'))) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(text_[at_++])));
      }
    } else {
      word = c;
      ++at_;
    }
    return {{word}, {word}, false};
  }

  static bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) || c == '\'';
  }

  std::string_view text_;
  std::size_t at_ = 0;
  PatternWords out_;
};

}  // namespace

PatternWords words_of_pattern(std::string_view pattern) { return Reader(pattern).read(); }

}  // namespace figcheck::project
