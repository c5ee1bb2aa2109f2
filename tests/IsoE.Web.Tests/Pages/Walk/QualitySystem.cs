using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Pages.Quality;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>The pages of the quality system.</summary>
internal static class QualitySystem
{
    /// <summary>Whatever this person finds at the hub.</summary>
    public static IEnumerable<(string Title, string Address)> Places(string user)
    {
        using var scope = WebOffice.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(WebOffice.Samples.Main);
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var roles = db.Set<Account>().Where(account => account.UserName == user)
            .Join(db.Set<PersonRole>(), account => account.PersonId, role => role.PersonId, (_, role) => role.Role).ToList();
        return QualityPlaces.All.SelectMany(group => group.Places)
            .Where(place => place.Rights.Any(right => roles.Exists(role => Rights.Of(right, role) == Reach.Agency)))
            .Select(place => (place.Name.En, (place.Page.EndsWith("/Index", StringComparison.Ordinal) ? place.Page[..^"/Index".Length] : place.Page) + (place.Id is null ? "" : $"/{place.Id}")));
    }
}
