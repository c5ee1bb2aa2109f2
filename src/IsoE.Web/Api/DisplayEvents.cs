using System.Runtime.CompilerServices;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;

namespace IsoE.Web.Api;

/// <summary><c>GET /Queue/Display/{secret}/events</c>: the board of the hall whenever it changes, as server-sent events.</summary>
public static class DisplayEvents
{
    /// <summary>How soon a call is seen on the display. The queue is looked at, so calls by other servers are seen too.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>A display that hears nothing for longer than this and half again takes the connection for lost.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    public static void MapDisplayEvents(this IEndpointRouteBuilder routes) => routes
        .MapGet("/Queue/Display/{secret}/events", Follow).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Follow(
        string secret, FindDevice devices, IServiceScopeFactory scopes, IHostApplicationLifetime life, TimeProvider clock, CancellationToken cancel)
    {
        if (await devices.Run(secret, DeviceKind.Display, cancel) is null) return Results.NotFound();
        return TypedResults.ServerSentEvents(Boards(secret, scopes, clock, life.ApplicationStopping, cancel), "board");
    }

    private static async IAsyncEnumerable<QueueBoard> Boards(
        string secret, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        QueueBoard? told = null;
        var toldAt = clock.GetTimestamp();
        // Ends when the address of the device is closed, the display goes away or the server stops.
        while (await Read(secret, scopes, clock, end.Token) is { } board)
        {
            if (!board.SaysTheSameAs(told) || clock.GetElapsedTime(toldAt) >= Heartbeat)
            {
                (told, toldAt) = (board, clock.GetTimestamp());
                yield return board;
            }

            await Task.Delay(Interval, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The board now; null when nobody is to see it any more.</summary>
    private static async Task<QueueBoard?> Read(string secret, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken end)
    {
        if (end.IsCancellationRequested) return null;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FindDevice>().Run(secret, DeviceKind.Display, CancellationToken.None) is not { } device) return null;
        return QueueBoard.Of(await scope.ServiceProvider.GetRequiredService<ReadQueue>().Run(device.AgencyId, CancellationToken.None), clock.GetUtcNow());
    }
}
