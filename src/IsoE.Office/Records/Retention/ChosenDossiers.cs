using IsoE.Workflows;

namespace IsoE.Office.Records.Retention;

/// <summary>The dossiers that somebody has ticked for a list or a hand-over.</summary>
internal static class ChosenDossiers
{
    /// <returns>Their ids, each once.</returns>
    /// <exception cref="RejectedException"><c>nothing-chosen</c>, <c>too-many-dossiers</c>.</exception>
    public static List<string> Read(IReadOnlyCollection<string> dossierIds) => dossierIds.Count is > 0 and <= ReadKept.MostDossiers
        ? [.. dossierIds.Distinct(StringComparer.Ordinal)]
        : throw new RejectedException(dossierIds.Count == 0 ? "nothing-chosen" : "too-many-dossiers", new Text(
            $"Chọn từ 1 đến {ReadKept.MostDossiers} hồ sơ.", $"Choose 1 to {ReadKept.MostDossiers} dossiers."))
        { Field = "Dossiers" };
}
