// SPDX-License-Identifier: Apache-2.0
// The command line, by CLI11. The one file that includes it, since it takes long to compile.
#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <figcheck/engine.h>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/complaint.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/output.h"

namespace figcheck::cli {
namespace {

/// Which options a command takes besides --rules, --output and its own paths.
enum Takes : unsigned {
  kNothing = 0,
  kArticles = 1U << 0U,  ///< --input, --format, --as-of and so on; paths are articles.
  kLevels = 1U << 1U,    ///< --fail-on
  kFolder = 1U << 2U,    ///< --output is a folder, and must be given.
  kChoices = 1U << 3U,   ///< --select, --ignore and what else settings may say.
};

struct CommandRow {
  const char* group;  ///< The command that it belongs to, or "".
  const char* name;
  const char* summary;
  const char* paths;  ///< What its arguments are called.
  const char* paths_summary;
  int least;  ///< How many of these there must be.
  unsigned takes;
  Command run;
};

constexpr const char* kArticlesAre =
    "Articles: plain text, Markdown, HTML or JSON Lines; - is standard input, and so are none";

constexpr std::array<CommandRow, 12> kCommands = {{
    {"", "check", "Check the figures of articles", "PATH", kArticlesAre, 0,
     kArticles | kChoices | kLevels, check},
    {"", "figures", "List every figure, its reading, and whether it was checked", "PATH",
     kArticlesAre, 0, kArticles | kChoices, figures},
    {"", "compare", "Compare what several articles say of one event", "PATH", kArticlesAre, 0,
     kArticles | kChoices | kLevels, compare},
    {"", "diff", "Say which figures an edit changed, and which it left stale", "OLD NEW",
     "Two versions of an article, or JSON Lines with both in each record", 0,
     kArticles | kChoices | kLevels, diff},
    {"rules", "list", "List the rules", "", "", 0, kNothing, rules_list},
    {"rules", "show", "Say what a rule is about, and why", "ID", "Ids of rules", 1, kNothing,
     rules_show},
    {"rules", "docs", "Write a page for each rule, and an index, into the folder of --output", "",
     "", 0, kFolder, rules_docs},
    {"rules", "test", "Run the tests that rules carry", "ID|PATH",
     "Ids of rules, or files and folders of them to load; all rules where none is given", 0,
     kNothing, rules_test},
    {"rules", "lint", "Say what is wrong with rules", "PATH", "Files and folders of rules", 0,
     kLevels, rules_lint},
    {"rules", "schema", "Print a JSON Schema of rule, claim and word files, for editors", "", "", 0,
     kNothing, rules_schema},
    {"rules", "new", "Write a rule to begin with, as NAME.yaml", "NAME",
     "Family and name, behind a folder if you like: ballots/spoilt-exceed-cast", 1, kNothing,
     rules_new},
    {"config", "show", "Say which settings hold, and where each comes from", "PATH",
     "An article; the working directory where there is none", 0, kChoices | kLevels, config_show},
}};

constexpr const char* kFooter =
    "Exit status: 0 when there is nothing at or above --fail-on, 1 when there is,\n"
    "2 when something could not be read, checked or written.";

Diagnostic usage(const char* code, std::string message, std::string hint) {
  return complaint(code, "", std::move(message), std::move(hint));
}

void add_options(CLI::App& app, const CommandRow& row, Typed& typed, Arguments& arguments) {
  const auto text = [&app](const char* name, std::string& value, const char* kind,
                           const char* summary) {
    return app.add_option(name, value, summary)->option_text(kind)->take_last();
  };
  if (*row.paths != '\0') {
    app.add_option(row.paths, arguments.paths, row.paths_summary)->option_text("...");
  }
  if ((row.takes & kArticles) != 0) {
    text("--input", typed.input, "FORMAT",
         "auto (by name and first bytes), text, markdown, html or jsonl");
    text("--format", typed.format, "FORMAT",
         "text, json (one array), jsonl (an object a line); of check and diff also github and "
         "sarif");
  }
  if ((row.takes & kFolder) != 0) {
    text("-o,--output", arguments.output, "FOLDER", "Write there");
  } else {
    text("-o,--output", arguments.output, "FILE", "Write there, not to standard output");
  }
  // One path for each --rules, so that it does not swallow the articles after it.
  app.add_option("--rules", typed.rules, "Rules that add to the shipped ones; may be repeated")
      ->option_text("PATH")
      ->allow_extra_args(false);
  if (row.run != rules_new) {
    text("--config", typed.config, "FILE",
         "Settings; otherwise the nearest .figcheck.yaml, from the article's folder upward");
    app.add_flag("--no-config", typed.no_config, "Use no settings but those of the command line");
  }
  if ((row.takes & kChoices) != 0) {
    const auto list = [&app](const char* name, std::vector<std::string>& value, const char* kind,
                             const char* summary) {
      app.add_option(name, value, summary)->option_text(kind)->allow_extra_args(false);
    };
    list("--select", typed.select, "RULE", "Run only these rules: an id, a family, or a pattern");
    list("--ignore", typed.ignore, "RULE", "Do not run these rules");
    list("--exclude", typed.exclude, "PATTERN", "Leave these articles out: drafts/**");
    text("--as-of", typed.as_of, "DATE", "The date of articles that do not say theirs: 2023-09-20");
    text("--place", typed.place, "PLACE", "The place of articles that do not say theirs");
  }
  if ((row.takes & kArticles) != 0) {
    text("--stdin-filename", arguments.stdin_filename, "NAME",
         "What standard input is called; its ending says the format");
    text("--color", typed.color, "WHEN",
         "auto (on a terminal, unless NO_COLOR is set), always or never");
    text("-j,--jobs", typed.jobs, "N", "Articles at a time; as many as there are cores");
  }
  if ((row.takes & kLevels) != 0) {
    text("--fail-on", typed.fail_on, "LEVEL",
         "Exit with 1 from this level on: note, warning, error or never");
  }
}

/// Everything that a command line may hold, as CLI11 sees it.
class Parser {
 public:
  Parser() : app_("Checks the figures in articles.", "figcheck") {
    app_.footer(kFooter);
    app_.add_flag("--version", version_, "Print the versions of the program, its rules and tzdata");
    app_.require_subcommand(0, 1);
    // What is not known is complained about below, with a suggestion.
    app_.allow_extras();
    for (const CommandRow& row : kCommands) add(row);
  }

