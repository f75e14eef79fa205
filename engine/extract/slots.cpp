// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/build.h"

namespace figcheck::extract {

Slots::Slots(std::string_view text, const std::vector<Item>& items, const Phrase& phrase,
             const pattern::Pattern& pattern, const pattern::Match& match)
    : text_(text), items_(items), phrase_(phrase), pattern_(pattern), match_(match) {}

const Item* Slots::item(std::string_view name) const {
  const auto& captures = pattern_.captures();
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (captures[i].name == name && match_.captures[i].first != pattern::Match::npos) {
      return &items_[match_.captures[i].first];
    }
  }
  return nullptr;
}

std::string Slots::value(std::string_view name) const {
  const auto said = phrase_.with.find(std::string(name));
  if (said != phrase_.with.end()) return said->second;
  // The word may be in several groups; its value is the one in the group that the pattern asked
  // for.
  const auto& captures = pattern_.captures();
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (captures[i].name != name || match_.captures[i].first == pattern::Match::npos) continue;
    const Item& found = items_[match_.captures[i].first];
    if (found.word == nullptr) continue;
    for (const Sense& sense : found.word->senses) {
      const auto& asked = captures[i].classes;
      if (sense.holds(found.capital) &&
          std::find(asked.begin(), asked.end(), sense.group) != asked.end()) {
        return sense.value;
      }
    }
  }
  return {};
}

std::optional<int> Slots::whole(std::string_view name) const {
  const std::string text = value(name);
  if (!text.empty()) {
    const auto parsed = Decimal::parse(text);
    if (parsed && parsed->decimals() == 0 && parsed->absolute() <= Decimal(100000)) {
      return static_cast<int>(parsed->to_double());
    }
  }
  const Number* found = number(name);
  if (found == nullptr || found->value.absolute() > Decimal(100000)) return std::nullopt;
  return static_cast<int>(found->value.to_double());
}

const Number* Slots::number(std::string_view name) const {
  const Item* found = item(name);
  return found != nullptr && found->is_number() ? found->number : nullptr;
}

Span Slots::span(std::string_view name) const {
  const auto& captures = pattern_.captures();
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (captures[i].name == name && match_.captures[i].first != pattern::Match::npos) {
      return {items_[match_.captures[i].first].span.start,
              items_[match_.captures[i].second - 1].span.end};
    }
  }
  return {};
}

std::string_view Slots::words(std::string_view name) const {
  const Span where = span(name);
  return text_.substr(where.start, where.size());
}

}  // namespace figcheck::extract
