using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages.OptOut;

/// <summary>Lets the receiver of a message end such messages, by the secret of the link in it.</summary>
public sealed class StopByLink(OfficeDb db, OptOuts optOuts)
{
    /// <summary>The address the message went to and whether messages are wanted there; null for an unknown secret.</summary>
    public async Task<OptOutState?> Find(string secret, CancellationToken cancel)
    {
        var message = await db.Set<MessageRow>().IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(row => row.StopSecret == secret && row.Address != null, cancel);
        if (message is null || Addresses.Read(message.Address) is not { } to) return null;
        return new OptOutState(to.Channel, to.Address, await optOuts.Since(to.Channel, to.Address, cancel));
    }

    /// <returns>How it stands now; null for an unknown secret.</returns>
    public async Task<OptOutState?> Run(string secret, bool isStopped, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { } state) return null;
        if (isStopped) await optOuts.Stop(state.Channel, state.Address, OptOutWay.Page, cancel);
        else await optOuts.Resume(state.Channel, state.Address, OptOutWay.Page, cancel);
        return await Find(secret, cancel);
    }
}
