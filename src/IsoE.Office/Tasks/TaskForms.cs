using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>The declared fields of task forms, and the checking of what was entered in them.</summary>
public sealed class TaskForms(ProcedureLibrary procedures)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    /// <summary>The normalised values of a task's form; an empty object for a task without one.</summary>
    /// <param name="filledIn">Fields the system fills in itself: they are not expected, and not taken.</param>
    /// <exception cref="RejectedException"><c>form-invalid</c> with a sentence for each field.</exception>
    public JsonElement Check(Step step, string? formId, string? outcome, JsonElement values, params IReadOnlyCollection<string> filledIn)
    {
        if (Of(step, formId)?.Without(filledIn) is not { } form) return Nothing;
        var check = FormValidation.Validate(form.Fields, values, AnswersOf(step.Workflow!, outcome, VietnamTime.DateOf(step.Now)));
        return check.IsValid ? check.Values : throw Invalid(check.Errors);
    }

    /// <summary>The form of a task in the version its dossier is pinned to; null for a task without one.</summary>
    public TaskForm? Find(string procedureCode, int version, string? formId) =>
        formId is null ? null : procedures.Get(procedureCode, version).Procedure.FindTaskForm(formId);

    /// <summary>The same for the dossier of a step.</summary>
    public TaskForm? Of(Step step, string? formId) =>
        Find(step.Instance.DefinitionId!, step.Instance.DefinitionVersion!.Value, formId);

    /// <summary>The values with the reason put where the form has a field for it.</summary>
    internal JsonElement WithReason(Step step, string? formId, JsonElement values, string reason)
    {
        var fields = Of(step, formId)?.Fields ?? [];
        var field = fields.FirstOrDefault(field => field.Id == TaskResult.Reason)
            ?? fields.FirstOrDefault(field => field.Type is FieldType.Multiline);
        if (field is null) return values;
        var entered = values.ValueKind == JsonValueKind.Object ? JsonObject.Create(values)! : [];
        entered[field.Id] = reason;
        return JsonSerializer.SerializeToElement(entered);
    }

    /// <summary>The values with what a command knows already, put into the fields the form has and nobody filled in.</summary>
    internal JsonElement WithKnown(Step step, string? formId, JsonElement values, Dictionary<string, object?> known)
    {
        var fields = Of(step, formId)?.Fields.Select(field => field.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var entered = values.ValueKind == JsonValueKind.Object ? JsonObject.Create(values)! : [];
        foreach (var (field, value) in known.Where(each => fields.Contains(each.Key) && !entered.ContainsKey(each.Key)))
            entered[field] = JsonSerializer.SerializeToNode(value);
        return JsonSerializer.SerializeToElement(entered);
    }

    /// <summary>What conditions of a task form can see.</summary>
    internal static FormAnswers AnswersOf(WorkflowInstance workflow, string? outcome, DateOnly today) => FormAnswers.ForTask(
        workflow.Input.TryGetValue("case", out var caseId) ? caseId.GetString() ?? "" : "",
        workflow.Input.TryGetValue("form", out var form) ? form : Nothing,
        outcome,
        today);

    /// <summary>The rejection of a form with a sentence for each field that does not stand.</summary>
    public static RejectedException Invalid(IReadOnlyDictionary<string, Text> errors)
    {
        var first = errors.First();
        return new RejectedException("form-invalid", new Text(
            $"Có {errors.Count} mục chưa đúng. {first.Value.Vi}",
            errors.Count == 1 ? first.Value.En : $"{errors.Count} fields do not stand. {first.Value.En}"))
        {
            Field = first.Key,
            Fields = errors,
        };
    }
}
