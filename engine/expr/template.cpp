// SPDX-License-Identifier: Apache-2.0
#include "expr/template.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "expr/show.h"

namespace figcheck::expr {
namespace {

/// Where a hole's expression ends: at its ':' or '}', outside quotes. npos when it is never closed.
struct HoleEnds {
  std::size_t expression = std::string_view::npos;
  std::size_t hole = std::string_view::npos;
};

HoleEnds find_ends(std::string_view source, std::size_t start) {
  HoleEnds ends;
  char quote = '\0';
  for (std::size_t i = start; i < source.size(); ++i) {
    const char c = source[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == ':' && ends.expression == std::string_view::npos) {
      ends.expression = i;
    } else if (c == '}') {
      ends.hole = i;
      if (ends.expression == std::string_view::npos) ends.expression = i;
      return ends;
    }
  }
  return ends;
}

void check_format(const std::string& format, const Expression& expression, std::size_t offset,
                  std::vector<Mistake>& mistakes) {
  if (!is_format(format)) {
    const std::string nearest = nearest_name(format, formats());
    mistakes.push_back({"E021", "unknown format \"" + format + "\"",
                        nearest.empty()
                            ? "formats are 0 to 9, percent, plain, range, time, date, weekday, iso"
                            : "did you mean \"" + nearest + "\"?",
                        offset});
    return;
  }
  const Type wanted = format_type(format);
  if (wanted == Type::nothing || !expression) return;
  const StaticType& have = expression.type();
  const Type type = have.type == Type::list ? have.element : have.type;
  if (type == wanted || type == Type::figure || type == Type::nothing) return;
  mistakes.push_back({"E022",
                      "the format \"" + format + "\" is for a " + to_string(wanted) +
                          ", but the expression gives a " + to_string(type),
                      "", offset});
}

}  // namespace

Template Template::compile(std::string_view source, const Scope& scope,
                           std::vector<Mistake>& mistakes) {
  Template out;
  out.source_ = std::string(source);
  std::string words;
  std::size_t i = 0;
  while (i < source.size()) {
    const char c = source[i];
    const bool doubled = i + 1 < source.size() && source[i + 1] == c;
    if ((c == '{' || c == '}') && doubled) {
      words += c;
      i += 2;
      continue;
    }
    if (c == '}') {
      mistakes.push_back(
          {"E020", "a \"}\" closes nothing", "a brace in the text is written twice", i});
      return out;
    }
    if (c != '{') {
      words += c;
      ++i;
      continue;
    }
    const HoleEnds ends = find_ends(source, i + 1);
    if (ends.hole == std::string_view::npos) {
      mistakes.push_back(
          {"E020", "the \"{\" is not closed", "a brace in the text is written twice", i});
      return out;
    }
    std::vector<Mistake> found;
    Hole hole;
    hole.expression = Expression::compile(source.substr(i + 1, ends.expression - i - 1), scope,
                                          std::nullopt, found);
    for (Mistake& mistake : found) mistake.offset += i + 1;
    if (ends.expression < ends.hole) {
      hole.format =
          std::string(source.substr(ends.expression + 1, ends.hole - ends.expression - 1));
      check_format(hole.format, hole.expression, ends.expression + 1, found);
    }
    mistakes.insert(mistakes.end(), found.begin(), found.end());
    if (hole.expression) {
      for (const std::size_t role : hole.expression.roles()) {
        if (std::find(out.roles_.begin(), out.roles_.end(), role) == out.roles_.end()) {
          out.roles_.push_back(role);
        }
      }
      out.lets_.insert(hole.expression.lets().begin(), hole.expression.lets().end());
      if (!words.empty()) out.parts_.emplace_back(std::exchange(words, {}));
      out.parts_.emplace_back(std::move(hole));
    }
    i = ends.hole + 1;
  }
  if (!words.empty()) out.parts_.emplace_back(std::move(words));
  return out;
}

std::string Template::render_with(Environment& environment, bool& complete) const {
  std::string out;
  for (const auto& part : parts_) {
    if (const auto* words = std::get_if<std::string>(&part)) {
      out += *words;
      continue;
    }
    const Hole& hole = std::get<Hole>(part);
    const std::optional<std::string> shown =
        show(hole.expression.evaluate(environment), hole.format, environment.context());
    if (shown) {
      out += *shown;
      continue;
    }
    complete = false;
    const std::string unknown = environment.context().name_of("show", "unknown");
    out += unknown.empty() ? "?" : unknown;
  }
  return out;
}

std::optional<std::string> Template::render(Environment& environment) const {
  bool complete = true;
  std::string out = render_with(environment, complete);
  if (!complete) return std::nullopt;
  return out;
}

std::string Template::render_all(Environment& environment) const {
  bool complete = true;
  return render_with(environment, complete);
}

}  // namespace figcheck::expr
