using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>Reads the ISO text of a procedure: YAML front matter between two lines of <c>---</c>, then Markdown.</summary>
public static partial class ProcedureReader
{
    /// <param name="file">Name of the file, used in problems only.</param>
    /// <returns>The procedure, or null with at least one problem.</returns>
    public static (Procedure? Procedure, IReadOnlyList<LoadProblem> Problems) Read(string file, string content)
    {
        var normalised = VietnameseText.Compose(content).ReplaceLineEndings("\n");
        var match = FrontMatter().Match(normalised);
        if (!match.Success)
            return (null, [new LoadProblem(file, 1, "", new Text(
                "Tệp phải bắt đầu bằng phần đầu YAML nằm giữa hai dòng ---.",
                "The file must begin with YAML front matter between two lines of ---."))]);

        var (document, root) = YamlDocument.Parse(file, match.Groups["yaml"].Value, lineOffset: 1);
        var bodyLine = normalised[..match.Length].Count(c => c == '\n') + 1;
        var (body, bodyProblems) = ProcedureTextReader.Read(file, normalised[match.Length..], bodyLine);
        var procedure = ReadProcedure(root, body);
        root.Done();
        LoadProblem[] problems = [.. document.Problems.OrderBy(p => p.Line), .. bodyProblems];
        return (problems.Length == 0 ? procedure : null, problems);
    }

