using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages;

/// <summary>Drafts of the sample agency's ISO secretary, begun and changed without the pages.</summary>
internal static class Drafts
{
    public const string Author = "thukyiso";

    /// <returns>Id of the document.</returns>
    public static Task<string> Begin(string procedure) => As((services, author) =>
        services.GetRequiredService<BeginDraft>().Run(author, new DraftForm($"draft-{procedure}", procedure), default));

    public static Task<DocumentView> Open(string document) => As((services, author) =>
        services.GetRequiredService<OpenDocument>().Run(author, document, default));

    public static Task<SaveOutcome> Save(string document, Func<ProcedureContent, ProcedureContent> change) => As(async (services, author) =>
    {
        var now = await services.GetRequiredService<OpenDocument>().Run(author, document, default);
        return await services.GetRequiredService<SaveDraft>().Run(author, document, new DraftSave(Guid.NewGuid().ToString("N"), now.Row.Revision, change(now.Content)), default);
    });

    private static async Task<T> As<T>(Func<IServiceProvider, Actor, Task<T>> act)
    {
        await using var scope = WebOffice.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentAgency>().Enter(WebOffice.Samples.Main);
        var account = await services.GetRequiredService<OfficeDb>().Set<Account>().SingleAsync(row => row.UserName == Author);
        return await act(services, await services.GetRequiredService<ResolveActor>().Run(account.AgencyId, account.PersonId, default));
    }
}
