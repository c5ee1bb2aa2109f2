namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Within how many years after its end a dossier is handed over to the archive.</summary>
/// <param name="Source">What that rests on.</param>
public sealed record ArchiveRule(int Years, string Source)
{
    public static ArchiveRule Default { get; } = new(1, "Luật Lưu trữ 33/2024/QH15; thời hạn cần đối chiếu");
}
