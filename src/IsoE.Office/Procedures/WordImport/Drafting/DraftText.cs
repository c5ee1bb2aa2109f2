using System.Text.Json.Nodes;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Procedures.WordImport.Sections;
using IsoE.Workflows.Editing;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>Writes the ISO text of a draft: a new procedure's, with what the document says in its places.</summary>
/// <remarks>Every value carries <c>source: unverified</c> with the place in the document; English is the Vietnamese until somebody translates it.</remarks>
internal sealed class DraftText(WordProcedure word, FlowPlan plan, DraftRecords records)
{
    private static readonly string[] Order =
    [
        "code", "name", "field", "fieldCode", "level", "executors", "publishingAgency", "executingAgency", "applicants", "source", "control", "versions", "cases", "sets",
        "supplement", "sameDayCutOff", "result", "onlineLevel", "legalBasis", "components", "fees", "form", "taskForms", "records", "blankForms", "constraints", "abbreviations",
    ];

    /// <param name="template">The ISO text of a new procedure.</param>
    public string Write(string template)
    {
        var draft = TextDraft.Read(template).Draft!;
        return draft.With([Values(), .. Head(), .. Body()]).Content;
    }

    private SetValues Values()
    {
        var text = word.Text;
        var values = new Dictionary<string, JsonNode?>
        {
            ["source"] = "unverified: nhập từ tệp Word",
            ["cases"] = new JsonArray(Case()),
            ["sets"] = text.Sets?.Value ?? 1,
            ["taskForms"] = DraftForms.Of(plan),
        };
        if (OneLine(text.Result) is { Length: > 0 } result) values["result"] = Same(result);
        if (text.Laws.Count > 0) values["legalBasis"] = List(text.Laws.DistinctBy(law => (law.Value!.Number, law.Value.Title)), Law);
        if (text.Papers.Count > 0) values["components"] = Papers();
        if (text.Fee is { } fee) values["fees"] = new JsonArray(Fee(fee));
        if (records.All.Count > 0) values["records"] = new JsonArray([.. records.All.Select(record => Record(record.Code, record.Record))]);
        if (BlankForms() is { Count: > 0 } forms) values["blankForms"] = forms;
        if (text.Abbreviations.Count > 0) values["abbreviations"] = List(text.Abbreviations.DistinctBy(a => a.Value!.Short), a => new JsonObject { ["short"] = a.Value!.Short, ["meaning"] = Same(a.Value.Meaning) });
        return new SetValues("", [.. values], Order);
    }

    private IEnumerable<TextEdit> Head()
    {
        if (word.Text.Number?.Value is { } number) yield return new SetValues("control", [KeyValuePair.Create("number", (JsonNode?)number)], ["number"]);
    }

    private IEnumerable<TextEdit> Body()
    {
        var text = word.Text;
        (string Title, string? Markdown)[] known =
        [
            ("Mục đích", text.Purpose?.Value), ("Phạm vi", text.Scope?.Value), ("Tài liệu viện dẫn", text.References?.Value),
            ("Định nghĩa và chữ viết tắt", text.Definitions?.Value), ("Yêu cầu và lưu ý", text.Conditions?.Value),
        ];
        var others = text.Others.GroupBy(other => other.Title, StringComparer.Ordinal)
            .Where(group => !Array.Exists(known, section => section.Title == group.Key))
            .Select(group => (Title: group.Key, Markdown: (string?)string.Join("\n\n", group.Select(other => other.Markdown.Value))));
        return known.Concat(others).Where(section => section.Markdown is { Length: > 0 }).Select(section => new SetSection(section.Title, section.Markdown!));
    }

    private JsonObject Case()
    {
        var (limit, source) = DraftLimit.Of(word, plan);
        return new JsonObject
        {
            ["id"] = "standard",
            ["name"] = DraftForms.Bilingual("Trường hợp chung", "Standard case"),
            ["limit"] = limit.ToString(),
            ["startsAt"] = "accepted",
            ["source"] = source,
        };
    }

    private static JsonObject Law(Imported<ImportedLaw> law) => new()
    {
        ["number"] = law.Value!.Number.Length > 0 ? law.Value.Number : "chưa rõ số",
        ["title"] = Same(law.Value.Title),
        ["source"] = Unverified(law.Sources),
    };

    private JsonArray Papers()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return List(word.Text.Papers, paper =>
        {
            var id = ReadableId.Unique(ReadableId.Of(paper.Value!.Name), ids.Contains);
            ids.Add(id);
            var item = new JsonObject { ["id"] = id, ["name"] = Same(paper.Value.Name) };
            if (paper.Value.Originals > 0 || paper.Value.Copies == 0) item["originals"] = Math.Max(paper.Value.Originals, 1);
            if (paper.Value.Copies > 0) item["copies"] = paper.Value.Copies;
            item["required"] = "always";
            item["act"] = paper.Value.IsShown ? "show" : "submit";
            item["source"] = Unverified(paper.Sources);
            return item;
        });
    }

    private static JsonObject Fee(Imported<ImportedFee> fee)
    {
        var item = new JsonObject { ["id"] = "fee", ["kind"] = "statutory", ["name"] = DraftForms.Bilingual("Phí, lệ phí", "Fee") };
        if (fee.Value!.Amount is { } amount) item["amount"] = (long)amount;
        item["rule"] = Same(fee.Value.Rule);
        item["source"] = Unverified(fee.Sources);
        return item;
    }

    private static JsonObject Record(string code, ImportedRecord record) => new()
    {
        ["code"] = code,
        ["name"] = Same(record.Name),
        ["retention"] = record.IsGiven && record.Years is null ? "permanent" : $"{Math.Max(record.Years ?? 10, 1)}y",
        ["place"] = Same(record.Place.Length > 0 ? record.Place : "Chưa xác định"),
        ["source"] = record.IsGiven ? "unverified: tệp Word" : "unverified: tệp Word không ghi thời gian lưu",
    };

    /// <summary>The document's list of forms, then forms its steps name by number.</summary>
    private JsonArray BlankForms() => List(
        word.Text.Forms.Select(form => form.Value!).Concat(word.Sheet.Steps.SelectMany(step => step.Forms.Value!).Where(form => form.Code.Length > 0))
            .DistinctBy(form => form.Code.Length > 0 ? form.Code : form.Name),
        form => new JsonObject
        {
            ["number"] = form.Code.Length > 0 ? form.Code : form.Name,
            ["name"] = Same(form.Name),
            ["source"] = "unverified: tệp Word",
        });

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);

    private static JsonObject Same(string text) => DraftForms.Bilingual(text, text);

    private static string? OneLine(Imported<string>? text) => text?.Value?.Split('\n')[0].TrimStart('-', ' ').Trim();

    internal static string Unverified(IReadOnlyList<SourceCell> sources)
    {
        if (sources.MaxBy(source => source.Text.Length)?.Place().Vi is not { } place) return "unverified";
        return $"unverified: tệp Word, {char.ToLowerInvariant(place[0])}{place[1..]}";
    }
}
