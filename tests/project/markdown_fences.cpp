// SPDX-License-Identifier: Apache-2.0
#include "project/markdown_fences.h"

#include <sstream>

#include <doctest/doctest.h>

#include "project/shipped.h"

namespace figcheck::project {

std::vector<std::string> documents() {
  std::vector<std::string> paths = files_below("docs", {".md"});
  for (const char* path : {"README.md", "CHANGELOG.md", "CONTRIBUTING.md"})
    paths.emplace_back(path);
  return paths;
}

std::vector<Fence> fences(const std::string& info) {
  std::vector<Fence> all;
  for (const std::string& path : documents()) {
    std::istringstream in(content(path));
    std::string line;
    std::size_t number = 0;
    bool open = false;
    while (std::getline(in, line)) {
      ++number;
      const bool fence = line.starts_with("```");
      if (fence && !open) {
        all.push_back({path, number, line.substr(3), ""});
      } else if (!fence && open) {
        all.back().text += line + "\n";
      }
      if (fence) open = !open;
    }
    CAPTURE(path);
    CHECK(!open);
  }
  if (info.empty()) return all;
  std::erase_if(all, [&](const Fence& fence) { return fence.info != info; });
  CAPTURE(info);
  CHECK(!all.empty());
  return all;
}

}  // namespace figcheck::project
