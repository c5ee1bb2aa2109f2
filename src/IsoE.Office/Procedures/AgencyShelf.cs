using IsoE.Office.Storage;

namespace IsoE.Office.Procedures;

/// <summary>Puts what an agency has published and repealed beside the shipped procedures.</summary>
internal static class AgencyShelf
{
    public static ProcedureLibrary Of(
        ProcedureLibrary shipped, IReadOnlyList<PublishedProcedureRow> published, IReadOnlyList<RepealedProcedureRow> repealed)
    {
        var own = published.Select(Read).ToList();
        var first = own.GroupBy(v => v.Code).ToDictionary(g => g.Key, g => g.Min(v => v.Version), StringComparer.Ordinal);
        // An agency that has begun its own numbering is not overtaken by a later delivery of the program.
        var kept = shipped.All.Where(v => v.Version < first.GetValueOrDefault(v.Code, int.MaxValue));
        return new ProcedureLibrary(kept.Concat(own)
            .GroupBy(v => v.Code, StringComparer.Ordinal)
            .SelectMany(g => InForce([.. g.OrderBy(v => v.Version)], [.. repealed.Where(r => r.Code == g.Key).Select(r => r.EffectiveFrom)])));
    }

    /// <summary>Reads a published version; it was checked when it was published, so only its syntax matters now.</summary>
    /// <exception cref="InvalidOperationException">The row cannot be read any more.</exception>
    private static ProcedureVersion Read(PublishedProcedureRow row)
    {
        var content = new ProcedureContent(row.Flow, row.Text);
        var (version, _) = ContentReading.Read(row.Code, row.Version, content, row.EffectiveFrom);
        if (version is null)
            throw new InvalidOperationException($"Version {row.Version} of procedure {row.Code} of agency {row.AgencyId} was published but cannot be read.");
        return version with
        {
            Procedure = version.Procedure with { Control = OfficeJson.Read<ControlPage>(row.Control) },
            DocumentId = row.DocumentId,
        };
    }

    /// <summary>Each version is in force until the day before the next one, or before a repeal.</summary>
    private static IEnumerable<ProcedureVersion> InForce(ProcedureVersion[] versions, DateOnly[] repeals)
    {
        for (var i = 0; i < versions.Length; i++)
        {
            var from = versions[i].InForceFrom;
            var ends = versions[(i + 1)..].Select(v => v.InForceFrom)
                .Concat(repeals.Where(day => day > from))
                .Select(day => (DateOnly?)day.AddDays(-1));
            yield return versions[i] with { InForceTo = ends.Min() };
        }
    }
}
