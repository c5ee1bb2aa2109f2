using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Improvement.Import;

/// <summary>Takes an event log from outside in and guesses how it is to be read; <see cref="ReadLog"/> then reads it.</summary>
public sealed class BringLog(OfficeDb db, LogFiles files, TimeProvider clock)
{
    /// <param name="fileName">Name the file has where it comes from.</param>
    /// <param name="name">What to call it; null takes the name of the file.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-empty</c>, <c>log-too-large</c>, <c>log-malformed</c>.</exception>
    public async Task<ImportedLogRow> Run(Actor actor, Stream content, string fileName, string? name, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        var id = RowId.New(clock.GetUtcNow());
        await files.KeepSource(actor.AgencyId, id, content, cancel);
        try
        {
            var row = Row(actor, id, fileName, name);
            db.Add(row);
            await db.SaveChangesAsync(cancel);
            return row;
        }
        catch
        {
            files.Remove(actor.AgencyId, id);
            throw;
        }
    }

    private ImportedLogRow Row(Actor actor, string id, string fileName, string? name)
    {
        var form = files.FormOf(actor.AgencyId, id);
        return new ImportedLogRow
        {
            AgencyId = actor.AgencyId,
            Id = id,
            Name = string.IsNullOrWhiteSpace(name) ? Path.GetFileNameWithoutExtension(fileName) : name.Trim(),
            FileName = Path.GetFileName(fileName),
            Form = form,
            IsRead = false,
            Columns = form == LogForm.Csv ? OfficeJson.Write(CsvTable.Preview(files.SourceOf(actor.AgencyId, id)).Guess) : null,
            BroughtBy = actor.Name,
            BroughtAt = clock.GetUtcNow(),
        };
    }
}
