using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Redlines;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Fills in the control page of a document that is published: number, issue, revisions, who signed when.</summary>
internal static partial class IssuedControl
{
    /// <summary>As many subjects fit into a line of the table; the comparison shows all.</summary>
    private const int MostLines = 12;

    /// <param name="issuedOn">The day of publication, in the agency's zone.</param>
    public static ControlPage Of(DocumentRow row, ProcedureContent content, ProcedureLibrary library, DateOnly issuedOn, bool asNewIssue)
    {
        var written = ProcedureReader.Read(ContentReading.TextFile, content.Text).Procedure!.Control;
        var before = Before(row, library)?.Procedure.Control;
        var (issue, revision) = Count(before, asNewIssue);
        var change = ChangeIn(row, content, library);
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

    /// <summary>The version that the document changes; null for a new procedure.</summary>
    public static ProcedureVersion? Before(DocumentRow row, ProcedureLibrary library) =>
        library.All.FirstOrDefault(version => version.Code == row.Code && version.Version < row.Version);

    /// <summary>What the drafter says, then what the redline finds: for the table of revisions.</summary>
    private static Text ChangeIn(DocumentRow row, ProcedureContent content, ProcedureLibrary library)
    {
        var said = new Text(row.ChangeVi ?? "", row.ChangeEn ?? "");
        if (Before(row, library) is not { } before) return said;
        var lines = new Redline([.. Redline.Between(before.Content, content).Changes.Where(change => change.Kind is not (ChangeKind.Drawing or ChangeKind.Control))]).Lines;
        if (lines.Count == 0) return said;
        var more = lines.Count - MostLines;
        var (vi, en) = more > 0 ? ($"; và {more} nội dung khác", $"; and {more} more") : ("", "");
        return new Text(
            $"{said.Vi} {string.Join("; ", lines.Take(MostLines).Select(line => line.Vi))}{vi}".Trim(),
            $"{said.En} {string.Join("; ", lines.Take(MostLines).Select(line => line.En))}{en}".Trim());
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
