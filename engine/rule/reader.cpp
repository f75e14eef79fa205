// SPDX-License-Identifier: Apache-2.0
#include "rule/reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace figcheck::rule {
namespace {

const char* describe(const yaml::Node& node) {
  switch (node.type()) {
    case yaml::Type::null:
      return "nothing";
    case yaml::Type::scalar:
      return "a text";
    case yaml::Type::sequence:
      return "a list";
    case yaml::Type::map:
      break;
  }
  return "a map";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

}  // namespace

std::string suggestion(std::string_view name, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(name, known);
  return nearest.empty() ? "" : "did you mean \"" + nearest + "\"?";
}

void Reader::complain(const yaml::Node& node, std::string code, std::string message,
                      std::string hint) {
  diagnostics_.push_back(node.complain(std::move(code), std::move(message), std::move(hint)));
  failed_ = true;
}

void Reader::remark(Level level, const yaml::Node& node, std::string code, std::string message,
                    std::string hint) {
  diagnostics_.push_back(node.complain(std::move(code), std::move(message), std::move(hint)));
  diagnostics_.back().level = level;
}

bool Reader::keys(const yaml::Node& map, const yaml::KeyDocs& keys, const std::string& what) {
  if (!map.is_map()) {
    complain(map, "R003", "expected " + what + " as a map, found " + describe(map));
    return false;
  }
  std::vector<std::string> names;
  names.reserve(keys.size());
  for (const yaml::KeyDoc& key : keys) names.emplace_back(key.name);
  for (std::size_t i = 0; i < map.size(); ++i) {
    const std::string name(map.key(i).text());
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    complain(map.key(i), "R001", fmt::format("unknown key \"{}\" in {}", name, what),
             suggestion(name, names));
  }
  for (const yaml::KeyDoc& key : keys) {
    if (key.required && !map.get(key.name)) {
      complain(map, "R002", what + " needs the key \"" + key.name + "\"");
    }
  }
  return true;
}

std::string Reader::text(const yaml::Node& node) {
  if (!node) return {};
  if (!node.is_scalar()) {
    complain(node, "R003", std::string("expected a text, found ") + describe(node));
    return {};
  }
  std::string out(trimmed(node.text()));
  if (out.empty()) complain(node, "R017", "the text is empty");
  return out;
}

std::string Reader::line(const yaml::Node& node) {
  std::string out = text(node);
  if (out.find('\n') == std::string::npos) return out;
  complain(node, "R018", "the text must be one line");
  return {};
}

std::vector<yaml::Node> Reader::items(const yaml::Node& node, bool or_one) {
  std::vector<yaml::Node> out;
  if (!node) return out;
  if (node.is_sequence()) {
    for (std::size_t i = 0; i < node.size(); ++i) out.push_back(node.at(i));
  } else if (or_one && (node.is_scalar() || node.is_map())) {
    out.push_back(node);
  } else {
    complain(node, "R003", std::string("expected a list, found ") + describe(node));
  }
  return out;
}

expr::Expression Reader::expression(const yaml::Node& node, const expr::Scope& scope,
                                    std::optional<expr::Type> wanted) {
  const std::string source = line(node);
  if (source.empty()) return {};
  std::vector<expr::Mistake> mistakes;
  // The whole scalar, so that offsets count from its first byte.
  expr::Expression out = expr::Expression::compile(node.text(), scope, wanted, mistakes);
  report(node, std::move(mistakes));
  return out;
}

expr::Template Reader::words(const yaml::Node& node, const expr::Scope& scope) {
  const std::string source = line(node);
  if (source.empty()) return {};
  std::vector<expr::Mistake> mistakes;
  // A folded scalar (">") ends in a line break, which is no part of the message.
  const bool plain = node.text() == source;
  expr::Template out = expr::Template::compile(source, scope, mistakes);
  if (!plain) {
    for (expr::Mistake& mistake : mistakes) mistake.offset = 0;
  }
  report(node, std::move(mistakes));
  return out;
}

void Reader::report(const yaml::Node& node, std::vector<expr::Mistake> mistakes) {
  for (expr::Mistake& mistake : mistakes) {
    diagnostics_.push_back(node.complain(std::move(mistake.code), std::move(mistake.message),
                                         std::move(mistake.hint), mistake.offset));
    failed_ = true;
  }
}

}  // namespace figcheck::rule
