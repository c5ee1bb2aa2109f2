using static IsoE.Office.Organisation.Roles;

namespace IsoE.Office.Organisation;

/// <summary>How far a right reaches. A wider one includes the narrower.</summary>
public enum Reach
{
    None,

    /// <summary>The own dossier of an applicant.</summary>
    Own,

    /// <summary>What the person works on, worked on, or can claim.</summary>
    Assigned,

    /// <summary>The units of the role.</summary>
    Unit,

    /// <summary>The whole agency.</summary>
    Agency,
}

/// <summary>Who may do what: one table for pages, API and commands.</summary>
public static class Rights
{
    /// <summary>Everybody who works for the agency; not its administrators, who decide on nothing.</summary>
    private static readonly string[] Officers =
        [ReceptionOfficer, ReturnOfficer, Cashier, Specialist, DivisionHead, AgencyLeader, Clerk, OneStopHead, KsttOfficer, Qmr, IsoSecretary, InternalAuditor];

    private static readonly Rule[] Table =
    [
        new(Right.SubmitDossier, Own(Citizen)),
        new(Right.ReceiveDossier, Everywhere(ReceptionOfficer, OneStopHead)),
        new(Right.ReadDossier, Own(Citizen), Assigned(Clerk, Cashier, ExternalAgency, IsoSecretary), InUnit(Specialist, DivisionHead, ExternalAuditor),
            Everywhere(ReceptionOfficer, ReturnOfficer, OneStopHead, AgencyLeader, KsttOfficer, Qmr, InternalAuditor, Roles.System)),
        new(Right.AnswerCalls, Everywhere(ReceptionOfficer, ReturnOfficer, OneStopHead)),
        new(Right.ExportDossiers, Everywhere(KsttOfficer, Qmr, InternalAuditor, ExternalAuditor)),
        new(Right.ChangeDossier, Assigned(Specialist), InUnit(DivisionHead), Everywhere(ReceptionOfficer, OneStopHead)),
        new(Right.RefuseAtCounter, Everywhere(ReceptionOfficer, OneStopHead)),
        new(Right.AskSupplement, Assigned(Specialist), InUnit(DivisionHead), Everywhere(AgencyLeader)),
        new(Right.ReceiveSupplement, Own(Citizen), Everywhere(ReceptionOfficer, OneStopHead)),
        new(Right.OverrideSupplementLimit, Everywhere(AgencyLeader)),
        new(Right.RefuseDossier, InUnit(DivisionHead), Everywhere(AgencyLeader)),
        new(Right.StopDossier, Everywhere(AgencyLeader)),
        new(Right.AskWithdrawal, Own(Citizen), Everywhere(ReceptionOfficer, OneStopHead)),
        new(Right.DecideWithdrawal, Everywhere(AgencyLeader)),
        new(Right.ExtendDossier, InUnit(DivisionHead), Everywhere(AgencyLeader)),
        new(Right.OpenInternalDossier, Everywhere(Officers)),
        new(Right.ReadInternalDossier, Assigned(ReceptionOfficer, ReturnOfficer, Cashier, Specialist, Clerk, OneStopHead), InUnit(DivisionHead, ExternalAuditor),
            Everywhere(AgencyLeader, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, Roles.System)),
        new(Right.ChangeInternalDossier, Assigned(Officers.Except([Qmr, IsoSecretary]).ToArray()), Everywhere(Qmr, IsoSecretary)),
        new(Right.StopInternalDossier, Everywhere(AgencyLeader, Qmr)),
        new(Right.DraftResult, Assigned(Specialist)),
        new(Right.ReviewResult, InUnit(DivisionHead)),
        new(Right.SignResult, Everywhere(AgencyLeader)),
        new(Right.RecallResult, Everywhere(AgencyLeader)),
        new(Right.SealResult, Everywhere(Clerk)),
        new(Right.ReturnResult, Everywhere(ReturnOfficer, ReceptionOfficer, OneStopHead)),
        new(Right.SetFee, Assigned(Specialist), Everywhere(ReceptionOfficer)),
        new(Right.ReadFee, Own(Citizen), InUnit(DivisionHead),
            Everywhere(ReceptionOfficer, ReturnOfficer, OneStopHead, Cashier, AgencyLeader, KsttOfficer, InternalAuditor, ExternalAuditor)),
        new(Right.CollectFee, Everywhere(Cashier)),
        new(Right.CancelReceipt, Everywhere(Cashier, OneStopHead)),
        new(Right.DecideRefund, Everywhere(OneStopHead, AgencyLeader)),
        new(Right.ManageReceiptBooks, Everywhere(OneStopHead)),
        new(Right.ExportFees, Everywhere(Cashier, InternalAuditor, ExternalAuditor)),
        new(Right.DoTask, InUnit(ReceptionOfficer, ReturnOfficer, Cashier, Specialist, DivisionHead, AgencyLeader, Clerk,
            OneStopHead, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAgency)),
        new(Right.ReassignTask, InUnit(DivisionHead, OneStopHead), Everywhere(AgencyLeader)),
        new(Right.ReadProcedure, Everywhere(Citizen, ReceptionOfficer, ReturnOfficer, Cashier, Specialist, DivisionHead, AgencyLeader, Clerk,
            OneStopHead, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor, ExternalAgency)),
        new(Right.DraftProcedure, Everywhere(KsttOfficer, IsoSecretary)),
        new(Right.CommentProcedure, InUnit(DivisionHead), Everywhere(AgencyLeader, KsttOfficer, Qmr, IsoSecretary)),
        new(Right.ReviewProcedure, InUnit(DivisionHead), Everywhere(KsttOfficer, Qmr, IsoSecretary)),
        new(Right.ApproveProcedure, Everywhere(AgencyLeader, Qmr)),
        new(Right.PublishProcedure, Everywhere(KsttOfficer)),
        new(Right.ProposeMove, Everywhere(KsttOfficer, IsoSecretary)),
        new(Right.ApproveMove, Everywhere(AgencyLeader, Qmr)),
        new(Right.ChangeExternalDocument, Everywhere(IsoSecretary)),
        new(Right.ReadDocument, Everywhere(ReceptionOfficer, ReturnOfficer, Cashier, Specialist, DivisionHead, AgencyLeader, Clerk,
            OneStopHead, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor)),
        new(Right.ChangeDocument, Assigned(Specialist), Everywhere(Qmr, IsoSecretary)),
        new(Right.ApproveDocument, Everywhere(AgencyLeader, Qmr)),
        new(Right.ReportNonconformity, Everywhere(ReceptionOfficer, ReturnOfficer, Cashier, Specialist, DivisionHead, OneStopHead, Qmr, InternalAuditor)),
        new(Right.ReadQuality, InUnit(DivisionHead), Everywhere(AgencyLeader, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor)),
        new(Right.ReadRegisters, Everywhere(DivisionHead, AgencyLeader, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor)),
        new(Right.ManageQuality, Everywhere(Qmr, InternalAuditor)),
        new(Right.KeepRegisters, Everywhere(AgencyLeader, KsttOfficer, Qmr, IsoSecretary)),
        new(Right.InviteAuditor, Everywhere(AgencyLeader, Qmr)),
        new(Right.ApproveQualityPlan, Everywhere(AgencyLeader, Qmr)),
        new(Right.ReadOrganisation, InUnit(DivisionHead),
            Everywhere(OneStopHead, AgencyLeader, KsttOfficer, Qmr, InternalAuditor, ExternalAuditor, TenantAdmin)),
        new(Right.ChangeOrganisation, Everywhere(TenantAdmin)),
        new(Right.ApproveDelegation, Everywhere(AgencyLeader)),
        new(Right.ReadCalendar, Everywhere(ReceptionOfficer, ReturnOfficer, Cashier, Specialist, DivisionHead, AgencyLeader, Clerk,
            OneStopHead, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor, TenantAdmin)),
        new(Right.ChangeCalendar, Everywhere(TenantAdmin)),
        new(Right.ReadAuditLog, InUnit(DivisionHead), Everywhere(AgencyLeader, Qmr, KsttOfficer, InternalAuditor, ExternalAuditor, TenantAdmin)),
        new(Right.ExportAuditLog, Everywhere(InternalAuditor, ExternalAuditor, Roles.System)),
        new(Right.RenewSealingKey, Everywhere(AgencyLeader, Qmr)),
        new(Right.AnswerSubject, Everywhere(OneStopHead, AgencyLeader, KsttOfficer, Qmr)),
        new(Right.ReadRetention, Everywhere(OneStopHead, AgencyLeader, Clerk, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor)),
        new(Right.HoldRecords, Everywhere(AgencyLeader, Qmr)),
        new(Right.ManageRetention, Everywhere(Clerk, IsoSecretary)),
        new(Right.ApproveDisposal, Everywhere(AgencyLeader)),
        new(Right.ServeQueue, Everywhere(ReceptionOfficer, ReturnOfficer, Cashier, OneStopHead)),
        new(Right.ChangeQueue, Everywhere(OneStopHead, TenantAdmin)),
        new(Right.ReadReports, InUnit(DivisionHead), Everywhere(OneStopHead, AgencyLeader, KsttOfficer, Qmr, IsoSecretary, InternalAuditor, ExternalAuditor)),
        new(Right.ExportReports, Everywhere(AgencyLeader, KsttOfficer, Qmr, InternalAuditor, ExternalAuditor)),
        new(Right.ReconcilePortal, Everywhere(OneStopHead, AgencyLeader, KsttOfficer)),
        new(Right.ReadMessages, Everywhere(ReceptionOfficer, OneStopHead, AgencyLeader, KsttOfficer)),
        new(Right.RecordOptOut, Everywhere(ReceptionOfficer, OneStopHead)),
        new(Right.ResolveIncidents, Everywhere(KsttOfficer, TenantAdmin)),
        new(Right.OperatePlatform, Everywhere(PlatformAdmin)),
    ];

