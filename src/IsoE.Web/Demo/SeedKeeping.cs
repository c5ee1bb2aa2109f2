using System.Security.Cryptography;
using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;

namespace IsoE.Web.Demo;

/// <summary>
/// Writes the dossiers that the main sample agency took over from earlier wards: some were destroyed, some handed over, some stand on
/// a list that waits for approval, the others are due.
/// </summary>
internal sealed class SeedKeeping(IServiceScopeFactory scopes, OutboxDispatcher outbox, SimulatedClock clock)
{
    private const string Counter = "tiepnhan", Clerk = "vanthu", Leader = "chutich", Archivist = "thukyiso";

    private const string Ground = "Luật Lưu trữ 33/2024/QH15; Quyết định 128/QĐ-UBND về tiêu hủy tài liệu hết giá trị của các phường cũ";

    /// <summary>What lies before the scripts: the dossiers, the list that was carried out and the hand-over that was acknowledged.</summary>
    /// <remarks>
    /// Takes a day of the clock. All of them are taken over before the first seal, which notices whatever is dated back after it.
    /// </remarks>
    public async Task Begin(IReadOnlyList<SampleKept> kept, SampleAgencies agencies, CancellationToken cancel)
    {
        foreach (var dossier in kept) await TakeOver(dossier, agencies, cancel);
        await outbox.DeliverPending(cancel);
        var list = await Propose(kept, SampleFate.Destroyed, agencies, cancel);
        Pass(TimeSpan.FromHours(2));
        await As(Leader, agencies, (services, actor) => services.GetRequiredService<DecideDisposal>().Approve(actor, list, "sample-approve", cancel), cancel);
        var transfer = await HandOver(kept, agencies, cancel);
        await outbox.DeliverPending(cancel);
        Pass(TimeSpan.FromDays(1));
        await Acknowledge(transfer, agencies, cancel);
        await outbox.DeliverPending(cancel);
    }

    /// <summary>The list that waits for approval.</summary>
    public Task<string> End(IReadOnlyList<SampleKept> kept, SampleAgencies agencies, CancellationToken cancel) =>
        Propose(kept, SampleFate.Proposed, agencies, cancel);

    private void Pass(TimeSpan time) => clock.MoveTo(clock.GetUtcNow() + time);

    private DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    private Task<StepResult> TakeOver(SampleKept dossier, SampleAgencies agencies, CancellationToken cancel) => As(Counter, agencies, (services, actor) =>
    {
        var version = services.GetRequiredService<ProcedureLibrary>().All.First(each => each.Code == dossier.Procedure);
        var day = dossier.On(Today.Year);
        var code = $"{actor.AgencyId}-{day:yyMMdd}-0001";
        var request = new StepRequest(actor.AgencyId, SampleIds.Dossier(dossier.Id), "taken-over", actor.PersonId) { At = VietnamTime.ToInstant(day, new TimeOnly(9, 0)) };
        return services.GetRequiredService<InstanceRunner>().Run(request, step =>
        {
            step.Instance.CorrelationId = code;
            step.Record(Received(dossier, version, code));
            step.Record(new DossierRefused(AtCounter: true, dossier.Refused));
        }, cancel);
    }, cancel);

    private static DossierReceived Received(SampleKept dossier, ProcedureVersion version, string code)
    {
        var legalCase = version.Procedure.Cases[0];
        return new DossierReceived(
            code, version.Code, version.Version, legalCase.Id, Channel.Direct,
            new Applicant(ApplicantKind.Citizen, dossier.Name, dossier.Identity, null, null, dossier.Address), ReturnWay.Counter,
            JsonSerializer.SerializeToElement(new { }), [], version.Procedure.Sets, legalCase.Limit.ToString(), legalCase.StartsAt, PromisedAt: null, AmountDue: null,
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), Note: null);
    }

    private Task<string> Propose(IReadOnlyList<SampleKept> kept, SampleFate fate, SampleAgencies agencies, CancellationToken cancel) => As(
        Clerk, agencies, (services, actor) => services.GetRequiredService<ProposeDisposal>().Run(actor, Today, Ids(kept, fate), Ground, $"sample-{fate}", cancel), cancel);

    private Task<string> HandOver(IReadOnlyList<SampleKept> kept, SampleAgencies agencies, CancellationToken cancel) => As(
        Clerk, agencies, (services, actor) => services.GetRequiredService<PrepareTransfer>().Run(
            actor, Today, Ids(kept, SampleFate.HandedOver), "Trung tâm Lưu trữ lịch sử Thành phố", "sample-hand-over", cancel), cancel);

    private Task<StepResult> Acknowledge(string transfer, SampleAgencies agencies, CancellationToken cancel) => As(Archivist, agencies, async (services, actor) =>
    {
        var hash = (await services.GetRequiredService<ReadTransfers>().Get(actor, transfer, cancel)).Transfer.PackageSha256;
        return await services.GetRequiredService<AnswerTransfer>().Receive(actor, transfer, hash, "Đã kiểm tra đủ tệp.", "sample-acknowledge", cancel);
    }, cancel);

    private static List<string> Ids(IReadOnlyList<SampleKept> kept, SampleFate fate) =>
        [.. kept.Where(dossier => dossier.Goes == fate).Select(dossier => SampleIds.Dossier(dossier.Id))];

    private async Task<T> As<T>(string user, SampleAgencies agencies, Func<IServiceProvider, Actor, Task<T>> act, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencies.Main);
        var actor = await scope.ServiceProvider.GetRequiredService<ResolveActor>().Run(agencies.Main, SampleIds.Person(user), cancel);
        return await act(scope.ServiceProvider, actor);
    }
}
