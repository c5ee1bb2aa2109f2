using System.Text;
using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>Reads Elsa 3 definition JSON strictly: every error of the file at once, each with its place.</summary>
/// <remarks>
/// Older forms are understood and brought into the canonical one: flat connections, <c>$values</c> wrappers,
/// PascalCase names, CLR type names. Unknown fields are kept and never executed. Whether the flow makes sense is not
/// asked here.
/// </remarks>
public static class DefinitionReader
{
    private static readonly string[] First =
    [
        "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs",
        "outputs", "outcomes", "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options",
    ];

    public static DefinitionReadResult Read(string json, DefinitionReadOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(json), options);

    public static DefinitionReadResult Read(ReadOnlySpan<byte> utf8, DefinitionReadOptions? options = null)
    {
        var reading = new Reading(options ?? new DefinitionReadOptions());
        var source = SourceReader.Read(utf8, reading);
        var definition = source is null ? null : Definition(source, reading);
        return new DefinitionReadResult(reading.Failed ? null : definition, reading.Errors);
    }

    private static WorkflowDefinition? Definition(SourceNode source, Reading reading)
    {
        if (source.Kind != JsonValueKind.Object)
        {
            reading.Refuse(source.Place, "not-a-definition",
                "Tệp không chứa định nghĩa quy trình (phải là một đối tượng JSON).",
                "The file holds no workflow definition (it must be a JSON object).");
            return null;
        }

        var head = new HeadReader(source, reading);
        var variables = head.Variables(source);
        var root = Root(source, reading);
        var inputs = head.Arguments("inputs");
        var outputs = head.Arguments("outputs");
        var (id, definitionId, version) = (head.Required("id"), head.Required("definitionId"), head.Version());
        var (name, description, outcomes, options) =
            (head.Optional("name"), head.Optional("description"), head.Texts("outcomes"), head.Options());
        if (root is null || reading.Failed)
        {
            return null;
        }

        source.Order(First, ["root"]);
        var definition = new WorkflowDefinition(root, source.ToElement())
        {
            Id = id,
            DefinitionId = definitionId,
            Version = version,
            Name = name,
            Description = description,
            Variables = variables,
            Inputs = inputs,
            Outputs = outputs,
            Outcomes = outcomes,
            Options = options,
        };
        RefuseDoubleVariables(definition, source, reading);
        return definition;
    }

    private static Activity? Root(SourceNode source, Reading reading)
    {
        if (source.Find("root") is { Kind: JsonValueKind.Object } root)
        {
            return new ActivityReader(reading).Read(root, "Workflow1");
        }

        reading.Refuse(source.Find("root")?.Place ?? source.Place, "root-missing",
            "Định nghĩa thiếu “root”, lưu đồ của quy trình.", "The definition lacks “root”, the workflow's flowchart.");
        return null;
    }

    // Expressions name variables without saying which container's, so one name must mean one variable.
    private static void RefuseDoubleVariables(WorkflowDefinition definition, SourceNode source, Reading reading)
    {
        foreach (var twice in definition.AllVariables.GroupBy(v => v.Name).Where(g => g.Count() > 1))
        {
            reading.Refuse(source.Place, "duplicate-variable",
                $"Biến “{twice.Key}” được khai báo {twice.Count()} lần.",
                $"The variable “{twice.Key}” is declared {twice.Count()} times.");
        }
    }
}
