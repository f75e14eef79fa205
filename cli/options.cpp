// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/complaint.h"
#include "cli/date.h"
#include "cli/nearest.h"

namespace figcheck::cli {
namespace {

constexpr std::size_t kMostJobs = 256;

template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <typename Value>
void choose(const char* option, const std::string& typed, const Choices<Value>& choices,
            Value& value, Diagnostics& problems) {
  std::vector<std::string> names;
  for (const auto& [name, meaning] : choices) {
    if (name == typed) {
      value = meaning;
      return;
    }
    names.push_back(name);
  }
  std::string expected = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) {
    expected += (i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  problems.push_back(complaint("U003", "",
                               fmt::format("{} \"{}\": expected {}", option, typed, expected),
                               did_you_mean(typed, names)));
}

std::size_t default_jobs() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostJobs);
}

void apply_jobs(const std::string& typed, std::size_t& jobs, Diagnostics& problems) {
  if (typed.empty()) {
    jobs = default_jobs();
    return;
  }
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), jobs);
  if (error == std::errc() && end == typed.data() + typed.size() && jobs >= 1 &&
      jobs <= kMostJobs) {
    return;
  }
  problems.push_back(complaint(
      "U003", "", fmt::format("--jobs \"{}\": expected a number from 1 to {}", typed, kMostJobs)));
}

}  // namespace

Diagnostics apply(const Typed& typed, Arguments& arguments) {
  Diagnostics problems;
  const Settings& settings = arguments.settings;
  const auto first = [](const std::string& a, const std::string& b, const char* c = "") {
    return !a.empty() ? a : !b.empty() ? b : std::string(c);
  };
  choose("--input", first(typed.input, "", "auto"),
         {{"auto", Input::automatic},
          {"text", Input::text},
          {"markdown", Input::markdown},
          {"html", Input::html},
          {"jsonl", Input::jsonl}},
         arguments.input, problems);
  choose("--format", first(typed.format, "", "text"),
         {{"text", Output::text},
          {"json", Output::json},
          {"jsonl", Output::jsonl},
          {"github", Output::github},
          {"sarif", Output::sarif}},
         arguments.format, problems);
  choose("--color", first(typed.color, "", "auto"),
         {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}},
         arguments.color, problems);
  choose<std::optional<Level>>("--fail-on", first(typed.fail_on, settings.fail_on, "error"),
                               {{"error", Level::error},
                                {"warning", Level::warning},
                                {"note", Level::note},
                                {"never", std::nullopt}},
                               arguments.fail_on, problems);
  apply_jobs(typed.jobs, arguments.jobs, problems);
  if (!typed.as_of.empty() && !is_date(typed.as_of)) {
    problems.push_back(complaint("U003", "",
                                 fmt::format("--as-of \"{}\": no such day", typed.as_of),
                                 "write it as 2023-09-20, or 2023-09-20T13:00Z"));
  }
  arguments.as_of = first(typed.as_of, settings.as_of);
  arguments.place = first(typed.place, settings.place);
  return problems;
}

}  // namespace figcheck::cli
