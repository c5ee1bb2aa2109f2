using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Quality;

/// <summary>A part of a report of the quality system, the same on the page and on paper.</summary>
/// <param name="Columns">Headings of its table; empty for none.</param>
public sealed record ReportPart(Text Name, IReadOnlyList<Text> Paragraphs, IReadOnlyList<Text> Columns, IReadOnlyList<IReadOnlyList<Text>> Rows)
{
    internal static Text Same(string? text) => text is { Length: > 0 } ? new(text, text) : new("–", "–");

    internal static Text Day(DateOnly? day) => Same(day is { } on ? Wording.ShortDate(on) : null);

    internal static Text Day(DateTimeOffset? at) => Day(at is { } moment ? VietnamTime.DateOf(moment) : (DateOnly?)null);
}

/// <summary>Prints reports of the quality system as PDF.</summary>
public sealed class PrintQualityReport(OfficeDb db, Typesetter typesetter, TimeProvider clock)
{
    /// <summary>A report as things stand now, signed by whoever asks for it.</summary>
    /// <param name="name">What it is, <paramref name="about"/> what it is about.</param>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    internal Task<PrintedDocument> Run(
        Actor actor, Text name, Text about, IReadOnlyList<ReportPart> parts, Text signer, string fileName, string language, CancellationToken cancel) =>
        Run(actor.AgencyId, name, about, parts, (signer, actor.Name), clock.GetUtcNow(), fileName, language, cancel);

    /// <summary>A report on what was done at a moment: printed again it has the same bytes.</summary>
    /// <inheritdoc cref="Run(Actor, Text, Text, IReadOnlyList{ReportPart}, Text, string, string, CancellationToken)"/>
    internal async Task<PrintedDocument> Run(
        string agencyId, Text name, Text about, IReadOnlyList<ReportPart> parts, (Text Title, string Name) signer, DateTimeOffset at, string fileName, string language,
        CancellationToken cancel)
    {
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var form = new QualityReport
        {
            Head = new Letterhead(upper?.Name.In(language) ?? "", agency.Name.In(language), "", Wording.PlaceAndDate(agency.Place ?? agency.NameVi, VietnamTime.DateOf(at))),
            Name = name.In(language),
            About = about.In(language),
            Parts =
            [
                .. parts.Select(part => new QualityReportPart(
                    part.Name.In(language), [.. part.Paragraphs.Select(text => text.In(language))], [.. part.Columns.Select(text => text.In(language))],
                    [.. part.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(text => text.In(language))])])),
            ],
            Recipients = [new Text("Lãnh đạo cơ quan", "Leaders of the agency").In(language), new Text("Lưu: VT, hồ sơ ISO", "File: records, ISO").In(language)],
            Signer = new Signer([signer.Title.In(language)], "", signer.Name),
            Written = language,
        };
        return new PrintedDocument(await typesetter.Render(form.ToJob(at, overrides: agency.Id), cancel), fileName);
    }
}
