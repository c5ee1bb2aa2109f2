using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Records.Signing;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>Does one deed of a script as the person it names.</summary>
internal sealed class ScriptDeeds(IServiceProvider office, TimeProvider clock, SampleAgencies agencies, SampleDays days)
{
    private readonly Dictionary<string, Actor> actors = new(StringComparer.Ordinal);

    /// <param name="step">0 is the reception, 1 the first step of the script.</param>
    /// <exception cref="IsoE.Workflows.RejectedException">The office refuses it.</exception>
    public async Task Do(SampleDossier dossier, int step, CancellationToken cancel)
    {
        var user = step == 0 ? dossier.Received.By : dossier.Steps[step - 1].By;
        await using var scope = office.CreateAsyncScope();
        var actor = await ActorOf(scope.ServiceProvider, user, cancel);
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(actor.AgencyId);
        if (step == 0) await Receive(scope.ServiceProvider, actor, dossier, cancel);
        else await Do(new Deed(scope.ServiceProvider, actor, dossier, dossier.Steps[step - 1], SampleIds.Command(dossier.Id, step)), cancel);
    }

    /// <summary>Everybody with a sample certificate signs the letters of the dossier that wait for them.</summary>
    public async Task SignLetters(SampleDossier dossier, CancellationToken cancel)
    {
        var id = SampleIds.Dossier(dossier.Id);
        await using (var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel))
        {
            var waits = await db.Set<RecordRow>().IgnoreQueryFilters()
                .AnyAsync(row => row.AgencyId == agencies.Main && row.InstanceId == id && row.SignedBy != null && row.Sha256 == null, cancel);
            if (!waits) return;
        }

