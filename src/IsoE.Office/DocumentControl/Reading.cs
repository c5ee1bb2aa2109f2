using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>What the commands on reading registers have in common.</summary>
internal static class Reading
{
    public static StepRequest Request(string agencyId, string code, int version, string commandId, string actorId) =>
        new(agencyId, ReadingRow.RegisterOf(agencyId, code, version), commandId, actorId) { Also = [typeof(ReadingRow)] };

    /// <exception cref="RejectedException"><c>procedure-unknown</c>.</exception>
    public static ProcedureVersion Get(ProcedureLibrary procedures, string code, int version) =>
        procedures.Find(code, version) ?? throw new RejectedException("procedure-unknown", new Text(
            $"Không có phiên bản {version} của thủ tục {code}.", $"There is no version {version} of procedure {code}."));
}
