// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.h"
#include "cli/commands.h"

namespace figcheck::cli {

Status check(const Arguments& arguments) {
  ArticleReports reports;
  reports.text = report::findings_text;
  reports.json = report::findings_json;
  reports.summary = true;
  reports.findings_count = true;
  return answer_articles(arguments, reports);
}

}  // namespace figcheck::cli
