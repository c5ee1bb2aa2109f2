using System.Text.Json.Nodes;
using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.Editing;

[Parallelizable(ParallelScope.All)]
public sealed class TextEditTests
{
    private const string Small = """
        ---
        # who wrote it
        code: QT-99   # never changes
        name: {vi: 'Thủ tục "thử"', en: Trial}
        sets: 1
        legalBasis:
          # the law first
          - number: "1/2025/QH15"
            title: {vi: Luật, en: Law}   # short
            source: "found: Công báo"
          - {number: 2/2025/NĐ-CP, title: {vi: Nghị định, en: Decree}, source: unverified}
        fees: []
        form:
        # the end
        ---
        # Mục đích

        Một.

        # Summary in English

        One.

        """;

    private static readonly string[] LawOrder = ["number", "title", "effectiveFrom", "effectiveTo", "source"];

    [Test]
    public void A_value_is_replaced_where_it_stands_and_keeps_its_quotes() => Changes(
        Set("name", ("vi", "Thủ tục, it's new")),
        "name: {vi: 'Thủ tục \"thử\"', en: Trial}",
        "name: {vi: 'Thủ tục, it''s new', en: Trial}");

    [Test]
    public void A_text_that_cannot_stand_plain_gets_quotes() => Changes(
        Set("legalBasis[0].title", ("en", "Law: the new one")),
        "title: {vi: Luật, en: Law}   # short",
        "title: {vi: Luật, en: \"Law: the new one\"}   # short");

    [Test]
    public void A_comment_behind_a_value_stays() => Changes(
        Set("", ("code", "QT-98")), "code: QT-99   # never changes", "code: QT-98   # never changes");

    [Test]
    public void A_new_key_stands_in_its_order_on_a_line_of_its_own() => Changes(
        new SetValues("legalBasis[0]", [KeyValuePair.Create("effectiveFrom", (JsonNode?)"2026-01-01")], LawOrder),
        "    title: {vi: Luật, en: Law}   # short\n",
        "    title: {vi: Luật, en: Law}   # short\n    effectiveFrom: \"2026-01-01\"\n");

    [Test]
    public void A_new_key_stands_in_the_braces_of_a_mapping_on_one_line() => Changes(
        new SetValues("legalBasis[1]", [KeyValuePair.Create("effectiveTo", (JsonNode?)"2026-01-01")], LawOrder),
        "en: Decree}, source", "en: Decree}, effectiveTo: \"2026-01-01\", source");

    [Test]
    public void A_removed_key_takes_its_line_or_its_comma_along()
    {
        Changes(new SetValues("legalBasis[0]", [KeyValuePair.Create("title", (JsonNode?)null)], LawOrder), "    title: {vi: Luật, en: Law}   # short\n", "");
        Changes(new SetValues("legalBasis[1]", [KeyValuePair.Create("title", (JsonNode?)null)], LawOrder), ", title: {vi: Nghị định, en: Decree}", "");
        Changes(new SetValues("legalBasis[0]", [KeyValuePair.Create("number", (JsonNode?)null)], LawOrder), "number: \"1/2025/QH15\"\n    title", "title");
    }

    [Test]
    public void A_new_item_follows_the_last_one() => Changes(
        new AddItem("", "legalBasis", new JsonObject { ["number"] = "3", ["title"] = new JsonObject { ["vi"] = "Thông tư", ["en"] = "Circular" } }, []),
        "source: unverified}\n", "source: unverified}\n  - {number: \"3\", title: {vi: Thông tư, en: Circular}}\n");

    [TestCase("fees", "fees: []\n", "fees:\n  - {id: a}\n")]
    [TestCase("form", "form:\n", "form:\n  - {id: a}\n")]
    [TestCase("records", "form:\n", "form:\nrecords:\n  - {id: a}\n")]
    public void The_first_item_makes_the_list(string list, string before, string after) => Changes(
        new AddItem("", list, new JsonObject { ["id"] = "a" }, ["code", "name", "sets", "legalBasis", "fees", "form", "records"]), before, after);

