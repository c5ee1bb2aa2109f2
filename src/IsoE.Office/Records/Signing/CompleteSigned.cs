using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Signatures;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Records.Signing;

/// <summary>A completed task whose document is signed.</summary>
/// <param name="Sha256">Of the document that was shown.</param>
/// <param name="Password">Of the key, or PIN of its token; kept nowhere.</param>
public sealed record SignedCompletion(TaskCompletion Task, string Sha256, string Password);

/// <summary>Completes a task and signs its document, exactly the bytes that were shown; or does neither.</summary>
public sealed class CompleteSigned(
    FindSignable documents, FindTask tasks, CompleteTask complete, PutSignature signature)
{
    /// <exception cref="RejectedException"><c>document-changed</c>, those of <see cref="PutSignature"/> and of <see cref="CompleteTask"/>.</exception>
    public async Task<StepResult> Run(Actor actor, SignedCompletion form, CancellationToken cancel)
    {
        // Whoever may not do the task is told so before anything is signed.
        if (await tasks.Run(actor, form.Task.TaskId, cancel) is not { Obstacle: null, Wait: not null }) return await complete.Run(actor, form.Task, cancel);
        if (await documents.Run(actor, form.Task.TaskId, cancel) is not { } document || document.Sha256 != form.Sha256) throw SigningRejections.Changed();
        if (form.Task.Outcome is { Length: > 0 } outcome && outcome != document.Outcome) return await complete.Run(actor, form.Task, cancel);
        var signed = await signature.Run(actor, document.Key.IsSeal, MatterOf(document, form), form.Password, nameof(form.Password), cancel);
        return await complete.Run(actor, form.Task, cancel, step =>
        {
            if (step.Instance.Sequence != document.Sequence) throw SigningRejections.Changed();
            step.Record(signed);
        });
    }

    private static SigningMatter MatterOf(SignableDocument document, SignedCompletion form) => new(
        document.Pdf,
        document.Record,
        document.Key.IsSeal ? new Text("Phát hành văn bản", "Issue") : new Text("Ký ban hành", "Approval"),
        document.Agency.NameVi,
        document.Agency.Place ?? "",
        document.Key.IsSeal ? NumberIn(form.Task.Values) : "");

    private static string NumberIn(JsonElement values)
    {
        if (Entered(values, "number") is not { Length: > 0 } number) return "";
        var on = DateOnly.TryParseExact(Entered(values, "issuedOn"), ["yyyy-MM-dd", "dd/MM/yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? $", ngày {Documents.Forms.Wording.ShortDate(date)}"
            : "";
        return $"Số {number}{on}";
    }

    private static string? Entered(JsonElement values, string name) =>
        values.ValueKind == JsonValueKind.Object && values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()?.Trim() : null;
}
