// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>

#include "yaml/node.h"

namespace figcheck::yaml {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class Folder {
 public:
  Folder() : path_((fs::temp_directory_path() / "figcheck-yaml-XXXXXX").string()) {
    REQUIRE(mkdtemp(path_.data()) != nullptr);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::string& path() const { return path_; }
  void write(const std::string& name, std::string_view text) const {
    const fs::path file = fs::path(path_) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

 private:
  std::string path_;
};

std::vector<std::string> paths(const Trees& trees, const std::string& below) {
  std::vector<std::string> out;
  for (const auto& tree : trees) {
    REQUIRE(tree->path().substr(0, below.size()) == below);
    out.push_back(tree->path().substr(below.size()));
  }
  return out;
}

TEST_CASE("a folder gives its YAML files in the order of their paths") {
  const Folder folder;
  for (const char* name : {"b.yaml", "a/z.yaml", "a.yaml", "a/b/c.yaml", "é.yaml", "B.yaml"}) {
    folder.write(name, "a: b\n");
  }
  folder.write("notes.txt", "a: [");
  folder.write(".hidden.yaml", "a: [");
  folder.write(".git/x.yaml", "a: [");
  fs::create_directory_symlink(folder.path(), folder.path() + "/a/circle");
  Diagnostics diagnostics;
  const Trees trees = load(folder.path(), diagnostics);
  CHECK(diagnostics.empty());
  const std::vector<std::string> expected = {"/B.yaml",   "/a.yaml", "/a/b/c.yaml",
                                             "/a/z.yaml", "/b.yaml", "/é.yaml"};
  CHECK(paths(trees, folder.path()) == expected);
  CHECK(paths(load(folder.path() + "/", diagnostics), folder.path()) == expected);
}

TEST_CASE("a broken file does not keep the others from being read") {
  const Folder folder;
  folder.write("a.yaml", "a: [\n");
  folder.write("b.yaml", "a: b\n");
  folder.write("c.yaml", "a: b\na: c\n");
  folder.write("d.yml", "a: b\n");
  Diagnostics diagnostics;
  const Trees trees = load(folder.path(), diagnostics);
  REQUIRE(trees.size() == 1);
  CHECK(trees[0]->root().get("a").text() == "b");
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics) {
    all += diagnostic.to_string().substr(folder.path().size()) + '\n';
  }
  CHECK(all ==
        "/d.yml: warning: this file is not read: its name must end in .yaml [Y006]\n"
        "/a.yaml:2:1: error: not valid YAML: end of sequence flow not found [Y001]\n"
        "     = the [ in line 1, column 4 may not be closed\n"
        "/c.yaml:2:1: error: the key \"a\" stands twice in one map [Y002]\n"
        "   2 | a: c\n"
        "     | ^\n"
        "     = it stands first in line 1\n");
}

TEST_CASE("a file is read by itself, whatever its name") {
  const Folder folder;
  folder.write("rules.txt", "a: b\n");
  Diagnostics diagnostics;
  const Trees trees = load(folder.path() + "/rules.txt", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(trees.size() == 1);
  CHECK(trees[0]->path() == folder.path() + "/rules.txt");
}

TEST_CASE("a path that is not there is an error") {
  const Folder folder;
  Diagnostics diagnostics;
  CHECK(load(folder.path() + "/none", diagnostics).empty());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "F001");
  CHECK(diagnostics[0].file == folder.path() + "/none");
}

}  // namespace
}  // namespace figcheck::yaml
