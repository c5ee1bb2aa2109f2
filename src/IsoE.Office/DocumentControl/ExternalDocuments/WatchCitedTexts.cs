using System.Globalization;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>Tells of the last day of texts that procedures cite and no list has: no bell is set for those.</summary>
/// <remarks>The last day is the key of the step: it is told once, however often it is looked for.</remarks>
public sealed class WatchCitedTexts(IDbContextFactory<OfficeDb> databases, IServiceScopeFactory scopes, InstanceRunner instances) : IChore
{
    public static TimeSpan Every => TimeSpan.FromHours(3);

    /// <returns>How many are over, those told of before included.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var count = 0;
        foreach (var agencyId in await Agencies(cancel))
        {
            foreach (var (text, citedBy) in await Expired(agencyId, cancel))
            {
                var lastDay = text.EffectiveTo!.Value;
                await instances.Run(
                    new StepRequest(agencyId, ExternalDocumentRow.IdOf(agencyId, text.Number), string.Create(CultureInfo.InvariantCulture, $"expired-{lastDay:yyyyMMdd}"), StepRequest.System),
                    step => step.Record(new ExternalDocumentExpired(text.Number, lastDay, text.ReplacedBy, citedBy)),
                    cancel);
                count++;
            }
        }
        return count;
    }

    private async Task<List<string>> Agencies(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Agency>().Select(agency => agency.Id).Order().ToListAsync(cancel);
    }

    private async Task<List<(ExternalDocument Text, IReadOnlyList<string> CitedBy)>> Expired(string agencyId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencyId);
        var byProcedure = await scope.ServiceProvider.GetRequiredService<ExternalDocumentList>().ExpiredByProcedure(agencyId, cancel);
        return
        [
            .. byProcedure.SelectMany(group => group.Where(text => !text.IsRecorded).Select(text => (group.Key, Text: text)))
                .GroupBy(pair => ExternalDocumentRow.Key(pair.Text.Number), StringComparer.Ordinal)
                .Select(same => (same.First().Text, (IReadOnlyList<string>)[.. same.Select(pair => pair.Key).Order(StringComparer.Ordinal)])),
        ];
    }
}
