using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Office.Storage;

namespace IsoE.Web.Pages.Tracking;

/// <summary>The letters that an agency has written to the applicant of a tracked dossier, read in that agency whoever asks.</summary>
public sealed class TrackedLetters(IServiceScopeFactory scopes)
{
    /// <summary>Complete ones, the last of each kind; none for a secret that is wrong.</summary>
    public Task<IReadOnlyList<RecordRow>> Of(string secret, CancellationToken cancel) =>
        Read(secret, async (records, dossier) => (IReadOnlyList<RecordRow>)[.. (await records.OfApplicant(dossier, cancel)).Where(IsLetter)], [], cancel);

    /// <summary>One of them as PDF; null when there is none.</summary>
    public Task<PrintedDocument?> Find(string secret, string code, CancellationToken cancel) =>
        RecordCodes.Letters.Contains(code, StringComparer.Ordinal)
            ? Read(secret, (records, dossier) => records.ForApplicant(dossier, code, cancel), null, cancel)
            : Task.FromResult<PrintedDocument?>(null);

    private static bool IsLetter(RecordRow record) => RecordCodes.Letters.Contains(record.Code, StringComparer.Ordinal);

    private async Task<T> Read<T>(string secret, Func<OpenRecord, DossierRow, Task<T>> read, T none, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<TrackDossier>().Find(secret, cancel) is not { } dossier) return none;
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(dossier.AgencyId);
        return await read(scope.ServiceProvider.GetRequiredService<OpenRecord>(), dossier);
    }
}
