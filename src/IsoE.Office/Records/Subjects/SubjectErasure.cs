using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Retention;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Subjects;

/// <summary>What could be erased if a person asks for it.</summary>
/// <param name="Dossiers">Each with the reason why it has to stay; null where it can go.</param>
/// <param name="Besides">What is kept without a dossier: what it is called, and its ids.</param>
public sealed record ErasableData(IReadOnlyList<(KeptDossier Kept, Text? Stays)> Dossiers, IReadOnlyList<(Text Name, BesidesToErase Ids)> Besides)
{
    public IEnumerable<KeptDossier> CanGo => Dossiers.Where(each => each.Stays is null).Select(each => each.Kept);

    public bool IsNothing => !CanGo.Any() && Besides.Count == 0;
}

/// <summary>
/// Proposes to erase the personal data of somebody who asks for it (Law 91/2025/QH15). What a rule obliges to keep stays, with the
/// reason; the rest goes once a second person has approved the list.
/// </summary>
public sealed class SubjectErasure(
    OfficeDb db, ReadKept kept, FindObstacle obstacles, IEnumerable<IKeepsPerson> others, InstanceRunner instances, TimeProvider clock)
{
    /// <param name="about">A whole identity number, telephone or e-mail, as it stands in the dossiers.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>subject-short</c>.</exception>
    public async Task<ErasableData> Foresee(Actor actor, string? about, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.AnswerSubject);
        var asked = ReadSubjectData.Whole(about);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var dossiers = await ReadSubjectData.About(db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db), asked).OrderBy(row => row.ReceivedAt).ToListAsync(cancel);
        var listed = await ListedElsewhere.Of(db, dossiers.ConvertAll(row => row.InstanceId), cancel);
        var found = new List<(KeptDossier, Text?)>();
        foreach (var each in await kept.Run(dossiers, cancel))
            found.Add((each, listed.GetValueOrDefault(each.Dossier.InstanceId) ?? await obstacles.Find(each, DisposalKind.Erasure, today, cancel)));
        var besides = new List<(Text, BesidesToErase)>();
        foreach (var other in others)
            if (await other.Find(asked, cancel) is { Count: > 0 } ids) besides.Add((other.Name, new BesidesToErase(other.Kind, ids)));
        return new ErasableData(found, besides);
    }

    /// <summary>Lists what can go, for somebody else to approve. The list names nobody.</summary>
    /// <returns>Id of the list; the same for a command sent again.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>subject-short</c>, <c>ground-missing</c>, <c>must-keep</c>: nothing can go, with the reasons.
    /// </exception>
    public async Task<string> Propose(Actor actor, string? about, string? ground, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        var foreseen = await Foresee(actor, about, cancel);
        var given = Grounds.Read(ground);
        var listId = RowId.Of("disposal", actor.AgencyId, commandId);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        await instances.Run(DisposalSteps.Request(actor.AgencyId, listId, commandId, actor.PersonId), step =>
        {
            if (foreseen.IsNothing) throw MustKeep(foreseen);
            step.Record(new DisposalProposed(
                DisposalKind.Erasure, ProposeDisposal.NumberOf(step, today.Year), today, given, [.. foreseen.CanGo.Select(DossierToDestroy.Of)], actor.Name,
                [.. foreseen.Besides.Select(each => each.Ids)]));
        }, cancel);
        return listId;
    }

    private static RejectedException MustKeep(ErasableData foreseen) => new("must-keep", foreseen.Dossiers.Count == 0
        ? new Text("Cơ quan không giữ dữ liệu nào của người này.", "The agency keeps nothing about this person.")
        : new Text(
            $"Chưa xóa được: {string.Join(" ", foreseen.Dossiers.Select(each => each.Stays!.Vi))}",
            $"Nothing can be erased yet: {string.Join(" ", foreseen.Dossiers.Select(each => each.Stays!.En))}"));
}
