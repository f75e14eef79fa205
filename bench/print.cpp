// SPDX-License-Identifier: Apache-2.0
#include "print.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "figcheck/engine.h"

namespace figcheck::bench {

namespace {

double megabytes(std::size_t bytes) { return static_cast<double>(bytes) / 1e6; }

double speed(const Measurements& measured, double seconds) {
  return seconds > 0 ? megabytes(measured.bytes) / seconds : 0;
}

}  // namespace

std::string to_text(const Corpus& corpus, const Measurements& m) {
  std::string out =
      fmt::format("{}: {} articles, {:.1f} MB of text; {} figures, {} claims, {} findings\n\n",
                  corpus.name, m.articles, megabytes(m.bytes), m.figures, m.claims, m.findings);
  const auto stage = [&](const char* name, double seconds) {
    out +=
        fmt::format("{:<26}{:>9.2f} MB/s {:>9.1f} ns a byte {:>6.1f} %\n", name, speed(m, seconds),
                    seconds * 1e9 / static_cast<double>(m.bytes), 100 * seconds / m.whole);
  };
  stage("reading (documents)", m.stages.reading);
  stage("extraction (figures)", m.stages.extraction);
  stage("framing (claims)", m.stages.framing);
  stage("checking (rules)", m.stages.checking);
  stage("the whole", m.whole);
  stage("RE2: numbers", m.numbers.seconds);
  stage("RE2: numbers, triggers", m.numbers_and_triggers.seconds);
  const auto times = [&](const char* name, const Yardstick& pass) {
    out += fmt::format("{:<26}{:>9.1f} times the RE2 pass of {} ({} alternatives, {} places)\n",
                       "the whole", m.ratio(pass), name, pass.words, pass.places);
  };
  times("numbers", m.numbers);
  times("numbers and triggers", m.numbers_and_triggers);
  out += '\n';
  out += fmt::format("{:<26}{:>9.1f} ms, {:.1f} ms the first time\n", "start-up", m.load_ms,
                     m.first_load_ms);
  out += fmt::format(
      "{:<26}{:>9.1f} MB when loaded; after a quarter {:.1f}, after all {:.1f}, again {:.1f}\n\n",
      "peak memory", m.memory.loaded, m.memory.after_part, m.memory.after_all,
      m.memory.after_again);
  for (const RuleCost& cost : m.rule_costs) {
    out += fmt::format("{:<26}{:>9.2f} MB/s\n", fmt::format("the whole with {} rules", cost.rules),
                       speed(m, cost.seconds));
  }
  return out;
}

std::string to_json(const Corpus& corpus, const Measurements& m) {
  nlohmann::ordered_json out;
  out["version"] = version();
  out["corpus"] = {{"name", corpus.name},  {"articles", m.articles}, {"bytes", m.bytes},
                   {"figures", m.figures}, {"claims", m.claims},     {"findings", m.findings}};
  out["megabytes_per_second"] = {
      {"reading", speed(m, m.stages.reading)},
      {"extraction", speed(m, m.stages.extraction)},
      {"framing", speed(m, m.stages.framing)},
      {"checking", speed(m, m.stages.checking)},
      {"whole", speed(m, m.whole)},
      {"re2_numbers", speed(m, m.numbers.seconds)},
      {"re2_numbers_and_triggers", speed(m, m.numbers_and_triggers.seconds)}};
  out["times_re2_numbers"] = m.ratio(m.numbers);
  out["times_re2_numbers_and_triggers"] = m.ratio(m.numbers_and_triggers);
  out["start_up_ms"] = {{"median", m.load_ms}, {"first", m.first_load_ms}};
  out["peak_memory_mb"] = {{"loaded", m.memory.loaded},
                           {"after_quarter", m.memory.after_part},
                           {"after_all", m.memory.after_all},
                           {"after_again", m.memory.after_again}};
  out["rules"] = nlohmann::ordered_json::array();
  for (const RuleCost& cost : m.rule_costs) {
    out["rules"].push_back(
        {{"rules", cost.rules}, {"megabytes_per_second", speed(m, cost.seconds)}});
  }
  return out.dump(2) + '\n';
}

}  // namespace figcheck::bench
