using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Fills in the control page of a document that is published: number, issue, revisions, who signed when.</summary>
internal static partial class IssuedControl
{
    /// <param name="issuedOn">The day of publication, in the agency's zone.</param>
    public static ControlPage Of(DocumentRow row, ProcedureContent content, ProcedureLibrary library, DateOnly issuedOn, bool asNewIssue)
    {
        var written = ProcedureReader.Read(ContentReading.TextFile, content.Text).Procedure!.Control;
        var before = library.All.FirstOrDefault(version => version.Code == row.Code && version.Version < row.Version)?.Procedure.Control;
        var (issue, revision) = Count(before, asNewIssue);
        var change = new Text(row.ChangeVi ?? "", row.ChangeEn ?? "");
        var part = before is null ? "Toàn bộ" : "Theo nội dung sửa đổi";
        return written with
        {
            Number = before?.Number ?? NumberOf(row.Code, library),
            Issue = issue,
            IssuedOn = issuedOn,
            Drafted = Signed(written.Drafted, row.Drafted),
            Reviewed = Signed(written.Reviewed, row.Reviewed),
            Approved = Signed(written.Approved, row.Approved),
            Revisions = [.. before?.Revisions ?? [], new Revision(issue, revision, issuedOn, part, change)],
        };
    }

    private static (int Issue, int Revision) Count(ControlPage? before, bool asNewIssue)
    {
        if (before is null) return (1, 0);
        if (asNewIssue) return (before.Issue + 1, 0);
        return (before.Issue, before.Revisions.Where(r => r.Issue == before.Issue).Select(r => r.Number).DefaultIfEmpty().Max() + 1);
    }

    private static ControlSignature Signed(ControlSignature written, Signature? signature) => signature is null
        ? written
        : written with { Title = signature.Title, Name = signature.Name, On = VietnamTime.DateOf(signature.At) };

    /// <summary>Internal procedures are numbered by their code; those of the one-stop counter in one series, QT-01/MC, QT-02/MC, ...</summary>
    private static string NumberOf(string code, ProcedureLibrary library)
    {
        if (!char.IsAsciiDigit(code[0])) return code;
        var highest = library.All.Select(version => CounterNumber().Match(version.Procedure.Control.Number))
            .Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .DefaultIfEmpty().Max();
        return $"QT-{highest + 1:00}/MC";
    }

    [GeneratedRegex(@"\AQT-(\d{1,4})/MC\z")]
    private static partial Regex CounterNumber();
}
