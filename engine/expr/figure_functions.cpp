// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "expr/digits.h"
#include "expr/functions.h"
#include "expr/restyle.h"

namespace figcheck::expr {
namespace {

using Arguments = std::span<const Value>;

const Parameter kA{"a", Type::figure};
const Parameter kB{"b", Type::figure};
const Parameter kX{"x", Type::figure};

// Arguments have their parameters' types when a function is called.
const Figure& figure(const Value& value) { return *std::get<const Figure*>(value.body); }
const std::string& text(const Value& value) { return std::get<std::string>(value.body); }
Value verdict_of(bool condition) { return condition ? Verdict::holds : Verdict::fails; }

Value section(const CallContext&, Arguments a) {
  const Figure& f = figure(a[0]);
  const bool headline = f.section == Section::headline || f.block_kind == BlockKind::headline;
  return std::string(to_string(headline ? Section::headline : Section::text));
}

bool same_document(const CallContext& call, const Figure& a, const Figure& b) {
  return &call.context.document_of(a) == &call.context.document_of(b);
}

Value distance(const CallContext& call, Arguments a) {
  const Figure& first = figure(a[0]);
  const Figure& second = figure(a[1]);
  if (!same_document(call, first, second)) return {};
  const Span& from = first.text_span;
  const Span& to = second.text_span;
  if (from.overlaps(to)) return Quantity::exactly(0);
  const std::size_t gap = from.end <= to.start ? to.start - from.end : from.start - to.end;
  return Quantity::exactly(static_cast<std::int64_t>(gap));
}

std::string digits_of(const std::string& words) {
  std::string digits;
  for (const char c : words) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

Value digits_swapped(const CallContext&, Arguments a) {
  const std::string first = digits_of(figure(a[0]).text);
  const std::string second = digits_of(figure(a[1]).text);
  if (first.empty() || second.empty()) return Verdict::cannot_tell;
  return verdict_of(is_slip(first, second));
}

Value like(const CallContext& call, Arguments a) {
  std::optional<std::string> words = restyle(figure(a[0]), a[1], call.context);
  return words ? Value(*std::move(words)) : Value();
}

Value name_of(const CallContext& call, Arguments a) {
  std::string key;
  if (const std::string* word = a[1].text()) key = *word;
  if (const std::optional<Quantity> q = a[1].quantity(); q && q->nominal)
    key = q->nominal->to_string();
  std::string name = call.context.name_of(text(a[0]), key);
  return name.empty() ? Value() : Value(std::move(name));
}

}  // namespace

void add_figure_functions(FunctionTable& table) {
  table.add({"kin",
             {{"part", Type::figure}, {"whole", Type::figure}},
             Type::verdict,
             "whether what part counts is among what whole counts: children among people",
             [](const CallContext& call, Arguments a) {
               return Value(call.context.kin(figure(a[0]), figure(a[1])));
             }});
  table.add({"same_subject",
             {kA, kB},
             Type::verdict,
             "whether both count the same",
             [](const CallContext& call, Arguments a) {
               return Value(call.context.same_subject(figure(a[0]), figure(a[1])));
             }});
  table.add({"same_event",
             {kA, kB},
             Type::verdict,
             "whether both are of one event, as far as stated",
             [](const CallContext& call, Arguments a) {
               return Value(call.context.same_event(figure(a[0]), figure(a[1])));
             }});
  table.add({"known",
             {{"x", Type::nothing, true}},
             Type::verdict,
             "whether there is a value at all",
             [](const CallContext&, Arguments a) {
               const bool figure_without_value =
                   a[0].type() == Type::figure && !a[0].quantity() && !a[0].moment();
               return verdict_of(!a[0].is_nothing() && !figure_without_value);
             }});
  table.add({"section", {kX}, Type::text, "'headline' or 'text'", section});
  table.add({"block",
             {kX},
             Type::text,
             "the kind of block: 'paragraph', 'caption', 'table-cell'",
             [](const CallContext&, Arguments a) {
               return Value(std::string(to_string(figure(a[0]).block_kind)));
             }});
  table.add({"same_sentence",
             {kA, kB},
             Type::verdict,
             "whether both stand in one sentence",
             [](const CallContext& call, Arguments a) {
               return verdict_of(same_document(call, figure(a[0]), figure(a[1])) &&
                                 figure(a[0]).sentence == figure(a[1]).sentence);
             }});
  table.add(
      {"distance", {kA, kB}, Type::quantity, "the bytes of text between two figures", distance});
  table.add(
      {"digits_swapped",
       {kA, kB},
       Type::verdict,
       "whether the digits differ by a slip: neighbours exchanged, one changed, dropped or doubled",
       digits_swapped});
  table.add({"like",
             {kX, {"value", Type::nothing, true}},
             Type::text,
             "the words of x with another value in place of its own",
             like});
  table.add({"lower",
             {{"text", Type::text}},
             Type::text,
             "in small letters",
             [](const CallContext&, Arguments a) { return Value(lower_case(text(a[0]))); }});
  table.add({"contains",
             {{"text", Type::text}, {"part", Type::text}},
             Type::verdict,
             "whether a text stands in another, letter by letter",
             [](const CallContext&, Arguments a) -> Value {
               const bool found = text(a[0]).find(text(a[1])) != std::string::npos;
               return found ? Verdict::holds : Verdict::fails;
             }});
  table.add({"name_of",
             {{"table", Type::text}, {"key", Type::nothing, true}},
             Type::text,
             "a word of the article's language: name_of('weekday', 3)",
             name_of});
}

}  // namespace figcheck::expr
