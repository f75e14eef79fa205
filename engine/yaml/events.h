// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <yaml-cpp/eventhandler.h>

#include "yaml/block.h"

namespace YAML {
class Exception;
struct Mark;
}  // namespace YAML

namespace figcheck::yaml {

/// Why a text is not taken, thrown through yaml-cpp's parser and caught in Tree::parse.
struct Refusal {
  std::size_t offset = 0;
  std::string code;
  std::string message;
  std::string hint;
};

/// Collects the records of one document from yaml-cpp's events, and refuses with a Refusal what
/// this engine does not take or what yaml-cpp lets pass although YAML does not allow it.
class Events final : public YAML::EventHandler {
 public:
  explicit Events(std::string_view source);

  /// The root; its children, and theirs, are runs in records(). A null when there was no document.
  Record root() const;
  const std::vector<Record>& records() const { return records_; }
  std::string& pool() { return pool_; }

  /// Returns yaml-cpp's complaint with what is probably behind it.
  Refusal explain(const YAML::Exception& broken) const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  /// A container whose end has not come yet.
  struct Open {
    Record record;
    std::size_t first = 0;  ///< Its first child in pending_.
    bool flow = false;
    bool key_next(std::size_t pending) const {
      return record.type() == Type::map && (pending - first) % 2 == 0;
    }
  };

  std::size_t offset_of(const YAML::Mark& mark) const;
  Record record_at(std::size_t offset) const;
  /// Returns where to show a null that is not written.
  std::size_t offset_of_nothing(std::size_t next_token) const;
  /// Refuses anchors and tags.
  void refuse_properties(std::size_t offset, const std::string& tag, YAML::anchor_t anchor) const;
  /// Refuses a null or container that stands where a key must.
  void refuse_as_key(std::size_t offset) const;
  void refuse_unclosed_quote(std::size_t offset) const;
  void open(Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style);
  bool in_brackets(const Open& container) const;
  void close();
  /// Returns what is probably behind an error that yaml-cpp found at `offset`, or an empty string.
  std::string hint_at(std::size_t offset, std::string_view reason) const;
  std::string place_of(std::size_t offset) const;

  std::string_view source_;
  std::vector<std::size_t> line_starts_;
  std::string pool_;
  std::unordered_map<std::string, std::uint32_t> pooled_;
  std::vector<Open> open_;
  std::vector<Record>
      pending_;  ///< Complete nodes whose container is still open, and at last the root.
  std::vector<Record> records_;
  std::size_t documents_ = 0;
  std::size_t last_mark_ = 0;  ///< Where the last scalar or container began.
  std::size_t last_delimited_ = std::string_view::npos;  ///< The last one in quotes or brackets.
};

}  // namespace figcheck::yaml
