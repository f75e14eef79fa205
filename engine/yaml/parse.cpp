// SPDX-License-Identifier: Apache-2.0
// Tree::parse: what can be refused before yaml-cpp sees it, and after.
#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/text.h"
#include "yaml/block.h"
#include "yaml/body.h"
#include "yaml/events.h"
#include "yaml/position.h"

namespace figcheck::yaml {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Finds a byte that YAML does not allow unescaped. yaml-cpp takes some of them for the end of the
/// text or for a backslash, and drops others.
std::optional<std::size_t> find_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) return i;
    // A carriage return by itself ends a line for YAML and does not for yaml-cpp.
    if (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) return i;
  }
  return std::nullopt;
}

/// Gives the records in the order of a Block and indexes the large maps. Refuses a key that stands
/// twice in one map.
Parts arrange(Events& events, std::string_view source, std::string_view path) {
  Parts parts;
  parts.path = path;
  parts.source = source;
  parts.pool = std::move(events.pool());
  parts.records.reserve(events.records().size() + 1);
  parts.records.push_back(events.root());
  std::optional<Refusal> twice;
  std::vector<std::uint32_t> places;
  for (std::size_t i = 0; i < parts.records.size(); ++i) {
    const Record container = parts.records[i];
    if (!container.container()) continue;
    const auto begin = static_cast<std::uint32_t>(parts.records.size());
    const auto from = events.records().begin() + container.begin;
    parts.records[i].begin = begin;
    parts.records.insert(parts.records.end(), from,
                         from + static_cast<std::ptrdiff_t>(container.children()));
    if (container.type() != Type::map) continue;

    const auto key = [&parts, begin](std::uint32_t place) -> const Record& {
      return parts.records[begin + 2 * std::size_t{place}];
    };
    places.resize(container.size());
    for (std::uint32_t place = 0; place < container.size(); ++place) places[place] = place;
    std::sort(places.begin(), places.end(), [&parts, &key](std::uint32_t a, std::uint32_t b) {
      const int compared = parts.text(key(a)).compare(parts.text(key(b)));
      return compared != 0 ? compared < 0 : a < b;
    });
    for (std::size_t n = 1; n < places.size(); ++n) {
      const Record& first = key(places[n - 1]);
      const Record& again = key(places[n]);
      if (parts.text(first) != parts.text(again)) continue;
      if (twice && twice->offset <= again.offset) continue;
      twice = Refusal{again.offset, "Y002",
                      fmt::format("the key \"{}\" stands twice in one map", parts.text(again)),
                      fmt::format("it stands first in line {}", first.line)};
    }
    if (container.size() > kUnindexed) {
      parts.indexes.push_back(
          {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(parts.order.size())});
      parts.order.insert(parts.order.end(), places.begin(), places.end());
    }
  }
  if (twice) throw *twice;
  return parts;
}

}  // namespace

Result<std::shared_ptr<const Tree>> Tree::parse(std::string_view text, std::string path) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  if (text.size() > kMaxBytes) {
    Diagnostic too_large;
    too_large.code = "Y005";
    too_large.file = std::move(path);
    too_large.message = "the file is larger than 64 MB";
    return too_large;
  }
  if (const auto invalid = find_invalid_utf8(text)) {
    return diagnose(text, std::move(path), *invalid, "D001", "not valid UTF-8", "");
  }
  if (const auto control = find_control(text)) {
    const auto byte = static_cast<unsigned char>(text[*control]);
    return diagnose(text, std::move(path), *control, "Y001",
                    fmt::format("not valid YAML: control character U+{:04X}", byte), "");
  }

  Events events(text);
  const auto refuse = [&text, &path](Refusal refusal) {
    return diagnose(text, std::move(path), refusal.offset, std::move(refusal.code),
                    std::move(refusal.message), std::move(refusal.hint));
  };
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
    return Tree::adopt(encode(arrange(events, text, path)));
  } catch (Refusal& refusal) {
    return refuse(std::move(refusal));
  } catch (const YAML::Exception& broken) {
    return refuse(events.explain(broken));
  }
}

}  // namespace figcheck::yaml
