using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;

namespace IsoE.Office.Records;

/// <summary>The declaration of a procedure as a blank form for those who fill it in by hand, made from its form definition.</summary>
public sealed class PrintDeclaration(Typesetter typesetter)
{
    /// <exception cref="DocumentFailedException">The template does not fit the data.</exception>
    public async Task<PrintedDocument> Run(Agency agency, ProcedureVersion version, CancellationToken cancel)
    {
        var madeAt = VietnamTime.ToInstant(version.InForceFrom, TimeOnly.MinValue);
        var pdf = await typesetter.Render(Of(agency, version).ToJob(madeAt, overrides: agency.Id), cancel);
        return new PrintedDocument(pdf, $"to-khai-{version.Code}.pdf");
    }

    private static Declaration Of(Agency agency, ProcedureVersion version)
    {
        var procedure = version.Procedure;
        return new Declaration
        {
            Agency = agency.NameVi,
            Request = procedure.Name.Vi,
            Code = procedure.Code,
            Cases = procedure.Cases.Count > 1 ? [.. procedure.Cases.Select(each => each.Name.Vi)] : [],
            Fields = [.. procedure.Form.Select(Field)],
            Papers = [.. procedure.Components.Where(each => each.Act != ComponentAct.LookUp).Select(Paper)],
            Foot = $"Lập theo quy trình {procedure.Control.Number}, phiên bản {version.Version}, áp dụng từ {Documents.Forms.Wording.ShortDate(version.InForceFrom)}",
        };
    }

    private static DeclarationField Field(FormField field)
    {
        var choices = field.Type switch
        {
            FieldType.YesNo => ["Có", "Không"],
            FieldType.Choice => [.. field.Options.Select(option => option.Label.Vi)],
            _ => Array.Empty<string>(),
        };
        var lines = choices.Length > 0 ? 0 : field.Type == FieldType.Multiline ? 3 : (field.MaxLength ?? 0) > 120 ? 2 : 1;
        return new DeclarationField(field.Label.Vi, field.Hint?.Vi ?? "", choices, lines);
    }

    private static string Paper(DossierComponent component) =>
        component.Condition is { } condition ? $"{component.Name.Vi} ({condition.Vi})" : component.Name.Vi;
}