  CommandLine parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      return say(app_.help());
    } catch (const CLI::ParseError& problem) {
      return refuse({usage("U004", problem.what(), advice())});
    }
    if (version_) return say(version_details() + "\n");
    if (const auto unknown = app_.remaining(true); !unknown.empty()) {
      return refuse({complaint_about(unknown.front())});
    }
    const CommandRow* row = chosen();
    if (row == nullptr) return refuse({usage("U001", "no command", advice())});
    return finish(*row);
  }

 private:
  struct Entry {
    const CommandRow* row;
    CLI::App* app;
  };

  void add(const CommandRow& row) {
    CLI::App* command = group_of(row).add_subcommand(row.name, row.summary);
    command->allow_extras();
    add_options(*command, row, typed_, arguments_);
    entries_.push_back({&row, command});
  }

  /// The program itself, or "figcheck rules", which is made for the first of its commands.
  CLI::App& group_of(const CommandRow& row) {
    if (*row.group == '\0') return app_;
    const auto known =
        app_.get_subcommands([&row](CLI::App* one) { return one->get_name() == row.group; });
    if (!known.empty()) return *known.front();
    const char* summary = std::string_view(row.group) == "rules"
                              ? "List, explain, test and lint the rules"
                              : "Say which settings hold";
    CLI::App* group = app_.add_subcommand(row.group, summary);
    group->require_subcommand(0, 1)->allow_extras();
    return *group;
  }

  /// The command that was given, down to the last word: "figcheck rules show".
  CLI::App& innermost() {
    CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return *app;
  }

  const CommandRow* chosen() {
    const CLI::App* app = &innermost();
    for (const Entry& entry : entries_) {
      if (entry.app == app) return entry.row;
    }
    return nullptr;
  }

  std::string name_of(const CLI::App& app) const {
    if (&app == &app_) return "figcheck";
    return name_of(*app.get_parent()) + " " + app.get_name();
  }

  std::string advice() { return name_of(innermost()) + " --help says what there is"; }

  Diagnostic complaint_about(const std::string& word) {
    CLI::App& app = innermost();
    std::vector<std::string> known;
    if (word.starts_with('-')) {
      for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
      }
      const std::string name = word.substr(0, word.find('='));
      const std::string hint = did_you_mean(name, known);
      return usage("U002", fmt::format("unknown option {}", name), hint.empty() ? advice() : hint);
    }
    for (const CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
      known.push_back(command->get_name());
    }
    const std::string hint = did_you_mean(word, known);
    const char* problem =
        known.empty() ? "one argument too many: \"{}\"" : "unknown command \"{}\"";
    return usage("U001", fmt::format(fmt::runtime(problem), word), hint.empty() ? advice() : hint);
  }

  CommandLine finish(const CommandRow& row) {
    std::vector<std::string>& paths = arguments_.paths;
    const bool articles = (row.takes & kChoices) != 0;
    Diagnostics problems = settle(typed_, articles, arguments_);
    for (Diagnostic& problem : apply(typed_, arguments_)) problems.push_back(std::move(problem));
    if (paths.size() < static_cast<std::size_t>(row.least)) {
      problems.push_back(usage("U004", fmt::format("no {}", row.paths), advice()));
    }
    if ((row.takes & kFolder) != 0 && arguments_.output.empty()) {
      problems.push_back(usage("U004", "no --output", advice()));
    }
    if ((row.takes & kArticles) != 0) {
      if (paths.empty() && isatty(STDIN_FILENO) != 0) {
        problems.push_back(
            usage("U004", "no article to read", "name a file, or - for standard input"));
      }
      if (paths.empty()) paths.emplace_back("-");
      if (std::count(paths.begin(), paths.end(), "-") > 1) {
        problems.push_back(usage("U004", "standard input can be read only once", ""));
      }
    }
    const Output format = arguments_.format;
    if ((format == Output::github || format == Output::sarif) && row.run != check &&
        row.run != diff) {
      problems.push_back(
          usage("U003", fmt::format("--format \"{}\": only check and diff have it", typed_.format),
                "text, json and jsonl are for all commands"));
    }
    if (!problems.empty()) return refuse(problems);
    return {row.run, std::move(arguments_), kClean};
  }

  static CommandLine say(const std::string& text) {
    const bool written = std::fputs(text.c_str(), stdout) >= 0 && std::fflush(stdout) == 0;
    return {nullptr, {}, written ? kClean : kNotRun};
  }

  static CommandLine refuse(const Diagnostics& problems) {
    for (const Diagnostic& problem : problems) complain(problem);
    return {nullptr, {}, kNotRun};
  }

  CLI::App app_;
  bool version_ = false;
  Typed typed_;
  Arguments arguments_;
  std::vector<Entry> entries_;
};

}  // namespace

CommandLine parse(int argc, const char* const* argv) { return Parser().parse(argc, argv); }

}  // namespace figcheck::cli
