using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>A person says that they have read a version of a procedure.</summary>
public sealed class AcknowledgeDocument(InstanceRunner instances, ProcedureLibrary procedures)
{
    /// <summary>Saying it again changes nothing.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>procedure-unknown</c>.</exception>
    public Task Run(Actor actor, string code, int version, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadProcedure);
        Reading.Get(procedures, code, version);
        return Note(actor, code, version, cancel);
    }

    /// <summary>Notes that the actor has read a version of something that people were asked to read.</summary>
    internal Task Note(Actor actor, string code, int version, CancellationToken cancel) => instances.Run(
        Reading.Request(actor.AgencyId, code, version, $"read:{actor.PersonId}", actor.PersonId),
        step => step.Record(new DocumentAcknowledged(code, version, actor.PersonId, actor.Name)),
        cancel);
}
