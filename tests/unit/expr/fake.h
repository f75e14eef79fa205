// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/context.h"
#include "expr/expression.h"
#include "expr/template.h"
#include "figcheck/claim.h"
#include "figcheck/figure.h"
#include "model/claim_kind.h"

// A small article's figures, made by hand, and a context that answers as told.
namespace figcheck::expr {

class FakeUnits : public Units {
 public:
  std::string specification(std::string_view unit) const override {
    const auto found = specifications.find(unit);
    return found != specifications.end() ? found->second : "";
  }
  bool known(std::string_view unit) const override {
    return specifications.count(unit) > 0 || unit == "USD" || unit == "EUR" || unit == "%" ||
           unit == "points";
  }
  std::string with_unit(std::string_view number, std::string_view unit, bool one) const override {
    const std::string digits(number);
    if (unit == "%") return digits + "%";
    if (unit == "USD") return "$" + digits;
    return digits + " " + std::string(unit) + (one ? "" : "s");
  }

  std::map<std::string, std::string, std::less<>> specifications = {
      {"km", "km"},  {"mile", "mile"}, {"kg", "kg"},     {"day", "day"},
      {"hour", "h"}, {"year", "year"}, {"degC", "degC"}, {"degF", "degF"}};
};

class FakeContext : public Context {
 public:
  const Units& units() const override { return known_units; }
  const Document& document_of(const Figure&) const override { return document; }
  std::optional<Civil> article_date() const override { return date; }
  Verdict kin(const Figure& part, const Figure& whole) const override {
    return part.subject.noun_class == whole.subject.noun_class ? Verdict::holds
                                                               : Verdict::cannot_tell;
  }
  Verdict same_subject(const Figure& a, const Figure& b) const override {
    return a.subject.head == b.subject.head ? Verdict::holds : Verdict::fails;
  }
  Verdict same_event(const Figure& a, const Figure& b) const override {
    return a.subject.event == b.subject.event ? Verdict::holds : Verdict::fails;
  }
  std::string name_of(std::string_view table, std::string_view key) const override {
    static const std::map<std::string, std::string, std::less<>> kNames = {
        {"weekday 3", "Wednesday"}, {"weekday 6", "Saturday"}, {"month 9", "September"},
        {"show about", "about"},    {"show range", " to "},    {"show unknown", "?"}};
    const auto found = kNames.find(std::string(table) + " " + std::string(key));
    return found != kNames.end() ? found->second : "";
  }

  FakeUnits known_units;
  Document document;
  std::optional<Civil> date;
};

inline Decimal decimal(std::string_view text) { return Decimal::parse(text).value_or(Decimal()); }

/// "2,261 children", exactly: digits as written and the value that they stand for.
inline Figure figure(FigureKind kind, std::string text, std::string_view value,
                     std::string unit = "") {
  Figure out;
  out.kind = kind;
  out.text = std::move(text);
  out.value = decimal(value);
  out.strict = Interval::exactly(*out.value);
  out.interval = out.strict;
  out.place = out.value->exponent();
  out.unit = std::move(unit);
  return out;
}

inline Figure count(std::string text, std::string_view value) {
  return figure(FigureKind::count, std::move(text), value);
}

/// A figure that allows every number that rounds to it at 10^place.
inline Figure rounded(Figure figure, int place) {
  figure.interval = Interval::rounding_to(*figure.value, place);
  figure.place = place;
  return figure;
}

inline Figure moment(FigureKind kind, std::string text, const Civil& civil) {
  Figure out;
  out.kind = kind;
  out.text = std::move(text);
  out.time = TimeValue{civil, std::nullopt, Grain::day, ""};
  return out;
}

inline Civil date(int year, int month, int day) {
  Civil civil;
  civil.year = year;
  civil.month = month;
  civil.day = day;
  return civil;
}

inline Civil clock(int hour, int minute, std::string zone = "") {
  Civil civil;
  civil.hour = hour;
  civil.minute = minute;
  civil.zone = std::move(zone);
  return civil;
}

/// A claim with its figures; their places in the text are given as if they stood one after another.
class Scene {
 public:
  Scene() { kind.name = "test-claim"; }

  Scene& role(const std::string& name, std::vector<FigureKind> kinds, std::vector<Figure> members,
              bool several = false) {
    kind.roles.push_back({name, std::move(kinds), several});
    RoleFigures role{name, {}};
    for (Figure& member : members) {
      Document& document = context.document;
      const std::size_t start = document.text.size();
      document.text += member.text + " ";
      document.source_text = document.text;
      member.span = member.text_span = {start, start + member.text.size()};
      role.figures.push_back(static_cast<std::uint32_t>(figures.size()));
      figures.push_back(std::move(member));
    }
    if (!role.figures.empty()) claim.roles.push_back(std::move(role));
    return *this;
  }

  Scene& word(const std::string& name, const std::string& value) {
    kind.words.push_back(name);
    if (!value.empty()) claim.words.emplace_back(name, value);
    return *this;
  }

  Scope scope() const {
    static const FunctionTable kFunctions = FunctionTable::core();
    return {&kind, &kFunctions, &context.known_units, {}};
  }

  /// The printed value, or the mistakes, one a line.
  std::string value(std::string_view source) const {
    std::vector<Mistake> mistakes;
    const Expression expression = Expression::compile(source, scope(), std::nullopt, mistakes);
    if (!expression) return print(mistakes);
    Environment environment(context, kind, claim, figures);
    return expression.evaluate(environment).to_string();
  }

  std::string tree(std::string_view source) const {
    std::vector<Mistake> mistakes;
    const Expression expression = Expression::compile(source, scope(), std::nullopt, mistakes);
    return expression ? expression.to_string() : print(mistakes);
  }

  std::string mistakes(std::string_view source, std::optional<Type> wanted = std::nullopt) const {
    std::vector<Mistake> found;
    const bool compiled = static_cast<bool>(Expression::compile(source, scope(), wanted, found));
    return compiled ? "none" : print(found);
  }

  /// The rendered template, or its mistakes.
  std::string words(std::string_view source) const {
    std::vector<Mistake> mistakes;
    const Template compiled = Template::compile(source, scope(), mistakes);
    if (!mistakes.empty()) return print(mistakes);
    Environment environment(context, kind, claim, figures);
    return compiled.render_all(environment);
  }

  /// "10 E010 unknown name "x" = did you mean "y"?", one a line, with columns from 1.
  static std::string print(const std::vector<Mistake>& mistakes) {
    std::string out;
    for (const Mistake& mistake : mistakes) {
      if (!out.empty()) out += "\n";
      out += std::to_string(mistake.offset + 1) + " " + mistake.code + " " + mistake.message;
      if (!mistake.hint.empty()) out += " = " + mistake.hint;
    }
    return out;
  }

  FakeContext context;
  ClaimKind kind;
  Claim claim{"test-claim", "", {}, {}, 0, {}};
  std::vector<Figure> figures;
};

}  // namespace figcheck::expr
