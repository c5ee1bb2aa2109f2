using IsoE.Web.Hosting;
using IsoE.Web.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IsoE.Web.Tests.Pages;

/// <summary>More of the public than can be served at once.</summary>
public sealed class PublicRushTests
{
    [Test]
    public async Task Who_comes_too_many_is_turned_away_while_officers_and_files_are_served()
    {
        await using var limit = RateLimits.OfPublic(atOnce: 1, waiting: 1);
        using var served = limit.AttemptAcquire(Asking(page: true));
        var waiting = limit.AcquireAsync(Asking(page: true)).AsTask();
        using var turnedAway = limit.AttemptAcquire(Asking(page: true));
        using var officer = limit.AttemptAcquire(Asking(page: true, cookie: $"{IdentityRegistration.StaffCookie}=x"));
        using var file = limit.AttemptAcquire(Asking(page: false));

        Assert.That((served.IsAcquired, waiting.IsCompleted, turnedAway.IsAcquired), Is.EqualTo((true, false, false)));
        Assert.That((officer.IsAcquired, file.IsAcquired), Is.EqualTo((true, true)));
        served.Dispose();
        using var next = await waiting;
        Assert.That(next.IsAcquired, Is.True, "Whoever waited is next.");
    }

    private static DefaultHttpContext Asking(bool page, string? cookie = null)
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new Endpoint(null, page ? new EndpointMetadataCollection(new PageActionDescriptor()) : EndpointMetadataCollection.Empty, null));
        if (cookie is not null) context.Request.Headers.Cookie = cookie;
        return context;
    }
}
