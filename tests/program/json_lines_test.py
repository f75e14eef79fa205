# SPDX-License-Identifier: Apache-2.0
"""JSON Lines in and out: one answer a line, in order, whatever happens."""

import json

from harness import ProgramTest, SLIP, SOUND, main


class JsonLines(ProgramTest):
    def check(self, *records, command="check", arguments=()):
        self.write_records("in.jsonl", records)
        return self.figcheck(command, "--input", "jsonl", "--format", "jsonl", *arguments, "in.jsonl")

    def test_a_bad_line_is_answered_in_its_place_and_the_rest_goes_on(self):
        run = self.check({"id": "a", "text": SLIP}, '{"id": "b", "text": ', {"id": "c", "text": 5},
                         {"id": "d"}, {"id": "e", "text": SOUND})
        self.assertEqual(run.status, 2)
        answers = run.answers()
        self.assertEqual([answer.get("id") for answer in answers], ["a", None, "c", "d", "e"])
        self.assertEqual([answer.get("line") for answer in answers], [None, 2, 3, 4, None])
        self.assertEqual([answer.get("error") for answer in answers[1:4]],
                         ["not valid JSON", '"text" must be a string, not a number',
                          '"text" is missing'])
        self.assertEqual(len(answers[0]["findings"]), 1)
        self.assertEqual(answers[4]["findings"], [])
        self.assertRegex(run.err, r"(?m)^in\.jsonl:2: error: not valid JSON \[D010\]$")
        self.assertRegex(run.err, r"(?m)^in\.jsonl:4: error: \"text\" is missing \[D011\]$")

    def test_text_that_cannot_be_read_names_the_record_and_its_line(self):
        run = self.check({"id": "a", "text": SOUND}, {"id": "b", "text": "6\n7\0"},
                         {"id": "c", "text": SOUND, "format": "docx"})
        self.assertEqual(run.status, 2)
        self.assertEqual(run.answers()[1:],
                         [{"id": "b", "line": 2, "code": "D002", "error": "not text: a NUL byte"},
                          {"id": "c", "line": 3, "code": "D004",
                           "error": 'unknown format "docx": expected text, markdown or html'}])

    def test_a_finding_has_all_members_in_order(self):
        run = self.check({"id": "a", "title": "Camp", "text": SLIP})
        self.expect(run, 1, err="")
        answer = run.answers()[0]
        self.assertEqual(list(answer), ["id", "findings"])
        finding = answer["findings"][0]
        self.assertEqual(list(finding), ["rule", "level", "message", "section", "start", "end", "text",
                                         "related", "arithmetic", "repairs"])
        self.assertEqual((finding["rule"], finding["level"], finding["section"]),
                         ("figures/part-exceeds-whole", "error", "text"))
        for related in finding["related"]:
            self.assertEqual(list(related), ["section", "start", "end", "text", "role"])
        for repair in finding["repairs"]:
            self.assertEqual(list(repair), ["section", "start", "end", "replacement"])

    def test_a_figure_has_all_members_in_order(self):
        run = self.check({"id": "a", "text": "The camp holds 2,261 civilians."}, command="figures")
        self.expect(run, 0, err="")
        figures = run.answers()[0]["figures"]
        self.assertEqual(len(figures), 1)
        self.assertEqual(list(figures[0])[:12],
                         ["section", "start", "end", "text", "kind", "value", "low", "high", "unit",
                          "subject", "hedge", "status"])
        self.assertEqual((figures[0]["kind"], figures[0]["value"], figures[0]["status"]),
                         ("count", "2261", "unchecked"))
        self.assertTrue(figures[0]["reason"])

    def test_places_in_the_title_count_its_bytes(self):
        run = self.check({"id": "a", "title": "Caf\u00e9: " + SLIP.strip(), "text": "Nothing."})
        self.expect(run, 1)
        finding = run.answers()[0]["findings"][0]
        title = ("Caf\u00e9: " + SLIP).encode()
        self.assertEqual(finding["section"], "headline")
        self.assertEqual(title[finding["start"]:finding["end"]].decode(), finding["text"])

    def test_answers_are_the_same_and_in_order_for_any_number_of_jobs(self):
        records = []
        for i in range(400):
            text = (SLIP if i % 3 == 0 else SOUND) * (1 + i * 7 % 40)
            records.append({"id": f"r{i}", "text": text} if i % 50 != 9 else "{broken")
        for command in ("check", "figures"):
            alone = self.check(*records, command=command, arguments=["--jobs", "1"])
            for jobs in (2, 4, 16):
                many = self.check(*records, command=command, arguments=["--jobs", jobs])
                self.assertEqual((many.status, many.out, many.err), (alone.status, alone.out, alone.err))
            ids = [answer.get("id") for answer in alone.answers()]
            self.assertEqual(ids, [f"r{i}" if i % 50 != 9 else None for i in range(400)])

    def test_blank_lines_are_counted_and_not_answered(self):
        run = self.check("", {"id": "a", "text": SOUND}, "  ", "[1]", "")
        self.assertEqual(run.status, 2)
        self.assertEqual([answer.get("line") for answer in run.answers()], [None, 4])

    def test_line_ends_of_windows_and_a_missing_last_one_are_fine(self):
        record = json.dumps({"id": "a", "text": SLIP})
        self.write("in.jsonl", b"\xef\xbb\xbf" + f"{record}\r\n{record}".encode())
        run = self.figcheck("check", "--format", "jsonl", "in.jsonl")
        self.expect(run, 1, err="")
        self.assertEqual(len(run.answers()), 2)

    def test_records_on_standard_input_are_recognised(self):
        run = self.figcheck("check", "--format", "jsonl", stdin=json.dumps({"id": "a", "text": SLIP}))
        self.expect(run, 1, err="")
        self.assertEqual(run.answers()[0]["id"], "a")

    def test_an_id_may_be_a_number_and_hold_anything(self):
        for given, answered in ((7, "7"), ("a\"\\\n\u00e9", "a\"\\\n\u00e9")):
            run = self.check({"id": given, "text": SOUND})
            self.expect(run, 0, err="")
            self.assertEqual(run.answers()[0]["id"], answered)

    def test_json_is_one_array_for_all_inputs(self):
        self.write_records("in.jsonl", [{"id": "a", "text": SLIP}, "{broken"])
        self.write("b.txt", SOUND)
        run = self.figcheck("check", "--format", "json", "in.jsonl", "b.txt")
        self.assertEqual(run.status, 2)
        self.assertEqual([answer.get("id") for answer in json.loads(run.out)], ["a", None, "b.txt"])

    def test_a_text_report_names_records_by_id(self):
        self.write_records("in.jsonl", [{"id": "a", "title": SLIP, "text": "x"}])
        run = self.figcheck("check", "in.jsonl")
        self.expect(run, 1, err="")
        self.assertRegex(run.out, r"^a:headline:1:\d+: error: ")


if __name__ == "__main__":
    main()
