using IsoE.Workflows.Verification.Data;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>What is the same for all states of a definition.</summary>
internal sealed class Space
{
    public Space(DataModel data)
    {
        Data = data;
        Liveness = new Liveness(data);
        Independence = new Independence(data);
    }

    public DataModel Data { get; }

    public Liveness Liveness { get; }

    public Independence Independence { get; }
}
