// SPDX-License-Identifier: Apache-2.0
#include "expr/value.h"

#include <utility>

#include "expr/context.h"

namespace figcheck::expr {

const char* to_string(Type type) {
  switch (type) {
    case Type::verdict:
      return "verdict";
    case Type::quantity:
      return "quantity";
    case Type::moment:
      return "moment";
    case Type::text:
      return "text";
    case Type::figure:
      return "figure";
    case Type::list:
      return "list";
    case Type::nothing:
      break;
  }
  return "nothing";
}

Quantity Quantity::exactly(const Decimal& value, std::string unit) {
  const Interval point = Interval::exactly(value);
  return {point, point, std::move(unit), value};
}

Value::Value(const Figure* figure) {
  if (figure != nullptr) body = figure;
}

Value::Value(List list) : body(std::make_shared<const List>(std::move(list))) {}

Type Value::type() const {
  static constexpr Type kTypes[] = {Type::nothing, Type::verdict, Type::quantity, Type::moment,
                                    Type::text,    Type::figure,  Type::list};
  return kTypes[body.index()];
}

std::optional<Quantity> Value::quantity() const {
  if (const auto* quantity = std::get_if<Quantity>(&body)) return *quantity;
  if (const auto* figure = std::get_if<const Figure*>(&body)) return quantity_of(**figure);
  return std::nullopt;
}

std::optional<Moment> Value::moment() const {
  if (const auto* moment = std::get_if<Moment>(&body)) return *moment;
  if (const auto* figure = std::get_if<const Figure*>(&body)) return moment_of(**figure);
  return std::nullopt;
}

Verdict Value::verdict() const {
  const auto* verdict = std::get_if<Verdict>(&body);
  return verdict != nullptr ? *verdict : Verdict::cannot_tell;
}

const Figure* Value::figure() const {
  if (const auto* figure = std::get_if<const Figure*>(&body)) return *figure;
  if (const auto* moment = std::get_if<Moment>(&body)) return moment->figure;
  return nullptr;
}

const List* Value::list() const {
  const auto* list = std::get_if<std::shared_ptr<const List>>(&body);
  return list != nullptr ? list->get() : nullptr;
}

std::string Value::to_string() const {
  struct Printer {
    std::string operator()(std::monostate) const { return "nothing"; }
    std::string operator()(Verdict verdict) const { return figcheck::to_string(verdict); }
    std::string operator()(const Quantity& quantity) const {
      std::string out = quantity.interval.to_string();
      if (!(quantity.strict == quantity.interval)) out += " strict " + quantity.strict.to_string();
      return quantity.unit.empty() ? out : out + " " + quantity.unit;
    }
    std::string operator()(const Moment& moment) const {
      const auto part = [](std::optional<int> number) {
        return number ? std::to_string(*number) : std::string("?");
      };
      const Civil& civil = moment.civil;
      std::string out = part(civil.year) + "-" + part(civil.month) + "-" + part(civil.day);
      if (civil.hour) out += "T" + part(civil.hour) + ":" + part(civil.minute);
      return civil.zone.empty() ? out : out + " " + civil.zone;
    }
    std::string operator()(const std::string& text) const { return "'" + text + "'"; }
    std::string operator()(const Figure* figure) const { return "figure \"" + figure->text + "\""; }
    std::string operator()(const std::shared_ptr<const List>& list) const {
      std::string out = "[";
      for (const Value& item : *list) {
        if (out.size() > 1) out += ", ";
        out += item.to_string();
      }
      return out + "]";
    }
  };
  return std::visit(Printer{}, body);
}

std::optional<Quantity> quantity_of(const Figure& figure) {
  // A vague word such as "dozens" has an interval without a number; a date has neither.
  const bool has_interval = figure.interval.low() || figure.interval.high();
  if (!figure.value && !has_interval) return std::nullopt;
  Quantity quantity{figure.interval, figure.strict, figure.unit, std::nullopt};
  if (!figure.range) quantity.nominal = figure.value;
  // Without a unit of its own, one in three would be compared with 33% as 0.33 with 33.
  if (figure.kind == FigureKind::ratio && figure.unit.empty()) quantity.unit = kRatioUnit;
  return quantity;
}

std::optional<Moment> moment_of(const Figure& figure) {
  if (figure.time) return Moment{figure.time->start, &figure};
  if (figure.kind == FigureKind::year && figure.value && figure.value->last_nonzero_place() >= 0) {
    Civil civil;
    civil.year = static_cast<int>(figure.value->rounded(0).to_double());
    return Moment{civil, &figure};
  }
  return std::nullopt;
}

}  // namespace figcheck::expr
