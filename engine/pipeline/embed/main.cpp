// SPDX-License-Identifier: Apache-2.0
// figcheck_embed FOLDER IMAGE: reads every YAML file below a folder and writes their image, which
// the build puts into the library. Says on standard error what is wrong with the files, and then
// writes nothing and gives 1.
#include <cstdio>
#include <fstream>
#include <string>

#include "yaml/node.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: figcheck_embed FOLDER IMAGE\n", stderr);
    return 2;
  }
  const std::string folder = arguments[1];
  const std::string image_path = arguments[2];

  figcheck::Diagnostics diagnostics;
  const figcheck::yaml::Trees trees = figcheck::yaml::load(folder, diagnostics);
  for (const figcheck::Diagnostic& diagnostic : diagnostics) {
    std::fprintf(stderr, "%s\n", diagnostic.to_string().c_str());
  }
  if (figcheck::has_errors(diagnostics)) return 1;
  if (trees.empty()) {
    std::fprintf(stderr, "%s: error: there is no YAML file in this folder\n", folder.c_str());
    return 1;
  }

  const std::string image = figcheck::yaml::write_image(trees);
  // What was written must be readable, or the program that it is built into would find out.
  if (const auto again = figcheck::yaml::read_image(image); !again) {
    std::fprintf(stderr, "%s\n", again.error().to_string().c_str());
    return 1;
  }
  std::ofstream out(image_path, std::ios::binary);
  out.write(image.data(), static_cast<std::streamsize>(image.size()));
  out.close();
  if (!out) {
    std::fprintf(stderr, "%s: error: the image cannot be written\n", image_path.c_str());
    return 1;
  }
  return 0;
}
