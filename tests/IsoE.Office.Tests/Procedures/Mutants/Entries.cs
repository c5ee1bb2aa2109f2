using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tests.Procedures.Mutants;

/// <summary>
/// What can be entered in a procedure as far as it makes a difference: every value where a condition asks for the field,
/// one where none does.
/// </summary>
internal sealed partial class Entries
{
    private static readonly decimal[] Numbers = [0, 1, 2, 10, 50, 100, 1_000];

    private readonly Procedure text;
    private readonly Func<string, ProcedureVersion?> others;
    private readonly ILookup<string, bool> asked;
    private readonly string deciding;
    private readonly string all;

    public Entries(Procedure text, WorkflowDefinition definition, Func<string, ProcedureVersion?> others)
    {
        (this.text, this.others) = (text, others);
        var activities = definition.Root.SelfAndDescendants().ToList();
        deciding = string.Join('\n', activities.SelectMany(activity => Scripts(activity, ["condition", "value"])));
        all = string.Join('\n', activities.SelectMany(activity => Scripts(activity, activity.Inputs.Keys)));
        asked = Member().Matches(deciding).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Success);
    }

    /// <summary>Everything the procedure can be started with.</summary>
    public IEnumerable<Dictionary<string, JsonElement>> Inputs(WorkflowDefinition definition) =>
        from @case in text.Cases
        from form in Filled(text.Form, _ => true)
        from channel in asked.Contains("channel") ? new[] { "direct", "online" } : ["direct"]
        let given = new Dictionary<string, JsonElement>
        {
            ["case"] = Values.Of(@case.Id),
            ["form"] = Values.Of(form.DeepClone()),
            ["dossier"] = Values.Of(new JsonObject { ["code"] = "H29", ["channel"] = channel, ["receivedBy"] = new JsonObject { ["id"] = "p1", ["name"] = "An" } }),
        }
        select given.Where(input => definition.Inputs.Any(declared => declared.Name == input.Key)).ToDictionary();

    /// <summary>Everything somebody can enter in what waits, with the outcome; for an event or another procedure what it brings.</summary>
    public IEnumerable<(string Outcome, JsonElement Entered)> Of(Wait wait) => wait switch
    {
        UserTask task => from outcome in task.Outcomes from form in OfForm(task.Form, outcome) select (outcome, Values.Of(form)),
        EventWait { EventName: not null } waiting => OfForm(waiting.Form, waiting.Outcome).Select(form => (waiting.Outcome, Values.Of(form))),
        SubProcedureWait sub => OfOther(sub),
        _ => [],
    };

    /// <summary>Whether the passing of time ends it.</summary>
    public static bool TimesOut(Wait wait) => wait switch
    {
        UserTask task => task.TimeLimit is not null && task.Outcomes.Contains(task.OnTimeout),
        SubProcedureWait sub => sub.TimeLimit is not null && sub.OnTimeout is not (Timeouts.Warn or Timeouts.Escalate),
        EventWait waiting => waiting.TimeLimit is not null,
        _ => true,
    };

    /// <summary>The part of a variable's value that decides anything: nothing of it, or only whether there is one, or all.</summary>
    public string Deciding(string variable, JsonElement value) =>
        deciding.Contains($"'{variable}'", StringComparison.Ordinal) ? value.ToString()
        : all.Contains($"'{variable}'", StringComparison.Ordinal) ? $"{value.ValueKind == JsonValueKind.Null}"
        : "";

    private IEnumerable<(string, JsonElement)> OfOther(SubProcedureWait sub)
    {
        var other = others(sub.Procedure)!;
        var endings = GateContext.Known(other.Procedure, other.Definition).Outcomes;
        return (from ending in endings
                from answer in Filled(other.Procedure.Answer, _ => true)
                select (ending, Values.Of(new JsonObject { ["answer"] = answer.DeepClone() })))
            .Append(("Cancelled", Values.Of(new JsonObject())));
    }

    private IEnumerable<JsonObject> OfForm(string? form, string outcome) =>
        Filled(text.FindTaskForm(form ?? "")?.Fields ?? [], field => field.Outcomes.Count == 0 || field.Outcomes.Contains(outcome));

    private IEnumerable<JsonObject> Filled(IReadOnlyList<FormField> fields, Func<FormField, bool> isShown)
    {
        IEnumerable<JsonObject> forms = [new JsonObject()];
        foreach (var field in fields.Where(isShown))
            forms = forms.SelectMany(form => ValuesOf(field).Select(value => With(form, field.Id, value))).ToList();
        return forms;
    }

    private static JsonObject With(JsonObject form, string id, JsonNode? value)
    {
        var filled = form.DeepClone().AsObject();
        if (value is not null) filled[id] = value.DeepClone();
        return filled;
    }

    private IEnumerable<JsonNode?> ValuesOf(FormField field)
    {
        var values = Every(field).ToList();
        if (!asked.Contains(field.Id)) return values.Take(1);
        // Where conditions ask only whether there is a value, one stands for all.
        var distinct = asked[field.Id].All(isNull => isNull) ? values.Take(1) : values;
        return field is { Required: true, VisibleWhen: null } ? distinct : distinct.Append(null);
    }

    private static IEnumerable<JsonNode?> Every(FormField field) => field.Type switch
    {
        FieldType.YesNo => field.MustBeYes ? [JsonValue.Create(true)] : [JsonValue.Create(true), JsonValue.Create(false)],
        FieldType.Choice => field.Options.Select(option => JsonValue.Create(option.Id)),
        FieldType.Person => [new JsonObject { ["id"] = "p1", ["name"] = "An" }],
        FieldType.Number or FieldType.Integer or FieldType.Money => NumbersOf(field).Select(number => JsonValue.Create(number)),
        FieldType.Date => [JsonValue.Create("2026-08-18")],
        _ => [JsonValue.Create("x")],
    };

    private static IEnumerable<decimal> NumbersOf(FormField field)
    {
        var (min, max) = (field.Min ?? 0, field.Max ?? 1_000);
        return max - min <= 10 && field.Type == FieldType.Integer
            ? Enumerable.Range((int)min, (int)(max - min) + 1).Select(number => (decimal)number)
            : Numbers.Where(number => number >= min && number <= max).Append(min).Append(max).Distinct();
    }

    private static IEnumerable<string> Scripts(Activity activity, IEnumerable<string> inputs) =>
        inputs.Select(input => activity.Inputs.GetValueOrDefault(input)?.JavaScript?.Source).OfType<string>()
            .Concat(activity.Cases.Select(@case => @case.Condition.JavaScript?.Source).OfType<string>());

    /// <summary>A member that is read, and whether it is compared with null only.</summary>
    [GeneratedRegex(@"\.\s*([A-Za-z_]\w*)(\s*[!=]==?\s*null\b)?")]
    private static partial Regex Member();
}