    /// <summary>
    /// The JSON Schema (draft 2020-12) of the front matter, made by the reader itself: it reads a file with nothing in it
    /// and notes what is asked for, once as for dossiers of applicants and once as for those officers open.
    /// </summary>
    public static JsonObject Schema()
    {
        var (applicants, officers) = (new YamlShape(answersHas: false), new YamlShape(answersHas: true));
        foreach (var shape in new[] { applicants, officers })
            _ = ReadProcedure(YamlMap.Asking(shape), new ProcedureText([], ""));
        return new JsonObject(
        [
            new("$schema", "https://json-schema.org/draft/2020-12/schema"),
            new("$id", "urn:isoe:schema:iso-procedure"),
            new("title", "Front matter of the ISO text of a procedure"),
            new("description", "The YAML between the two lines of --- at the beginning of iso-procedures/CODE.md."),
            .. YamlShape.SchemaOf(applicants, officers).Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone())),
        ]);
    }

    private static Procedure ReadProcedure(YamlMap map, ProcedureText body) =>
        ReadProcedure(map, body, map.List("taskForms", FormReader.TaskForm));

    private static Procedure ReadProcedure(YamlMap map, ProcedureText body, IReadOnlyList<TaskForm> taskForms) => new()
    {
        Code = map.String("code"),
        Name = map.Text("name"),
        Field = map.Text("field"),
        FieldCode = map.OptionalString("fieldCode"),
        Level = map.Choice<ProcedureLevel>("level"),
        Executors = map.List("executors", Executor),
        PublishingAgency = map.Text("publishingAgency"),
        ExecutingAgency = map.Text("executingAgency"),
        Applicants = map.List("applicants", Bilingual),
        Source = Source(map),
        Control = Control(map),
        Versions = map.List("versions", m => new VersionInForce(m.Integer("version"), m.Date("effectiveFrom"))),
        Cases = map.List("cases", Case),
        LegalBasis = map.List("legalBasis", Law),
        Components = map.List("components", Component),
        OpenedBy = map.Strings("openedBy"),
        Sets = map.Has("openedBy") ? 0 : map.Integer("sets"),
        Fees = map.List("fees", Fee),
        Supplement = map.Has("openedBy") ? SupplementRule.Never : Supplement(map),
        SameDayCutOff = map.OptionalTime("sameDayCutOff"),
        Form = map.List("form", FormReader.Field),
        TaskForms = taskForms,
        Answer = [.. map.Strings("answer").Select(name => AnswerField(map, taskForms, name)).OfType<FormField>()],
        Records = map.List("records", Record),
        BlankForms = map.List("blankForms", m => new BlankForm(
            m.String("number"), m.Text("name"), m.OptionalString("legalBasis"), Source(m))),
        ResultName = map.Text("result"),
        OnlineLevel = map.Choice("onlineLevel", map.Has("openedBy") ? (OnlineLevel?)OnlineLevel.Info : null),
        Confidentiality = Confidentiality(map),
        Constraints = map.List("constraints", Bilingual),
        Abbreviations = map.List("abbreviations", m => new Abbreviation(m.String("short"), m.Text("meaning"))),
        Body = body,
    };

    private static Text Bilingual(YamlMap map) => new(map.String("vi"), map.String("en"));

    private static Executor Executor(YamlMap map) => new(
        Known(map, "level", AgencyKinds.Levels), Known(map, "kind", AgencyKinds.All));

    private static string Known(YamlMap map, string key, IReadOnlyDictionary<string, Text> codes)
    {
        var word = map.String(key);
        map.IsOneOf(key, codes.Keys);
        var all = string.Join(", ", codes.Keys);
        if (word.Length > 0 && !codes.ContainsKey(word)) map.Problem(key, new Text(
            $"Mã \"{word}\" không có; dùng một trong: {all}.", $"There is no code \"{word}\"; use one of: {all}."));
        return word;
    }

    private static ProcedureCase Case(YamlMap map) => new(
        map.String("id"), map.Text("name"), map.Limit("limit"), map.Choice("startsAt", (ClockStart?)ClockStart.Accepted),
        map.List("prolongations", m => new Prolongation(m.Limit("limit"), m.Text("ground"), Source(m))), Source(map));

    private static LegalBasis Law(YamlMap map) => new(
        map.String("number"), map.Text("title"), map.OptionalDate("effectiveFrom"), map.OptionalDate("effectiveTo"), Source(map));

    private static DossierComponent Component(YamlMap map) => new(
        map.String("id"),
        map.Text("name"),
        map.OptionalInteger("originals") ?? 0,
        map.OptionalInteger("copies") ?? 0,
        map.Choice<ComponentRequirement>("required"),
        map.OptionalText("condition"),
        FormReader.Condition(map, "when"),
        map.Choice<ComponentAct>("act"),
        Channels(map),
        map.OptionalString("blankForm"),
        Source(map));

    private static IReadOnlyList<Channel> Channels(YamlMap map)
    {
        if (!map.Has("channels")) return Enum.GetValues<Channel>();
        var channels = new List<Channel>();
        foreach (var word in map.Strings("channels"))
        {
            if (Enum.TryParse<Channel>(word, ignoreCase: true, out var channel)) channels.Add(channel);
            else map.Problem("channels", new Text(
                $"Kênh \"{word}\" không có; dùng direct, online, post.", $"There is no channel \"{word}\"; use direct, online, post."));
        }
        return channels;
    }

    /// <summary>A field of a task form as <c>form.field</c>.</summary>
    private static FormField? AnswerField(YamlMap map, IReadOnlyList<TaskForm> forms, string name)
    {
        var field = forms.SelectMany(form => form.Fields.Where(field => $"{form.Id}.{field.Id}" == name)).FirstOrDefault();
        if (field is null) map.Problem(StepAnswer.Output, new Text(
            $"Không có trường \"{name}\" trong các biểu mẫu nhập liệu; viết \"biểu mẫu.trường\".",
            $"The task forms have no field \"{name}\"; write \"form.field\"."));
        return field;
    }

    private static Fee Fee(YamlMap map) => new(
        map.String("id"), map.Choice<FeeKind>("kind"), map.Text("name"), map.OptionalNumber("amount"),
        FormReader.Condition(map, "formula"), map.Text("rule"), Source(map));

    private static SupplementRule Supplement(YamlMap map)
    {
        if (map.RequiredMap("supplement") is not { } rule) return new SupplementRule(1, default, new Source(false, null));
        var read = new SupplementRule(rule.Integer("max"), rule.Limit("limit"), Source(rule));
        rule.Done();
        return read;
    }

    private static ConfidentialityRule? Confidentiality(YamlMap map)
    {
        if (map.Map("confidentiality") is not { } rule) return null;
        var read = new ConfidentialityRule(rule.Text("rule"), Source(rule));
        rule.Done();
        return read;
    }

    private static RecordKind Record(YamlMap map) => new(
        map.String("code"), map.Text("name"), map.OptionalString("template"), Retention(map),
        map.Text("place"), map.OptionalString("form"), Source(map), PaperSigning.Read(map));

    private static Retention Retention(YamlMap map)
    {
        var word = map.String("retention");
        map.Looks("retention", @"^(permanent|\d{1,3}y)$");
        if (word == "permanent") return new Retention(null);
        if (RetentionYears().Match(word) is { Success: true } match)
            return new Retention(int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        if (word.Length > 0) map.Problem("retention", new Text(
            $"Thời hạn bảo quản \"{word}\" không đúng; viết permanent hoặc số năm như 10y.",
            $"The retention \"{word}\" is not right; write permanent or years such as 10y."));
        return new Retention(null);
    }

    internal static Source Source(YamlMap map)
    {
        var word = map.String("source");
        map.Looks("source", @"^(found:\s*\S|unverified)");
        if (Procedures.Source.Parse(word) is { } source) return source;
        if (word.Length > 0) map.Problem("source", new Text(
            "Nguồn phải viết \"found: <văn bản>\" hoặc \"unverified\".",
            "A source is written \"found: <text>\" or \"unverified\"."));
        return new Source(false, null);
    }

    private static ControlPage Control(YamlMap map)
    {
        if (map.RequiredMap("control") is not { } control)
        {
            var nobody = new ControlSignature("", new Text("", ""));
            return new ControlPage("", 0, DateOnly.MinValue, nobody, nobody, nobody, [], []);
        }
        var read = new ControlPage(
            control.String("number"), control.Integer("issue"), control.Date("issuedOn"),
            Signature(control, "drafted"), Signature(control, "reviewed"), Signature(control, "approved"),
            control.List("revisions", m => new Revision(
                m.Integer("issue"), m.Integer("number"), m.Date("on"), m.String("part"), m.Text("description"))),
            control.List("distribution", m => new Distribution(m.Text("to"), m.Integer("copies"))));
        control.Done();
        return read;
    }

    private static ControlSignature Signature(YamlMap map, string key)
    {
        if (map.RequiredMap(key) is not { } signature) return new ControlSignature("", new Text("", ""));
        var read = new ControlSignature(signature.String("role"), signature.Text("title"));
        signature.Done();
        return read;
    }

    [GeneratedRegex(@"\A---\n(?<yaml>.*?\n)---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\A(\d{1,3})y\z")]
    private static partial Regex RetentionYears();
}
