using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>An internal dossier as an officer opens it.</summary>
/// <param name="DossierId">Id made with <c>RowId.New</c> when the page was opened: sent again, the first dossier is returned.</param>
/// <param name="Form">Values of the procedure's form, as typed.</param>
public sealed record InternalOpening(
    string DossierId, string ProcedureCode, string CaseId, JsonElement Form, IReadOnlyList<IncomingFile> Files);

/// <summary>
/// Opens a dossier of an internal procedure, such as a nonconformity report or an audit: own form, own number of the
/// year, no applicant, no receipt, no fee.
/// </summary>
public sealed class OpenInternalDossier(
    InstanceRunner instances, ProcedureLibrary procedures, PromisedDates dates, FindDossier dossiers, TimeProvider clock)
{
    private const string CommandId = "open-internal";

    /// <summary>The procedures in force whose dossiers the person may open, by code.</summary>
    public IReadOnlyList<ProcedureVersion> Offered(Actor actor) =>
        Rights.Allows(actor, Right.OpenInternalDossier) && !actor.IsAdministrator
            ? [.. procedures.InForce(VietnamTime.DateOf(clock.GetUtcNow())).Where(version => MayOpen(actor, version.Procedure))]
            : [];

    /// <returns>The dossier; for one sent again, the one opened the first time.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>procedure-not-in-force</c>, <c>procedure-not-opened</c>, <c>not-your-procedure</c>,
    /// <c>case-unknown</c>, <c>form-invalid</c> (with a sentence per field), <c>dossier-id</c>.
    /// </exception>
    public async Task<DossierRow> Run(Actor actor, InternalOpening opening, CancellationToken cancel)
    {
        Permit.Require(actor, Right.OpenInternalDossier);
        Permit.RefuseAdministrators(actor);
        ReceptionCheck.RefuseForeignId(opening.DossierId);
        var at = Instant.ToStored(clock.GetUtcNow());
        var version = procedures.GetInForce(opening.ProcedureCode, VietnamTime.DateOf(at));
        RefuseWhomItIsNotFor(actor, version.Procedure);
        var opened = Check(actor, opening, version, at);
        var request = new StepRequest(actor.AgencyId, opening.DossierId, CommandId, actor.PersonId)
        {
            At = at,
            Series = [InternalDossier.SeriesOf(version.Code, at)],
        };
        await instances.Run(request, step => Decide(step, actor, opening, opened, version), cancel);
        return await dossiers.Get(opening.DossierId, cancel);
    }

    private InternalDossierOpened Check(Actor actor, InternalOpening opening, ProcedureVersion version, DateTimeOffset at)
    {
        var @case = ReceptionCheck.CaseOf(version.Procedure, opening.CaseId);
        var form = ReceptionCheck.FormOf(version.Procedure, @case.Id, opening.Form, VietnamTime.DateOf(at));
        return new InternalDossierOpened(
            Code: "",
            version.Code,
            version.Version,
            @case.Id,
            SubjectOf(version.Procedure, form),
            actor.Name,
            form,
            @case.Limit.ToString(),
            dates.OnReceipt(actor.AgencyId, @case.Limit, at),
            Secrets.New());
    }

    private static void Decide(Step step, Actor actor, InternalOpening opening, InternalDossierOpened opened, ProcedureVersion version)
    {
        var number = step.NextNumber(InternalDossier.SeriesOf(version.Code, step.Now));
        var coded = opened with { Code = InternalDossier.CodeOf(step.AgencyId, version.Code, step.Now, number) };
        step.Record(coded);
        Attachments.Add(step, opening.Files);
        step.Start(version.Definition.DefinitionId, version.Version, ProcedureStart.Of(step, coded, version, actor));
    }

    /// <summary>What was entered in the first field of the form, which says what the dossier is about.</summary>
    private static string SubjectOf(Procedure procedure, JsonElement form) =>
        procedure.Form is [var first, ..] && form.TryGetProperty(first.Id, out var value)
            ? Values.ToText(value)
            : procedure.Name.Vi;

    private static bool MayOpen(Actor actor, Procedure procedure) =>
        procedure.IsInternal && actor.Grants.Any(grant => procedure.OpenedBy.Contains(grant.Role) && grant.Covers(null, procedure.Code));

    private static void RefuseWhomItIsNotFor(Actor actor, Procedure procedure)
    {
        if (!procedure.IsInternal || !procedure.IsOpenedByOfficers) throw new RejectedException("procedure-not-opened", new Text(
            $"Quy trình {procedure.Code} không phải quy trình nội bộ do cán bộ tự lập hồ sơ. Hồ sơ của người dân, tổ chức được nhận ở trang Tiếp nhận.",
            $"Procedure {procedure.Code} is not one whose dossiers officers open themselves. Dossiers of applicants are received at the reception desk."));
        if (MayOpen(actor, procedure)) return;
        var roles = procedure.OpenedBy.Select(Roles.NameOf).ToList();
        throw new RejectedException("not-your-procedure", new Text(
            $"{actor.Name} không được lập hồ sơ của quy trình {procedure.Code}. Vai trò được lập: {string.Join(", ", roles.Select(role => role.Vi))}.",
            $"{actor.Name} may not open a dossier of procedure {procedure.Code}. Roles that may: {string.Join(", ", roles.Select(role => role.En))}."));
    }
}