    private static readonly Dictionary<Right, IReadOnlyDictionary<string, Reach>> ByRight =
        Table.ToDictionary(rule => rule.Right, rule => rule.ByRole);

    /// <summary>Every right, in the order of the table.</summary>
    public static IReadOnlyList<Right> All { get; } = [.. Table.Select(rule => rule.Right)];

    /// <summary>How far a role carries a right.</summary>
    public static Reach Of(Right right, string role) => ByRight[right].GetValueOrDefault(role);

    /// <summary>How far the actor's roles together carry a right.</summary>
    public static Reach Of(Right right, Actor actor) =>
        actor.Grants.Select(grant => Of(right, grant)).DefaultIfEmpty().Max();

    /// <summary>The roles of people that carry a right at all.</summary>
    public static IReadOnlyList<string> RolesWith(Right right) => [.. ByRight[right].Keys.Where(role => role != Roles.System)];

    /// <summary>Whether the actor may do it somewhere in the agency; the matter itself is checked by the command.</summary>
    public static bool Allows(Actor actor, Right right) => Of(right, actor) != Reach.None;

    /// <summary>Lists and figures over the whole agency are not for an external auditor who was invited to a part of it.</summary>
    private static readonly Right[] OverAll =
    [
        Right.ExportDossiers, Right.ReadFee, Right.ExportFees, Right.ReadAuditLog, Right.ExportAuditLog, Right.ReadOrganisation, Right.ReadRetention,
        Right.ReadRegisters, Right.ReadReports, Right.ExportReports,
    ];

    /// <summary>How far a grant carries a right. Who was invited to a part of the agency reaches that part, never all of it.</summary>
    private static Reach Of(Right right, Grant grant)
    {
        var reach = Of(right, grant.Role);
        if (grant.Role != ExternalAuditor || (grant.Units is null && grant.Procedure is null)) return reach;
        return OverAll.Contains(right) ? Reach.None : reach == Reach.Agency ? Reach.Unit : reach;
    }

    private static Grantees Own(params string[] roles) => new(Reach.Own, roles);
    private static Grantees Assigned(params string[] roles) => new(Reach.Assigned, roles);
    private static Grantees InUnit(params string[] roles) => new(Reach.Unit, roles);
    private static Grantees Everywhere(params string[] roles) => new(Reach.Agency, roles);

    private sealed record Grantees(Reach Reach, string[] Roles);

    private sealed class Rule(Right right, params Grantees[] grantees)
    {
        public Right Right { get; } = right;

        public IReadOnlyDictionary<string, Reach> ByRole { get; } = grantees
            .SelectMany(group => group.Roles.Select(role => (role, group.Reach)))
            .ToDictionary(entry => entry.role, entry => entry.Reach, StringComparer.Ordinal);
    }
}
