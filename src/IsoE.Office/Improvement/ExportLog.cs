using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Workflows;
using IsoE.Workflows.Logs;

namespace IsoE.Office.Improvement;

/// <summary>Writes the own history as an event log in XES (IEEE 1849), for tools of process mining.</summary>
public sealed class ExportLog(OwnLog log)
{
    /// <param name="procedureCode">Only this procedure; null for all.</param>
    /// <returns>How many cases were written.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<int> Run(Actor actor, string? procedureCode, Period period, Stream target, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ExportReports);
        var count = 0;
        using var writer = new XesWriter(target, procedureCode is null ? actor.AgencyId : $"{actor.AgencyId} {procedureCode}");
        await foreach (var @case in log.Read(actor, procedureCode, period, cancel))
        {
            writer.Write(@case);
            count++;
        }

        return count;
    }
}
