// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"
#include "expr/template.h"
#include "figcheck/diagnostic.h"
#include "yaml/key.h"
#include "yaml/node.h"

namespace figcheck::rule {

/// Reads the values of one rule file and collects everything that is wrong with them.
class Reader {
 public:
  explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// Whether an error has been found.
  bool failed() const { return failed_; }

  void complain(const yaml::Node& node, std::string code, std::string message,
                std::string hint = "");
  void remark(Level level, const yaml::Node& node, std::string code, std::string message,
              std::string hint = "");

  /// Checks the keys of a map: R001 for those that are not in `keys`, R002 for those that are
  /// missing. `what` names the map in messages ("a rule"). Returns false, after R003, when it is no
  /// map.
  bool keys(const yaml::Node& map, const yaml::KeyDocs& keys, const std::string& what);

  /// Returns the text of a scalar, without white space at its ends. R003 for anything but a scalar,
  /// R017 when it is empty. A node that is not there gives an empty text and no complaint.
  std::string text(const yaml::Node& node);
  /// Returns a scalar's text on one line: that of text(), and R018 when it has several.
  std::string line(const yaml::Node& node);
  /// Returns the items of a list; one scalar or map counts as a list of one where `or_one`.
  std::vector<yaml::Node> items(const yaml::Node& node, bool or_one);

  expr::Expression expression(const yaml::Node& node, const expr::Scope& scope,
                              std::optional<expr::Type> wanted);
  expr::Template words(const yaml::Node& node, const expr::Scope& scope);

 private:
  void report(const yaml::Node& node, std::vector<expr::Mistake> mistakes);

  Diagnostics& diagnostics_;
  bool failed_ = false;
};

/// Returns "did you mean ...?" for the nearest of the known names, or an empty text.
std::string suggestion(std::string_view name, const std::vector<std::string>& known);

}  // namespace figcheck::rule
