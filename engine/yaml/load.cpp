// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

namespace fs = std::filesystem;

Diagnostic about(std::string code, Level level, std::string file, std::string message) {
  Diagnostic out;
  out.code = std::move(code);
  out.level = level;
  out.file = std::move(file);
  out.message = std::move(message);
  return out;
}

/// Adds the YAML files below a folder. A folder that cannot be read does not keep its neighbours
/// from being read, which is why this is not a recursive_directory_iterator.
void collect(const fs::path& folder, std::vector<std::string>& files, Diagnostics& diagnostics) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    const std::string name = path.filename().generic_string();
    if (name.empty() || name.front() == '.') continue;
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      // Links to folders are not followed, since they may lead in a circle.
      if (!entry->is_symlink(ignored)) collect(path, files, diagnostics);
    } else if (path.extension() == ".yaml") {
      files.push_back(path.generic_string());
    } else if (path.extension() == ".yml") {
      diagnostics.push_back(about("Y006", Level::warning, path.generic_string(),
                                  "this file is not read: its name must end in .yaml"));
    }
  }
  if (error) {
    diagnostics.push_back(about("F003", Level::error, folder.generic_string(),
                                "the folder cannot be read: " + error.message()));
  }
}

}  // namespace

Trees load(const std::string& path, Diagnostics& diagnostics) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    const std::size_t before = diagnostics.size();
    collect(path, files, diagnostics);
    std::sort(files.begin(), files.end());
    std::sort(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end(),
              [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; });
  } else {
    files.push_back(path);
  }
  Trees trees;
  for (const std::string& file : files) {
    auto text = read_file(file);
    if (!text) {
      diagnostics.push_back(text.error());
      continue;
    }
    auto tree = Tree::parse(*text, file);
    if (tree) {
      trees.push_back(std::move(tree).value());
    } else {
      diagnostics.push_back(tree.error());
    }
  }
  return trees;
}

}  // namespace figcheck::yaml
