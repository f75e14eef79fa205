// SPDX-License-Identifier: Apache-2.0
// figcheck rules new: a rule that loads and passes its tests, to be changed into the one that is
// wanted.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/complaint.h"

namespace figcheck::cli {
namespace {

/// The id stands at {id}, the kind of claim at {claim}; other braces are the rule's own.
constexpr std::string_view kSkeleton = R"(rule: {id}
summary: More crates were opened than came
claim: {claim}
roles: {whole: count, part: count}
frames:
  en:
    - "of {whole!} crates , {part} were opened"
where: not whole.vague and not part.vague
holds: part <= whole
level: warning
message: "{part} cannot be among {whole}: {part.value} > {whole.value}"
repairs:
  - {at: part, to: "{like(part, whole)}"}
why: >
  Say why the slip matters, and how the rule decides.
limits: >
  Say what the rule does not see.
tests:
  - text: "Of [40]{whole} crates, [44]{part} were opened."
    finds: {part: warns}
  - text: "Of 40 crates, 14 were opened."
    finds: nothing
)";

bool is_name(std::string_view word) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !word.empty() && word.front() != '-' && std::all_of(word.begin(), word.end(), good);
}

std::string filled(const std::string& family, const std::string& name) {
  std::string out(kSkeleton);
  const auto put = [&out](std::string_view mark, const std::string& words) {
    out.replace(out.find(mark), mark.size(), words);
  };
  put("{id}", family + "/" + name);
  put("{claim}", family + "-" + name);
  return out;
}

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Writes a file that must not be there yet. Complains and returns false where that fails.
bool write_new(const std::string& path, const std::string& text) {
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "wbx"));
  if (file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() &&
      std::fflush(file.get()) == 0) {
    return true;
  }
  complain(complaint("F004", path, fmt::format("cannot be written: {}", reason(errno))));
  return false;
}

}  // namespace

Status rules_new(const Arguments& arguments) {
  for (const std::string& given : arguments.paths) {
    std::filesystem::path path(given);
    if (path.extension() == ".yaml") path.replace_extension();
    const std::string family = path.parent_path().filename().string();
    const std::string name = path.filename().string();
    if (!is_name(family) || !is_name(name)) {
      complain(complaint("U003", "", fmt::format("\"{}\" is no name for a rule", given),
                         "family/name in small letters, digits and hyphens: "
                         "ballots/spoilt-exceed-cast"));
      return kNotRun;
    }
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    path += ".yaml";
    if (failed) {
      complain(
          complaint("F004", path.string(), fmt::format("cannot be written: {}", failed.message())));
      return kNotRun;
    }
    if (!write_new(path.string(), filled(family, name))) return kNotRun;
  }
  return kClean;
}

}  // namespace figcheck::cli
