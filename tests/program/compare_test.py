# SPDX-License-Identifier: Apache-2.0
"""What several articles say of one event."""

from harness import ProgramTest, main

MANY = "More than 40 people were killed when the bridge fell.\n"
FEW = "In all 28 people were killed.\n"
DAY = "2023-06-05"


class Compare(ProgramTest):
    def compare(self, *records):
        self.write_records("in.jsonl", records)
        return self.figcheck("compare", "--input", "jsonl", "--format", "jsonl", "in.jsonl")

    def test_records_are_compared_by_event_in_the_order_of_the_events(self):
        run = self.compare({"id": "a", "event": "bridge", "source": "A", "text": MANY},
                           {"id": "c", "event": "fair", "source": "C", "text": "Rain."},
                           {"id": "b", "event": "bridge", "source": "B", "text": MANY})
        self.expect(run, 0, err="")
        answers = run.answers()
        self.assertEqual([list(answer) for answer in answers], [["event", "facts", "findings"]] * 2)
        self.assertEqual([answer["event"] for answer in answers], ["bridge", "fair"])
        values = [value for fact in answers[0]["facts"] for value in fact["values"]]
        self.assertEqual({(value["id"], value["source"]) for value in values}, {("a", "A"), ("b", "B")})
        self.assertTrue({"id", "source", "text", "low", "high"} <= set(values[0]))
        self.assertEqual({fact["verdict"] for fact in answers[0]["facts"]}, {"holds"})

    def test_a_finding_names_its_documents(self):
        run = self.compare({"id": "a", "event": "bridge", "source": "A", "date": DAY, "text": MANY},
                           {"id": "b", "event": "bridge", "source": "B", "date": DAY, "text": FEW})
        self.assertEqual(run.err, "")
        findings = run.answers()[0]["findings"]
        self.assertTrue(findings)
        for finding in findings:
            ids = {finding["id"], *(mark["id"] for mark in finding["related"])}
            self.assertEqual(ids, {"a", "b"})

    def test_a_record_without_event_is_answered_with_an_error(self):
        run = self.compare({"id": "a", "text": MANY},
                           {"id": "b", "event": "bridge", "text": MANY})
        self.assertEqual(run.status, 2)
        self.assertEqual(run.answers()[0], {"id": "a", "line": 1, "code": "D013",
                                            "error": 'no "event" to compare the record on'})
        self.assertEqual(run.answers()[1]["event"], "bridge")

    def test_files_are_compared_with_each_other(self):
        self.write("a.md", "---\nevent: bridge\n---\n\n" + MANY)
        self.write("b.txt", MANY)
        run = self.figcheck("compare", "a.md", "b.txt")
        self.expect(run, 0, err="")
        self.assertTrue(run.out.startswith("bridge\n"))
        self.assertRegex(run.out, r'(?m)^    a\.md +".*40.*')
        self.assertRegex(run.out, r'(?m)^    b\.txt +".*40.*')

    def test_one_file_alone_is_refused(self):
        self.write("a.txt", MANY)
        self.expect(self.figcheck("compare", "a.txt"), 2, out="",
                    err="a.txt: error: nothing to compare it with [U004]\n")

    def test_a_missing_file_exits_with_2_and_the_others_are_compared(self):
        self.write("a.txt", MANY)
        self.write("b.txt", MANY)
        run = self.figcheck("compare", "--format", "jsonl", "a.txt", "none.txt", "b.txt")
        self.expect(run, 2, err="none.txt: error: no such file [F001]\n")
        self.assertEqual([list(answer)[0] for answer in run.answers()], ["id", "event"])


if __name__ == "__main__":
    main()
