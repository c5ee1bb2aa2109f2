using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Mining;

namespace IsoE.Office.Improvement.Import;

/// <summary>Reads a log that was brought, as its columns were confirmed: from then on it can be mined and compared.</summary>
public sealed class ReadLog(OfficeDb db, LogFiles files)
{
    /// <summary>The beginning of a table that waits for its columns; null when it has been read, and for XES.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-unknown</c>.</exception>
    public async Task<CsvPreview?> Preview(Actor actor, string id, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        var row = await ImportedLogs.Get(db, id, cancel);
        return row.IsRead || row.Form == LogForm.Xes ? null : CsvTable.Preview(files.SourceOf(row.AgencyId, row.Id));
    }

    /// <param name="columns">As confirmed; null for XES, and for the guess.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>log-unknown</c>, <c>log-read</c>, or what is wrong with the file, see <see cref="CsvLog"/> and
    /// <see cref="XesReader"/>. The log then waits as before.
    /// </exception>
    public async Task<ImportedLogRow> Run(Actor actor, string id, LogColumns? columns, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        var row = await ImportedLogs.Get(db, id, cancel);
        if (row.IsRead) throw new RejectedException("log-read", new Text("Nhật ký này đã được nhập xong.", "This log has been read already."));
        columns ??= row.ReadColumns();
        var (intake, mining) = (new LogIntake(), new MapMining(MapMining.CalendarMinutes));
        var table = row.Form == LogForm.Csv ? new CsvLog(files.SourceOf(row.AgencyId, row.Id), columns!, intake) : null;
        using var source = table is null ? files.OpenSource(row.AgencyId, row.Id) : null;
        files.Write(row.AgencyId, row.Id, row.Name, Cancellable(table?.Cases() ?? XesReader.Read(source!, intake), cancel), @case =>
        {
            mining.Add(@case);
            Count(row, @case);
        });
        row.IsRead = true;
        row.Columns = columns is null ? null : OfficeJson.Write(columns);
        row.Notes = OfficeJson.Write(new ImportNotes(intake.Notes, table?.Unread ?? new UnreadRows(0, [])));
        row.Map = OfficeJson.Write(mining.Map());
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private static void Count(ImportedLogRow row, LogCase @case)
    {
        row.Cases++;
        row.Events += @case.Events.Count;
        if (@case.Events is [var first, ..] && (row.FirstAt is null || first.At < row.FirstAt)) row.FirstAt = Instant.ToStored(first.At);
        if (@case.Events is [.., var last] && (row.LastAt is null || last.At > row.LastAt)) row.LastAt = Instant.ToStored(last.At);
        if (@case.IsOpen) row.Open++;
        if (@case.IsOnTime is not { } onTime) return;
        row.Promised++;
        if (onTime) row.OnTime++;
    }

    private static IEnumerable<LogCase> Cancellable(IEnumerable<LogCase> cases, CancellationToken cancel)
    {
        foreach (var @case in cases)
        {
            cancel.ThrowIfCancellationRequested();
            yield return @case;
        }
    }
}