    [Test]
    public void A_long_item_is_written_as_lines()
    {
        var item = new JsonObject
        {
            ["id"] = "a",
            ["label"] = new JsonObject { ["vi"] = new string('x', 60), ["en"] = new string('y', 60) },
            ["options"] = new JsonArray(new JsonObject { ["id"] = "b", ["vi"] = "Có" }),
        };

        Changes(new AddItem("", "form", item, []), "form:\n", $"form:\n  - id: a\n    label: {{vi: {new string('x', 60)}, en: {new string('y', 60)}}}\n    options:\n      - {{id: b, vi: Có}}\n");
    }

    [Test]
    public void A_removed_item_takes_its_lines_along_and_the_last_one_leaves_an_empty_list()
    {
        var without = Changes(new RemoveItem("", "legalBasis", 1), "  - {number: 2/2025/NĐ-CP, title: {vi: Nghị định, en: Decree}, source: unverified}\n", "");

        Assert.That(without.With(new RemoveItem("", "legalBasis", 0)).Content, Does.Contain("\nlegalBasis: []\nfees"));
        Assert.That(() => without.With(new RemoveItem("", "legalBasis", 1)), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void Items_change_places_and_back()
    {
        var moved = Draft(Small).With(new MoveItem("", "legalBasis", 0, 1));

        Assert.That(moved.Value("legalBasis[0].number"), Is.EqualTo("2/2025/NĐ-CP"));
        Assert.That(moved.With(new MoveItem("", "legalBasis", 1, -1)).Content, Is.EqualTo(Small));
        Assert.That(moved.With(new MoveItem("", "legalBasis", 0, -1)), Is.SameAs(moved), "it stops at the end");
    }

    [Test]
    public void A_section_is_written_between_its_headings() => Changes(
        new SetSection("Mục đích", "Hai.\n\n- ba"), "\nMột.\n", "\nHai.\n\n- ba\n");

    [Test]
    public void A_new_section_stands_before_the_English_summary() => Changes(
        new SetSection("Phạm vi", "Cả xã."), "# Summary", "# Phạm vi\n\nCả xã.\n\n# Summary");

    [Test]
    public void A_section_holds_no_heading_of_the_first_level()
    {
        Assert.That(() => Draft(Small).With(new SetSection("Phạm vi", "a\n# b")), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void Windows_line_ends_stay()
    {
        var windows = Small.ReplaceLineEndings("\r\n");

        var edited = Draft(windows)
            .With(new AddItem("", "legalBasis", new JsonObject { ["number"] = "3" }, []))
            .With(new SetSection("Mục đích", "Hai.\nBa."))
            .With(new SetValues("legalBasis[0]", [KeyValuePair.Create("effectiveTo", (JsonNode?)"x")], LawOrder));

        Assert.That(edited.Content.ReplaceLineEndings("\n").Replace("\n", "\r\n", StringComparison.Ordinal), Is.EqualTo(edited.Content));
        Assert.That(edited.Value("legalBasis[2].number"), Is.EqualTo("3"));
    }

    [Test]
    public void What_already_stands_is_not_written_again()
    {
        var draft = Draft(Small);

        Assert.That(draft.With(Set("name", ("vi", "Thủ tục \"thử\""))), Is.SameAs(draft));
        Assert.That(draft.With(new SetSection("Mục đích", "Một.")), Is.SameAs(draft));
    }

    [TestCase("no front matter")]
    [TestCase("---\n- a\n---\n")]
    [TestCase("---\na: [1\n---\n")]
    public void A_text_without_readable_front_matter_says_why(string content)
    {
        var (draft, problem) = TextDraft.Read(content);

        Assert.That(draft, Is.Null);
        Assert.That(problem?.Vi, Is.Not.Empty);
    }

    private static SetValues Set(string path, params (string Key, string Value)[] values) =>
        new(path, [.. values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value))], []);

    private static TextDraft Changes(TextEdit edit, string before, string after)
    {
        Assert.That(Small.Split(before), Has.Length.EqualTo(2), "the place is there once");
        var edited = Draft(Small).With(edit);
        Assert.That(edited.Content, Is.EqualTo(Small.Replace(before, after, StringComparison.Ordinal)));
        return edited;
    }

    private static TextDraft Draft(string content)
    {
        var (draft, problem) = TextDraft.Read(content);
        Assert.That(problem, Is.Null);
        return draft!;
    }
}
