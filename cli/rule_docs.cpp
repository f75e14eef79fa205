// SPDX-License-Identifier: Apache-2.0
// figcheck rules docs: a page for each rule, and an index.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include <figcheck/engine.h>
#include <figcheck/report.h>
#include <fmt/format.h>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/complaint.h"

namespace figcheck::cli {
namespace {

/// Writes a file, unless it is that already. Complains and returns false where that fails.
bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  if (!failed) {
    std::ostringstream before;
    before << std::ifstream(path, std::ios::binary).rdbuf();
    if (before.str() == text) return true;
    if (std::ofstream(path, std::ios::binary) << text << std::flush) return true;
    failed = std::make_error_code(std::errc::io_error);
  }
  complain(
      complaint("F004", path.string(), fmt::format("cannot be written: {}", failed.message())));
  return false;
}

}  // namespace

Status rules_docs(const Arguments& arguments) {
  const auto engine = load_engine(arguments);
  if (engine == nullptr) return kNotRun;
  const std::filesystem::path folder = arguments.output;
  const std::vector<RuleInfo> rules = engine->rules();
  for (const RuleInfo& rule : rules) {
    const std::string page = report::rule_page(rule, engine->rule_examples(rule.id));
    if (!write_file(folder / (rule.id + ".md"), page)) return kNotRun;
  }
  return write_file(folder / "README.md", report::rule_index(rules)) ? kClean : kNotRun;
}

}  // namespace figcheck::cli
