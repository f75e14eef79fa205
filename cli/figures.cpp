// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.h"
#include "cli/commands.h"

namespace figcheck::cli {

Status figures(const Arguments& arguments) {
  ArticleReports reports;
  reports.text = report::figures_text;
  reports.json = report::figures_json;
  return answer_articles(arguments, reports);
}

}  // namespace figcheck::cli
