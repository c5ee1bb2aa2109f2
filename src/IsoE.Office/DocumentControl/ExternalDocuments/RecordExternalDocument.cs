using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>What is written in the list of texts from outside.</summary>
/// <param name="CommandId">Idempotency key.</param>
/// <param name="Where">Where the values were read; empty when nobody has checked them.</param>
public sealed record ExternalDocumentForm(
    string CommandId,
    string Number,
    Text Title,
    string Issuer,
    ExternalKind Kind,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    string? ReplacedBy,
    string? Where);

/// <summary>Puts a text from outside on the agency's list, or changes what the list says of it.</summary>
public sealed class RecordExternalDocument(InstanceRunner instances)
{
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>external-number</c>, <c>external-title</c>, <c>external-dates</c>, <c>external-replaced-by</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, ExternalDocumentForm form, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.ChangeExternalDocument);
        var recorded = Checked(form, actor);
        var request = new StepRequest(actor.AgencyId, ExternalDocumentRow.IdOf(actor.AgencyId, recorded.Number), form.CommandId, actor.PersonId)
        {
            Also = [typeof(ExternalDocumentRow)],
        };
        return instances.Run(request, step => step.Record(recorded), cancel);
    }

    private static ExternalDocumentRecorded Checked(ExternalDocumentForm form, Actor actor)
    {
        var number = Composed(form.Number);
        if (number.Length is 0 or > 60)
            throw Refused("external-number", nameof(form.Number), "Nhập số, ký hiệu văn bản, ví dụ 118/2025/NĐ-CP.", "Enter the number of the text, for example 118/2025/NĐ-CP.");
        var title = Composed(form.Title.Vi);
        if (title.Length is 0 or > 500)
            throw Refused("external-title", "TitleVi", "Nhập tên văn bản, tối đa 500 ký tự.", "Enter the title of the text, at most 500 characters.");
        if (form.EffectiveTo < form.EffectiveFrom)
            throw Refused("external-dates", nameof(form.EffectiveTo), $"Ngày cuối có hiệu lực phải từ {Wording.Date(form.EffectiveFrom!.Value)} trở đi.", $"The last day in force has to be {Wording.Date(form.EffectiveFrom!.Value)} or later.");
        var other = Composed(form.ReplacedBy ?? "");
        if (other.Length > 0 && ExternalDocumentRow.Key(other) == ExternalDocumentRow.Key(number))
            throw Refused("external-replaced-by", nameof(form.ReplacedBy), "Văn bản không thể thay thế chính nó.", "A text cannot take its own place.");
        var where = Composed(form.Where ?? "");
        return new ExternalDocumentRecorded(
            number, new Text(title, Composed(form.Title.En) is { Length: > 0 } en ? en : title), Composed(form.Issuer), form.Kind,
            form.EffectiveFrom, form.EffectiveTo, other.Length > 0 ? other : null,
            where.Length > 0 ? new Source(true, where) : new Source(false, null), actor.Name);
    }

    private static string Composed(string text) => VietnameseText.Compose(text.Trim());

    private static RejectedException Refused(string code, string field, string vi, string en) => new(code, new Text(vi, en)) { Field = field };
}
