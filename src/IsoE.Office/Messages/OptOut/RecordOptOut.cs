using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Messages.OptOut;

/// <summary>Whether messages are wanted at an address.</summary>
/// <param name="Since">Since when none are wanted; null when they are.</param>
public sealed record OptOutState(MessageChannel Channel, string Address, DateTimeOffset? Since);

/// <summary>Looks up and records what somebody says of messages at the counter or by telephone.</summary>
/// <remarks>An officer asks for one address that was told to them: there is no list of who wants none.</remarks>
public sealed class RecordOptOut(OptOuts optOuts)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>address-invalid</c>.</exception>
    public async Task<OptOutState> Find(Actor actor, string? typed, CancellationToken cancel)
    {
        Permit.Require(actor, Right.RecordOptOut);
        var (channel, address) = Read(typed);
        return new OptOutState(channel, address, await optOuts.Since(channel, address, cancel));
    }

    /// <param name="isStopped">Whether messages are to end, or to be sent again.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>address-invalid</c>.</exception>
    public Task Run(Actor actor, string? typed, bool isStopped, CancellationToken cancel)
    {
        Permit.Require(actor, Right.RecordOptOut);
        var (channel, address) = Read(typed);
        return isStopped ? optOuts.Stop(channel, address, OptOutWay.Officer, cancel) : optOuts.Resume(channel, address, OptOutWay.Officer, cancel);
    }

    private static (MessageChannel, string) Read(string? typed) => Addresses.Read(typed) ?? throw Addresses.Invalid();
}
