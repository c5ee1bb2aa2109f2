using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>A list of dossiers that leave the agency: the minutes of their destruction, or the register of what the archive is handed.</summary>
public sealed record ArchiveList : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>Printed in capitals: <c>Biên bản hủy tài liệu hết thời hạn lưu trữ</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>Under the heading: number of the list, and of what.</summary>
    public required string About { get; init; }

    /// <summary>Grounds, who proposed and approved, what was done.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    public required IReadOnlyList<ArchiveLine> Lines { get; init; }

    /// <summary>After the table.</summary>
    public required string Closing { get; init; }

    /// <summary>Two or more, from the left.</summary>
    public required IReadOnlyList<Signer> Signers { get; init; }

    [JsonIgnore]
    public override string Template => "archive-list";

    [JsonIgnore]
    public override string Title => $"{Heading} – {About}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <summary>One dossier; dates as printed. Names nobody.</summary>
/// <param name="Heading">What it is about: the name of the procedure.</param>
/// <param name="Period">First and last day of its papers.</param>
/// <param name="Term">How long it is kept, or until when it had to be.</param>
/// <param name="Note">What became of it.</param>
public sealed record ArchiveLine(int Number, string Code, string Heading, string Period, string Term, int Files, string Note);
