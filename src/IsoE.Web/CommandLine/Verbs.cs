namespace IsoE.Web.CommandLine;

/// <summary>Everything the program can do; <c>serve</c> is what it does when nothing is named.</summary>
public static class Verbs
{
    public static IReadOnlyList<IVerb> All { get; } =
    [
        new ServeVerb(),
        new DemoVerb(),
        new DueVerb(),
        new AuditVerifyVerb(),
        new SealRenewVerb(),
        new PdfVerifyVerb(),
        new DbMigrateVerb(),
        new DbBackupVerb(),
        new DbRestoreVerb(),
        new WorkflowVerifyVerb(),
        new WorkflowRunVerb(),
        new ProcedureImportVerb(),
        new ProcedureExportVerb(),
        new LogImportVerb(),
        new LogExportVerb(),
    ];
}