        foreach (var person in SeedCertificates.Signers(agencies))
        {
            await using var scope = office.CreateAsyncScope();
            var actor = await ActorOf(scope.ServiceProvider, person.User, cancel);
            scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(actor.AgencyId);
            var papers = scope.ServiceProvider.GetRequiredService<WaitingPapers>();
            foreach (var paper in await papers.Of(actor, id, cancel))
            {
                var shown = await papers.Find(actor, paper.Record.Id, cancel);
                var signature = new PaperSignature(paper.Record.Id, shown!.Sha256, SeedCertificates.Password, $"{paper.Record.Id}:{person.User}");
                await scope.ServiceProvider.GetRequiredService<SignPaper>().Run(actor, signature, cancel);
            }
        }
    }

    private async Task<Actor> ActorOf(IServiceProvider services, string user, CancellationToken cancel)
    {
        if (actors.TryGetValue(user, out var known)) return known;
        var (agency, person) = agencies.Find(user)!.Value;
        return actors[user] = await services.GetRequiredService<ResolveActor>().Run(agency.Id, SampleIds.Person(person.User), cancel);
    }

    private async Task Receive(IServiceProvider services, Actor actor, SampleDossier dossier, CancellationToken cancel)
    {
        if (dossier.Applicant is not { } applicant)
        {
            var opening = new InternalOpening(
                SampleIds.Dossier(dossier.Id), dossier.Procedure, dossier.Case, SampleValues.Typed(dossier.Form, dossier.With, Today()), []);
            await services.GetRequiredService<OpenInternalDossier>().Run(actor, opening, cancel);
            return;
        }
        var reception = SampleReceptions.Of(dossier, applicant, services.GetRequiredService<ProcedureLibrary>(), Today());
        if (dossier.Refused is { } reason)
            await services.GetRequiredService<RefuseAtCounter>().Run(actor, reception, reason, cancel);
        else
            await services.GetRequiredService<ReceiveDossier>().Run(actor, reception, cancel);
    }

    private Task Do(Deed deed, CancellationToken cancel) => deed.Step.Do switch
    {
        SampleDeed.Complete => Complete(deed, cancel),
        SampleDeed.SendBack => SendBack(deed, cancel),
        SampleDeed.Supplement => deed.Get<ReceiveSupplement>().Run(
            deed.Actor, new SupplementForm(deed.DossierId, [], null, deed.Step.Outcome, Values(deed), [], deed.CommandId), cancel),
        SampleDeed.Pay => deed.Get<RecordPayment>().Run(
            deed.Actor, new PaymentForm(deed.DossierId, Amount(deed), deed.Step.Values["method"], Values(deed), deed.CommandId), cancel),
        SampleDeed.Event => deed.Get<ReceiveOutsideEvent>().Run(
            deed.Actor, new OutsideEvent(deed.DossierId, deed.Step.Event!, Values(deed), [], deed.CommandId), cancel),
        SampleDeed.Return => deed.Get<ReturnResult>().Run(
            deed.Actor, new ReturnForm(deed.DossierId, deed.Dossier.Applicant!.Name, deed.Dossier.Applicant.Identity, ReturnWay.Counter, null, Values(deed), deed.CommandId), cancel),
        SampleDeed.Recall => deed.Get<RecallResult>().Run(deed.Actor, deed.DossierId, Reason(deed), deed.CommandId, cancel),
        SampleDeed.Withdraw => deed.Get<AskWithdrawal>().Run(deed.Actor, deed.DossierId, Reason(deed), deed.CommandId, cancel),
        SampleDeed.ConfirmWithdrawal => deed.Get<DecideWithdrawal>().Run(deed.Actor, deed.DossierId, true, null, deed.CommandId, cancel),
        SampleDeed.Extend => deed.Get<ExtendDossier>().Run(
            deed.Actor, deed.DossierId, days.EndOfDayAfter(clock.GetUtcNow(), deed.Step.Days ?? 1), Reason(deed), deed.CommandId, cancel),
        _ => throw new InvalidOperationException($"Unknown deed {deed.Step.Do}."),
    };

    private async Task Complete(Deed deed, CancellationToken cancel)
    {
        var task = await OpenTask(deed, cancel);
        var completion = new TaskCompletion(task.Id, task.Version, deed.Step.Outcome, Values(deed), deed.CommandId);
        // Who has a sample certificate signs the result.
        if (await deed.Get<FindSignable>().Run(deed.Actor, task.Id, cancel) is { } document && (deed.Step.Outcome ?? document.Outcome) == document.Outcome)
            await deed.Get<CompleteSigned>().Run(deed.Actor, new SignedCompletion(completion, document.Sha256, SeedCertificates.Password), cancel);
        else await deed.Get<CompleteTask>().Run(deed.Actor, completion, cancel);
    }

    private async Task SendBack(Deed deed, CancellationToken cancel)
    {
        var task = await OpenTask(deed, cancel);
        await deed.Get<SendBackTask>().Run(deed.Actor, new SendBack(task.Id, task.Version, Reason(deed), default, deed.CommandId), cancel);
    }

    private static async Task<TaskRow> OpenTask(Deed deed, CancellationToken cancel)
    {
        var db = deed.Get<OfficeDb>();
        var instances = deed.Step.There is { } there ? await ChildrenIn(db, there, deed.DossierId, cancel) : [deed.DossierId];
        var open = await db.Set<TaskRow>().AsNoTracking()
            .Where(t => instances.Contains(t.InstanceId) && t.Status == TaskState.Open).ToListAsync(cancel);
        // One step may be open for several units at once: everybody does the own.
        return open.Where(t => t.ActivityId == deed.Step.Activity).OrderBy(t => deed.Actor.GrantFor(t.Role, t.UnitCode, t.DefinitionId) is null).ThenBy(t => t.DueAt).FirstOrDefault() ?? throw new NotYetException(
            $"There is no open task “{deed.Step.Activity}”; open: {string.Join(", ", open.Select(t => t.ActivityId))}.");
    }

    /// <summary>A dossier may have asked the same agency more than once.</summary>
    private static async Task<IReadOnlyList<string>> ChildrenIn(OfficeDb db, string agency, string parent, CancellationToken cancel) =>
        await db.Set<DossierRow>().AsNoTracking()
            .Where(d => d.AgencyId == agency && d.ParentInstanceId == parent)
            .Select(d => d.InstanceId).ToListAsync(cancel);

    private System.Text.Json.JsonElement Values(Deed deed) => SampleValues.Typed(deed.Step.Values, deed.Dossier.With, Today());

    private string Reason(Deed deed) => SampleValues.Fill(deed.Step.Values["reason"], deed.Dossier.With, Today());

    private decimal Amount(Deed deed) =>
        decimal.Parse(SampleValues.Fill(deed.Step.Values["amount"], deed.Dossier.With, Today()), CultureInfo.InvariantCulture);

    private DateOnly Today() => VietnamTime.DateOf(clock.GetUtcNow());

    private sealed record Deed(IServiceProvider Services, Actor Actor, SampleDossier Dossier, SampleStep Step, string CommandId)
    {
        public string DossierId { get; } = SampleIds.Dossier(Dossier.Id);

        public T Get<T>()
            where T : notnull => Services.GetRequiredService<T>();
    }
}
